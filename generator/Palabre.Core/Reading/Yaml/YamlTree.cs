using Palabre.Diagnostics;
using Palabre.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Palabre.Reading;

/// <summary>
/// Builds nodes from YamlDotNet's events, with a stack of its own. YamlDotNet recurses nowhere, and looks ahead at most
/// 1024 characters for the end of a key; but its scanner's work grows with the depth, which is why reading ends at
/// <see cref="YamlReader.MaximumDepth"/>.
/// </summary>
internal sealed class YamlTree
{
    private readonly YamlText text;
    private readonly List<Diagnostic> diagnostics;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly YamlAnchors anchors;
    private readonly Stack<YamlFrame> open = new();
    private readonly List<YamlNode> documents = [];

    private YamlTree(YamlText text, List<Diagnostic> diagnostics)
    {
        this.text = text;
        this.diagnostics = diagnostics;
        scanner = new(new StringReader(text.Text));
        parser = new(scanner);
        anchors = new(text, diagnostics);
    }

    public static IReadOnlyList<YamlNode> Read(YamlText text, List<Diagnostic> diagnostics)
    {
        var tree = new YamlTree(text, diagnostics);
        while (tree.TryNext() is { } next && tree.Take(next)) { }
        var found = diagnostics.Count;
        while (tree.open.Count > 0) tree.Close(); // what a mistake left open
        diagnostics.RemoveRange(found, diagnostics.Count - found); // consequences of that mistake
        return tree.documents;
    }

    /// <summary>The next event; null at the end and at a mistake, which is reported.</summary>
    private ParsingEvent? TryNext()
    {
        try
        {
            return parser.MoveNext() ? parser.Current : null;
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            // Besides YamlException, InvalidOperationException (a list that is not closed) and ArgumentException (a
            // broken escape) come out of the scanner, without a place.
            Report(Explain(mistake));
            return null;
        }
    }

    /// <summary>Of two mistakes in one line, the second often is the first once more.</summary>
    private void Report(Diagnostic mistake)
    {
        var isRepeated = diagnostics.Count > 0 && diagnostics[^1] is { Severity: Severity.Error } last
            && last.Source.Line == mistake.Source.Line;
        if (!isRepeated) diagnostics.Add(mistake);
    }

    private Diagnostic Explain(Exception mistake)
    {
        var here = scanner.CurrentPosition;
        var outermostBracket = open.LastOrDefault(frame => frame.IsFlow);
        return mistake switch
        {
            YamlException placed => YamlMistake.Explain(
                text, placed.Message, placed.Start, placed.End.Index > 0 ? placed.End : here, outermostBracket),
            ArgumentException => YamlMistake.BadEscape(text, here),
            _ when outermostBracket is null => YamlMistake.UnclosedBracketAbove(text, here),
            _ => YamlMistake.Explain(text, mistake.Message, here, here, outermostBracket),
        };
    }

    /// <summary>False if reading ends here.</summary>
    private bool Take(ParsingEvent next)
    {
        switch (next)
        {
            case Scalar scalar:
                Add(scalar);
                break;
            case MappingStart map:
                return Open(map, isMap: true, map.Style == MappingStyle.Flow);
            case SequenceStart list:
                return Open(list, isMap: false, list.Style == SequenceStyle.Flow);
            case MappingEnd or SequenceEnd:
                Close();
                break;
            case AnchorAlias alias:
                Add(anchors.Resolve(alias, open.Count));
                break;
            case DocumentEnd:
                anchors.Clear();
                break;
        }

        return true;
    }

    private bool Open(NodeEvent start, bool isMap, bool isFlow)
    {
        // A map like the one in [key: value] has no mark of its own: it begins with its key.
        var beginsWithKey = start.Start.Index == 0 && open.TryPeek(out var outer) && outer.IsFlow;
        var source = beginsWithKey ? open.Peek().Source : SourceOf(start, out _);
        if (open.Count == YamlReader.MaximumDepth)
        {
            diagnostics.Add(Catalogue.YamlTooDeep(source, YamlReader.MaximumDepth));
            return false;
        }

        NoteTag(start, source);
        var anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (anchor is not null) anchors.Open(anchor);
        open.Push(new(isMap, isFlow, source, start.Start, beginsWithKey, anchor));
        return true;
    }

    private void Close()
    {
        var frame = open.Pop();
        var node = frame.Close();
        if (frame.Anchor is not null) anchors.Set(frame.Anchor, node);
        Add(node);
    }

    private void Add(Scalar scalar)
    {
        var source = SourceOf(scalar, out var index);
        NoteTag(scalar, source);
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        var parentIndent = isBlock ? ParentIndent() : -1;
        var textSource = isBlock ? YamlBlock.TextSource(text, index, source, parentIndent) : source;
        if (isBlock && YamlBlock.OutrunsScanner(text.Text, index)) diagnostics.Add(Catalogue.YamlIndentation(textSource));
        var remark = isBlock ? YamlBlock.Remark(text.Text, index, textSource.Column - 1, parentIndent)
            : scalar.Style == ScalarStyle.Plain ? RemarkBehind(scalar) : -1;
        var node = new YamlScalar(source, text.Restore(scalar.Value), scalar.Style == ScalarStyle.Plain, textSource)
        {
            Remark = remark < 0 ? null : text.At(scalar.Start, remark),
        };
        var weighed = new Weighed(node, 1 + (node.Text.Length / 100), Height: 0);
        if (!scalar.Anchor.IsEmpty) anchors.SetText(scalar.Anchor.Value, weighed, text.At(scalar.Start));
        Add(weighed);
    }

    private void Add(Weighed node)
    {
        if (open.TryPeek(out var frame)) frame.Add(node, text, diagnostics);
        else documents.Add(node.Node);
    }

    /// <summary>The '#' behind a plain text; behind none, if it begins a word, as a tag of social media does. -1 where there is none.</summary>
    private int RemarkBehind(Scalar scalar)
    {
        var at = (int)scalar.End.Index;
        while (text.IsAt(at, ' ') || text.IsAt(at, '\t')) at++;
        return text.IsAt(at, '#') && (scalar.Value.Length > 0 || !text.IsAt(at + 1, ' ')) ? at : -1;
    }

    /// <summary>The column, 0-based, of the innermost list or map that indentation makes; -1 outside of all.</summary>
    private int ParentIndent()
    {
        foreach (var frame in open)
            if (!frame.IsFlow) return frame.Source.Column - 1;
        return -1;
    }

    /// <summary>Where a node begins behind its anchor and tag, which YamlDotNet counts as a part of it.</summary>
    private SourceLocation SourceOf(NodeEvent node, out int index)
    {
        index = (int)node.Start.Index;
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty) return text.At(node.Start);
        index = YamlBlock.SkipProperties(text.Text, index);
        return text.At(node.Start, index);
    }

    private void NoteTag(NodeEvent node, SourceLocation source)
    {
        if (node.Tag.IsEmpty || node.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal)) return;
        diagnostics.Add(Catalogue.YamlUnknownTag(node.Anchor.IsEmpty ? text.At(node.Start) : source, node.Tag.Value));
    }
}
