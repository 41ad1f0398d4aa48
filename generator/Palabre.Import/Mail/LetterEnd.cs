namespace Palabre.Import.Mail;

/// <summary>Finds where the words of a letter's writer end: at a letter quoted whole, a signature, what a list puts below every letter.</summary>
internal static class LetterEnd
{
    private const int LongestSignature = 40, LongestDoubtful = 10, LongestFooter = 8, ShortestRule = 30;

    // As programs write it between two rows of dashes.
    private static readonly HashSet<string> Originals = new(
        [
            "Original Message", "Message d'origine", "Message d’origine", "Message original", "Ursprüngliche Nachricht", "Originalnachricht", "Original-Nachricht", "Original Nachricht",
            "Mensaje original", "Messaggio originale", "Mensagem original", "Oorspronkelijk bericht",
        ],
        StringComparer.OrdinalIgnoreCase);

    // What those who carried mail for nothing said below each letter.
    private static readonly string[] Carriers =
        ["do you yahoo", "get your free", "get free", "free email", "free e-mail", "sent via deja", "join msn", "msn hotmail", "chat with friends online", "free signup at lycos", "the new yahoo", "yahoo! mail"];

    private static readonly string[] Lists = ["mailing list", "mailing-list", "mailinglist", "liste de diffusion", "lista de correo", "lista de distribu"];

    /// <returns>The first line of a letter that stands whole, without marks of quotation, below the words of who answers it; the number of lines for none.</returns>
    internal static int QuotedLetter(LetterLines lines)
    {
        for (var at = 0; at < lines.Count; at++)
            if (IsOwn(lines, at) && (IsOriginal(lines.Words[at]) ? BelowIsOwn(lines, at) : IsRule(lines.Words[at]) && BelowIsHead(lines, at))) return at;
        return lines.Count;
    }

    /// <summary>Whether the line is nothing but a row of <c>_</c>, which says no more than the fold that it begins.</summary>
    internal static bool IsRule(string line) => line.Length >= ShortestRule && !line.AsSpan().Trim().ContainsAnyExcept('_');

    /// <summary>The line that begins the signature within those before <paramref name="to"/>, or else the footer of a list; <paramref name="to"/> for none.</summary>
    internal static int Signature(LetterLines lines, int to)
    {
        var footer = Footer(lines, to);
        var at = Dashes(lines, footer);
        return at < footer ? at : footer;
    }

    private static int Dashes(LetterLines lines, int to)
    {
        for (var at = to - 1; at >= 0 && to - at <= LongestSignature; at--)
            if (IsOwn(lines, at) && lines.Words[at] == "-- ") return IsProse(lines, at + 1, to) ? at : to;
        for (var at = to - 1; at >= 0 && to - at <= LongestDoubtful + 1; at--)
            if (IsOwn(lines, at) && lines.Words[at] == "--") return IsSurely(lines, at, to) ? at : to;
        return to;
    }

    /// <summary>Whether nothing that anybody would look for is among them: no patch, no program.</summary>
    private static bool IsProse(LetterLines lines, int from, int to)
    {
        var (code, all) = (0, 0);
        for (var i = from; i < to; i++)
        {
            if (lines.Blocks[i]) return false;
            if (lines.IsBlank(i)) continue;
            all++;
            if (CodeLine.IsMaybe(lines.Words[i])) code++;
        }

        return code < 2 || 2 * code < all;
    }

    /// <summary>Two dashes alone are a comment in some languages, and people part with them what they write.</summary>
    private static bool IsSurely(LetterLines lines, int at, int to)
    {
        var end = lines.TrimEnd(at + 1, to);
        for (var i = at + 1; i < end; i++)
            if (lines.Blocks[i] || lines.IsBlank(i) || CodeLine.IsDoubtful(lines.Words[i])) return false;
        for (var i = 0; i < at; i++)
            if (lines.Words[i] == "--" && IsOwn(lines, i)) return false;
        return at == 0 || lines.IsBlank(at - 1) || lines.Blocks[at - 1] || !CodeLine.IsMaybe(lines.Words[at - 1]);
    }

    /// <summary>The line that begins what a list, or who carries mail for nothing, puts below a letter: those of several one after the other.</summary>
    private static int Footer(LetterLines lines, int to)
    {
        var (found, full) = (to, 0);
        // Of several, the last may be the end of what stands between them: then it must be a list's by its words.
        var first = 0;
        while (first < to && !(IsRule(lines.Words[first]) && IsOwn(lines, first))) first++;
        for (var at = to - 1; at >= 0 && full <= LongestFooter; at--)
        {
            if (!IsRule(lines.Words[at]) || !IsOwn(lines, at))
            {
                if (!lines.IsBlank(at)) full++;
                continue;
            }

            if (!IsFooter(lines, at + 1, found, mustBeList: first < at || found < to)) break;
            (found, full) = (at, 0);
        }

        return found;
    }

    private static bool IsFooter(LetterLines lines, int from, int to, bool mustBeList)
    {
        var says = false;
        for (var i = from; i < to; i++)
        {
            var line = lines.Words[i];
            if (lines.Blocks[i] || lines.Depths[i] > 0 || LineMarks.OfList(line.AsSpan().TrimStart()) > 0 || CodeLine.IsSure(line)) return false;
            says |= Array.Exists(Lists, list => line.Contains(list, StringComparison.OrdinalIgnoreCase)) || (!mustBeList && Array.Exists(Carriers, carrier => line.Contains(carrier, StringComparison.OrdinalIgnoreCase)));
        }

        return says;
    }

    private static bool IsOwn(LetterLines lines, int at) => lines.Depths[at] == 0 && !lines.Blocks[at];

    private static bool IsOriginal(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length > 8 && text.StartsWith("---") && text.EndsWith("---") && Originals.Contains(text.Trim("- \u00A0").ToString());
    }

    /// <summary>Whether it is not quoted by marks: then its answer may stand between them.</summary>
    private static bool BelowIsOwn(LetterLines lines, int at)
    {
        at = Next(lines, at);
        return at < lines.Count && lines.Depths[at] == 0;
    }

    /// <summary>Whether the head of a letter stands below, as Outlook writes it: from whom, and at least when, to whom or of what.</summary>
    private static bool BelowIsHead(LetterLines lines, int at)
    {
        at = Next(lines, at);
        if (at >= lines.Count || !IsOwn(lines, at) || LineMarks.Field(lines.Words[at]) is not ("From" or "De" or "Von" or "Da" or "Van")) return false;
        for (var i = at + 1; i < lines.Count && i <= at + 4 && !lines.IsBlank(i); i++)
            if (LineMarks.Field(lines.Words[i]).Length > 0) return true;
        return false;
    }

    private static int Next(LetterLines lines, int at)
    {
        for (at++; at < lines.Count && lines.IsBlank(at);) at++;
        return at;
    }
}
