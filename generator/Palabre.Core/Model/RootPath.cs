namespace Palabre.Model;

/// <summary>
/// Paths of the files under <c>content/root/</c>, each of which is published at the site's root as it is: <c>CNAME</c>,
/// <c>.well-known/security.txt</c>, a proof that a search engine asks for.
/// </summary>
public static class RootPath
{
    public const string Folder = "content/root/";

    /// <summary>Names there that are hidden by their dot and meant all the same: what hosts and standards look for.</summary>
    public static IReadOnlySet<string> Hidden { get; } =
        new HashSet<string>([".well-known", ".nojekyll", ".domains"], StringComparer.Ordinal);
}
