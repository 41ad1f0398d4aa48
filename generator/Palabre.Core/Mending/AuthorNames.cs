using Palabre.Diagnostics;
using Palabre.Listing;
using Palabre.Model;

namespace Palabre.Mending;

/// <summary>Who is meant on the command line: authors that a file describes, and names that entries bear, published or not.</summary>
internal sealed class AuthorNames
{
    private readonly Archive archive;

    internal AuthorNames(Archive archive)
    {
        this.archive = archive;
        Book = new(archive);
        foreach (var withheld in archive.Withheld) Book.Learn(withheld.Entry);
    }

    internal AuthorBook Book { get; }

    internal (Author? Author, AuthorRefusal? Refusal) Find(string named)
    {
        var slug = Slug.From(named);
        if (Unusable(named) is { } unusable) return (null, unusable);
        if (Book.Find(named) is not { } author) return (null, Unknown(named));
        if (author.Key == slug) return (author, null);
        Author[] several = [.. archive.Authors.Where(a => a.Aliases.Prepend(a.Name).Any(name => Slug.From(name) == slug))];
        return several.Length < 2 ? (author, null)
            : (null, new($"'{named}' may be {string.Join(" or ", several.Select(Show))}.", "Write the name of the file, without folder and ending."));
    }

    internal static AuthorRefusal? Unusable(string name) => Slug.From(name).Length > 0 ? null
        : new($"'{Excerpt.ForTerminal(name, 60)}' has neither letter nor digit: it is no name.", null);

    internal static string Show(Author author) => author.IsDescribed ? $"'{author.Name}' ({author.Source})" : $"'{author.Name}'";

    /// <summary>Of some names, those that do not lead to the author yet, each once.</summary>
    /// <param name="also">The slug of a further name that will.</param>
    internal static IReadOnlyList<string> Unknown(Author author, IEnumerable<string> names, string also)
    {
        var known = author.Aliases.Select(Slug.From).Append(also).ToHashSet(StringComparer.Ordinal);
        return [.. names.Where(name => Slug.From(name) is { Length: > 0 } slug && known.Add(slug))];
    }

    private AuthorRefusal Unknown(string named)
    {
        var names = archive.Authors.SelectMany(a => a.Aliases.Append(a.Name).Append(a.Key))
            .Concat(archive.Posts.Cast<Entry>().Concat(archive.Comments.SelectMany(c => c)).Concat(archive.Withheld.Select(w => w.Entry)).SelectMany(e => e.Authors))
            .Distinct(StringComparer.Ordinal);
        return new($"No author is called '{Excerpt.ForTerminal(named, 60)}'.",
            Nearest.To(named, names) is { } nearest ? $"Did you mean '{Excerpt.ForTerminal(nearest, 60)}'?" : "palabre list authors shows them all.")
        { IsUnknown = true };
    }
}
