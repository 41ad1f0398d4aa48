namespace Palabre.Tests.Browser;

/// <summary>One page of every kind that a site has, and those that strain the look most.</summary>
internal static class PageKinds
{
    internal const string Post = "2010/01/le-client-au-coeur/";

    internal const string PostInTime = Post + "chronological/";

    internal const string Redirect = "2010/01/et-si-le-client.html";

    /// <summary>Of the sample.</summary>
    internal static IReadOnlyList<string> OfSample { get; } =
    [
        "", Post, PostInTime, "2010/01/l-autre-cote-du-guichet/", "2010/01/ailleurs-en-anglais/",
        "discussions/le-client-au-coeur/", "discussions/le-client-au-coeur/chronological/",
        "themes/", "themes/client/", "authors/", "authors/helene-marchand/",
        "archive/", "archive/2010/", "archive/2010/01/", "a-propos/", "search/", "404.html",
    ];

    /// <summary>Of the made site.</summary>
    internal static IReadOnlyList<string> OfMade { get; } =
        ["", "page/2/", "2011/03/quiet/", "2011/03/deep/", "2011/03/tongues/", "2011/03/shulchan/", "2011/03/closed/", "authors/"];
}
