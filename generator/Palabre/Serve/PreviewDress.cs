using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Palabre.Serve;

/// <summary>Adds to a page what it has in the preview alone: marks, the report, a script and a style. What <c>build</c>
/// writes is made before, and knows nothing of it.</summary>
internal static partial class PreviewDress
{
    /// <summary>Where the preview's own files are: no page of a site can have an address that begins like this.</summary>
    internal const string Folder = "/.palabre/";

    /// <param name="html">The page as it would be published.</param>
    /// <param name="panel">The inside of the report.</param>
    /// <param name="hash">Of the page.</param>
    internal static string Dress(string html, string panel, PreviewState state, string hash)
    {
        var head = $"""
            <link rel="stylesheet" href="{Folder}preview.css">
            <script defer src="{Folder}preview.js" data-page="{hash}" data-state="{WebUtility.HtmlEncode(state.Json)}"></script>

            """;
        var aside = $"<aside id=\"palabre-report\" lang=\"en\" dir=\"ltr\" aria-label=\"Palabre\">{panel}</aside>\n<p id=\"palabre-status\" lang=\"en\" role=\"status\"></p>\n";
        return InsertBefore(InsertBefore(Allow(html), "</head>", head), "</body>", aside);
    }

    /// <summary>A page for what cannot be made, or is not there yet.</summary>
    internal static string Bare(string title, string text) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{WebUtility.HtmlEncode(title)}</title>
        </head>
        <body class="palabre-bare">
        <main>
        <h1>{WebUtility.HtmlEncode(title)}</h1>
        <p>{WebUtility.HtmlEncode(text)}</p>
        </main>
        </body>
        </html>

        """;

    internal static byte[] Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("serve/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A look may have a policy of its own; the preview needs its script, its style and its events let through.</summary>
    private static string Allow(string html) => Policy().Replace(html, tag => tag.Groups[1].Value + Widened(tag.Groups[2].Value) + tag.Groups[3].Value, 1);

    private static string Widened(string policy)
    {
        var rules = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var name in (string[])["script-src", "style-src", "connect-src"])
        {
            var at = rules.FindIndex(rule => rule.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase) || rule.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at < 0) rules.Add(name + " 'self'");
            else if (!rules[at].Contains("'self'", StringComparison.OrdinalIgnoreCase))
                rules[at] = rules[at].Replace(" 'none'", "", StringComparison.OrdinalIgnoreCase) + " 'self'";
        }

        return string.Join("; ", rules);
    }

    private static string InsertBefore(string html, string tag, string text)
    {
        // What people wrote has its '<' escaped, but a script of the look could hold the tag in a text: so the last one.
        var at = html.LastIndexOf(tag, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html + text : html.Insert(at, text);
    }

    [GeneratedRegex("(<meta\\s+http-equiv=\"Content-Security-Policy\"\\s+content=\")([^\"]*)(\")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Policy();
}
