using System.Text;
using Palabre.Disk;
using Palabre.Writing;

namespace Palabre.Tests.Disk;

public sealed class SourceChangesTests
{
    [Test]
    public void Files_are_made_changed_moved_and_deleted()
    {
        using var folder = new TempFolder();
        folder.Write("a.yml", "a").Write("b/b.yml", "b").Write("c/c.yml", "c").Write("c/other", "o");
        FileChange[] changes = [Change("a.yml", "a.yml", "a", "A"), Change("b/b.yml", "d/b.yml", "b", "B"), Change("c/c.yml", null, "c", ""), Change(null, "e/e.yml", "", "E")];
        Assert.That(SourceChanges.Refusal(folder.Root, changes), Is.Null);
        SourceChanges.Write(folder.Root, changes);
        Assert.That(TempFolder.Contents(folder.Root), Is.EqualTo(["a.yml=A", "c/", "c/other=o", "d/", "d/b.yml=B", "e/", "e/e.yml=E"]));
    }

    [TestCase("a.yml", "b.yml", "a", "b.yml is there already.")]
    [TestCase("a.yml", "../x.yml", "a", "../x.yml leads out of the site.")]
    [TestCase("a.yml", "a.yml", "other", "a.yml was changed meanwhile: begin anew.")]
    [TestCase("gone.yml", "gone.yml", "a", "gone.yml is no longer there: begin anew.")]
    [TestCase("link.yml", "c.yml", "b", "link.yml is a link: move or delete it by hand.")]
    [TestCase("link.yml", null, "b", "link.yml is a link: move or delete it by hand.")]
    [TestCase("link.yml", "link.yml", "other", "link.yml was changed meanwhile: begin anew.")]
    [TestCase("out/x.yml", "out/x.yml", "x", "out/x.yml leads out of the site.")]
    public void What_cannot_be_done_with_care_is_not_begun(string path, string? newPath, string before, string refusal)
    {
        using var folder = new TempFolder();
        folder.Write("other/x.yml", "x").Write("site/a.yml", "a").Write("site/b.yml", "b").Link("site/link.yml", "b.yml").Link("site/out", "../other");
        Assert.That(SourceChanges.Refusal(folder.Sub("site"), [Change(path, newPath, before, "new")]), Is.EqualTo(refusal));
    }

    [Test]
    public void One_file_under_two_names_is_not_changed_in_two_ways()
    {
        using var folder = new TempFolder();
        folder.Write("a.yml", "a").Link("b.yml", "a.yml");
        Assert.That(SourceChanges.Refusal(folder.Root, [Change("a.yml", "a.yml", "a", "1"), Change("b.yml", "b.yml", "a", "2")]),
            Is.EqualTo("b.yml and a.yml are one file, by a link: change it by hand."));
        Assert.That(SourceChanges.Refusal(folder.Root, [Change("a.yml", "a.yml", "a", "1"), Change("b.yml", "b.yml", "a", "1")]), Is.Null);
    }

    private static FileChange Change(string? path, string? newPath, string before, string after) =>
        new(path, newPath, Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
}
