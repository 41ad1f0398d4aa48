using System.Diagnostics;
using Palabre.Model;
using Palabre.Tests.Support;

namespace Palabre.Tests.Quoting;

public sealed class QuotationsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [TestCase("> The quick brown fox jumps […] and over the lazy dog", true)]
    [TestCase("> The quick brown fox jumps […] and over the lazy cat", false)]
    public void A_quotation_is_one_if_all_that_it_did_not_leave_out_stands_there(string body, bool isFound) =>
        Assert.That(IsQuoted("The quick brown fox jumps over a fence and over the lazy dog.", body), Is.EqualTo(isFound));

    [Test]
    public void One_that_leaves_out_more_than_anybody_would_is_not_looked_for()
    {
        var words = string.Concat(Enumerable.Range(1, 50).Select(i => $"the quick brown fox {i}. "));
        Assert.That(IsQuoted(words, "> " + string.Join(" […] ", Enumerable.Range(1, 20).Select(i => $"the quick brown fox {i}."))), Is.True);
        Assert.That(IsQuoted(words, "> " + string.Join(" […] ", Enumerable.Range(1, 21).Select(i => $"the quick brown fox {i}."))), Is.False);
    }

    /// <summary>Each piece stands at the very end of a long text.</summary>
    [Test]
    public void Many_omissions_cost_no_more_than_their_length()
    {
        var clock = Stopwatch.StartNew();
        IsQuoted(new string('x', 1_000_000) + " the quick brown fox jumps.", "> " + string.Join(" […] ", Enumerable.Repeat("the quick brown fox jumps.", 20_000)));
        Assert.That(clock.Elapsed, Is.LessThan(Limit));
    }

    private static bool IsQuoted(string said, string quoting)
    {
        var build = SiteText.Prepare($"-- content/posts/2010-01-12-a.md --\n{said}\n-- content/comments/a/c1.yml --\nauthor: Bob\ndate: 2010-01-13\nbody: |\n  {quoting}\n");
        Entry post = build.Archive.Posts[0];
        return build.Edition.Quotations.Of(post).Count > 0;
    }
}
