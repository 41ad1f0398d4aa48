using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Tests.Support;

namespace Palabre.Tests.Reading;

public sealed class PostReaderTests
{
    [TestCase("title: Bonjour", "Title=Bonjour", TestName = "title")]
    [TestCase("date: 2010-01-15 01:02 +01:00", "Date=2010-01-15 01:02:00 +01:00", TestName = "date")]
    [TestCase("published: 2010-01-15", "Date=2010-01-15", TestName = "date, as published")]
    [TestCase("publishDate: 2010-01-15", "Date=2010-01-15", TestName = "date, as publishDate")]
    [TestCase("pubDate: Fri, 15 Jan 2010 01:02:00 +0100", "Date=2010-01-15 01:02:00 +01:00", TestName = "date, as pubDate")]
    [TestCase("updated: 2010-02-01", "Updated=2010-02-01", TestName = "updated")]
    [TestCase("lastmod: 2010-02-01", "Updated=2010-02-01", TestName = "updated, as lastmod")]
    [TestCase("last_modified_at: 2010-02-01", "Updated=2010-02-01", TestName = "updated, as last_modified_at")]
    [TestCase("modified: 2010-02-01", "Updated=2010-02-01", TestName = "updated, as modified")]
    [TestCase("author: Claire", "Authors=[Claire]", TestName = "author")]
    [TestCase("author: [Claire, Yves]", "Authors=[Claire, Yves]", TestName = "author, a list")]
    [TestCase("authors: [Claire, Yves]", "Authors=[Claire, Yves]", TestName = "author, as authors")]
    [TestCase("themes: [client, Processus]", "Themes=[client, Processus]", TestName = "themes")]
    [TestCase("themes: client", "Themes=[client]", TestName = "themes, a text")]
    [TestCase("theme: client", "Themes=[client]", TestName = "themes, as theme")]
    [TestCase("tags: [client]", "Themes=[client]", TestName = "themes, as tags")]
    [TestCase("categories: [client]", "Themes=[client]", TestName = "themes, as categories")]
    [TestCase("category: client", "Themes=[client]", TestName = "themes, as category")]
    [TestCase("labels: [client]", "Themes=[client]", TestName = "themes, as labels")]
    [TestCase("id: first", "Id=first", TestName = "id")]
    [TestCase("slug: Première Fois", "Id=premiere-fois Slug=premiere-fois Title=premiere-fois", TestName = "slug")]
    [TestCase("permalink: /2009/first.html", "Permalink=/2009/first.html", TestName = "permalink")]
    [TestCase("url: /2009/first.html", "Permalink=/2009/first.html", TestName = "permalink, as url")]
    [TestCase("aliases: [/old/, /older.html]", "Aliases=[/old/, /older.html]", TestName = "aliases")]
    [TestCase("redirect_from: /old/", "Aliases=[/old/]", TestName = "aliases, as redirect_from")]
    [TestCase("replyTo: other", "ReplyTo=other", TestName = "replyTo")]
    [TestCase("reply_to: other#c1", "ReplyTo=other#c1", TestName = "replyTo, as reply_to")]
    [TestCase("inReplyTo: other", "ReplyTo=other", TestName = "replyTo, as inReplyTo")]
    [TestCase("in_reply_to: other", "ReplyTo=other", TestName = "replyTo, as in_reply_to")]
    [TestCase("relayed: {by: Claire, from: un forum, url: https://example.org/1, date: 2010-01-15 11:26}",
        "Relayed=(Claire, un forum, https://example.org/1, 2010-01-15 11:26:00 +00:00)", TestName = "relayed")]
    [TestCase("parallel: [{title: In English, url: https://example.org/2, site: LinkedIn, language: en}]",
        "Parallel=[(In English, https://example.org/2, LinkedIn, en)]", TestName = "parallel")]
    [TestCase("parallel: {url: https://example.org/2, lang: en}",
        "Parallel=[(https://example.org/2, https://example.org/2, none, en)]", TestName = "parallel, of one, without a title")]
    [TestCase("summary: In short", "Summary=In short", TestName = "summary")]
    [TestCase("excerpt: In short", "Summary=In short", TestName = "summary, as excerpt")]
    [TestCase("description: In short", "Summary=In short", TestName = "summary, as description")]
    [TestCase("language: fr", "Language=fr", TestName = "language")]
    [TestCase("lang: fr_CA", "Language=fr-CA", TestName = "language, as lang")]
    [TestCase("comments: closed", "Comments=Closed", TestName = "comments")]
    [TestCase("comments: hidden", "Comments=Hidden", TestName = "comments, hidden")]
    [TestCase("comments: false", "Comments=Closed", TestName = "comments, as Jekyll's themes say it")]
    [TestCase("comments_locked: true", "Comments=Closed", TestName = "comments, as comments_locked")]
    [TestCase("source: {system: Blogger, id: 12, url: https://example.org/3}", "Origin=(Blogger, 12, https://example.org/3)", TestName = "source")]
    [TestCase("image: photo.jpg", "Image=photo.jpg", TestName = "image")]
    [TestCase("pinned: yes", "Pinned=True", TestName = "pinned")]
    [TestCase("extra: {mood: gai}", "Extra={mood=gai}", TestName = "extra")]
    [TestCase("params: {mood: [gai, vif]}", "Extra={mood=[gai, vif]}", TestName = "extra, as params")]
    [TestCase("mood: gai", "Extra={mood=gai}", TestName = "extra, of an unknown key")]
    [TestCase("layout: post", "", TestName = "Jekyll's layout is set aside")]
    [TestCase("status: removed\nreason: À sa demande\nremovedOn: 2010-03-01",
        "Body= HasText=False Removal=(À sa demande, 2010-03-01, 'Words.') Status=Removed", TestName = "status, with its reason")]
    [TestCase("status: redacted", "Body= HasText=False Removal=(none, none, 'Words.') Status=Redacted", TestName = "status, redacted")]
    public void Reads_each_field_under_each_of_its_names(string lines, string difference) =>
        Assert.That(Shown.Difference(Post("").Post, Post(lines).Post), Is.EqualTo(difference));

    [TestCase("author", "Authors", "[{0}]")]
    [TestCase("id", "Id", "{0}")]
    [TestCase("title", "Title", "{0}")]
    public void Names_that_YAML_takes_for_something_else_are_text(string key, string property, string expected)
    {
        foreach (var name in new[] { "null", "404", "1e5", "~", "yes", "no", "0x1F", "012", "1_000", "2010-01-12", ".inf", "true", "12:30" })
        {
            var post = Post($"{key}: {name}").Post;
            Assert.That(Shown.Value(typeof(Post).GetProperty(property)!.GetValue(post)), Is.EqualTo(expected.Replace("{0}", name)), name);
        }
    }

    [TestCase("title: [a, b]", "'title' takes text, not a list.")]
    [TestCase("id: {a: b}", "'id' takes text, not a map.")]
    [TestCase("tags: {a: b}", "'tags' takes a text or a list of texts, not a map.")]
    [TestCase("tags: [a, [b]]", "'tags' takes a text, not a list.")]
    [TestCase("pinned: perhaps", "'pinned' takes true or false, not 'perhaps'.")]
    [TestCase("relayed: Claire", "'relayed' takes a map of keys and values, not 'Claire'.")]
    [TestCase("parallel: [https://example.org]", "'parallel' takes a map of keys and values, not 'https://example.org'.")]
    public void A_value_of_another_kind_is_left_aside_and_told(string line, string message)
    {
        var read = Read("2010-01-12-hello", $"---\n{line}\n---\nWords.");
        Assert.That(read.Value.Posts, Has.Count.EqualTo(1));
        Assert.That(read.Diagnostics.Where(d => d.Code == "PAL1042").Select(d => d.Message), Is.EqualTo([message]));
    }

    [TestCase("2010-01-12-hello", "2010-01-12", "hello", TestName = "A date and a slug")]
    [TestCase("2010/2010-01-12-hello", "2010-01-12", "hello", TestName = "In a folder")]
    [TestCase("2010-01-12-hello/index", "2010-01-12", "hello", TestName = "A folder of its own")]
    [TestCase("2010-01-12", "2010-01-12", "2010-01-12", TestName = "A date alone")]
    [TestCase("2010-01-12_Été à Paris", "2010-01-12", "ete-a-paris", TestName = "Other letters and delimiters")]
    [TestCase("2010-01-12-привет", "2010-01-12", "привет", TestName = "Letters of other scripts stay")]
    [TestCase("2010-01-12-!!!", "2010-01-12", "2010-01-12", TestName = "A name without letters is its date")]
    public void The_name_of_the_file_says_date_and_slug(string file, string date, string slug)
    {
        var post = Read(file, "Words.").Value.Posts.Single();
        Assert.That((Shown.Date(post.Date), post.Slug, post.Id), Is.EqualTo((date, slug, slug)));
    }

    [TestCase("hello", TestName = "No date at all")]
    [TestCase("2010-02-30-hello", TestName = "A day that does not exist")]
    [TestCase("10-01-12-hello", TestName = "A year of two digits")]
    public void A_post_without_a_date_is_an_error(string file)
    {
        var read = Read(file, "Words.");
        Assert.That(read.Value.Posts, Is.Empty);
        Assert.That(read.Codes(), Does.Contain("PAL1049"));
    }

    [TestCase("summary: three points\n\n- one\n- two\n\n---\n\nWords.")]
    [TestCase("Date : le 5 mai\n---\nWords.")]
    [TestCase("title: x\n-----\nWords.")]
    [TestCase("draft: of a letter\nWords.")]
    [TestCase("Re: hello\n---\nWords.")]
    [TestCase("\n---\n\nWords.\n\n---\n")]
    [TestCase("See https://example.org/title: it is\n---\n")]
    public void What_begins_much_like_keys_is_a_text(string text) =>
        Assert.That(SiteText.Told($"-- content/posts/2010-01-12-a.md --\n{text}"), Does.Not.Contain("PAL1073"));

    [Test]
    public void The_date_of_the_front_matter_goes_before_that_of_the_name() =>
        Assert.That(Shown.Date(Post("date: 2010-01-13 08:00").Post.Date), Is.EqualTo("2010-01-13 08:00:00 +00:00"));

    [TestCase("published: false", WithheldReason.Draft)]
    [TestCase("published: no", WithheldReason.Draft)]
    [TestCase("draft: true", WithheldReason.Draft)]
    [TestCase("published: 2030-01-01", WithheldReason.Future)]
    [TestCase("date: 2010-06-01 12:00:01", WithheldReason.Future)]
    [TestCase("expires: 2010-06-01", WithheldReason.Expired)]
    [TestCase("expiryDate: 2010-06-01", WithheldReason.Expired)]
    [TestCase("unpublishdate: 2010-06-01", WithheldReason.Expired)]
    [TestCase("date: 2010-01-01\npublishDate: 2030-01-01", WithheldReason.Future)]
    [TestCase("date: 2010-01-01\npublished: 2030-01-01", WithheldReason.Future)]
    [TestCase("status: pending", WithheldReason.Pending)]
    [TestCase("status: spam", WithheldReason.Spam)]
    public void What_is_not_to_be_seen_is_withheld_and_told(string line, WithheldReason reason)
    {
        var read = Read("2010-01-12-hello", $"---\ntitle: Hello\n{line}\n---\nWords.");
        Assert.That(read.Value.Posts, Is.Empty);
        Assert.That(read.Value.Withheld.Single().Reason, Is.EqualTo(reason));
        Assert.That(read.Codes(), Is.EqualTo(["PAL1054"]));
    }

    [TestCase("published: true")]
    [TestCase("draft: false")]
    [TestCase("date: 2010-06-01 12:00")]
    [TestCase("expires: 2010-06-02")]
    public void What_is_to_be_seen_is_published(string line) => Assert.That(Post(line).Read.Value.Posts, Has.Count.EqualTo(1));

    [TestCase("draft: true")]
    [TestCase("date: 2030-01-01")]
    public void Drafts_and_the_future_are_read_on_demand(string line) => Assert.That(
        SiteText.Read(Site("2010-01-12-hello", $"---\n{line}\n---\nWords."), SiteText.Options with { Drafts = true, Future = true }).Value.Posts,
        Has.Count.EqualTo(1));

    [TestCase("# Bonjour à *tous* #\n\nWords.", "Bonjour à tous", TestName = "A heading serves as title")]
    [TestCase("Words.\n\n## Later", "Later", TestName = "The first heading, of any level")]
    [TestCase("```\n# not this\n```\n# This", "This", TestName = "Not a line of code")]
    [TestCase("Words.", "hello", TestName = "Without heading the slug")]
    public void A_post_without_title_takes_one(string body, string title) =>
        Assert.That(Read("2010-01-12-hello", body).Value.Posts.Single().Title, Is.EqualTo(title));

    [TestCase("Words.", "Words.", 1, TestName = "No front matter")]
    [TestCase("---\nid: a\n---\n\n\nWords.\n\n", "Words.", 6, TestName = "Blank lines around the body")]
    [TestCase("---\nid: a\n...\nWords.", "Words.", 4, TestName = "Three dots close it as well")]
    [TestCase("---\n---\nWords.", "Words.", 3, TestName = "Empty front matter")]
    [TestCase("---\nid: a\n---\nWords.\n\n---\n\nMore.", "Words.\n\n---\n\nMore.", 4, TestName = "A rule in the body is a rule")]
    [TestCase("---\r\nid: a\r\n---\r\nWords.\r\nMore.\r\n", "Words.\nMore.", 4, TestName = "CR LF")]
    [TestCase("\uFEFF---\nid: a\n---\nWords.", "Words.", 4, TestName = "A BOM")]
    [TestCase("---\nid: a\n---", "", 4, TestName = "No body")]
    public void The_body_begins_after_the_front_matter(string text, string body, int line)
    {
        var post = Read("2010-01-12-hello", text).Value.Posts.Single();
        Assert.That((post.Body.ToString(), post.BodySource.Line), Is.EqualTo((body, line)));
    }

    [Test]
    public void The_site_s_author_signs_what_nobody_signed() => Assert.That(SiteText.Read("""
        -- content/site.yml --
        author: La rédaction
        -- content/posts/2010-01-12-hello.md --
        Words.
        """).Value.Posts.Single().Authors, Is.EqualTo(["La rédaction"]));

    [Test]
    public void Lists_under_several_names_of_a_field_are_one_list() =>
        Assert.That(Post("tags: [b]\nthemes: [a, b]\ncategory: c\nlabels:").Post.Themes.Select(theme => theme.Text), Is.EqualTo(["a", "b", "c"]));

    [Test]
    public void Somebody_named_twice_wrote_it_once() =>
        Assert.That(Post("author: jane-doe\nauthors: [Jane Doe, Ann]").Post.Authors, Is.EqualTo(["jane-doe", "Ann"]));

    [Test]
    public void What_is_empty_under_one_name_counts_under_another()
    {
        var (post, read) = Post("title: T\nsummary: \"\"\nexcerpt: A\ndescription: ''");
        Assert.That((post.Summary?.Text, string.Join(' ', read.Codes())), Is.EqualTo(("A", "")));
    }

    [TestCase("Drafts: true", "warning PAL1040", "Did you mean 'draft'?", TestName = "A misspelt key that withholds")]
    [TestCase("publishers: A", "note PAL1040", "Did you mean 'published'?", TestName = "Somebody's own key that is near one")]
    [TestCase("themes: [a]\ntags: {x: 1}", "warning PAL1042", "'tags'", TestName = "A shape that is told under its own name")]
    public void Is_told(string line, string first, string second) =>
        Assert.That(Post("title: T\n" + line).Read.Told(), Does.Contain(first).And.Contain(second));

    [TestCase("Draft: true")]
    [TestCase("STATUS: pending")]
    [TestCase("Publish-Date: 2999-01-01")]
    [TestCase("Published: false")]
    [TestCase("removed_on: 2010-01-01")]
    [TestCase("Expires: 2010-02-01")]
    public void A_key_that_withholds_does_so_however_its_letters_are_written(string line)
    {
        var read = Read("2010-01-12-hello", $"---\ntitle: T\n{line}\n---\nWords.");
        Assert.That(read.Value.Posts, Is.Empty);
        Assert.That(read.Told(), Does.Contain("warning PAL1040").And.Contain("it is read as"));
    }

    [TestCase("draft: false\nDraft: true")]
    [TestCase("Draft: false\ndraft: true")]
    [TestCase("published: true\nPUBLISHED: false")]
    public void Of_two_spellings_of_a_key_that_withholds_none_is_guessed(string lines) =>
        Assert.That(Read("2010-01-12-hello", $"---\ntitle: T\n{lines}\n---\nWords.").Told(), Does.Contain("error PAL1067"));

    [TestCase("Status: done")]
    [TestCase("Expires: never")]
    [TestCase("DRAFT: second")]
    public void A_value_that_the_key_does_not_take_is_somebody_s_own(string line) =>
        Assert.That(Post("title: T\n" + line).Read.Told(), Does.Contain("warning PAL1040").And.Contain("it is kept for templates under extra").And.Not.Contain("error"));

    [Test]
    public void Of_a_text_under_two_names_the_first_name_counts_and_the_other_is_told()
    {
        var (post, read) = Post("title: T\nexcerpt: B\nsummary: A\nlang: fr\nlanguage: fr");
        Assert.That(post.Summary?.Text, Is.EqualTo("A"));
        Assert.That(read.Diagnostics.Select(d => $"{d.Source.Line}:{d.Source.Column} {d.Severity} {d.Code}"), Is.EqualTo(["3:1 Note PAL1067"]));
    }

    private static (Post Post, Checked<Archive> Read) Post(string lines)
    {
        var read = Read("2010-01-12-hello", $"---\n{lines}\n---\nWords.");
        return (read.Value.Posts.Single(), read);
    }

    private static Checked<Archive> Read(string file, string text) => SiteText.Read(Site(file, text));

    private static SiteFiles Site(string file, string text) => SiteText.Files($"-- content/posts/{file}.md --\n{text}");
}
