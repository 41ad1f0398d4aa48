using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>Which characters of a file an edit of its fields takes, and what it puts there.</summary>
internal sealed class FieldPlaces(SourceText source)
{
    private const string NotInPlace = "its value is a block, goes over several lines, or hangs on an anchor";

    private string Text => source.Text;

    /// <returns>What to change; or why it is left to the editor, to stand after a colon.</returns>
    internal (IReadOnlyList<TextEdit> Texts, string? Refusal) Of(FieldEdit edit) => edit switch
    {
        SetText set => Value(set.Map, set.Key) is { } value && value.End >= 0
            ? One(Replaced(value.Start, value.End, set.Text, IsFlow(set.Map))) : Refused(NotInPlace),
        SetListed set => Find(set.Map, set.Key) is { } pair && pair.Value is YamlList list && list.Items[set.Position] is YamlScalar item && Span(item) is { } span
            ? One(Replaced(span.Start, span.End, set.Text, IsFlow(list))) : Refused(NotInPlace),
        RenameKey rename => Find(rename.Map, rename.Key) is { } pair && Colon(pair.Key) is not null && Span(pair.Key) is { } span
            ? One(new(span.Start, span.End - span.Start, YamlWriter.Scalar(rename.NewKey))) : Refused("the key is not written where it counts"),
        AddKey add => Added(add),
        AddListed add => AddedToList(add),
        RemoveKey remove => Removed(remove),
        _ => Refused(NotInPlace),
    };

    private (IReadOnlyList<TextEdit>, string?) Added(AddKey add)
    {
        var isFlow = IsFlow(add.Map);
        var written = $"{YamlWriter.Scalar(add.Key)}: {(add.IsList ? Listed(add.Texts) : Written(add.Texts[0], ' ', isFlow))}";
        if (source.At(add.Map.Source) is not { } start || add.Map.Pairs.Count == 0) return Refused("the map is empty");
        // Where a key stands behind a tab, only YAML knows its column.
        if (!isFlow && Text.AsSpan(source.LineStart(start), start - source.LineStart(start)).Contains('\t')) return Refused("its keys stand behind a tab");
        if (add.After is null)
            return One(isFlow ? new(start + 1, 0, written + ", ") : new(start, 0, written + source.LineEndNear(start) + Indent(start)));
        if (Value(add.Map, add.After) is not { } value || value.End < 0) return Refused(NotInPlace);
        if (isFlow) return One(new(value.End, 0, ", " + written));
        var end = source.LineEnd(value.End);
        var key = source.At(Find(add.Map, add.After)!.Value.Key.Source)!.Value;
        return IsBlankOrComment(value.End, end) ? One(new(end, 0, source.LineEndNear(start) + Indent(key) + written)) : Refused(NotInPlace);
    }

    private (IReadOnlyList<TextEdit>, string?) AddedToList(AddListed add)
    {
        if (Find(add.Map, add.Key) is not { } pair || Colon(pair.Key) is not { } colon) return Refused(NotInPlace);
        if (pair.Value is YamlScalar scalar)
        {
            if (Value(add.Map, add.Key) is not { } value || value.End < 0) return Refused(NotInPlace);
            string[] texts = scalar.IsAbsent ? [.. add.Texts] : [scalar.Text, .. add.Texts];
            var list = Listed(texts);
            return One(new(value.Start, value.End - value.Start, value.Start == colon + 1 ? " " + list : list));
        }

        if (pair.Value is not YamlList { Items: var items } found || source.At(found.Source) is not { } start || start < colon || HangsOnAnchor(colon)) return Refused(NotInPlace);
        if (items.Count == 0) return One(new(start + 1, 0, string.Join(", ", add.Texts.Select(YamlWriter.FlowScalar))));
        if (items[^1] is not YamlScalar last || Span(last) is not { } span) return Refused(NotInPlace);
        if (IsFlow(found)) return One(new(span.End, 0, string.Concat(add.Texts.Select(text => ", " + YamlWriter.FlowScalar(text)))));
        var end = source.LineEnd(span.End);
        if (!IsBlankOrComment(span.End, end)) return Refused(NotInPlace);
        var before = source.LineEndNear(start) + Indent(start);
        return One(new(end, 0, string.Concat(add.Texts.Select(text => before + "- " + YamlWriter.Scalar(text)))));
    }

    private (IReadOnlyList<TextEdit>, string?) Removed(RemoveKey remove)
    {
        var at = remove.Map.Pairs.ToList().FindIndex(p => p.Key.Text == remove.Key);
        if (at < 0 || remove.Map.Pairs.Count == 1 || source.At(remove.Map.Pairs[at].Key.Source) is not { } start || Colon(remove.Map.Pairs[at].Key) is null)
            return Refused("nothing would be left, or the key is not written where it counts");
        var isLast = at == remove.Map.Pairs.Count - 1;
        var next = isLast ? null : source.At(remove.Map.Pairs[at + 1].Key.Source);
        if (IsFlow(remove.Map))
        {
            if (next is { } follows) return One(new(start, follows - start, ""));
            return Value(remove.Map, remove.Map.Pairs[at - 1].Key.Text) is { End: >= 0 and var from } && Value(remove.Map, remove.Key) is { End: >= 0 and var to }
                ? One(new(from, to - from, "")) : Refused(NotInPlace);
        }

        var line = source.LineStart(start);
        // Behind the '-' of a list the next key moves up to its place.
        if (!Text.AsSpan(line, start - line).IsWhiteSpace()) return next is { } after ? One(new(start, after - start, "")) : Refused(NotInPlace);
        return One(new(line, EndOf(start, start - line, remove.Map.Pairs[at].Value is YamlList) - line, ""));
    }

    /// <summary>Where the lines of a key in a block map end: those below that are indented further, blank ones at the end left out.</summary>
    private int EndOf(int start, int indent, bool isList)
    {
        var end = source.NextLine(start);
        for (var at = end; at < Text.Length; at = source.NextLine(at))
        {
            var line = Text.AsSpan(at, source.LineEnd(at) - at);
            var text = line.TrimStart(' ');
            if (text.IsWhiteSpace()) continue;
            var spaces = line.Length - text.Length;
            var isItem = isList && spaces == indent && text[0] == '-' && (text.Length == 1 || text[1] == ' ');
            if (spaces <= indent && !isItem) break;
            end = source.NextLine(at);
        }

        return end;
    }

    private static YamlPair? Find(YamlMap map, string key)
    {
        foreach (var pair in map.Pairs)
            if (pair.Key.Text == key) return pair;
        return null;
    }

    /// <summary>The characters of the text under a key; an end of -1 where it is not written there, in one piece.</summary>
    private (int Start, int End)? Value(YamlMap map, string key)
    {
        if (Find(map, key) is not { } pair || Colon(pair.Key) is not { } colon || pair.Value is not YamlScalar scalar || HangsOnAnchor(colon)) return null;
        if (scalar is { IsPlain: true, Text: "" }) return (colon + 1, colon + 1);
        if (Span(scalar) is not { } span || span.Start <= colon || !Text.AsSpan(colon + 1, span.Start - colon - 1).IsWhiteSpace()) return (colon, -1);
        return span;
    }

    /// <summary>Where the colon behind a key stands; null if the key is not written there (an alias, a merged map).</summary>
    private int? Colon(YamlScalar key)
    {
        if (Span(key) is not { } span) return null;
        var at = span.End;
        while (at < Text.Length && Text[at] == ' ') at++;
        return at < Text.Length && Text[at] == ':' ? at : null;
    }

    private bool HangsOnAnchor(int colon)
    {
        var at = colon + 1;
        while (at < Text.Length && Text[at] is ' ' or '\t') at++;
        return at < Text.Length && Text[at] is '&' or '*' or '!';
    }

    /// <summary>The characters that a text is written with, its quotes included; null for a block and for a plain text over several lines.</summary>
    private (int Start, int End)? Span(YamlScalar scalar)
    {
        if (source.At(scalar.Source) is not { } start || start >= Text.Length) return null;
        if (scalar.IsPlain)
        {
            return scalar.Text.Length > 0 && string.CompareOrdinal(Text, start, scalar.Text, 0, scalar.Text.Length) == 0
                ? (start, start + scalar.Text.Length) : null;
        }

        var quote = Text[start];
        if (quote is not ('\'' or '"')) return null;
        for (var i = start + 1; i < Text.Length; i++)
        {
            if (quote == '"' && Text[i] == '\\') i++;
            else if (Text[i] == quote && quote == '\'' && i + 1 < Text.Length && Text[i + 1] == quote) i++;
            else if (Text[i] == quote) return (start, i + 1);
        }

        return null;
    }

    private TextEdit Replaced(int start, int end, string text, bool isFlow)
    {
        var quote = end > start ? Text[start] : ' ';
        var written = Written(text, quote, isFlow);
        return new(start, end - start, end == start ? " " + written : written);
    }

    /// <summary>In the quotes that stood there, where they can hold it.</summary>
    private static string Written(string text, char quote, bool isFlow) => quote switch
    {
        '"' => YamlWriter.Quoted(text),
        '\'' when !text.Any(char.IsControl) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => isFlow ? YamlWriter.FlowScalar(text) : YamlWriter.Scalar(text),
    };

    private static string Listed(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(YamlWriter.FlowScalar))}]";

    private bool IsFlow(YamlNode node) => source.At(node.Source) is { } at && at < Text.Length && Text[at] is '{' or '[';

    private string Indent(int at)
    {
        var line = source.LineStart(at);
        return Text.AsSpan(line, at - line).IsWhiteSpace() ? Text[line..at] : new(' ', at - line);
    }

    private bool IsBlankOrComment(int start, int end)
    {
        var rest = Text.AsSpan(start, end - start);
        return rest.IsWhiteSpace() || (char.IsWhiteSpace(rest[0]) && rest.TrimStart()[0] == '#');
    }

    private static (IReadOnlyList<TextEdit>, string?) One(TextEdit edit) => ([edit], null);

    private static (IReadOnlyList<TextEdit>, string?) Refused(string why) => ([], why);
}
