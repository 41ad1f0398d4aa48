using System.Globalization;
using System.Text;
using Palabre.Writing;

namespace Palabre.Import.Jekyll;

/// <summary>Front matter in TOML 1.0, between lines <c>+++</c>, as the same in YAML: keys with texts, dates, flags, numbers and lists of these.</summary>
internal sealed class Toml
{
    private readonly string toml;
    private int at;

    private Toml(string toml) => this.toml = toml;

    private char Here => at < toml.Length ? toml[at] : '\0';

    /// <summary>
    /// The file with YAML for its TOML; as it is where it has none. Keys of tables are kept with the table's name before
    /// them; one that stands there again has a number behind it.
    /// </summary>
    internal static byte[] ToYaml(byte[] bytes)
    {
        if (!bytes.AsSpan().TrimStart("\uFEFF"u8).StartsWith("+++"u8)) return bytes;
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "+++");
        if (end < 0) return bytes;
        var yaml = new Toml(string.Join('\n', lines[1..end]) + "\n").Yaml();
        return Encoding.UTF8.GetBytes($"---\n{yaml}---\n{string.Join('\n', lines[(end + 1)..])}");
    }

    private YamlWriter Yaml()
    {
        var yaml = new YamlWriter();
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        var table = "";
        for (Blank(); at < toml.Length; Line(), Blank())
        {
            if (Here == '[')
            {
                var end = toml.IndexOfAny(['#', '\n'], at);
                table = toml[at..end].Trim('[', ']', ' ', '\t');
                continue;
            }

            if (Key() is not { } key) continue;
            // Hugo's taxonomies may stand in a table of their own.
            var name = table is "" or "taxonomies" ? key : $"{table}.{key}";
            var nth = written[name] = written.GetValueOrDefault(name) + 1;
            if (nth > 1) name += "-" + Account.Number(nth);
            if (Here == '[') yaml.Texts(name, List());
            else yaml.Text(name, Value(isListed: false));
        }

        return yaml;
    }

    /// <summary>Passes spaces, ends of lines and remarks.</summary>
    private void Blank()
    {
        while (at < toml.Length && (char.IsWhiteSpace(Here) || Here == '#'))
        {
            if (Here == '#') Line();
            else at++;
        }
    }

    /// <summary>Passes what is left of the line.</summary>
    private void Line()
    {
        while (at < toml.Length && Here != '\n') at++;
    }

    /// <summary>Up to the value; null where the line has none.</summary>
    private string? Key()
    {
        var key = new StringBuilder();
        while (Here is not ('=' or '\n' or '\0')) key.Append(Here is '"' or '\'' ? Quoted() : Next());
        if (Here != '=') return null;
        at++;
        while (Here is ' ' or '\t') at++;
        return key.ToString().Trim();
    }

    private char Next() => toml[at++];

    /// <summary>Lists within lists are one.</summary>
    private List<string> List()
    {
        var values = new List<string>();
        for (var depth = 0; at < toml.Length; Blank())
        {
            if (Here is '[' or ']' or ',')
            {
                depth += Here == '[' ? 1 : Here == ']' ? -1 : 0;
                at++;
                if (depth == 0) break;
            }
            else if (Value(isListed: true) is { Length: > 0 } value)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private string Value(bool isListed)
    {
        if (Here is '"' or '\'') return Quoted();
        var start = at;
        for (var depth = 0; Here is not ('\n' or '\0'); at++)
        {
            if (depth == 0 && (Here == '#' || (isListed && Here is ',' or ']'))) break;
            depth += Here == '{' ? 1 : Here == '}' ? -1 : 0;
        }

        return toml[start..at].Trim();
    }

    /// <summary>A text of one line, or of several between three marks; that in double ones with escapes.</summary>
    private string Quoted()
    {
        var mark = Here;
        var isLong = string.CompareOrdinal(toml, at, new(mark, 3), 0, 3) == 0;
        at += isLong ? 3 : 1;
        if (isLong && Here == '\n') at++;
        var text = new StringBuilder();
        while (at < toml.Length && (isLong || Here != '\n'))
        {
            var c = Next();
            if (c == mark && !isLong) return text.ToString();
            if (c == mark && string.CompareOrdinal(toml, at, new(mark, 2), 0, 2) == 0)
            {
                at += 2;
                for (; Here == mark; at++) text.Append(mark); // the last three end it
                return text.ToString();
            }

            if (c == '\\' && mark == '"') Escaped(text);
            else text.Append(c);
        }

        return text.ToString();
    }

    private void Escaped(StringBuilder text)
    {
        if (Here == '\0') return;
        var c = Next();
        switch (c)
        {
            case 'n' or 'r': text.Append('\n'); break;
            case 't' or 'b' or 'f': text.Append(' '); break;
            case 'u' or 'U':
                var length = Math.Min(c == 'u' ? 4 : 8, toml.Length - at);
                if (int.TryParse(toml.AsSpan(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
                {
                    text.Append(new Rune(code));
                    at += length;
                }

                break;
            case ' ' or '\t' or '\n': // the line goes on where the next word is
                while (char.IsWhiteSpace(Here)) at++;
                break;
            default: text.Append(c); break;
        }
    }
}
