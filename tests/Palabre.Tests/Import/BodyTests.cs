using CsCheck;
using Palabre.Import.Html;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Tests.Import;

public sealed class BodyTests
{
    private static readonly bool[] Trusts = [false, true];

    [TestCase("One.", "One.")]
    [TestCase("<p>One <b>strong</b> and <i>other</i>.</p>", "One **strong** and *other*.")]
    [TestCase("One<br><br>two<br />three", "One\n\ntwo\\\nthree", TestName = "Two line ends part paragraphs, one ends a line")]
    [TestCase("<b>One<br><br>two</b>", "**One**\n\n**two**")]
    [TestCase("<b> spaced </b>word<b></b>", "**spaced** word", TestName = "Emphasis holds words, not spaces, and is never empty")]
    [TestCase("a * b_c [d] <e> &lt;f&gt; 1 < 2", "a \\* b_c \\[d\\] \\<f> 1 \\< 2")]
    [TestCase("<p># no</p><p>1. no</p><p>- no</p><p>&gt; no</p><p>: no</p>", "\\# no\n\n1\\. no\n\n\\- no\n\n\\> no\n\n\\: no")]
    [TestCase("<ul><li>one<li>two<ul><li>deep</ul></ul>", "- one\n- two\n  - deep")]
    [TestCase("<ol start=3><li>c</li><li><p>d</p><p>e</p></li></ol>", "3. c\n4. d\n\n   e")]
    [TestCase("<blockquote>One<blockquote>Two</blockquote></blockquote>", "> One\n>\n> > Two")]
    [TestCase("<a href='https://example.org/a_b(c)' title='t'>link</a>", "[link](<https://example.org/a_b(c)> \"t\")")]
    [TestCase("See https://example.org/a_b*c. Or <a href='https://example.org/'>https://example.org/</a>", "See <https://example.org/a_b*c>. Or <https://example.org/>")]
    [TestCase("<pre><code class='language-c'>if (a &lt; b)\n\n  *p;\n</code></pre>", "```c\nif (a < b)\n\n  *p;\n```")]
    [TestCase("Use <code>a`b</code>", "Use ``a`b``")]
    [TestCase("<h2>Head</h2><hr>After", "## Head\n\n---\n\nAfter")]
    [TestCase("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2|3</td></tr></table>", "| a | b |\n| --- | --- |\n| 1 | 2\\|3 |")]
    [TestCase("<div style='text-align:center'><span style='color:red'><font size=2>Plain</font></span></div>", "Plain")]
    [TestCase("wow!<a href='https://example.org/'>x</a>", "wow\\![x](https://example.org/)")]
    [TestCase("<b>a</b><i>b</i>", "**a**_b_")]
    [TestCase("<script>x</script><style>y</style>z<img src='https://t.example/p.gif' width=1 height=1>", "z")]
    [TestCase("<iframe src='//www.youtube.com/embed/xyz'></iframe>", "<https://www.youtube.com/embed/xyz>")]
    [TestCase("A&nbsp;b&nbsp;&nbsp;c", "A b&nbsp;&nbsp;c")]
    [TestCase("<a href='mailto:a@example.org'>write</a> <a href='javascript:x'>run</a>", "write run")]
    [TestCase("AT&T &amp;amp; &copy;", "AT\\&T \\&amp; ©")]
    [TestCase("<img src='https://example.org/a.png' alt='A [b]'>", "![A \\[b\\]](https://example.org/a.png)")]
    [TestCase("<a href='https://example.org/a.jpg'><img src='https://example.org/a-300x200.jpg'></a>", "![](https://example.org/a.jpg)")]
    [TestCase("", "")]
    public void Becomes_Markdown_that_shows_the_same(string html, string markdown) => Assert.That(
        (Convert(html, isComment: true), Convert(html, isComment: false)),
        Is.EqualTo((new Body(markdown, BodyFormat.Markdown), new Body(markdown, BodyFormat.Markdown))));

    [TestCase("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O")]
    [TestCase("<table><tr><td colspan=2>a</td></tr></table>b",
        "<table><tbody><tr><td colspan=\"2\"><p>a</p>\n</td>\n</tr>\n</tbody>\n</table>\n<p>b</p>",
        "<table><tbody><tr><td colspan=\"2\"><p>a</p>\n</td>\n</tr>\n</tbody>\n</table>\n\nb")]
    public void Stays_HTML_where_Markdown_would_lose_something(string html, string comment, string post) => Assert.That(
        (Convert(html, isComment: true), Convert(html, isComment: false)),
        Is.EqualTo((new Body(comment, BodyFormat.Html), new Body(post, BodyFormat.Markdown))));

    [TestCase("One\ntwo\n\nthree", "One\\\ntwo\n\nthree")]
    [TestCase("One<br />\ntwo\n<ul>\n<li>a</li>\n</ul>\nthree", "One\\\ntwo\n\n- a\n\nthree")]
    [TestCase("<p>One</p>\n\n<p>Two</p>", "One\n\nTwo")]
    [TestCase("Start\n\n<!--more-->\n\nRest", "Start\n\n<!--more-->\n\nRest")]
    public void Bare_line_ends_count_where_the_system_counts_them(string html, string markdown) =>
        Assert.That(Body.Of(html, false, linesCount: true, new()).Text, Is.EqualTo(markdown));

    [Test]
    public void No_word_is_lost_whatever_was_written() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab <>/=\"'pbiu*_`[]()#-\n&;!~|1."], 0, 60]).Holds(html =>
    {
        var parts = HtmlFlow.Read(html, false, new());
        var cleaned = CleanHtml.Of(parts, 0, parts.Count);
        foreach (var isComment in Trusts)
        {
            var body = Body.Of(html, isComment, linesCount: false, new());
            Assert.That(Letters(Shown(body.Text, body.Format, isComment)), Is.EqualTo(Letters(Shown(cleaned, BodyFormat.Html, isComment))), html);
        }
    });

    [Test]
    public void A_hundred_thousand_nested_elements_stay_as_they_are_and_cost_little() =>
        Assert.That(Convert(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "x", isComment: true).Format, Is.EqualTo(BodyFormat.Html));

    private static Body Convert(string html, bool isComment) => Body.Of(html, isComment, linesCount: false, new());

    private static string Shown(string text, BodyFormat format, bool isComment) => Palabre.Tests.Rendering.Bodies.Bodies.Render(text, format, isComment ? BodyTrust.Comment : BodyTrust.Post).Html.ToString();

    private static string Letters(string markup) => string.Concat(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(markup).Body!.TextContent.Where(char.IsLetterOrDigit));
}
