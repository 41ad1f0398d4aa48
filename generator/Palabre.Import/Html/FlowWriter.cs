using System.Text;

namespace Palabre.Import.Html;

/// <summary>
/// Makes a flat, regular text of what a page holds: running text stands in paragraphs, items and cells; emphasis begins
/// and ends at words and is never empty; two line ends in a row part paragraphs.
/// </summary>
internal sealed class FlowWriter(bool linesCount)
{
    private readonly List<Part> parts = [];
    private readonly List<string> blocks = []; // open, outermost first
    private readonly List<(Part Part, bool IsLost)> inlines = [];
    private readonly StringBuilder run = new();
    private int shown; // as many of the inlines are open in the output
    private bool inParagraph, hasContent, space;
    private int breaks, lines;
    private int verbatim;

    internal List<Part> End()
    {
        Boundary();
        while (blocks.Count > 0) Close(blocks[^1]);
        return parts;
    }

    internal void Text(string text)
    {
        if (verbatim > 0)
        {
            Materialise();
            run.Append(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
            return;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' && linesCount) lines++;
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f') space = true;
            else if (c == '\u00A0' && !(i > 0 && text[i - 1] == c) && !(i + 1 < text.Length && text[i + 1] == c)) space = true;
            else
            {
                Materialise();
                run.Append(c);
            }
        }
    }

    internal void Break()
    {
        if (verbatim > 0) Text("\n");
        else breaks++;
    }

    internal void Rule()
    {
        Boundary();
        parts.Add(new(PartKind.Rule, ""));
    }

    internal void More()
    {
        if (blocks.Count > 0) return; // a summary cannot end within a list
        Boundary();
        parts.Add(new(PartKind.More, ""));
    }

    internal void Picture(string source, string alt, string title, bool leavesLink)
    {
        if (leavesLink && inlines.Count > 0 && inlines[^1].Part.Name == "a" && shown < inlines.Count)
            inlines[^1] = (inlines[^1].Part, true);
        Materialise();
        FlushRun();
        parts.Add(new(PartKind.Picture, "", source, [("alt", alt), ("title", title)]));
    }

    internal void Enter(Part inline) => inlines.Add((inline, inlines.Exists(i => i.Part.Name == inline.Name && inline.Name != "span")));

    internal void Leave()
    {
        if (shown == inlines.Count)
        {
            FlushRun();
            if (!inlines[^1].IsLost) parts.Add(new(PartKind.Close, inlines[^1].Part.Name));
            shown--;
        }

        inlines.RemoveAt(inlines.Count - 1);
    }

    /// <summary>A paragraph ends here, if one is open.</summary>
    internal void Boundary()
    {
        CloseInlines();
        if (inParagraph) parts.Add(new(PartKind.Close, "p"));
        (inParagraph, hasContent, space, breaks, lines) = (false, false, false, 0, 0);
    }

    internal void Open(Part block)
    {
        Boundary();
        parts.Add(block);
        blocks.Add(block.Name);
        if (block.Name == "pre") verbatim++;
    }

    internal void Close(string name)
    {
        if (blocks.Count == 0 || blocks[^1] != name) return;
        Boundary();
        parts.Add(new(PartKind.Close, name));
        blocks.RemoveAt(blocks.Count - 1);
        if (name == "pre") verbatim--;
    }

    private void CloseInlines()
    {
        FlushRun();
        for (; shown > 0; shown--)
            if (!inlines[shown - 1].IsLost) parts.Add(new(PartKind.Close, inlines[shown - 1].Part.Name));
    }

    private bool IsLeaf => blocks.Count > 0 && blocks[^1] is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "summary" or "caption" or "dt";

    /// <summary>Opens what it takes for a word to stand here.</summary>
    private void Materialise()
    {
        var ended = Math.Max(breaks, lines);
        if (hasContent && ended >= 2 && !IsLeaf) Boundary();
        else if (hasContent && ended > 0)
        {
            FlushRun();
            parts.Add(new(PartKind.Break, ""));
        }
        else if (hasContent && space && verbatim == 0)
        {
            run.Append(' ');
        }

        (space, breaks, lines) = (false, 0, 0);
        if (!inParagraph && !IsLeaf)
        {
            parts.Add(new(PartKind.Open, "p"));
            inParagraph = true;
        }

        hasContent = true;
        if (shown == inlines.Count) return;
        FlushRun();
        for (; shown < inlines.Count; shown++)
            if (!inlines[shown].IsLost) parts.Add(inlines[shown].Part);
    }

    private void FlushRun()
    {
        if (run.Length > 0) parts.Add(new(PartKind.Text, "", run.ToString()));
        run.Clear();
    }
}
