using Palabre.Model;

namespace Palabre.Site;

/// <summary>A figure of a host.</summary>
/// <param name="Most">The most that it takes.</param>
/// <param name="Source">The page that says so.</param>
/// <param name="Read">The day on which that page was read.</param>
/// <param name="IsVerified">The page was read and says it without a condition that this site may not meet; else more is
/// doubtful rather than wrong.</param>
public sealed record HostLimit(long Most, string Source, DateOnly Read, bool IsVerified = true);

/// <summary>What a host takes; null where it names no figure, or its figure does not concern what is published.</summary>
public sealed record HostLimits
{
    private const string CloudflareLimits = "https://developers.cloudflare.com/pages/platform/limits/";
    private const string GitHubLimits = "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits";
    private const string GitLabEntries = "https://docs.gitlab.com/administration/instance_limits/#number-of-files-per-gitlab-pages-website";
    private const string GitLabSize = "https://gitlab.com/gitlab-org/gitlab/-/issues/405048";
    private const string NetlifyFolders = "https://docs.netlify.com/site-deploys/overview";
    private const string NetlifyRedirects = "https://docs.netlify.com/manage/routing/redirects/overview";
    private static readonly DateOnly Day = new(2026, 11, 23);

    /// <summary>Every host but <see cref="Host.Any"/>. The one table of these figures: each with its page and the day.</summary>
    public static IReadOnlyList<HostLimits> All { get; } =
    [
        new()
        {
            Host = Host.GitHub,
            Name = "GitHub Pages",
            Bytes = new(1_000_000_000, GitHubLimits, Day), // «no larger than 1 GB»: read as the smaller of the two
            // Of files in a repository; a site that an action publishes is none, so that it is a warning.
            FileBytes = new(100 << 20, "https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github", Day, IsVerified: false),
            ServesRoot = false,
        },
        new()
        {
            Host = Host.GitLab,
            Name = "GitLab Pages",
            Files = new(200_000, GitLabEntries, Day),
            CountsFolders = true,
            Bytes = new(1_000_000_000, GitLabSize, Day, IsVerified: false), // of GitLab.com, by an issue of its makers
            ServesRoot = false,
        },
        new()
        {
            Host = Host.Cloudflare,
            Name = "Cloudflare Pages",
            Files = new(20_000, CloudflareLimits, Day),
            More = "its paid plans take 100,000",
            FileBytes = new(25 << 20, CloudflareLimits, Day),
            Redirects = new(2_000, CloudflareLimits, Day),
            RedirectLength = new(1_000, "https://developers.cloudflare.com/pages/configuration/redirects/", Day),
            HeaderLength = new(2_000, CloudflareLimits, Day),
            ReadsHostFiles = true,
        },
        new()
        {
            Host = Host.Netlify,
            Name = "Netlify",
            FilesPerFolder = new(54_000, NetlifyFolders, Day),
            Redirects = new(9_999, NetlifyRedirects, Day, IsVerified: false), // advises against 10,000; gives no last number
            ReadsHostFiles = true,
        },
    ];

    public required Host Host { get; init; }

    /// <summary>As messages name it.</summary>
    public required string Name { get; init; }

    public HostLimit? Files { get; init; }

    /// <summary>A folder counts as a file.</summary>
    public bool CountsFolders { get; init; }

    /// <summary>Directly in one folder.</summary>
    public HostLimit? FilesPerFolder { get; init; }

    /// <summary>Of all files together.</summary>
    public HostLimit? Bytes { get; init; }

    public HostLimit? FileBytes { get; init; }

    /// <summary>Lines of <c>_redirects</c>.</summary>
    public HostLimit? Redirects { get; init; }

    /// <summary>Characters of one line of <c>_redirects</c>.</summary>
    public HostLimit? RedirectLength { get; init; }

    /// <summary>Characters of one header of <c>_headers</c>.</summary>
    public HostLimit? HeaderLength { get; init; }

    /// <summary>How the same host takes more files; null where it does not.</summary>
    public string? More { get; init; }

    /// <summary>
    /// It heeds <c>_headers</c> and <c>_redirects</c>. GitLab reads <c>_redirects</c> too, but a file goes before a rule for
    /// its address, and there is a page at each former address.
    /// </summary>
    public bool ReadsHostFiles { get; init; }

    /// <summary>The output folder is what stands at the root of its address, never below a path.</summary>
    public bool ServesRoot { get; init; } = true;

    /// <summary>Those that a site is to fit.</summary>
    public static IEnumerable<HostLimits> Of(Host host) => host == Host.Any ? All : All.Where(limits => limits.Host == host);
}
