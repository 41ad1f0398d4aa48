using System.Text.Json;
using AngleSharp.Html.Parser;
using Palabre.Rendering;
using Palabre.Tests.Support;

namespace Palabre.Tests.Rendering.StructuredData;

/// <summary>No text leaves the block it stands in, and none is changed by it.</summary>
public sealed class DataBlockTests
{
    private static readonly string[] Texts =
    [
        "</script>", "</SCRIPT >", "<!--<script>", "<!-- --!>", "]]>", "-->", "\"}]}", "\\u003c/script\\u003e", "\\", "\u2028\u2029", "&lt;/script&gt;", "&#60;",
        "<script type=\"application/ld+json\">", " id=\"post\"", "'`+", "\uD83D\uDE00", "\u00A0\u202F", "é漢", "a\tb\nc",
    ];

    [TestCaseSource(nameof(Texts))]
    public void A_text_is_read_back_as_it_was(string text)
    {
        var block = DataBlock.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString(text, "name");
            json.WriteEndObject();
        });
        Assert.That(block.ToString()[..^"</script>\n".Length].LastIndexOfAny(['<', '&']), Is.Zero, "nothing within it could be markup");
        var document = new HtmlParser().ParseDocument($"<body>{block.ToString()}<p>after");
        Assert.That(document.QuerySelectorAll("script"), Has.Length.EqualTo(1));
        Assert.That(document.QuerySelector("p"), Is.Not.Null);
        var read = JsonDocument.Parse(document.QuerySelector("script")!.TextContent).RootElement;
        Assert.That(read.GetProperty("text").GetString(), Is.EqualTo(text));
        Assert.That(read.GetProperty(text).GetString(), Is.EqualTo("name"));
    }

    [Test]
    public void Half_a_character_does_no_harm() => Assert.That(
        DataBlock.Of(json => json.WriteStringValue("a\uD83Db")).ToString(), Does.Contain("\"a\\uFFFDb\"").IgnoreCase.Or.Contain("\"a\uFFFDb\""));

    [TestCaseSource(nameof(Texts))]
    public void What_somebody_wrote_is_in_the_block_as_it_was_written(string text)
    {
        var words = JsonSerializer.Serialize($"a {text} b"); // also a YAML text in double quotation marks
        var block = DataBlocks.Of(SiteText.Prepare($"""
            -- content/posts/2010-01-12-one.md --
            ---
            title: One
            ---
            Words.
            -- content/comments/one/a.yml --
            author: {words}
            date: 2010-01-13
            format: text
            body: {words}
            """).Text("2010/01/one/index.html"))!;
        var comment = block.Entry("#c-a");
        Assert.That(Plain((string?)comment["author"]!["name"]), Is.EqualTo(Plain($"a {text} b")));
        Assert.That(Plain((string?)comment["text"]), Is.EqualTo(Plain($"a {text} b")));

        // Lines of a text break as paragraphs, and quotation marks are those of the language.
        static string? Plain(string? words) => words is null ? null : string.Concat(words.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch
        {
            '“' or '”' => '"',
            '’' or '‘' => '\'',
            _ => c,
        }));
    }
}
