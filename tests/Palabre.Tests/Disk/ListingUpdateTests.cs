using Palabre.Disk;
using Palabre.Reading;

namespace Palabre.Tests.Disk;

/// <summary>A listing that is kept true is the listing that would be made anew, or none.</summary>
public sealed class ListingUpdateTests
{
    [Test]
    public void Files_that_come_go_and_change_are_as_in_a_new_listing()
    {
        using var folder = Drawn();
        var before = List(folder);
        folder.Write("content/posts/a.md", "longer than it was").Write("content/posts/new.md").Write("content/comments/x/0.yml");
        File.Delete(folder.Full("content/comments/x/1.yml"));
        folder.Write("content/posts/.a.md.swp").Write("content/posts/a.md~");
        var updated = ListingUpdate.Apply(folder.Root, before, ["content", "themes"], [
            "content/comments/x/0.yml", "content/comments/x/1.yml", "content/posts/.a.md.swp", "content/posts/a.md", "content/posts/a.md~",
            "content/posts/gone.md", "content/posts/new.md"]);
        Assert.That(updated, Is.EqualTo(List(folder)));
        Assert.That(updated!.Select(f => f.Path), Does.Contain("content/posts/new.md").And.Not.Contain("content/comments/x/1.yml"));
    }

    [Test]
    public void A_file_saved_without_another_length_or_time_is_another_all_the_same()
    {
        using var folder = Drawn();
        var before = List(folder);
        var updated = ListingUpdate.Apply(folder.Root, before, ["content", "themes"], ["content/posts/a.md"]);
        Assert.That(updated!.Single(f => f.Path == "content/posts/a.md"), Is.Not.EqualTo(before.Single(f => f.Path == "content/posts/a.md")));
    }

    [TestCase("mkdir content/posts/b", "content/posts/b", TestName = "A folder that is new wants a new listing")]
    [TestCase("mv content/comments/x content/comments/y", "content/comments/x", TestName = "So does one that was renamed")]
    [TestCase("ln -s ../../outside content/posts/b.md", "content/posts/b.md", TestName = "So does a link")]
    [TestCase(": > content/posts/b.md", "content/posts/b.md", TestName = "So does a file that is empty, and may be a pipe")]
    [TestCase("mkdir content/z && echo x > content/z/b.md", "content/z/b.md", TestName = "So does a file of a folder that was not listed")]
    public void Wants_a_new_listing(string shell, string changed)
    {
        using var folder = Drawn();
        var before = List(folder);
        folder.Shell(shell);
        Assert.That(ListingUpdate.Apply(folder.Root, before, ["content", "themes"], [changed]), Is.Null);
    }

    [Test]
    public void A_folder_that_went_is_missed_also_beside_names_that_begin_like_its_own()
    {
        using var folder = Drawn().Write("content/comments/x-y/1.yml").Write("content/comments/x.yml");
        var before = List(folder);
        Directory.Move(folder.Full("content/comments/x"), folder.Full("elsewhere"));
        Assert.That(ListingUpdate.Apply(folder.Root, before, ["content", "themes"], ["content/comments/x"]), Is.Null);
    }

    private static TempFolder Drawn() => new TempFolder()
        .Write("content/site.yml").Write("content/posts/a.md").Write("content/comments/x/1.yml").Write("content/comments/x/2.yml");

    private static IReadOnlyList<SourceFile> List(TempFolder folder) => SiteFolder.Open(folder.Root, ["content"]).Files.Files;
}
