using System.Globalization;

namespace Palabre.Reading;

/// <summary>
/// Where each character of a text stands in the YAML that it was read from: folding made one of lines, escapes made characters, and reading
/// cut blanks off both ends. Asked only to tell a place, so that nobody else pays for it. Linear.
/// </summary>
internal static class YamlAlignment
{
    private static readonly string[] Signs = ["&#64;", "&#x40;", "&commat;", "\\@", "%40"];

    /// <param name="yaml">From the beginning of the value on, whatever way it is written; lines end in LF.</param>
    /// <param name="text">What became of it.</param>
    /// <returns>For each character of the text its index in the YAML; -1 from where the two part.</returns>
    internal static int[] Of(ReadOnlySpan<char> yaml, ReadOnlySpan<char> text)
    {
        if (BlockHead(yaml) is > 0 and var head && Of(yaml[head..], text) is [.., >= 0] block)
        {
            foreach (ref var place in block.AsSpan()) place += head;
            return block;
        }

        if (text.IsEmpty || yaml is not ['"' or '\'', ..]) return Of(yaml, text, '\0');
        var quoted = Of(yaml, text, yaml[0]);
        // The mark may be the text's own, within a block.
        return quoted[^1] < 0 && text[0] == yaml[0] && Of(yaml, text, '\0') is [.., >= 0] own ? own : quoted;
    }

    /// <summary>The length of the line <c>|</c> or <c>&gt;-</c> that a block begins with; 0 where there is none.</summary>
    private static int BlockHead(ReadOnlySpan<char> yaml)
    {
        if (yaml is not ['|' or '>', ..] || yaml.IndexOf('\n') is not (> 0 and var end)) return 0;
        var signs = yaml[1..end].TrimStart("+-123456789").TrimStart();
        return signs is [] or ['#', ..] ? end + 1 : 0;
    }

    private static int[] Of(ReadOnlySpan<char> yaml, ReadOnlySpan<char> text, char quote)
    {
        var places = new int[text.Length];
        var (at, i) = (quote == '\0' ? 0 : 1, 0);
        while (i < text.Length)
        {
            if (at >= yaml.Length) break;
            var (read, length) = Next(yaml[at..], quote);
            // Of a text from a web form the line ends may be two escapes.
            var isLineEnd = read is "\r" && text[i] == '\n' && Next(yaml[(at + length)..], quote).Read is not "\n";
            if (text[i..].StartsWith(read) || isLineEnd)
            {
                places.AsSpan(i, read.Length).Fill(at);
                (at, i) = (at + length, i + read.Length);
            }
            else if (IsBlank(read[0]))
            {
                at += length;
            }
            else if (text[i..].StartsWith("@…") && SignIn(yaml[at..]) is > 0 and var sign)
            {
                places[i++] = at;
                at += sign;
            }
            else if (IsBlank(text[i]) && i > 0 && IsBlank(text[i - 1]))
            {
                places[i] = at; // a line's end that several in the file stand for
                i++;
            }
            else if (text[i] == '…' && i > 0 && text[i - 1] == '@')
            {
                places[i++] = at; // the rest of an address that is hidden
                while (at < yaml.Length && (char.IsLetterOrDigit(yaml[at]) || yaml[at] is '.' or '-')) at++;
                while (yaml[at - 1] == '.') at--; // ends the sentence
            }
            else if (IsBlank(text[i]) && at > 0 && yaml[at - 1] is '\n' or ' ' or '\t')
            {
                places[i++] = at - 1; // folded
            }
            else
            {
                break;
            }
        }

        places.AsSpan(i).Fill(-1);
        return places;
    }

    /// <summary>How many characters are written for the '@' that the text begins with, where it is not one itself; 0 where it begins with none.</summary>
    private static int SignIn(ReadOnlySpan<char> yaml)
    {
        foreach (var sign in Signs)
            if (yaml.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) return sign.Length;
        return 0;
    }

    /// <summary>What is read next, and how many characters are written for it. Never empty: of a line that an escape joins to the next, a blank.</summary>
    private static (string Read, int Length) Next(ReadOnlySpan<char> yaml, char quote)
    {
        if (yaml.IsEmpty) return ("\0", 0);
        if (quote == '\'' && yaml is ['\'', '\'', ..]) return ("'", 2);
        if (quote != '"' || yaml is not ['\\', var escape, ..]) return (yaml[0].ToString(), 1);
        return escape switch
        {
            'n' => ("\n", 2),
            'r' => ("\r", 2),
            't' or '\t' => ("\t", 2),
            '\n' => (" ", 2),
            'x' => Coded(yaml, 2),
            'u' => Coded(yaml, 4),
            'U' => Coded(yaml, 8),
            '0' => ("\0", 2),
            'a' => ("\a", 2),
            'b' => ("\b", 2),
            'v' => ("\v", 2),
            'f' => ("\f", 2),
            'e' => ("\u001B", 2),
            'N' => ("\u0085", 2),
            '_' => ("\u00A0", 2),
            'L' => ("\u2028", 2),
            'P' => ("\u2029", 2),
            _ => (escape.ToString(), 2),
        };
    }

    private static (string, int) Coded(ReadOnlySpan<char> yaml, int digits)
    {
        if (yaml.Length < 2 + digits || !int.TryParse(yaml.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return ("\\", 1);
        return (code is >= 0 and <= char.MaxValue ? ((char)code).ToString() : code is > char.MaxValue and <= 0x10FFFF ? char.ConvertFromUtf32(code) : "\uFFFD", 2 + digits);
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r';
}
