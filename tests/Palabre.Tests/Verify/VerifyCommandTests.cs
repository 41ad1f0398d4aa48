using Microsoft.AspNetCore.Http;
using Palabre.Tests.Support;
using Palabre.Verify;

namespace Palabre.Tests.Verify;

/// <summary><c>palabre verify</c>, over folders and over real HTTP.</summary>
public sealed class VerifyCommandTests
{
    private const string Drawing = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        author: Ann
        aliases: /old/
        ---
        Text.
        -- content/media/élan a.txt --
        A file with a name.
        """;

    private const string Post = "2010/01/hello/index.html";

    [Test]
    public void A_folder_as_it_was_built_is_as_recorded()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        var ran = SiteOnDisk.Palabre("verify", site.Output);
        Assert.That(ran.Status, Is.Zero, ran.Output);
        Assert.That(ran.Output, Does.Match(@"^\S+output: \d+ files, all as recorded\.\n$"));
    }

    [Test]
    public void Each_difference_of_a_folder_has_a_line()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        File.Delete(Path.Combine(site.Output, "atom.xml"));
        File.AppendAllText(Path.Combine(site.Output, Post), " ");
        File.WriteAllText(Path.Combine(site.Output, "notes.txt"), "Mine.");
        var ran = SiteOnDisk.Palabre("verify", site.Output);
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output.Split('\n')[..3], Is.EqualTo(new[]
        {
            $"{site.Output}/{Post}: changed", $"{site.Output}/atom.xml: missing", $"{site.Output}/notes.txt: not in the record",
        }));
        Assert.That(ran.Output, Does.Contain(" 3 differences.\n"));
    }

    [Test]
    public void A_link_in_the_place_of_a_file_is_a_difference()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        var file = Path.Combine(site.Output, "atom.xml");
        File.Move(file, Path.Combine(site.Root, "elsewhere.xml"));
        File.CreateSymbolicLink(file, Path.Combine(site.Root, "elsewhere.xml"));
        Assert.That(SiteOnDisk.Palabre("verify", site.Output).Output, Does.Contain("atom.xml: a link, where a file was written\n"));
    }

    [Test]
    public void Several_places_are_told_one_after_the_other_and_the_worst_decides()
    {
        using var good = new SiteOnDisk(Drawing).Build();
        using var bad = new SiteOnDisk(Drawing).Build();
        File.Delete(Path.Combine(bad.Output, "atom.xml"));
        var ran = SiteOnDisk.Palabre("verify", good.Output, bad.Output);
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain($"{good.Output}: ").And.Contain($"{bad.Output}/atom.xml: missing"));
    }

    [TestCase("nowhere", "There is no folder 'nowhere'.", 2)]
    [TestCase("ftp://example.org/", "'ftp://example.org/' is not the address of a site.", 2)]
    [TestCase("https://me:secret@example.org/", "is not the address of a site.", 2)]
    [TestCase("https://example.org/?a", "is not the address of a site.", 2)]
    public void What_cannot_be_verified_says_why(string place, string told, int status)
    {
        var ran = SiteOnDisk.Palabre("verify", place);
        Assert.That(ran.Error, Does.Contain(told).And.Contain("hint: "));
        Assert.That(ran.Status, Is.EqualTo(status));
    }

    [Test]
    public void A_folder_without_a_record_of_ours_cannot_be_verified()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        File.WriteAllText(Path.Combine(site.Output, "SHA256SUMS"), new string('a', 64) + "  index.html\n");
        Assert.That(SiteOnDisk.Palabre("verify", site.Output).Status, Is.EqualTo(2));
        File.Delete(Path.Combine(site.Output, "SHA256SUMS"));
        Assert.That(SiteOnDisk.Palabre("verify", site.Output).Error, Does.Contain("There is no record"));
    }

    [Test]
    public async Task A_published_site_as_it_was_built_is_as_recorded()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        await using var published = await PublishedFolder.Start(site.Output);
        var ran = SiteOnDisk.Palabre("verify", published.Address);
        Assert.That(ran.Output, Does.EndWith("all as recorded.\n"));
        Assert.That(ran.Status, Is.Zero);
        Assert.That(published.Asked, Does.Contain("/2010/01/hello/").And.Contain("/media/élan a.txt").And.Not.Contain("/.nojekyll"), "a page is asked for as its readers ask");
    }

    [Test]
    public async Task Each_difference_of_a_published_site_has_a_line()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        File.AppendAllText(Path.Combine(site.Output, Post), " ");
        File.Delete(Path.Combine(site.Output, "atom.xml"));
        await using var published = await PublishedFolder.Start(site.Output);
        var ran = SiteOnDisk.Palabre("verify", published.Address);
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output.Split('\n')[..2], Is.EqualTo(new[] { $"{published.Address}2010/01/hello/: changed", $"{published.Address}atom.xml: missing" }));
    }

    [Test]
    public async Task A_record_at_hand_finds_a_site_that_was_changed_with_its_record()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        var record = Path.Combine(site.Root, "SUMS");
        File.Copy(Path.Combine(site.Output, "SHA256SUMS"), record);
        site.Write("content/posts/2010-01-12-hello.md", "---\ntitle: Hello\nauthor: Ann\naliases: /old/\n---\nOther words.\n").Build();
        await using var published = await PublishedFolder.Start(site.Output);
        Assert.That(SiteOnDisk.Palabre("verify", published.Address).Status, Is.Zero);
        var ran = SiteOnDisk.Palabre("verify", published.Address, "--against", record);
        Assert.That(ran.Status, Is.EqualTo(1));
        Assert.That(ran.Output, Does.Contain("2010/01/hello/: changed"));
    }

    [Test]
    public async Task A_redirect_is_followed_within_the_host_and_no_further()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        await using var other = await PublishedFolder.Start(site.Output);
        await using var published = await PublishedFolder.Start(site.Output, async context =>
        {
            var to = context.Request.Path.Value switch
            {
                "/404.html" => "/404", // as Cloudflare does
                "/atom.xml" => other.Address + "atom.xml",
                "/feed.json" => "/feed.json",
                _ => null,
            };
            if (to is not null) context.Response.Redirect(to);
            if (context.Request.Path.Value != "/404") return to is not null;
            context.Response.StatusCode = 404;
            await context.Response.SendFileAsync(Path.Combine(site.Output, "404.html"));
            return true;
        });
        var ran = SiteOnDisk.Palabre("verify", published.Address);
        Assert.That(ran.Output.Split('\n')[..^2], Is.EqualTo(new[]
        {
            $"{published.Address}atom.xml: leads to {other.Address}atom.xml, which is not followed", $"{published.Address}feed.json: leads on and on",
        }));
        Assert.That(other.Asked, Is.Empty);
    }

    [Test]
    public async Task A_former_address_may_lead_on_where_the_site_asked_its_host_for_that()
    {
        using var site = new SiteOnDisk(Drawing).Build("--host", "netlify");
        await using var published = await PublishedFolder.Start(site.Output, Forwards);
        var ran = SiteOnDisk.Palabre("verify", published.Address);
        Assert.That(ran.Output, Does.EndWith("all as recorded; 1 address of former pages, where the host leads on.\n"));
        Assert.That(ran.Status, Is.Zero);

        site.Build();
        Assert.That(SiteOnDisk.Palabre("verify", published.Address).Output, Does.Contain($"{published.Address}old/: leads to {published.Address}2010/01/hello/"));

        static Task<bool> Forwards(HttpContext context)
        {
            if (context.Request.Path.Value != "/old/") return Task.FromResult(false);
            context.Response.Redirect("/2010/01/hello/", permanent: true);
            return Task.FromResult(true);
        }
    }

    [Test]
    public async Task A_host_that_does_not_answer_ends_a_file_not_the_program()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        await using var published = await PublishedFolder.Start(site.Output, async context =>
        {
            if (context.Request.Path.Value != "/atom.xml") return false;
            await context.Response.Body.WriteAsync(new byte[10], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            try
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                // Who asked went away.
            }

            return true;
        });
        var ran = SiteOnDisk.Palabre("verify", published.Address, "--timeout", "1");
        Assert.That(ran.Output.Split('\n')[0], Is.EqualTo($"{published.Address}atom.xml: not had within 1 s"));
        Assert.That(ran.Status, Is.EqualTo(1));
    }

    [Test]
    public async Task A_file_without_end_is_not_read_to_its_end()
    {
        using var site = new SiteOnDisk(Drawing).Build();
        await using var published = await PublishedFolder.Start(site.Output, async context =>
        {
            if (context.Request.Path.Value != "/atom.xml") return false;
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(new byte[1 << 16], CancellationToken.None);
            return true;
        });
        var address = new Uri(published.Address);
        using var verifier = new SiteVerifier(address, TimeSpan.FromSeconds(60), new(File: 1 << 20));
        var verified = await verifier.Verify(await verifier.Record(default), default);
        Assert.That(verified.Differences, Is.EqualTo(new[] { $"{address}atom.xml: longer than 1,048,576 bytes, and not read further" }));
    }

    [Test]
    public void Nobody_at_home_is_the_machines_fault()
    {
        var ran = SiteOnDisk.Palabre("verify", "http://127.0.0.1:9/");
        Assert.That(ran.Status, Is.EqualTo(3));
        Assert.That(ran.Error, Does.Contain("http://127.0.0.1:9/SHA256SUMS: cannot be had"));
    }
}
