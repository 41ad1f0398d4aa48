using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;

namespace Palabre.Tests.Reading;

/// <summary>Headings, found without a parser: those that are a title, and the level that a text begins with.</summary>
public sealed class HeadingTests
{
    [TestCase("a\n\n## *The first one* ##\n\n# b", "The first one")]
    [TestCase("a\n\nb", null)]
    [TestCase("#\n\nb", null)]
    [TestCase("#b\n\n####### c", null)]
    [TestCase("# About C#", "About C#")]
    [TestCase("## Atx *it* & <b>b</b> `c` \\* snake_case_name &amp; [more](http://x.org) [draft]", "Atx it & b c * snake_case_name & more [draft]")]
    [TestCase("# __Title__ of **it**", "Title of it")]
    [TestCase("# [PATCH] see [the post](u), [![alt](i)](h) and [Foo](x_(bar))", "[PATCH] see the post, alt and Foo")]
    [TestCase("# The `List<T>` type, ``a`b``, 2 * 3, <https://x.org> and \\<b>", "The List<T> type, a`b, 2 * 3, https://x.org and <b>")]
    [TestCase("# Open ` and [ and < and * and \\", "Open ` and [ and < and * and \\")]
    [TestCase("# a&#10;b&#x202E;c \\&amp;", "a bc &amp;")]
    [TestCase("```\n<!--\n```\n# Title", "Title")]
    [TestCase("- item\n  more\n---\n> quoted\nlazily\n---\n<p>Element</p>\n---\n\nTitle\n---", "Title")]
    [TestCase("Two lines\nof it\n=====\n\n# Later", "Two lines of it")]
    [TestCase("Of the second level\n---", "Of the second level")]
    [TestCase("- an item\n---\n\n> quoted\n---\n\n---\n# Title", "Title")]
    [TestCase("<!--\n# hidden\n-->\n<!-- # hidden -->\n# Title", "Title")]
    public void The_first_heading_is_a_title(string markdown, string? title) => Assert.That(Heading.First(markdown), Is.EqualTo(title));

    [TestCase("# Title\n\n\nText.\n\n## More", "Text.\n\n## More", 4)]
    [TestCase("\n## Title ##\nText.", "Text.", 3)]
    [TestCase("Title\n=====\n\nText.", "Text.", 4)]
    [TestCase("# Title", "", 2)]
    [TestCase("# See [this](post:b)\n\nText.", "# See [this](post:b)\n\nText.", 1, TestName = "A heading that is more than words")]
    [TestCase("Text.\n\n# Title", "Text.\n\n# Title", 1, TestName = "A heading further down")]
    [TestCase("    # code\n\n# Title", "    # code\n\n# Title", 1, TestName = "Code that looks like one")]
    [TestCase("Two lines\nof it\n=====", "Two lines\nof it\n=====", 1, TestName = "A heading of two lines")]
    [TestCase("---\n---\n# Title", "---\n---\n# Title", 1, TestName = "Lines across")]
    [TestCase("- Title\n---\nText.", "- Title\n---\nText.", 1, TestName = "A list")]
    public void A_heading_that_is_the_title_does_not_stand_twice(string markdown, string body, int line)
    {
        var source = new SourceLocation("a.md", 1, 1);
        Assert.That(Heading.Titled(null, markdown, source), Is.EqualTo((Heading.First(markdown), body, source with { Line = line })));
        Assert.That(Heading.Titled("Written", markdown, source), Is.EqualTo(("Written", markdown, source)));
    }

    [TestCase("```\n# no\n```\n### yes", TestName = "Within a fence")]
    [TestCase("```\n~~~\n# no\n```\n### yes", TestName = "Within a fence that another kind does not close")]
    [TestCase("~~~~ text\n~~~\n# no\n~~~~~\n### yes", TestName = "Within a fence that a shorter one does not close")]
    [TestCase("```\n``` no end\n# no\n```\n### yes", TestName = "Within a fence that one with words does not close")]
    [TestCase("``` no ` fence\n### yes", TestName = "Below a line of text that begins as a fence does")]
    [TestCase("```\nno\n```\n---\n### yes", TestName = "Below a fence, where a line is no heading of it")]
    public void Lines_of_code_are_no_headings(string markdown)
    {
        Assert.That(Heading.First(markdown), Is.EqualTo("yes"));
        Assert.That(HeadingLevels.Shift(markdown, BodyFormat.Markdown, 2), Is.EqualTo(2 - 3));
    }
}
