namespace Palabre.Rendering;

/// <content>
/// French: a narrow no-break space before ; ! ? » and after «, a no-break space before : and %, and within numbers.
/// A space that was written is made the right one; a missing one is added only where no address, time, emoticon or
/// operator can be meant.
/// </content>
internal sealed partial class Typographer
{
    private int FrenchMark(ReadOnlySpan<char> text)
    {
        var next = At(text, 1);
        switch (text[0])
        {
            case '«':
                Put('«');
                return 1 + SpaceAfterGuillemet(text);
            case '»':
                SpaceBefore(NarrowNoBreakSpace, addMissing: previous is not ('«' or '\0'));
                break;
            case ';' or '!' or '?' when !IsEmoticon(text):
                SpaceBefore(NarrowNoBreakSpace, addMissing: EndsWord(previous) && EndsSentence(next));
                break;
            case ':' when (next is '\0' or '«' or '»' or '"' || char.IsWhiteSpace(next)):
                SpaceBefore(NoBreakSpace, addMissing: false);
                break;
            case '%' or '€' when length > 1 && char.IsDigit(buffer[length - 2]):
                SpaceBefore(NoBreakSpace, addMissing: false);
                break;
            case >= '0' and <= '9':
                return Number(text);
        }

        return Keep(text, 1);
    }

    /// <summary>The space before what comes next becomes the right one. One at the end of an earlier piece stays.</summary>
    private void SpaceBefore(char space, bool addMissing)
    {
        if (length > 0 && buffer[length - 1] == ' ') buffer[length - 1] = space;
        else if (addMissing && !char.IsWhiteSpace(previous)) Put(space);
    }

    /// <returns>1 if the text had a space there, which is replaced; else 0.</returns>
    private int SpaceAfterGuillemet(ReadOnlySpan<char> text)
    {
        if (text.Length == 1)
        {
            owesSpace = true;
            return 0;
        }

        if (text[1] != ' ' && char.IsWhiteSpace(text[1])) return 0;
        Put(NarrowNoBreakSpace);
        return text[1] == ' ' ? 1 : 0;
    }

    /// <summary>Groups of three digits hold together: 1 000 000.</summary>
    private int Number(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 3 || text[digits] != ' ' || char.IsDigit(previous) || !GroupFollows(text[(digits + 1)..]))
            return Keep(text, digits < 0 ? text.Length : digits);
        Copy(text[..digits]);
        Put(NarrowNoBreakSpace);
        return digits + 1;
    }

    private static bool GroupFollows(ReadOnlySpan<char> text) =>
        text.Length >= 3 && !text[..3].ContainsAnyExceptInRange('0', '9') && !char.IsDigit(At(text, 3));

    private static bool EndsWord(char c) => char.IsLetterOrDigit(c) || c is ')' or ']' or '’' or '”' or '»' or '%' or '€' or '…';

    private static bool EndsSentence(char next) =>
        next is '\0' or ')' or ']' or '»' or '"' or '”' or '!' or '?' or '.' or ',' or '…' || char.IsWhiteSpace(next);

    private static bool IsEmoticon(ReadOnlySpan<char> text) =>
        text[0] == ';' && At(text, At(text, 1) == '-' ? 2 : 1) is ')' or '(' or 'D' or 'P';
}
