using System.Text.RegularExpressions;
using Palabre.Diagnostics;
using Palabre.Reading;
using Palabre.Tests.Support;

namespace Palabre.Tests.Diagnostics;

/// <summary>Every rule of the catalogue: the smallest site that breaks it, and all that the editor is then told.</summary>
public sealed class EveryCodeTests
{
    /// <summary>Where rules are tested in full text besides.</summary>
    private static readonly string[] Elsewhere =
    [
        "Reading/Yaml/YamlMistakesTests.cs", "Reading/Yaml/YamlLimitsTests.cs", "Reading/Yaml/YamlReaderTests.cs", "Reading/DatesTests.cs",
        "Disk/SiteFolderTests.cs", "Disk/SiteLinksTests.cs", "Disk/OutputFolderTests.cs", "Disk/OutputForeignTests.cs",
        "Disk/OutputKillTests.cs", "Disk/OutputRefusalTests.cs", "Serve/ServeCommandTests.cs", "Import/ImportTests.cs", "Import/MailDialectTests.cs",
        "Addressing/LedgerTests.cs", "Addressing/ForwardingTests.cs", "Site/LostAddressTests.cs", "Cli/LedgerCommandTests.cs", "Cli/CheckBaseTests.cs", "Site/Hosting/HostCheckTests.cs",
    ];

    private static readonly TestCaseData[] Sites =
    [
        new("PAL1035", """
            -- content/site.yml --
            title: T
            baseUrl: https://example.org
            timeZone: Europe/Paris
            -- content/posts/a.md --
            ---
            title: A
            date: 2010-03-28 02:30
            ---
            -- content/comments/a/c.yml --
            {author: B, date: "2010-03-28 02:30 +01:00", body: C}
            """, """
            content/posts/a.md:3:7: warning PAL1035: Clocks of Europe/Paris never showed '2010-03-28 02:30': they went forward; 03:30 is shown.
              hint: Correct the time, or write its offset, as in +01:00.
            """),
        new("PAL1040", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            autor: B
            ---
            """, """
            content/posts/2010-01-12-a.md:3:1: note PAL1040: 'autor' is not a key of a post; it is kept for templates under extra.
              hint: Did you mean 'author'?
            """),
        new("PAL1041", """
            -- content/site.yml --
            baseUrl: https://example.org
            theme: minima
            """, """
            content/site.yml:2:1: warning PAL1041: 'theme' is not a setting: here a theme is what a discussion is about.
              hint: Did you mean 'look'?
            """),
        new("PAL1042", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            pinned: perhaps
            ---
            """, """
            content/posts/2010-01-12-a.md:3:9: warning PAL1042: 'pinned' takes true or false, not 'perhaps'.
            """),
        new("PAL1043", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            status: remved
            ---
            """, """
            content/posts/2010-01-12-a.md:1:1: note PAL1054: 'a' is pending and is not published.
            content/posts/2010-01-12-a.md:3:9: warning PAL1043: 'status' takes published, pending, spam, removed or redacted, not 'remved'.
              hint: Did you mean 'removed'?
            """),
        new("PAL1044", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/c.yml --
            {date: 2010-01-13, author: A, body: B, url: 'javascript:alert(1)'}
            """, """
            content/comments/a/c.yml:1:45: warning PAL1044: 'javascript:alert(1)', under 'url', is not a whole http or https address.
              hint: Write it whole, as https://example.org/page.
            """),
        new("PAL1045", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            """, """
            content/posts/2010-01-12-a.md:1:1: error PAL1045: The front matter that begins here is never closed.
              hint: Add a line '---' after the last key.
            """),
        new("PAL1046", """
            -- content/posts/2010-01-12-a.md --
            Words ␀
            """, """
            content/posts/2010-01-12-a.md:1:7: error PAL1046: This is not UTF-8 text: a null character stands here.
              hint: Save the file again with the encoding UTF-8.
            """),
        new("PAL1047", """
            -- content/posts/2010-01-12-a.md --
            """, """
            content/posts/2010-01-12-a.md: warning PAL1047: The file is empty; nothing is published from it.
              hint: Write something, or delete it.
            """),
        new("PAL1048", """
            -- content/posts/2010-01-12-a.md --
            Words
            """, """
            content/posts/2010-01-12-a.md:1:1: note PAL1048: The post has no title; 'a' serves as one.
              hint: Add title: to its front matter.
            """),
        new("PAL1049", """
            -- content/posts/a.md --
            ---
            title: A
            ---
            """, """
            content/posts/a.md:1:1: error PAL1049: The entry has no date, and its file's name does not begin with one.
              hint: Add date:, as 2010-01-12 or 2010-01-12T11:26:00+01:00.
            """),
        new("PAL1050", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/c.yml --
            {date: 2010-01-13, author: A}
            """, """
            content/comments/a/c.yml:1:1: error PAL1050: The comment has no body.
              hint: Add body: with what was said; or status: removed to keep its place.
            """),
        new("PAL1051", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/c.yml --
            {date: 2010-01-13, body: B}
            """, """
            content/comments/a/c.yml:1:1: warning PAL1051: The comment has no author; it is published as anonymous.
              hint: Add author:.
            """),
        new("PAL1052", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/c.yml --
            Oui, dit-elle.
            """, """
            content/comments/a/c.yml:1:1: error PAL1052: A comment is written as keys and values (author:, date:, body:), not as 'Oui, dit-elle.'.
            """),
        new("PAL1053", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/c.yml --
            {date: 2010-01-13, author: A, body: B, email: a@example.org}
            """, """
            content/comments/a/c.yml:1:47: warning PAL1053: 'email' holds a plain address: it is never published, but it stands in the repository.
              hint: Remove the line.
            """),
        new("PAL1053", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/c.yml --
            author: a@example.org
            date: 2010-01-13
            body: Write to b@example.org, or <c@example.org>, not to @d.
            -- content/comments/a/d.yml --
            {date: 2010-01-13, author: D, status: removed, reason: As d@example.org asked}
            """, """
            content/comments/a/c.yml:1:9: note PAL1053: 'author' holds a plain address, 'a@…': it is never published, but it stands in the repository.
              hint: Take it out, or end it before the host, as in someone@….
            content/comments/a/c.yml:3:7: note PAL1053: 'body' holds a plain address, 'b@…': it is never published, but it stands in the repository.
              hint: Take it out, or end it before the host, as in someone@….
            content/comments/a/d.yml:1:56: note PAL1053: 'reason' holds a plain address, 'd@…': it is never published, but it stands in the repository.
              hint: Take it out, or end it before the host, as in someone@….
            """),
        new("PAL1053", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/c.yml --
            author: A
            date: 2010-01-13
            body: See https://letters.example/r/2010.12-a@example.org/.
            """, """
            content/comments/a/c.yml:3:7: note PAL1053: 'body' holds a plain address, '2010.12-a@…': it is never published, but it stands in the repository.
              hint: The link leads nowhere now. If letters.example is an archive of mail that everybody reads, add it to mailArchives: in content/site.yml.
            """),
        new("PAL1110", """
            -- content/site.yml --
            title: A
            baseUrl: https://example.org
            mailArchives: [letters.example, the list]
            """, """
            content/site.yml:3:33: warning PAL1110: 'the list', under 'mailArchives', is not the name of a host.
              hint: Write what stands between https:// and the next '/', as lore.kernel.org.
            """),
        new("PAL1109", """
            -- content/site.yml --
            title: A
            baseUrl: https://example.org
            answer: https://forum.example/
            """, """
            content/site.yml:3:9: warning PAL1109: Nothing can be answered at 'https://forum.example/'.
              hint: Write the address of the repository, as https://github.com/owner/name, or one of e-mail.
            """),
        new("PAL1054", """
            -- content/posts/2010-07-12-a.md --
            ---
            title: A
            ---
            """, """
            content/posts/2010-07-12-a.md:1:1: note PAL1054: 'a' is dated in the future (2010-07-12) and is not published yet.
            """),
        new("PAL1055", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            comments: hidden
            ---
            -- content/comments/a/c.yml --
            {date: 2010-01-13, author: A, body: B}
            """, """
            content/posts/2010-01-12-a.md:1:1: note PAL1055: 1 comment of 'a' not published: the post's comments are hidden.
            """),
        new("PAL1056", """
            -- content/posts/2010-01-12-hello.md --
            ---
            title: A
            ---
            -- content/comments/helo/c.yml --
            {date: 2010-01-13, author: A, body: B}
            """, """
            content/comments/helo: warning PAL1056: No post is called 'helo'; 1 comment of it not published.
              hint: Did you mean 'hello'?
            """),
        new("PAL1057", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/posts/2010-01-13-a.md --
            ---
            title: A
            ---
            """, """
            content/posts/2010-01-13-a.md:1:1: error PAL1057: 'a' is also the id of content/posts/2010-01-12-a.md:1:1.
              hint: Give one of the two another id.
            """),
        new("PAL1058", """
            -- themes/Été.md --
            # A
            -- themes/ete.md --
            # A
            """, """
            themes/Été.md: error PAL1058: The theme 'ete' is also described in themes/ete.md.
              hint: Rename one, or remove the alias.
            """),
        new("PAL1059", """
            -- content/comments/a/c.txt --
            {}
            """, """
            content/comments/a/c.txt: note PAL1059: The file is not read: here files stand that end in .yml or .yaml.
            """),
        new("PAL1075", """
            -- content/comments/a/README.md --
            -- content/comments/a/b.md --
            -- content/comments/a/c.json --
            {}
            """, """
            content/comments/a/README.md: note PAL1059: The file is not read: here files stand that end in .yml or .yaml.
            content/comments/a/b.md: warning PAL1075: The file is not read: its comments are not published.
              hint: Write it as YAML, in a file that ends in .yml: author:, date: and body: with the text.
            content/comments/a/c.json: warning PAL1075: The file is not read: its comments are not published.
              hint: Rename it to end in .yml: JSON is read as YAML.
            """),
        new("PAL3002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            ![1](2010-01-13-b.md) ![2](post:b) ![3](/2010/01/b/#post)
            -- content/posts/2010-01-13-b.md --
            ---
            title: B
            ---
            -- content/comments/b/c.yml --
            {author: C, date: 2010-01-13, body: "![4](post:a)"}
            """, """
            content/posts/2010-01-12-a.md:4:1: warning PAL3002: '2010-01-13-b.md' leads to no picture of this site.
            content/posts/2010-01-12-a.md:4:23: warning PAL3002: 'post:b' leads to no picture of this site.
            content/posts/2010-01-12-a.md:4:36: warning PAL3002: '/2010/01/b/#post' leads to no picture of this site.
            """),
        new("PAL3002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            summary: "[1](#there), [2](#nowhere)"
            ---
            <p id="there">x</p>

            [3](#there) [4](#nowhere)
            """, """
            content/posts/2010-01-12-a.md:3:24: warning PAL3002: '#nowhere' leads to no heading of this text.
            content/posts/2010-01-12-a.md:7:13: warning PAL3002: '#nowhere' leads to no heading of this text.
            """),
        new("PAL3002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            [1](post:b#heading) [2](post:b#Heading) [3](/2010/01/b/#heading) [4](2010-01-13-b.md#x)
            [5](post:b#headin) [6](post:b#zebra) [7](post:b#c) [8](comment:b#heading)
            -- content/posts/2010-01-13-b.md --
            ---
            title: B
            ---
            ## Heading

            <p id="x">y</p>
            -- content/comments/b/c.yml --
            {author: C, date: 2010-01-13, body: Yes}
            """, """
            content/posts/2010-01-12-a.md:5:1: warning PAL3002: 'post:b#headin' leads to no comment, and to no heading of the post.
              hint: Did you mean 'post:b#heading'?
            content/posts/2010-01-12-a.md:5:20: warning PAL3002: 'post:b#zebra' leads to no comment, and to no heading of the post.
            content/posts/2010-01-12-a.md:5:52: warning PAL3002: 'comment:b#heading' leads to no comment of this site.
            """),
        new("PAL3002", """
            -- content/site.yml --
            baseUrl: https://example.org
            trustPosts: true
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            <div>
            <img src="none.png"> <a href="post:zebra">x</a>
            </div>

            Or <a href="../nowhere/">x</a>
            """, """
            content/posts/2010-01-12-a.md:5:1: warning PAL3002: 'none.png' leads to no file of this site.
            content/posts/2010-01-12-a.md:5:22: warning PAL3002: 'post:zebra' leads to no post of this site.
            content/posts/2010-01-12-a.md:8:4: warning PAL3002: '../nowhere/' leads to no file of this site.
            """),
        new("PAL1042", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            extra: [b]
            ---
            """, """
            content/posts/2010-01-12-a.md:3:8: warning PAL1042: 'extra' takes a map of keys and values, not a list.
            """),
        new("PAL4062", """
            -- content/root/sha256sums --
            x
            """, """
            content/root/sha256sums: error PAL4062: 'sha256sums' cannot be the path of an output file.
              hint: Change the slug, permalink or file name that it comes from.
            """),
        new("PAL1066", """
            -- themes/a.md --
            ---
            title: A
            parent: a
            ---
            """, """
            themes/a.md:3:9: warning PAL1066: 'a' is to stand above itself.
              hint: Remove parent: here.
            """),
        new("PAL4001", """
            -- content/root/index.html --
            x
            """, """
            content/root/index.html: error PAL4001: The address '/index.html' is already that of content/site.yml, as '/'.
              hint: Rename the file in content/root/, or remove it.
            """),
        new("PAL1073", """
            -- content/posts/2010-01-12-a.md --
            title: Secret
            draft: true
            ---
            Words.
            -- content/posts/2010-01-13-b.md --

            ---
            title: Secret
            tags:
            - one
            ---
            Words.
            -- content/posts/2010-01-14-c.md --
            ----
            title: Secret
            ----
            Words.
            -- content/posts/2010-01-15-d.md --
            +++
            draft = true
            +++
            Words.
            -- content/posts/2010-01-16-e.md --
            draft: true

            Words.
            -- content/posts/2010-01-17-f.md --
            +++
            title = "x"
            [params]
            tags = [
              "a",
            ]
            draft = true
            +++
            Words.
            -- content/posts/2010-01-18-g.md --
             ---
            title: G
            ---
            -- themes/f.md --
            —
            title: F
            —
            """, """
            content/posts/2010-01-12-a.md:1:1: error PAL1073: 'title: Secret' looks like front matter, and would be published as text: no line '---' stands above it.
              hint: Write --- alone on the first line of the file, above the keys, and once more below them.
            content/posts/2010-01-13-b.md:3:1: error PAL1073: 'title: Secret' looks like front matter, and would be published as text: the line '---' above it is not the first of the file.
              hint: Remove what stands above the line ---.
            content/posts/2010-01-14-c.md:2:1: error PAL1073: 'title: Secret' looks like front matter, and would be published as text: '----' does not begin any.
              hint: Write exactly three hyphens, ---, on the first line and below the keys.
            content/posts/2010-01-15-d.md:2:1: error PAL1073: 'draft = true' looks like front matter, and would be published as text: '+++' does not begin any.
              hint: Palabre reads YAML: write key: value, between two lines of three hyphens, ---.
            content/posts/2010-01-16-e.md:1:1: error PAL1073: 'draft: true' looks like front matter, and would be published as text: no line '---' stands above it.
              hint: Write --- alone on the first line of the file, above the keys, and once more below them.
            content/posts/2010-01-17-f.md:2:1: error PAL1073: 'title = "x"' looks like front matter, and would be published as text: '+++' does not begin any.
              hint: Palabre reads YAML: write key: value, between two lines of three hyphens, ---.
            content/posts/2010-01-18-g.md:2:1: error PAL1073: 'title: G' looks like front matter, and would be published as text: ' ---' does not begin any.
              hint: Write exactly three hyphens, ---, on the first line and below the keys.
            themes/f.md:2:1: error PAL1073: 'title: F' looks like front matter, and would be published as text: '—' does not begin any.
              hint: Write exactly three hyphens, ---, on the first line and below the keys.
            """),
        new("PAL1074", """
            -- content/posts/2010-01-12-🎉.md --
            ---
            title: A
            ---
            -- content/posts/2010-02-30-bad.md --
            ---
            title: B
            date: 2010-02-28
            ---
            """, """
            content/posts/2010-01-12-🎉.md: note PAL1074: '🎉' has neither letters nor digits: the post's address ends in '2010-01-12', which is its id, too.
              hint: Add slug: with a name for its address.
            content/posts/2010-02-30-bad.md: warning PAL1026: '2010-02-30' is no day: February 2010 has 28 days.
              hint: Correct the day.
            """),
        new("PAL1059", """
            -- content/README.md --
            -- content/addresses.txt --
            -- content/author/x.yml --
            -- content/extra.md --
            -- content/media --
            -- content/post/2010-01-01-z.md --
            -- themes/hugo/layouts/index.html --
            -- themes/sub/q.md --
            """, """
            content/author/x.yml: note PAL1059: The file is not read: here only site.yml and addresses.txt stand, and the folders of posts, comments, authors, pages, media and root.
              hint: Did you mean 'content/authors'?
            content/extra.md: note PAL1059: The file is not read: here only site.yml and addresses.txt stand, and the folders of posts, comments, authors, pages, media and root.
            content/media: note PAL1059: The file is not read: here only site.yml and addresses.txt stand, and the folders of posts, comments, authors, pages, media and root.
            content/post/2010-01-01-z.md: note PAL1059: The file is not read: here only site.yml and addresses.txt stand, and the folders of posts, comments, authors, pages, media and root.
              hint: Did you mean 'content/posts'?
            themes/sub/q.md: note PAL1059: The file is not read: here themes stand in themes/ itself.
            """),
        new("PAL4001", """
            -- content/site.yml --
            baseUrl: https://example.org
            urls:
              themes: /authors/
              archive: /find/
              search: /find/
            """, """
            content/site.yml:3:11: error PAL4001: The address '/authors/' is already that of content/authors.
              hint: Change the pattern under urls:, or the slug, permalink or alias of the other.
            content/site.yml:5:11: error PAL4001: The address '/find/' is already that of content/site.yml:4:12.
              hint: Change the pattern under urls:, or the slug, permalink or alias of the other.
            """),
        new("PAL4002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            permalink: /SHA256SUMS/
            ---
            """, """
            content/posts/2010-01-12-a.md:3:12: error PAL4002: The permalink '/SHA256SUMS/' begins with 'SHA256SUMS', where Palabre records what it wrote.
              hint: Write a path such as /2010/hello/.
            """),
        new("PAL3002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            ![1](media/a%23b.png) ![2](<media/what%3F.png>) ![3](media/a#b.png)
            -- content/media/a#b.png --
            -- content/media/what?.png --
            """, """
            content/posts/2010-01-12-a.md:4:49: warning PAL3002: 'media/a#b.png' leads to no file of this site.
              hint: Did you mean 'media/a%23b.png'?
            """),
        new("PAL1060", """
            -- content/site.yml --
            baseUrl: https://example.org
            language: Français
            """, """
            content/site.yml:2:11: warning PAL1060: 'Français' is not a language tag.
              hint: Write a tag such as fr, en or pt-BR.
            """),
        new("PAL1061", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            slug: '!!!'
            ---
            """, """
            content/posts/2010-01-12-a.md:3:7: warning PAL1061: The slug '!!!' has neither letter nor digit and makes no address.
            """),
        new("PAL1062", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            themes: [clients]
            ---
            -- themes/client.md --
            # Client
            """, """
            content/posts/2010-01-12-a.md:3:10: note PAL1062: The theme 'clients' has no file themes/clients.md; it is listed all the same.
              hint: Did you mean 'client'?
            """),
        new("PAL1063", """
            -- content/authors/a.yml --
            avatar: ../../secret.png
            """, """
            content/authors/a.yml:1:9: warning PAL1063: '../../secret.png', under 'avatar', is no file of content/media/.
              hint: Put the picture there and write its path, as media/portrait.jpg.
            """),
        new("PAL1064", """
            -- content/posts/2010-01-12-a.md --
            ---
            - title
            ---
            """, """
            content/posts/2010-01-12-a.md:2:1: error PAL1064: The front matter is a list, not keys and values.
              hint: Write title: …, date: …, a line each.
            """),
        new("PAL1065", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a.yml --
            - {date: 2010-01-13, author: A, body: B}
            """, """
            content/comments/a.yml:1:3: note PAL1065: The comment has no id; '2010-01-13-a' serves as one.
              hint: Add id: 2010-01-13-a
            """),
        new("PAL1066", """
            -- themes/a.md --
            ---
            parent: bb
            ---
            -- themes/b.md --
            # B
            """, """
            themes/a.md:2:9: warning PAL1066: The parent 'bb' of 'a' is no theme.
              hint: Did you mean 'b'?
            """),
        new("PAL1066", """
            -- themes/customers.md --
            ---
            parent: trust
            ---
            -- themes/prices.md --
            ---
            parent: nowhere
            ---
            -- themes/trust.md --
            ---
            parent: customers
            ---
            """, """
            themes/customers.md:2:9: warning PAL1066: 'trust' is to stand above 'customers', and stands below it, or is the same.
              hint: Remove parent: from one of the two.
            themes/prices.md:2:9: warning PAL1066: The parent 'nowhere' of 'prices' is no theme.
              hint: Write the name of another theme's file, without ending; or remove the line.
            themes/trust.md:2:9: warning PAL1066: 'customers' is to stand above 'trust', and stands below it, or is the same.
              hint: Remove parent: from one of the two.
            """),
        new("PAL1063", """
            -- themes/a.md --
            ---
            title: A
            image: media/none.png
            ---
            """, """
            themes/a.md:3:8: warning PAL1063: 'content/media/none.png', under 'image', is no file of content/media/.
              hint: Put the picture there and write its path, as media/portrait.jpg.
            """),
        new("PAL1040", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            parallel: [{titel: B, title: C, url: "https://example.com/"}]
            ---
            """, """
            content/posts/2010-01-12-a.md:3:13: note PAL1040: 'titel' is not a key of a parallel; nothing is made of it.
              hint: Did you mean 'title'?
            """),
        new("PAL3002", """
            -- content/site.yml --
            baseUrl: https://example.org/club/
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            [1](https://example.org/club/2010/01/a/) [2](https://example.org/club/2010/01/b/) [3](https://example.org/shop/)
            """, """
            content/posts/2010-01-12-a.md:4:42: warning PAL3002: '/club/2010/01/b/' leads to no page of this site.
              hint: Did you mean '/2010/01/a/'?
            """),
        new("PAL3002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            ![x](media/Drawing.svg) [y](./nowhere.md)
            -- content/media/drawing.svg --
            """, """
            content/posts/2010-01-12-a.md:4:1: warning PAL3002: 'media/Drawing.svg' leads to no file of this site.
              hint: Did you mean 'media/drawing.svg'?
            content/posts/2010-01-12-a.md:4:25: warning PAL3002: './nowhere.md' leads to no file of this site.
            """),
        new("PAL1067", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a.yml --
            - id: b
              author: A
              date: 2010-01-13
              message: Lost
              body: Read
            """, """
            content/comments/a.yml:4:3: warning PAL1067: 'message' is not read: 'body' means the same, and stands here, too.
              hint: Write all of it under 'body'.
            """),
        new("PAL1067", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            updated: 2010-02-01
            lastmod: 2010-03-01
            ---
            -- content/comments/a.yml --
            - id: b
              author: A
              date: 2010-01-13 23:30 +0100
              created: 1263422200
              body: B
            """, """
            content/posts/2010-01-12-a.md:4:1: note PAL1067: 'lastmod' is not read: 'updated' means the same, and stands here, too.
              hint: Write all of it under 'updated'.
            """),
        new("PAL1068", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            removedOn: 2010-01-13
            ---
            """, """
            content/posts/2010-01-12-a.md:1:1: note PAL1054: 'a' is pending and is not published.
            content/posts/2010-01-12-a.md:3:12: warning PAL1068: 'removedOn' says when the entry was removed, and nothing that it was.
              hint: Add status: removed, or take this line out.
            """),
        new("PAL1069", """
            -- content/authors/jean.yml --
            name: Jean Dupont
            -- content/authors/jean-2.yml --
            name: Jean Dupont
            """, """
            content/authors/jean-2.yml: note PAL1069: 'Jean Dupont' is the author of content/authors/jean.yml, too: entries that say the name are listed there.
              hint: Write author: jean-2 for what this one wrote.
            """),
        new("PAL1047", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a.yml --
            # none yet
            """, """
            content/comments/a.yml: warning PAL1047: The file is empty but for remarks; nothing is published from it.
              hint: Write something, or delete it.
            """),
        new("PAL1070", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            parallel:
              - title: Elsewhere
              - url: ftp://example.org/
            ---
            """, """
            content/posts/2010-01-12-a.md:4:5: warning PAL1070: One of 'parallel' has no url; it is left out.
              hint: Add url: with its address, or take it out.
            content/posts/2010-01-12-a.md:5:10: warning PAL1044: 'ftp://example.org/', under 'url', is not a whole http or https address.
              hint: Write it whole, as https://example.org/page.
            """),
        new("PAL1071", """
            -- themes/cpp.md --
            # C++
            -- themes/c-sharp.md --
            # C#
            """, """
            themes/cpp.md: note PAL1071: 'C++' is the theme of themes/c-sharp.md, too: posts that say the name are listed there.
              hint: Write themes: [cpp] for this one.
            """),
        new("PAL1071", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            themes: [Q&A, q a, "C++", C#, "c++", C]
            ---
            -- themes/c.md --
            # C++
            -- themes/q-a.md --
            # Q&A
            """, """
            content/posts/2010-01-12-a.md:3:27: note PAL1071: 'C#' and 'C++' differ by signs alone, and are one theme.
              hint: Give each a file themes/<name>.md, and write that name in posts.
            """),
        new("PAL1072", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            date: 2010-01-12 10:00
            lastmod: 2010-01-12
            ---
            -- content/comments/a/c.yml --
            author: B
            date: 2010-01-13 10:00
            updated: 2010-01-13 09:59
            body: C
            """, """
            content/comments/a/c.yml:3:10: note PAL1072: 'updated' is before the entry's own date; it is left out.
              hint: Correct one of the two, if it is a slip.
            """),
        new("PAL1079", $"""
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            authors:
            {string.Join("\n", Enumerable.Range(1, 102).Select(i => $"- B{i}"))}
            ---
            """, """
            content/posts/2010-01-12-a.md:104:3: warning PAL1079: From here on 'authors' is passed over: a post has 100 at most, and this one 102.
              hint: Keep those that say most.
            """),
        new("PAL1080", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            author: B
            ---
            One.
            <<<<<<< HEAD
            Two.
            =======
            Three.
            >>>>>>> other
            """, """
            content/posts/2010-01-12-a.md:6:1: warning PAL1080: Git left both versions of some lines from here on.
              hint: Keep the lines that are right, and remove the lines of marks.
            """),
        new("PAL1081", """
            -- content/media/a.png --
            version https://git-lfs.github.com/spec/v1
            oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
            size 12345
            """, """
            content/media/a.png: warning PAL1081: This is a pointer of Git LFS, not the file itself.
              hint: Fetch the files: git lfs pull. On GitHub: lfs: true for actions/checkout.
            """),
        new("PAL1058", """
            -- content/authors/a.yml --
            name: Ann
            aliases: [Bob]
            -- content/authors/b.yml --
            name: bob
            """, """
            content/authors/b.yml: error PAL1058: The author 'bob' is also described in content/authors/a.yml.
              hint: Rename one, or remove the alias.
            """),
        new("PAL1101", """
            -- content/site.yml --
            - title
            """, """
            content/site.yml:1:1: error PAL1101: The settings are a list, not keys and values.
              hint: Write title: …, language: …, a line each.
            """),
        new("PAL1102", """
            -- content/site.yml --
            baseUrl: https://example.org
            timeZone: Europe/Pariss
            """, """
            content/site.yml:2:11: error PAL1102: 'Europe/Pariss' is not a time zone.
              hint: Did you mean 'Europe/Paris'?
            """),
        new("PAL1103", """
            -- content/site.yml --
            baseUrl: https://example.org
            posts: ../posts
            """, """
            content/site.yml:2:8: error PAL1103: '../posts', under 'posts', is not a folder within the site.
              hint: Write a path such as _posts.
            """),
        new("PAL1104", """
            -- content/site.yml --
            baseUrl: https://example.org
            urls: {theme: /t/}
            """, """
            content/site.yml:2:15: error PAL1104: The pattern '/t/' lacks {slug}.
              hint: Write it as the usual one is: "/themes/{slug}/"
            """),
        new("PAL1104", """
            -- content/site.yml --
            baseUrl: https://example.org
            urls: {post: "{year}/{slug}"}
            """, """
            content/site.yml:2:14: error PAL1104: The pattern '{year}/{slug}' does not begin and end with '/'.
              hint: Write: "/{year}/{slug}/"
            """),
        new("PAL1105", """
            -- content/site.yml --
            baseUrl: example.org
            """, """
            content/site.yml:1:10: error PAL1105: 'example.org' is not the address of a site.
              hint: Write it whole, as https://example.org/archive.
            """),
        new("PAL1106", """
            -- content/site.yml --
            title: A
            """, """
            content/site.yml: note PAL1106: The settings do not say baseUrl: no feeds, no site map, no canonical links.
              hint: Add baseUrl: with the address of the published site.
            """),
        new("PAL1107", """
            -- content/site.yml --
            title: A
            baseUrl: https://example.org
            posts: _posts
            """, """
            content/site.yml:3:8: error PAL1107: The folder '_posts', under 'posts', does not exist or holds no file.
              hint: Correct its name, from the site's folder; or remove the line.
            """),
        new("PAL1108", """
            -- content/site.yml --
            title: A
            baseUrl: https://example.org
            comments: _data/comments
            """, """
            content/site.yml:3:11: warning PAL1108: The folder '_data/comments', under 'comments', does not exist or holds no file.
              hint: Correct its name, from the site's folder.
            """),
        new("PAL3057", """
            -- themes/_look/strings/en.yml --
            nav:
              hom: Start
              own: Mine
            entr:
              removed: Gone
            mine:
              home: x
            """, """
            themes/_look/strings/en.yml:2:3: warning PAL3057: The look has no words 'nav.hom'.
              hint: Did you mean 'nav.home'?
            themes/_look/strings/en.yml:4:1: warning PAL3057: The look has no words 'entr'.
              hint: Did you mean 'entry'?
            """),
        new("PAL3056", """
            -- themes/_look/hom.html --
            x
            -- themes/_look/strings/de.yaml --
            nav: {home: Anfang}
            -- themes/_look/strings/deutsch.yml --
            nav: {home: Anfang}
            -- themes/_look/strings/pt-br.yml --
            nav: {home: Início}
            """, """
            themes/_look/hom.html: warning PAL3056: No page uses this file.
              hint: Did you mean 'home.html'?
            themes/_look/strings/de.yaml: warning PAL3056: No page uses this file.
              hint: Did you mean 'strings/de.yml'?
            themes/_look/strings/deutsch.yml: warning PAL3056: No page uses this file.
            """),
        new("PAL2001", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            replyTo: gone
            ---
            """, """
            content/posts/2010-01-12-a.md:3:10: warning PAL2001: 'a' replies to 'gone', which is not in the archive.
              hint: Correct replyTo, or remove it.
            """),
        new("PAL2002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            replyTo: b
            ---
            -- content/posts/2010-01-13-b.md --
            ---
            title: B
            replyTo: a
            ---
            """, """
            content/posts/2010-01-12-a.md:3:10: warning PAL2002: Replies go round in a circle: a → b → a.
              hint: Remove replyTo from 'a', which was written first.
            """),
        new("PAL2003", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/posts/2010-01-13-b.md --
            ---
            title: B
            ---
            -- content/comments/a/x.yml --
            {date: 2010-01-13, author: A, body: B}
            -- content/comments/b/y.yml --
            {date: 2010-01-14, author: A, body: B, replyTo: a#x}
            """, """
            content/comments/b/y.yml:1:49: warning PAL2003: Comment 'y' of 'b' replies to 'a#x', under another post.
              hint: Leave it, for a link is what readers get; or move the comment to that post's folder, or write it as a post.
            """),
        new("PAL2004", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/posts/2010-01-11-b.md --
            ---
            title: B
            replyTo: a
            ---
            """, """
            content/posts/2010-01-11-b.md:1:1: note PAL2004: 'b' is dated before 'a', which it answers.
              hint: Check both dates, and their offsets from UTC.
            """),
        new("PAL2005", """
            -- content/posts/2010-07-12-a.md --
            ---
            title: A
            ---
            -- content/posts/2010-01-13-b.md --
            ---
            title: B
            replyTo: a
            ---
            """, """
            content/posts/2010-01-13-b.md:3:10: note PAL2005: 'b' replies to 'a', which is not published.
            content/posts/2010-07-12-a.md:1:1: note PAL1054: 'a' is dated in the future (2010-07-12) and is not published yet.
            """),
        new("PAL2006", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/x.yml --
            {date: 2010-01-13, author: A, body: The key lies under the third stone., status: removed}
            -- content/comments/a/y.yml --
            date: 2010-01-14
            author: B
            body: |
              Well:
              > the key lies under the third stone
            """, """
            content/comments/a/y.yml:5:5: note PAL2006: 'y' still quotes 'x', whose text was removed: 'the key lies under the third stone'.
              hint: Put […] in their place; or, if they may stay, take the text out of content/comments/a/x.yml.
            """),
        new("PAL2006", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/x.yml --
            {date: 2010-01-13, author: A, body: The key lies under the third stone., status: removed}
            -- content/posts/2010-01-14-b.md --
            ---
            title: "The key lies: under the third stone"
            summary: We know that the KEY lies under the third stone
            replyTo: a
            ---
            Well.
            """, """
            content/posts/2010-01-14-b.md:1:1: note PAL2006: 'b' still quotes 'x', whose text was removed: 'The key lies: under the third stone'.
              hint: Put […] in their place; or, if they may stay, take the text out of content/comments/a/x.yml.
            content/posts/2010-01-14-b.md:3:10: note PAL2006: 'b' still quotes 'x', whose text was removed: 'the KEY lies under the third stone'.
              hint: Put […] in their place; or, if they may stay, take the text out of content/comments/a/x.yml.
            """),
        new("PAL2007", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            status: removed
            ---
            ![Me](../media/a%20b.png) and <img src="/media/a%20b.png"> at <https://example.org/media/c.png>, of media/none.png.
            -- content/comments/a/x.yml --
            {date: 2010-01-13, author: A, body: "![me](media/face.png)", status: redacted}
            -- content/media/a b.png --
            -- content/media/c.png --
            -- content/media/face.png --
            """, """
            content/comments/a/x.yml:1:1: note PAL2007: 'content/media/face.png', which the text of 'x' names, is still published.
              hint: Delete the file, if nothing else shows it; then, too, it is in git's history.
            content/posts/2010-01-12-a.md:1:1: note PAL2007: 'content/media/a b.png', which the text of 'a' names, is still published.
              hint: Delete the file, if nothing else shows it; then, too, it is in git's history.
            """),
        new("PAL3001", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            [x](javascript:alert)
            """, """
            content/posts/2010-01-12-a.md:4:1: warning PAL3001: The address 'javascript:alert' is left out: it is not a valid one of http, https or mailto, nor a page of the site.
              hint: Correct the address, or write it as text.
            """),
        new("PAL3002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            summary: >
              See [this
              one](post:b).
            ---
            Text.
            """, """
            content/posts/2010-01-12-a.md:4:7: warning PAL3002: 'post:b' leads to no post of this site.
              hint: Did you mean 'post:a'?
            """),
        new("PAL3002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            summary: "[in it](#here), though a list shows it"
            ---
            # Here

            <!--more-->

            [1](#here) [2](#there) [3](#c-zz) [4](#comments) [5](#) and a note[^n]

            [^n]: [6](#fn.1)
            -- content/comments/a/zy.yml --
            {author: B, date: 2010-01-13, body: "[7](#here) [8](#c-zy)"}
            """, """
            content/comments/a/zy.yml:1:38: warning PAL3002: '#here' leads to no heading of this text.
            content/posts/2010-01-12-a.md:9:12: warning PAL3002: '#there' leads to no heading of this text.
            content/posts/2010-01-12-a.md:9:24: warning PAL3002: '#c-zz' leads to no comment of this site.
              hint: Did you mean '#c-zy'?
            """),
        new("PAL3002", """
            -- content/site.yml --
            baseUrl: https://example.org/club/
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            [1](/2010/01/a/#c-b) [2](/club/2010/01/a#c-c) [3](https://example.org/club/2010/01/a/#c-d) [4](/2010/01/a/#post) [5](/2010/01/a/#c-old)
            -- content/comments/a/b.yml --
            {author: B, date: 2010-01-13, body: "x", aliases: ["/2010/01/a/#c-old"]}
            """, """
            content/posts/2010-01-12-a.md:4:22: warning PAL3002: '/club/2010/01/a#c-c' leads to no comment of this site.
              hint: Did you mean '/club/2010/01/a/#c-b'?
            content/posts/2010-01-12-a.md:4:47: warning PAL3002: '/club/2010/01/a/#c-d' leads to no comment of this site.
              hint: Did you mean '/club/2010/01/a/#c-b'?
            """),
        new("PAL3002", """
            -- content/posts/2010-01-12-hello.md --
            ---
            title: A
            ---
            [x](post:helo)
            """, """
            content/posts/2010-01-12-hello.md:4:1: warning PAL3002: 'post:helo' leads to no post of this site.
              hint: Did you mean 'post:hello'?
            """),
        new("PAL3003", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            <script>x</script>
            """, """
            content/posts/2010-01-12-a.md:4:1: warning PAL3003: The HTML of this post is not published as written: '<script>' is left out.
              hint: Remove it, or set 'trustPosts: true' in site.yml if everybody who writes posts may write any HTML.
            """),
        new("PAL3004", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/comments/a/c.yml --
            {date: 2010-01-13, author: A, body: '<p onclick="x">B</p><script>x</script>'}
            """, """
            content/comments/a/c.yml:1:38: note PAL3004: The HTML of this comment is not published as written: 'onclick', '<script>' are left out.
            """),
        new("PAL3005", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            Words ⟨many⟩
            """, """
            content/posts/2010-01-12-a.md:4:1: warning PAL3005: The body has too many marks in one paragraph, so it is shown as plain text.
              hint: Shorten it or cut it into paragraphs.
            """),
        new("PAL3008", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            A [link](theme:the customer),
            *one* and ![pic](my pic (1).png "Me"). But [this] (is one), f[1](see this), `[a](b/c d)`,
            \[x](a: b.txt), [see](note: here), [and](and/or either) and f[i](a, b.txt)
            are none.
            -- content/comments/a.yml --
            - id: c1
              author: B
              date: 2010-01-13
              body: "[x](a: b)"
            """, """
            content/posts/2010-01-12-a.md:4:10: warning PAL3008: The address 'theme:the customer' holds a space, so this is no link.
              hint: Write (<theme:the customer>).
            content/posts/2010-01-12-a.md:5:18: warning PAL3008: The address 'my pic (1).png' holds a space, so this is no link.
              hint: Write (<my pic (1).png>).
            """),
        new("PAL3009", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            Seen[^1].

            [^1]: Here.
            [^two]: There.
            [^1]: Here, too.
            -- content/comments/a.yml --
            - id: c1
              author: B
              date: 2010-01-13
              body: "x\n\n[^1]: y"
            """, """
            content/posts/2010-01-12-a.md:7:1: warning PAL3009: Nothing refers to the footnote '^two', which is shown after the others.
              hint: Write [^two] where it belongs, or take it out.
            content/posts/2010-01-12-a.md:8:1: warning PAL3009: Nothing refers to the footnote '^1', which is shown after the others.
              hint: Another of its name stands before it: give it a name of its own.
            """),
        new("PAL3010", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            Seen[^1] and[^2], \[^3], `[^4]`, [^ 5], [^a b], [^a-z], [^2]+.

            [^1]: Here.
            -- content/comments/a.yml --
            - id: c1
              author: B
              date: 2010-01-13
              body: "x[^1]"
            """, """
            content/posts/2010-01-12-a.md:4:13: warning PAL3010: No footnote is called '^2', so its mark is shown as it is written.
              hint: Begin a line, outside of lists and quotations, with '[^2]: ' and the text of the note, or write '\[^2]' if it is none.
            """),
        new("PAL3011", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            The [site] and [it][site].

            [site]: https://a.example/
            [list of the lost]: https://b.example/
            [//]: # (To be shortened.)
            [//]: / "To be asked."

            > [site]: https://c.example/
            -- content/comments/a.yml --
            - id: c1
              author: B
              date: 2010-01-13
              body: "[edit]: sorry"
            """, """
            content/posts/2010-01-12-a.md:7:1: warning PAL3011: No link uses the definition 'list of the lost', which is shown as it is written.
              hint: Write [list of the lost] where the link belongs, or take the definition out.
            content/posts/2010-01-12-a.md:11:3: warning PAL3011: No link uses the definition 'site', which is shown as it is written.
              hint: Another of its name stands before it: give it a name of its own.
            """),
        new("PAL1076", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: Remarks #2: which
            slug: a # as before
            summary: # to be written
            ---
            Words.
            -- content/comments/a.yml --
            - id: c1
              author: B # to be asked
              date: 2010-01-13
              body: "#1 # and" # quoted
            - id: c2
              status: removed
              author: B
              date: 2010-01-13
              body: #tag
            """, """
            content/comments/a.yml:9:9: warning PAL1076: From '#' on this is a remark in YAML, no part of 'body'.
              hint: If it is text, put the whole value in quotes; if it is a remark, give it a line of its own above the key.
            content/posts/2010-01-12-a.md:2:16: warning PAL1076: From '#' on this is a remark in YAML, no part of 'title'.
              hint: If it is text, put the whole value in quotes; if it is a remark, give it a line of its own above the key.
            """),
        new("PAL1078", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            Words.
            -- content/comments/a.yml --
            # What was said.
            - id: c1
              author: B
              date: 2010-01-13
              body: |
                One.

              # Two
            - id: c2
              author: B
              date: 2010-01-13
              body: |
                  Deep.
                # Three
            # Below.
            - id: c3
              author: B
              body: |
                One.
              # replyTo: c1
              # -----
              date: 2010-01-13
            - id: c4
              status: removed
              author: B
              date: 2010-01-13
              body: |
              # Four
            """, """
            content/comments/a.yml:8:3: note PAL1078: This line is a remark in YAML, no part of 'body'.
              hint: If it is text, indent it as the text above.
            content/comments/a.yml:14:5: note PAL1078: This line is a remark in YAML, no part of 'body'.
              hint: If it is text, indent it as the text above.
            """),
        new("PAL1077", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: &c company
            language: &again en
            summary: &again All of it.
            extra:
              short: *again
            ---
            Words.
            """, """
            content/posts/2010-01-12-a.md:2:8: note PAL1077: '&c' is an anchor in YAML, not a part of the text, and is ignored.
              hint: If it belongs to the text, put the whole text in quotes.
            content/posts/2010-01-12-a.md:3:11: note PAL1077: '&again' is an anchor in YAML, not a part of the text, and is ignored.
              hint: If it belongs to the text, put the whole text in quotes.
            """),
        new("PAL3012", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            ```go
            a
            ```

            - b

              ~~~
              c

            d
            -- content/comments/a.yml --
            - id: c1
              author: B
              date: 2010-01-13
              body: "```"
            """, """
            content/posts/2010-01-12-a.md:10:3: warning PAL3012: This block of code is never closed: all that follows is a part of it.
              hint: Close it with a line '~~~', as far in as the first.
            """),
        new("PAL3013", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            One.

            Two&#146;s ␀, *three*.
            """.Replace("␀", "\u0001"), """
            content/posts/2010-01-12-a.md:6:12: warning PAL3013: The invisible character U+0001 stands here; '�' is shown in its place.
              hint: Remove it.
            """),
        new("PAL3006", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            ![x](https://example.org/x.png)
            """, """
            content/posts/2010-01-12-a.md:4:1: warning PAL3006: The image 'https://example.org/x.png' is shown as a link: pages load nothing from other sites.
              hint: Put a copy beside the post or in content/media/, and name that.
            """),
        new("PAL3007", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            <div>⟨deep⟩
            """, """
            content/posts/2010-01-12-a.md:4:1: warning PAL3007: The body nests over 100 deep; what is deeper is shown at that level.
            """),
        new("PAL3070", """
            -- content/site.yml --
            baseUrl: https://example.org
            feedId: ann@example.org,2010
            """, """
            content/site.yml:2:9: error PAL3070: 'ann@example.org,2010', under 'feedId', does not begin an id.
              hint: Write a domain and a date, as example.org,2010.
            """),
        new("PAL3050", """
            -- themes/_look/home.html --
            {{ 1 + }}
            """, """
            themes/_look/home.html:1:8: error PAL3050: The template cannot be read: Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>.
            """),
        new("PAL3050", """
            -- themes/_look/footer.html --
            <footer>
            {{ for p in site.pages # 'pages'
            }}
            {{ if true }}{{ else if false }}{{ end }}
            {{ t 'nav.home' }} it's
            </footer>
            -- themes/_look/header.html --
            <p>
            {{ t 'nav.home }}</p>
            <p>it's</p>
            -- themes/_look/home.html --
            {{ if true }}{{ "}} end" }}{{ end }}
            <p>{{ end }}
            -- themes/_look/kit.html --
            <p>{{ t 'nav.home' }
            """, """
            themes/_look/footer.html:2:4: error PAL3050: The template cannot be read: This 'for' has no 'end'.
            themes/_look/header.html:2:6: error PAL3050: The template cannot be read: The text that begins here is never closed.
            themes/_look/home.html:2:7: error PAL3050: The template cannot be read: This 'end' closes nothing.
            themes/_look/kit.html:1:4: error PAL3050: The template cannot be read: What begins here is never closed by '}}'.
            """),
        new("PAL3051", """
            -- content/pages/p.md --
            # P
            -- themes/_look/footer.html --
            {{ if page.kind == 'home' }}
            <p>x</p>
            <p>{{ site.pages }}</p>
            {{ end }}
            """, """
            themes/_look/footer.html:3:7: error PAL3051: The template fails on '/': This holds several values, and is no text itself: write one of them.
            """),
        new("PAL3051", """
            -- themes/_look/home.html --
            {{ nothing.at.all }}
            """, """
            themes/_look/home.html:1:4: error PAL3051: The template fails on '/': The variable or function `nothing` was not found.
            """),
        new("PAL3052", """
            -- themes/_look/home.html --
            {{ while true }}{{ end }}
            """, """
            themes/_look/home.html:1:4: error PAL3052: The template does not come to an end on '/'.
              hint: Look for a loop whose condition never changes.
            """),
        new("PAL3053", """
            -- content/site.yml --
            baseUrl: https://example.org
            language: eo
            """, """
            themes/_look/strings/eo.yml: warning PAL3053: The look has no words in the language 'eo'; English is shown.
              hint: palabre look strings/eo.yml --write puts the English words there, to be translated.
            """),
        new("PAL3054", """
            -- content/site.yml --
            baseUrl: https://example.org
            language: FR
            -- themes/_look/strings/en.yml --
            mine: {word: x}
            -- themes/_look/strings/Fr.yml --
            # Nothing of our own yet.
            """, """
            themes/_look/strings/Fr.yml: warning PAL3054: The look has no 'mine.word' in the language 'fr'.
              hint: Add mine.word: to strings/fr.yml.
            """),
        new("PAL3055", """
            -- themes/_look/strings/en.yml --
            - a
            """, """
            themes/_look/strings/en.yml:1:1: error PAL3055: This is a list, where keys and their words are to be.
              hint: Write for example nav: and, below and further in, home: Start.
            """),
        new("PAL3055", """
            -- themes/_look/strings/en.yml --
            date:
              months: [Jan, Feb]
              weekdays: []
              short: [a]
            nav:
              home:
              themes: ~
              authors: ''
              archive: {other: A}
              search: [a, b]
            post:
              comments:
                one: "{0} remark"
                ohter: "{0} remarks"
              count: {one: "{0} post"}
            turn: {replies: {other: [x]}}
            feed: x
            pager: [x]
            mine:
              list: [a, {b: c}]
              count: {one: a, other: "{7}"}
              more: {one: a, another: b}
            """, """
            themes/_look/strings/en.yml:2:11: error PAL3055: 'date.months' has 2 texts, not 12.
              hint: It needs all 12, in their order.
            themes/_look/strings/en.yml:3:13: error PAL3055: 'date.weekdays' has 0 texts, not 7.
              hint: It needs all 7, in their order.
            themes/_look/strings/en.yml:4:10: error PAL3055: 'date.short' is a text, not a list.
              hint: Remove what lists are made of: '[', ']', or '-' before each.
            themes/_look/strings/en.yml:6:3: error PAL3055: 'nav.home' has no words.
              hint: Write them after the colon, or remove the line; '' is an empty text.
            themes/_look/strings/en.yml:7:3: error PAL3055: 'nav.themes' has no words.
              hint: Write them after the colon, or remove the line; '' is an empty text.
            themes/_look/strings/en.yml:9:3: error PAL3055: 'nav.archive' is one text, not a group of words.
              hint: Write it after archive:, on the same line.
            themes/_look/strings/en.yml:10:11: error PAL3055: 'nav.search' is a text, not a list.
              hint: Remove what lists are made of: '[', ']', or '-' before each.
            themes/_look/strings/en.yml:14:5: error PAL3055: 'ohter' is no plural category.
              hint: Those of 'post.comments' are among zero, one, two, few, many, other.
            themes/_look/strings/en.yml:15:10: error PAL3055: 'post.count' has no text for 'other', which stands where no other category does.
              hint: Add other: and the text.
            themes/_look/strings/en.yml:16:18: error PAL3055: 'turn.replies' has no text for 'other'.
              hint: Write it after the colon.
            themes/_look/strings/en.yml:17:7: error PAL3055: 'feed' is a group of words, not a text.
              hint: Write them below it, further in: feed.answers_comment.
            themes/_look/strings/en.yml:18:8: error PAL3055: 'pager' is a group of words, not a list.
              hint: Write them below it, further in: pager.label.
            themes/_look/strings/en.yml:20:13: error PAL3055: In the list 'mine.list' stands a map, where a text is to be.
              hint: Write one text for each.
            """),
        new("PAL3060", """
            -- content/site.yml --
            baseUrl: https://example.org
            language: fr
            -- themes/_look/strings/fr.yml --
            post:
              count: {one: "{0} texte", other: "{0} textes"}
              comments: {other: "{0} mots"}
              read_more: La suite
            turn:
              replies: "Réponses : {0}"
            mine:
              word: {few: "{0}", other: "{0}"}
            -- themes/_look/strings/en.yml --
            mine: {word: {one: x, other: y}}
            """, """
            themes/_look/strings/fr.yml:3:13: warning PAL3060: 'post.comments' has no text for 'one', which numbers of the language 'fr' ask for.
              hint: Add one: and its text.
            themes/_look/strings/fr.yml:8:9: warning PAL3060: 'mine.word' has no text for 'one', which numbers of the language 'fr' ask for.
              hint: Add one: and its text.
            """),
        new("PAL3058", """
            -- themes/_look/strings/en.yml --
            date:
              long: "{weekdy} {day} {month"
              moment: "{hour12}:{minute} {half}"
            nav: {search: "Find {0}"}
            post:
              comments: "{0} remarks, {1}"
            entry: {removed_because: "Why: {1}"}
            mine: {word: "{9}"}
            """, """
            themes/_look/strings/en.yml:2:9: warning PAL3058: Nothing fills '{month' in this text.
              hint: Did you mean '{month}'?
            themes/_look/strings/en.yml:2:9: warning PAL3058: Nothing fills '{weekdy}' in this text.
              hint: Did you mean '{weekday}'?
            themes/_look/strings/en.yml:4:15: warning PAL3058: Nothing fills '{0}' in this text.
              hint: Remove it: this text has no places.
            themes/_look/strings/en.yml:6:13: warning PAL3058: Nothing fills '{1}' in this text.
              hint: Its places are {0}.
            themes/_look/strings/en.yml:7:26: warning PAL3058: Nothing fills '{1}' in this text.
              hint: Its places are {0}.
            """),
        new("PAL3059", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- themes/_look/layout.html --
            """, """
            themes/_look/layout.html: error PAL3059: The site's own look leaves out entries on pages of the kind 'post'.
              hint: Write {{ include page.kind }} where the page is to stand, as layout.html of the default look does.
            """),
        new("PAL3051", """
            -- themes/_look/home.html --
            {{ t 'nav.archve' }}
            """, """
            themes/_look/home.html:1:4: error PAL3051: The template fails on '/': There are no words 'nav.archve', but 'nav.archive'.
            """),
        new("PAL3051", """
            -- themes/_look/home.html --
            {{ t 'post.comments' }}
            """, """
            themes/_look/home.html:1:4: error PAL3051: The template fails on '/': 'post.comments' has a text for each number: t 'post.comments' n, where n is a whole one.
            """),
        new("PAL3051", """
            -- themes/_look/home.html --
            {{ t 'date.months' }}
            """, """
            themes/_look/home.html:1:4: error PAL3051: The template fails on '/': 'date.months' is a list of words, not a text.
            """),
        new("PAL3051", """
            -- themes/_look/home.html --
            {{ if site.extra.mood }}{{ else }}
            {{ site.title }}{{ site.extra }}
            {{ end }}
            """, """
            themes/_look/home.html:2:20: error PAL3051: The template fails on '/': This holds several values, and is no text itself: write one of them.
            """),
        new("PAL4001", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            aliases: /themes/
            ---
            """, """
            content/posts/2010-01-12-a.md:3:10: error PAL4001: The address '/themes/' is already that of themes.
              hint: Change the slug, permalink or alias of one of the two.
            """),
        new("PAL4002", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            permalink: /../a/
            ---
            """, """
            content/posts/2010-01-12-a.md:3:12: error PAL4002: The permalink '/../a/' has a part '..', which would lead out of its place.
              hint: Write a path such as /2010/hello/.
            """),
        new("PAL4003", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            aliases: [/../a/]
            ---
            """, """
            content/posts/2010-01-12-a.md:3:11: warning PAL4003: The alias '/../a/' has a part '..', which would lead out of its place; no redirect is made.
              hint: Write a path such as /2009/old-name.html.
            """),
        new("PAL4004", """
            -- content/posts/2010-01-12-con.md --
            ---
            title: A
            ---
            """, """
            content/posts/2010-01-12-con.md:1:1: note PAL4004: 'con' is a name that Windows reserves; in the address it becomes 'con-'.
            """),
        new("PAL4005", """
            -- content/posts/2010-01-12-a.md --
            ---
            title: A
            ---
            -- content/posts/x.png --
            """, """
            content/posts/x.png: note PAL4005: No post of this folder names this file; it is not published.
            """),
    ];

    [TestCaseSource(nameof(Sites))]
    public void Is_told_in_full(string code, string site, string told)
    {
        Assert.That(SiteText.Told(Site(site)), Is.EqualTo(told));
        Assert.That(told, Does.Contain($" {code}: "));
    }

    [Test]
    public void A_folder_that_is_no_site_is_told_what_one_is() => Assert.That(Catalogue.NoContent("blog/content/site.yml").ToString(), Is.EqualTo("""
        blog/content/site.yml: error PAL1100: There is no such file: a site is a folder with content/site.yml in it.
          hint: Name the site's folder: palabre build <folder>. Or make one: palabre init <folder>.
        """));

    [Test]
    public void A_preview_that_met_a_mistake_of_the_program_says_so() => Assert.That(Catalogue.PreviewFailed(new("2010/01/a/index.html"), "Nothing\nof the kind.").ToString(), Is.EqualTo("""
        2010/01/a/index.html: error PAL4080: The preview fails: Nothing of the kind.
          hint: Undo the last change to see what brings it about; palabre check may tell more.
        """));

    [Test]
    public void Every_rule_has_a_test()
    {
        var folder = Path.Combine(Repository.Root, "tests", "Palabre.Tests");
        var texts = Elsewhere.Append("Diagnostics/EveryCodeTests.cs").Select(file => File.ReadAllText(Path.Combine(folder, file)));
        var tested = texts.SelectMany(text => Regex.Matches(text, "(?:error|warning|note) (PAL[0-9]{4}): ")).Select(m => m.Groups[1].Value);
        Assert.That(Catalogue.Rules.Select(rule => rule.Code).Except(tested), Is.Empty);
    }

    [Test]
    public void No_two_rules_share_a_code() => Assert.That(Catalogue.Rules.Select(rule => rule.Code), Is.Unique);

    [Test]
    public void A_code_begins_with_the_number_of_its_layer()
    {
        Assert.That(Catalogue.Rules.Select(rule => rule.Code), Is.All.Match("^PAL[1-5][0-9]{3}$"));
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "generator", "Palabre.Core", "Diagnostics"), "Catalogue.*.cs");
        foreach (var (file, range) in new[]
        {
            ("Yaml", "PAL10"), ("Reading", "PAL10"), ("Settings", "PAL11"), ("Threading", "PAL2"), ("Bodies", "PAL30"), ("Look", "PAL30[56]"), ("Feeds", "PAL307"),
            ("Addresses", "PAL40"), ("Ledger", "PAL40"), ("Output", "PAL40"), ("Preview", "PAL40"), ("Import", "PAL50"),
        })
        {
            var text = File.ReadAllText(sources.Single(source => source.EndsWith($"Catalogue.{file}.cs", StringComparison.Ordinal)));
            var codes = Regex.Matches(text, "new\\(\\s*\"(PAL[0-9]{4})\"").Select(m => m.Groups[1].Value).ToArray();
            Assert.That(codes, Is.Not.Empty, file);
            Assert.That(codes, Is.All.Match("^" + range), file);
        }
    }

    [Test]
    public void Titles_and_explanations_are_written() => Assert.That(
        Catalogue.Rules.Where(rule => rule.Title.Length is 0 or > 80 || rule.Title.EndsWith('.') || !rule.Explanation.EndsWith('.')), Is.Empty);

    /// <summary>Signs stand for what cannot be written in a fixture.</summary>
    private static SiteFiles Site(string site) => SiteText.Files(site
        .Replace("␀", "\0", StringComparison.Ordinal)
        .Replace("⟨deep⟩", string.Concat(Enumerable.Repeat("<b>", 120)), StringComparison.Ordinal)
        .Replace("⟨many⟩", new string('[', 60_000), StringComparison.Ordinal));
}
