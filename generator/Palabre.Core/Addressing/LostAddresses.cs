using Palabre.Diagnostics;
using Palabre.Listing;
using Palabre.Model;

namespace Palabre.Addressing;

/// <summary>An address that readers may have linked to and that would lead nowhere.</summary>
/// <param name="Anchors">Anchors on the page, which are lost with it.</param>
/// <param name="Hint">What to write.</param>
public sealed record LostAddress(LedgerLine Line, IReadOnlyList<LedgerLine> Anchors, string Hint)
{
    /// <summary>The file whose <c>aliases</c> should name the address, where there is one that fits.</summary>
    public string? AliasIn { get; init; }

    /// <summary>Whether the page is still that of the same file, under the same name, at another address.</summary>
    public bool IsCertain { get; init; }
}

/// <summary>Finds what an editor can write so that a lost address leads on.</summary>
public sealed class LostAddresses
{
    private readonly Archive archive;
    private readonly AddressBook addresses;
    private readonly Listings listings;
    private readonly ILookup<string, Post> postsByFile, postsBySlug, postsById;
    private readonly ILookup<string, Comment> commentsByAnchor;
    private readonly Lazy<ILookup<string, Comment>> commentsByFile;
    private readonly ILookup<string, Withheld> withheld;
    private readonly IReadOnlySet<Place> known;
    private readonly IReadOnlyDictionary<Place, string> heirs;

    /// <param name="known">What was published before: nothing moved to these places.</param>
    /// <param name="heirs">The files of what places became, as far as somebody knows that for certain.</param>
    public LostAddresses(
        Archive archive, Listings listings, AddressBook addresses, IReadOnlySet<Place> known, IReadOnlyDictionary<Place, string> heirs)
    {
        (this.archive, this.listings, this.addresses, this.known, this.heirs) = (archive, listings, addresses, known, heirs);
        postsByFile = archive.Posts.ToLookup(p => p.Source.File, StringComparer.Ordinal);
        postsBySlug = archive.Posts.ToLookup(p => p.Slug, StringComparer.Ordinal);
        postsById = archive.Posts.ToLookup(p => p.Id, StringComparer.Ordinal);
        commentsByAnchor = archive.Comments.SelectMany(c => c).ToLookup(Anchor.Of, StringComparer.Ordinal);
        commentsByFile = new(() => archive.Comments.SelectMany(c => c).ToLookup(c => c.Source.File, StringComparer.Ordinal));
        withheld = archive.Withheld.ToLookup(w => w.Entry.Source.File, StringComparer.Ordinal);
    }

    /// <summary>The lost ones among some lines; the anchors of a lost page are told with it, not one by one.</summary>
    /// <param name="lines">By place.</param>
    /// <param name="holds">Whether what stands at a place now, or forwards from it, serves who comes there.</param>
    public IReadOnlyList<LostAddress> Among(IEnumerable<LedgerLine> lines, Func<Place, bool> holds)
    {
        var lost = lines.Where(line => !holds(line.Place)).ToArray();
        var pages = lost.Where(line => line.Place.Anchor is null).Select(line => line.Place.Address).ToHashSet();
        var onLostPages = lost.Where(line => line.Place.Anchor is not null && pages.Contains(line.Place.Address)).ToLookup(line => line.Place.Address);
        LostAddress[] told =
        [
            .. lost.Where(line => line.Place.Anchor is null || !pages.Contains(line.Place.Address))
                .Select(line => line.Place.Anchor is null ? OfPage(line, [.. onLostPages[line.Place.Address]]) : OfAnchor(line)),
        ];
        Doubt(told);
        // With the alias of a post, what stood beside it is led to, too.
        var cured = told.Where(one => one.AliasIn is { } file && postsByFile[file].Any() && one.Line.Place.Anchor is null).Select(one => one.Line.Place.Address.Path).ToHashSet(StringComparer.Ordinal);
        return [.. told.Where(one => one.Line.Place.Address.Path is var path && (path.EndsWith('/') || !cured.Contains(path[..(path.LastIndexOf('/') + 1)])))];
    }

    private LostAddress OfPage(LedgerLine line, IReadOnlyList<LedgerLine> anchors)
    {
        LostAddress Told(string hint, string? aliasIn = null, bool isCertain = false) => new(line, anchors, hint) { AliasIn = aliasIn, IsCertain = isCertain };
        var (path, file) = (line.Place.Address.Path, line.Source ?? "");
        if (file.StartsWith(MediaPath.Folder, StringComparison.Ordinal) || !(path.EndsWith('/') || path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)))
            return Told(path == AddressBook.Feed.Path || path == AddressBook.CommentsFeed.Path ? Catalogue.FeedAdvice : Catalogue.PutBackAdvice(line.Source));
        if (Withheld(file, _ => true) is { } reason) return Told(Catalogue.WithheldAdvice(file, reason));
        var slug = path.Trim('/').Split('/')[^1];
        var isOfNames = IsOnlyOfNames(path, slug) && !file.StartsWith(DescriptionPath.Pages, StringComparison.Ordinal);
        var heir = heirs.GetValueOrDefault(line.Place) ?? Standing(path, slug, file) ?? (isOfNames ? null : Heir(line, anchors)) ?? Described(path, slug) ?? Renamed(path, slug, file);
        if (heir is not null) return Told(Catalogue.AliasAdvice(heir, line.Place.ToString(), FormerId(heir, line, slug)), heir, heir == file && IsThatOf(file, path));
        if (isOfNames) return Told(Catalogue.NobodyAdvice(line.Place.ToString()));
        return Told(IsIn(file, archive.Settings.PostsFolder) || IsIn(file, archive.Settings.CommentsFolder)
            ? Catalogue.TombstoneAdvice(file, null) : Catalogue.ElsewhereAdvice(line.Place.ToString()));
    }

    /// <summary>
    /// What a post was known by before its file got another name; null of one that was there beside it, whose id is written, or where the lost
    /// address was no more than an alias.
    /// </summary>
    private string? FormerId(string heir, LedgerLine line, string slug) =>
        postsByFile[heir].FirstOrDefault() is { } post && post.Id == post.Slug && !known.Contains(addresses.PlaceOf(post)) && !postsById[slug].Any()
        && NameOf(line.Source ?? "").Split('.')[0] is var name && (name == slug || name.EndsWith("-" + slug, StringComparison.Ordinal))
        && AddressBook.ByPattern(archive.Settings.Urls, post.Date.Day, slug).Path == line.Place.Address.Path ? slug : null;

    /// <summary>Whether the page was that of what the file says: not one of its author or theme, nor of something that stood there before.</summary>
    private bool IsThatOf(string file, string path)
    {
        if (postsByFile[file].Take(2).ToArray() is not [var post]) return !postsByFile[file].Any();
        var page = FirstPart(path);
        return page == addresses.Post(post).Path
            || (!known.Contains(addresses.PlaceOf(post)) && SlugOf(page) is var slug && (slug == post.Slug || slug == post.Id));
    }

    private static string SlugOf(string path) => path.Trim('/').Split('/')[^1].Split('.')[0];

    /// <summary>Of a further part of a post, the page of the post.</summary>
    private static string FirstPart(string path) => path.Split('/') is [.. var page, "comments", { Length: > 0 } part, ""] && part.All(char.IsAsciiDigit)
        ? string.Join('/', page) + "/" : path;

    /// <summary>
    /// Of several pages that would all have been that of one post, one may have been that of its discussion. And where a file is gone, another
    /// may have its name, with another post in it.
    /// </summary>
    private void Doubt(LostAddress[] told)
    {
        var isShuffled = told.Any(one => one.Line.Source is { } file && IsIn(file, archive.Settings.PostsFolder) && !postsByFile[file].Any());
        var doubtful = told.Where(one => one.IsCertain).GroupBy(one => one.AliasIn)
            .Where(of => of.DistinctBy(one => FirstPart(one.Line.Place.Address.Path)).Skip(1).Any()).Select(of => of.Key).ToHashSet();
        for (var i = 0; i < told.Length; i++)
            if (doubtful.Contains(told[i].AliasIn) || (isShuffled && HasMoved(told[i]))) told[i] = told[i] with { IsCertain = false };
    }

    /// <summary>Whether it was the page of a post that stands elsewhere now, and not a part of one that stands where it stood.</summary>
    private bool HasMoved(LostAddress one) => one.AliasIn is { } file && postsByFile[file].FirstOrDefault() is { } post && FirstPart(one.Line.Place.Address.Path) != addresses.Post(post).Path;

    private LostAddress OfAnchor(LedgerLine line)
    {
        LostAddress Told(string hint, string? aliasIn = null) => new(line, [], hint) { AliasIn = aliasIn };
        var (anchor, file) = (line.Place.Anchor!, line.Source ?? "");
        if (heirs.GetValueOrDefault(line.Place) is { } certain) return Told(Catalogue.AliasAdvice(certain, line.Place.ToString()), certain);
        if (Withheld(file, w => w is Comment comment && Anchor.Of(comment) == anchor) is { } reason) return Told(Catalogue.WithheldAdvice(file, reason));
        // The same id under another post, or the same file with another id: of several, only one that is certain.
        Comment[] moved = [.. commentsByAnchor[anchor]];
        var sameFile = file.Length == 0 ? [] : commentsByFile.Value[file].Take(2).ToArray();
        var heir = sameFile is [var renamed] ? renamed : moved is [var only] ? only : null;
        if (heir is not null) return Told(Catalogue.AliasAdvice(heir.Source.File, line.Place.ToString()), heir.Source.File);
        // A place that an alias promised, of what stands.
        if (postsByFile[file].Any()) return Told(Catalogue.AliasAdvice(file, line.Place.ToString()), file);
        var id = anchor.StartsWith(Anchor.OfComments, StringComparison.Ordinal) ? anchor[Anchor.OfComments.Length..] : null;
        return Told(id is not null && sameFile.Length > 1 ? Catalogue.AliasOrTombstoneAdvice(file, line.Place.ToString(), id) : Catalogue.TombstoneAdvice(line.Source, id));
    }

    private WithheldReason? Withheld(string file, Func<Entry, bool> isIt) =>
        withheld[file].Where(w => isIt(w.Entry)).Select(w => (WithheldReason?)w.Reason).FirstOrDefault();

    /// <summary>
    /// The file of a theme or author that is there as it was, where only the form of addresses is another now; of one that is described
    /// nowhere, the file that would. The page of such a one came from the file of an entry.
    /// </summary>
    private string? Standing(string path, string slug, string file)
    {
        var (themes, authors) = (listings.Themes.Select(t => t.Theme), listings.Authors.Select(a => a.Author));
        if (themes.Any(t => t.IsDescribed && t.Source.File == file) || authors.Any(a => a.IsDescribed && a.Source.File == file)) return file;
        var isOfEntry = IsIn(file, archive.Settings.PostsFolder) || IsIn(file, archive.Settings.CommentsFolder);
        if (!isOfEntry || postsBySlug[slug].Any() || postsById[slug].Any()) return null;
        // With a year or a month in it, or of a post that moved, it is more likely the post's own.
        if (path.Split('/').Any(part => part.Length > 0 && part.All(char.IsAsciiDigit)) || postsByFile[file].Any(post => !known.Contains(addresses.PlaceOf(post)))) return null;
        if (authors.FirstOrDefault(a => a.Key == slug) is { } author) return author.IsDescribed ? author.Source.File : DescriptionPath.OfAuthor(slug);
        return themes.FirstOrDefault(t => t.Key == slug) is not { } theme ? null : theme.IsDescribed ? theme.Source.File : DescriptionPath.OfTheme(slug);
    }

    /// <summary>
    /// The file of what the page most likely became: of the same file, id or slug; what has its comments now; what is
    /// new of the same day; else the nearest slug of what is new.
    /// </summary>
    private string? Heir(LedgerLine line, IReadOnlyList<LedgerLine> anchors)
    {
        var file = line.Source ?? "";
        if (postsByFile[file].FirstOrDefault() is { } same) return same.Source.File;
        if (archive.Pages.FirstOrDefault(p => p.Source.File == file) is { } page) return page.Source.File;
        if (file.Length > 0 && !IsIn(file, archive.Settings.PostsFolder)) return null;
        var slug = SlugOf(FirstPart(line.Place.Address.Path));
        var heir = postsById[slug].Concat(postsBySlug[slug]).FirstOrDefault() ?? WithCommentsOf(anchors) ?? NewOfSameDay(file)
            ?? Near(slug, archive.Posts, p => p.Slug, p => addresses.PlaceOf(p));
        return heir?.Source.File;
    }

    /// <summary>The post under which most comments of these anchors stand now; those that several posts have tell nothing.</summary>
    private Post? WithCommentsOf(IReadOnlyList<LedgerLine> anchors)
    {
        var under = anchors.Select(a => commentsByAnchor[a.Place.Anchor!].Take(2).ToArray()).Where(c => c.Length == 1).CountBy(c => c[0].PostId).ToArray();
        return under.Length == 0 ? null : under.MaxBy(u => u.Value) is var most && most.Value * 2 >= anchors.Count ? postsById[most.Key].First() : null;
    }

    /// <summary>The only post with a file name of the same date whose address nobody knows yet.</summary>
    private Post? NewOfSameDay(string file)
    {
        var day = Day(file);
        if (day is null) return null;
        var fresh = archive.Posts.Where(p => Day(p.Source.File) == day && !known.Contains(addresses.PlaceOf(p))).Take(2).ToArray();
        return fresh is [var only] ? only : null;
    }

    /// <summary>The date that the name of a file, or of the folder that holds a post, begins with, as written.</summary>
    private static string? Day(string file)
    {
        var name = NameOf(file);
        return name.Length > 10 && name[4] == '-' && name[7] == '-' && char.IsAsciiDigit(name[0]) ? name[..10] : null;
    }

    /// <summary>Of a file, or of the folder that holds a post.</summary>
    private static string NameOf(string file)
    {
        var parts = file.Split('/');
        return parts.Length > 1 && parts[^1].StartsWith("index.", StringComparison.Ordinal) ? parts[^2] : parts[^1];
    }

    /// <summary>Whether only the page of an author or theme has such an address, by the patterns of all.</summary>
    private bool IsOnlyOfNames(string path, string slug)
    {
        var urls = archive.Settings.Urls;
        return (path == addresses.Author(slug).Path || path == addresses.Theme(slug).Path) && !MayMake(urls.Post, path) && !MayMake(urls.Page, path) && !MayMake(urls.Discussion, path);
    }

    private static bool MayMake(string pattern, string path)
    {
        var (parts, wanted) = (pattern.Split('/'), path.Split('/'));
        return parts.Length == wanted.Length && parts.Zip(wanted).All(pair => pair.First.Contains('{', StringComparison.Ordinal) || pair.First == pair.Second);
    }

    /// <summary>
    /// The file of the author, or theme, that somebody wrote instead: of the entry that the page came from, the only one whose page nobody knows yet.
    /// </summary>
    private string? Renamed(string path, string slug, string file)
    {
        if (path == addresses.Theme(slug).Path)
        {
            Theme[] themes = [.. postsByFile[file].SelectMany(listings.ThemeBook.Of).DistinctBy(t => t.Key).Where(t => !known.Contains(new(addresses.Theme(t))))];
            return themes is [var theme] ? theme.IsDescribed ? theme.Source.File : DescriptionPath.OfTheme(theme.Key) : null;
        }

        if (path != addresses.Author(slug).Path) return null;
        Author[] authors = [.. postsByFile[file].Concat<Entry>(commentsByFile.Value[file]).SelectMany(listings.AuthorBook.Of).DistinctBy(a => a.Key).Where(a => !known.Contains(new(addresses.Author(a))))];
        return authors is [var author] ? author.IsDescribed ? author.Source.File : DescriptionPath.OfAuthor(author.Key) : null;
    }

    private static bool IsIn(string file, string folder) => file.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>The file of the theme that a name leads to, or of the theme or author that has the nearest; null where that is not described.</summary>
    private string? Described(string path, string slug)
    {
        if (addresses.Theme(slug).Path == path)
        {
            var theme = listings.ThemeBook.Find(slug) ?? Near(slug, listings.Themes.Select(t => t.Theme), t => t.Key, t => new(addresses.Theme(t)));
            return theme is { IsDescribed: true } ? theme.Source.File : null;
        }

        if (addresses.Author(slug).Path != path) return null;
        // What another name of an author would be leads to them by itself, and is not lost.
        return Near(slug, listings.Authors.Select(a => a.Author), a => a.Key, a => new(addresses.Author(a))) is { IsDescribed: true } author ? author.Source.File : null;
    }

    /// <summary>Of what nobody could know before: what was there beside the lost one did not replace it.</summary>
    private T? Near<T>(string slug, IEnumerable<T> values, Func<T, string> key, Func<T, Place> place)
        where T : class
    {
        T[] fresh = [.. values.Where(value => !known.Contains(place(value)))];
        return Nearest.To(slug, fresh.Select(key)) is { } nearest ? Array.Find(fresh, value => key(value) == nearest) : null;
    }
}
