using System.Text;

namespace Palabre.Writing;

/// <summary>
/// Writes a YAML map as an editor would: one key a line, values plain where plain YAML means the text itself, quoted where
/// it would not, and texts of several lines as blocks. What is written reads back as the same text.
/// </summary>
public sealed class YamlWriter
{
    private readonly StringBuilder yaml = new();

    /// <summary>A comment of one line.</summary>
    public YamlWriter Remark(string text)
    {
        yaml.Append("# ").Append(text).Append('\n');
        return this;
    }

    /// <summary>Nothing is written for null.</summary>
    public YamlWriter Text(string key, string? value)
    {
        if (value is null) return this;
        yaml.Append(Scalar(key)).Append(": ").Append(Scalar(value)).Append('\n');
        return this;
    }

    /// <summary>A word that is no text to other readers of YAML. Nothing is written unless the flag is set: the contrary counts where nothing stands.</summary>
    public YamlWriter Flag(string key, bool isSet, string word = "true")
    {
        if (isSet) yaml.Append(Scalar(key)).Append(": ").Append(word).Append('\n');
        return this;
    }

    /// <summary>One text stands beside its key, several below it. Nothing is written for none.</summary>
    public YamlWriter Texts(string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return this;
        if (values.Count == 1) return Text(key, values[0]);
        yaml.Append(Scalar(key)).Append(":\n");
        foreach (var value in values) yaml.Append("  - ").Append(Scalar(value)).Append('\n');
        return this;
    }

    /// <summary>A map of texts below the key; those that are null are left out, and the key with them if all are.</summary>
    public YamlWriter Map(string key, params (string Key, string? Value)[] pairs)
    {
        if (Array.TrueForAll(pairs, p => p.Value is null)) return this;
        yaml.Append(Scalar(key)).Append(":\n");
        foreach (var (name, value) in pairs)
            if (value is not null) yaml.Append("  ").Append(Scalar(name)).Append(": ").Append(Scalar(value)).Append('\n');
        return this;
    }

    /// <summary>A text of any number of lines: as a block where a block can hold it exactly, else quoted.</summary>
    public YamlWriter Block(string key, string value)
    {
        if (!value.Contains('\n', StringComparison.Ordinal) || !FitsBlock(value)) return Text(key, value);
        var lines = value.TrimEnd('\n').Split('\n');
        var kept = value.Length - value.TrimEnd('\n').Length;
        yaml.Append(Scalar(key)).Append(": |");
        if (lines[0].StartsWith(' ')) yaml.Append('2');
        yaml.Append(kept switch { 0 => "-", 1 => "", _ => "+" }).Append('\n');
        foreach (var line in lines)
        {
            if (line.Length > 0) yaml.Append("  ").Append(line);
            yaml.Append('\n');
        }

        if (kept > 1) yaml.Append('\n', kept - 1);
        return this;
    }

    /// <summary>A text, a list or a map of such values, nested no deeper than the reader takes.</summary>
    public YamlWriter Any(string key, object value)
    {
        yaml.Append(Scalar(key)).Append(':');
        Nested(value, 1);
        return this;
    }

    // As deep as what it writes, which came from a reader with a limit of depth.
    private void Nested(object value, int depth)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object> { Count: > 0 } map:
                yaml.Append('\n');
                foreach (var (name, inner) in map)
                {
                    yaml.Append(' ', 2 * depth).Append(Scalar(name)).Append(':');
                    Nested(inner, depth + 1);
                }

                break;
            case IReadOnlyList<object> { Count: > 0 } list:
                yaml.Append('\n');
                foreach (var inner in list)
                {
                    yaml.Append(' ', 2 * depth).Append('-');
                    Nested(inner, depth + 1);
                }

                break;
            case IReadOnlyDictionary<string, object>: yaml.Append(" {}\n"); break;
            case IReadOnlyList<object>: yaml.Append(" []\n"); break;
            default: yaml.Append(' ').Append(Scalar(value as string ?? "")).Append('\n'); break;
        }
    }

    /// <summary>A value as it may stand after <c>key: </c>, or as a key: plain where that reads back as the same text.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>As <see cref="Scalar"/>, between brackets, where a comma or a bracket ends a plain text.</summary>
    public static string FlowScalar(string text) => IsPlain(text) && text.AsSpan().IndexOfAny(",[]{}") < 0 ? text : Quoted(text);

    public override string ToString() => yaml.ToString();

    // Stricter than YAML: other tools give types to plain words, and people who read the file should not have to know when.
    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return false;
        if ("-?:,[]{}#&*!|>'\"%@`=~<.+".Contains(text[0], StringComparison.Ordinal)) return false;
        if (text.Contains(": ", StringComparison.Ordinal) || text.Contains(" #", StringComparison.Ordinal) || text[^1] == ':') return false;
        if (text.StartsWith("---", StringComparison.Ordinal) || text.Any(c => !IsPrintable(c))) return false;
        return !IsTyped(text);
    }

    // Dates and web addresses stay plain: every editor expects them so, and Palabre reads them as text.
    private static bool IsTyped(string text) =>
        text.ToLowerInvariant() is "null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n"
        || (char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '+') && !IsYearMonthDay(text));

    private static bool IsYearMonthDay(string text) => text.Length == 10 && text[4] == '-';

    private static bool FitsBlock(string value)
    {
        if (value.Trim('\n').Length == 0 || value[0] == '\n') return false;
        for (var i = 0; i < value.Length; i++)
        {
            // A block may hold what a plain scalar had better not: letters beyond the first plane, spaces that do not break.
            if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1])) i++;
            else if (value[i] is not ('\n' or '\t' or '\u00A0') && !IsPrintable(value[i])) return false;
        }

        // A first line of white space alone would hide where the block begins; tabs before text confuse some readers.
        var first = value.AsSpan(0, value.IndexOf('\n', StringComparison.Ordinal));
        return !first.IsWhiteSpace() && !value.StartsWith('\t');
    }

    private static bool IsPrintable(char c) =>
        c is >= ' ' and not ('\u007F' or '\u0085' or '\u00A0' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
        && c is not (>= '\u0080' and <= '\u009F') && !char.IsSurrogate(c);

    /// <summary>In double quotes: any text can stand so.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                _ when IsPrintable(c) || char.IsSurrogate(c) => quoted.Append(c),
                _ => quoted.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return quoted.Append('"').ToString();
    }
}
