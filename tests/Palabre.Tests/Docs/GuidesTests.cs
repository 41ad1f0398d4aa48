namespace Palabre.Tests.Docs;

/// <summary>The guides and the README do what they say, from an empty folder to the end.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class GuidesTests
{
    private static readonly string[] Followed =
        ["generator/guides/blogger.md", "generator/guides/comments.md", "generator/guides/erasure.md", "generator/guides/look.md", "generator/guides/move.md"];

    private static IEnumerable<string> Commands => Followed.Append("README.md").SelectMany(path => Document.Read(path).Fences)
        .Where(f => f.Language == "console").SelectMany(GuideReader.Commands);

    [Test]
    public void Every_guide_is_followed_here() => Assert.That(Repository.Guides, Is.EquivalentTo(Followed));

    [Test]
    public void What_is_not_run_stands_in_a_guide() => Assert.That(
        GuideReader.NotRun.Keys.Where(start => !Commands.Any(command => command.StartsWith(start, StringComparison.Ordinal))), Is.Empty);

    [Test]
    public void The_readme_makes_a_site_and_opens_another()
    {
        using var reader = new GuideReader("README.md").Given("content", "content").Given("themes", "themes").Given("""
            -- ../my-old-site/_config.yml --
            title: Old
            -- ../my-old-site/_posts/2010-01-12-hello.markdown --
            ---
            layout: post
            title: Hello
            categories: trust
            ---
            Text.
            -- ../my-old-site/_data/comments/hello/entry1263317400.yml --
            _id: 1e552947
            name: Jane
            email: 0bc83cb571cd1c50ba6f3e8a78ef1346
            message: Well said.
            date: 1263317400
            -- ../my-old-site/_data/comments/hello/entry1263318400.yml --
            _id: 03752642
            name: John
            replying_to_uid: 1e552947
            message: I agree.
            date: '2010-01-12T17:46:40.000Z'
            """).GivenRemote("jane/my-site.git");
        reader.Follow();
        reader.Do("palabre build");
        Assert.That(reader.Read("output/2010/01/what-is-trust/index.html"), Does.Contain("id=\"c-c02\"").And.Contain("On what?"));
        Assert.That(reader.Read("../my-old-site/output/2010/01/hello/index.html"), Does.Contain("id=\"c-03752642\"").And.Not.Contain("0bc83cb5"));
    }

    [Test]
    public void From_Blogger_in_one_evening()
    {
        using var reader = new GuideReader("generator/guides/blogger.md")
            .Given("blog-01-20-2010.xml", "tests/Palabre.Tests/Import/Sources/blogger.xml").GivenRemote("helene/client.git");
        reader.Follow();
        reader.Do("palabre build");
        Assert.That(reader.Read("output/2010/01/le-client-au-coeur.html"), Does.Contain("/client/2010/01/le-client-au-coeur/"));
        Assert.That(reader.Read("output/2010/01/le-client-au-coeur/index.html"), Does.Contain("Bonjour").And.Contain("Bastien"));
        Assert.That(reader.Do("git ls-tree -r --name-only origin/main"), Does.Contain("content/addresses.txt").And.Contain(".github/workflows/publish.yml"));
    }

    [Test]
    public void Moderate_comments_by_pull_request()
    {
        using var reader = new GuideReader("generator/guides/comments.md").GivenRemote("jane/our-discussions.git");
        reader.Follow();
        Assert.That(reader.Do("git log --format=%s origin/main"), Is.EqualTo("Let readers answer\nA new site\n"));
        Assert.That(reader.Do("git log --format=%s -1 origin/comment-of-john"), Is.EqualTo("A comment of John Smith\n"));
        reader.Do("palabre build");
        Assert.That(reader.Read("output/index.html"), Does.Not.Contain("Is anybody here?"));
        Assert.That(Directory.EnumerateFiles(Path.Combine(reader.Folder, "output"), "*.html", SearchOption.AllDirectories).Select(File.ReadAllText),
            Has.Some.Contains("https://github.com/jane/our-discussions/new/main?filename="));
    }

    [Test]
    public void Change_the_look()
    {
        using var reader = new GuideReader("generator/guides/look.md");
        reader.Follow();
        Assert.That(reader.Read("output/index.html"), Does.Contain("All the years").And.Contain("Our discussions, kept by its readers."));
        Assert.That(reader.Read("output/assets/style.css"), Does.Contain("--light-paper: #ffffff;").And.Contain("--dark-leaf: #9cc3f0;")
            .And.Not.Contain("--light-leaf: #2b5d43"));
        Assert.That(reader.Read("output/assets/icon.svg"), Does.Contain("#1a4f8b"));
    }

    [Test]
    public void Move_without_breaking_an_address()
    {
        using var reader = new GuideReader("generator/guides/move.md");
        reader.Follow();
        Assert.That(reader.Read("output/2010/01/wellcome/index.html"), Does.Contain("/2010/01/welcome/").And.Contain("/2010/01/prices/#c-c01"));
        Assert.That(reader.Read("output/atom.xml"), Does.Contain("tag:old.example,2010:").And.Contain("https://new.example/"));
        Assert.That(reader.Read("content/addresses.txt"), Does.Contain("/2010/01/wellcome/#c-c01").And.Not.Contain("/contact/"));
        Assert.That(reader.Has("output/_headers"));
    }

    [Test]
    public void Honour_an_erasure_request()
    {
        using var reader = new GuideReader("generator/guides/erasure.md").Given("""
            -- content/site.yml --
            title: Test
            baseUrl: https://example.org
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            author: A
            ---
            Words.
            -- content/comments/hello/c17.yml --
            author: Jane Doe
            date: 2010-01-16T20:46:00+01:00
            body: |
              What was said stands in these very words.
            -- content/comments/hello/c18.yml --
            author: Bob
            date: 2010-01-17
            replyTo: c17
            body: |
              > what was said stands in these very words

              I disagree.
            -- content/media/jane-doe.png --
            x
            """).GivenRemote("site.git");
        foreach (var command in (string[])["git init", "git add -A", "git commit -m Words", "git push https://example.org/site.git main"]) reader.Do(command);
        reader.Follow();
        var pages = Directory.EnumerateFiles(Path.Combine(reader.Folder, "..", "output"), "*.html", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        Assert.That(pages, Is.Not.Empty.And.All.Not.Contains("Jane").And.All.Not.Contains("stands in these very words"));
        Assert.That(pages, Has.Some.Contains("At the request of its author."));
    }
}
