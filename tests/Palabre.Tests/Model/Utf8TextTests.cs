using CsCheck;
using Palabre.Model;

namespace Palabre.Tests.Model;

public sealed class Utf8TextTests
{
    [Test]
    public void Any_text_comes_back_as_it_was() =>
        Gen.String[Gen.Char["aé«字\n\0\u202E"], 0, 20].Select(text => text + "😀").Holds(text => Assert.That(new Utf8Text(text).ToString(), Is.EqualTo(text)));

    [TestCase("")]
    [TestCase("x")]
    public void Texts_are_equal_by_what_they_say(string text)
    {
        Utf8Text one = text, another = new string(text.AsSpan());
        Assert.That(one == another, Is.True);
        Assert.That(one.GetHashCode(), Is.EqualTo(another.GetHashCode()));
        Assert.That(one != "y", Is.True);
        Assert.That(one.Equals((object)text), Is.False, "a string is no such text");
    }

    [Test]
    public void Nothing_is_empty_however_it_came_about()
    {
        Assert.That(default(Utf8Text).IsEmpty, Is.True);
        Assert.That(default(Utf8Text) == "", Is.True);
        Assert.That(default(Utf8Text).ToString(), Is.Empty);
        Assert.That(new Utf8Text(" ").IsEmpty, Is.False);
    }

    [Test]
    public void Half_a_character_becomes_the_sign_for_what_is_none() => Assert.That(new Utf8Text("a\uD83Db").ToString(), Is.EqualTo("a\uFFFDb"));

    [Test]
    public void A_part_is_found_by_its_bytes()
    {
        Assert.That(new Utf8Text("Île où").Contains("où"u8), Is.True);
        Assert.That(new Utf8Text("Île où").Contains("ou"u8), Is.False);
    }

    [Test]
    public void Whether_a_part_is_there_does_not_depend_on_what_else_is() =>
        Gen.Select(Gen.String[Gen.Char["a<![>-\n .é\u0001\u007F"], 0, 12], Gen.String[Gen.Char["a<![>-\n .é\u0001\u007F"], 1, 2])
            .Holds((text, part) => Assert.That(
                new Utf8Text(text).Contains(System.Text.Encoding.UTF8.GetBytes(part)), Is.EqualTo(text.Contains(part, StringComparison.Ordinal)), $"{text} {part}"));
}
