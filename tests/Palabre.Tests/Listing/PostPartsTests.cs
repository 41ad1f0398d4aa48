using Palabre.Listing;
using Palabre.Model;
using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Listing;

/// <summary>Very long discussions are cut by root comments: addresses of comments must not change with what comes later.</summary>
public sealed class PostPartsTests
{
    [Test]
    public void Ten_root_comments_with_all_their_replies_make_a_part()
    {
        var archive = Archive("a " + string.Join(' ', Enumerable.Range(0, 25).Select(i => $"a#{i} a#{i}r>{i}")));
        var parts = new PostParts(archive, Threader.Thread(archive).Value);
        Assert.That(archive.Comments[0].GroupBy(parts.Of).Select(g => $"{g.Key}: {g.First().Id} to {g.Last().Id}"),
            Is.EqualTo(["1: 0 to 9r", "2: 10 to 19r", "3: 20 to 24r"]));
    }

    [Test]
    public void A_branch_is_never_cut()
    {
        var archive = Archive("a a#0 " + string.Join(' ', Enumerable.Range(1, 99).Select(i => $"a#{i}>{i - 1}")));
        var parts = new PostParts(archive, Threader.Thread(archive).Value);
        Assert.That(archive.Comments[0].Select(parts.Of), Is.All.EqualTo(1));
    }

    [Test]
    public void Comments_of_a_post_that_answers_stand_on_its_own_page()
    {
        var archive = Archive("a " + string.Join(' ', Enumerable.Range(0, 12).Select(i => $"a#{i}")) + " b>a#11 b#x");
        var parts = new PostParts(archive, Threader.Thread(archive).Value);
        Assert.That(archive.Comments[0].Select(parts.Of).Distinct(), Is.EqualTo([1, 2]));
        Assert.That(parts.Of(archive.Comments[1].Single()), Is.EqualTo(1));
    }

    /// <summary>Comments arrive one by one, each younger than all before: roots, replies to any, replies to what is missing.</summary>
    [Test]
    public void A_comment_never_moves_to_another_part_when_others_arrive([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var drawn = new List<string> { "a" };
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 60; i++)
        {
            drawn.Add($"a#c{i}" + random.Next(4) switch { 0 => $">c{random.Next(i + 1)}", 1 => $">gone{random.Next(3)}", _ => "" });
            var archive = Archive(string.Join(' ', drawn));
            var parts = new PostParts(archive, Threader.Thread(archive).Value);
            foreach (var comment in archive.Comments[0])
            {
                known.TryAdd(comment.Id, parts.Of(comment));
                Assert.That(parts.Of(comment), Is.EqualTo(known[comment.Id]), $"seed {seed}, '{comment.Id}' of {string.Join(' ', drawn)}");
            }
        }
    }

    private static Archive Archive(string drawn) => Outline.Draw(drawn) with { Settings = new() { CommentsPerPage = 10 } };
}
