using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Threading;

public sealed class CirclesTests
{
    [TestCase("a a#x>x", "a .x", TestName = "A comment that answers itself answers its post")]
    [TestCase("a a#x>y a#y>x", "a .x ..y", TestName = "A circle of comments opens at its oldest")]
    [TestCase("a a#w>y a#x>z a#y>x a#z>y", "a .x ..y ...w ...z", TestName = "Not at a hanger-on, be it older")]
    [TestCase("a a#x>y a#y>x a#v>w a#w>v", "a .x ..y .v ..w", TestName = "Each circle opens")]
    [TestCase("a>a", "a", TestName = "A post that answers itself opens a discussion")]
    [TestCase("a>c b>a c>b", "a .b ..c", TestName = "A circle of posts opens at its oldest")]
    [TestCase("a>b#x b>a#y a#y b#x", "a .y ..b ...x", TestName = "A circle of posts through comments opens at its oldest post")]
    [TestCase("a>a#x a#x", "a .x", TestName = "A post that answers its own comment opens a discussion")]
    public void Open_at_their_oldest_entry(string drawn, string outline) =>
        Assert.That(Outline.Of(Threader.Thread(Outline.Draw(drawn)).Value), Is.EqualTo(outline));

    [TestCase("a a#x>x", "'x' replies to itself.", "x")]
    [TestCase("a a#x>z a#y>x a#z>y", "Replies go round in a circle: x → z → y → x.", "x")]
    [TestCase("a>b#x b>a b#x", "Replies go round in a circle: a → b → a.", "a")]
    [TestCase("a a#1>2 a#2>3 a#3>4 a#4>5 a#5>6 a#6>7 a#7>8 a#8>9 a#9>1", "Replies go round in a circle: 1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → … → 1.", "1")]
    public void Are_told_by_their_path(string drawn, string message, string oldest)
    {
        var told = Threader.Thread(Outline.Draw(drawn)).Diagnostics.Single(d => d.Code == "PAL2002");
        Assert.That(told.Message, Is.EqualTo(message));
        Assert.That(told.Hint, Is.EqualTo($"Remove replyTo from '{oldest}', which was written first."));
    }
}
