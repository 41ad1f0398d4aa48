using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

public sealed class BlockDirectionsTests
{
    [TestCase("ltr", "<p>a</p>\n<p>ب a b</p>", "<p>a</p>\n<p>ب a b</p>", TestName = "Most letters decide, not the first one")]
    [TestCase("ltr", "<p>a</p>\n<p>بتب a</p>", "<p>a</p>\n<p dir=\"rtl\">بتب a</p>", TestName = "A paragraph that is written the other way says so")]
    [TestCase("rtl", "<p>بت</p>\n<p>one &amp; <code>two</code>: ب</p>\n<p>1 + 2</p>", "<p>بت</p>\n<p dir=\"ltr\">one &amp; <code>two</code>: ب</p>\n<p>1 + 2</p>", TestName = "What has no letters does not")]
    [TestCase("rtl", "<ul><li>one</li>\n<li>two</li>\n<li>ب</li>\n</ul>", "<ul dir=\"ltr\"><li>one</li>\n<li>two</li>\n<li>ب</li>\n</ul>", TestName = "A list goes with most of its items, whose marks stand in one line")]
    [TestCase("ltr", "<ol><li><p>one</p>\n</li>\n<li><p>بتب</p>\n</li>\n</ol>", "<ol><li><p>one</p>\n</li>\n<li><p dir=\"rtl\">بتب</p>\n</li>\n</ol>", TestName = "A paragraph of an item goes its own way")]
    [TestCase("ltr", "<blockquote dir=\"rtl\"><p>English</p>\n<p>بت</p>\n</blockquote>", "<blockquote dir=\"rtl\"><p dir=\"ltr\">English</p>\n<p>بت</p>\n</blockquote>", TestName = "What it says itself is around what is in it")]
    [TestCase("ltr", "<blockquote cite=\"/?dir=up\"><p>بت</p>\n</blockquote>", "<blockquote dir=\"rtl\" cite=\"/?dir=up\"><p>بت</p>\n</blockquote>", TestName = "What only looks as if it did does not")]
    [TestCase("ltr", "<blockquote><p>بتب</p>\n<p class=\"cited\">quoted from</p>\n</blockquote>\n<p>b</p>", "<blockquote><p dir=\"rtl\">بتب</p>\n<p class=\"cited\">quoted from</p>\n</blockquote>\n<p>b</p>", TestName = "A quotation, paragraph by paragraph")]
    [TestCase("ltr", "<p lang=\"ar\" dir=\"auto\">بت</p>", "<p lang=\"ar\" dir=\"auto\">بت</p>", TestName = "What says so itself is left")]
    [TestCase("ltr", "<p>a</p>\n<pre><code>بتب\n</code></pre>", "<p>a</p>\n<pre><code>بتب\n</code></pre>", TestName = "Code is not asked")]
    public void Set(string around, string html, string set) => Assert.That(BlockDirections.Set(new(html), around).ToString(), Is.EqualTo(set));

    [TestCase("ar", "<p>Hugo و Markdig أداتان</p>", null, TestName = "Arabic that begins with a name in Latin letters is Arabic")]
    [TestCase("ar", "<p>Hello <b title=\"مرحبا\">all</b></p>", "ltr", TestName = "English on an Arabic site is not")]
    [TestCase("fr", "<p>שלום</p>", "rtl", TestName = "Nor is Hebrew French")]
    [TestCase("fr", "<p>1 + 2</p>", null, TestName = "Numbers are of any direction")]
    public void Of_a_text(string site, string html, string? direction) => Assert.That(Direction.OfText(new(html), within: site), Is.EqualTo(direction));
}
