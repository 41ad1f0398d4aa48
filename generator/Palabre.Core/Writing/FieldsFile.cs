using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>
/// A YAML file, or the front matter of a Markdown file, open for changes of single fields: comments, the order of keys,
/// line ends, quotes and white space stay as somebody wrote them, byte for byte.
/// </summary>
internal sealed class FieldsFile
{
    /// <summary>Of more edits that do not hold together, none is made: each costs a reading of the file.</summary>
    private const int MostTried = 64;

    private readonly string path;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly SourceText source;
    private readonly FieldPlaces places;
    private readonly string body;
    private readonly List<(FieldEdit Edit, IReadOnlyList<TextEdit> Texts)> accepted = [];
    private Dictionary<SourceLocation, YamlMap>? byPlace;

    private FieldsFile(string path, ReadOnlyMemory<byte> bytes, SourceText source, IReadOnlyList<YamlNode> documents, string body)
    {
        (this.path, this.bytes, this.source, Documents, this.body) = (path, bytes, source, documents, body);
        places = new(source);
    }

    /// <summary>Of a Markdown file, its front matter.</summary>
    internal IReadOnlyList<YamlNode> Documents { get; }

    /// <summary>Each document that is a map, and each map of one that is a list.</summary>
    internal IEnumerable<YamlMap> Maps =>
        Documents.SelectMany(document => document is YamlList list ? list.Items : [document]).OfType<YamlMap>();

    /// <summary>Null if the file cannot be read without an error: then it is no place for careful changes.</summary>
    internal static FieldsFile? Open(string path, ReadOnlyMemory<byte> bytes) =>
        SourceText.Read(bytes.Span) is { } source && Read(path, source.Plain) is { } read
            ? new(path, bytes, source, read.Documents, read.Body) : null;

    /// <summary>The map that begins at a place, as entries remember it; null if none does.</summary>
    internal YamlMap? MapAt(SourceLocation place)
    {
        if (byPlace is null)
        {
            byPlace = [];
            foreach (var map in Maps) byPlace.TryAdd(map.Source, map);
        }

        return byPlace.GetValueOrDefault(place) ?? (place is { Line: 1, Column: 1 } && Documents is [YamlMap only] ? only : null);
    }

    /// <summary>Null if the edits can be made; else why none of them is, to stand after a colon.</summary>
    /// <param name="edits">Of one map; all are made, or none.</param>
    internal string? Edit(params IReadOnlyList<FieldEdit> edits)
    {
        var made = new List<(FieldEdit, IReadOnlyList<TextEdit>)>();
        foreach (var edit in edits)
        {
            var (texts, refusal) = places.Of(edit);
            if (refusal is not null) return refusal;
            made.Add((edit, texts));
        }

        accepted.AddRange(made);
        return null;
    }

    /// <summary>
    /// The file's bytes after its edits, read again to prove that they say what was meant and that all else is as it
    /// was; of edits that do not hold together, the first that do. Those that could not be made are in <paramref name="refused"/>.
    /// </summary>
    internal ReadOnlyMemory<byte> Save(out IReadOnlyList<FieldEdit> refused)
    {
        refused = [];
        if (accepted.Count == 0) return bytes;
        if (Proved(accepted) is { } whole) return Encoding.UTF8.GetBytes(whole);
        var (kept, failed, text) = (new List<(FieldEdit Edit, IReadOnlyList<TextEdit> Texts)>(), new List<FieldEdit>(), source.Text);
        foreach (var ofMap in accepted.GroupBy(a => a.Edit.Map, (IEqualityComparer<YamlMap>)ReferenceEqualityComparer.Instance))
        {
            var tried = accepted.Count > MostTried ? null : Proved([.. kept, .. ofMap]);
            if (tried is null) failed.AddRange(ofMap.Select(a => a.Edit));
            else kept.AddRange(ofMap);
            text = tried ?? text;
        }

        refused = failed;
        return kept.Count == 0 ? bytes : Encoding.UTF8.GetBytes(text);
    }

    private string? Proved(IReadOnlyList<(FieldEdit Edit, IReadOnlyList<TextEdit> Texts)> edits)
    {
        if (TextEdit.Apply(source.Text, edits.SelectMany(e => e.Texts)) is not { } text) return null;
        if (Read(path, TextFile.WithLineFeeds(text.TrimStart('\uFEFF'))) is not { } read || read.Body != body) return null;
        return new ExpectedFields(edits.Select(e => e.Edit)).Hold(Documents, read.Documents) ? text : null;
    }

    private static (IReadOnlyList<YamlNode> Documents, string Body)? Read(string path, string text)
    {
        var diagnostics = new List<Diagnostic>();
        if (!SitePaths.IsMarkdown(path))
        {
            var (documents, found) = YamlReader.Read(text, new(path, 1, 1));
            return found.Any(d => d.Severity == Severity.Error) ? null : (documents, "");
        }

        return FrontMatter.Read(path, text, null, diagnostics) is { } file ? ([file.Fields], file.Body) : null;
    }
}
