using System.Net.Sockets;
using System.Text;
using Palabre.Disk;
using Palabre.Reading;

namespace Palabre.Tests.Disk;

public sealed class SiteFolderTests
{
    private TempFolder site = null!;

    [SetUp]
    public void SetUp() => site = new();

    [TearDown]
    public void TearDown() => site.Dispose();

    [Test]
    public void Files_are_listed_ordinally_with_their_lengths_from_the_folders_asked_for()
    {
        site.Write("content/b.md", "four").Write("content/a/x.md").Write("content/a-b.md").Write("content/a.md", "é")
            .Write("themes/t.md").Write("output/index.html").Write("readme.md");

        var opened = SiteFolder.Open(site.Root, ["themes", "content", "_posts"]);

        Assert.That(opened.Folders, Is.EqualTo(["themes", "content"]));
        Assert.That(opened.Files.Files.Select(f => f with { Stamp = 0 }), Is.EqualTo(new SourceFile[]
        {
            new("content/a-b.md", 4), new("content/a.md", 2), new("content/a/x.md", 4), new("content/b.md", 4), new("themes/t.md", 4),
        }));
        Assert.That(opened.Diagnostics, Is.Empty);
    }

    [Test]
    public void A_site_without_any_folder_is_no_mistake_of_the_disk() =>
        Assert.That(Outline(SiteFolder.Open(site.Sub("nowhere"), ["content"])), Is.Empty);

    [Test]
    public void A_folder_asked_for_twice_or_within_another_is_listed_once()
    {
        site.Write("content/posts/a.md").Write("content/b.md");
        Assert.That(Outline("content", "content/posts/", "./content"), Is.EqualTo(["content/b.md", "content/posts/a.md"]));
    }

    [Test]
    public void A_hidden_folder_is_read_if_it_is_asked_for_by_name()
    {
        site.Write(".posts/a.md").Write(".posts/.git/config");
        Assert.That(Outline(".posts"), Is.EqualTo([".posts/a.md"]));
    }

    [TestCase(".git/config")]
    [TestCase("posts/.DS_Store")]
    [TestCase("posts/Thumbs.db")]
    [TestCase("posts/desktop.ini")]
    [TestCase("posts/Icon\r")]
    [TestCase("posts/a.md~")]
    [TestCase("posts/#a.md#")]
    [TestCase("posts/a.md.swp")]
    [TestCase("posts/.a.md.swp")]
    public void What_an_editor_leaves_behind_is_passed_over(string path)
    {
        site.Write("content/a.md").Write("content/" + path);
        Assert.That(Outline("content"), Is.EqualTo(["content/a.md"]));
    }

    [Test]
    public void A_file_is_read_whole()
    {
        var text = string.Concat(Enumerable.Repeat("déjà vu\r\n", 50_000));
        site.Write("content/a.md", text).Write("content/empty.md", "");
        var files = SiteFolder.Open(site.Root, ["content"]).Files;
        Assert.That(files.Files.Select(file => Encoding.UTF8.GetString(files.Read(file).Bytes.Span)), Is.EqualTo([text, ""]));
    }

    [Test]
    public void A_file_that_changed_since_it_was_listed_is_read_as_it_is_now()
    {
        site.Write("content/a.md", "long ago").Write("content/b.md", "b");
        var files = SiteFolder.Open(site.Root, ["content"]).Files;
        site.Write("content/a.md", "now").Write("content/b.md", "longer now");
        Assert.That(files.Files.Select(file => Encoding.UTF8.GetString(files.Read(file).Bytes.Span)), Is.EqualTo(["now", "longer now"]));
    }

    [Test]
    public void A_file_that_vanished_since_it_was_listed_is_named()
    {
        site.Write("content/a.md");
        var files = SiteFolder.Open(site.Root, ["content"]).Files;
        File.Delete(site.Full("content/a.md"));
        Assert.That(files.Read(files.Files[0]).Problem?.ToString(), Is.EqualTo("""
            content/a.md: error PAL4050: 'content/a.md' cannot be read: it is not there.
              hint: Let the file be read by whoever builds.
            """));
    }

    [Test]
    public void A_file_whose_place_a_folder_took_is_named()
    {
        site.Write("content/a.md");
        var files = SiteFolder.Open(site.Root, ["content"]).Files;
        File.Delete(site.Full("content/a.md"));
        Directory.CreateDirectory(site.Full("content/a.md"));
        Assert.That(files.Read(files.Files[0]).Problem?.Code, Is.EqualTo("PAL4050"));
    }

    [Test]
    public void A_folder_that_vanishes_while_it_is_listed_is_named()
    {
        site.Write("content/a.md");
        var listing = new SiteListing(site.Root.FullName);
        listing.Enter("content");
        Directory.Delete(site.Full("content"), recursive: true);

        Assert.That(listing.Run(), Is.Empty);
        Assert.That(listing.Diagnostics.Single().ToString(), Is.EqualTo("""
            content: error PAL4051: The folder 'content' cannot be read: it is not there.
              hint: Let the folder be read by whoever builds.
            """));
    }

    [Test]
    public void A_file_above_the_limit_is_not_read()
    {
        site.Write("content/a.md", new string('x', 2000));
        var files = SiteFolder.Open(site.Root, ["content"], limit: 1999).Files;
        Assert.That(files.Read(files.Files[0]).Problem?.ToString(), Is.EqualTo("""
            content/a.md: error PAL4059: 'content/a.md' is larger than a text may be, which is 1999 bytes.
              hint: Split it, or move it to content/media/ if it is not a text.
            """));
        Assert.That(files.Read(files.Files[0]).Bytes.Length, Is.Zero);
    }

    [Test]
    public void Unless_told_otherwise_the_limit_is_16_MiB()
    {
        site.Write("content/a.md").Write("content/b.md");
        using (var a = File.OpenWrite(site.Full("content/a.md"))) a.SetLength(16 << 20);
        using (var b = File.OpenWrite(site.Full("content/b.md"))) b.SetLength((16 << 20) + 1);
        var files = SiteFolder.Open(site.Root, ["content"]).Files;
        Assert.That(files.Read(files.Files[0]).Bytes.Length, Is.EqualTo(16 << 20));
        Assert.That(files.Read(files.Files[1]).Problem?.Message, Is.EqualTo("'content/b.md' is larger than a text may be, which is 16 MiB."));
    }

    [Test]
    public void The_ledger_may_be_larger_since_it_grows_with_the_archive()
    {
        site.Write("content/addresses.txt", new string('x', 2000));
        var files = SiteFolder.Open(site.Root, ["content"], limit: 1999).Files;
        Assert.That(files.Read(files.Files[0]).Bytes.Length, Is.EqualTo(2000));
    }

    [Test]
    public void A_file_that_grew_above_the_limit_since_it_was_listed_is_not_read()
    {
        site.Write("content/a.md");
        var files = SiteFolder.Open(site.Root, ["content"], limit: 1999).Files;
        site.Write("content/a.md", new string('x', 2000));
        Assert.That(files.Read(files.Files[0]).Problem?.Code, Is.EqualTo("PAL4059"));
    }

    [Test]
    public void A_folder_named_like_a_post_is_named_and_still_read()
    {
        site.Write("content/posts/2010-01-12-a.md/b.txt");
        Assert.That(Outline("content"), Is.EqualTo(["content/posts/2010-01-12-a.md/b.txt", """
            content/posts/2010-01-12-a.md: warning PAL4053: 'content/posts/2010-01-12-a.md' is a folder, though it is named like a file.
              hint: Rename the folder, or put a file in its place.
            """]));
    }

    [Test]
    public void A_file_named_like_a_folder_of_the_site_is_named()
    {
        site.Write("content");
        Assert.That(Outline("content"), Is.EqualTo(["""
            content: error PAL4060: 'content' is a file; a folder is expected.
              hint: Rename the file.
            """]));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no pipes, sockets or such names among files.")]
    public void A_pipe_and_a_socket_are_named_and_never_opened()
    {
        site.Write("content/a.md", "").Shell("mkfifo content/pipe.md");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(site.Full("content/s.md")));

        Assert.That(Outline("content"), Is.EqualTo(["content/a.md",
            """
            content/pipe.md: error PAL4052: 'content/pipe.md' is a named pipe, not a file.
              hint: Remove it, or put a file in its place.
            """,
            """
            content/s.md: error PAL4052: 'content/s.md' is a socket, not a file.
              hint: Remove it, or put a file in its place.
            """]));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no pipes, sockets or such names among files.")]
    public void A_pipe_that_takes_the_place_of_an_empty_file_does_not_block_the_build()
    {
        site.Write("content/a.md", "");
        var files = SiteFolder.Open(site.Root, ["content"]).Files;
        site.Shell("rm content/a.md; mkfifo content/a.md");
        Assert.That(files.Read(files.Files[0]), Is.EqualTo(default(ReadResult)));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no pipes, sockets or such names among files.")]
    public void A_name_that_cannot_be_used_is_named_without_harm_to_the_terminal()
    {
        site.Shell("""mkdir content; cd content; : > "$(printf 'a\377.md')"; : > "$(printf 'b\nc.md')"; : > 'd\e.md'; : > "$(printf 'f\342\200\256g')" """);
        Assert.That(Outline("content"), Is.EquivalentTo(["""
            content: error PAL4058: The name 'a�.md' is not UTF-8, or holds a control character or a backslash.
              hint: Rename it.
            """, """
            content: error PAL4058: The name 'b�c.md' is not UTF-8, or holds a control character or a backslash.
              hint: Rename it.
            """, """
            content: error PAL4058: The name 'd\e.md' is not UTF-8, or holds a control character or a backslash.
              hint: Rename it.
            """, """
            content: error PAL4058: The name 'f�g' is not UTF-8, or holds a control character or a backslash.
              hint: Rename it.
            """]));
        site.Shell("rm -r content"); // .NET cannot name the first of them to delete it
    }

    [TestCase("été.md", true)]
    [TestCase("шатёр 🌳.md", true)]
    [TestCase("a\u0085.md", false)]
    public void Names_of_all_languages_are_fit(string name, bool fit) => Assert.That(SourceNames.IsUsable(name), Is.EqualTo(fit));

    [Test]
    public void Half_a_surrogate_pair_is_not()
    {
        string[] names = ["a\ud83c.md", "\ude00", "x\ud83c"];
        foreach (var name in names) Assert.That(SourceNames.IsUsable(name), Is.False);
    }

    [Test]
    public void The_order_in_which_files_were_made_does_not_matter([Range(1, 5)] int seed)
    {
        string[] paths = [.. Enumerable.Range(0, 200).Select(i => $"content/{i % 7}/{i % 3}{(i % 2 == 0 ? "-" : "/")}{i}.md")];
        var expected = paths.Order(StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(paths);
        foreach (var path in paths) site.Write(path);
        Assert.That(Outline("content"), Is.EqualTo(expected), $"seed {seed}");
    }

    private string[] Outline(params string[] folders) => Outline(SiteFolder.Open(site.Root, folders));

    /// <summary>The paths of files, then diagnostics.</summary>
    private static string[] Outline(SiteFolder opened) =>
        [.. opened.Files.Files.Select(file => file.Path), .. opened.Diagnostics.Select(diagnostic => diagnostic.ToString())];
}
