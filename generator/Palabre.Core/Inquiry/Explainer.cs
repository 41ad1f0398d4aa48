using System.Globalization;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Site;

namespace Palabre.Inquiry;

/// <summary>Tells what became of one thing in an archive, and why.</summary>
public sealed class Explainer
{
    private readonly SiteBuild build;
    private readonly SiteFiles files;
    private readonly Finder finder;
    private readonly SourceFacts sources;
    private readonly ReplyFacts replies;
    private readonly PlaceFacts places;

    /// <param name="files">Those that the build was made of.</param>
    public Explainer(SiteBuild build, SiteFiles files)
    {
        (this.build, this.files) = (build, files);
        finder = new(build);
        sources = new(files);
        replies = new(build.Edition);
        places = new(build);
    }

    /// <param name="named">A path from the site's folder (<c>file</c> or <c>file:line</c>), an address, an id, or the name of a theme or author.</param>
    /// <returns>Empty if there is no such thing; several if several may be meant.</returns>
    public IReadOnlyList<Explanation> Explain(string named)
    {
        var found = finder.Find(named);
        if (found.IsEmpty && files.Files.FirstOrDefault(f => f.Path == named.Split(':')[0]).Path is { } path) return [Of(path)];
        if (found.IsEmpty && finder.FileAt(named) is var (address, source))
            return [new($"file {address}", source, Groups(new FactGroup("shown on", [new(address, $"made because of {source}")])))];
        return
        [
            .. found.Entries.Select(Of), .. found.Themes.Select(Of), .. found.Authors.Select(Of), .. found.Pages.Select(Of),
        ];
    }

    /// <summary>What may have been meant by a name that nothing has.</summary>
    public string? Nearest(string named) => finder.Nearest(named);

    private Explanation Of(Entry entry)
    {
        var withheld = build.Archive.Withheld.FirstOrDefault(w => ReferenceEquals(w.Entry, entry));
        var subject = entry is Comment comment
            ? comment.PostId.Length > 0 ? $"comment {entry.Id} of {comment.PostId}" : $"comment {entry.Id}"
            : $"post {entry.Id}";
        return new(subject, entry.Source.ToString(), Groups(
            new("read from", sources.Of(entry)),
            new("became", Became(entry)),
            new("answers", withheld is null ? replies.Of(entry) : []),
            new("shown on", withheld is null ? places.Of(entry) : []),
            new("not published", withheld is null ? [] : [new(Reasons.Name(withheld.Reason), Reasons.Sentence(withheld))]),
            Reports(entry)));
    }

    private List<Fact> Became(Entry entry)
    {
        var facts = new List<Fact>
        {
            new("id", entry.Id),
            new("date", Dated.Short(entry.Date) + (entry.Date.IsDay ? " (a day, without a time)" : "")),
            new("authors", entry.Authors.Count == 0 ? "nobody named" : string.Join(", ", entry.Authors.Select(Known))),
        };
        if (entry.Updated is { } updated) facts.Add(new("updated", Dated.Short(updated)));
        if (entry is Post post)
        {
            facts.Add(new("title", post.Title));
            facts.Add(new("slug", post.Slug));
            if (post.Themes.Count > 0) facts.Add(new("themes", string.Join(", ", build.Edition.Listings.ThemeBook.Of(post).Select(t => t.Key))));
            if (post.Comments != Commenting.Open) facts.Add(new("comments", post.Comments.ToString().ToLowerInvariant()));
        }

        facts.Add(new("format", entry.Format.ToString().ToLowerInvariant()));
        if (entry.Language is { } language) facts.Add(new("language", language));
        if (entry.Status != Status.Published) facts.Add(new("status", entry.Status.ToString().ToLowerInvariant()));
        if (entry.Removal is { } removal) facts.Add(new("removed", $"{removal.Reason ?? "no reason given"}; readers see that something stood here"));
        facts.Add(new("text", entry.HasText ? $"{entry.Body.ToString().Length.ToString(CultureInfo.InvariantCulture)} characters" : "shown nowhere"));
        return facts;
    }

    private string Known(string name) => build.Edition.Listings.AuthorBook.Find(name) is not { } author ? name
        : author.IsDescribed ? $"{name} ({author.Source.File})" : name;

    private Explanation Of(Theme theme)
    {
        var listing = build.Edition.Listings.Themes.FirstOrDefault(l => l.Theme.Key == theme.Key);
        return new($"theme {theme.Key}", theme.Source.ToString(), Groups(
            new("became",
            [
                new("title", theme.Title),
                new("described", theme.IsDescribed ? theme.Source.File : "by no file: posts name it"),
                .. theme.Aliases.Count == 0 ? (Fact[])[] : [new("aliases", string.Join(", ", theme.Aliases))],
                .. theme.Parent is null ? (Fact[])[] : [new("part of", theme.Parent)],
                new("entries", Number(listing?.Entries ?? 0)),
            ]),
            new("shown on", [new(build.Edition.Addresses.Href(build.Edition.Addresses.Theme(theme)), "its page")]),
            Reports(theme.Source.File, theme.IsDescribed)));
    }

    private Explanation Of(Author author)
    {
        var listing = build.Edition.Listings.Authors.FirstOrDefault(l => l.Author.Key == author.Key);
        return new($"author {author.Key}", author.Source.ToString(), Groups(
            new("became",
            [
                new("name", author.Name),
                new("described", author.IsDescribed ? author.Source.File : "by no file: entries name them"),
                .. author.Aliases.Count == 0 ? (Fact[])[] : [new("aliases", string.Join(", ", author.Aliases))],
                new("posts", Number(listing?.Posts ?? 0)),
                new("comments", Number((listing?.Entries.Count ?? 0) - (listing?.Posts ?? 0))),
            ]),
            new("shown on", listing is null ? [] : [new(build.Edition.Addresses.Href(build.Edition.Addresses.Author(author)), "their page")]),
            new("not published", listing is null ? [new("page", author.IsListed ? "no published entry bears the name" : "'listed: false'")] : []),
            Reports(author.Source.File, author.IsDescribed)));
    }

    private Explanation Of(PlannedPage page) => new(
        $"page {page.Address.Path}", page.Source.ToString(), Groups(
            new("shown on", [new(build.Edition.Addresses.Href(page.Address), $"made because of {page.Source}")]),
            Reports(page.Source.File, true)));

    /// <summary>A file that is no entry, or that could not be read as one.</summary>
    private Explanation Of(string path)
    {
        var kind = SitePaths.KindOf(path, build.Archive.Settings);
        var what = kind switch
        {
            FileKind.Root => "published at the site's root, as it is",
            FileKind.Media => "a file that readers may see, published as it is where a page needs it",
            FileKind.Stray => $"not read: here {SitePaths.Wanted(path, build.Archive.Settings)}",
            FileKind.Aside when path == SettingsReader.Path => "the settings of the site",
            FileKind.Aside when path == Addressing.Ledger.Path => "the ledger: the addresses that must not be lost",
            FileKind.Aside when SitePaths.IsIn(path, build.Archive.Settings.Look) => "a part of the look",
            FileKind.Aside => "meant for people: not read",
            _ => "read, and nothing came of it",
        };
        var copies = build.Files.OfType<CopiedFile>().Where(f => f.Source == path).Select(f => new Fact(build.Edition.Addresses.Href(new Addressing.Address("/" + f.Path)), "as it is"));
        return new($"file {path}", path, Groups(new("became", [new("file", what)]), new("shown on", [.. copies]), Reports(path, true)));
    }

    /// <summary>What the build has to say about the lines of an entry.</summary>
    private FactGroup Reports(Entry entry)
    {
        var next = build.Archive.Comments.SelectMany(c => c).Concat(build.Archive.Withheld.Select(w => w.Entry))
            .Where(e => e.Source.File == entry.Source.File && e.Source.Line > entry.Source.Line)
            .Select(e => e.Source.Line).DefaultIfEmpty(int.MaxValue).Min();
        var first = entry.Source.Line <= 1 ? 0 : entry.Source.Line;
        return new("reported", Facts(build.Diagnostics.Where(d => d.Source.File == entry.Source.File && d.Source.Line >= first && d.Source.Line < next)));
    }

    private FactGroup Reports(string file, bool isOwn) =>
        new("reported", isOwn ? Facts(build.Diagnostics.Where(d => d.Source.File == file)) : []);

    private static IReadOnlyList<Fact> Facts(IEnumerable<Diagnostics.Diagnostic> diagnostics) =>
        [.. diagnostics.Select(d => new Fact($"{d.SeverityName} {d.Code}", d.Source.Line > 0 ? $"line {Number(d.Source.Line)}: {d.Message}" : d.Message))];

    private static IReadOnlyList<FactGroup> Groups(params IEnumerable<FactGroup> groups) => [.. groups.Where(g => g.Facts.Count > 0)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
