using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

public sealed class RawHtmlTests
{
    [TestCase("<p>a<p>b</div></p>c", "<p>a</p>\n<p>b</p>\n<p>c</p>", TestName = "Paragraphs are closed and opened as HTML does")]
    [TestCase("<b>a<p>b</b>c", "<p><b>a</b></p>\n<p>bc</p>", TestName = "A block closes the emphasis around it")]
    [TestCase("<ul>a<li>b<li>c<ul><li>d</ul></ul><li>e", "<ul><li>a</li>\n<li>b</li>\n<li>c<ul><li>d</li>\n</ul>\n</li>\n</ul>\n<ul><li>e</li>\n</ul>", TestName = "Items and their lists bring each other along")]
    [TestCase("<dl><dd>a</dl><dl><dt>b</dl>", "<dl><dt></dt><dd>a</dd>\n</dl>\n<dl><dt>b</dt>\n<dd></dd></dl>", TestName = "A definition has a term and a term a definition")]
    [TestCase("<table>a<tr><td>b<td>c<tr></table><td>d", "<table><tr><td>a</td>\n</tr>\n<tr><td>b</td>\n<td>c</td>\n</tr>\n<tr><td></td></tr>\n</table>\n<p>d</p>", TestName = "Cells and their tables")]
    [TestCase("<details><p>a</details><details><summary>b<p>c</details>", "<details><summary>…</summary><p>a</p>\n</details>\n<details><summary>b</summary>\n<p>c</p>\n</details>", TestName = "Details have a summary")]
    [TestCase("<a href=b.html>c<a href=d.html>e</a>f</a>", "<p><a href=\"/site/b.html\">c</a><a href=\"/site/d.html\">e</a>f</p>", TestName = "Links do not nest")]
    [TestCase("<h1>a</h1><h6>b</h6>", "<h3>a</h3>\n<h6>b</h6>", TestName = "Headings are shifted")]
    [TestCase("<center><font color=red>a</font></center><strike>b</strike>", "<div>a</div>\n<p><s>b</s></p>", TestName = "What only looks old stays as what it says")]
    [TestCase("<time datetime=2010-01-12>a</time><time>b</time><time datetime=x>c</time>", "<p><time datetime=\"2010-01-12\">a</time>bc</p>", TestName = "A time has a valid date")]
    [TestCase("<p dir=RTL lang=fr lang=en title='a\"b' class=c style=d>e", "<p dir=\"rtl\" lang=\"fr\" title=\"a&quot;b\">e</p>", TestName = "Attributes of prose pass, once")]
    [TestCase("<ol start=3 reversed><li>a</ol><td colspan=2>", "<ol start=\"3\" reversed=\"\"><li>a</li>\n</ol>", TestName = "Lists keep their numbers")]
    [TestCase("a &lt;b&gt; &amp;amp; &copy", "<p>a &lt;b&gt; &amp;amp; &amp;copy</p>", TestName = "Entities are decoded once")]
    [TestCase("a <b \"c", "<p>a &lt;b &quot;c</p>", TestName = "A tag that is never closed is text")]
    [TestCase("a < b <3 </ > c", "<p>a &lt; b &lt;3 &lt;/ &gt; c</p>", TestName = "What only looks like a tag is text")]
    [TestCase("a<!-- b --><?c?><!d>e<!-- f", "<p>ae&lt;!-- f</p>", TestName = "Comments are passed over, unless they never end")]
    [TestCase("<script>a</script>b<STYLE>c</STYLE>d<script>e", "<p>bde</p>", TestName = "Scripts and styles are left out with what they hold")]
    [TestCase("<svg><text>a</text></svg><form>b</form><x-y>c</x-y>", "<p>abc</p>", TestName = "Of other elements the text stays")]
    [TestCase("<img src=a.png alt=b><img src=https://c.example/d.png><img>", "<p><a href=\"/site/a.png\">b</a><a href=\"https://c.example/d.png\" "
        + "rel=\"nofollow ugc noopener\">https://c.example/d.png</a></p>", TestName = "Images in comments are links")]
    [TestCase("if a<b and c, <i>d</i> <e<i>f</i> <p title='<b>'>g", "<p>if a&lt;b and c, <i>d</i> &lt;e<i>f</i> </p>\n<p title=\"&lt;b&gt;\">g</p>", TestName = "What another tag interrupts is text")]
    [TestCase("<img alt=a> <img alt=b src=javascript:c>", "<p>a b</p>", TestName = "Of pictures without an address the words stay")]
    [TestCase("<pre>\n a  b\n</pre>", "<pre>\n a  b\n</pre>", TestName = "Preformatted text keeps its spaces")]
    [TestCase("<div><table><tr><td></div>a", "<div><table><tr><td>a</td>\n</tr>\n</table>\n</div>", TestName = "A cell is not left but by its table")]
    public void In_a_comment(string html, string expected) => Assert.That(Bodies.Html(html), Is.EqualTo(expected));

    [TestCase("<img src=a.png width=3 onload=x>", "<p><img src=\"/site/a.png\" alt=\"\" loading=\"lazy\"></p>", TestName = "Images in posts are images")]
    [TestCase("<p id=a>b<p id=a>c<p id='d e'>f<a href=#a>g</a><a href=#z>h</a>", "<p id=\"c-1-a\">b</p>\n<p>c</p>\n<p>f<a href=\"#c-1-a\">g</a><a href=\"/site/#z\">h</a></p>", TestName = "Ids in posts are prefixed, unique and found")]
    [TestCase("<p id=fn.1>a", "<p>a</p>", TestName = "The ids of footnotes are not to be had")]
    [TestCase("<figure><img src=a.png alt=b><figcaption>c</figure><figcaption>d", "<figure><img src=\"/site/a.png\" alt=\"b\" loading=\"lazy\"><figcaption>c</figcaption>\n</figure>\n<p>d</p>", TestName = "Figures")]
    public void In_a_post(string html, string expected) => Assert.That(Bodies.Html(html, BodyTrust.Post), Is.EqualTo(expected));

    [Test]
    public void A_hundred_thousand_nested_elements_are_shown_at_the_hundredth_level()
    {
        var body = Bodies.Render(string.Concat(Enumerable.Repeat("<div><b>", 50_000)) + "x", Palabre.Model.BodyFormat.Html);
        Assert.That(body.Html.ToString(), Does.Contain("x"));
        Assert.That(body.Html.ToString().Length, Is.LessThan(2000));
        Assert.That(Bodies.Messages(body), Does.Contain("PAL3007"));
    }
}
