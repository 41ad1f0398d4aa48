using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;
using Palabre.Site;

namespace Palabre.Inquiry;

/// <summary>What a name on the command line may mean.</summary>
/// <param name="Entries">Posts and comments; of a file with several comments, all of them.</param>
/// <param name="Pages">Pages that are no entry's own: listings, redirects, standing pages.</param>
internal sealed record Findings(
    IReadOnlyList<Entry> Entries, IReadOnlyList<Theme> Themes, IReadOnlyList<Author> Authors, IReadOnlyList<PlannedPage> Pages)
{
    internal static Findings None { get; } = new([], [], [], []);

    internal bool IsEmpty => Entries.Count + Themes.Count + Authors.Count + Pages.Count == 0;
}

/// <summary>Finds what an editor names: by file, by address, by id, in this order.</summary>
internal sealed class Finder
{
    private readonly SiteBuild build;
    private readonly IReadOnlyList<Entry> entries;

    internal Finder(SiteBuild build)
    {
        this.build = build;
        entries = [.. Archive.Posts, .. Archive.Comments.SelectMany(c => c), .. Archive.Withheld.Select(w => w.Entry)];
    }

    private Archive Archive => build.Archive;

    private Edition Edition => build.Edition;

    internal Findings Find(string named)
    {
        var found = OfFile(named);
        if (found.IsEmpty) found = OfAddress(named);
        return found.IsEmpty ? OfName(named) : found;
    }

    /// <summary>What stands at an address and is no page, such as a feed or a picture: the address, and the file it comes of.</summary>
    internal (string Address, string Source)? FileAt(string named)
    {
        if (Path(named) is not { } asked) return null;
        return PathsOf(asked.Split('#')[0]).Select(p => build.SourceOf(p.TrimStart('/')) is { } source ? ((string, string)?)(Edition.Addresses.Href(new Address(p)), source.File) : null).FirstOrDefault(found => found is not null);
    }

    internal string? Nearest(string named) =>
        Diagnostics.Nearest.To(named, entries.Take(100_000).Select(e => e.Id).Concat(Edition.Listings.ThemeBook.Keys).Concat(Archive.Authors.Select(a => a.Key)));

    /// <summary>A path from the site's folder; with <c>:line</c>, the comment that stands there.</summary>
    private Findings OfFile(string named)
    {
        var (file, line) = (named, 0);
        var colon = named.LastIndexOf(':');
        if (colon > 0 && int.TryParse(named.AsSpan(colon + 1), out line)) file = named[..colon];
        IReadOnlyList<Entry> inFile = [.. entries.Where(e => e.Source.File == file).OrderBy(e => e.Source.Line)];
        if (line > 0 && inFile.LastOrDefault(e => e.Source.Line <= line) is { } at) inFile = [at];
        return new(
            inFile,
            [.. Archive.Themes.Where(t => t.IsDescribed && t.Source.File == file)],
            [.. Archive.Authors.Where(a => a.Source.File == file)],
            inFile.Count > 0 ? [] : [.. build.Pages.Where(p => p.Source.File == file && Archive.Pages.Any(page => page.Source.File == file))]);
    }

    private Findings OfAddress(string named)
    {
        if (Path(named) is not { } written) return Findings.None;
        var mark = written.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) = mark < 0 ? (written, "") : (written[..mark], written[(mark + 1)..]);
        if (PageAt(path) is not { } page) return Findings.None;
        var own = page.Entries.OfType<Post>().Take(1).ToList<Entry>();
        if (anchor.Length > 0) own = [.. entries.Where(e => IsAt(e, page.Address, anchor)).Take(1)];
        if (own.Count == 0 && anchor.StartsWith(Anchor.OfComments, StringComparison.Ordinal))
        {
            own = [.. Withheld(page, anchor).Take(1)];
            if (own.Count == 0 && !build.Places.Holds(new(page.Address, anchor))) return Findings.None;
        }

        var (theme, author) = (
            Archive.Themes.FirstOrDefault(t => Edition.Addresses.Theme(t) == page.Address),
            Edition.Listings.Authors.FirstOrDefault(a => Edition.Addresses.Author(a.Author) == page.Address)?.Author);
        return new(own, theme is null ? [] : [theme], author is null ? [] : [author], own.Count > 0 || theme is not null || author is not null ? [] : [page]);
    }

    /// <summary>Comments that are not published, at the place that they would have.</summary>
    private IEnumerable<Entry> Withheld(PlannedPage page, string anchor) => Archive.Withheld.Select(w => w.Entry).OfType<Comment>()
        .Where(c => Anchor.Of(c) == anchor && page.Entries.OfType<Post>().Any(post => post.Id == c.PostId));

    /// <summary>Whether a published comment has its anchor there. Anchors of pages that show several posts count too.</summary>
    private bool IsAt(Entry entry, Address page, string anchor) =>
        (Anchor.OnSharedPage(entry) == anchor || (entry is Comment comment && Anchor.Of(comment) == anchor && IsPublished(comment) && Edition.Addresses.PageOf(comment) == page));

    private bool IsPublished(Comment comment) => !Archive.Withheld.Any(w => ReferenceEquals(w.Entry, comment));

    private PlannedPage? PageAt(string written) => PathsOf(written)
        .Select(p => p.EndsWith("/index.html", StringComparison.Ordinal) ? p[..^"index.html".Length] : p)
        .Select(p => build.Pages.FirstOrDefault(page => page.Address.Path == p || page.Address.Path == p + "/")).FirstOrDefault(page => page is not null);

    /// <summary>What an address means: with the path that the site is published under, or without it.</summary>
    private string[] PathsOf(string written)
    {
        var path = Uri.UnescapeDataString(written.Split('?')[0]);
        var basePath = Archive.Settings.BasePath;
        return basePath.Length > 0 && (path + "/").StartsWith(basePath + "/", StringComparison.Ordinal) ? [path[basePath.Length..], path] : [path];
    }


    /// <summary>What of an address stands behind the host; null for what is none.</summary>
    private string? Path(string named)
    {
        var settings = Archive.Settings;
        if (settings.Origin is { } origin && named.StartsWith(origin, StringComparison.OrdinalIgnoreCase)) named = named[origin.Length..];
        else if (WebAddress.TryParse(named) is { } address) named = new Uri(address).PathAndQuery + new Uri(address).Fragment;
        if (named.Length == 0) named = "/";
        return named[0] == '/' ? named : null;
    }

    /// <summary>An id, <c>post#comment</c>, or the key or name of a theme or author.</summary>
    private Findings OfName(string named)
    {
        var mark = named.IndexOf('#', StringComparison.Ordinal);
        IReadOnlyList<Entry> meant = [.. entries.Where(e => e.Id == named || (e is Post p && p.Slug == named)
            || (mark > 0 && e is Comment c && c.PostId == named[..mark] && c.Id == named[(mark + 1)..]))];
        if (meant.Count > 0) return Findings.None with { Entries = meant };
        if (Edition.Listings.ThemeBook.Find(named) is { } theme) return Findings.None with { Themes = [theme] };
        var key = Slug.From(named);
        var author = Edition.Listings.AuthorBook.Find(named)
            ?? Archive.Authors.FirstOrDefault(a => a.Key == key || a.Aliases.Prepend(a.Name).Any(name => Slug.From(name) == key))
            ?? Edition.Listings.Authors.FirstOrDefault(a => a.Author.Key == key)?.Author;
        return author is null || key.Length == 0 ? Findings.None : Findings.None with { Authors = [author] };
    }
}
