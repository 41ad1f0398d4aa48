using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// The fields of one map that somebody wrote, by their definitions. What has the wrong shape is reported and counts as
/// absent; unknown keys are kept as <see cref="Extra"/> and reported with the nearest known one. Each question reports anew: ask once for each field.
/// </summary>
/// <remarks>
/// <see cref="Text"/>, <see cref="Flag"/>, <see cref="Number"/>, <see cref="Word"/>, <see cref="Date"/>, <see cref="Address"/>, <see cref="Map"/> and
/// <see cref="Texts"/> give values; <see cref="Written"/> a text with its place, for what is checked later; <see cref="Scalar"/> a text as it stands,
/// lines and all; <see cref="Has"/> and <see cref="Node"/> ask what was written without a word on its shape.
/// </remarks>
internal sealed class FieldMap
{
    private readonly FieldSet set;
    private readonly IReadOnlyList<YamlPair> pairs;
    private readonly int[] places; // of each field, that of its pair, counted from 1; 0: it is not written
    private readonly List<Diagnostic> diagnostics;
    private readonly ExtraValues kept;
    private Dictionary<string, object>? extra;
    private List<(int Field, int Pair)>? besides; // what is written of a field under another of its names, too

    /// <param name="archives">As <see cref="MailMask"/> has them, for what is kept of strangers.</param>
    internal FieldMap(YamlMap map, FieldSet set, List<Diagnostic> diagnostics, IReadOnlySet<string>? archives = null)
    {
        (this.set, this.diagnostics, Source, pairs, kept) = (set, diagnostics, map.Source, map.Pairs, new(set, archives, diagnostics));
        places = new int[set.Fields.Count];
        Span<int> ranks = stackalloc int[set.Fields.Count];
        ranks.Fill(int.MaxValue);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (key, value) = pairs[i];
            if ((set.Find(key.Text) ?? ReadUnknown(key, value)) is not { } found) continue;
            if (set.Fields[found.Field].IsPrivate)
            {
                kept.TellPrivate(key.Text, value);
                if (value is not YamlScalar) WrongShape(key.Text, value, "text");
            }

            if (value is YamlScalar { Remark: { } remark } text && set.Fields[found.Field].IsProse)
                diagnostics.Add(text.IsPlain ? Catalogue.TextIsRemark(remark, key.Text) : Catalogue.LineIsRemark(remark, key.Text));
            var before = places[found.Field] - 1;
            if (before >= 0 && IsEmpty(value)) continue;
            var isFirst = before < 0 || IsEmpty(pairs[before].Value);
            var counts = isFirst || found.Rank < ranks[found.Field];
            if (!isFirst) (besides ??= []).Add((found.Field, counts ? before : i));
            if (counts) (ranks[found.Field], places[found.Field]) = (found.Rank, i + 1);
        }

        besides?.Sort((a, b) => a.Pair.CompareTo(b.Pair));

        TellUnread();
    }

    /// <summary>
    /// Keeps what stands under an unknown key, and tells of it; but one whose letters are those of a key that keeps entries from readers
    /// (<c>Draft</c>) is read as that: what it was meant to withhold is not to be published over a capital.
    /// </summary>
    private (int Field, int Rank)? ReadUnknown(YamlScalar key, YamlNode value)
    {
        var nearest = Nearest.To(key.Text, set.Advised);
        var mayWithhold = nearest is not null && set.FieldOf(nearest)!.Withholds && Nearest.IsSlip(key.Text, nearest);
        var isRead = mayWithhold && Nearest.Letters(key.Text) == Nearest.Letters(nearest!) && Fits(set.FieldOf(nearest!)!, value);
        var isKept = set.Fields.Contains(EntryFields.Extra);
        diagnostics.Add(Catalogue.UnknownKey(key.Source, key.Text, set.Kind, nearest,
            isRead ? KeyFate.Read : isKept ? KeyFate.Kept : KeyFate.Dropped, mayWithhold));
        if (isRead) return set.Find(nearest!);
        (extra ??= new(StringComparer.Ordinal))[key.Text] = kept.Of(value, key.Text);
        return null;
    }

    /// <summary>Whether a value can be read as that of a field: of another key it may be somebody's own, such as <c>Status: done</c>.</summary>
    private static bool Fits(Field field, YamlNode value) => value is YamlScalar { Text: var text } && field.Shape switch
    {
        Shape.Flag => Flags.Read(text) is not null,
        Shape.Date => Dates.Read(text, SiteZone.Utc).Date is not null,
        Shape.Any => Flags.Read(text) is not null || Dates.Read(text, SiteZone.Utc).Date is not null,
        _ => field.Words.Contains(text.Trim().ToLowerInvariant()),
    };

    /// <summary>
    /// Texts of several names are all read. Of another field one counts, and what else was written is not to go without a word; but for
    /// several notations of about one moment, as hosts write them.
    /// </summary>
    private void TellUnread()
    {
        foreach (var (position, pair) in besides ?? [])
        {
            var field = set.Fields[position];
            var read = pairs[places[position] - 1];
            if (field.Shape is Shape.Texts || field.MayBeSaidTwice) continue;
            if (pairs[pair].Value is YamlScalar other && read.Value is YamlScalar counted
                && (other.Text.Trim() == counted.Text.Trim() || (field.Shape is Shape.Date && AreAboutOneDay(other.Text, counted.Text)))) continue;
            // Whichever of draft and Draft was meant, nothing is to be published on a guess; nor without the text of a comment.
            var isGuess = field.Withholds && (set.Find(pairs[pair].Key.Text) is null || set.Find(read.Key.Text) is null);
            diagnostics.Add(Catalogue.SaidTwice(pairs[pair].Key.Source, pairs[pair].Key.Text, read.Key.Text, isGuess ? Severity.Error : field.IsRequired ? Severity.Warning : Severity.Note));
        }
    }

    private static bool AreAboutOneDay(string one, string other) =>
        Dates.Read(one, SiteZone.Utc).Date is { } a && Dates.Read(other, SiteZone.Utc).Date is { } b && Math.Abs(a.Day.DayNumber - b.Day.DayNumber) <= 1;

    internal SourceLocation Source { get; }

    /// <summary>Unknown keys, and what stands under the field <c>extra</c>.</summary>
    internal IReadOnlyDictionary<string, object> Extra()
    {
        var written = Node(EntryFields.Extra);
        if (written is YamlMap map)
            foreach (var (key, value) in kept.Of(map))
                (extra ??= new(StringComparer.Ordinal)).TryAdd(key, value);
        if (written is not (null or YamlMap)) WrongShape(EntryFields.Extra, written, "a map of keys and values");
        return extra ?? Entry.NoExtra;
    }

    /// <summary>The value as written; null where there is none, or nothing was written after the key.</summary>
    internal YamlNode? Node(Field field) => Pair(field) is { Value: var value } && !IsAbsent(value) ? value : null;

    /// <summary>The key that the field was written under.</summary>
    internal string Key(Field field) => Pair(field)?.Key.Text ?? field.Name;

    internal bool Has(Field field) => Node(field) is not null;

    internal YamlScalar? Scalar(Field field)
    {
        // 'null' and '~' are nothing to most fields, but a name or an id may well be spelled like that.
        if (Pair(field)?.Value is YamlScalar { Text.Length: > 0 } written && (field.MayBeNull || !written.IsAbsent))
            return written;
        if (Node(field) is { } other and not YamlScalar) WrongShape(field, other, "text");
        return null;
    }

    /// <summary>A text of one line; null where nothing was written.</summary>
    internal string? Text(Field field) => Scalar(field)?.Text is { } text && OneLine.Of(text) is { Length: > 0 } line ? line : null;

    internal Written? Written(Field field) => Scalar(field) is { } scalar ? new(OneLine.Of(scalar.Text), scalar.Source) : null;

    /// <summary>A text, or each text of a list, under all names of the field; empty ones left out.</summary>
    internal IReadOnlyList<Written> Texts(Field field)
    {
        if (Pair(field) is not { } first) return [];
        var position = set.PositionOf(field);
        if (besides?.Exists(other => other.Field == position) != true) return TextsOf(first);
        return [.. besides.Where(other => other.Field == position).Select(other => pairs[other.Pair]).Prepend(first).SelectMany(TextsOf)
            .DistinctBy(text => text.Text, StringComparer.Ordinal)];
    }

    private IReadOnlyList<Written> TextsOf(YamlPair pair)
    {
        switch (pair.Value)
        {
            case YamlScalar { IsAbsent: true }: return [];
            case YamlScalar one: return OneLine.Of(one.Text) is { Length: > 0 } line ? [new(line, one.Source)] : [];
            case YamlList list: return TextsOf(pair.Key.Text, list);
            case var other:
                WrongShape(pair.Key.Text, other, "a text or a list of texts");
                return [];
        }
    }

    /// <summary>As <see cref="Texts"/>, where 'null' and '~' are names like others, and each is there once, however it is spelled.</summary>
    internal IReadOnlyList<Written> Names(Field field)
    {
        if (Pair(field)?.Value is YamlScalar { Text.Length: > 0, IsAbsent: true } name) return [new(name.Text, name.Source)];
        var names = Texts(field);
        return besides is null ? names : [.. names.DistinctBy(n => Slug.From(n.Text) is { Length: > 0 } slug ? slug : n.Text, StringComparer.Ordinal)];
    }

    internal bool? Flag(Field field)
    {
        if (Node(field) is not { } node) return null;
        if (node is YamlScalar scalar && Flags.Read(scalar.Text) is { } flag) return flag;
        WrongShape(field, node, "true or false");
        return null;
    }

    internal int? Number(Field field)
    {
        if (Node(field) is not { } node) return null;
        var (least, most) = field.Bounds;
        if (node is YamlScalar scalar && int.TryParse(scalar.Text, out var number) && number >= least && number <= most) return number;
        WrongShape(field, node, $"a whole number from {least} to {most}");
        return null;
    }

    /// <summary>One of the field's words, in lower case; null if none or another was written.</summary>
    internal string? Word(Field field)
    {
        if (Node(field) is not { } node) return null;
        if (node is not YamlScalar scalar)
        {
            WrongShape(field, node, $"one of {string.Join(", ", field.Words)}");
            return null;
        }

        var word = scalar.Text.Trim().ToLowerInvariant();
        if (field.Words.Contains(word)) return word;
        diagnostics.Add(Catalogue.UnknownWord(scalar.Source, Key(field), scalar.Text, field.Words, Nearest.To(word, field.Words)));
        return null;
    }

    internal EntryDate? Date(Field field, SiteZone zone)
    {
        if (Node(field) is not { } node) return null;
        if (node is not YamlScalar scalar)
        {
            // An error, as for a date that cannot be read: an entry without its date is not published.
            diagnostics.Add(Catalogue.DateIsUnreadable(node.Source, Plain.Describe(node), null));
            return null;
        }

        return DateField.Read(scalar, zone, diagnostics);
    }

    /// <summary>An http or https address; what is none is reported and dropped.</summary>
    internal string? Address(Field field)
    {
        if (Scalar(field) is not { } scalar || scalar.Text.Trim() is not { Length: > 0 } text) return null;
        if (WebAddress.TryParse(text) is { } address) return address;
        diagnostics.Add(Catalogue.NotAWebAddress(scalar.Source, Key(field), text));
        return null;
    }

    /// <summary>As <see cref="Address"/>, of a map that is of no use without one.</summary>
    /// <param name="under">The key that the map stands under.</param>
    internal string? NeededAddress(Field field, string under)
    {
        if (Has(field)) return Address(field);
        diagnostics.Add(Catalogue.NoAddress(Source, under));
        return null;
    }

    internal FieldMap? Map(Field field)
    {
        if (Node(field) is not { } node) return null;
        if (node is YamlMap map) return new(map, field.Fields!, diagnostics);
        WrongShape(field, node, "a map of keys and values");
        return null;
    }

    /// <summary>Each map of a list; a single map counts as a list of one.</summary>
    internal IEnumerable<FieldMap> Maps(Field field)
    {
        IReadOnlyList<YamlNode> items = Node(field) switch { null => [], YamlList list => list.Items, var one => [one] };
        foreach (var item in items)
        {
            if (item is YamlMap map) yield return new(map, field.Fields!, diagnostics);
            else WrongShape(field, item, "a map of keys and values");
        }
    }

    private YamlPair? Pair(Field field) => places[set.PositionOf(field)] is > 0 and var place ? pairs[place - 1] : null;

    private List<Written> TextsOf(string key, YamlList list)
    {
        var texts = new List<Written>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is not YamlScalar scalar) WrongShape(key, item, "a text");
            else if (OneLine.Of(scalar.Text) is { Length: > 0 } text) texts.Add(new(text, scalar.Source));
        }

        return texts;
    }

    private void WrongShape(Field field, YamlNode found, string wanted) => WrongShape(Key(field), found, wanted);

    private void WrongShape(string key, YamlNode found, string wanted) =>
        diagnostics.Add(Catalogue.WrongShape(found.Source, key, wanted, Plain.Describe(found)));

    private static bool IsAbsent(YamlNode node) => node is YamlScalar { IsAbsent: true };

    /// <summary>Nothing, or a text in which nothing stands.</summary>
    private static bool IsEmpty(YamlNode node) => node is YamlScalar scalar && (scalar.IsAbsent || string.IsNullOrWhiteSpace(scalar.Text));
}
