using Palabre.Model;
using Palabre.Rendering;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>What a file is made of, in sixteen bytes.</summary>
public sealed class FingerprintsTests
{
    /// <summary>Some of them are more than is held at once.</summary>
    [Test]
    public void However_much_a_file_is_made_of_each_part_of_it_counts([Values(1, 100, 682, 683, 5000)] int parts)
    {
        var fingerprints = Of();
        Fingerprint Made(int other) => fingerprints.Of(new WrittenFile("a", _ => { }, made =>
        {
            for (var i = 0; i < parts; i++) made.Add(i == other ? "another" : "the same");
        }))!.Value;
        int[] others = [.. new[] { 0, parts / 2, parts - 1 }.Distinct()];
        var all = Made(-1);
        Assert.That(Made(-1), Is.EqualTo(all));
        foreach (var other in others) Assert.That(Made(other), Is.Not.EqualTo(all), $"part {other}");
        Assert.That(others.Select(Made).ToHashSet(), Has.Count.EqualTo(others.Length));
    }

    [Test]
    public void A_file_is_asked_once_what_it_is_made_of()
    {
        var (fingerprints, times) = (Of(), 0);
        var file = new WrittenFile("a", _ => { }, _ => times++);
        var first = fingerprints.Of(file);
        Assert.That((fingerprints.Of(file), times), Is.EqualTo((first, 1)));
        Assert.That(fingerprints.Of(new WrittenFile("a", _ => { })), Is.Null);
    }

    [Test]
    public void Files_that_ask_are_told_from_others_whatever_their_order()
    {
        var fingerprints = Of("a", "b");
        Assert.That(fingerprints.IsOf(new HashSet<string>(StringComparer.Ordinal) { "b", "a" }));
        Assert.That(fingerprints.IsOf(new HashSet<string>(StringComparer.Ordinal) { "a" }), Is.False);
    }

    private static Fingerprints Of(params string[] asking)
    {
        var files = SiteText.Files("-- content/site.yml --\ntitle: T\n");
        return SiteText.Prepare(files).Fingerprints(files, _ => default, new HashSet<string>(asking, StringComparer.Ordinal), jobs: 1);
    }
}
