using static Palabre.Tests.Disk.OutputDraw;

namespace Palabre.Tests.Disk;

/// <summary>What Palabre did not write, in its output folder.</summary>
public sealed class OutputForeignTests
{
    private TempFolder site = null!;

    [SetUp]
    public void SetUp() => site = new();

    [TearDown]
    public void TearDown() => site.Dispose();

    [Test]
    public void What_Palabre_did_not_write_is_kept()
    {
        site.Build("a/x=1");
        site.Write("output/a/mine", "m").Write("output/CNAME", "c").Write("output/.git/HEAD", "h");
        site.Build("b=2");
        Assert.That(site.Drawn(), Is.EqualTo(".git/HEAD=h CNAME=c a/mine=m b=2"));
    }

    [Test]
    public void A_file_in_the_way_is_an_error_and_nothing_is_written()
    {
        site.Build("b=1");
        site.Write("output/a", "mine").Write("output/c", "mine").Write("output/d/e/f", "mine");
        var before = site.Everything();
        Assert.That(site.Build("a=new b=2 c/index.html=3 d=4").Codes(), Is.EqualTo([Foreign("a"), Foreign("c"), Foreign("d/e/f")]));
        Assert.That(site.Everything(), Is.EqualTo(before));
    }

    [Test]
    public void Ten_files_in_the_way_are_named_and_the_others_counted()
    {
        for (var i = 0; i < 13; i++) site.Write($"output/{i:00}", "mine");
        site.Write("output/SHA256SUMS", "");
        var result = site.Build([.. Enumerable.Range(0, 13).Select(i => Page($"{i:00}", "new"))]);
        Assert.That(result.Diagnostics.Count(diagnostic => diagnostic.Code == "PAL4064"), Is.EqualTo(11));
        Assert.That(result.Codes(), Does.Contain("""
            output: error PAL4064: And 3 more that Palabre did not write are in the way.
              hint: Move them away, or choose another folder with --output.
            """));
    }

    [Test]
    public void A_file_that_holds_what_a_page_holds_is_in_nobodys_way()
    {
        site.Write("output/a", "1").Write("output/mine", "m");
        var result = site.Build("a=1 b=2");
        Assert.That((result.Written, result.Unchanged), Is.EqualTo((1, 1)));
        Assert.That(result.Codes(), Is.EqualTo(["""
            output: warning PAL4067: 'output' holds files, and no record of what Palabre wrote there; none of them will be deleted.
              hint: If old pages remain, empty the output folder and build again.
            """]));
        Assert.That(site.Verified(), Is.EqualTo([".palabre", "a", "b"]));
    }

    [Test]
    public void A_page_that_somebody_edited_is_written_anew_and_kept_once_it_is_stale()
    {
        site.Build("a=1 b=2");
        site.Write("output/a", "edited").Write("output/b", "edited");
        Assert.That(site.Build("a=1").Codes(), Is.EqualTo(["""
            output/b: warning PAL4068: 'output/b' is no longer part of the site, but was changed since Palabre wrote it; it is kept.
              hint: Delete it yourself if it is not needed.
            """]));
        Assert.That(site.Drawn(), Is.EqualTo("a=1 b=edited"));
        Assert.That(site.Build("a=1").Diagnostics, Is.Empty, "from now on it is not ours");
    }

    [Test]
    public void A_page_that_somebody_deleted_is_written_again()
    {
        site.Build("a/x=1 b=2");
        Directory.Delete(site.Full("output/a"), recursive: true);
        Assert.That(site.Build("a/x=1 b=2").Written, Is.EqualTo(1));
        Assert.That(site.Drawn(), Is.EqualTo("a/x=1 b=2"));
    }

    [TestCase("", TestName = "An empty record")]
    [TestCase("\0\u0001\u0002\n\n\uFFFD", TestName = "A binary record")]
    [TestCase("<html>\n", TestName = "A record that is none")]
    public void Without_a_record_nothing_is_deleted(string record)
    {
        site.Build("a=1 old=2");
        site.Write("output/SHA256SUMS", record);
        var result = site.Build("a=1 b=2");
        Assert.That(result.Committed);
        Assert.That(result.Diagnostics.Single().Code, Is.EqualTo(record.Length == 0 ? "PAL4067" : "PAL4066"));
        Assert.That(site.Drawn(), Is.EqualTo("a=1 b=2 old=2"));
        Assert.That(site.Verified(), Is.EqualTo([".palabre", "a", "b"]));
    }

    [Test]
    public void A_record_that_was_cut_off_counts_as_far_as_it_goes()
    {
        site.Build("a=1 b=2 c=3");
        var record = File.ReadAllText(site.Full("output/SHA256SUMS"));
        site.Write("output/SHA256SUMS", record[..^3]);
        Assert.That(site.Build("d=4").Codes(), Is.EqualTo(["""
            output/SHA256SUMS: warning PAL4066: 'output/SHA256SUMS' is damaged; lines passed over: 1.
              hint: If old pages remain, empty the output folder and build again.
            """]));
        Assert.That(site.Drawn(), Is.EqualTo("c=3 d=4"));
    }

    [Test]
    public void A_list_of_sums_that_somebody_else_made_gives_no_leave_to_delete()
    {
        site.Write("output/disk.iso", "iso").Shell("cd output && sha256sum disk.iso > SHA256SUMS");
        Assert.That(site.Build("a=1").Codes(), Is.EqualTo([Foreign("SHA256SUMS")]));
        Assert.That(File.Exists(site.Full("output/disk.iso")));
    }

    [Test]
    public void A_record_that_somebody_edited_deletes_nothing_outside_of_the_output()
    {
        site.Write("precious", "p").Build("a=1");
        site.Shell("sha256sum precious | sed 's|precious|../precious|' >> output/SHA256SUMS");
        Assert.That(site.Build("a=1").Diagnostics.Single().Code, Is.EqualTo("PAL4066"));
        Assert.That(File.Exists(site.Full("precious")));
    }

    [Test]
    public void A_record_in_any_order_is_a_record()
    {
        site.Build("a=1 b=2 c=3");
        site.Shell("cd output && sort -r SHA256SUMS > x && mv x SHA256SUMS");
        Assert.That(site.Build("b=2").Deleted, Is.EqualTo(2));
        Assert.That(site.Verified(), Is.EqualTo([".palabre", "b"]));
    }

    [Test]
    public void Nothing_is_written_through_a_link()
    {
        using var elsewhere = new TempFolder().Write("x", "1").Write("d/y", "2");
        site.Build("b/c=0");
        site.Link("output/x", elsewhere.Full("x")).Link("output/d", elsewhere.Full("d"));
        var before = TempFolder.Contents(elsewhere.Root);
        Assert.That(site.Build("b/c=1 x=1 d/y=2").Codes(), Is.EqualTo([Linked("d"), Linked("x")]));
        Assert.That(TempFolder.Contents(elsewhere.Root), Is.EqualTo(before));
        Assert.That(File.ReadAllText(site.Full("output/b/c")), Is.EqualTo("0"));
    }

    [Test]
    public void Nothing_is_deleted_through_a_link()
    {
        site.Build("a/x=1 b=2 c=3");
        using var elsewhere = new TempFolder().Write("x", "1");
        Directory.Delete(site.Full("output/a"), recursive: true);
        File.Delete(site.Full("output/b"));
        site.Link("output/a", elsewhere.Root.FullName).Link("output/b", elsewhere.Full("x"));
        var result = site.Build("c=3");
        Assert.That(result.Diagnostics.Select(diagnostic => $"{diagnostic.Source} {diagnostic.Code}"), Is.EqualTo(["output/b PAL4068"]));
        Assert.That(TempFolder.Contents(elsewhere.Root), Is.EqualTo(["x=1"]));
        Assert.That(Directory.Exists(site.Full("output/a")));
    }

    [TestCase("SHA256SUMS")]
    [TestCase(".palabre")]
    [TestCase(".palabre-staging")]
    public void Palabres_own_places_may_not_be_links_nor_folders_of_others(string place)
    {
        using var elsewhere = new TempFolder().Write("x", "1");
        site.Link("output/" + place, elsewhere.Full("x"));
        Assert.That(site.Build("a=1").Diagnostics.Single().Code, Is.EqualTo("PAL4065"));
        Assert.That(TempFolder.Contents(elsewhere.Root), Is.EqualTo(["x=1"]));

        File.Delete(site.Full("output/" + place));
        if (place == ".palabre-staging") site.Write("output/" + place, "mine");
        else site.Write($"output/{place}/mine");
        Assert.That(site.Build("a=1").Diagnostics.Single().Code, Is.EqualTo("PAL4064"));
    }

    [Test]
    public void The_output_folder_itself_may_be_a_link()
    {
        site.Link("output", "elsewhere").Sub("elsewhere").Create();
        Assert.That(site.Build("a/b=1").Committed);
        Assert.That(File.ReadAllText(site.Full("elsewhere/a/b")), Is.EqualTo("1"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no pipes among files.")]
    public void A_pipe_in_the_way_blocks_nothing()
    {
        site.Sub("output").Create();
        site.Shell("mkfifo output/a");
        Assert.That(site.Build("a=1").Diagnostics.Select(diagnostic => diagnostic.Code), Does.Contain("PAL4064"));
    }

    private static string Foreign(string path) => $"""
        output/{path}: error PAL4064: 'output/{path}' was not written by Palabre, and a page belongs there.
          hint: Move it away, or choose another folder with --output.
        """;

    private static string Linked(string path) => $"""
        output/{path}: error PAL4065: 'output/{path}' is a link, and a page or a folder of pages belongs there.
          hint: Remove the link.
        """;
}
