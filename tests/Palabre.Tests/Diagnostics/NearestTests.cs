using Palabre.Diagnostics;

namespace Palabre.Tests.Diagnostics;

public sealed class NearestTests
{
    [TestCase("titel", "title", TestName = "Two letters swapped")]
    [TestCase("reply-to", "replyTo", TestName = "Another delimiter")]
    [TestCase("REPLYTO", "replyTo", TestName = "Another case")]
    [TestCase("autor", "author", TestName = "A letter missing")]
    [TestCase("datee", "date", TestName = "A letter too many")]
    [TestCase("dote", "date", TestName = "A wrong letter")]
    [TestCase("colour", null, TestName = "Nothing near")]
    [TestCase("", null, TestName = "Nothing written")]
    [TestCase("!!!", null, TestName = "No letter")]
    [TestCase("date", null, TestName = "What is known is no advice for itself")]
    [TestCase("dat", "data", TestName = "Of two as near the ordinally first")]
    public void Is_what_somebody_probably_meant(string written, string? nearest) =>
        Assert.That(Nearest.To(written, ["title", "replyTo", "author", "date", written == "dat" ? "data" : "x"]), Is.EqualTo(nearest));

    [Test]
    public void The_order_of_the_candidates_does_not_matter([Range(1, 10)] int seed)
    {
        string[] candidates = ["cat", "bat", "rat", "hat", "mat"];
        new Random(seed).Shuffle(candidates);
        Assert.That(Nearest.To("zat", candidates), Is.EqualTo("bat"), $"seed {seed}");
    }

    [Test]
    public void A_very_long_name_is_not_compared() => Assert.That(Nearest.To(new('a', 101), [new('a', 102)]), Is.Null);
}
