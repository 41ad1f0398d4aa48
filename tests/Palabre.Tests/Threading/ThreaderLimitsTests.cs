using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Threading;

/// <summary>Depth, length and number are the authors'. The time limits are for a machine that does much else besides.</summary>
public sealed class ThreaderLimitsTests
{
    private const int Many = 100_000;

    [Test, CancelAfter(60_000)]
    public void A_hundred_thousand_nested_replies_do_not_exhaust_the_stack()
    {
        var threads = Threader.Thread(Outline.Draw("a a#0 " + Repeat(i => $"a#{i}>{i - 1}"))).Value;
        Assert.That(threads.Discussions.Single().Turns[^1].Depth, Is.EqualTo(Many + 1));
    }

    [Test, CancelAfter(60_000)]
    public void A_hundred_thousand_posts_that_answer_one_another_do_not_either() =>
        Assert.That(Threader.Thread(Outline.Draw("p0 " + Repeat(i => $"p{i}>p{i - 1}"))).Value.Discussions.Single().Turns[^1].Depth, Is.EqualTo(Many));

    [Test, CancelAfter(60_000)]
    public void A_hundred_thousand_comments_stand_side_by_side() =>
        Assert.That(Threader.Thread(Outline.Draw("a " + Repeat(i => $"a#{i}"))).Value.Discussions.Single().Turns[0].Below, Is.EqualTo(Many));

    [Test, CancelAfter(60_000)]
    public void A_hundred_thousand_comments_may_each_answer_another_missing_entry()
    {
        var threads = Threader.Thread(Outline.Draw("a " + Repeat(i => $"a#{i}>gone{i}")));
        Assert.That(threads.Value.Discussions.Single().Turns[0].Below, Is.EqualTo(2 * Many));
        Assert.That(threads.Diagnostics, Has.Count.EqualTo(Many));
    }

    [Test, CancelAfter(60_000)]
    public void A_hundred_thousand_posts_may_each_answer_a_missing_comment_of_one()
    {
        var threads = Threader.Thread(Outline.Draw("a " + Repeat(i => $"p{i}>a#gone{i}")));
        Assert.That(threads.Value.Discussions.Single().Turns[0].Below, Is.EqualTo(2 * Many));
    }

    [Test, CancelAfter(60_000)]
    public void A_circle_of_a_hundred_thousand_is_opened_once() =>
        Assert.That(Threader.Thread(Outline.Draw($"a a#0>{Many} " + Repeat(i => $"a#{i}>{i - 1}"))).Diagnostics.Count(d => d.Code == "PAL2002"), Is.EqualTo(1));

    private static string Repeat(Func<int, string> word) => string.Join(' ', Enumerable.Range(1, Many).Select(word));
}
