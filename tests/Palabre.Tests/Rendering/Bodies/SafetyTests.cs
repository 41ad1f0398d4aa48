using CsCheck;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

public sealed class SafetyTests
{
    private static readonly BodyFormat[] Formats = [BodyFormat.Markdown, BodyFormat.Html, BodyFormat.Text];
    private static readonly BodyTrust[] Trusts = [BodyTrust.Comment, BodyTrust.Post];

    [TestCaseSource(typeof(Attacks), nameof(Attacks.All))]
    public void An_attack_comes_to_nothing_in_any_format(string attack)
    {
        foreach (var format in Formats)
            foreach (var trust in Trusts) Probe.AssertSafe(attack, format, trust);
    }

    [TestCaseSource(typeof(Attacks), nameof(Attacks.All))]
    public void An_attack_comes_to_nothing_within_other_markup(string attack)
    {
        string[] places = [$"> - a {attack} b", $"*{attack}*", $"| a |\n|---|\n| {attack} |", $"<div><p>{attack}</p><ul><li>{attack}", $"[{attack}](https://a.example)"];
        foreach (var place in places)
            foreach (var trust in Trusts)
            {
                Probe.AssertSafe(place, BodyFormat.Markdown, trust);
                Probe.AssertSafe(place, BodyFormat.Html, trust);
            }
    }

    [Test]
    public void Attacks_in_any_order_come_to_nothing() => Gen.OneOf(Attacks.All.ToArray()).Array[2, 6]
        .Select(Gen.OneOf("", "\n", "\n\n", " "))
        .Holds((attacks, between) =>
        {
            var text = string.Join(between, attacks);
            Probe.AssertSafe(text, BodyFormat.Markdown, BodyTrust.Comment);
            Probe.AssertSafe(text, BodyFormat.Markdown, BodyTrust.Post);
            Probe.AssertSafe(text, BodyFormat.Html, BodyTrust.Comment);
        }, count: 300);

    [Test]
    public void Fragments_of_markup_in_any_order_come_to_nothing() => Gen.OneOf(
            "<", ">", "</", "/>", "\"", "'", "=", "<a href=", "javascript:", "<b>", "</b>", "<p>", "</p>", "<table>", "<td>", "<li>", "<!--", "-->", "<svg>",
            "onclick=x", "[", "](", ")", "![", "`", "```\n", "\n", "\n\n", "> ", "- ", "|", "|-|-|\n", "*", "**", "~~", "&#x3c;", "&lt;", "\\", "</article>", "x", " ", "[^1]", "[^1]: ")
        .Array[1, 25].Holds(parts =>
        {
            var text = string.Concat(parts);
            Probe.AssertSafe(text, BodyFormat.Markdown, BodyTrust.Comment);
            Probe.AssertSafe(text, BodyFormat.Markdown, BodyTrust.Post);
            Probe.AssertSafe(text, BodyFormat.Html, BodyTrust.Post);
            Probe.AssertSafe(text, BodyFormat.Text, BodyTrust.Comment);
        }, count: 1000);

    [Test]
    public void Raw_HTML_in_a_Markdown_comment_is_shown_as_text() =>
        Assert.That(Bodies.Comment("a <b onclick=x>b</b>\n\n<script>c</script>"), Is.EqualTo(
            "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n<p>&lt;script&gt;c&lt;/script&gt;</p>"));

    [Test]
    public void Raw_HTML_in_a_trusted_post_stands_as_it_is() =>
        Assert.That(Bodies.Render("a <b onclick=x>b</b>\n\n<div class=x></div>", trust: BodyTrust.TrustedPost).Html.ToString(), Is.EqualTo(
            "<p>a <b onclick=x>b</b></p>\n<div class=x></div>\n"));

    [Test]
    public void What_the_site_resolves_to_is_checked_too() => Assert.That(
        BodyRenderer.Render(Bodies.Of("[x](a)"), (_, _) => new("javascript:alert(1)")).Html.ToString(), Is.EqualTo("<p>x</p>\n"));

    [Test]
    public void No_letter_of_a_Markdown_comment_vanishes() => AssertAllIsShown(Gen.OneOf(
            "abc", "é", "*", "**", "_", "a~~b", "`q`", "<b>", "</b>", "<!-- ", " -->", "\n", "\n\n", "> ", "- ", "1. ", "# ", "\"", "'", "...", "--", " ; ", "&", "\\", "|", "«", "»", "!")
        .Array[1, 20]);

    [Test]
    public void No_letter_of_what_looks_like_a_table_vanishes() => AssertAllIsShown(Gen.OneOf(
            "abc", "é", "*", "`q`", "[", "](", "\n", "|", "|", "-", "|-|", ":-:", "\n|-|-|\n", "\n--|--\n", "\\", " ", "> ", "- ")
        .Array[3, 20]);

    [Test]
    public void No_letter_of_footnotes_vanishes() => AssertAllIsShown(
        Gen.OneOf(
            "abc", "é", "[^1]", "[^2]", "\n\n[^1]: ", "\n[^2]: ", "\n\n[7]: 12\n\nabc", "[", "]", "!", "*", "`q`", ":", "\n: ", "\n\n", "\n> ", "\n- ", "    ", "\\")
        .Array[2, 20], letters => letters.Order());

    private static void AssertAllIsShown(Gen<string[]> texts, Func<IEnumerable<char>, IEnumerable<char>>? order = null) => texts.Holds(parts =>
        {
            var text = string.Concat(parts);
            var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Bodies.Comment(text, "fr")).Body!.TextContent;
            Assert.That(Letters(shown), Is.EqualTo(Letters(text)), text);
            string Letters(string all) => string.Concat(order is null ? all.Where(char.IsLetter) : order(all.Where(char.IsLetter)));
        }, count: 1000);
}
