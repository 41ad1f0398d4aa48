using System.Buffers;
using System.Reflection;
using System.Text;
using Palabre.Model;
using Palabre.Site;
using Palabre.Tests.Import;
using Palabre.Tests.Support;
using Palabre.Writing;

namespace Palabre.Tests.Site;

/// <summary>
/// What an archive says reaches all that tells of it whole: the export, what is imported again, and what `check --base` compares. A property that is
/// added to the model and forgotten in one of them fails here.
/// </summary>
public sealed class EveryPropertyTests
{
    // Where it stands, and what follows from the rest; what was taken down has tests of its own.
    private static readonly string[] NotSaid =
    [
        "Source", "BodySource", "ParentSource", "HasText", "FileName", "PostId", "IsDescribed", "IsDraft", "Status", "Removal", "Key", "EqualityContract",
    ];

    private const string Nothing = """
        -- content/site.yml --
        title: Notes
        -- content/posts/2010-01-12-hello.md --
        ---
        title: hello
        ---
        Nothing.
        -- content/comments/hello/c1.yml --
        {date: 2010-01-13, author: B, body: Nothing.}
        -- content/authors/claire.yml --
        {name: C}
        -- content/pages/about.md --
        ---
        title: about
        ---
        -- themes/trust.md --
        Nothing.
        """;

    private const string All = """
        -- content/site.yml --
        title: Notes
        -- content/media/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- content/posts/2010-01-11-first.md --
        ---
        title: First
        ---
        Something.
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello, all
        date: 2010-01-12T10:00:00+02:00
        publishDate: 2010-01-12T12:00:00+02:00
        expires: 2010-12-01
        updated: 2010-01-13
        author: [Claire, Bob]
        id: hi
        slug: good-day
        permalink: /hello/
        aliases: [/was/]
        replyTo: first
        themes: [trust]
        relayed: {by: A, from: B, url: "https://b.example/", date: 2010-01-01}
        parallel: [{title: T, url: "https://t.example/", site: S, language: fr}]
        summary: Short.
        language: fr
        comments: closed
        image: media/a.svg
        pinned: true
        source: {system: blogger, id: "7", url: "https://old.example/7"}
        x: y
        ---
        <p>Words.</p>
        -- content/comments/hi/c0.yml --
        {date: 2010-01-12T20:00:00Z, author: Claire, body: Something.}
        -- content/comments/hi/c1.yml --
        {id: one, date: 2010-01-13T10:00:00+02:00, updated: 2010-01-14, author: Bob, replyTo: c0, url: "https://bob.example/", avatar: media/a.svg,
         language: fr, aliases: ["/was/#1"], source: {system: blogger, id: "8", url: "https://old.example/8"}, x: {y: [z]}, format: html, body: <p>Words.</p>}
        -- content/authors/claire.yml --
        {name: Claire, aliases: [C., /people/claire], url: "https://claire.example/", avatar: media/a.svg, bio: Writes., listed: false, x: y}
        -- content/pages/about.md --
        ---
        {title: About us, publishDate: 2010-01-02, expires: 2010-12-01, slug: us, permalink: /about-us/, aliases: [/old/], summary: What., language: fr, updated: 2010-01-01, order: 1, x: y}
        ---
        Words.
        -- themes/people.md --
        People.
        -- themes/trust.md --
        ---
        {title: In trust, description: What holds., aliases: [faith, /topic/faith], parent: people, order: 1, image: media/a.svg, x: y}
        ---
        Words.
        """;

    private static readonly Archive None = SiteText.Read(Nothing).Value, Whole = SiteText.Read(All).Value;

    /// <summary>Of the kinds of things that an archive holds: one that says nothing, one that says all, and what an archive is with another in its place.</summary>
    private static readonly (object None, object All, Func<object, Archive> With)[] Things =
    [
        (None.Posts[0], Whole.Posts[1], thing => Whole with { Posts = [Whole.Posts[0], (Post)thing] }),
        (None.Comments[0][0], Whole.Comments[1][1], thing => Whole with { Comments = [[], [Whole.Comments[1][0], (Comment)thing]] }),
        (None.Authors.Single(a => a.Key == "claire"), Whole.Authors.Single(a => a.Key == "claire"), thing => Whole with { Authors = [(Author)thing] }),
        (None.Pages[0], Whole.Pages[0], thing => Whole with { Pages = [(StandingPage)thing] }),
        (None.Themes[0], Whole.Themes.Single(t => t.Key == "trust"), thing => Whole with { Themes = [(Theme)thing] }),
    ];

    private static IEnumerable<TestCaseData> Properties =>
        from thing in Things
        from property in thing.All.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where !NotSaid.Contains(property.Name) && (thing.All, property.Name) is not (Post, nameof(Entry.Format)) // all are Markdown
        select new TestCaseData(thing, property).SetArgDisplayNames($"{thing.All.GetType().Name}.{property.Name}");

    [TestCaseSource(nameof(Properties))]
    public void The_export_says_it((object None, object All, Func<object, Archive> With) thing, PropertyInfo property)
    {
        Assert.That(Lines(thing.With(Without(thing.None, thing.All, property))), Is.Not.EqualTo(Lines(thing.With(thing.All))));
    }

    [TestCaseSource(nameof(Properties))]
    public void A_comparison_tells_it((object None, object All, Func<object, Archive> With) thing, PropertyInfo property)
    {
        // What an entry answers is told as a branch that moved.
        if (thing.All is not Entry entry || property.Name == nameof(Entry.ReplyTo)) Assert.Pass();
        else Assert.That(EntryDifference.Of(entry, (Entry)Without(thing.None, entry, property), Pairs), Is.Not.Empty);
    }

    [Test]
    public void All_of_it_comes_back()
    {
        using var import = new Imports();
        import.Import(import.Source("archive.jsonl", Lines(Whole)));
        var read = SiteText.Read(SiteText.Files(Directory.EnumerateFiles(import.Root, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(import.Root, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal))).Value;
        Assert.That(Lines(read), Is.EqualTo(Lines(Whole)));
    }

    private static EntryPairs Pairs { get; } = PairsOf();

    private static EntryPairs PairsOf()
    {
        var edition = SiteText.Prepare(All).Edition;
        return new(edition, edition);
    }

    /// <summary>What says all but for one property.</summary>
    private static object Without(object none, object all, PropertyInfo property)
    {
        var copy = all.GetType().GetMethod("<Clone>$")!.Invoke(all, null)!;
        property.SetValue(copy, property.GetValue(none));
        return copy;
    }

    private static string Lines(Archive archive)
    {
        var output = new ArrayBufferWriter<byte>();
        ArchiveLines.Write(archive, _ => null, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
