namespace Palabre.Rendering;

/// <content>What becomes of a mark. Each method returns how many characters of the text it has dealt with.</content>
internal sealed partial class Typographer
{
    private int SetMark(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '"': return Quote(text);
            case '\'': return Apostrophe(text);
            case '.': return Ellipsis(text);
            case '-': return Dash(text);
            default: return french ? FrenchMark(text) : Keep(text, 1);
        }
    }

    /// <summary>A straight double quote opens where none is open, or before a word that begins inside; else it closes.</summary>
    private int Quote(ReadOnlySpan<char> text)
    {
        var next = At(text, 1);
        if (marks is null || isCodeOpen || (next == '"' && quoteDepth == 0) || previous == '"')
        {
            isCodeOpen = false;
            return Keep(text, 1);
        }

        var insideWord = char.IsLetterOrDigit(previous);
        if (quoteDepth == 0 && !IsSpaceOrOpening(previous)) return StrayQuote(text);
        var opens = quoteDepth == 0
            || (quoteDepth == 1 && !insideWord && IsSpaceOrOpening(previous) && char.IsLetterOrDigit(next));
        if (!opens) return CloseQuote(next);
        var outer = quoteDepth++ == 0;
        Put(marks.Opening(quoteDepth - 1));
        return french && outer ? 1 + SpaceAfterGuillemet(text) : 1;
    }

    /// <summary>After a word where none is open: the end of a quotation of several paragraphs. But 24" stays.</summary>
    private int StrayQuote(ReadOnlySpan<char> text)
    {
        var next = At(text, 1);
        var endsWord = next is '\0' or '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '»' or '…' || char.IsWhiteSpace(next);
        isCodeOpen = previous is '=';
        if (!endsWord || char.IsDigit(previous) || isCodeOpen) return Keep(text, 1);
        quoteDepth++;
        return CloseQuote(next);
    }

    private int CloseQuote(char next)
    {
        quoteDepth--;
        if (french && quoteDepth == 0) SpaceBefore(NarrowNoBreakSpace, addMissing: true);
        var closing = marks!.Closing(quoteDepth);
        // Between two words it would be an apostrophe, and make one of them.
        if (closing == '’' && (char.IsLetterOrDigit(next) || char.IsSurrogate(next))) closing = marks.Closing(0);
        Put(closing);
        return 1;
    }

    /// <summary>Within or after a word an apostrophe; before one, in languages with such quotes, a quotation mark.</summary>
    private int Apostrophe(ReadOnlySpan<char> text)
    {
        var next = At(text, 1);
        if (marks is null || next == '\'' || previous == '\'') return Keep(text, 1);
        if (isSingleOpen && !char.IsLetterOrDigit(next) && !IsSpaceOrOpening(previous))
        {
            isSingleOpen = false;
            Put(marks.Single.Closing);
            return 1;
        }

        if (char.IsDigit(previous) && !char.IsLetterOrDigit(next)) return Keep(text, 1); // feet, minutes
        if (char.IsLetterOrDigit(previous) || previous is '’' or '.' or '!' or '?' or '…') Put('’');
        else if (char.IsDigit(next) || (char.IsLetter(next) && !char.IsLetter(At(text, 2)))) Put('’'); // the '90s; 's war
        else if (IsSpaceOrOpening(previous) && char.IsLetter(next))
        {
            isSingleOpen = true;
            Put(marks.Single.Opening);
        }
        else
        {
            return Keep(text, 1);
        }

        return 1;
    }

    private int Ellipsis(ReadOnlySpan<char> text)
    {
        var run = RunOf('.', text);
        if (run != 3 || previous == '.') return Keep(text, run);
        Put('…');
        return 3;
    }

    /// <summary>Two hyphens are an en dash and three an em dash, between words; not before one (<c>--option</c>).</summary>
    private int Dash(ReadOnlySpan<char> text)
    {
        var run = RunOf('-', text);
        var next = At(text, run);
        var before = previous == '\0' || char.IsWhiteSpace(previous);
        var after = next == '\0' || char.IsWhiteSpace(next) || WillStandOff(text[run..]);
        if (run is not (2 or 3) || before != after || next is '>' or '|' || previous is '<' or '!' or '-' or '|') return Keep(text, run);
        Put(run == 2 ? '–' : '—');
        return run;
    }

    /// <summary>True for what closes a French quotation, and so gets a space before it.</summary>
    private bool WillStandOff(ReadOnlySpan<char> text) =>
        french && (At(text, 0) == '»' || (At(text, 0) == '"' && quoteDepth == 1 && !char.IsLetterOrDigit(At(text, 1))));

    private int Keep(ReadOnlySpan<char> text, int count)
    {
        Copy(text[..count]);
        return count;
    }

    private static int RunOf(char c, ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(c);
        return end < 0 ? text.Length : end;
    }

    private static char At(ReadOnlySpan<char> text, int index) => index < text.Length ? text[index] : '\0';

    private static bool IsSpaceOrOpening(char c) =>
        c == '\0' || char.IsWhiteSpace(c) || "([{«“„‘‚—–-/’".Contains(c);
}
