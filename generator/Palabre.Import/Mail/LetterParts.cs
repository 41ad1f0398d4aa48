using MimeKit;

namespace Palabre.Import.Mail;

/// <summary>
/// Which parts of a letter are its words (RFC 2046): all texts, one after the other; of what is said in several forms, the plain one. Without
/// recursion: parts may lie within each other as deep as somebody likes.
/// </summary>
internal static class LetterParts
{
    private const int ShortWord = 400; // letters: a program says that it has written HTML
    private const int MostTried = 64; // alternatives within alternatives are tried that deep, since each is looked through

    /// <summary>The leaves, in their order, and whether each is to be read; the others are forms of what is.</summary>
    internal static IEnumerable<(MimeEntity Part, bool IsRead)> Of(MimeEntity? body, Func<TextPart, string> textOf)
    {
        var open = new Stack<(MimeEntity Part, bool IsRead, int Tried)>();
        if (body is not null) open.Push((body, true, 0));
        while (open.TryPop(out var next))
        {
            var (part, isRead, tried) = next;
            if (part is not Multipart parts)
            {
                yield return (part, isRead);
                continue;
            }

            var chosen = isRead && part is MultipartAlternative && tried < MostTried ? Chosen(parts, textOf) : -1;
            // What programs of lists put behind the last part is read after it.
            if (isRead && parts.Count > 0 && !string.IsNullOrWhiteSpace(parts.Epilogue)) open.Push((new TextPart("plain") { Text = parts.Epilogue }, true, tried));
            for (var i = parts.Count - 1; i >= 0; i--) open.Push((parts[i], isRead && (chosen < 0 || i == chosen), chosen < 0 ? tried : tried + 1));
        }
    }

    /// <summary>Of several forms, the plain one, unless it says nothing but that there is another; -1 where no form has words.</summary>
    private static int Chosen(Multipart parts, Func<TextPart, string> textOf)
    {
        var (plain, html, words) = (-1, -1, "");
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var text in Texts(parts[i]))
            {
                if (text.IsHtml && html < 0 && !string.IsNullOrWhiteSpace(textOf(text))) html = i;
                else if (!text.IsHtml && plain < 0 && textOf(text) is var said && !string.IsNullOrWhiteSpace(said)) (plain, words) = (i, said);
            }
        }

        var isStub = html >= 0 && words.Length < ShortWord && words.Contains("HTML", StringComparison.OrdinalIgnoreCase)
            && Texts(parts[html]).Where(text => text.IsHtml).Sum(text => textOf(text).Length) > 3 * words.Length;
        return plain >= 0 && !isStub ? plain : html >= 0 ? html : plain;
    }

    private static IEnumerable<TextPart> Texts(MimeEntity part)
    {
        var open = new Stack<MimeEntity>([part]);
        while (open.TryPop(out var next))
        {
            if (next is TextPart { IsAttachment: false } text) yield return text;
            else if (next is Multipart parts)
                for (var i = parts.Count - 1; i >= 0; i--) open.Push(parts[i]);
        }
    }
}
