using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Threading;

/// <summary>What others answer and nobody has.</summary>
public sealed class PlaceholderTests
{
    [TestCase("a a#x>gone a#y>gone", "a .?gone ..x ..y", TestName = "Two who answer the same missing entry share a placeholder")]
    [TestCase("a a#x>gone a#y>lost", "a .?gone ..x .?lost ..y", TestName = "Each missing entry has its placeholder")]
    [TestCase("a a#w a#x>gone a#y", "a .w .?gone ..x .y", TestName = "A placeholder is as old as its oldest reply")]
    [TestCase("a a#x>gone a#y>x", "a .?gone ..x ...y", TestName = "Replies below a placeholder keep their depth")]
    [TestCase("a a#x>gone b>a#gone", "a .?gone ..x ..b", TestName = "A post and a comment that answer the same missing comment share it")]
    [TestCase("a a#x b>a#gone", "a .?gone ..b .x", TestName = "A placeholder that a post alone answers is as old as its post")]
    [TestCase("a b>a#gone c>a#gone", "a .?gone ..b ..c", TestName = "Two posts that answer the same missing comment share a placeholder")]
    [TestCase("a b>gone", "a b(?gone)", TestName = "A post that answers a missing post opens a discussion")]
    [TestCase("a b>gone#x b#y", "a b(?gone#x) .y", TestName = "A post that answers a comment of a missing post too")]
    [TestCase("a b a#x>gone b#x>gone", "a .?gone ..x b .?gone ..x", TestName = "The same missing name under two posts is two placeholders")]
    public void Stands_where_it_is_missed(string drawn, string outline) =>
        Assert.That(Outline.Of(Threader.Thread(Outline.Draw(drawn)).Value), Is.EqualTo(outline));

    [Test]
    public void Each_who_answers_it_is_told() => Assert.That(Threader.Thread(Outline.Draw("a a#x>gone a#y>gone")).Told(), Is.EqualTo("""
        drawn:2: warning PAL2001: 'x' replies to 'gone', which is not in the archive.
          hint: Correct replyTo, or remove it.
        drawn:3: warning PAL2001: 'y' replies to 'gone', which is not in the archive.
          hint: Correct replyTo, or remove it.
        """));
}
