using System.Globalization;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>One commit, one output: whatever the machine, its habits and its speed.</summary>
[NonParallelizable] // culture and time zone are the process's
public sealed class DeterminismTests
{
    private static readonly string Drawing = string.Concat(Enumerable.Range(1, 40).Select(i => $"""

        -- content/posts/2010-{1 + (i % 12):00}-{1 + (i % 28):00}-post-{i}.md --
        ---
        title: "İstanbul № {i}: ılık"
        author: [Éva, "author {i % 7}"]
        themes: [Trust, "theme {i % 5}"]
        {(i > 1 && i % 4 == 0 ? $"replyTo: post-{i / 2}" : "pinned: false")}
        ---
        Text *{i}*.
        -- content/comments/post-{i}/c1.yml --
        author: Iğdır
        date: 2010-12-{1 + (i % 28):00} 23:30
        body: First.
        -- content/comments/post-{i}/c2.yml --
        author: Bob
        date: 2011-01-01T00:30:00+02:00
        replyTo: {(i % 9 == 0 ? "nobody" : "c1")}
        body: Second.
        """))[1..];

    [Test]
    public void The_number_of_jobs_does_not_matter()
    {
        using var one = new SiteOnDisk(Drawing).Build("--jobs", "1");
        using var many = new SiteOnDisk(Drawing).Build("--jobs", "8");
        Assert.That(SiteOnDisk.Contents(many.Output), Is.EqualTo(SiteOnDisk.Contents(one.Output)));
    }

    [Test]
    public void The_order_in_which_files_were_made_does_not_matter([Range(1, 3)] int seed)
    {
        var files = Drawing.Split("-- content/")[1..];
        using var one = new SiteOnDisk(Drawing).Build();
        new Random(seed).Shuffle(files);
        using var other = new SiteOnDisk(string.Concat(files.Select(f => "-- content/" + f.TrimEnd() + "\n"))).Build();
        Assert.That(SiteOnDisk.Contents(other.Output), Is.EqualTo(SiteOnDisk.Contents(one.Output)), $"seed {seed}");
    }

    [TestCase("Pacific/Kiritimati")]
    [TestCase("America/St_Johns")]
    public void Neither_do_the_culture_and_the_time_zone_of_the_machine(string zone)
    {
        // Made by hand: the program has only the invariant one, so that no machine's own can matter.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator) = ("~", "#");
        (culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator) = ("!", "h");
        using var one = new SiteOnDisk(Drawing).Build();
        var (before, zoneBefore) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            using var other = new SiteOnDisk(Drawing).Build();
            Assert.That(SiteOnDisk.Contents(other.Output), Is.EqualTo(SiteOnDisk.Contents(one.Output)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, before);
            Environment.SetEnvironmentVariable("TZ", zoneBefore);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Test]
    public void A_build_over_another_is_the_same_as_one_from_nothing()
    {
        using var over = new SiteOnDisk(Drawing).Build();
        over.Write("content/comments/post-1/c3.yml", "author: Late\ndate: 2012-01-01\nbody: Third.\n").Build();
        File.Delete(Path.Combine(over.Root, "content/comments/post-1/c3.yml"));
        over.Build();
        using var clean = new SiteOnDisk(Drawing).Build();
        Assert.That(SiteOnDisk.Contents(over.Output), Is.EqualTo(SiteOnDisk.Contents(clean.Output)));
    }
}
