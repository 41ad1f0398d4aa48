using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Tests.Support;

namespace Palabre.Tests.Reading;

public sealed partial class CommentReaderTests
{
    [TestCase("author: Yves", "Authors=[Yves]", TestName = "author")]
    [TestCase("name: Yves", "Authors=[Yves]", TestName = "author, as name")]
    [TestCase("nick: Yves", "Authors=[Yves]", TestName = "author, as nick")]
    [TestCase("date: 2010-01-15 01:02 +01:00", "Date=2010-01-15 01:02:00 +01:00", TestName = "date")]
    [TestCase("created: 2010-01-15T01:02:00Z", "Date=2010-01-15 01:02:00 +00:00", TestName = "date, as created")]
    [TestCase("timestamp: 1263517320", "Date=2010-01-15 01:02:00 +00:00", TestName = "date, as timestamp, in seconds")]
    [TestCase("timestamp: 1263517320999", "Date=2010-01-15 01:02:00 +00:00", TestName = "date, as timestamp, in milliseconds")]
    [TestCase("date_utc: 2010-01-15 01:02:00Z", "Date=2010-01-15 01:02:00 +00:00", TestName = "date, as date_utc")]
    [TestCase("body: Non.", "Body=Non.", TestName = "body")]
    [TestCase("message: Non.", "Body=Non.", TestName = "body, as message")]
    [TestCase("comment: Non.", "Body=Non.", TestName = "body, as comment")]
    [TestCase("text: Non.", "Body=Non.", TestName = "body, as text")]
    [TestCase("content: Non.", "Body=Non.", TestName = "body, as content")]
    [TestCase("format: html", "Format=Html", TestName = "format, html")]
    [TestCase("format: Text", "Format=Text", TestName = "format, text")]
    [TestCase("format: markdown", "", TestName = "format, markdown")]
    [TestCase("format: auto", "", TestName = "format, auto")]
    [TestCase("id: 1e552947", "Id=1e552947", TestName = "id")]
    [TestCase("_id: 03752642", "Id=03752642", TestName = "id, as _id")]
    [TestCase("replyTo: x", "ReplyTo=x", TestName = "replyTo")]
    [TestCase("replyToId: x", "ReplyTo=x", TestName = "replyTo, as replyToId")]
    [TestCase("replying_to_uid: x", "ReplyTo=x", TestName = "replyTo, as replying_to_uid")]
    [TestCase("replying_to: 1", "ReplyTo=1 (or its number)", TestName = "replyTo, as replying_to")]
    [TestCase("reply_to: x", "ReplyTo=x", TestName = "replyTo, as reply_to")]
    [TestCase("parent_id: x", "ReplyTo=x", TestName = "replyTo, as parent_id")]
    [TestCase("parent: x", "ReplyTo=x", TestName = "replyTo, as parent")]
    [TestCase("replying_to: ''\nreplying_to_uid: x", "ReplyTo=x", TestName = "replyTo, beside an empty one of lower rank")]
    [TestCase("url: https://example.org/", "Url=https://example.org/", TestName = "url")]
    [TestCase("website: www.example.org", "Url=https://www.example.org", TestName = "url, as website")]
    [TestCase("link: http://example.org", "Url=http://example.org", TestName = "url, as link")]
    [TestCase("url: javascript:alert(1)", "", TestName = "url, of another scheme")]
    [TestCase("language: en", "Language=en", TestName = "language")]
    [TestCase("lang: en", "Language=en", TestName = "language, as lang")]
    [TestCase("updated: 2010-02-01", "Updated=2010-02-01", TestName = "updated")]
    [TestCase("avatar: media/yves.jpg", "Avatar=content/media/yves.jpg", TestName = "avatar")]
    [TestCase("avatar: https://example.org/yves.jpg", "", TestName = "avatar, from elsewhere")]
    [TestCase("avatar: ../../secret.jpg", "", TestName = "avatar, outside of the media")]
    [TestCase("email: yves@example.org", "", TestName = "email is dropped")]
    [TestCase("email_hash: 0bc83cb571cd1c50ba6f3e8a78ef1346", "", TestName = "email, as a hash, is dropped too")]
    [TestCase("ip: 192.0.2.1", "", TestName = "ip is dropped")]
    [TestCase("status: removed\nreason: À sa demande\nremovedOn: 2010-03-01",
        "Body= HasText=False Removal=(À sa demande, 2010-03-01, 'Oui.') Status=Removed", TestName = "status, removed")]
    [TestCase("status: published", "", TestName = "status, published")]
    [TestCase("approved: true", "", TestName = "approved")]
    [TestCase("spam: false\ndraft: false\npublished: true", "", TestName = "spam, draft and published")]
    [TestCase("hidden: ''", "", TestName = "hidden, empty")]
    [TestCase("hidden: false", "", TestName = "hidden, false")]
    [TestCase("source: {system: Disqus, id: 12, url: https://example.org/3}", "Origin=(Disqus, 12, https://example.org/3)", TestName = "source")]
    [TestCase("extra: {mood: gai}", "Extra={mood=gai}", TestName = "extra")]
    [TestCase("params: {mood: gai}", "Extra={mood=gai}", TestName = "extra, as params")]
    public void Reads_each_field_under_each_of_its_names(string lines, string difference)
    {
        var comment = Comments("content/comments/hello/c1.yml", Defaults(lines) + lines).Value.Comments[0].Single();
        var plain = Comments("content/comments/hello/c1.yml", Defaults("")).Value.Comments[0].Single();
        Assert.That(Shown.Difference(plain, comment), Is.EqualTo(difference));
    }

    [TestCase("author", "Authors", "[{0}]")]
    [TestCase("id", "Id", "{0}")]
    [TestCase("_id", "Id", "{0}")]
    [TestCase("body", "Body", "{0}")]
    public void Names_that_YAML_takes_for_something_else_are_text(string key, string property, string expected)
    {
        foreach (var name in new[] { "null", "404", "1e5", "~", "yes", "no", "0x1F", "012", "2010-01-12", ".nan", "false" })
        {
            var comment = Comments("content/comments/hello/c1.yml", Defaults($"{key}:") + $"{key}: {name}").Value.Comments[0].Single();
            Assert.That(Shown.Value(typeof(Comment).GetProperty(property)!.GetValue(comment)), Is.EqualTo(expected.Replace("{0}", name)), name);
        }
    }

    [TestCase("author: [Yves]", "'author' takes text, not a list.")]
    [TestCase("id: [a]", "'id' takes text, not a list.")]
    [TestCase("replyTo: [a]", "'replyTo' takes text, not a list.")]
    [TestCase("url: {a: b}", "'url' takes text, not a map.")]
    public void A_value_of_another_kind_is_left_aside_and_told(string line, string message)
    {
        var read = Comments("content/comments/hello/c1.yml", Defaults(line) + line);
        Assert.That(read.Value.Comments[0], Has.Count.EqualTo(1));
        Assert.That(read.Diagnostics.Where(d => d.Code == "PAL1042").Select(d => d.Message), Is.EqualTo([message]));
    }

    [TestCase("status: pending", WithheldReason.Pending)]
    [TestCase("approved: false", WithheldReason.Pending)]
    [TestCase("published: false", WithheldReason.Pending)]
    [TestCase("draft: true", WithheldReason.Pending)]
    [TestCase("spam: true", WithheldReason.Spam)]
    [TestCase("spam: maybe", WithheldReason.Pending)]
    [TestCase("status: spam", WithheldReason.Spam)]
    [TestCase("hidden: http://spam.example", WithheldReason.Spam)]
    [TestCase("hp: x", WithheldReason.Spam)]
    [TestCase("honeypot: x", WithheldReason.Spam)]
    [TestCase("hidden: ''\nhoneypot: x", WithheldReason.Spam)]
    [TestCase("updated: 2010-02-01\ndate: 2010-06-01 12:01", WithheldReason.Future)]
    public void What_is_not_to_be_seen_is_withheld_and_told(string line, WithheldReason reason)
    {
        var read = Comments("content/comments/hello/c1.yml", Defaults(line) + line);
        Assert.That(read.Value.Comments[0], Is.Empty);
        Assert.That(read.Value.Withheld.Single() is { Entry: Comment { PostId: "hello" }, Reason: var why } ? why : (WithheldReason?)null, Is.EqualTo(reason));
        Assert.That(read.Codes(), Does.Contain("PAL1054"));
    }

    [TestCase("<p>Oui.</p>", BodyFormat.Html)]
    [TestCase(" <blockquote cite=x>Oui.", BodyFormat.Html)]
    [TestCase("<br/>", BodyFormat.Html)]
    [TestCase("<b>Oui.</b>", BodyFormat.Markdown)]
    [TestCase("<https://example.org>", BodyFormat.Markdown)]
    [TestCase("<3", BodyFormat.Markdown)]
    [TestCase("Oui, <p>dit-elle", BodyFormat.Markdown)]
    public void A_body_that_begins_with_a_block_tag_is_HTML(string body, BodyFormat format) =>
        Assert.That(Comments("content/comments/hello/c1.yml", $"author: A\ndate: 2010-01-12\nbody: '{body}'").Value.Comments[0].Single().Format, Is.EqualTo(format));

    [TestCase("2010-01-13-yves", "2010-01-13", TestName = "A day")]
    [TestCase("entry1263517320", "2010-01-15 01:02:00 +00:00", TestName = "Unix seconds, as Staticman names its files")]
    [TestCase("comment-1263517320999", "2010-01-15 01:02:00 +00:00", TestName = "Unix milliseconds")]
    public void The_name_of_the_file_gives_the_date_and_the_id(string file, string date)
    {
        var comment = Comments($"content/comments/hello/{file}.yml", "author: A\nbody: Oui.").Value.Comments[0].Single();
        Assert.That((Shown.Date(comment.Date), comment.Id, comment.FileName), Is.EqualTo((date, file, file)));
    }

    [TestCase("- date: 2010-01-13 12:40\n  author: Samira\n  body: Oui.\n- date: 2010-01-14\n  author: Été\n  body: Non.\n- {date: 2010-01-15, body: Bof.}", TestName = "A list")]
    [TestCase("date: 2010-01-13 12:40\nauthor: Samira\nbody: Oui.\n---\ndate: 2010-01-14\nauthor: Été\nbody: Non.\n---\ndate: 2010-01-15\nbody: Bof.", TestName = "Several documents")]
    public void A_file_may_hold_several_comments_with_made_ids(string text) =>
        Assert.That(Comments("content/comments/hello.yml", text).Value.Comments[0].Select(c => c.Id),
            Is.EqualTo(["2010-01-13-124000-samira", "2010-01-14-ete", "2010-01-15"]));

    [Test]
    public void A_made_id_stays_when_others_are_put_before_it()
    {
        const string Comment = "- {date: 2010-01-14, author: A, body: Non.}\n";
        var before = Comments("content/comments/hello.yml", Comment);
        var after = Comments("content/comments/hello.yml", "- {date: 2010-01-13, author: B, body: Oui.}\n" + Comment);
        Assert.That(after.Value.Comments[0][1].Id, Is.EqualTo(before.Value.Comments[0][0].Id));
    }

    [Test]
    public void A_private_address_reaches_no_file_of_the_output()
    {
        var build = SiteText.Prepare("""
            -- content/site.yml --
            baseUrl: https://example.org
            -- content/posts/2010-01-12-hello.md --
            Words.
            -- content/comments/hello/c1.yml --
            author: Yves
            date: 2010-01-13
            email: yves@private.example
            body: Oui.
            """);
        var texts = build.Files.OfType<Palabre.Site.RenderedFile>().Where(f => !f.Path.StartsWith("assets/", StringComparison.Ordinal)).Select(f => build.Text(f.Path)).ToArray();
        Assert.That(texts, Has.Some.Contains("Oui."));
        Assert.That(texts, Has.None.Contains("private.example"));
        Assert.That(build.Diagnostics.Select(d => d.Code), Does.Contain("PAL1053"));
    }

    [TestCase("E-Mail: yves@private.example")]
    [TestCase("mail: yves@private.example")]
    [TestCase("comment_author_email: yves@private.example", TestName = "As WordPress calls it")]
    [TestCase("authorEmail: yves@private.example\nip: 10.1.2.3")]
    [TestCase("comment_author_IP: 10.1.2.3")]
    [TestCase("REMOTE_ADDR: 10.1.2.3")]
    [TestCase("emailMD5: private.example")]
    [TestCase("X-Forwarded-For: 10.1.2.3")]
    [TestCase("XForwardedFor: 10.1.2.3")]
    [TestCase("e-mails: [yves@private.example]")]
    [TestCase("IPv4: 10.1.2.3\nclientAddress: 10.1.2.3")]
    [TestCase("gravatar: private.example\navatar_hash: private.example\nmd5: private.example")]
    [TestCase("yves@private.example: x", TestName = "As a key")]
    [TestCase("extra: {form: {EMAIL: yves@private.example, fields: [{ip: 10.1.2.3}]}}", TestName = "Deep in what is for templates")]
    [TestCase("contact: write to yves@private.example", TestName = "In a text that is for templates")]
    [TestCase("params: {contact: [yves@private.example]}")]
    [TestCase("replyTo: yves@private.example", TestName = "As what is answered and is not there")]
    [TestCase("replyTo: there#yves@private.example")]
    [TestCase("url: \"https://forum.example/?of=yves@private.example\"")]
    [TestCase("source: {system: form, id: 1.yves@private.example, url: \"https://forum.example/yves@private.example\"}")]
    public void However_it_is_called_a_private_address_reaches_no_file_of_the_output(string lines)
    {
        using var site = Site($"body: Oui.\n{lines}").Build("--export");
        Assert.That(site.Published("archive.jsonl"), Does.Contain("Oui."));
        foreach (var file in Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllText(file), Does.Not.Contain("private.example").And.Not.Contain("10.1.2.3"), file);
    }

    [TestCase("Oui. clair&#101;@private.example")]
    [TestCase("Oui. yves＠private.example")]
    [TestCase("Oui. **yves**@private.example")]
    [TestCase("Oui. yves@*private.example*")]
    [TestCase("Oui. yves@private.**exam**ple, he said")]
    [TestCase("Oui. yves@priv&shy;ate.example")]
    [TestCase("\"Oui. yves@\\u200Bprivate.example\"")]
    [TestCase("Oui. [yves](https://yves.example/)@private.example")]
    [TestCase("Oui. yves@[private.example](https://private.invalid/)")]
    [TestCase("<p>Oui. <b>yves</b>@private.example</p>")]
    [TestCase("<p>Oui. yves@<span>private.example</span></p>")]
    [TestCase("<p>Oui. yves<!-- -->@private.example</p>")]
    [TestCase("<p>Oui. yves@private<wbr>.example</p>")]
    public void Nor_does_one_that_is_in_pieces_until_it_is_read(string body)
    {
        using var site = Site($"body: {body}").Build();
        foreach (var file in Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories))
        {
            var read = WebUtility.HtmlDecode(WebUtility.HtmlDecode(File.ReadAllText(file))).Normalize(NormalizationForm.FormKC);
            var seen = string.Concat(Tags().Replace(read, "").Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));
            Assert.That(seen, Does.Not.Contain("@private"), file);
        }

        Assert.That(site.Page("2010/01/hello/index.html").QuerySelector("#comments .text")!.TextContent, Does.Match("@\\u200B?…"));
        Assert.That(site.Page("2010/01/hello/index.html").QuerySelectorAll(".text a").Select(a => a.TextContent), Has.None.Empty);
    }

    private static SiteOnDisk Site(string lines) =>
        new($"-- content/posts/2010-01-12-hello.md --\nWords.\n-- content/comments/hello/c1.yml --\nauthor: Yves\ndate: 2010-01-13\n{lines}\n");

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();

    [TestCase("ship_address: x", "ship_address")]
    [TestCase("source_mailing_list: x", "source_mailing_list")]
    [TestCase("commit-hash: x", "commit-hash")]
    [TestCase("phone_model: x", "phone_model")]
    [TestCase("\"@type\": x", "@type")]
    [TestCase("zip: 10.1.2.3", "zip")]
    [TestCase("mailing: 10.1.2.3", "mailing")]
    [TestCase("tip: 10.1.2.3", "tip")]
    [TestCase("email: x", null)]
    public void What_is_not_private_is_kept_for_templates(string line, string? kept)
    {
        var comment = Comments("content/comments/hello/c1.yml", $"author: A\ndate: 2010-01-13\nbody: Oui.\n{line}").Value.Comments[0][0];
        Assert.That(comment.Extra.Keys, Is.EqualTo(kept is null ? [] : new[] { kept }));
    }

    private static string Defaults(string lines) =>
        (Names(lines, "author", "name", "nick") ? "" : "author: A\n")
        + (Names(lines, "date", "created", "timestamp", "date_utc") ? "" : "date: 2010-01-13\n")
        + (Names(lines, "body", "message", "comment", "text", "content") ? "" : "body: Oui.\n");

    private static bool Names(string lines, params string[] keys) =>
        lines.Split('\n').Any(line => keys.Contains(line.Split(':')[0]));

    private static Checked<Archive> Comments(string path, string text) =>
        SiteText.Read($"-- content/posts/2010-01-12-hello.md --\nWords.\n-- {path} --\n{text}");
}
