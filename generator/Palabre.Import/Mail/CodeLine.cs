using System.Buffers;

namespace Palabre.Import.Mail;

/// <summary>Tells a line of a program from one of prose, by its looks.</summary>
internal static class CodeLine
{
    private static readonly string[] Words =
    [
        "#include", "#define", "#if", "#endif", "#else", "//", "/*", "*/", "#!", "return ", "return;", "break;", "continue;", "using ", "import ", "local ", "function ", "public ", "private ",
        "static ", "const ", "int ", "char ", "void ", "var ", "let ", "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "DROP ", "ALTER ", "FROM ", "WHERE ", "BEGIN", "COMMIT",
    ];

    private static readonly string[] Blocks = ["def ", "class ", "if ", "elif ", "else:", "for ", "while ", "try:", "except"];

    private static readonly SearchValues<char> Brackets = SearchValues.Create("({[=");
    private static readonly SearchValues<char> Signs = SearchValues.Create("()[]=<>.!'\"_");
    private static readonly SearchValues<char> Rights = SearchValues.Create("rwxsStT-"), Counts = SearchValues.Create("0123456789 +-");

    /// <summary>What only programs say: the end of a statement that calls or assigns, a brace, what <c>ls -l</c> and <c>diff --stat</c> write.</summary>
    internal static bool IsSure(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length == 0) return false;
        if (IsListing(text) || IsCount(text)) return true;
        if (text[^1] is '{' or '}') return text.Length == 1 || text[^2] is not (':' or ';' or '-'); // else it smiles
        if (text[^1] == ';') return !IsProseOf(text[..^1]);
        if (text[^1] == ':' && OpensBlock(text)) return true;
        if (text[0] == '$') return text.Length > 2 && text[1] == ' ' && char.IsAsciiLetterLower(text[2]);
        return text.StartsWith("#include ") || text.StartsWith("#define ") || text.StartsWith("#!/") || text.StartsWith("Traceback (") || text is "*/" or "end" or "done" or "fi" or "esac"
            || (text[^1] == ')' && IsOnlyCall(text)) || IsElement(text);
    }

    /// <summary>What may be of a program, where others that surely are stand around.</summary>
    internal static bool IsMaybe(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length > 0 && (IsSure(line) || text is "do" or "then" or "else" || text[^1] == ';' || Opens(text) || IsAssignment(text) || text.StartsWith("--"));
    }

    /// <summary>What looks like a change or a program, however little: a signature has none of it.</summary>
    internal static bool IsDoubtful(string line) => IsMaybe(line) || line.StartsWith("  ", StringComparison.Ordinal) || line.StartsWith('\t') || line.StartsWith("@@", StringComparison.Ordinal)
        || (line.Length > 1 && line[0] is '+' or '-' && !char.IsAsciiDigit(line.AsSpan(1).TrimStart() is [var c, ..] ? c : '0') && !line.StartsWith("- ", StringComparison.Ordinal));

    /// <summary>A name directly before what it is called with.</summary>
    internal static bool HasCall(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length - 1; at++)
            if (text[at] == '(' && IsName(text[at - 1]) && !text[at..].StartsWith("(s)")) return true;
        return false;
    }

    private static bool OpensBlock(ReadOnlySpan<char> text)
    {
        foreach (var word in Blocks)
            if (text.StartsWith(word)) return text.Count(' ') < 2 || text.ContainsAny(Signs) || text.Contains(" in ", StringComparison.Ordinal); // else somebody speaks
        return false;
    }

    private static bool IsProseOf(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[^1] is ' ' or '\u00A0') return true; // French puts a space before it
        if (Opens(text)) return false;
        if (HasSentence(text)) return true;
        return !(HasCall(text) || text[^1] is ')' or ']' or '}' && text.ContainsAny(Brackets) && !text.Contains(' ') || text is "break" or "return" or "continue"
            || text.Contains(" = ", StringComparison.Ordinal) || text.Contains("->", StringComparison.Ordinal) || text.Contains("::", StringComparison.Ordinal)
            || text.EndsWith("++") || text.EndsWith("--") || text.Contains("+=", StringComparison.Ordinal));
    }

    /// <summary>A word that begins statements. Of those that are English too, prose goes on at length.</summary>
    private static bool Opens(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
            if (text.StartsWith(word, StringComparison.Ordinal) && !(char.IsAsciiLetterLower(word[0]) && text.Contains(": ", StringComparison.Ordinal)) && (!char.IsAsciiLetterLower(word[0]) || text.Count(' ') < 4 || text.ContainsAny(Brackets))) return true;
        return false;
    }

    /// <summary>A name, what it is set to.</summary>
    private static bool IsAssignment(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('=');
        return at > 0 && at < text.Length - 1 && text[..at].Trim().Count(' ') < 2 && (IsName(text[0]) || text[0] == '$') && !text[..at].Contains("://", StringComparison.Ordinal);
    }

    /// <summary>Most of it is words, without signs; what stands in quotes apart.</summary>
    private static bool HasSentence(ReadOnlySpan<char> text)
    {
        var (words, all, isQuoted) = (0, 0, false);
        foreach (var range in text.Split(' '))
        {
            var word = text[range];
            if (word.Length == 0) continue;
            var isWord = !isQuoted;
            foreach (var c in word) isWord &= char.IsLetter(c) || c is ',' or '\'' or '’';
            if (word.Count('"') % 2 == 1) isQuoted = !isQuoted;
            all++;
            if (isWord) words++;
        }

        return words >= 4 && 2 * words > all;
    }

    /// <summary>A tag at its beginning and its end, not an address between brackets.</summary>
    private static bool IsElement(ReadOnlySpan<char> text) => text.Length > 2 && text[0] == '<' && text[^1] == '>' && (char.IsAsciiLetter(text[1]) || text[1] is '/' or '!' or '?')
        && text.IndexOfAny('@', ' ', '>') is var end && text[end] != '@' && !text[..end].Contains("://", StringComparison.Ordinal);

    private static bool IsOnlyCall(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('(');
        return open > 0 && !text[..open].ContainsAny(" ,;") && IsName(text[open - 1]);
    }

    /// <summary>What <c>ls -l</c> writes of a file.</summary>
    internal static bool IsListing(ReadOnlySpan<char> text)
    {
        if (text.Length < 11 || text[0] is not ('-' or 'd' or 'l' or 'b' or 'c' or 'p' or 's') || text[10] is not (' ' or '.' or '+' or '@')) return false;
        return !text[1..10].ContainsAnyExcept(Rights);
    }

    private static bool IsCount(ReadOnlySpan<char> text)
    {
        var bar = text.IndexOf(" | ");
        if (bar < 0 || text[^1] is not ('+' or '-')) return false;
        var rest = text[(bar + 3)..].Trim();
        return rest.Length > 2 && char.IsAsciiDigit(rest[0]) && !rest.ContainsAnyExcept(Counts);
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
