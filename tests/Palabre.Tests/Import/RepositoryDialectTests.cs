namespace Palabre.Tests.Import;

/// <summary>Sites of Jekyll and Hugo as people have them.</summary>
public sealed class RepositoryDialectTests
{
    [Test]
    public void Hugo_writes_TOML_and_its_keys_count()
    {
        using var import = new Imports();
        import.Source("old/hugo.toml", "baseURL = \"https://example.org/\"\nlanguageCode = 'en'\ntitle = \"Old \\\"garden\\\"\" # since 2016\n\n[params]\ntitle = \"not this one\"\n");
        import.Source("old/content/posts/roses.md", """
            +++
            title = "Of roses # and \"thorns\"" # the "first" one
            date = 2016-06-01T10:00:00+02:00
            slug = 'of-roses'
            tags = ["pruning", 'soil, deep'] # two of them
            categories = [
              "Garden", # kept
              "Work",
            ]
            aliases = ["/old-roses/"]
            draft = false
            summary = "Caf\u00e9 first"

            [params]
            mood = "calm"
            [[resources]]
            src = "a.png"
            [[resources]]
            src = 'b.png'
            size = { wide = 3, "high, too" = 4 }
            +++
            They are tall.
            """);
        import.Source("old/content/posts/secret.md", "+++\r\ntitle = 'Secret'\r\ndate = 2016-06-02\r\ndraft = true\r\n+++\r\nNot yet.\r\n");
        import.Source("old/content/posts/long.md", "+++\ntitle = \"\"\"\nA title\"\"\"\ndate = 2016-06-03 08:30:00\n+++\nLong.\n\n+++\n\nMore.\n");
        import.Import(import.Full("old"));
        Assert.That(import.Site, Does.Contain("title: Old \"garden\"").And.Contain("title: \"Of roses # and \\\"thorns\\\"\""));
        Assert.That(import.Site, Does.Contain("2016-06-01T10:00:00+02:00").And.Contain("/old-roses/").And.Contain("pruning").And.Contain("soil, deep").And.Contain("Garden").And.Contain("Work")
            .And.Contain("Café first").And.Contain("calm").And.Contain("resources.src: a.png").And.Contain("resources.src-2: b.png").And.Contain("wide = 3").And.Contain("title: A title").And.Contain("Long.\n\n+++\n\nMore.").And.Not.Contain("kept").And.Not.Contain("not this one"));
        Assert.That(Directory.EnumerateFiles(import.Root, "*secret*", SearchOption.AllDirectories).Select(File.ReadAllText), Has.One.Contains("draft: true"));
        Assert.That(import.Report, Does.Contain("| posts | 3 | 3 | 0 |"));
    }

    [Test]
    public void Hugo_reads_JSON_too_and_takes_aliases_from_where_the_page_stands()
    {
        using var import = new Imports();
        import.Source("old/hugo.json", "{\n\t\"baseURL\": \"https://example.org/\",\n\t\"title\": \"Old \\\"garden\\\"\"\n}\n");
        import.Source("old/content/posts/roses.md", """
            {
            	"title": "Caf\u00e9: {of} roses",
            	"date": "2016-06-01T10:00:00+02:00",
            	"tags": ["pruning", "soil, deep"],
            	"aliases": ["old-roses", "/older/", "oldest.html", "../root", "./here", "cut#thorns"],
            	"params": {"mood": "calm"}
            }

            They are tall.
            """);
        import.Source("old/content/posts/2016-07-01-drawing.md", "{{< figure src=\"a.png\" >}}\n");
        import.Import(import.Full("old"));
        Assert.That(import.Site, Does.Contain("title: Old \"garden\"").And.Contain("title: \"Café: {of} roses\"").And.Contain("They are tall.").And.Contain("soil, deep").And.Contain("mood"));
        Assert.That(import.Site, Does.Contain("/posts/old-roses/").And.Contain("/older/").And.Contain("/posts/oldest.html").And.Contain("/root/").And.Contain("/posts/here/").And.Contain("/posts/cut/#thorns").And.Not.Contain("/../").And.Not.Contain("/./"));
        Assert.That(import.Site, Does.Contain("{{< figure src=\"a.png\" >}}"), "which is no JSON");
        Assert.That(import.Report, Does.Contain("| posts | 2 | 2 | 0 |"));
    }

    [Test]
    public void JSON_with_half_a_character_is_read_and_with_a_mistake_told()
    {
        using var import = new Imports();
        import.Source("old/hugo.toml", "title = 'Old'\n");
        import.Source("old/content/posts/half.md", "{\"title\":\"Lone \\ud800 half\",\"date\":\"2016-06-01\"}\n\nText.\n");
        import.Source("old/content/posts/bad.md", "{\"title\":\"Bad\" \"date\":\"2016-06-01\"}\n\nText.\n");
        var ran = import.Run(import.Full("old"));
        Assert.That(ran.Output, Does.Contain("content/posts/bad.md:2:").And.Contain("the file cannot be read"));
        Assert.That(import.Site, Does.Contain("title: Lone \ufffd half").And.Not.Contain("Bad"));
    }

    [TestCase("date", "/docs/guide.html", "/legal.html", "/notes.html")]
    [TestCase("pretty", "/docs/guide/", null, null)]
    public void Pages_of_Jekyll_stand_where_they_like(string permalink, string guide, string? legal, string? notes)
    {
        using var import = new Imports();
        import.Source("old/_config.yml", $"title: Old\npermalink: {permalink}\n");
        import.Source("old/_posts/2016-06-01-hello.md", "---\ntitle: Hello\n---\nText.\n");
        import.Source("old/about/index.md", "---\ntitle: About us\n---\nHello *all*.\n");
        import.Source("old/docs/guide.md", "---\ntitle: Guide\n---\nText.\n");
        import.Source("old/notes.md", "---\ntitle: Notes\n---\nText.\n");
        import.Source("old/legal.html", "---\ntitle: Legal\n---\n<h2>Law</h2><p>Of <b>all</b></p>\n");
        import.Source("old/tags/index.html", "---\ntitle: Tags\n---\n{% for t in site.tags %}x{% endfor %}\n");
        import.Source("old/assets/widget.html", "<p>No page</p>\n");
        import.Source("old/_layouts/page.html", "---\nlayout: x\n---\n<p>No page</p>\n");
        import.Import(import.Full("old"));
        Assert.That(import.Report, Does.Contain("| pages | 5 | 4 | 1 |").And.Contain("- `tags/index.html`"));
        Assert.That(Page("about"), Is.EqualTo("---\ntitle: About us\n---\n\nHello *all*.\n"));
        Assert.That(Page("docs-guide"), Does.Contain($"aliases: {guide}\n"));
        Assert.That(Page("notes"), notes is null ? Does.Not.Contain("aliases") : Does.Contain($"aliases: {notes}\n"));
        Assert.That(Page("legal"), Does.Contain("## Law\n\nOf **all**").And.Matches(legal is null ? "^((?!aliases)[^¤])*$" : $"aliases: {legal}"));

        string Page(string name) => File.ReadAllText(Directory.EnumerateFiles(import.Root, $"{name}.md", SearchOption.AllDirectories).Single(file => file.Contains("content" + Path.DirectorySeparatorChar + "pages", StringComparison.Ordinal)));
    }

    [Test]
    public void Staticman_names_what_a_comment_answers_by_id_by_uid_or_by_number()
    {
        using var import = new Imports();
        import.Source("old/_config.yml", "title: Old\n");
        import.Source("old/_posts/2016-06-01-hello.md", "---\ntitle: Hello\n---\nText.\n");
        Comment("comment-1", "_id: aaa-1\nname: A\nmessage: First.\ndate: '2016-06-06T10:00:00.000Z'\n");
        Comment("comment-2", "_id: bbb-2\n_parent: hello\nname: B\nreplying_to_uid: aaa-1\nmessage: By uid.\ndate: '2016-06-06T11:00:00.000Z'\n");
        Comment("comment-3", "_id: ccc-3\nname: C\nreplying_to: aaa-1\nmessage: By id.\ndate: '2016-06-06T12:00:00.000Z'\n");
        Comment("comment-4", "_id: ddd-4\nname: D\nreplying_to: '2'\nreplying_to_uid: bbb-2\nmessage: By both.\ndate: '2016-06-06T13:00:00.000Z'\n");
        Comment("comment-5", "_id: eee-5\nname: E\nreplying_to: ''\nreplying_to_uid: ''\nmessage: To nobody.\ndate: '2016-06-06T14:00:00.000Z'\n");
        import.Import(import.Full("old"));
        var files = Directory.EnumerateFiles(import.Root, "*.yml", SearchOption.AllDirectories).Where(f => f.Contains("/comments/")).ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);
        Assert.That(files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value.Split('\n').FirstOrDefault(l => l.StartsWith("replyTo:", StringComparison.Ordinal)))), Is.EqualTo(new (string, string?)[]
        {
            ("aaa-1", null), ("bbb-2", "replyTo: aaa-1"), ("ccc-3", "replyTo: aaa-1"), ("ddd-4", "replyTo: bbb-2"), ("eee-5", null),
        }));
        Assert.That(import.Report, Does.Contain("| comments | 5 | 5 | 0 |"));

        void Comment(string name, string text) => import.Source($"old/_data/comments/hello/{name}.yml", text);
    }

    [Test]
    public void Jekyll_parts_names_at_spaces_and_takes_folders_for_categories()
    {
        using var import = new Imports();
        import.Source("old/_config.yml", "title: Old\n");
        import.Source("old/_posts/2016-06-01-hello.md", "---\ntitle: Hello\ntags: roses garden\ncategories: [fine art, paint]\n---\nText.\n");
        import.Source("old/blog/_posts/2016-06-02-below.md", "---\ntitle: Below\ncategories: foo bar\n---\nText.\n");
        import.Import(import.Full("old"));
        Assert.That(import.Site, Does.Contain("themes:\n  - fine art\n  - paint\n  - roses\n  - garden\n").And.Contain("themes:\n  - foo\n  - bar\n")
            .And.Contain("aliases: /blog/foo/bar/2016/06/02/below.html\n"));
    }

    [Test]
    public void What_is_not_read_of_a_repository_is_told_for_what_it_is()
    {
        using var import = new Imports();
        import.Source("old/_config.yml", "title: Old\n");
        import.Source("old/_posts/2016-06-01-hello.md", "---\ntitle: Hello\n---\nText.\n");
        import.Source("old/_posts/2016-06-02-woven.textile", "---\ntitle: Woven\n---\nh1. Text\n");
        import.Source("old/_drafts/later.md", "---\ntitle: Later\n---\nText.\n");
        import.Source("old/_data/comments/hello/a.json", """{"_id":"a","name":"Bo","date":"2016-06-06T10:00:00Z","message":"Said in JSON.","user_ip":"192.0.2.7"}""");
        import.Source("old/_data/comments/hello/b.csv", "Bo,Said in a table");
        import.Import(import.Full("old"));
        Assert.That(import.Site, Does.Contain("Said in JSON.").And.Not.Contain("192.0.2.7"));
        Assert.That(import.Report, Does.Contain("| posts | 3 | 1 | 2 |").And.Contain("| comments | 2 | 1 | 1 |")
            .And.Contain("`_posts/2016-06-02-woven.textile`").And.Contain("`_drafts/later.md`").And.Contain("`_data/comments/hello/b.csv`"));
    }

    [Test]
    public void A_billion_laughs_in_front_matter_are_told_and_the_rest_is_imported()
    {
        using var import = new Imports();
        var laughs = "a: &a [lol, lol]\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"{(char)('a' + (i % 26))}{i}: &n{i} [*{(i == 1 ? "a" : $"n{i - 1}")}, *{(i == 1 ? "a" : $"n{i - 1}")}]\n"));
        import.Source("old/_config.yml", "title: Old\n");
        import.Source("old/_posts/2016-06-01-bomb.md", $"---\ntitle: Bomb\n{laughs}---\nText.\n");
        import.Source("old/_posts/2016-06-02-hello.md", "---\ntitle: Hello\n---\nText.\n");
        var ran = import.Run(import.Full("old"));
        Assert.That(ran.Output, Does.Contain("2016-06-01-bomb.md").And.Not.Contain("   at "));
        Assert.That(import.Site, Does.Contain("title: Hello"));
    }
}
