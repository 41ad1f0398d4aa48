namespace Palabre.Tests.Rendering.Bodies;

public sealed class BidiTests
{
    [TestCase("a\u202Eb\u202Dc", "<p>a�b�c</p>", TestName = "Overrides are shown, not obeyed")]
    [TestCase("a\u2067b\u2069c", "<p>a\u2067b\u2069c</p>", TestName = "What is closed stays")]
    [TestCase("a\u2067b\u202Ac\n\nd", "<p>a\u2067b\u202Ac\u202C\u2069</p>\n<p>d</p>", TestName = "What is open is closed with its paragraph")]
    [TestCase("a\u2069b\u202Cc", "<p>abc</p>", TestName = "What closes nothing is left out")]
    [TestCase("a\u2067b\u202Cc", "<p>a\u2067bc\u2069</p>", TestName = "What closes another kind is left out")]
    [TestCase("[\u2067b](post:c) d", "<p><a href=\"/site/post/c\">\u2067b</a> d\u2069</p>", TestName = "Inlines do not matter")]
    [TestCase("- a\u2067\n  - b", "<ul><li>a\u2067\u2069<ul><li>b</li>\n</ul>\n</li>\n</ul>", TestName = "A block within a block begins anew")]
    [TestCase("`a\u202Eb` \u200Fc", "<p><code>a�b</code> \u200Fc</p>", TestName = "Code is no way around it; marks stay")]
    [TestCase("[a](post:b \"c\u202Ed\")", "<p><a href=\"/site/post/b\" title=\"cd\">a</a></p>", TestName = "Titles hold none")]
    public void In_a_comment(string markdown, string html) => Assert.That(Bodies.Comment(markdown), Is.EqualTo(html));

    [Test]
    public void In_HTML_and_text_as_well()
    {
        Assert.That(Bodies.Html("<p>a\u2067b&#x202E;<p>c"), Is.EqualTo("<p>a\u2067b�\u2069</p>\n<p>c</p>"));
        Assert.That(Bodies.Render("a\u2067", Palabre.Model.BodyFormat.Text).Html.ToString(), Is.EqualTo("<p>a\u2067\u2069</p>\n"));
    }

    [Test]
    public void A_thousand_embeddings_become_visible_from_the_sixty_first() =>
        Assert.That(Bodies.Comment(new string('\u202B', 1000)).Count(c => c == '\u202B'), Is.EqualTo(60));
}
