using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>What holds of every feed whatever people write: sites drawn by chance from hostile texts, seeds in the messages.</summary>
public sealed partial class FeedPropertiesTests
{
    private static readonly string[] Texts =
    [
        "plain words", "]]>", "<script>alert(1)</script>", "\u0001", "\uFFFE", "\uD800", "a\u202Eb", "é & « » < >", "\"'", "-->", "🌳 arbre",
        "javascript:alert(1)", "https://example.com/{a}|b", "\u0085", "<![CDATA[", "<?xml?>", "&#0;", "{{ 7 }}", "x\ty", "id/with#all?kinds%20of",
    ];

    [Test]
    public void Every_feed_is_well_formed_and_whole([Range(1, 40)] int seed)
    {
        var build = SiteText.Prepare(SiteText.Files(Drawn(seed)));
        Assert.That(build.HasErrors, Is.False, $"seed {seed}: {string.Join('\n', build.Diagnostics)}");
        var feeds = build.Files.OfType<RenderedFile>().Where(f => Feed().IsMatch(f.Path)).ToArray();
        Assert.That(feeds, Has.Length.GreaterThan(build.Archive.Posts.Count), $"seed {seed}");
        foreach (var file in feeds)
        {
            var text = build.Text(file.Path);
            Assert.That(AtomShape.Faults(text), Is.Empty, $"seed {seed}: {file.Path}\n{text}");
            Assert.That(Active().Match(text).Value, Is.Empty, $"seed {seed}: {file.Path}");
            Assert.That(text, Does.Not.Contain("Gone").And.Not.Contain("\u202E").And.Not.Contain("@example"), $"seed {seed}: {file.Path}");
        }
    }

    [Test]
    public void Every_JSON_Feed_has_what_the_format_asks_for([Range(1, 40)] int seed)
    {
        var build = SiteText.Prepare(SiteText.Files(Drawn(seed)));
        foreach (var file in build.Files.OfType<RenderedFile>().Where(f => f.Path.EndsWith("feed.json", StringComparison.Ordinal)))
        {
            using var read = JsonDocument.Parse(build.Text(file.Path));
            var (feed, where) = (read.RootElement, $"seed {seed}: {file.Path}");
            Assert.That(feed.GetProperty("version").GetString(), Is.EqualTo("https://jsonfeed.org/version/1.1"), where);
            Assert.That(feed.GetProperty("title").ValueKind, Is.EqualTo(JsonValueKind.String), where);
            foreach (var entry in feed.GetProperty("items").EnumerateArray())
            {
                Assert.That(entry.GetProperty("id").GetString(), Does.StartWith("tag:"), where);
                Assert.That(entry.TryGetProperty("content_html", out var text) || entry.TryGetProperty("content_text", out text), where);
                Assert.That(text.GetString(), Is.Not.Empty.And.Not.Contain("Gone"), where);
                Assert.That(entry.GetProperty("authors").EnumerateArray().Select(a => a.GetProperty("name").GetString()), Is.Not.Empty.And.None.Empty, where);
                Assert.That(DateTimeOffset.TryParse(entry.GetProperty("date_published").GetString(), null, out _), where);
            }
        }
    }

    [GeneratedRegex("(^|/)(atom|comments)(-[0-9]+)?\\.xml$")]
    private static partial Regex Feed();

    [GeneratedRegex("<\\s*(script|iframe|object|embed|form|style|base)\\b|<[^>\"]*\\son[a-z]+\\s*=|(href|src|url)=\"\\s*(javascript|data):", RegexOptions.IgnoreCase)]
    private static partial Regex Active();

    /// <summary>Up to 4 posts and 70 comments; what was removed says «Gone».</summary>
    private static Dictionary<string, byte[]> Drawn(int seed)
    {
        var random = new Random(seed);
        string Any() => JsonSerializer.Serialize(Texts[random.Next(Texts.Length)]); // a YAML text in double quotes as well
        string Fate() => random.Next(6) == 0 ? $"status: removed\nreason: {Any()}\nremovedOn: 2010-03-01\n" : "";
        var files = new Dictionary<string, string>
        {
            ["content/site.yml"] = $"title: {Any()}\ndescription: {Any()}\nlanguage: {(random.Next(2) == 0 ? "fr" : "he")}\nbaseUrl: https://example.org/a\n"
                + $"trustPosts: {(random.Next(2) == 0 ? "true" : "false")}\n",
        };
        var posts = random.Next(1, 5);
        for (var p = 0; p < posts; p++)
        {
            var fate = Fate();
            files[$"content/posts/2010-01-{p + 1:00}-p{p}.md"] =
                $"---\ntitle: {(fate.Length > 0 ? "Gone" : Any())}\nauthor: [{Any()}, {Any()}]\nthemes: [{Any()}, trust]\n{fate}"
                + (p > 0 && random.Next(2) == 0 ? $"replyTo: p{random.Next(p)}\n" : "")
                + $"summary: {(fate.Length > 0 ? "Gone" : Any())}\nrelayed: {{by: {Any()}, url: {Any()}}}\n---\n{(fate.Length > 0 ? "Gone" : Texts[random.Next(Texts.Length)])}\n";
        }

        var comments = random.Next(70);
        for (var c = 0; c < comments; c++)
        {
            var fate = Fate();
            files[$"content/comments/p{random.Next(posts)}/c{c}.yml"] =
                $"author: {Any()}\nurl: {Any()}\nemail: a@example.org\ndate: 2010-02-{random.Next(1, 28):00}\n{fate}"
                + (random.Next(2) == 0 ? $"replyTo: c{random.Next(comments)}\n" : "")
                + $"format: {new[] { "html", "markdown", "text" }[random.Next(3)]}\nbody: {(fate.Length > 0 ? "Gone" : Any())}\n";
        }

        return files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal);
    }
}
