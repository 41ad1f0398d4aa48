using System.Diagnostics;
using Palabre.Reading;

namespace Palabre.Tests.Reading.Yaml;

public sealed class YamlLimitsTests
{
    [TestCase("[", 65)]
    [TestCase("- ", 129)]
    [TestCase("? ", 129)]
    public void Depth_ends_at_64(string sign, int column)
    {
        Assert.That(YamlReader.Read(Repeat(sign, 64), new("x.yml")).Diagnostics.Select(d => d.Code), Has.None.EqualTo("PAL1012"));
        Assert.That(YamlReader.Read(Repeat(sign, 10_000), new("x.yml")).Diagnostics[^1].ToString(),
            Is.EqualTo($"x.yml:1:{column}: error PAL1012: More than 64 lists and maps stand within one another here."));
    }

    [Test]
    public void Depth_counts_what_aliases_repeat()
    {
        var chain = string.Concat(Enumerable.Range(0, 100).Select(i => i == 0 ? "- &a0 []\n" : $"- &a{i} [*a{i - 1}]\n"));
        var read = YamlReader.Read(chain, new("x.yml"));
        Assert.That(read.Diagnostics[0].ToString(),
            Is.EqualTo("x.yml:64:9: error PAL1012: More than 64 lists and maps stand within one another here."));
    }

    [Test]
    public void Aliases_cannot_expand_without_end()
    {
        var laughs = "a0: &a0 lol\n" + string.Concat(Enumerable.Range(1, 20).Select(i =>
            $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var read = YamlReader.Read(laughs, new("x.yml"));
        Assert.That(read.Diagnostics.Single().ToString(), Is.EqualTo("""
            x.yml:5:45: error PAL1013: The aliases up to this one repeat more than 10000 values.
              hint: Write out what is meant.
            """));
        Assert.That(Count(read.Value[0]), Is.LessThan(12_000));
    }

    [Test]
    public void Aliases_of_a_long_text_weigh_as_much_as_it_has_characters() =>
        Assert.That(YamlReader.Read($"a: &x {new string('x', 600_000)}\nb: *x\nc: *x\n", new("x.yml")).Diagnostics.Single().Code, Is.EqualTo("PAL1013"));

    [Test]
    public void A_block_that_the_parser_would_mix_up_is_an_error() =>
        Assert.That(YamlReader.Read($"a: |1\n {new string(' ', 3000)}x y\nb: 2\n", new("x.yml")).Diagnostics[0].Code, Is.EqualTo("PAL1003"));

    /// <summary>An algorithm that is not linear takes minutes for these; a linear one, a tenth of a second.</summary>
    [TestCaseSource(nameof(Hostile))]
    public void Time_grows_as_the_text_does(string text)
    {
        var watch = Stopwatch.StartNew();
        YamlReader.ReadOne(text, new("x.yml"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    private static IEnumerable<TestCaseData> Hostile()
    {
        string[] pieces =
        [
            "[", "{", "{a: ", "- ", "? ", "? a\n", "- a\n", "a:\n", "x", "#", "#\n", "\"", "'", "'x' ", " ", "\n", " \n", "---\n", "...\n", "*a ", "&a ",
            "!a ", "%x y\n", ": ", ":\n", ",", "]", "\t", "\t\n", "|\n", ">\n", "x\n", "\0", "[a]: ", "- [", "[? ", "&a [", "a: [\n", "\u2028", "😀", "- *a\n",
            "- &a x\n", "- !t x\n", "a: 1\nb: 2\n", "\\", "<<: {", "[],", "x: 1,",
        ];
        string[] beginnings = ["", "\"", "a: |1\n  ", "["];
        foreach (var piece in pieces)
            foreach (var beginning in beginnings)
                yield return Named(beginning + Repeat(piece, 50_000 / piece.Length), $"{beginning} and many {piece}");
        foreach (var piece in new[] { "[", "x", "#", "\"", " ", "\u2028", "\\" })
            yield return Named(Repeat(piece, 5_000_000 / piece.Length), $"five million of {piece}");
        yield return Named(Many(i => $"- &a{i} x\n"), "many anchors");
        yield return Named("[" + Many(i => $"*a{i}, "), "many aliases of nothing");
        yield return Named(Many(i => $"k{i}: 1\n"), "many keys");
        yield return Named(string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n")), "deep indentation");
    }

    private static TestCaseData Named(string text, string name) => new(text)
    {
        TestName = "Time grows as the text does: " + Palabre.Diagnostics.Excerpt.ForTerminal(name.Replace("\n", "⏎"), 60),
    };

    private static string Many(Func<int, string> line) => string.Concat(Enumerable.Range(0, 50_000).Select(line));

    private static string Repeat(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static int Count(YamlNode node) => node switch
    {
        YamlList list => 1 + list.Items.Sum(Count),
        YamlMap map => 1 + map.Pairs.Sum(pair => 1 + Count(pair.Value)),
        _ => 1,
    };
}
