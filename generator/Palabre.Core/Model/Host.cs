namespace Palabre.Model;

/// <summary>Where the finished site is published, as the setting <c>host</c> and the option <c>--host</c> name it.</summary>
public enum Host
{
    /// <summary>GitHub Pages.</summary>
    GitHub,

    /// <summary>GitLab Pages, of GitLab.com.</summary>
    GitLab,

    /// <summary>Cloudflare Pages, of the free plan.</summary>
    Cloudflare,

    Netlify,

    /// <summary>The site is to fit each of them.</summary>
    Any,
}

/// <summary>How people write hosts.</summary>
public static class Hosts
{
    /// <summary>In the order of <see cref="Host"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["github", "gitlab", "cloudflare", "netlify", "any"];

    /// <param name="name">In lower case.</param>
    public static Host? TryParse(string name)
    {
        for (var i = 0; i < Names.Count; i++)
            if (Names[i] == name) return (Host)i;
        return null;
    }
}
