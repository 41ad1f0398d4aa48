namespace Palabre.Tests.Rendering.Bodies;

public sealed class MarkdownTests
{
    [TestCase("a *b* **c** `d` ~~e~~ ~f~", "<p>a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del> ~f~</p>", TestName = "Emphasis, code and strikethrough")]
    [TestCase("a  \nb\nc\\\nd", "<p>a<br>\nb\nc<br>\nd</p>", TestName = "Line breaks")]
    [TestCase("町の図書館は、\n夜まで", "<p>町の図書館は、夜まで</p>", TestName = "Between Chinese letters a line that ends in the source goes on")]
    [TestCase("我[同意](post:x)*，*\n“**八点**”\n可以", "<p>我<a href=\"/site/post/x\">同意</a><em>，</em>“<strong>八点</strong>”可以</p>", TestName = "Within markup, and beside marks that are as wide, too")]
    [TestCase("夜まで\nopen\n“a”\nb", "<p>夜まで\nopen\n“a”\nb</p>", TestName = "Between others it is a space")]
    [TestCase("夜  \nまで\n한국\n도서", "<p>夜<br>\nまで\n한국\n도서</p>", TestName = "So it is in Korean, which has spaces; what is broken by will is broken")]
    [TestCase("**「九時」**と*（注）*を。**予算。**これ", "<p><strong>「九時」</strong>と<em>（注）</em>を。<strong>予算。</strong>これ</p>", TestName = "Emphasis that ends in a mark needs no space after it in Chinese and Japanese")]
    [TestCase("> a\n\n---", "<blockquote><p>a</p>\n</blockquote>\n<hr>", TestName = "Quotations and rules")]
    [TestCase("- a\n- b\n  - c", "<ul><li>a</li>\n<li>b<ul><li>c</li>\n</ul>\n</li>\n</ul>", TestName = "A tight list has no paragraphs")]
    [TestCase("3. a\n\n4. b", "<ol start=\"3\"><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>", TestName = "A loose list has paragraphs, and begins where it was told to")]
    [TestCase("```c# x\na < b\n```", "<pre><code class=\"language-c#\">a &lt; b\n</code></pre>", TestName = "Fenced code names its language")]
    [TestCase("    a\n\n    b", "<pre><code>a\n\nb\n</code></pre>", TestName = "Indented code")]
    [TestCase("# a\n\nb\n=\n\n###### c", "<h3>a</h3>\n<h3>b</h3>\n<h6>c</h6>", TestName = "Headings are shifted, never beyond h6")]
    [TestCase("&eacute; &amp; &#65; \\*", "<p>é &amp; A *</p>", TestName = "Entities and escapes")]
    [TestCase("a <b> & \"c\"", "<p>a &lt;b&gt; &amp; &quot;c&quot;</p>", TestName = "What means something in HTML is escaped")]
    [TestCase("a<!--more-->", "<p>a&lt;!--more--&gt;</p>", TestName = "In a comment the mark of the summary is text")]
    public void Renders(string markdown, string html) => Assert.That(Bodies.Comment(markdown), Is.EqualTo(html));

    [TestCase("| a | b |\n|:--|--:|\n| 1 |", "<table><thead><tr><th class=\"align-left\">a</th>\n<th class=\"align-right\">b</th>\n</tr>\n</thead>\n"
        + "<tbody><tr><td class=\"align-left\">1</td>\n<td class=\"align-right\"></td>\n</tr>\n</tbody>\n</table>", TestName = "A table, with a cell that was left out")]
    [TestCase("a | b\n`c` - |", "<p>a | b\n<code>c</code> - |</p>", TestName = "A line that says something is no row of hyphens")]
    [TestCase("a|b\n\\-|-", "<p>a|b\n-|-</p>", TestName = "An escaped hyphen is one")]
    [TestCase("a|b\n-|-\nc|d\\\ne|f", "<p>a|b\n-|-\nc|d<br>\ne|f</p>", TestName = "A row that goes on is none")]
    [TestCase("- [ ] a\n- [x] b", "<ul><li>☐ a</li>\n<li>☑ b</li>\n</ul>", TestName = "Tasks are marks that a screen reader reads")]
    [TestCase("T\n: a\n: b", "<dl><dt>T</dt>\n<dd>a</dd>\n<dd>b</dd>\n</dl>", TestName = "Definitions")]
    [TestCase("http://a.example/b?c=d. www.e.example", "<p><a href=\"http://a.example/b?c=d\" rel=\"nofollow ugc noopener\">http://a.example/b?c=d</a>. "
        + "<a href=\"http://www.e.example\" rel=\"nofollow ugc noopener\">www.e.example</a></p>", TestName = "Bare addresses are links")]
    [TestCase("x[^a] y[^a]\n\n[^a]: n", "<p>x<sup><a href=\"#c-1-fn.1\" id=\"c-1-fnref.1.1\" role=\"doc-noteref\">1</a></sup> "
        + "y<sup><a href=\"#c-1-fn.1\" id=\"c-1-fnref.1.2\" role=\"doc-noteref\">1</a></sup></p>\n<ol class=\"footnotes\"><li id=\"c-1-fn.1\"><p>n "
        + "<a href=\"#c-1-fnref.1.1\" role=\"doc-backlink\">↩\uFE0E</a> <a href=\"#c-1-fnref.1.2\" role=\"doc-backlink\">↩\uFE0E</a></p>\n</li>\n</ol>", TestName = "Footnotes lead there and back")]
    [TestCase("x[^a]\n\nT\n: d\n\n[^a]: n\n\nU\n: e", "<p>x<sup><a href=\"#c-1-fn.1\" id=\"c-1-fnref.1.1\" role=\"doc-noteref\">1</a></sup></p>\n<dl><dt>T</dt>\n<dd>d</dd>\n</dl>\n"
        + "<dl><dt>U</dt>\n<dd>e</dd>\n</dl>\n<ol class=\"footnotes\"><li id=\"c-1-fn.1\"><p>n "
        + "<a href=\"#c-1-fnref.1.1\" role=\"doc-backlink\">↩\uFE0E</a></p>\n</li>\n</ol>", TestName = "A footnote below definitions is one")]
    [TestCase("a![^1][b]c] […][^1](d)\n\n[^1]: n", "<p>a!<sup><a href=\"#c-1-fn.1\" id=\"c-1-fnref.1.1\" role=\"doc-noteref\">1</a></sup>[b]c] "
        + "[…]<sup><a href=\"#c-1-fn.1\" id=\"c-1-fnref.1.2\" role=\"doc-noteref\">1</a></sup>(d)</p>\n<ol class=\"footnotes\"><li id=\"c-1-fn.1\"><p>n "
        + "<a href=\"#c-1-fnref.1.1\" role=\"doc-backlink\">↩\uFE0E</a> <a href=\"#c-1-fnref.1.2\" role=\"doc-backlink\">↩\uFE0E</a></p>\n</li>\n</ol>", TestName = "A footnote's mark takes nothing beside it")]
    [TestCase("x[^b]\n\n[^a]: n\n\n[^b]: m", "<p>x<sup><a href=\"#c-1-fn.1\" id=\"c-1-fnref.1.1\" role=\"doc-noteref\">1</a></sup></p>\n<ol class=\"footnotes\"><li id=\"c-1-fn.1\"><p>m "
        + "<a href=\"#c-1-fnref.1.1\" role=\"doc-backlink\">↩\uFE0E</a></p>\n</li>\n<li id=\"c-1-fn.2\"><p>n</p>\n</li>\n</ol>", TestName = "A footnote that nothing refers to follows the others")]
    [TestCase("a\n\n[b]: http://c.example/\n[d]: e\n\n[d]", "<p>a</p>\n<p>[b]: <a href=\"http://c.example/\" rel=\"nofollow ugc noopener\">http://c.example/</a></p>\n"
        + "<p><a href=\"/site/e\">d</a></p>", TestName = "A definition that no link uses is shown as it is written, where it stands")]
    [TestCase("> [a]: b\n\nc", "<blockquote></blockquote>\n<p>[a]: b</p>\n<p>c</p>", TestName = "A definition in a quotation follows it")]
    [TestCase("http://a.example/b[^1] x\n\n[^1]: n", "<p><a href=\"http://a.example/b\" rel=\"nofollow ugc noopener\">http://a.example/b</a><sup><a href=\"#c-1-fn.1\" id=\"c-1-fnref.1.1\" role=\"doc-noteref\">1</a></sup> x</p>\n"
        + "<ol class=\"footnotes\"><li id=\"c-1-fn.1\"><p>n <a href=\"#c-1-fnref.1.1\" role=\"doc-backlink\">↩\uFE0E</a></p>\n</li>\n</ol>", TestName = "A footnote's mark is no part of an address")]
    [TestCase("http://a.example/?b=[^1]&c x", "<p><a href=\"http://a.example/?b=%5B%5E1%5D&amp;c\" rel=\"nofollow ugc noopener\">http://a.example/?b=[^1]&amp;c</a> x</p>", TestName = "Where there is no footnote it may be one")]
    [TestCase("~~~ruby ~~~\na\n~~~", "<pre><code class=\"language-ruby\">a\n</code></pre>", TestName = "A language is one all the same")]
    [TestCase("it&#146;s \u0085 &#1;", "<p>it’s … \uFFFD</p>", TestName = "Characters of Windows are what they were meant as")]
    [TestCase("a\n--\nb\n\n-- \nc\n\nd\n---", "<p>a\n–\nb</p>\n<p>–\nc</p>\n<h4>d</h4>", TestName = "What stands above a signature makes no heading")]
    [TestCase("~~~ a, b ~~~\n\n*c*\n\n~~~~\n~~~~", "<p>~~~ a, b ~~~</p>\n<p><em>c</em></p>\n<pre><code></code></pre>", TestName = "A line between tildes opens no code")]
    [TestCase(":smile: {.x} [[y]] ==z== H~2~O ^2^ +++", "<p>:smile: {.x} [[y]] ==z== H~2~O ^2^ +++</p>", TestName = "No other extension")]
    public void Extends_CommonMark(string markdown, string html) => Assert.That(Bodies.Comment(markdown), Is.EqualTo(html));

    [Test]
    public void Headings_of_posts_have_ids_that_are_unique_and_that_links_find() =>
        Assert.That(Bodies.Post("# Été *un*\n# Été un\n# !\n\n[a](#ete-un-2) [b](#else)"), Is.EqualTo(
            "<h3 id=\"c-1-ete-un\">Été <em>un</em></h3>\n<h3 id=\"c-1-ete-un-2\">Été un</h3>\n<h3 id=\"c-1-section\">!</h3>\n"
            + "<p><a href=\"#c-1-ete-un-2\">a</a> <a href=\"/site/#else\">b</a></p>"));

    [Test]
    public void Raw_HTML_of_posts_holds_Markdown_and_is_closed_where_its_container_ends() =>
        Assert.That(Bodies.Post("> <div lang=fr>\n>\n> *a* <b>c\n\nd</b> e</div></blockquote>\n\n<p>f"), Is.EqualTo(
            "<blockquote><div lang=\"fr\"><p><em>a</em> <b>c</b></p>\n</div>\n</blockquote>\n<p>d e</p>\n<p>f</p>"));

    [Test]
    public void The_mark_of_the_summary_leaves_nothing_in_the_whole_post() =>
        Assert.That(Bodies.Post("a\n\n<!--more-->\n\nb <!--more--> c"), Is.EqualTo("<p>a</p>\n<p>b  c</p>"));

    [Test]
    public void Control_characters_become_visible() =>
        Assert.That(Bodies.Comment("a\u0001b\u0081c\uFFFEd\uD800e"), Does.StartWith("<p>a\uFFFDb\uFFFDc\uFFFDd"));

    [Test]
    public void Text_keeps_its_lines_and_links_its_addresses() => Assert.That(
        Bodies.Render("a <b>\n*b* (see https://a.example/x_(y)).\n\n\nc://d", Palabre.Model.BodyFormat.Text).Html.ToString().Trim(), Is.EqualTo(
            "<p>a &lt;b&gt;<br>\n*b* (see <a href=\"https://a.example/x_(y)\" rel=\"nofollow ugc noopener\">https://a.example/x_(y)</a>).</p>\n<p>c://d</p>"));
}
