namespace Palabre.Import.Mail;

/// <summary>Subjects without what programs put before them.</summary>
internal static class Subjects
{
    private static readonly HashSet<string> Prefixes = new(
        ["re", "fw", "fwd", "aw", "wg", "sv", "vs", "vb", "tr", "rép", "réf", "ref", "rv", "antw", "odp", "ynt", "res", "enc"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ByLetters = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The bracketed mark that a list puts before its subjects: that of more than half of them; null if there is none.</summary>
    internal static string? MarkOf(IReadOnlyCollection<string> subjects)
    {
        var best = subjects.Select(Mark).OfType<string>().GroupBy(m => m, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return best is not null && subjects.Count > 1 && best.Count() * 2 > subjects.Count ? best.Key : null;
    }

    internal static bool IsAnswer(string subject) => Prefix(subject.Trim()) > 0;

    /// <summary>Without prefixes and the list's mark, however often they stand there.</summary>
    internal static string Plain(string subject, string? mark)
    {
        var plain = subject.AsSpan().Trim(); // somebody may have written thousands of them
        while (true)
        {
            if (Prefix(plain) is > 0 and var end) plain = plain[end..].TrimStart();
            else if (mark is not null && plain.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) plain = plain[mark.Length..].TrimStart();
            else return plain.ToString();
        }
    }

    private static string? Mark(string subject)
    {
        var rest = Plain(subject, null);
        return rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 1 and < 40 and var end ? rest[..(end + 1)] : null;
    }

    /// <summary>The length of <c>Re:</c>, <c>RE[2]:</c>, <c>Réf :</c>; 0 for none.</summary>
    private static int Prefix(ReadOnlySpan<char> subject)
    {
        var letters = 0;
        while (letters < subject.Length && letters < 6 && char.IsLetter(subject[letters])) letters++;
        if (letters == 0 || !ByLetters.Contains(subject[..letters])) return 0;
        var at = letters;
        if (at < subject.Length && subject[at] is '[' or '(' or '^')
        {
            at++;
            while (at < subject.Length && char.IsAsciiDigit(subject[at])) at++;
            if (at < subject.Length && subject[at] is ']' or ')') at++;
        }

        while (at < subject.Length && subject[at] is ' ' or '\u00A0') at++;
        return at < subject.Length && subject[at] == ':' ? at + 1 : 0;
    }
}
