using CsCheck;
using Palabre.Model;
using Palabre.Rendering;
using Palabre.Searching;

namespace Palabre.Tests.Rendering.Bodies;

/// <summary>What is taken for plain prose becomes what Markdig would make of it.</summary>
public sealed class PlainParagraphsTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.String[Gen.Char["abcé «»\"'’.,;:!?-—…()0123456789/%#+=^@{}$\n\n"], 1, 12],
        Gen.OneOf([.. new[] { "a word ", "Deux mots : ", "\n\n", "\n", "- ", "1. ", "# ", "  ", "    ", "http://x.y ", "www.x.y ", "mailto:a@b.c ", "tel:12 ", ": ", "===", "---", "a\u00A0! ", "\u2028", "&amp;", "<b>" }.Select(Gen.Const)]));

    [Test]
    public void Plain_prose_is_the_same_either_way()
    {
        var plain = 0;
        Gen.Select(Pieces.Array[1, 12], Gen.OneOf(Gen.Const("fr"), Gen.Const("en"))).Holds(
            (pieces, language) =>
            {
                var text = string.Concat(pieces).Trim('\n', ' ', '\t');
                if (!PlainParagraphs.Is(text)) return;
                Assert.That(PlainParagraphs.MayBe(text), Is.True, text);
                Interlocked.Increment(ref plain);
                Assert.That(Plain(text, language), Is.EqualTo(Parsed(text, language)), text);
                // The comment makes a parser look at it, and stands for nothing in plain text.
                Assert.That(Opening(text, language), Is.EqualTo(Opening(text + "\n\n<!---->", language)), text);
            }, count: 40_000);
        Assert.That(plain, Is.GreaterThan(1000));
    }

    [Test]
    public void Searches_read_the_same_words_as_written_and_as_rendered()
    {
        var plain = 0;
        var pieces = Gen.OneOf(Pieces, Gen.String[Gen.Char["aé1'’\"-.…\u00AD\u0085\u2028\u202E\u2069\uFFFE\uD83D\u0301\u00A0字"], 1, 6]);
        Gen.Select(pieces.Array[1, 12], Gen.OneOf(Gen.Const("fr"), Gen.Const("en"))).Holds(
            (written, language) =>
            {
                var entry = new Comment { Id = "c", PostId = "p", Authors = [], Date = default, Body = string.Concat(written).Trim('\n', ' ', '\t'), Source = default, BodySource = default };
                if (EntryTexts.Prose(entry) is not { } prose) return;
                Interlocked.Increment(ref plain);
                Assert.That(Words(prose), Is.EqualTo(Words(VisibleText.Of(new(Plain(prose, language))))), prose);
            }, count: 40_000);
        Assert.That(plain, Is.GreaterThan(1000));
    }

    [TestCase("b\u00AD'1")]
    [TestCase("b\u0301'1")]
    public void A_mark_that_is_not_seen_leaves_quotation_marks_to_the_renderer(string text) => Assert.That(
        EntryTexts.Prose(new Comment { Id = "c", PostId = "p", Authors = [], Date = default, Body = text, Source = default, BodySource = default }), Is.Null);

    private static string Words(string text)
    {
        var words = new List<string>();
        for (var reader = new WordReader(text, new char[2 * WordReader.Longest]); reader.Next();) words.Add($"{reader.Exact}/{reader.Plain}");
        return string.Join(' ', words);
    }

    [TestCase("One.\nTwo.\n\nThree: «four».", ExpectedResult = true)]
    [TestCase("a *b*", ExpectedResult = false)]
    [TestCase("One\n- two", ExpectedResult = false)]
    [TestCase("One\n===", ExpectedResult = false)]
    [TestCase("One  \ntwo", ExpectedResult = false)]
    [TestCase("1. One", ExpectedResult = false)]
    [TestCase("See https://example.org", ExpectedResult = false)]
    [TestCase("See www.example.org", ExpectedResult = false)]
    [TestCase("Term\n: meaning", ExpectedResult = false)]
    [TestCase(" One", ExpectedResult = false)]
    public bool In_doubt_it_is_not_plain(string text) => PlainParagraphs.Is(text);

    private static string Plain(string text, string language)
    {
        var writer = new MarkupWriter();
        writer.Begin(language);
        PlainParagraphs.Write(text, writer);
        return writer.End().ToString();
    }

    private static string Opening(string text, string language) => OpeningWords.Of(
        new() { Text = text, Format = BodyFormat.Markdown, Language = language, Trust = BodyTrust.Post, IdPrefix = "p-", Source = new("a.md", 1, 1) }, 40);

    private static string Parsed(string text, string language)
    {
        var body = new BodyText { Text = text, Format = BodyFormat.Markdown, Language = language, Trust = BodyTrust.Post, IdPrefix = "p-", Source = new("a.md", 1, 1) };
        var writer = new MarkupWriter();
        writer.Begin(language);
        MarkdownMarkup.Write(MarkdownReader.Read(text, withHtml: true, out _)!, body, (url, _) => new(url, null, null), writer, new(body));
        return writer.End().ToString();
    }
}
