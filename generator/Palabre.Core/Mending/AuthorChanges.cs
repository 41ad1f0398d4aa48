using Palabre.Model;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>Why a command about authors cannot be carried out.</summary>
/// <param name="Hint">What to do; null when there is nothing certain to advise.</param>
public sealed record AuthorRefusal(string Text, string? Hint)
{
    /// <summary>The command is right, and the content is not.</summary>
    public bool IsOfContent { get; init; }

    /// <summary>Nobody is called so.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>
/// Renames and merges authors. Entries stay as they were signed: a file in <c>content/authors/</c> says who is meant, its
/// aliases lead there, and pages of former names forward.
/// </summary>
public static class AuthorChanges
{
    /// <param name="named">A name, an alias, or the name of a file in <c>content/authors/</c>.</param>
    public static (Mended? Mended, AuthorRefusal? Refusal) Rename(SiteFiles site, Archive archive, string named, string newName)
    {
        var names = new AuthorNames(archive);
        var (author, refusal) = names.Find(named);
        if (author is null) return (null, refusal);
        var name = OneLine.Of(newName);
        if (AuthorNames.Unusable(name) is { } unusable) return (null, unusable);
        if (names.Book.Find(name) is { } other && !ReferenceEquals(other, author))
            return (null, new($"'{name}' is another author: {AuthorNames.Show(other)}.", $"palabre authors merge \"{author.Name}\" \"{other.Name}\" makes them one."));

        var changes = new SiteChanges(site);
        if (author.Name == name && author.IsDescribed) return (Result(changes, [], []), null);
        var former = Slug.From(author.Name) == Slug.From(name) ? [] : AuthorNames.Unknown(author, [author.Name], Slug.From(name));
        if (!author.IsDescribed)
        {
            changes.Put(DescriptionPath.OfAuthor(author.Key), New(name, former, []));
            return (Result(changes, [new(DescriptionPath.OfAuthor(author.Key), $"says that '{author.Name}' is '{name}'")], []), null);
        }

        var edits = new Edits(changes);
        if (Open(edits, author) is not { } map) return (null, Unreadable(author));
        edits.Make(author.Source, $"the name is now '{name}'", [.. Renamed(map, name), .. Aliased(map, former)]);
        return (Result(changes, edits.Save(), edits.Refused), null);
    }

    public static (Mended? Mended, AuthorRefusal? Refusal) Merge(SiteFiles site, Archive archive, string named, string into)
    {
        var names = new AuthorNames(archive);
        var (from, refusal) = names.Find(named);
        if (from is null) return (null, refusal);
        (var to, refusal) = names.Find(into);
        if (to is null) return (null, refusal);
        var changes = new SiteChanges(site);
        if (ReferenceEquals(from, to)) return (Result(changes, [], []), null);

        var aliases = AuthorNames.Unknown(to, [from.Name, .. from.Aliases, from.Key], Slug.From(to.Name));
        var edits = new Edits(changes);
        var old = from.IsDescribed ? Open(edits, from) : null;
        if (from.IsDescribed && old is null) return (null, Unreadable(from));
        var left = new List<Remark>();
        if (!to.IsListed) left.Add(new(to.Source.ToString(), "this author has no page (listed: false), so that the former page of the other leads nowhere"));
        if (!to.IsDescribed)
        {
            changes.Put(DescriptionPath.OfAuthor(to.Key), New(Spelled(archive, to, into), aliases, Carried(old, null, left, from)));
        }
        else
        {
            if (Open(edits, to) is not { } map) return (null, Unreadable(to));
            edits.Make(to.Source, $"'{from.Name}' leads here", [.. Aliased(map, aliases), .. Carried(old, map, left, from).Select(pair => new AddKey(map, Behind(map), pair.Key, [pair.Text], IsList: false))]);
            if (edits.Refused.Count > 0) return (Result(changes, [], edits.Refused), null);
        }

        IReadOnlyList<Remark> done = to.IsDescribed ? edits.Save() : [new(DescriptionPath.OfAuthor(to.Key), $"says that '{from.Name}' is '{to.Name}'")];
        if (edits.Refused.Count > 0) return (Result(new(site), [], edits.Refused), null);
        if (from.IsDescribed) changes.Remove(from.Source.File);
        return (Result(changes, from.IsDescribed ? [.. done, new(from.Source.File, "goes: what it said is said there")] : done, left), null);
    }

    internal static Mended Result(SiteChanges changes, IReadOnlyList<Remark> done, IReadOnlyList<Remark> left) =>
        new(changes.All, changes.Files, done, left);

    /// <summary>The name as the command has it, if somebody signed so: of several spellings of one name, whoever merges has chosen.</summary>
    private static string Spelled(Archive archive, Author author, string written) =>
        archive.Posts.Concat<Entry>(archive.Comments.SelectMany(c => c)).Any(entry => entry.Authors.Contains(written)) ? written : author.Name;

    private static IEnumerable<FieldEdit> Renamed(YamlMap map, string name) => map.Find(AuthorFields.Name.Name) is null
        ? [new AddKey(map, null, AuthorFields.Name.Name, [name], IsList: false)] : [new SetText(map, AuthorFields.Name.Name, name)];

    private static IEnumerable<FieldEdit> Aliased(YamlMap map, IReadOnlyList<string> aliases)
    {
        var key = AuthorFields.Aliases.Name;
        return aliases.Count == 0 ? []
            : map.Find(key) is not null ? [new AddListed(map, key, aliases)]
            : [new AddKey(map, Behind(map), key, aliases, IsList: true)];
    }

    /// <summary>New keys stand below the name.</summary>
    private static string? Behind(YamlMap map) => map.Find(AuthorFields.Name.Name) is null ? null : AuthorFields.Name.Name;

    /// <summary>What the other file says and this one does not; what both say, and keys of one's own, are told to be left behind.</summary>
    private static List<(string Key, string Text)> Carried(YamlMap? old, YamlMap? to, List<Remark> left, Author from)
    {
        var carried = new List<(string Key, string Text)>();
        foreach (var (key, value) in old?.Pairs ?? [])
        {
            if (key.Text == AuthorFields.Name.Name || key.Text == AuthorFields.Aliases.Name) continue;
            var isTold = key.Text == AuthorFields.Url.Name || key.Text == AuthorFields.Avatar.Name || key.Text == AuthorFields.Bio.Name;
            if (isTold && value is YamlScalar { Text.Length: > 0 } scalar && to?.Find(key.Text) is null) carried.Add((key.Text, scalar.Text.Trim()));
            else left.Add(new(from.Source.File, $"'{key.Text}' is not carried over; the history of the file has it"));
        }

        return carried;
    }

    private static ReadOnlyMemory<byte> New(string name, IReadOnlyList<string> aliases, List<(string Key, string Text)> others)
    {
        var yaml = new YamlWriter().Text(AuthorFields.Name.Name, name).Texts(AuthorFields.Aliases.Name, aliases);
        foreach (var (key, text) in others) yaml.Block(key, text);
        return System.Text.Encoding.UTF8.GetBytes(yaml.ToString());
    }

    private static YamlMap? Open(Edits edits, Author author) => edits.Open(author.Source.File)?.Documents is [YamlMap map] ? map : null;

    private static AuthorRefusal Unreadable(Author author) => new($"{author.Source} cannot be changed with care.", "Look what palabre check says about it, and change it by hand.")
    {
        IsOfContent = true,
    };
}
