using Palabre.Model;
using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Threading;

/// <summary>What holds whatever the replies say: over reply graphs drawn by chance, seeds in the messages.</summary>
public sealed class ThreaderPropertiesTests
{
    [Test]
    public void Every_entry_stands_exactly_once([Range(1, 60)] int seed)
    {
        var archive = Outline.Draw(Drawn(seed));
        var placed = Threader.Thread(archive).Value.Discussions.SelectMany(d => d.Turns).Select(t => t.Entry).OfType<Entry>().ToArray();
        Assert.That(placed, Is.EquivalentTo(archive.Posts.Cast<Entry>().Concat(archive.Comments.SelectMany(c => c))), $"seed {seed}: {Drawn(seed)}");
    }

    [Test]
    public void Each_turn_stands_right_below_what_it_answers([Range(1, 60)] int seed)
    {
        foreach (var turns in Threader.Thread(Outline.Draw(Drawn(seed))).Value.Discussions.Select(d => d.Turns))
        {
            Assert.That((turns[0].Depth, turns[0].Answered, turns[0].Below), Is.EqualTo((0, -1, turns.Count - 1)), $"seed {seed}: {Drawn(seed)}");
            for (var i = 1; i < turns.Count; i++)
            {
                var answered = turns[i].Answered;
                Assert.That(answered, Is.InRange(0, i - 1), $"seed {seed}");
                Assert.That(turns[i].Depth, Is.EqualTo(turns[answered].Depth + 1), $"seed {seed}");
                Assert.That(i, Is.LessThanOrEqualTo(answered + turns[answered].Below), $"seed {seed}");
                Assert.That(turns[i].Below, Is.EqualTo(turns.Skip(i + 1).TakeWhile(t => t.Depth > turns[i].Depth).Count()), $"seed {seed}");
            }
        }
    }

    [Test]
    public void Replies_to_one_entry_stand_by_age([Range(1, 60)] int seed)
    {
        foreach (var turns in Threader.Thread(Outline.Draw(Drawn(seed))).Value.Discussions.Select(d => d.Turns))
        {
            foreach (var siblings in turns.Where(t => t.Entry is not null).GroupBy(t => t.Answered))
                Assert.That(siblings.Select(t => t.Entry!.Date), Is.Ordered, $"seed {seed}: {Drawn(seed)}");
        }
    }

    [Test]
    public void The_order_in_which_files_are_read_does_not_matter([Range(1, 20)] int seed)
    {
        var archive = Outline.Draw(Drawn(seed));
        var expected = Threader.Thread(archive);
        var read = SiteText.Read(Outline.Shuffled(archive, new Random(seed)));
        var threads = Threader.Thread(read.Value);
        Assert.That(Outline.Of(threads.Value), Is.EqualTo(Outline.Of(expected.Value)), $"seed {seed}: {Drawn(seed)}");
        Assert.That(threads.Codes().Order(), Is.EqualTo(expected.Codes().Order()), $"seed {seed}: {Drawn(seed)}");
    }

    /// <summary>Up to 8 posts and 30 comments; replies to entries, to themselves, to what is missing; older and younger.</summary>
    private static string Drawn(int seed)
    {
        var random = new Random(seed);
        var posts = Enumerable.Range(0, random.Next(1, 9)).Select(i => $"p{i}").ToArray();
        var comments = Enumerable.Range(0, random.Next(31)).Select(i => $"{posts[random.Next(posts.Length)]}#c{random.Next(3)}x{i}").ToArray();
        string[] entries = [.. posts, .. comments];
        string[] targets = [.. entries, "gone", "p0#gone", "gone#c"];
        random.Shuffle(entries);
        return string.Join(' ', entries.Select(entry => random.Next(4) == 0 ? entry : $"{entry}>{Target(entry)}"));

        string Target(string entry)
        {
            var target = targets[random.Next(targets.Length)];
            return entry.Contains('#', StringComparison.Ordinal) && random.Next(3) > 0 ? target[(target.IndexOf('#', StringComparison.Ordinal) + 1)..] : target;
        }
    }
}
