using CsCheck;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Tests.Writing;

public sealed class YamlWriterTests
{
    private static readonly string[] Awkward =
        ["null", "yes", "0123", "1e5", "404", "2010-01-12", "12:30", "https://example.org/#a", "- a", "---", "...", "a: b", "<<", "'", "\""];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["ab é\n\n  :#-'\"\\|>&*!%@`~,[]{}?=.1\t\r\u00A0\u2028\uFEFF"], 0, 24],
        Gen.String.Where(text => !text.Any(char.IsSurrogate)),
        Gen.OneOf([.. Awkward.Select(Gen.Const)]));

    [Test]
    public void What_is_written_reads_back_as_the_same_text() => Texts.Holds(text =>
    {
        var yaml = new YamlWriter().Text("plain", text).Block("block", text).Texts("list", [text, "b"]).Map("map", ("key", text)).ToString();
        var (node, diagnostics) = YamlReader.ReadOne(yaml, new("a.yml"));
        Assert.That(diagnostics, Is.Empty, yaml);
        var pairs = ((YamlMap)node!).Pairs.ToDictionary(p => p.Key.Text, p => p.Value);
        Assert.That(((YamlScalar)pairs["plain"]).Text, Is.EqualTo(text), yaml);
        Assert.That(((YamlScalar)pairs["block"]).Text, Is.EqualTo(text), yaml);
        Assert.That(((YamlScalar)((YamlList)pairs["list"]).Items[0]).Text, Is.EqualTo(text), yaml);
        Assert.That(((YamlScalar)((YamlMap)pairs["map"]).Pairs[0].Value).Text, Is.EqualTo(text), yaml);
    });

    [TestCase("Kaelig", "Kaelig")]
    [TestCase("2010-01-12", "2010-01-12")]
    [TestCase("2010-01-12T10:00:00+01:00", "2010-01-12T10:00:00+01:00")]
    [TestCase("https://example.org/", "https://example.org/")]
    [TestCase("404", "\"404\"")]
    [TestCase("1e552947", "\"1e552947\"")]
    [TestCase("null", "\"null\"")]
    [TestCase("Re: trust", "\"Re: trust\"")]
    [TestCase("", "\"\"")]
    public void A_scalar_is_plain_where_every_reader_takes_it_for_the_same_text(string text, string written) =>
        Assert.That(YamlWriter.Scalar(text), Is.EqualTo(written));

    [Test]
    public void A_text_of_several_lines_stands_as_a_block() => Assert.That(
        new YamlWriter().Block("body", "One.\n\nTwo: *two*.\n").ToString(), Is.EqualTo("body: |\n  One.\n\n  Two: *two*.\n"));
}
