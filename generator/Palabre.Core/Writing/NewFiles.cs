using System.Globalization;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>A file to be made.</summary>
/// <param name="Path">From the site's folder, with '/'.</param>
/// <param name="Text">Lines end in LF.</param>
public sealed record NewFile(string Path, string Text);

/// <summary>The texts of new files, as an editor would begin them. What is null is left out.</summary>
public static class NewFiles
{
    /// <summary>Derived names end before a word that would make them longer: an address is read, and typed.</summary>
    private const int LongestName = 72;

    /// <summary>
    /// A name for the file and address of something with this title: its slug, less the words that make it too long.
    /// Empty where the title has neither letter nor digit.
    /// </summary>
    public static string NameFor(string title)
    {
        var slug = Slug.From(title);
        if (slug.Length <= LongestName) return slug;
        var end = slug.LastIndexOf('-', LongestName);
        return end > 0 ? slug[..end] : Slug.From(slug[..LongestName]);
    }

    /// <summary>The text without line ends and control characters, as the readers take a title or a name.</summary>
    public static string OneLineOf(string text) => OneLine.Of(text);

    /// <summary>ISO 8601 with the offset that the date was given; of a bare day, the day.</summary>
    public static string Iso(EntryDate date) =>
        date.Time.ToString(date.IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary><c>YYYY-MM-DD-slug.md</c> in a folder. The slug is the id, too, and stays so if the file is renamed.</summary>
    public static NewFile Post(string folder, NewPost post) => Page(
        $"{folder}/{post.Date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{post.Slug}.md",
        new YamlWriter()
            .Text(PostFields.Title.Name, post.Title)
            .Text(PostFields.Id.Name, post.Slug)
            .Text(PostFields.Date.Name, Iso(post.Date))
            .Texts(PostFields.Author.Name, post.Authors)
            .Texts(PostFields.Themes.Name, post.Themes)
            .Text(PostFields.ReplyTo.Name, post.ReplyTo)
            .Text(PostFields.Language.Name, post.Language)
            .Flag(PostFields.Draft.Name, post.IsDraft));

    /// <summary>One comment in a file of its own.</summary>
    /// <param name="folder">That of the post's comments.</param>
    /// <param name="remark">A first line for tools, or null.</param>
    public static NewFile Comment(string folder, NewComment comment, Func<string, string?> remark)
    {
        var path = $"{folder}/{comment.Id}.yml";
        return new(path, With(new YamlWriter(), remark(path)) + Comment(comment));
    }

    /// <summary>The keys and values of a comment.</summary>
    public static string Comment(NewComment comment) => Flagged(new YamlWriter()
        .Text(CommentFields.Id.Name, comment.Id)
        .Text(CommentFields.Author.Name, comment.Author)
        .Text(CommentFields.Date.Name, Iso(comment.Date))
        .Text(CommentFields.ReplyTo.Name, comment.ReplyTo)
        .Text(CommentFields.Language.Name, comment.Language), comment.IsPending)
        .Block(CommentFields.Body.Name, TextFile.WithLineFeeds(comment.Body).Trim('\n') + "\n")
        .ToString();

    public static NewFile Theme(string slug, string title, string? description, string? parent) => Page(
        DescriptionPath.OfTheme(slug),
        new YamlWriter()
            .Text(ThemeFields.Title.Name, title)
            .Text(ThemeFields.Description.Name, description)
            .Text(ThemeFields.Parent.Name, parent));

    /// <param name="remark">A first line for tools, or null.</param>
    public static NewFile Author(string slug, NewAuthor author, Func<string, string?> remark)
    {
        var path = DescriptionPath.OfAuthor(slug);
        return new(path, With(new YamlWriter(), remark(path))
            .Text(AuthorFields.Name.Name, author.Name)
            .Texts(AuthorFields.Aliases.Name, author.Aliases)
            .Text(AuthorFields.Url.Name, author.Url)
            .Text(AuthorFields.Bio.Name, author.Bio)
            .ToString());
    }

    public static NewFile Page(string slug, string title, string? language) => Page(
        DescriptionPath.OfPage(slug),
        new YamlWriter().Text(PageFields.Title.Name, title).Text(PageFields.Language.Name, language));

    private static NewFile Page(string path, YamlWriter fields) => new(path, $"---\n{fields}---\n\n");

    private static YamlWriter With(YamlWriter yaml, string? remark) => remark is null ? yaml : yaml.Remark(remark);

    private static YamlWriter Flagged(YamlWriter yaml, bool isPending) =>
        isPending ? yaml.Text(EntryFields.Status.Name, "pending") : yaml;
}

/// <summary>A post to be.</summary>
public sealed record NewPost
{
    public required string Title { get; init; }

    /// <summary>See <see cref="Model.Slug"/>; not empty.</summary>
    public required string Slug { get; init; }

    public required EntryDate Date { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public IReadOnlyList<string> Themes { get; init; } = [];
    public string? ReplyTo { get; init; }
    public string? Language { get; init; }
    public bool IsDraft { get; init; }
}

/// <summary>A comment to be.</summary>
public sealed record NewComment
{
    /// <summary>Fit for a file's name.</summary>
    public required string Id { get; init; }

    public required string Author { get; init; }
    public required EntryDate Date { get; init; }
    public required string Body { get; init; }
    public string? ReplyTo { get; init; }
    public string? Language { get; init; }

    /// <summary>Waits for an editor.</summary>
    public bool IsPending { get; init; }
}

/// <summary>The description of an author to be.</summary>
public sealed record NewAuthor(string Name)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string? Url { get; init; }
    public string? Bio { get; init; }
}
