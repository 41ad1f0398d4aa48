using Palabre.Addressing;
using Palabre.Model;

namespace Palabre.Site;

/// <summary>What the files of an output are, for whoever has too many of them.</summary>
internal sealed class OutputKinds
{
    internal const string PostPage = "the posts' pages", PostFeed = "the posts' feeds", OtherFeed = "feeds of themes and authors",
        AuthorPage = "pages of authors", InOrderOfTime = "pages in the order of time", Forwarding = "pages at former addresses",
        Markdown = "discussions as Markdown", FurtherPart = "further parts of posts", FurtherPage = "further pages of lists",
        Media = "media", Archives = "archives of feeds", Searched = "what searches read", Other = "other pages and files";

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly string searchFolder;

    internal OutputKinds(SiteBuild build)
    {
        var (edition, archive) = (build.Edition, build.Archive);
        foreach (var page in build.Pages)
        {
            if (page.Forward is not null || page.Anchors.Count > 0 && !page.IsListed) known[page.Address.File] = Forwarding;
            else if (page.Address.Path.EndsWith("/chronological/", StringComparison.Ordinal)) known[page.Address.File] = InOrderOfTime;
        }

        foreach (var post in archive.Posts)
        {
            var address = edition.Addresses.Post(post);
            known[address.File] = PostPage;
            known[AddressBook.FeedOf(address).File] = PostFeed;
        }

        foreach (var theme in archive.Themes)
        {
            var address = edition.Addresses.Theme(theme);
            (known[AddressBook.FeedOf(address).File], known[AddressBook.JsonFeedOf(address).File]) = (OtherFeed, OtherFeed);
        }

        foreach (var author in edition.Listings.Authors)
        {
            var address = edition.Addresses.Author(author.Author);
            (known[address.File], known[AddressBook.FeedOf(address).File]) = (AuthorPage, OtherFeed);
        }

        foreach (var discussion in edition.Threads.Discussions) known[edition.Addresses.Markdown(discussion).File] = Markdown;
        searchFolder = edition.Addresses.Search.Below("").Path[1..];
    }

    internal string Of(string path) => known.TryGetValue(path, out var kind) ? kind
        : path.StartsWith("media/", StringComparison.Ordinal) ? Media
        : path.StartsWith(searchFolder, StringComparison.Ordinal) ? Searched
        : path.Contains("/comments/", StringComparison.Ordinal) && path.EndsWith("/index.html", StringComparison.Ordinal) ? FurtherPart
        : ("/" + path).Contains("/page/", StringComparison.Ordinal) ? FurtherPage
        : Archived(path) is { } feed ? known.GetValueOrDefault(feed, Archives)
        : Other;

    /// <summary>The feed whose archive a file is: <c>atom.xml</c> of <c>atom-3.xml</c>.</summary>
    private static string? Archived(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.EndsWith(".xml") && name.LastIndexOf('-') is > 0 and var cut && !name[(cut + 1)..^4].ContainsAnyExceptInRange('0', '9')
            ? string.Concat(path.AsSpan(0, path.Length - name.Length + cut), ".xml") : null;
    }

    /// <summary>The setting without which there is nothing of a kind; null where there is none.</summary>
    internal static string? Lever(string kind, Settings settings) => kind switch
    {
        PostFeed => "postFeeds: false",
        Markdown when settings.Export => "export: false",
        Searched when settings.Search => "search: false",
        _ => null,
    };
}
