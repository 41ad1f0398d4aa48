using System.Text;
using Palabre.Disk;
using static Palabre.Disk.WriteOutcome;

namespace Palabre.Tests.Disk;

public sealed class SourceWriterTests
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes("new");

    [Test]
    public void A_new_file_is_made_with_its_folders_and_never_over_another()
    {
        using var folder = new TempFolder();
        var writer = new SourceWriter(folder.Root);
        Assert.That(writer.Create("content/posts/a.md", Bytes), Is.EqualTo(Written));
        Assert.That(writer.Create("content/posts/a.md", Bytes), Is.EqualTo(Exists));
        Assert.That(writer.Create("content/posts", Bytes), Is.EqualTo(Exists));
        Assert.That(TempFolder.Contents(folder.Root), Is.EqualTo(["content/", "content/posts/", "content/posts/a.md=new"]));
    }

    [Test]
    public void A_file_is_replaced_at_once_and_only_if_it_differs()
    {
        using var folder = new TempFolder();
        folder.Write("a.yml", "old").Link("b.yml", "a.yml");
        var writer = new SourceWriter(folder.Root);
        Assert.That(writer.Replace("b.yml", Bytes), Is.EqualTo(Written));
        Assert.That(writer.Replace("a.yml", Bytes), Is.EqualTo(Unchanged));
        Assert.That(TempFolder.Contents(folder.Root), Is.EqualTo(["a.yml=new", "b.yml=new"]));
        Assert.That(new FileInfo(folder.Full("b.yml")).LinkTarget, Is.EqualTo("a.yml"));
    }

    [Test]
    public void A_link_that_somebody_left_where_a_change_is_prepared_is_not_followed()
    {
        using var folder = new TempFolder();
        folder.Write("outside", "kept").Write("site/a.yml", "old").Link("site/.a.yml.palabre-new", "../outside");
        Assert.That(new SourceWriter(folder.Sub("site")).Replace("a.yml", Bytes), Is.EqualTo(Written));
        Assert.That(TempFolder.Contents(folder.Root), Is.EqualTo(["outside=kept", "site/", "site/a.yml=new"]));
        Assert.That(new FileInfo(folder.Full("site/a.yml")).LinkTarget, Is.Null);
    }

    [Test]
    public void A_new_file_stands_there_whole_or_not_at_all()
    {
        using var folder = new TempFolder();
        folder.Write("half/.a.yml.palabre-new", "what was begun when the lights went out");
        var writer = new SourceWriter(folder.Root);
        var (name, other) = ("half/a.yml", new string('é', 120) + ".yml");
        Assert.That((writer.Create(name, Bytes), writer.Create(name, Bytes), writer.Create(other, Bytes)), Is.EqualTo((Written, Exists, Written)));
        Assert.That(TempFolder.Contents(folder.Root), Is.EqualTo(["half/", "half/a.yml=new", $"{other}=new"]));
    }

    [TestCase("../a.yml")]
    [TestCase("out/a.yml")]
    public void Nothing_is_written_outside_of_the_site(string path)
    {
        using var folder = new TempFolder();
        folder.Write("other/x").Write("site/x").Link("site/out", "../other");
        var writer = new SourceWriter(folder.Sub("site"));
        Assert.That((writer.Create(path, Bytes), writer.Replace(path, Bytes)), Is.EqualTo((Outside, Outside)));
    }
}
