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
    private const int Widest = 110; // no program makes such lines: each is a paragraph
    private const int DeepestQuote = 20;
    private const int LongQuote = 8; // lines, at the end of a letter
    private const int Ragged = 8; // people who end lines by hand leave as much
    private const int TabWidth = 8, MostIndent = 40;

    /// <param name="words">What the folds are called: a signature, a quoted letter.</param>
    internal static List<Part> Read(string text, Flow flow, (string Signature, string Quoted) words)
    {
        var lines = LetterLines.Of(text, flow);
        var end = lines.TrimEnd(0, lines.Count);
        var letter = Math.Min(LetterEnd.QuotedLetter(lines), end);
        var signature = LetterEnd.Signature(lines, letter);
        var own = lines.TrimEnd(0, signature);
        var quote = LastQuoteOf(lines, own, flow);
        var parts = new List<Part>();
        Write(lines, 0, quote, flow, parts);
        if (quote < own) Fold(words.Quoted, lines, (quote, own), flow, parts);
        signature++; // the line that begins it says no more than the fold's name
        if (lines.TrimEnd(signature, letter) > signature) Fold(words.Signature, lines, (signature, lines.TrimEnd(signature, letter)), flow, parts);
        if (letter == end) return parts;
        if (LetterEnd.IsRule(lines.Words[letter])) letter++;
        // Nobody answers it: it is passed on to be read, and the words are not those of who does so.
        if (own == 0) parts.AddRange(Quoted(lines, letter, end, flow));
        else Fold(words.Quoted, lines, (letter, end), flow, parts);
        return parts;
    }

    /// <summary>Where what is quoted at the end begins, if there are words above it.</summary>
    private static int LastQuoteOf(LetterLines lines, int end, Flow flow)
    {
        var at = end;
        while (at > 0 && (lines.Depths[at - 1] > 0 || lines.IsBlank(at - 1))) at--;
        return at == 0 || end - at < LongQuote ? end : at;
    }

    private static List<Part> Quoted(LetterLines lines, int from, int to, Flow flow)
    {
        var parts = new List<Part> { new(PartKind.Open, "blockquote") };
        Write(lines, from, to, flow, parts);
        parts.Add(new(PartKind.Close, "blockquote"));
        return parts;
    }

    private static void Fold(string word, LetterLines lines, (int From, int To) part, Flow flow, List<Part> parts)
    {
        parts.Add(new(PartKind.Open, "details"));
        parts.Add(new(PartKind.Open, "summary"));
        parts.Add(new(PartKind.Text, "", word));
        parts.Add(new(PartKind.Close, "summary"));
        Write(lines, part.From, part.To, flow, parts);
        parts.Add(new(PartKind.Close, "details"));
    }

    private static void Write(LetterLines lines, int from, int to, Flow flow, List<Part> parts)
    {
        var depth = 0;
        var paragraph = new List<string>();
        for (var i = from; i < to; i++)
        {
            var deep = Math.Min(lines.Depths[i], DeepestQuote);
            if (deep != depth || lines.IsBlank(i) || lines.Ends[i] > 0) Paragraph(paragraph, flow, parts);
            for (; depth < deep; depth++) parts.Add(new(PartKind.Open, "blockquote"));
            for (; depth > deep; depth--) parts.Add(new(PartKind.Close, "blockquote"));
            if (lines.Ends[i] > 0)
            {
                AsItIs(lines.Words.AsSpan(i, Math.Min(lines.Ends[i], to) - i), parts);
                i = lines.Ends[i] - 1;
            }
            else if (!lines.IsBlank(i))
            {
                paragraph.Add(lines.Words[i]);
            }
        }

        Paragraph(paragraph, flow, parts);
        for (; depth > 0; depth--) parts.Add(new(PartKind.Close, "blockquote"));
    }

    private static void Paragraph(List<string> lines, Flow flow, List<Part> parts)
    {
        if (lines.Count == 0) return;
        if (SetLines.Are(lines, flow != Flow.Fixed && lines.SkipLast(1).Any(line => line.EndsWith(' '))))
        {
            AsItIs(CollectionsMarshal.AsSpan(lines), parts);
            lines.Clear();
            return;
        }

        parts.Add(new(PartKind.Open, "p"));
        var whole = new StringBuilder();
        var width = WidthOf(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var goesOn = i + 1 < lines.Count && (flow == Flow.Fixed ? IsBroken(line, lines[i + 1], width) : line.EndsWith(' ') && line != "-- ");
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

    /// <summary>How wide a program made the lines. It cannot break a single word, such as an address.</summary>
    private static int WidthOf(List<string> lines)
    {
        var width = 0;
        foreach (var line in lines)
        {
            var text = line.AsSpan().TrimEnd();
            if (text.Length > width && text.TrimStart().Contains(' ')) width = text.Length;
        }

        return width;
    }

    /// <summary>Whether a line was broken for want of place: it is long, and there was hardly any for the first word of the next.</summary>
    private static bool IsBroken(string line, string next, int width)
    {
        var length = line.AsSpan().TrimEnd().Length;
        if (line.Length < LongLine || width > Widest || LineMarks.Begins(next)) return false;
        var word = next.AsSpan().TrimStart();
        var end = word.IndexOfAny(' ', '\t');
        if (end < 0 && !line.AsSpan().Trim().Contains(' ')) return false; // keys and files as letters
        return length + 1 + (end < 0 ? word.Length : end) > width - Ragged;
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
