using System.Text;
using CsCheck;
using Palabre.Reading;
using Palabre.Tests.Support;

namespace Palabre.Tests.Reading.Yaml;

/// <summary>Messages of a comment's text stand where the words stand in the file, whichever way YAML writes them.</summary>
public sealed class YamlAlignmentTests
{
    [TestCase("""
        - {id: 1, author: A, date: 2010-01-13, body: one}
        - id: 2
          author: A
          date: 2010-01-13
          body: |

            After an empty line,
              and [here](post:none) indented.
        """, "8:11", TestName = "A block that begins with an empty line")]
    [TestCase("""
        id: 1
        author: A
        date: 2010-01-13
        body: >-
          Folded words
          and [here](post:none) more,

          and [there](post:none).
        """, "6:7 8:7", TestName = "A folded block")]
    [TestCase("""
        id: 1
        author: A
        date: 2010-01-13
        body: Plain words
          and [here](post:none) more,

          and [there](post:none).
        """, "5:7 7:7", TestName = "Plain words over lines")]
    [TestCase("""
        id: 1
        author: A
        date: 2010-01-13
        body: "\"Quoted\" \u00e9 \U0001F600 \
          and [here](post:none)\r\n\r\nmore,

          and me@example.org. Or [there](post:none), or me&#64;example.org, [then](post:none)."
        """, "5:7 7:26 7:69", TestName = "Double quotes with escapes, joined lines and a hidden address")]
    [TestCase("""
        {"id": 1, "author": "A", "date": "2010-01-13", "body": "1\r\n2\r\n3 [here](post:none)"}
        """, "1:69", TestName = "A web form's text on one line")]
    [TestCase("""
        id: 1
        author: A
        date: 2010-01-13
        body: 'It''s said
          and [here](post:none), isn''t [it](post:none)?'
        """, "5:7 5:33", TestName = "Single quotes")]
    [TestCase("""
        id: 1
        author: A
        date: 2010-01-13
        body: |
          "Hello", she said. [Here](post:none)
          "It was" [there](post:none).
        """, "5:22 6:12", TestName = "Quotes that are the text's own")]
    public void A_message_stands_where_the_words_do(string comments, string places) => Assert.That(
        string.Join(' ', SiteText.Told($"-- content/posts/2010-01-12-a.md --\n# A\n-- content/comments/a.yml --\n{comments}").Split('\n')
            .Where(line => line.Contains("PAL3002", StringComparison.Ordinal)).Select(line => string.Join(':', line.Split(':')[1..3]))),
        Is.EqualTo(places));

    [Test]
    public void A_message_of_a_summary_stands_where_its_words_do() => Assert.That(SiteText.Told("""
        -- content/posts/2010-01-12-a.md --
        ---
        title: A
        summary: >- # folded
          Words and
          [here](post:none) more.
        ---
        Text.
        """), Does.Contain("content/posts/2010-01-12-a.md:5:3: warning PAL3002: "));

    [Test]
    public void Every_word_is_found_in_what_was_quoted_folded_and_escaped() => Gen.Int[0, 1 << 20].Holds(seed =>
    {
        var random = new Random(seed);
        var (yaml, text, places) = (new StringBuilder("\""), new StringBuilder(), new List<int>());
        for (var words = random.Next(1, 30); words > 0; words--)
        {
            for (var letters = random.Next(1, 6); letters > 0; letters--)
            {
                places.Add(yaml.Length);
                var letter = "aé\"\\'@z"[random.Next(7)];
                text.Append(letter);
                yaml.Append(letter is '"' or '\\' ? $"\\{letter}" : random.Next(3) == 0 ? $"\\u{(int)letter:x4}" : letter.ToString());
            }

            var (between, read) = random.Next(5) switch { 0 => ("\n  ", " "), 1 => ("\n\n \t", "\n"), 2 => ("\\n", "\n"), 3 => ("\\r\\n\\\n  ", "\n"), _ => (" ", " ") };
            yaml.Append(between);
            text.Append(read);
            places.Add(-1);
        }

        var found = YamlAlignment.Of(yaml.Append('"').ToString(), text.ToString());
        for (var i = 0; i < places.Count; i++)
            if (places[i] >= 0) Assert.That(found[i], Is.EqualTo(places[i]), $"{i} of {text} in {yaml}");
    });

    [Test]
    public void What_is_written_otherwise_is_told_apart() => Assert.That(YamlAlignment.Of("ab cd", "ab xd"), Is.EqualTo([0, 1, 2, -1, -1]));
}
