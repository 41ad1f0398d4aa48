using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>
/// Corrects keys that are a letter away from one known key, where the map does not have that key and the value suits it.
/// Keys that decide where an entry stands, or whether it is published, are left to the editor: no address is changed.
/// </summary>
internal static class MisspeltKeys
{
    private static readonly HashSet<Field> Decisive = new(
    [
        PostFields.Id, PostFields.Slug, PostFields.Permalink, PostFields.Date, PostFields.Published, PostFields.Draft, PostFields.Expires, PostFields.Comments,
        PostFields.ReplyTo, CommentFields.Id, CommentFields.Approved, CommentFields.Hidden, AuthorFields.Listed, SiteFields.TimeZone, SiteFields.BaseUrl, SiteFields.Look,
        SiteFields.Urls, SiteFields.Posts, SiteFields.Comments, SiteFields.PageSize, SiteFields.CommentsPerPage, SiteFields.TrustPosts,
    ], ReferenceEqualityComparer.Instance);

    private static readonly string[] Visible = ["published", "removed", "redacted"];

    internal static IReadOnlyList<Remark> Fix(Settings settings, IReadOnlyList<Diagnostic> found, Edits edits)
    {
        foreach (var path in found.Where(d => d.Code == Catalogue.UnknownKeyCode).Select(d => d.Source.File).Distinct(StringComparer.Ordinal))
        {
            if (SetOf(path, settings) is not { } set || edits.Open(path) is not { } file) continue;
            foreach (var map in file.Maps) Fix(map, set, settings, edits);
        }

        return [];
    }

    private static FieldSet? SetOf(string path, Settings settings) => path == SettingsReader.Path ? SiteFields.All : SitePaths.KindOf(path, settings) switch
    {
        FileKind.Post => PostFields.All,
        FileKind.Comments => CommentFields.All,
        FileKind.Theme => ThemeFields.All,
        FileKind.Author => AuthorFields.All,
        FileKind.Page => PageFields.All,
        _ => null,
    };

    private static void Fix(YamlMap map, FieldSet set, Settings settings, Edits edits)
    {
        var slips = map.Pairs.Where(p => set.Find(p.Key.Text) is null).Select(p => (Pair: p, Name: Meant(p.Key.Text, set))).Where(s => s.Name is not null).ToArray();
        foreach (var (pair, name) in slips)
        {
            var field = set.FieldOf(name!)!;
            var isTaken = map.Pairs.Any(p => set.FieldOf(p.Key.Text) == field)
                || slips.Count(s => set.FieldOf(s.Name!) == field) > 1;
            if (isTaken || !IsSafe(field, pair.Value) || !Suits(field, pair.Value, settings.Zone)) continue;
            edits.Make(pair.Key.Source, $"'{Excerpt.ForTerminal(pair.Key.Text, 60)}' is now '{name}'", new RenameKey(map, pair.Key.Text, name!));
        }

        foreach (var (key, value) in map.Pairs)
        {
            if (set.FieldOf(key.Text) is not { Fields: { } inner } field || field == SiteFields.Urls) continue;
            foreach (var part in (value as YamlList)?.Items ?? [value])
                if (part is YamlMap nested) Fix(nested, inner, settings, edits);
        }
    }

    /// <summary>The name meant: null if none, or names of several fields, are as near.</summary>
    private static string? Meant(string written, FieldSet set)
    {
        var near = set.Advised.Where(name => Nearest.IsSlip(written, name)).Select(name => (Name: name, Found: set.Find(name)!.Value)).ToArray();
        return near.Length > 0 && near.All(n => n.Found.Field == near[0].Found.Field)
            ? near.OrderBy(n => Nearest.Distance(written, n.Name, 1)).ThenBy(n => n.Found.Rank).First().Name : null;
    }

    private static bool IsSafe(Field field, YamlNode value) => field == EntryFields.Status
        ? value is YamlScalar scalar && Visible.Contains(scalar.Text.Trim().ToLowerInvariant())
        : !Decisive.Contains(field);

    private static bool Suits(Field field, YamlNode value, SiteZone zone) => (field.Shape, value) switch
    {
        _ when field.Words.Count > 0 => value is YamlScalar word && field.Words.Contains(word.Text.Trim().ToLowerInvariant()),
        (Shape.Text, YamlScalar) => true,
        (Shape.Texts, YamlScalar) => true,
        (Shape.Texts, YamlList list) => list.Items.All(item => item is YamlScalar),
        (Shape.Date, YamlScalar scalar) => Dates.Read(scalar.Text, zone).Date is not null,
        (Shape.Flag, YamlScalar scalar) => Flags.Read(scalar.Text) is not null,
        (Shape.Number, YamlScalar scalar) => int.TryParse(scalar.Text, out _),
        (Shape.Address, YamlScalar scalar) => WebAddress.TryParse(scalar.Text.Trim()) is not null,
        (Shape.Map, YamlMap) => true,
        (Shape.Maps, YamlMap) => true,
        (Shape.Maps, YamlList list) => list.Items.All(item => item is YamlMap),
        (Shape.Any, _) => true,
        _ => false,
    };
}
