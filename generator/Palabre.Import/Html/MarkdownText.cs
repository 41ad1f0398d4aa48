using System.Globalization;
using System.Text;

namespace Palabre.Import.Html;

/// <summary>
/// Writes a cleaned text as Markdown, as an editor would. What Markdown cannot say stays HTML where that is allowed;
/// elsewhere there is no Markdown of it.
/// </summary>
internal sealed class MarkdownText
{
    private readonly IReadOnlyList<Part> parts;
    private readonly bool mayHoldHtml, mayEndSummary;
    private readonly StringBuilder text = new();
    private readonly List<Container> containers = [new("", "")];
    private bool cannot;

    private MarkdownText(IReadOnlyList<Part> parts, bool mayHoldHtml, bool mayEndSummary) =>
        (this.parts, this.mayHoldHtml, this.mayEndSummary) = (parts, mayHoldHtml, mayEndSummary);

    /// <summary>Null where Markdown alone cannot say it.</summary>
    /// <param name="isPost">Of a post, which has a summary.</param>
    internal static string? Of(IReadOnlyList<Part> parts, bool mayHoldHtml, bool isPost)
    {
        var writer = new MarkdownText(parts, mayHoldHtml, isPost);
        writer.Write();
        return writer.cannot ? null : writer.text.ToString().TrimEnd('\n');
    }

    internal static bool IsBlock(string name) => name is "p" or "blockquote" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "pre"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "table" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" or "caption"
        or "figure" or "figcaption" or "details" or "summary";

    private void Write()
    {
        for (var i = 0; i < parts.Count && !cannot; i++)
        {
            var part = parts[i];
            switch (part.Kind)
            {
                case PartKind.Open: i = Open(part, i); break;
                case PartKind.Close: Close(part); break;
                case PartKind.Rule: Block("---"); break;
                case PartKind.More when mayEndSummary: Block("<!--more-->"); break;
                case PartKind.Text: cannot = true; break; // running text stands in paragraphs
            }
        }
    }

    /// <returns>The position of the last part that was written.</returns>
    private int Open(Part part, int at)
    {
        switch (part.Name)
        {
            case "p":
                return Paragraph(at, "");
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                return Heading(at, part.Name[1] - '0');
            case "pre":
                return Code(at);
            case "blockquote" when part.Attributes is null:
                Space();
                containers.Add(new("> ", "> "));
                return at;
            case "ul" or "ol" when part.Attribute("reversed") is null:
                OpenList(part);
                return at;
            case "li" when containers[^1].List is not null:
                OpenEntry();
                return at;
            case "table" when MarkdownTable.Of(parts, at, this) is var (lines, end):
                Space();
                foreach (var line in lines) Line(line);
                return end;
            default:
                return AsHtml(at);
        }
    }

    private void Close(Part part)
    {
        if (part.Name is not ("blockquote" or "ul" or "ol" or "li") || containers.Count == 1)
        {
            cannot = true;
            return;
        }

        var closed = containers[^1];
        // A quotation or an entry without anything in it is still there.
        if (!closed.IsBegun && part.Name is "li" or "blockquote") Line("");
        containers.RemoveAt(containers.Count - 1);
        if (part.Name is "ul" or "ol") containers[^1].LastList = (part.Name, closed.Mark);
    }

    private int Paragraph(int at, string before)
    {
        var end = EndOf(at);
        var lines = MarkdownInline.Of(parts, at + 1, end, mayHoldHtml);
        if (lines is null) cannot = true;
        else
        {
            Space();
            foreach (var line in (before + lines).Split('\n')) Line(line);
        }

        return end;
    }

    private int Heading(int at, int level)
    {
        var end = EndOf(at);
        if (end == at + 1) return end; // an empty one says nothing
        var line = MarkdownInline.Of(parts, at + 1, end, mayHoldHtml);
        if (line is null || line.Contains('\n', StringComparison.Ordinal)) return AsHtml(at);
        Space();
        Line($"{new string('#', level)} {(line.EndsWith('#') ? line[..^1] + "\\#" : line)}");
        return end;
    }

    private int Code(int at)
    {
        var end = EndOf(at);
        var code = new StringBuilder();
        string? language = null;
        for (var i = at + 1; i < end; i++)
        {
            var part = parts[i];
            if (part.Kind == PartKind.Text) code.Append(part.Value);
            else if (part.Kind == PartKind.Break) code.Append('\n');
            else if (part.Name == "code") language ??= part.Attribute("class")?["language-".Length..];
            else return AsHtml(at);
        }

        var lines = code.ToString().TrimEnd('\n').Split('\n');
        if (lines[0].Length == 0) lines = lines[1..]; // HTML leaves out the first line's end
        var fence = new string('`', Math.Max(3, lines.Max(l => LongestRun(l, '`')) + 1));
        Space();
        Line(fence + (language is not null && language.All(char.IsAsciiLetterOrDigit) ? language : ""));
        foreach (var line in lines) Line(line);
        Line(fence);
        return end;
    }

    internal static int LongestRun(string text, char mark)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text) longest = Math.Max(longest, run = c == mark ? run + 1 : 0);
        return longest;
    }

    private void OpenList(Part part)
    {
        var isNumbered = part.Name == "ol";
        var last = containers[^1].LastList;
        // A list within an entry stands right below its words; a number other than 1 would be words itself there.
        if (containers.Count == 1 || containers[^2].List is null || containers[^1].LastList is not null || part.Attribute("start") is not null) Space();
        // Two lists in a row are two only if their marks differ.
        var mark = isNumbered ? (last is ("ol", '.') ? ')' : '.') : last is ("ul", '-') ? '*' : '-';
        var number = isNumbered && int.TryParse(part.Attribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        containers.Add(new("", "") { List = part.Name, Mark = mark, Number = number, IsBegun = true, IsFresh = true });
    }

    private void OpenEntry()
    {
        var list = containers[^1];
        if (!list.IsFresh && list.IsLoose) Line("");
        var mark = list.List == "ol" ? list.Number++.ToString(CultureInfo.InvariantCulture) + list.Mark + " " : list.Mark + " ";
        list.IsFresh = false;
        containers.Add(new(mark, new(' ', mark.Length)));
    }

    /// <summary>An element that Markdown has no words for, with all that is in it.</summary>
    private int AsHtml(int at)
    {
        var end = EndOf(at);
        if (!mayHoldHtml || parts[at].Name is "li" or "dt" or "dd" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "caption" or "figcaption" or "summary")
        {
            cannot = true;
            return end;
        }

        Space();
        foreach (var line in CleanHtml.Of(parts, at, end + 1).Split('\n')) Line(line);
        return end;
    }

    /// <summary>The position of the part that closes what opens at <paramref name="at"/>.</summary>
    internal int EndOf(int at)
    {
        var depth = 0;
        for (var i = at; i < parts.Count; i++)
        {
            if (parts[i].Kind == PartKind.Open) depth++;
            else if (parts[i].Kind == PartKind.Close && --depth == 0) return i;
        }

        return parts.Count;
    }

    internal string? Cell(int at, int end) => MarkdownInline.Of(parts, at, end, mayHoldHtml);

    private void Block(string line)
    {
        Space();
        Line(line);
    }

    /// <summary>An empty line before a block, unless it is the first where it stands.</summary>
    private void Space()
    {
        var here = containers[^1];
        if (here.IsBegun && here.List is null && text.Length > 0) Line("");
        if (here.IsBegun && here.List is null && containers.Count > 1 && containers[^2].List is not null) containers[^2].IsLoose = true;
        here.LastList = null;
    }

    private void Line(string line)
    {
        var start = text.Length;
        foreach (var container in containers)
        {
            text.Append(container.IsBegun ? container.Rest : container.First);
            container.IsBegun = true;
        }

        text.Append(line);
        if (line.Length == 0)
            while (text.Length > start && text[^1] == ' ') text.Length--;
        text.Append('\n');
    }

    /// <summary>What lines begin with where they stand.</summary>
    private sealed class Container(string first, string rest)
    {
        internal string First => first;
        internal string Rest => rest;
        internal bool IsBegun { get; set; }
        internal string? List { get; init; }
        internal char Mark { get; init; }
        internal int Number { get; set; }
        internal bool IsFresh { get; set; }
        internal bool IsLoose { get; set; }
        internal (string Name, char Mark)? LastList { get; set; }
    }
}
