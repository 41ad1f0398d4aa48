using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>
/// <c>_redirects</c> and <c>_headers</c>, for hosts that heed them. The pages at former addresses stay: other hosts need
/// them, and so do the addresses for which there is no rule.
/// </summary>
public static partial class HostFiles
{
    public const string Redirects = "_redirects", Headers = "_headers";

    private const string YearInSeconds = "31536000";

    /// <param name="home">Writes the home page: the policy of its head is that of the header.</param>
    internal static IEnumerable<OutputFile> Of(Edition edition, IReadOnlyList<PlannedPage> pages, Action<IBufferWriter<byte>> home)
    {
        if (edition.Settings.Host is not { } host || !HostLimits.Of(host).Any(limits => limits.ReadsHostFiles)) yield break;
        if (Rules(edition, pages).Any())
        {
            yield return new WrittenFile(Redirects, output =>
            {
                foreach (var rule in Rules(edition, pages).Take(MostRules(host))) Encoding.UTF8.GetBytes(rule + "\n", output);
            });
        }

        yield return new WrittenFile(Headers, output => Encoding.UTF8.GetBytes(HeaderText(edition, pages, host, Policy(home)), output));
    }

    /// <summary>How many rules <c>_redirects</c> may have: further former addresses have their page alone.</summary>
    internal static int MostRules(Host host) => HostLimits.Of(host).Min(limits => (int?)limits.Redirects?.Most) ?? int.MaxValue;

    /// <summary>
    /// A rule for each page that leads on, in the order of the archive; but not where an alias names an anchor on it, which
    /// leads elsewhere: only the page can tell the two apart, as no server is sent an anchor.
    /// </summary>
    internal static IEnumerable<string> Rules(Edition edition, IReadOnlyList<PlannedPage> pages)
    {
        // An existing file goes before a rule at Netlify, unless the rule insists; Cloudflare knows no such mark, nor needs it.
        var status = edition.Settings.Host == Host.Netlify ? "301!" : "301";
        var longest = HostLimits.Of(edition.Settings.Host ?? Host.Any).Min(limits => limits.RedirectLength?.Most) ?? long.MaxValue;
        foreach (var page in pages)
        {
            if (page.Forward is not { } forward || edition.Forwarding.AnchorsOn(page.Address).Count > 0) continue;
            var rule = $"{page.Address.Escaped} {edition.Addresses.Href(forward.To)} {status}";
            if (rule.Length <= longest) yield return rule;
        }
    }

    private static string HeaderText(Edition edition, IReadOnlyList<PlannedPage> pages, Host host, string? policy)
    {
        var text = new StringBuilder();
        Rule("/*", "X-Content-Type-Options: nosniff");
        var longest = HostLimits.Of(host).Min(limits => limits.HeaderLength?.Most) ?? long.MaxValue;
        if (policy is not null && $"Content-Security-Policy: {policy}".Length <= longest)
        {
            // By depth, rather than for all: a picture in SVG has styles within, which the policy of pages forbids.
            var deepest = pages.Where(page => page.Address.Path.EndsWith('/')).Max(page => page.Address.Path.Count(c => c == '/'));
            for (var depth = 1; depth <= deepest; depth++)
                Rule("/" + string.Concat(Enumerable.Range(1, depth - 1).Select(part => $":p{part}/")), $"Content-Security-Policy: {policy}");
        }

        Rule("/media/*", "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'");
        if (edition.Settings.Search) // named by a hash of their bytes
            Rule(edition.Addresses.Search.Below(":file").Path, $"Cache-Control: public, max-age={YearInSeconds}, immutable");
        if (edition.Settings.Origin is not null)
        {
            var urls = edition.Settings.Urls;
            foreach (var page in new[] { "/", urls.Post, urls.Theme, urls.Author }.Select(Pattern).Distinct())
                Rule(page + "atom.xml", "Content-Type: application/atom+xml; charset=utf-8");
            Rule(AddressBook.CommentsFeed.Path, "Content-Type: application/atom+xml; charset=utf-8");
            foreach (var page in new[] { "/", urls.Theme }.Select(Pattern).Distinct())
                Rule(page + "feed.json", "Content-Type: application/feed+json; charset=utf-8");
            if (edition.Settings.Search) Rule(AddressBook.SearchDescription.Path, "Content-Type: application/opensearchdescription+xml; charset=utf-8");
        }

        if (edition.Settings.Export)
        {
            Rule(AddressBook.Export.Path, "Content-Type: application/jsonl; charset=utf-8");
            Rule(Pattern(edition.Settings.Urls.Post) + "discussion.md", "Content-Type: text/markdown; charset=utf-8");
        }

        return text.ToString();

        void Rule(string path, string header) => text.Append(path).Append("\n  ").Append(header).Append('\n');
    }

    /// <summary>A pattern of addresses as hosts write it: a part that differs is <c>:p1</c>, and so on.</summary>
    private static string Pattern(string pattern)
    {
        var parts = pattern.Split('/');
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Contains('{', StringComparison.Ordinal)) parts[i] = $":p{i}";
        var address = string.Join('/', parts);
        return address.EndsWith('/') ? address : address[..(address.LastIndexOf('/') + 1)];
    }

    private static string? Policy(Action<IBufferWriter<byte>> home)
    {
        var page = new ArrayBufferWriter<byte>();
        home(page);
        var found = PolicyOfHead().Match(Encoding.UTF8.GetString(page.WrittenSpan));
        // Who may frame a page can be said in a header only (CSP 3, section 3.3).
        return found.Success ? System.Net.WebUtility.HtmlDecode(found.Groups[1].Value).Trim().TrimEnd(';') + "; frame-ancestors 'none'" : null;
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"\r\n]*)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PolicyOfHead();
}
