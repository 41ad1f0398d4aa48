using System.Runtime.InteropServices;
using System.Text;
using Palabre.Import.Html;

namespace Palabre.Import.Mail;

/// <summary>What the header of a letter says of its lines (RFC 3676).</summary>
internal enum Flow
{
    /// <summary>Nothing: they are as they are.</summary>
    Fixed,

    /// <summary>Those that end in a space go on.</summary>
    Flowed,

    /// <summary>They go on without that space: it was put in where a program broke them (<c>delsp=yes</c>).</summary>
    Tight,
}

/// <summary>
/// Makes paragraphs and quotations of the plain text of a letter. Lines that were broken by a program are one again;
/// signatures, and a letter quoted whole below its answer, are folded.
/// </summary>
internal static class MailText
{
    private const int LongLine = 58; // a program broke what is longer; people break lines where they mean it
    private const int DeepestQuote = 20;
    private const int LongQuote = 8; // lines, at the end of a letter
    private const int TabWidth = 8, MostIndent = 40;

    /// <param name="words">What the folds are called: a signature, a quoted letter.</param>
    internal static List<Part> Read(string text, Flow flow, (string Signature, string Quoted) words)
    {
        List<string> lines = [.. text.Split('\n')];
        TrimEnd(lines);
        var signature = SignatureOf(lines);
        var quoted = LastQuoteOf(lines, flow);
        var parts = new List<Part>();
        Write(lines, flow, parts);
        if (quoted.Count > 0) Fold(words.Quoted, quoted, flow, parts);
        if (signature.Count > 0) Fold(words.Signature, signature, flow, parts);
        return parts;
    }

    private static void TrimEnd(List<string> lines)
    {
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1])) lines.RemoveAt(lines.Count - 1);
    }

    /// <summary>Takes the lines below <c>-- </c>, or those that a list puts below every letter.</summary>
    private static List<string> SignatureOf(List<string> lines)
    {
        var at = lines.FindIndex(line => line is "-- " or "--" || (line.Length >= 30 && line.Trim().All(c => c == '_')));
        if (at < 0 || lines.Count - at > 40) return [];
        var signature = lines[(at + 1)..];
        lines.RemoveRange(at, lines.Count - at);
        TrimEnd(lines);
        TrimEnd(signature);
        return signature.TrueForAll(string.IsNullOrWhiteSpace) ? [] : signature;
    }

    /// <summary>Takes what is quoted at the end, where there are words above it.</summary>
    private static List<string> LastQuoteOf(List<string> lines, Flow flow)
    {
        var at = lines.Count;
        while (at > 0 && (DepthOf(lines[at - 1], flow) > 0 || string.IsNullOrWhiteSpace(lines[at - 1]))) at--;
        if (at == 0 || lines.Count - at < LongQuote) return [];
        var quoted = lines[at..];
        lines.RemoveRange(at, lines.Count - at);
        return quoted;
    }

    private static void Fold(string word, List<string> lines, Flow flow, List<Part> parts)
    {
        parts.Add(new(PartKind.Open, "details"));
        parts.Add(new(PartKind.Open, "summary"));
        parts.Add(new(PartKind.Text, "", word));
        parts.Add(new(PartKind.Close, "summary"));
        Write(lines, flow, parts);
        parts.Add(new(PartKind.Close, "details"));
    }

    private static void Write(List<string> lines, Flow flow, List<Part> parts)
    {
        var depth = 0;
        var paragraph = new List<string>();
        int[] depths = [.. lines.Select(line => DepthOf(line, flow))];
        string[] unquoted = [.. lines.Select((line, i) => Unquoted(line, depths[i], flow).TrimEnd('\r'))];
        for (int i = 0, looked = 0; i < lines.Count; i++)
        {
            var (deep, words) = (Math.Min(depths[i], DeepestQuote), unquoted[i]);
            if (deep != depth || string.IsNullOrWhiteSpace(words)) Paragraph(paragraph, flow, parts);
            for (; depth < deep; depth++) parts.Add(new(PartKind.Open, "blockquote"));
            for (; depth > deep; depth--) parts.Add(new(PartKind.Close, "blockquote"));
            var patch = 0;
            if (i >= looked) (patch, looked) = Patch.Find(unquoted, depths, i);
            if (patch > 0)
            {
                Paragraph(paragraph, flow, parts);
                AsItIs(unquoted.AsSpan(i, patch), parts);
                i += patch - 1;
            }
            else if (!string.IsNullOrWhiteSpace(words))
            {
                paragraph.Add(words);
            }
        }

        Paragraph(paragraph, flow, parts);
        for (; depth > 0; depth--) parts.Add(new(PartKind.Close, "blockquote"));
    }

    private static int DepthOf(string line, Flow flow)
    {
        if (flow != Flow.Fixed && line.StartsWith(' ')) return 0; // the space protects what follows (section 4.4)
        var depth = 0;
        foreach (var c in line)
        {
            if (c == '>') depth++;
            else if (c != ' ') break;
        }

        return depth;
    }

    private static string Unquoted(string line, int depth, Flow flow)
    {
        var at = 0;
        while (depth > 0)
            if (line[at++] == '>') depth--;
        return (at > 0 || flow != Flow.Fixed) && at < line.Length && line[at] == ' ' ? line[(at + 1)..] : line[at..];
    }

    private static void Paragraph(List<string> lines, Flow flow, List<Part> parts)
    {
        if (lines.Count == 0) return;
        if (IsSet(lines))
        {
            AsItIs(CollectionsMarshal.AsSpan(lines), parts);
            lines.Clear();
            return;
        }

        parts.Add(new(PartKind.Open, "p"));
        var whole = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var goesOn = i + 1 < lines.Count && (flow == Flow.Fixed ? line.Length >= LongLine : line.EndsWith(' ') && line != "-- ");
            if (whole.Length == 0) Indent(line, parts);
            whole.Append(flow == Flow.Tight && goesOn ? line[..^1] : line).Append(goesOn && flow != Flow.Tight ? " " : "");
            if (goesOn) continue;
            Words(string.Join(' ', whole.ToString().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)), parts);
            whole.Clear();
            if (i + 1 < lines.Count) parts.Add(new(PartKind.Break, ""));
        }

        parts.Add(new(PartKind.Close, "p"));
        lines.Clear();
    }

    /// <summary>Whether the lines are code, a table, a drawing: all are set in, or several of short ones are and none is part of a list.</summary>
    private static bool IsSet(List<string> lines)
    {
        var set = lines.Count(line => line.StartsWith("  ", StringComparison.Ordinal) || line[0] == '\t');
        return set == lines.Count || (set > 1 && lines.TrueForAll(line => line.Length < LongLine && !(line.Length > 1 && line[0] is '-' or '*' or '+' or '•' && line[1] == ' ') && !char.IsAsciiDigit(line[0])));
    }

    private static void AsItIs(ReadOnlySpan<string> lines, List<Part> parts)
    {
        parts.Add(new(PartKind.Open, "pre"));
        parts.Add(new(PartKind.Text, "", string.Join('\n', lines!)));
        parts.Add(new(PartKind.Close, "pre"));
    }

    /// <summary>What a line is set in by stays, as spaces that no reader of Markdown takes away.</summary>
    private static void Indent(string line, List<Part> parts)
    {
        var width = 0;
        foreach (var c in line)
        {
            if (c == '\t') width += TabWidth - (width % TabWidth);
            else if (c == ' ') width++;
            else break;
        }

        if (width > 0) parts.Add(new(PartKind.Text, "", new string('\u00A0', Math.Min(width, MostIndent))));
    }

    /// <summary>Addresses are links.</summary>
    private static void Words(string line, List<Part> parts)
    {
        var copied = 0;
        for (var at = line.IndexOf("http", StringComparison.Ordinal); at >= 0; at = line.IndexOf("http", at + 4, StringComparison.Ordinal))
        {
            if (at < copied || MarkdownEscape.AddressAt(line, at) is not { } end) continue;
            if (at > copied) parts.Add(new(PartKind.Text, "", line[copied..at]));
            parts.Add(new(PartKind.Open, "a", line[at..end]));
            parts.Add(new(PartKind.Text, "", line[at..end]));
            parts.Add(new(PartKind.Close, "a"));
            copied = end;
        }

        if (copied < line.Length) parts.Add(new(PartKind.Text, "", line[copied..]));
    }
}
