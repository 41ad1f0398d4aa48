using Palabre.Listing;

namespace Palabre.Tests.Listing;

public sealed class CarriedListsTests
{
    [Test]
    public void After_any_changes_the_lists_are_those_that_are_made_anew([Range(1, 30)] int seed)
    {
        var random = new Random(seed);
        var said = Enumerable.Range(0, 12).Select(_ => Words(random)).ToArray();
        CarriedLists<string>? known = null;
        for (var step = 0; step < 30; step++)
        {
            int[] changed = known is null ? [.. Enumerable.Range(0, said.Length)]
                : [.. Enumerable.Range(0, said.Length).Where(_ => random.Next(5) == 0)];
            if (known is not null) foreach (var owner in changed) said[owner] = Words(random);
            known = Of(said, known, changed);
            Assert.That(Outline(known), Is.EqualTo(Outline(Of(said, null, [.. Enumerable.Range(0, said.Length)]))), $"seed {seed}, step {step}");
        }
    }

    [Test]
    public void What_nobody_changed_stays_the_same_list()
    {
        string[][] said = [["a1", "b1"], ["a2"], ["c3"]];
        var before = Of(said, null, [0, 1, 2]);
        said[1] = ["c2"];
        var after = Of(said, before, [1]);
        Assert.That(Outline(after), Is.EqualTo("a: a1; b: b1; c: c2 c3"));
        Assert.That(after["b"], Is.SameAs(before["b"]));
        Assert.That(after["a"], Is.Not.SameAs(before["a"]));
    }

    private static CarriedLists<string> Of(string[][] said, CarriedLists<string>? before, int[] changed) =>
        CarriedLists<string>.Of(before, changed, (owner, say) =>
        {
            foreach (var word in said[owner]) say(word[..1], word);
        });

    /// <summary>A letter, the key, and a number.</summary>
    private static string[] Words(Random random) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => $"{"abcd"[random.Next(4)]}{random.Next(100)}")];

    private static string Outline(CarriedLists<string> index) =>
        string.Join("; ", index.Keys.Order(StringComparer.Ordinal).Select(key => $"{key}: {string.Join(' ', index[key])}"));
}
