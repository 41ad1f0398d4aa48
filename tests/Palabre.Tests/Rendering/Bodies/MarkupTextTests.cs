using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

/// <summary>The words of rendered bodies.</summary>
public sealed class MarkupTextTests
{
    [TestCase("<p>One  <em>two</em>\nthree</p>\n<p>four<br>five</p>", "One two three\nfour\nfive", TestName = "A block is a line, and so is what follows a break")]
    [TestCase("<ul><li>a</li>\n<li><p>b</p>\n</li>\n</ul>\n", "a\nb", TestName = "Nested blocks break once")]
    [TestCase("<pre><code>a\n  b &amp; c\n</code></pre>\n<p>d</p>", "a\n  b & c\nd", TestName = "Code keeps its lines and its spaces")]
    [TestCase("<table><tr><td>a</td>\n<td>b</td>\n</tr>\n<tr><td>c</td>\n</tr>\n</table>", "a b\nc", TestName = "A row is a line")]
    [TestCase("<p>&lt;b&gt; &quot;c&quot; &#39;</p>", "<b> \"c\" '", TestName = "Entities are what they stand for")]
    [TestCase("<p>a<sup><a href=\"#x\" role=\"doc-noteref\">1</a></sup> b</p>", "a b", TestName = "The number of a footnote is not of the text")]
    [TestCase("<blockquote><p>a</p>\n<p class=\"cited\">Quoting <a href=\"#x\">B</a></p>\n</blockquote><p>c</p>", "a\nc", TestName = "The line that tells of a quotation's source is not of the text")]
    [TestCase("<script>a</script><p>b</p><style>c</style><!-- d -->", "b", TestName = "What is not shown is not of the text")]
    [TestCase("<p><img src=\"a\" alt=\"b\"></p>", "", TestName = "A picture has no words")]
    [TestCase("", "", TestName = "Nothing")]
    public void Words(string markup, string text) => Assert.That(MarkupText.Of(new(markup), int.MaxValue), Is.EqualTo(text));

    [Test]
    public void What_is_too_long_is_cut_after_a_word() =>
        Assert.That(MarkupText.Of(new("<p>One two</p>\n<p>three four</p>"), 15), Is.EqualTo("One two three…"));

    [Test]
    public void Of_what_was_removed_there_is_nothing() => Assert.That(MarkupText.Of(Html.None, 10), Is.Empty);
}
