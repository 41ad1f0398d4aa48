using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

public sealed class OpeningWordsTests
{
    [TestCase("a\n\n<!--more-->\n\nb", "<p>a</p>", TestName = "Up to the mark")]
    [TestCase("# h\n\na *b <!--more--> c* d\n\ne", "<h3>h</h3>\n<p>a <em>b </em></p>", TestName = "Up to a mark within a paragraph")]
    [TestCase("# h\n\n> q\n\na[^1] [b][c] ![d](e.png)\n\nf\n\n[^1]: n\n\n[c]: post:g", "<p>a <a href=\"/site/post:g\">b</a> d</p>", TestName = "Else the first paragraph, without notes and images")]
    [TestCase("`<!--more-->` a\n\nb", "<p><code>&lt;!--more--&gt;</code> a</p>", TestName = "A mark in code is none")]
    [TestCase("- a\n- b", "", TestName = "A post without a paragraph has none")]
    [TestCase("", "", TestName = "Nor has an empty one")]
    public void A_summary(string markdown, string html) => Assert.That(
        BodyRenderer.RenderSummary(Bodies.Of(markdown, trust: BodyTrust.Post), (url, _) => new("/site/" + url)).Html.ToString().Trim(), Is.EqualTo(html));

    [Test]
    public void A_summary_is_found_however_far_down_it_stands()
    {
        var list = string.Concat(Enumerable.Repeat("- a long item of a long list\n\n", 200));
        var body = Bodies.Of(list + "\n\n# h\n\nb [c]\n\nd\n\n[c]: post:e", trust: BodyTrust.Post);
        Assert.That(BodyRenderer.RenderSummary(body, Bodies.Resolve).Html.ToString(), Is.EqualTo("<p>b <a href=\"/site/post/e\">c</a></p>\n"));
    }

    [Test]
    public void A_summary_says_nothing_that_the_post_says_already() => Assert.That(
        BodyRenderer.RenderSummary(Bodies.Of("[a](gone)", trust: BodyTrust.Post), Bodies.Resolve), Is.EqualTo(
            new RenderedBody(new("<p>a</p>\n"), [])).Using<RenderedBody>((a, b) => a.Html.ToString() == b.Html.ToString() && a.Diagnostics.Count == b.Diagnostics.Count));

    [TestCase(BodyFormat.Markdown, "# Le *titre*\n\nUn [lien](post:x) et `code` \"cité\".\n\n- a", "Le titre Un lien et code “cité”. a")]
    [TestCase(BodyFormat.Markdown, "a<b>c</b>\n\n```\nd  e\n```\n[^1]\n\n[^1]: n", "a<b>c</b> d e")]
    [TestCase(BodyFormat.Html, "<p>a &amp; b<br>c<script>x</script><p>d<b>e</b>", "a & b c de")]
    [TestCase(BodyFormat.Text, " a \n\n b\u202E\u0001 ", "a b")]
    [TestCase(BodyFormat.Markdown, "", "")]
    public void Plain_text_has_neither_markup_nor_lines(BodyFormat format, string text, string expected) =>
        Assert.That(BodyRenderer.PlainText(Bodies.Of(text, format, language: "en"), 100), Is.EqualTo(expected));

    [TestCase(BodyFormat.Markdown, "On 12 January, Jane Doe wrote:\n> The *customer*.\n>\n> > I never.\n\nNo, he is not.", "No, he is not.")]
    [TestCase(BodyFormat.Markdown, "> a\n\nb\n\n> c\n> - d\n\ne", "b […] e")]
    [TestCase(BodyFormat.Markdown, "I say this first, and then I quote you:\n\n- one\n\n> a\n\nb", "I say this first, and then I quote you: one […] b")]
    [TestCase(BodyFormat.Markdown, "> all *of* it\n\n> and more", "all of it and more")]
    [TestCase(BodyFormat.Markdown, "Jane:\n\n> all", "Jane: all")]
    [TestCase(BodyFormat.Markdown, "a\n\n> b", "a")]
    [TestCase(BodyFormat.Html, "<p>Jane:</p><blockquote><p>a<blockquote>b</blockquote></p></blockquote><p>c</p><blockquote>d</blockquote>e", "c […] e")]
    [TestCase(BodyFormat.Html, "<p>A:</p><p>B:</p><blockquote>q</blockquote><blockquote>r</blockquote>C", "A: […] C")]
    [TestCase(BodyFormat.Html, "<blockquote>all of it", "all of it")]
    [TestCase(BodyFormat.Html, "a</blockquote>b", "a b")]
    [TestCase(BodyFormat.Text, "Jane wrote:\n> a\n>> b\nc\n> d", "c")]
    [TestCase(BodyFormat.Text, "Result:\n>5 people\n>:( sad\nEnd", "Result: >5 people >:( sad End")]
    [TestCase(BodyFormat.Markdown, "Dear all, I resign: the reasons follow. He wrote:\n\n> x\n\nBye.", "Dear all, I resign: the reasons follow. […] Bye.")]
    [TestCase(BodyFormat.Markdown, "Hello all,\n\nI disagree.\n\nOn 12 Jan. 2010 J. Doe wrote:\n\n> x\n\nYes.", "Hello all, I disagree. […] Yes.")]
    [TestCase(BodyFormat.Markdown, "One.\n\nAl:\n\n> x\n\nTwo.\n\nBob wrote:\n\n> y\n\nThree.", "One. […] Two. […] Three.")]
    public void What_others_said_is_no_part_of_it_but_where_it_is_all_there_is(BodyFormat format, string text, string expected)
    {
        var body = Bodies.Of(text, format, language: "zz");
        Assert.That(BodyRenderer.PlainText(body, 100), Is.EqualTo(expected));
        if (format == BodyFormat.Markdown) Assert.That(OpeningWords.OfMarkup(BodyRenderer.Render(body, Bodies.Resolve).Html, 100), Is.EqualTo(expected), "as rendered");
    }

    [Test]
    public void What_is_said_to_a_long_quotation_is_found() => Assert.That(
        BodyRenderer.PlainText(Bodies.Of("Jane:\n" + string.Concat(Enumerable.Repeat("> many words of hers\n", 500)) + "\nNo."), 20), Is.EqualTo("No."));

    [Test]
    public void So_is_what_is_said_to_one_in_HTML() => Assert.That(
        BodyRenderer.PlainText(Bodies.Of("<p>Jane:</p><blockquote>" + string.Concat(Enumerable.Repeat("many words of hers ", 500)) + "</blockquote><p>No.", BodyFormat.Html), 20), Is.EqualTo("No."));

    [Test]
    public void A_cut_behind_a_gap_has_one_ellipsis() => Assert.That(
        BodyRenderer.PlainText(Bodies.Of("one\n\n> x\n\ntwothree four"), 11), Is.EqualTo("one…"));

    [TestCase("one two three", 13, "one two three")]
    [TestCase("one two three", 12, "one two…")]
    [TestCase("one two three", 7, "one…")]
    [TestCase("one two, three", 10, "one two…")]
    [TestCase("onetwothree", 5, "onet…")]
    [TestCase("a😀😀😀", 4, "a😀…")]
    [TestCase("abc", 1, "…")]
    [TestCase("PC 町の図書館の開館時間を、延ばす", 14, "PC 町の図書館の開館時間…")]
    [TestCase("町の図書館\nの開館", 7, "町の図書館の…")]
    [TestCase("町のPersonalComputer", 8, "町の…")]
    [TestCase("ผม คิดว่าห้องสมุดควรเปิด", 12, "ผม คิดว่าห้…")]
    public void Plain_text_is_cut_after_a_word(string text, int length, string expected) =>
        Assert.That(BodyRenderer.PlainText(Bodies.Of(text), length), Is.EqualTo(expected));

    [Test]
    public void What_stands_before_the_mark_is_understood_with_what_it_refers_to() => Assert.That(
        BodyRenderer.PlainText(Bodies.Of(SummaryText.BeforeMore("one[^1] [two][a]\n\n<!--more-->\n\nb\n\n[^1]: c\n[a]: post:d\n[e]: f\n\n[two]: said nothing\n")), 100), Is.EqualTo("one two"));

    [Test]
    public void Plain_text_knows_the_footnotes_of_a_long_text() => Assert.That(
        BodyRenderer.PlainText(Bodies.Of("a[^1] [b][c]" + string.Concat(Enumerable.Repeat(" word\n\n", 1_000)) + "[^1]: d\n\n[c]: e"), 12), Is.EqualTo("a b word…"));

    [Test]
    public void Plain_text_is_read_no_further_than_needed() =>
        Assert.That(BodyRenderer.PlainText(Bodies.Of(string.Concat(Enumerable.Repeat("*word* ", 1_000_000))), 12), Is.EqualTo("word word…"));
}
