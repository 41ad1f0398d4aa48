using System.Text;
using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>Adds to a file that holds the comments of a post, and leaves every byte that stands there.</summary>
public static class CommentList
{
    /// <summary>
    /// The bytes with one comment more: as a further item where the file ends in a list that has a line for each item;
    /// else as a further document. With the line ends of the file. Null where the file is not UTF-8 or not YAML.
    /// </summary>
    /// <param name="comment">Its keys and values, lines ending in LF.</param>
    public static byte[]? Append(string path, ReadOnlySpan<byte> bytes, string comment)
    {
        var diagnostics = new List<Diagnostic>();
        if (TextFile.Read(path, bytes, diagnostics) is not { } text) return null;
        var read = YamlReader.Read(text, new(path, 1, 1));
        if (read.Diagnostics.Any(d => d.Severity == Severity.Error)) return null;

        var lines = text.Split('\n');
        var added = new StringBuilder(text.EndsWith('\n') ? "" : "\n");
        if (read.Value is [.., YamlList list] && IndentOf(list, lines) is { } indent && !IsEnded(lines))
        {
            if (IsSpaced(list, lines)) added.Append('\n');
            added.Append(Item(comment, indent));
        }
        else
        {
            added.Append("---\n").Append(comment);
        }

        var end = bytes.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
        return [.. bytes, .. Encoding.UTF8.GetBytes(added.Replace("\n", end).ToString())];
    }

    /// <summary>Of the dashes of a list; null if it is written between brackets, or after something else on a line.</summary>
    private static int? IndentOf(YamlList list, string[] lines)
    {
        if (list.Source.Line < 1 || list.Source.Line > lines.Length) return null;
        var (line, column) = (lines[list.Source.Line - 1], list.Source.Column - 1);
        return column < line.Length && line[column] == '-' && line.AsSpan(0, column).Trim(' ').IsEmpty
            && (column + 1 == line.Length || line[column + 1] == ' ') ? column : null;
    }

    /// <summary>A line of three dots, or dashes, ends a document: nothing can join its list.</summary>
    private static bool IsEnded(string[] lines) =>
        lines.LastOrDefault(line => line.Trim().Length > 0) is { } last
        && (last.StartsWith("...", StringComparison.Ordinal) || last.StartsWith("---", StringComparison.Ordinal));

    /// <summary>Whether blank lines stand between the items; of a single one, they shall.</summary>
    private static bool IsSpaced(YamlList list, string[] lines) =>
        list.Items.Count < 2 || list.Items[1].Source.Line is > 1 and var second && lines[second - 2].Trim().Length == 0;

    private static string Item(string comment, int indent)
    {
        var margin = new string(' ', indent);
        var item = new StringBuilder();
        foreach (var line in comment.TrimEnd('\n').Split('\n'))
        {
            var dash = item.Length == 0 ? "- " : "  ";
            if (line.Length > 0) item.Append(margin).Append(dash).Append(line);
            item.Append('\n');
        }

        return item.ToString();
    }
}
