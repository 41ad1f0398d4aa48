using System.Text;
using CsCheck;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering;

/// <summary>What pages and feeds are written into.</summary>
public sealed class Utf8BufferTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.OneOf(Gen.Char["ab é€&<>\"'\t\n\u0001\u202E\u2067\u200B\uFFFE"], Gen.Char['\uD83D', '\uDE00'], Gen.Char), 0, 40],
        Gen.Int[4090, 4100].Select(length => new string('a', length) + "😀é"));

    [Test]
    public void It_holds_what_was_appended_as_UTF_8() => Texts.Array[0, 8].Holds(texts =>
    {
        var buffer = new Utf8Buffer(1);
        foreach (var text in texts) buffer.Append(text);
        Assert.That(buffer.Written.ToArray(), Is.EqualTo(texts.SelectMany(Encoding.UTF8.GetBytes)));
    }, count: 2_000);

    [Test]
    public void Words_are_written_as_they_are_escaped() => Texts.Holds(text =>
    {
        var buffer = new Utf8Buffer();
        HtmlText.WriteEscaped(buffer, text);
        Assert.That(buffer.Written.ToArray(), Is.EqualTo(Encoding.UTF8.GetBytes(HtmlText.Escape(text))));
    }, count: 20_000);

    [Test]
    public void What_was_cleared_is_gone_and_its_memory_stays()
    {
        var buffer = new Utf8Buffer();
        buffer.Append("abc"u8);
        buffer.Clear();
        buffer.Append("d"u8);
        Assert.That(Encoding.UTF8.GetString(buffer.Written), Is.EqualTo("d"));
    }

    [Test]
    public void Nobody_can_claim_more_than_there_is_room_for()
    {
        var buffer = new Utf8Buffer(4);
        Assert.That(() => buffer.Advance(5), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => buffer.Advance(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(buffer.GetSpan(100).Length, Is.GreaterThanOrEqualTo(100));
    }
}
