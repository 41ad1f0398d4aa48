using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Threading;

public sealed class ThreaderTests
{
    [TestCase("a a#x a#y>x a#z", "a .x ..y .z", TestName = "Replies follow what they answer, oldest first")]
    [TestCase("a b a#x b#x", "a .x b .x", TestName = "Ids of comments are those of their own post")]
    [TestCase("a a#y a#x a#b>x a#a>x", "a .y .x ..b ..a", TestName = "Siblings stand by age, not by id")]
    [TestCase("a#x a", "a .x", TestName = "A comment older than its post stands under it")]
    public void Comments_stand_under_what_they_answer(string drawn, string outline) => Assert.That(Thread(drawn), Is.EqualTo(outline));

    [TestCase("a b>a c>b", "a .b ..c", TestName = "A post may answer a post")]
    [TestCase("a a#x b>a#x b#y", "a .x ..b ...y", TestName = "A post may answer a comment, and brings its comments along")]
    [TestCase("a a#x b>a a#y", "a .x .b .y", TestName = "Posts and comments that answer one entry stand by age together")]
    [TestCase("a b c>a d>b", "a .c b .d", TestName = "Each discussion has its own answers")]
    [TestCase("a-b c>A-B", "a-b .c", TestName = "A post is also named by its slug")]
    [TestCase("x x#x y>x", "x .x .y", TestName = "A comment named like its post takes nothing away from it")]
    public void Posts_stand_under_what_they_answer(string drawn, string outline) => Assert.That(Thread(drawn), Is.EqualTo(outline));

    [Test]
    public void The_positions_of_posts_are_known_in_their_discussion()
    {
        var threads = Threader.Thread(Outline.Draw("a a#x b>a#x b#y c>a d")).Value;
        Assert.That(threads.Discussions.Select(d => string.Join(' ', d.Posts)), Is.EqualTo(["0 2 4", "0"]));
        Assert.That(threads.Places.Select(p => (p.Discussion.Opening.Id, p.Position)), Is.EqualTo([("a", 0), ("a", 2), ("a", 4), ("d", 0)]));
    }

    [Test]
    public void What_stands_below_a_turn_is_counted() =>
        Assert.That(Threader.Thread(Outline.Draw("a a#x a#y>x b>a#y b#z a#w")).Value.Discussions.Single().Turns.Select(t => t.Below),
            Is.EqualTo([5, 3, 2, 1, 0, 0]));

    [Test]
    public void A_reply_dated_before_what_it_answers_keeps_its_place()
    {
        var threads = Threader.Thread(Outline.Draw("a a#y>x a#x"));
        Assert.That(Outline.Of(threads.Value), Is.EqualTo("a .x ..y"));
        Assert.That(threads.Told(), Is.EqualTo("""
            drawn:2: note PAL2004: 'y' is dated before 'x', which it answers.
              hint: Check both dates, and their offsets from UTC.
            """));
    }

    [Test]
    public void An_archive_without_posts_has_no_discussions() => Assert.That(Thread(""), Is.Empty);

    private static string Thread(string drawn) => Outline.Of(Threader.Thread(Outline.Draw(drawn)).Value);
}
