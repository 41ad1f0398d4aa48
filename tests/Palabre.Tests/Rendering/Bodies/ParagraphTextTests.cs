using System.Text;
using CsCheck;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

/// <summary>The words of plain paragraphs, held to those that are made of any markup.</summary>
public sealed class ParagraphTextTests
{
    private static readonly string[] Pieces =
        ["<p>", "</p>", "</p>\n<p>", "\n", " ", "a", "bc", "é", "’", "\u00A0", "\u202A", "\u2067", "\u200E", "&lt;", "<em>", "</em>", "🦉", "\t"];

    [TestCase("<p>One two\nthree</p>\n<p>«quatre»</p>\n", "One two three\n«quatre»", TestName = "A paragraph is a line, and a line's end within one is a space")]
    [TestCase("<p>a <em>b</em></p>", null, TestName = "Other elements are left to others")]
    [TestCase("<p>a &amp; b</p>", null, TestName = "So are entities")]
    [TestCase("<p>a  b</p>", null, TestName = "And blanks that are folded")]
    [TestCase("<p>a\u00A0</p>", null, TestName = "And blanks at an end")]
    [TestCase("<p>\u2066a\u2069</p>", null, TestName = "And what orders text")]
    [TestCase("<p class=\"cited\">a</p>", null, TestName = "And paragraphs of ours")]
    [TestCase("<p></p>", null, TestName = "And paragraphs without words")]
    [TestCase("", null, TestName = "And nothing at all")]
    public void Words(string markup, string? text) => Assert.That(Of(markup), Is.EqualTo(text));

    [Test]
    public void They_are_the_words_that_are_made_of_any_markup() =>
        Gen.OneOf([.. Pieces.Select(Gen.Const)])
            .Array[0, 12].Select(pieces => "<p>" + string.Concat(pieces) + "</p>\n")
            .Holds(markup =>
            {
                if (Of(markup) is { } text) Assert.That(text, Is.EqualTo(HtmlText.Clean(MarkupText.Of(new(markup), int.MaxValue))), markup);
            }, count: 20_000);

    private static string? Of(string markup)
    {
        var text = new Utf8Buffer();
        return ParagraphText.TryAppend(Encoding.UTF8.GetBytes(markup), text) ? Encoding.UTF8.GetString(text.Written) : null;
    }
}
