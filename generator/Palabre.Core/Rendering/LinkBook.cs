using System.Collections.Concurrent;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>What the links within texts lead to: <c>post:slug</c>, <c>comment:post#id</c>, <c>theme:slug</c>, paths.</summary>
internal sealed class LinkBook
{
    private readonly Edition edition;
    private readonly LinkNames names;
    private readonly HashSet<string> media;
    private readonly Lazy<NearPaths> pages, files; // for who asks what was meant by a dead link
    private readonly Func<string, ReadOnlyMemory<byte>> read;
    private readonly ConcurrentDictionary<string, (int Width, int Height)?> sizes = new(StringComparer.Ordinal);

    /// <param name="read">Gives the bytes of a file among the media; none where it cannot be read.</param>
    internal LinkBook(Edition edition, Func<string, ReadOnlyMemory<byte>> read)
    {
        (this.edition, this.read) = (edition, read);
        names = new(edition);
        media = new(edition.Archive.Media, StringComparer.Ordinal);
        pages = new(() => new(Known.Value));
        files = new(() => new(media.Concat(names.OfFiles)));
    }

    /// <summary>The addresses that the site will have: for checking paths. Set once the pages are planned.</summary>
    internal Lazy<IReadOnlySet<string>> Known { get; set; } = new(new HashSet<string>());

    /// <summary>The files of texts with links that any address of the site, or any comment, may answer.</summary>
    internal ConcurrentDictionary<string, byte> Asking { get; } = new(StringComparer.Ordinal);

    /// <param name="text">That holds the link.</param>
    /// <param name="isPicture">It is to be shown, not to be followed.</param>
    internal LinkTarget Resolve(string url, LinkingText text, bool isPicture = false)
    {
        var target = TargetOf(url, text);
        return isPicture && target.Url is { } page && IsPage(Cut(page).Name.Split('?')[0]) ? Unknown(url, "picture", null) : target;
    }

    private static bool IsPage(string href) => href is "" or [.., '/'] || href.EndsWith(".html", StringComparison.OrdinalIgnoreCase);

    private LinkTarget TargetOf(string url, LinkingText text)
    {
        if (url.StartsWith('#')) return OnPage(url[1..], text);
        if (url.StartsWith("post:", StringComparison.OrdinalIgnoreCase)) return ToPost(url, url[5..], text.Source);
        if (url.StartsWith("comment:", StringComparison.OrdinalIgnoreCase)) return ToComment(url, url[8..], text.Source);
        if (url.StartsWith("theme:", StringComparison.OrdinalIgnoreCase)) return ToTheme(url, url[6..]);
        return ToPath(url, text.Source, text.Entry as Post);
    }

    /// <param name="path">From the site's folder.</param>
    internal bool IsMedia(string path) => media.Contains(path);

    /// <summary>The file of the site that a path names, and where it is published; null if there is none.</summary>
    internal (string File, Address Address)? Picture(string written, string sourceFile, Post? beside)
    {
        if (MediaPath.TryParse(Uri.UnescapeDataString(written)) is { } path && media.Contains(path)) return (path, AddressBook.Media(path));
        if (beside is null) return null;
        var file = Joined(sourceFile, Uri.UnescapeDataString(written));
        return file is not null && media.Contains(file) ? (file, Beside(beside, sourceFile, file)) : null;
    }

    private Address Beside(Post post, string sourceFile, string file)
    {
        var folder = sourceFile[..(sourceFile.LastIndexOf('/') + 1)];
        var name = file.StartsWith(folder, StringComparison.Ordinal) ? file[folder.Length..] : file[(file.LastIndexOf('/') + 1)..];
        return edition.Addresses.Post(post).Below(name);
    }

    /// <summary>
    /// A place that the text names without its page. It stands on other pages, too, where a comment has another name or none: so what is
    /// not within the text is named with the page where it has its place.
    /// </summary>
    private LinkTarget OnPage(string name, LinkingText text)
    {
        var post = text.Entry as Post ?? (text.Entry is Comment written ? edition.PostOf(written) : null);
        if (post is not null && name == "comments" && post.Comments != Commenting.Hidden) return To(edition.Addresses.Href(post) + "#comments");
        if (!name.StartsWith(Anchor.OfComments, StringComparison.Ordinal))
        {
            // Footnotes, and elements with an id, are places too.
            if (name.Length == 0) return To("#");
            if (name.StartsWith("fn", StringComparison.Ordinal) || !text.IsWhole || text.Entry is not { Format: BodyFormat.Markdown } entry) return To("#" + text.Anchors + name);
            return NameInMarkup(entry, name) is { } own ? To("#" + own) : names.HasId(entry, name) ? To("#" + text.Anchors + name) : NoHeading("#" + name);
        }

        if (post is null) return To("#" + name);
        Asking.TryAdd(text.Source.File, 0);
        var known = names.AnchorsOf(post);
        return known.TryGetValue(name, out var comment) ? To(edition.Addresses.Href(comment)) : Unknown("#" + name, "comment", () => Nearest.To(name, known.Keys), "#");
    }

    internal static LinkTarget NoHeading(string url) => new(null, $"'{Excerpt.ForTerminal(url, 60)}' leads to no heading of this text.");

    /// <summary>A place that trusted markup names, which stands under that very name wherever the text does; or the top of every page. Null of others.</summary>
    internal string? NameInMarkup(Entry entry, string name) =>
        name.Equals("top", StringComparison.OrdinalIgnoreCase) || (edition.Settings.TrustPosts && names.HasId(entry, name)) ? name : null;

    private LinkTarget ToPost(string url, string name, SourceLocation source)
    {
        var (postName, mark) = Cut(name);
        if (names.PostNamed(postName) is not { } post)
            return Unknown(url, "post", () => Nearest.To(postName, names.OfPosts), "post:");
        if (mark is null) return To(edition.Addresses.Href(post));
        Asking.TryAdd(source.File, 0);
        var known = names.CommentsOf(post);
        return known.TryGetValue(mark, out var found) ? To(edition.Addresses.Href(found)) : InText(post, mark)
            ?? new(null, $"'{Excerpt.ForTerminal(url, 60)}' leads to no comment, and to no heading of the post.", () => Meant(mark, known.Keys.Concat(names.PlacesOf(post)), $"post:{postName}#"));
    }

    /// <summary>A heading of a post, or what has an id in its text; null if there is none.</summary>
    private LinkTarget? InText(Post post, string name)
    {
        var known = names.PlacesOf(post);
        if (!known.Contains(name) && !known.Contains(name = Slug.From(name))) return null;
        return To($"{edition.Addresses.Href(post)}#{NameInMarkup(post, name) ?? BodyIds.Within(Anchor.OnOwnPage(post)) + name}");
    }

    private LinkTarget ToComment(string url, string name, SourceLocation source)
    {
        Asking.TryAdd(source.File, 0);
        var (postName, id) = Cut(name);
        if (names.PostNamed(postName) is not { } post) return Unknown(url, "post", () => Nearest.To(postName, names.OfPosts));
        if (id is null) return To(edition.Addresses.Href(post));
        var known = names.CommentsOf(post);
        return known.TryGetValue(id, out var found) ? To(edition.Addresses.Href(found))
            : Unknown(url, "comment", () => Nearest.To(id, known.Keys), $"comment:{postName}#");
    }

    private LinkTarget ToTheme(string url, string name) => edition.Listings.ThemeBook.Find(name) is { } theme
        ? To(edition.Addresses.Href(edition.Addresses.Theme(theme)))
        : Unknown(url, "theme", () => Nearest.To(name, edition.Listings.ThemeBook.Keys), "theme:");

    private LinkTarget ToPath(string url, SourceLocation source, Post? beside)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        var (path, rest) = end < 0 ? (url, "") : (url[..end], url[end..]);
        if (Picture(path, source.File, beside) is { } picture)
        {
            var size = sizes.GetOrAdd(picture.File, file => PictureSize.Of(read(file).Span));
            return To(edition.Addresses.Href(picture.Address) + rest) with { Width = size?.Width ?? 0, Height = size?.Height ?? 0 };
        }

        if (Joined(source.File, Uri.UnescapeDataString(path)) is { } file && names.PostInFile(file) is { } post)
            return ToPlace(url, source, edition.Addresses.Post(post).Path, edition.Addresses.Href(post), rest);
        if (path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal))
        {
            Asking.TryAdd(source.File, 0);
            var within = BaseAddress.Within(edition.Settings.BasePath, path) ?? path;
            var plain = Uri.UnescapeDataString(within);
            if (Known.Value.Contains(plain)) return ToPlace(url, source, plain, edition.Settings.BasePath + within, rest);
            if (Known.Value.Contains(plain + "/")) return ToPlace(url, source, plain + "/", edition.Settings.BasePath + within + "/", rest);
            return Unknown(url, "page", () => pages.Value.To(within));
        }

        return Unknown(url, "file", () => NearestFile(url, source.File));
    }

    /// <summary>A page of the site, or a comment on a post's: that one wherever it stands by now.</summary>
    /// <param name="path">Of the page, below the site's own.</param>
    /// <param name="href">The same as it is to be written.</param>
    private LinkTarget ToPlace(string url, SourceLocation source, string path, string href, string rest)
    {
        var whole = To(href + rest);
        if (rest is not ['#', _, ..] || names.PostAt(path) is not { } post) return whole;
        Asking.TryAdd(source.File, 0);
        var name = Uri.UnescapeDataString(rest[1..]);
        if (name is "post" or "comments") return whole; // the page's own places, whatever headings say
        if (!name.StartsWith(Anchor.OfComments, StringComparison.Ordinal)) return InText(post, name) ?? whole;
        var known = names.AnchorsOf(post);
        return known.TryGetValue(name, out var comment) ? To(edition.Addresses.Href(comment))
            : new[] { new(path), edition.Addresses.Post(post) }.Any(page => edition.Forwarding.AnchorsOn(page).Any(forward => forward.From.Anchor == name)) ? whole
            : Unknown(url, "comment", () => Nearest.To(name, known.Keys), href + "#");
    }

    /// <summary>A picture or post whose path is near, as the text would have to write it.</summary>
    private string? NearestFile(string written, string sourceFile)
    {
        var plain = Uri.UnescapeDataString(written);
        if ((MediaPath.TryParse(plain) ?? Joined(sourceFile, plain)) is not { } wanted || files.Value.To(wanted) is not { } near) return null;
        var folder = sourceFile[..(sourceFile.LastIndexOf('/') + 1)];
        var shown = near.StartsWith(MediaPath.Folder, StringComparison.Ordinal) ? near["content/".Length..]
            : near.StartsWith(folder, StringComparison.Ordinal) ? near[folder.Length..] : null;
        return shown?.Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);
    }

    private static LinkTarget To(string href) => new(href, null, null);

    /// <param name="nearest">Finds what was meant, without <paramref name="scheme"/>.</param>
    private static LinkTarget Unknown(string url, string kind, Func<string?>? nearest, string scheme = "") => new(
        null, $"'{Excerpt.ForTerminal(url, 60)}' leads to no {kind} of this site.",
        nearest is null ? null : () => DidYouMean(nearest(), scheme));

    private static string? Meant(string name, IEnumerable<string> known, string scheme) => DidYouMean(Nearest.To(name, known), scheme);

    private static string? DidYouMean(string? meant, string scheme) => meant is null ? null : $"Did you mean '{scheme}{meant}'?";

    private static (string Name, string? Mark) Cut(string name)
    {
        var mark = name.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? (name, null) : (name[..mark], name[(mark + 1)..]);
    }

    /// <summary>A path written in a file, from the site's folder; null if it leads out of it.</summary>
    /// <param name="sourceFile">The file, or its folder with '/' at its end.</param>
    internal static string? Joined(string sourceFile, string written)
    {
        var parts = new List<string>(sourceFile.Split('/')[..^1]);
        foreach (var part in written.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else return null;
        }

        return string.Join('/', parts);
    }
}
