using System.Text;
using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Tests.Reading.Yaml;

public sealed class YamlPropertiesTests
{
    private static readonly string[] Pieces =
    [
        "a", "b: ", "c:", "\n", "\n", "\n  ", "\n- ", "- ", ": ", " #", "'", "\"", "|\n  ", "|-\n x", "|", "[", "]", "{", "}", ",", "&a ", "*a", "!t ",
        "---\n", "...\n", "\r\n", "\t", "\\", "\u2028", "é", "😀", "? ", "<<: ", "\u0001", "\ud800", "%", "@", "`", "\n\n", "~", "null", ">\n ", "|2\n   x",
        "\uFEFF", "/", "(x)", "«a»", "\"x\"", "'y'", "k: v\n", "body: |\n  x\n  y\n\n", "d: \"q\"\n",
    ];

    [Test]
    public void No_text_makes_it_throw_and_every_place_is_in_the_text([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1000; i++)
        {
            var text = Any(random);
            var lines = text.Count(c => c is '\n' or '\r') + 1;
            var read = YamlReader.Read(text, new("x.yml"));
            foreach (var source in read.Diagnostics.Select(d => d.Source).Concat(Nodes(read.Value).Select(n => n.Source)))
                if (source is not { File: "x.yml", Line: >= 1, Column: >= 1 } || source.Line > lines) Assert.Fail($"seed {seed}: {source} of {text}");
        }
    }

    [Test]
    public void The_short_cut_gives_what_the_parser_gives([Range(1, 20)] int seed) => Compare(seed, AnyFlat);

    [Test]
    public void The_short_cut_gives_what_the_parser_gives_of_lists_of_maps([Range(1, 40)] int seed) => Compare(seed, AnyList);

    private static void Compare(int seed, Func<Random, string> any)
    {
        var random = new Random(seed);
        var taken = 0;
        for (var i = 0; i < 3000; i++)
        {
            var text = YamlText.Prepare(any(random), new("x.yml", 2, 1), []);
            if (FlatYaml.TryRead(text) is not { } flat) continue;
            taken++;
            var diagnostics = new List<Diagnostic>();
            var parsed = Nodes(YamlTree.Read(text, diagnostics)).ToList();
            Assert.That(diagnostics, Is.Empty, $"seed {seed}: {text.Text}");
            Assert.That(Nodes([flat]).Select(Shown), Is.EqualTo(parsed.Select(Shown)), $"seed {seed}: {text.Text}");
        }

        Assert.That(taken, Is.GreaterThan(100));
    }

    [Test]
    public void What_is_written_in_double_quotes_is_read_back([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => (char)random.Next(0xD7FF))]);
            var written = string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
            var map = (YamlMap)YamlReader.Read($"a: \"{written}\"\n", new("x.yml")).Value[0];
            Assert.That(((YamlScalar)map.Pairs[0].Value).Text, Is.EqualTo(text), $"seed {seed}");
        }
    }

    private static string Any(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string AnyFlat(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(6); i >= 0; i--)
        {
            text.Append((char)('a' + random.Next(20))).Append(random.Next(9) == 0 ? ":" : ": ");
            for (var j = random.Next(3); j > 0; j--) text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(6) > 0) text.Append('\n');
        }

        return text.ToString();
    }

    private static string AnyList(Random random)
    {
        string[] values =
        [
            "x\n", "x y\n", "\n", "|\n    z\n", "|-\n   z\n    y\n", "|\n    z\n\n    - y: x\n\n", "'q'\n", "[a, b c,d]\n", "[]\n", "[ a ]\n", "[a,]\n", "|\n  z\n",
            "x\n   y\n", "\n  - x\n", "|\n    z\n  \n", "|\n    z\n # y\n", "|\n    z", "", "|\n\n    z\n",
        ];
        string[] starts = ["- ", "- ", "- ", "- ", "- ", "- ", "-  ", "-", " - ", "\n- ", "  ", "---\n- ", "# x\n- "];
        string[] inner = ["  ", "  ", "  ", "  ", "  ", "  ", "  ", "   ", "", " ", "\n  ", "# x\n  "];
        var text = new StringBuilder();
        for (var items = random.Next(1, 4); items > 0; items--)
        {
            text.Append(starts[random.Next(random.Next(3) == 0 ? starts.Length : 6)]);
            for (var keys = random.Next(1, 4); keys > 0; keys--)
            {
                text.Append((char)('a' + random.Next(20))).Append(": ");
                if (random.Next(8) == 0) text.Append(Pieces[random.Next(Pieces.Length)]);
                text.Append(values[random.Next(values.Length)]);
                if (keys > 1) text.Append(inner[random.Next(random.Next(3) == 0 ? inner.Length : 7)]);
            }
        }

        return text.ToString();
    }

    private static string Shown(YamlNode node) => node is YamlScalar ? node.ToString() : $"{node.GetType().Name} {node.Source}";

    private static IEnumerable<YamlNode> Nodes(IEnumerable<YamlNode> roots)
    {
        var pending = new Stack<YamlNode>(roots);
        while (pending.TryPop(out var node))
        {
            yield return node;
            if (node is YamlList list) foreach (var item in list.Items) pending.Push(item);
            if (node is not YamlMap map) continue;
            foreach (var pair in map.Pairs)
            {
                pending.Push(pair.Key);
                pending.Push(pair.Value);
            }
        }
    }
}
