using Palabre.Reading;

namespace Palabre.Tests.Reading.Yaml;

public sealed class YamlMistakesTests
{
    [TestCase("title: Foo: bar\n", """
        x.yml:1:11: error PAL1001: The value of 'title' holds a colon and a space, and YAML takes what is before them for another key.
          hint: Write: title: "Foo: bar"
        """)]
    [TestCase("- url: http://x: y\n", """
        x.yml:1:16: error PAL1001: The value of 'url' holds a colon and a space, and YAML takes what is before them for another key.
          hint: Write: - url: "http://x: y"
        """)]
    [TestCase("title: \"Foo\ndate: x\n", """
        x.yml:1:8: error PAL1002: The quotation mark that opens here is not closed.
          hint: Write: title: "Foo"
        """)]
    [TestCase("a: 'x\n  'y\n  z\n", """
        x.yml:2:4: error PAL1007: 'y' follows a value that is already at its end.
          hint: Put the whole text in quotes.
        """)]
    [TestCase("a:\n    b: 1\n  c: 2\n", """
        x.yml:3:3: error PAL1003: This line does not begin in the column of any list, key or text above that it could belong to.
          hint: Begin it in the same column as the line it stands beside, with spaces.
        """)]
    [TestCase("a: 1\n  b: 2\n", """
        x.yml:2:3: error PAL1003: This line does not begin in the column of any list, key or text above that it could belong to.
          hint: Begin it in the same column as the line it stands beside, with spaces.
        """)]
    [TestCase("author: @user\n", """
        x.yml:1:9: error PAL1004: An unquoted text cannot begin with '@', which is a sign of YAML's own.
          hint: Write: author: "@user"
        """)]
    [TestCase("a: `x`\n", """
        x.yml:1:4: error PAL1004: An unquoted text cannot begin with '`', which is a sign of YAML's own.
          hint: Write: a: "`x`"
        """)]
    [TestCase("a: %x \"y\"\n", """
        x.yml:1:4: error PAL1004: An unquoted text cannot begin with '%', which is a sign of YAML's own.
          hint: Write: a: '%x "y"'
        """)]
    [TestCase("a: 1\nb:2\nc: 3\n", """
        x.yml:2:1: error PAL1005: A space is missing in 'b:2', which YAML therefore takes for a text.
          hint: Write: b: 2
        """)]
    [TestCase("a:1\n\nb: 2\n", """
        x.yml:1:1: error PAL1005: A space is missing in 'a:1', which YAML therefore takes for a text.
          hint: Write: a: 1
        """)]
    [TestCase("a:\n  - x\n  -y\n", """
        x.yml:3:3: error PAL1005: A space is missing in '-y', which YAML therefore takes for a text.
          hint: Write: - y
        """)]
    [TestCase("a:\n\tb: 1\n", """
        x.yml:2:1: error PAL1006: A tab stands where YAML wants spaces.
          hint: Indent with two spaces instead of each tab.
        """)]
    [TestCase("a: |\n\tx\n", """
        x.yml:2:1: error PAL1006: A tab stands where YAML wants spaces.
          hint: Indent with two spaces instead of each tab.
        """)]
    [TestCase("title: 'L'homme et l'eau'\n", """
        x.yml:1:11: error PAL1007: 'homme et l'eau'' follows a value that is already at its end.
          hint: Write: title: "L'homme et l'eau"
        """)]
    [TestCase("title: [draft] Foo\n", """
        x.yml:1:16: error PAL1007: 'Foo' follows a value that is already at its end.
          hint: Write: title: "[draft] Foo"
        """)]
    [TestCase("themes: [a, b\ndate: x\n", """
        x.yml:1:9: error PAL1008: The '[' that opens here is not closed, or a comma is missing behind it.
          hint: Write: themes: [a, b]
        """)]
    [TestCase("- {a: 1\n- b\n", """
        x.yml:1:3: error PAL1008: The '{' that opens here is not closed, or a comma is missing behind it.
          hint: Close it, or put the text in quotes if no list is meant.
        """)]
    [TestCase("a: \"C:\\Users\"\n", """
        x.yml:1:7: error PAL1009: Within double quotes a backslash begins a special character, and YAML knows no '\Users'.
          hint: Write: a: 'C:\Users'
        """)]
    [TestCase("a: \"\\uD800\\u0041\"\n", """
        x.yml:1:11: error PAL1009: Within double quotes a backslash begins a special character, and YAML knows no '\u0041'.
          hint: Write: a: '\uD800\u0041'
        """)]
    [TestCase("a: b\nc\nd: 1\n", """
        x.yml:2:1: error PAL1010: 'c' has no key: YAML wants 'key: value'.
          hint: Indent the line if it continues the text above; add the key and a colon if not.
        """)]
    [TestCase(",x\n", """
        x.yml:1:1: error PAL1004: An unquoted text cannot begin with ',', which is a sign of YAML's own.
          hint: Put the whole text in quotes.
        """)]
    [TestCase("a: &x &y z\n", """
        x.yml:1:7: error PAL1004: An unquoted text cannot begin with '&', which is a sign of YAML's own.
          hint: Write: a: "&x &y z"
        """)]
    [TestCase("...\nx\n", """
        x.yml:3:1: error PAL1011: YAML makes no sense of what stands here.
          hint: Put the text in quotes, and look whether the line above is complete.
        """)]
    [TestCase("a: &x [1, *x]\n", """
        x.yml:1:11: error PAL1014: '*x' stands within what it repeats.
          hint: Remove it.
        """)]
    [TestCase("title: *really* good\n", """
        x.yml:1:8: error PAL1015: '*really*' is an alias in YAML, and nothing above is named '&really*'.
          hint: Write: title: "*really* good"
        """)]
    [TestCase("a: 1\na: 2\n", """
        x.yml:2:1: warning PAL1016: 'a' is written twice, first on line 1; this value counts.
          hint: Remove one of the two.
        """)]
    [TestCase("a: {{ page.title }}\n", """
        x.yml:1:5: error PAL1017: A list or a map stands where a key belongs.
          hint: Write: a: "{{ page.title }}"
        """)]
    [TestCase("? [a]\n: b\n", """
        x.yml:1:3: error PAL1017: A list or a map stands where a key belongs.
          hint: Put the whole text in quotes.
        """)]
    [TestCase("a: !ruby/object:Foo\n  b: 1\n", """
        x.yml:1:4: note PAL1018: '!ruby/object:Foo' is a tag in YAML, not a part of the text, and is ignored.
          hint: If it belongs to the text, put the whole text in quotes.
        """)]
    [TestCase("a: x\0y\b\u0001\n", """
        x.yml:1:5: warning PAL1019: The invisible character U+0000, which YAML forbids, stands here, and 2 more of its kind follow.
          hint: Remove it; '�' is shown in its place.
        """)]
    [TestCase("a: b\uFFFE\n", """
        x.yml:1:5: warning PAL1019: The invisible character U+FFFE, which YAML forbids, stands here.
          hint: Remove it; '�' is shown in its place.
        """)]
    public void Is_explained_in_plain_words(string text, string expected) =>
        Assert.That(string.Join('\n', YamlReader.Read(text, new("x.yml")).Diagnostics), Is.EqualTo(expected));

    [Test]
    public void A_line_too_long_to_repeat_is_not_corrected() =>
        Assert.That(YamlReader.Read($"a: b: {new string('x', 1000)}\n", new("x.yml")).Diagnostics.Single().ToString(), Is.EqualTo("""
            x.yml:1:5: error PAL1001: A colon and a space stand in an unquoted text, and YAML takes what is before them for a key.
              hint: Put the whole text in quotes.
            """));
}
