using System.Globalization;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Inquiry;

/// <summary>The keys that an entry was read from, as they stand in its file.</summary>
internal sealed class SourceFacts(SiteFiles files)
{
    private const int MostLetters = 120;

    /// <summary>A line each: the key as written, its value, and the field that it was taken for.</summary>
    internal IReadOnlyList<Fact> Of(Entry entry)
    {
        if (Fields(entry) is not { } map) return [];
        var set = entry is Post ? PostFields.All : CommentFields.All;
        return
        [
            .. map.Pairs.Select(pair => new Fact(pair.Key.Text, Value(pair.Value) + Meaning(pair.Key, set) + Line(pair.Key.Source))),
            .. entry is Post && map.Find("date") is null ? (Fact[])[new("file name", SitePaths.PostStem(entry.Source.File))] : [],
        ];
    }

    private YamlMap? Fields(Entry entry)
    {
        var at = files.Files.FirstOrDefault(f => f.Path == entry.Source.File);
        if (at.Path is null || TextFile.Read(at.Path, files.Read(at).Bytes.Span, []) is not { } text) return null;
        if (entry is Post) return FrontMatter.Read(at.Path, text, null, [])?.Fields;
        var documents = YamlReader.Read(text, new(at.Path, 1, 1)).Value;
        return documents.SelectMany(d => d is YamlList list ? list.Items : [d]).OfType<YamlMap>().FirstOrDefault(m => m.Source == entry.Source);
    }

    private static string Value(YamlNode value)
    {
        if (value is YamlList list) return string.Join(", ", list.Items.Take(20).Select(Value));
        if (value is not YamlScalar scalar) return Plain.Describe(value);
        var text = scalar.Text.Trim();
        return text.Length <= MostLetters ? text : text[..MostLetters] + "…";
    }

    private static string Meaning(YamlScalar key, FieldSet set) =>
        set.Find(key.Text) is not { } found ? " (not a key of Palabre: kept for templates)"
        : found.Rank > 0 ? $" (read as '{set.Fields[found.Field].Name}')" : "";

    private static string Line(SourceLocation source) => $", line {source.Line.ToString(CultureInfo.InvariantCulture)}";
}
