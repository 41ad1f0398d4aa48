using System.Diagnostics;
using Palabre.Model;
using Palabre.Rendering;
using Palabre.Tests.Support;

namespace Palabre.Tests.Rendering.Bodies;

/// <summary>What takes Markdig, or a naive sanitiser, minutes. The limit is generous: no shape here takes a tenth of it.</summary>
public sealed class HostileSizeTests
{
    private const int Length = 50_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly string[] Units =
    [
        ">", "> ", "[", "]", "*", "a**b", "a **b ", "*a _b ", "~~a ", "![[]()", "[a](", "[a](<b", "[a](b \"", "[[a](b)", "`a``", "<!-- ", "a <? ", "a <!A ", "<![CDATA[", "<a b=\"",
        "<", "<http:", "[a\n", "[a]: /b\n", "[a]: /b\n\n", "[x]: y \"\n", "|", "a|b\n", "|---", "[^1] ", "[^1]\n\n", "[^1]: [^1]\n", "- ", "1. ", "- a\n", "- a\n\n", "> a\nb\n", "> - ",
        "# a\n", "```\n", "&", "\\", "http://a.b ", "www.a.b ", "tel:1 ", "mailto:a@b.c ", "http://a.b/(", "a\n: b\n\n", ": ", "- [ ] a\n", "a|a\n-|-\n", "<div>", "<b>", "<p>",
        "<script>", "<ul><li>", "<table><tr><td>", "<li>", "<details>", "<a href=x>", "\u202A", "\n", " ", "\t", "\0", "\"'",
    ];

    [TestCaseSource(nameof(Units))]
    public void A_body_of_one_thing_repeated_is_rendered_in_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Length / unit.Length));
        AssertInTime(text, BodyFormat.Markdown, BodyTrust.Comment);
        AssertInTime(text, BodyFormat.Text, BodyTrust.Comment);
        if (!text.Contains('<', StringComparison.Ordinal)) return;
        AssertInTime(text, BodyFormat.Markdown, BodyTrust.Post);
        AssertInTime(text, BodyFormat.Html, BodyTrust.Post);
    }

    [Test]
    public void Bodies_that_grow_as_they_nest_are_rendered_in_time()
    {
        string[] texts =
        [
            Join(400, i => new string(' ', 2 * i) + "- a\n"), // nested by indentation
            Join(10_000, i => $"[^{i}]: x\n"),
            Join(10_000, i => $"[^{i}]: x\n\n"),
            Join(10_000, i => $"[a{i}]: /b\n"),
            Join(10_000, i => $"<b a={i}>") + Join(10_000, _ => "<p>"),
            Join(400, i => "e" + new string('`', i)),
            Join(10_000, _ => "|a") + "|\n" + Join(10_000, _ => "|-") + "|\n" + Join(10_000, _ => "|b\n"), // a table of 100 million cells
            "[a]: http://x.example/" + new string('x', 1900) + "\n\n" + Join(20_000, _ => "[a]\n\n"),
            Join(60, _ => "- ") + "a\n" + Join(90_000, _ => "\n"),
            Join(10_000, i => $"# a{i}\n") + Join(10_000, _ => "[x](#y)\n\n"),
        ];
        foreach (var text in texts) AssertInTime(text, BodyFormat.Markdown, BodyTrust.Post);
    }

    /// <summary>What was meant is looked for among all addresses of the site.</summary>
    [TestCase("post:bbbb")]
    [TestCase("comment:p1#bbbb")]
    [TestCase("/bbbb")]
    [TestCase("theme:bbbb")]
    public void Many_links_that_lead_nowhere_are_told_in_time(string link)
    {
        var posts = Join(2000, i => $"-- content/posts/2010-01-01-p{i}.md --\n---\ntitle: Post {i}\nthemes: [theme {i}]\n---\nText.\n");
        var comments = Join(2000, i => $"-- content/comments/p1/c{i}.yml --\nauthor: Ann\ndate: 2010-01-02\nbody: Text.\n");
        var site = $"{posts}{comments}-- content/comments/p2/hostile.yml --\nauthor: Eve\ndate: 2010-01-02\nbody: |\n{Join(10_000, _ => $"  x [a]({link})\n\n")}";
        var build = SiteText.Prepare(site);
        var clock = Stopwatch.StartNew();
        Assert.That(build.Text("2010/01/p2/index.html"), Does.Contain("<p>x a</p>"));
        Assert.That(clock.Elapsed, Is.LessThan(Limit));
        var told = build.Diagnostics.Where(d => d.Code == "PAL3002").ToArray();
        Assert.That((told.Length, told.Count(d => d.Hint is not null)), Is.EqualTo((10_000, 0)).Or.EqualTo((10_000, 20)));
    }

    [Test]
    public void Five_megabytes_are_rendered_in_time_and_whole()
    {
        var text = Join(100_000, i => $"word{i} *and* [link](post:a) \"more\" of it.\n\n");
        Assert.That(text, Has.Length.GreaterThan(4_500_000));
        var rendered = AssertInTime(text, BodyFormat.Markdown, BodyTrust.Comment);
        Assert.That(rendered.Html.ToString(), Does.Contain("word0 *and*").And.Contain("word99999 "));
        AssertInTime(text, BodyFormat.Html, BodyTrust.Comment);
    }

    [Test]
    public void What_is_long_without_malice_is_Markdown_still()
    {
        string[] texts =
        [
            Join(3000, i => $"Paragraph {i} with *some* **marks**, [a link](post:a) and `code`.\n\n"),
            Join(2000, i => $"- item {i} with [a link](post:a)\n"),
            "| a | b | c | d | e |\n|---|---|---|---|---|\n" + Join(700, i => $"| {i} | *b* | [c](post:a) | d | `e` |\n"),
            "```\n" + Join(1000, i => $"int* a_{i} = b[{i}] * c[{i}]; // <d>\n" + (i % 50 == 0 ? "\n" : "")) + "```\n",
            Join(20, i => string.Concat(Enumerable.Repeat("> ", i + 1)) + $"quoted {i} times\n\n"),
        ];
        foreach (var text in texts) Assert.That(Bodies.Messages(Bodies.Render(text)), Is.Empty, text[..40]);
    }

    private static RenderedBody AssertInTime(string text, BodyFormat format, BodyTrust trust)
    {
        var watch = Stopwatch.StartNew();
        var body = Bodies.Of(text, format, trust, "fr");
        var rendered = BodyRenderer.Render(body, Bodies.Resolve);
        BodyRenderer.RenderSummary(body, Bodies.Resolve);
        BodyRenderer.PlainText(body, 200);
        Assert.That(watch.Elapsed, Is.LessThan(Limit), $"{format} {trust}: {text[..Math.Min(40, text.Length)]}");
        return rendered;
    }

    private static string Join(int count, Func<int, string> unit) => string.Concat(Enumerable.Range(0, count).Select(unit));
}
