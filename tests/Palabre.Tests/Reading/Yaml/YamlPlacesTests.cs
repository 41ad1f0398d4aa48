using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Tests.Reading.Yaml;

/// <summary>A place is where an editor finds the first character.</summary>
public sealed class YamlPlacesTests
{
    [TestCase("title: Foo\ndate: 2010\n")]
    [TestCase("title: Foo\r\ndate: [a, b]\r\n")]
    [TestCase("- a: 1\n  b: &x two\n- *x\n- !t three\n- &y\n  four\n- [k: v, {l: w}]\n")]
    [TestCase("é: 😀 x\n- bad")]
    [TestCase("a: [😀, \"😀\", b]\nc: d\n")]
    [TestCase("a\u2028b: c\u0085d\ne: f\n")]
    [TestCase("a: 'it''s'\nb: \"x\\ty\"\n")]
    [TestCase("--- a\n--- b\n")]
    [TestCase("a: !!str\n  &x b\n")]
    [TestCase("\uFEFFa: b\n")]
    public void Each_text_stands_at_its_place(string text)
    {
        var nodes = new Stack<YamlNode>(YamlReader.Read(text, new("x.yml")).Value);
        Assert.That(nodes, Is.Not.Empty);
        while (nodes.TryPop(out var node))
        {
            if (node is YamlList list) foreach (var item in list.Items) nodes.Push(item);
            if (node is YamlMap map) foreach (var pair in map.Pairs) { nodes.Push(pair.Key); nodes.Push(pair.Value); }
            if (node is not YamlScalar scalar) continue;
            var first = scalar.IsPlain ? scalar.Text[..1] : "";
            Assert.That(TextAt(text, scalar.Source), Does.StartWith(first), scalar.ToString());
            if (!scalar.IsPlain) Assert.That(TextAt(text, scalar.Source)[0], Is.AnyOf('"', '\''), scalar.ToString());
            Assert.That(scalar.TextSource, Is.EqualTo(scalar.Source));
        }
    }

    [TestCase("a: |\n  x\n  y\n", "x.yml:2:3")]
    [TestCase("a: >-\n    x\n", "x.yml:2:5")]
    [TestCase("a: |\n\n   x\n", "x.yml:2:4")]
    [TestCase("a: &b |  # c\r\n  x\r\n", "x.yml:2:3")]
    [TestCase("a: |2\n    x\n", "x.yml:2:3")]
    [TestCase("- a: |1\n     x\n", "x.yml:2:4")]
    [TestCase("--- |\n x\n", "x.yml:2:2")]
    [TestCase("a: |", "x.yml:1:4")]
    [TestCase("a: |-\n  x\nb: y\n", "x.yml:2:3")]
    public void The_text_of_a_block_begins_on_the_line_below(string text, string place)
    {
        var node = YamlReader.Read(text, new("x.yml")).Value[0];
        while (node is not YamlScalar) node = node is YamlMap map ? map.Pairs[0].Value : ((YamlList)node).Items[0];
        Assert.That(((YamlScalar)node).TextSource.ToString(), Is.EqualTo(place));
    }

    private static string TextAt(string text, SourceLocation source) =>
        text.TrimStart('\uFEFF').Split('\n')[source.Line - 1][(source.Column - 1)..];
}
