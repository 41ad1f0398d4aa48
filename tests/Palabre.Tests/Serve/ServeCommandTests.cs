using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Palabre.Tests.Support;

namespace Palabre.Tests.Serve;

/// <summary><c>palabre serve</c>, asked over HTTP.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ServeCommandTests
{
    private const string Small = """
        -- content/site.yml --
        title: Small
        baseUrl: https://example.org/
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Ada
        ---
        First words.
        -- content/comments/hello/c1.yml --
        author: Bob
        date: 2010-01-13
        body: An answer.
        -- content/media/a.txt --
        Kept.
        -- themes/_look/assets/own.css --
        p { color: red }
        """;

    [Test]
    public async Task Pages_and_files_come_with_their_types_and_are_never_kept()
    {
        await using var served = await ServedSite.Start(Small);
        foreach (var (path, type) in new[]
        {
            ("/", "text/html; charset=utf-8"), ("/2010/01/hello/", "text/html; charset=utf-8"), ("/assets/style.css", "text/css; charset=utf-8"),
            ("/assets/site.js", "text/javascript; charset=utf-8"), ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
            ("/atom.xml", "application/xml; charset=utf-8"), ("/media/a.txt", "text/plain; charset=utf-8"), ("/assets/own.css", "text/css; charset=utf-8"),
        })
        {
            var answer = await served.Ask(path);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo(type), path);
            Assert.That(answer.Headers.CacheControl!.NoStore, path);
        }

        Assert.That(await served.Text("/media/a.txt"), Is.EqualTo("Kept.\n"));
        var missing = await served.Ask("/nowhere/");
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await missing.Content.ReadAsStringAsync(), Does.Contain("page-not-found"));
    }

    /// <summary>A proposed change may bring along a page that runs; where it comes from nowhere, it reads no draft.</summary>
    [TestCase("media/page.html", true)]
    [TestCase("media/page.xhtml", true)]
    [TestCase("media/drawing.svg", true)]
    [TestCase("media/data.xml", true)]
    [TestCase("media/a.txt", false)]
    [TestCase("media/book.pdf", false)]
    public async Task What_runs_in_a_browser_by_itself_comes_from_nowhere(string path, bool isShut)
    {
        await using var served = await ServedSite.Start($"{Small}\n-- content/{path} --\nx");
        var policy = (await served.Ask("/" + path)).Headers.TryGetValues("Content-Security-Policy", out var values) ? values.Single() : null;
        Assert.That(policy, Is.EqualTo(isShut ? "sandbox allow-scripts" : null));
    }

    [Test]
    public async Task Head_tells_what_get_would_and_sends_nothing()
    {
        await using var served = await ServedSite.Start(Small);
        foreach (var path in new[] { "/", "/media/a.txt", "/.palabre/preview.js" })
        {
            var (get, head) = (await served.Ask(path), await served.Ask(path, "HEAD"));
            Assert.That(head.Content.Headers.ContentLength, Is.EqualTo((await get.Content.ReadAsByteArrayAsync()).Length), path);
            Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag), path);
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty, path);
        }

        Assert.That((await served.Ask("/", "POST")).StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        var origin = new Uri(served.Origin);
        using var raw = new TcpClient(origin.Host, origin.Port);
        await raw.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"head / HTTP/1.1\r\nHost: {origin.Authority}\r\nConnection: close\r\n\r\n"));
        Assert.That(await new StreamReader(raw.GetStream()).ReadLineAsync(), Is.EqualTo("HTTP/1.1 405 Method Not Allowed"), "methods have a case");
    }

    [TestCase("evil.example")]
    [TestCase("localhost:1")]
    [TestCase("localhost.evil.example")]
    public async Task A_host_by_any_other_name_gets_nothing(string host)
    {
        await using var served = await ServedSite.Start(Small);
        var port = new Uri(served.Origin).Port.ToString(CultureInfo.InvariantCulture);
        var answer = await served.Ask("/", host: host.Contains(':', StringComparison.Ordinal) ? host : $"{host}:{port}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MisdirectedRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Small"));
        Assert.That((await served.Ask("/", host: $"[::1]:{port}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/../content/site.yml")]
    [TestCase("/%2e%2e/content/site.yml")]
    [TestCase("/media/..%2f..%2fcontent/site.yml")]
    [TestCase("/media/%2e%2e/site.yml")]
    [TestCase("/content/site.yml")]
    [TestCase("//etc/passwd")]
    [TestCase("/media\\..\\site.yml")]
    [TestCase("/.palabre/../content/site.yml")]
    public async Task No_path_leads_out_of_the_site(string path)
    {
        await using var served = await ServedSite.Start(Small);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(served.Origin).Port);
        await using var stream = client.GetStream();
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteAsync($"GET {path} HTTP/1.1\r\nHost: localhost:{new Uri(served.Origin).Port}\r\nConnection: close\r\n\r\n");
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        Assert.That(answer, Does.Match("^HTTP/1.1 (404|400)"));
        Assert.That(answer, Does.Not.Contain("baseUrl"));
    }

    [Test]
    public async Task A_link_that_takes_the_place_of_a_file_is_not_followed_out_of_the_site()
    {
        using var outside = new SiteOnDisk("-- secret.txt --\nSecret.");
        await using var served = await ServedSite.Start(Small, "--no-watch");
        var file = Path.Combine(served.Site.Root, "content/media/a.txt");
        File.Delete(file);
        File.CreateSymbolicLink(file, Path.Combine(outside.Root, "secret.txt"));
        var answer = await served.Ask("/media/a.txt");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Secret."));
    }

    /// <summary>Else the browser would take it for the latest, and leave it there.</summary>
    [Test]
    public async Task A_page_that_is_made_while_another_file_is_saved_does_not_pass_for_the_next()
    {
        await using var served = await ServedSite.Start(Small);
        for (var gap = 0; gap < 60; gap += 6)
        {
            served.Site.Write("content/posts/2010-01-12-hello.md", Slow($"first {gap}"));
            await served.TextWith("/", text => text.Contains($"first {gap}.", StringComparison.Ordinal));
            var asked = served.Ask("/2010/01/hello/");
            await Task.Delay(gap);
            served.Site.Write("content/posts/2010-01-12-hello.md", Slow($"then {gap}"));
            var made = await asked;
            await served.TextWith("/", text => text.Contains($"then {gap}.", StringComparison.Ordinal));
            var last = await served.Ask("/2010/01/hello/");
            if (!made.Headers.ETag!.Equals(last.Headers.ETag)) Assert.That(await StateOf(made), Is.Not.EqualTo(await StateOf(last)), $"after {gap} ms");
        }

        static string Slow(string words) => $"---\ntitle: Hello\n---\nWords {words}.\n\n{string.Concat(Enumerable.Repeat("*Many* **words** [here](/).\n\n", 4000))}";

        static async Task<string> StateOf(HttpResponseMessage page) =>
            System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "data-state=\"([^\"]*)\"").Groups[1].Value;
    }

    [Test]
    public async Task What_a_link_leads_to_is_shown_as_it_is_changed([Values("file", "folder", "elsewhere")] string kind)
    {
        await using var served = await ServedSite.Start($"{Small}\n-- {(kind == "elsewhere" ? "shared" : "content/shared")}/2010-03-03-linked.md --\nFirst linked words.\n");
        var (link, target) = kind switch
        {
            "folder" => ("content/posts/2010", "../shared"),
            "file" => ("content/posts/2010-03-03-linked.md", "../shared/2010-03-03-linked.md"),
            _ => ("content/posts/2010-03-03-linked.md", "../../shared/2010-03-03-linked.md"),
        };
        File.CreateSymbolicLink(Path.Combine(served.Site.Root, link), target);
        await served.TextWith("/2010/03/linked/", text => text.Contains("First linked words.", StringComparison.Ordinal));
        served.Site.Write(kind == "elsewhere" ? "shared/2010-03-03-linked.md" : "content/shared/2010-03-03-linked.md", "Other linked words.\n");
        await served.TextWith("/2010/03/linked/", text => text.Contains("Other linked words.", StringComparison.Ordinal));
        await served.Says(line => line.Contains("Links stand among the files", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_hidden_folder_that_the_settings_name_is_watched_like_others()
    {
        await using var served = await ServedSite.Start(Small.Replace("title: Small", "title: Small\nposts: .posts", StringComparison.Ordinal)
            .Replace("content/posts/", ".posts/2010/", StringComparison.Ordinal));
        served.Site.Write(".posts/2010/2010-01-12-hello.md", "Hidden words.\n");
        await served.TextWith("/2010/01/hello/", text => text.Contains("Hidden words.", StringComparison.Ordinal));
        served.Site.Write(".posts/2011/2011-01-12-new.md", "In a new folder.\n");
        await served.TextWith("/2011/01/new/", text => text.Contains("In a new folder.", StringComparison.Ordinal));
    }

    /// <summary>The folder is listed before the system tells of changes in it.</summary>
    [Test]
    public async Task What_is_saved_while_another_folder_is_taken_is_shown([Range(0, 60, 4)] int after)
    {
        await using var served = await ServedSite.Start(Small);
        served.Site.Write("content/site.yml", "title: Small\nbaseUrl: https://example.org/\nposts: blog\n").Move("content/posts", "blog");
        await Task.Delay(after);
        served.Site.Write("blog/2010-01-12-hello.md", "Words after the move.\n");
        await served.TextWith("/2010/01/hello/", text => text.Contains("Words after the move.", StringComparison.Ordinal));
    }

    [Test]
    public async Task Another_look_brings_its_own_style()
    {
        await using var served = await ServedSite.Start(Small + "\n-- themes/_other/assets/own.css --\np { color: blue }\n");
        Assert.That(await served.Text("/"), Does.Not.Contain("assets/own.css&quot;:"));
        served.Site.Write("content/site.yml", "title: Small\nbaseUrl: https://example.org/\nlook: themes/_other\n");
        await served.TextWith("/", text => text.Contains("assets/own.css&quot;:", StringComparison.Ordinal));
        Assert.That(await served.Text("/assets/own.css"), Does.Contain("blue"));
    }

    [Test]
    public async Task The_path_of_the_base_address_is_where_the_site_is()
    {
        await using var served = await ServedSite.Start(Small, "--base-url", "https://example.org/a/b%20c");
        foreach (var (from, to) in new[] { ("/", "/a/b%20c/"), ("/a/b%20c", "/a/b%20c/"), ("/a/b%20c/2010/01/hello?x=1", "/a/b%20c/2010/01/hello/?x=1") })
        {
            var answer = await served.Ask(from);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.TemporaryRedirect), from);
            Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo(to));
        }

        Assert.That(await served.Text("/a/b%20c/"), Does.Contain("/a/b%20c/assets/style.css"));
        Assert.That((await served.Ask("/2010/01/hello/")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(served.Output, Does.Contain("/a/b%20c/ · 1 post, 1 comment"));
    }

    [Test]
    public async Task What_is_built_knows_nothing_of_the_preview()
    {
        await using var served = await ServedSite.Start(Small);
        served.Site.Build();
        foreach (var page in served.Site.Pages) Assert.That(served.Site.Published(page), Does.Not.Contain("palabre-"), page);
        Assert.That(served.Site.Published("index.html").Length, Is.LessThan((await served.Text("/")).Length));
    }

    [Test]
    public async Task A_save_reaches_who_listens_and_the_page_is_another([Values("--jobs=2", "--poll")] string option)
    {
        await using var served = await ServedSite.Start(Small, option);
        await using var states = await served.Listen();
        var before = (await served.Ask("/2010/01/hello/", "HEAD")).Headers.ETag;
        served.Site.Write("content/comments/hello/c1.yml", "author: Bob\ndate: 2010-01-13\nbody: Another answer.\n");
        await states.Next();
        Assert.That(await served.TextWith("/2010/01/hello/", text => text.Contains("Another answer.", StringComparison.Ordinal)), Does.Not.Contain("An answer."));
        Assert.That((await served.Ask("/2010/01/hello/", "HEAD")).Headers.ETag, Is.Not.EqualTo(before));
        await served.Says(line => line.Contains("content/comments/hello/c1.yml changed", StringComparison.Ordinal));
    }

    /// <summary>Files are listed before the system tells of changes.</summary>
    [Test]
    public async Task What_is_saved_while_the_preview_begins_is_shown([Range(0, 20)] int after)
    {
        var saved = Task.CompletedTask;
        await using var served = await ServedSite.Start(Small, site => saved = Task.Run(async () =>
        {
            await Task.Delay(after);
            site.Write("content/comments/hello/c2.yml", "author: Eve\ndate: 2010-01-14\nbody: In the meantime.\n");
        }));
        await saved;
        await served.TextWith("/2010/01/hello/", text => text.Contains("In the meantime.", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_save_by_rename_is_a_save([Values("--jobs=2", "--poll")] string option)
    {
        await using var served = await ServedSite.Start(Small, option);
        served.Site.Write("content/posts/.hello.tmp", "---\ntitle: Hello\nauthor: Ada\n---\nRenamed into place.\n");
        File.Move(Path.Combine(served.Site.Root, "content/posts/.hello.tmp"), Path.Combine(served.Site.Root, "content/posts/2010-01-12-hello.md"), overwrite: true);
        await served.TextWith("/2010/01/hello/", text => text.Contains("Renamed into place.", StringComparison.Ordinal));
    }

    [Test]
    public async Task New_and_renamed_folders_are_seen_with_all_that_is_in_them([Values("--jobs=2", "--poll")] string option)
    {
        await using var served = await ServedSite.Start(Small, option);
        served.Site.Write("content/posts/deep/deeper/2010-02-01-new.md", "In a new folder.\n");
        await served.TextWith("/2010/02/new/", text => text.Contains("In a new folder.", StringComparison.Ordinal));
        served.Site.Move("content/comments/hello", "content/comments/new");
        await served.TextWith("/2010/02/new/", text => text.Contains("An answer.", StringComparison.Ordinal));
        served.Site.Write("content/comments/new/c1.yml", "author: Bob\ndate: 2010-02-13\nbody: After the move.\n");
        await served.TextWith("/2010/02/new/", text => text.Contains("After the move.", StringComparison.Ordinal));
        served.Site.Move("content", "contents");
        await served.TextWith("/", text => text.Contains("PAL1100", StringComparison.Ordinal));
        served.Site.Move("contents", "content");
        await served.TextWith("/", text => !text.Contains("PAL1100", StringComparison.Ordinal));
        served.Site.Write("content/comments/new/c1.yml", "author: Bob\ndate: 2010-02-13\nbody: After both moves.\n");
        await served.TextWith("/2010/02/new/", text => text.Contains("After both moves.", StringComparison.Ordinal));
    }

    [Test]
    public async Task Another_folder_in_the_place_of_the_site_is_shown_and_followed([Values("--jobs=2", "--poll")] string option)
    {
        await using var served = await ServedSite.Start(Small, option);
        await Task.Delay(500); // until all files have been looked at once more, which is soon after the beginning
        var former = $"../{Path.GetFileName(served.Site.Root)}.former";
        served.Site.Move("", former);
        try
        {
            served.Site.Write("content/site.yml", "title: Other\n").Write("content/posts/2010-01-12-hello.md", "Of the other site.\n");
            await served.TextWith("/2010/01/hello/", text => text.Contains("Of the other site.", StringComparison.Ordinal));
            served.Site.Write("content/posts/2010-01-12-hello.md", "Changed in the other site.\n");
            await served.TextWith("/2010/01/hello/", text => text.Contains("Changed in the other site.", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(Path.Combine(served.Site.Root, former), recursive: true);
        }
    }

    [Test]
    public async Task A_half_written_file_leaves_the_pages_as_they_were_and_the_next_save_mends()
    {
        await using var served = await ServedSite.Start(Small);
        served.Site.Write("content/comments/hello/c1.yml", "author: 'Bo");
        var page = await served.TextWith("/2010/01/hello/", text => text.Contains("PAL1002", StringComparison.Ordinal));
        Assert.That(page, Does.Contain("An answer.").And.Contain("1 error").And.Contain("The page shows the site as it was before the errors."));
        Assert.That(page, Does.Contain($"href=\"vscode://file{served.Site.Root}/content/comments/hello/c1.yml:1:9\""));
        await served.Says(line => line.Contains("the pages stay as they were", StringComparison.Ordinal));
        served.Site.Write("content/comments/hello/c1.yml", "author: 'Bob'\ndate: 2010-01-13\nbody: Mended.\n");
        Assert.That(await served.TextWith("/2010/01/hello/", text => text.Contains("Mended.", StringComparison.Ordinal)), Does.Not.Contain("PAL1002"));
    }

    [Test]
    public async Task A_style_that_is_saved_while_another_file_has_a_mistake_is_told_when_that_is_mended()
    {
        await using var served = await ServedSite.Start(Small + "\n-- themes/_look/assets/style.css --\nbody { color: red }\n");
        served.Site.Write("content/comments/hello/c1.yml", "author: 'Bo");
        await served.Says(line => line.Contains("the pages stay as they were", StringComparison.Ordinal));
        served.Site.Write("themes/_look/assets/style.css", "body { color: blue }\n");
        await served.Says(line => line.Contains("style.css changed", StringComparison.Ordinal));
        Assert.That(await served.Text("/2010/01/hello/"), Does.Not.Contain("assets/style.css&quot;:"));
        served.Site.Write("content/comments/hello/c1.yml", "author: 'Bob'\ndate: 2010-01-13\nbody: Mended.\n");
        Assert.That(await served.TextWith("/2010/01/hello/", text => text.Contains("Mended.", StringComparison.Ordinal)), Does.Contain("assets/style.css&quot;:"));
    }

    [Test]
    public async Task A_site_with_errors_from_the_start_shows_what_it_can()
    {
        await using var served = await ServedSite.Start(Small + "\n-- content/comments/hello/c2.yml --\nauthor: [");
        Assert.That(await served.Text("/2010/01/hello/"), Does.Contain("An answer.").And.Contain("PAL1008"));
        Assert.That(served.Output, Does.Contain("c2.yml:1:9: error PAL1008"));
    }

    [Test]
    public async Task A_template_that_fails_is_told_in_place_of_the_page_and_other_pages_are_shown()
    {
        await using var served = await ServedSite.Start(Small);
        served.Site.Write("themes/_look/author.html", "{{ nothing.at.all }}");
        await served.TextWith("/authors/ada/", text => text.Contains("PAL3051", StringComparison.Ordinal));
        var answer = await served.Ask("/authors/ada/");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("vscode://file").And.Contain("author.html:1:"));
        Assert.That((await served.Ask("/2010/01/hello/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        File.Delete(Path.Combine(served.Site.Root, "themes/_look/author.html"));
        await served.TextWith("/authors/ada/", text => !text.Contains("PAL3051", StringComparison.Ordinal));
    }

    [Test]
    public async Task However_many_pages_a_template_fails_on_each_is_told_and_the_others_are_shown()
    {
        var voices = Enumerable.Range(1, 30).Select(i => $"-- content/comments/hello/v{i}.yml --\nauthor: Voice {i}\ndate: 2010-01-14\nbody: Words.");
        await using var served = await ServedSite.Start($"{Small}\n{string.Join('\n', voices)}\n-- themes/_look/author.html --\n{{{{ nothing.at.all }}}}");
        for (var i = 1; i <= 30; i++)
        {
            var answer = await served.Ask($"/authors/voice-{i}/");
            Assert.That((answer.StatusCode, await answer.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.InternalServerError, "")).Using<(HttpStatusCode Status, string Text)>(
                (a, b) => a.Status == b.Status && (a.Text + b.Text).Contains("author.html:1:", StringComparison.Ordinal)), $"voice {i}");
        }

        Assert.That(await served.Text("/2010/01/hello/"), Does.Contain("An answer."));
    }

    [Test]
    public async Task A_page_that_loses_an_entry_is_told_and_no_end_of_the_preview()
    {
        await using var served = await ServedSite.Start(Small + "\n-- themes/_look/turns.html --\nNobody.");
        Assert.That(await served.Text("/2010/01/hello/"), Does.Contain("This page cannot be made").And.Contain("error PAL3059: The site&#39;s own look leaves out entries"));
        Assert.That((await served.Ask("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_is_not_published_yet_is_shown_with_a_mark()
    {
        await using var served = await ServedSite.Start(Small + """

            -- content/posts/2010-01-14-draft.md --
            ---
            title: A draft
            draft: true
            ---
            Not yet.
            -- content/comments/hello/later.yml --
            author: Eve
            date: 2010-03-01
            body: Later.
            -- content/comments/hello/waits.yml --
            author: Mallory
            date: 2010-01-14
            status: pending
            body: May I?
            -- content/pages/about.md --
            ---
            title: About
            draft: true
            ---
            Us.
            """, "--now", "2010-02-01");
        Assert.That(await served.Text("/2010/01/draft/"), Does.Match("<article[^>]* id=\"post\"><p class=\"palabre-mark\" lang=\"en\">draft</p>"));
        Assert.That(await served.Text("/"), Does.Match("<a class=\"[^\"]*\" href=\"/2010/01/draft/\"><span class=\"palabre-mark\" lang=\"en\">draft</span> A draft</a>"));
        Assert.That(await served.Text("/about/"), Does.Contain("<main id=\"main\"><p class=\"palabre-mark\" lang=\"en\">draft</p>"));
        var hello = await served.Text("/2010/01/hello/");
        Assert.That(hello, Does.Contain("id=\"c-later\"><p class=\"palabre-mark\" lang=\"en\">from 2010-03-01</p>"));
        Assert.That(hello, Does.Contain("id=\"c-waits\"><p class=\"palabre-mark\" lang=\"en\">pending</p>"));
        Assert.That(hello, Does.Not.Contain("id=\"c-c1\"><p"));
    }

    [Test]
    public async Task What_people_wrote_does_nothing_in_the_report()
    {
        await using var served = await ServedSite.Start(Small + "\n-- content/comments/hello/x.yml --\nauthor: A\ndate: \"<script>alert(1)</script>\"\nbody: B\n");
        Assert.That(await served.Text("/"), Does.Contain("&lt;script&gt;").And.Not.Contain("<script>alert"));
    }

    [Test]
    public async Task A_policy_of_the_look_lets_the_preview_through_and_nothing_else()
    {
        await using var served = await ServedSite.Start(Small + """

            -- themes/_look/head.html --
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'; img-src 'self'">
            <title>{{ page.title }}</title>
            """);
        Assert.That(await served.Text("/"), Does.Contain(
            "content=\"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'\""));
    }

    [Test]
    public async Task Without_watching_nothing_changes()
    {
        await using var served = await ServedSite.Start(Small, "--no-watch");
        served.Site.Write("content/posts/2010-01-12-hello.md", "---\ntitle: Hello\nauthor: Ada\n---\nOther words.\n");
        Assert.That(await served.Text("/2010/01/hello/"), Does.Contain("First words."));
    }

    [Test]
    public async Task A_port_that_is_taken_is_told_and_the_next_free_one_is_found()
    {
        await using var served = await ServedSite.Start(Small);
        var port = new Uri(served.Origin).Port.ToString(CultureInfo.InvariantCulture);
        Assert.That(new Uri(served.Origin).Port, Is.GreaterThanOrEqualTo(5080));
        var ran = served.Site.Run("serve", "--port", port);
        Assert.That(ran.Status, Is.EqualTo(3));
        Assert.That(ran.Error, Is.EqualTo($"palabre: Port {port} is taken.\n  hint: Leave --port out, and the next free one from 5080 is used.\n"));
        await using var other = await ServedSite.Start(Small);
        Assert.That(other.Origin, Is.Not.EqualTo(served.Origin));
    }

    [Test]
    public async Task It_ends_at_once_though_somebody_listens()
    {
        await using var served = await ServedSite.Start(Small);
        await using var states = await served.Listen();
        Assert.That(await served.End(), Is.EqualTo(130));
    }

    [TestCase("--port takes a number from 1 to 65535, not '0'.", "--port", "0")]
    [TestCase("--port takes a number from 1 to 65535, not 'x'.", "--port", "x")]
    [TestCase("--poll looks for changes and --no-watch looks for none; choose one.", "--poll", "--no-watch")]
    public void A_wrong_option_is_told(string message, params string[] options)
    {
        var ran = SiteOnDisk.Palabre(["serve", .. options]);
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Error, Does.Contain($"palabre: {message}\n"));
    }

    [Test]
    public void A_folder_that_is_no_site_is_not_served()
    {
        using var site = new SiteOnDisk(Small);
        var ran = SiteOnDisk.Palabre("serve", Path.Combine(site.Root, "themes"));
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Output, Does.Contain("error PAL1100"));
    }
}
