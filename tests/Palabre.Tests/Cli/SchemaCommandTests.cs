using Palabre.Tests.Support;
using Palabre.Writing;

namespace Palabre.Tests.Cli;

public sealed class SchemaCommandTests
{
    [Test]
    public void Prints_the_schema_of_a_kind_and_nothing_else([Values("site", "post", "comment", "theme", "author", "page")] string kind) =>
        Assert.That(SiteOnDisk.Palabre("schema", kind), Is.EqualTo(new Ran(0, Schemas.Of(kind), "")));

    [TestCase("coment", "There is no schema of 'coment'.\n  hint: Did you mean 'comment'?")]
    [TestCase("zebra", "There is no schema of 'zebra'.\n  hint: palabre schema site|post|comment|theme|author|page, or palabre schema --write")]
    [TestCase(null, "schema needs to know of what.\n  hint: palabre schema site|")]
    [TestCase("--root", "Required argument missing for option: '--root'.")]
    public void A_kind_that_it_does_not_know_is_told(string? kind, string told)
    {
        var ran = SiteOnDisk.Palabre(kind is null ? ["schema"] : ["schema", kind]);
        Assert.That((ran.Status, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("palabre: " + told));
    }

    [Test]
    public void Writes_all_of_them_into_a_site_and_renews_them()
    {
        using var site = new SiteOnDisk("-- content/.schemas/site.json --\n{}");
        var ran = SiteOnDisk.Palabre("schema", "--write", "--root", site.Root);
        Assert.That(ran.Status, Is.Zero, ran.Error);
        Assert.That(ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(Schemas.Kinds.Select(k => $"{site.Root}/content/.schemas/{k}.json")));
        foreach (var kind in Schemas.Kinds)
            Assert.That(File.ReadAllText(Path.Combine(site.Root, Schemas.PathOf(kind))), Is.EqualTo(Schemas.Of(kind)));
    }

    [Test]
    public void Writes_nothing_where_there_is_no_site_and_nothing_outside_of_one()
    {
        using var site = new SiteOnDisk("");
        Directory.CreateDirectory(Path.Combine(site.Root, "elsewhere"));
        Assert.That(SiteOnDisk.Palabre("schema", "--write", "--root", Path.Combine(site.Root, "elsewhere")).Status, Is.EqualTo(2));
        using var other = new SiteOnDisk("");
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "content/.schemas"), Path.Combine(other.Root, "content"));
        var ran = SiteOnDisk.Palabre("schema", "--write", "--root", site.Root);
        Assert.That((ran.Status, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.Contain("a link leads out of the site"));
        Assert.That(Directory.GetFiles(other.Root, "*.json", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void To_write_one_alone_is_not_what_it_does()
    {
        var ran = SiteOnDisk.Palabre("schema", "my-site", "--write");
        Assert.That(ran, Is.EqualTo(new Ran(2, "", "palabre: --write writes every schema, not 'my-site' alone.\n  hint: To name the site's folder: palabre schema --write --root <folder>.\n")));
    }
}
