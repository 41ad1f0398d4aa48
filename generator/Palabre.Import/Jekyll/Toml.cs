using System.Text;
using Palabre.Writing;

namespace Palabre.Import.Jekyll;

/// <summary>Front matter in TOML, between lines <c>+++</c>, as the same in YAML: keys with texts, dates, flags, numbers and lists of these.</summary>
internal static class Toml
{
    /// <summary>The file with YAML for its TOML; as it is where it has none. Keys of tables are kept with the table's name before them.</summary>
    internal static byte[] ToYaml(byte[] bytes)
    {
        if (!bytes.AsSpan().TrimStart("\uFEFF"u8).StartsWith("+++"u8)) return bytes;
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "+++");
        if (end < 0) return bytes;
        var yaml = new YamlWriter();
        var table = "";
        for (var i = 1; i < end; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[')
            {
                table = line.Trim('[', ']', ' ');
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) continue;
            var value = new StringBuilder(line[(equals + 1)..].Trim());
            while (value.Length > 0 && value[0] == '[' && !value.ToString().TrimEnd(',', ' ').EndsWith(']') && i + 1 < end) value.Append(lines[++i].Trim());
            Write(yaml, table, line[..equals].Trim().Trim('"'), value.ToString());
        }

        return Encoding.UTF8.GetBytes($"---\n{yaml}---\n{string.Join('\n', lines[(end + 1)..])}");
    }

    private static void Write(YamlWriter yaml, string table, string key, string value)
    {
        // Hugo's taxonomies may stand in a table of their own.
        var name = table is "" or "taxonomies" ? key : $"{table}.{key}";
        if (value.StartsWith('[')) yaml.Texts(name, Values(value));
        else yaml.Text(name, Plain(value));
    }

    private static List<string> Values(string list)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quote = '\0';
        foreach (var c in list.AsSpan(1, Math.Max(0, list.LastIndexOf(']') - 1)))
        {
            if (quote == '\0' && c == ',')
            {
                Take();
                continue;
            }

            if (c is '"' or '\'' && (quote == '\0' || quote == c)) quote = quote == '\0' ? c : '\0';
            value.Append(c);
        }

        Take();
        return values;

        void Take()
        {
            if (Plain(value.ToString().Trim()) is { Length: > 0 } plain) values.Add(plain);
            value.Clear();
        }
    }

    private static string Plain(string value)
    {
        if (value.Length > 1 && value[0] is '"' or '\'')
        {
            var close = value.LastIndexOf(value[0]);
            var text = close > 0 ? value[1..close] : value[1..];
            return value[0] == '\'' ? text : text.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        }

        var remark = value.IndexOf('#', StringComparison.Ordinal);
        return (remark < 0 ? value : value[..remark]).Trim();
    }
}
