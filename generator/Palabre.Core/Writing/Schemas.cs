using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>
/// JSON Schemas (draft-07) of the files that people write, for the completion and the red lines of their editors. Made
/// of the definitions that the readers follow: what a schema refuses, the reader reports.
/// </summary>
public static class Schemas
{
    /// <summary>Where a site keeps them. The listing of its files passes over folders that begin with a dot.</summary>
    public const string Folder = "content/.schemas";

    private static readonly FieldSet[] Sets =
        [SiteFields.All, PostFields.All, CommentFields.All, ThemeFields.All, AuthorFields.All, PageFields.All];

    /// <summary>site, post, comment, theme, author, page: of posts, themes and pages the front matter is meant.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Sets.Select(set => set.Kind)];

    /// <summary>The path of a kind's schema, from the site's folder.</summary>
    public static string PathOf(string kind) => $"{Folder}/{kind}.json";

    /// <summary>The schema: UTF-8 text, lines end in LF.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    public static string Of(string kind) => SchemaWriter.Write(Array.Find(Sets, set => set.Kind == kind)
        ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of file."));

    /// <summary>The first line of a YAML file, by which the YAML language server finds the schema: relative to the file.</summary>
    /// <param name="path">The file's, from the site's folder.</param>
    public static string RemarkFor(string kind, string path)
    {
        string[] from = path.Split('/')[..^1], to = PathOf(kind).Split('/');
        var shared = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        return "yaml-language-server: $schema=" + string.Join('/', [.. Enumerable.Repeat("..", from.Length - shared), .. to[shared..]]);
    }
}
