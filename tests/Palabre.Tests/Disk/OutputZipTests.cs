using System.IO.Compression;
using Palabre.Disk;
using Palabre.Tests.Support;

namespace Palabre.Tests.Disk;

/// <summary>The output as one file: <c>--zip</c>, or <c>--output</c> with a name that ends in .zip.</summary>
public sealed class OutputZipTests
{
    private const string Drawing = """
        -- content/posts/2010-01-12-hello.md --
        ---
        title: Hello
        ---
        Text.
        -- content/media/élan.txt --
        A file.
        """;

    [TestCase("--zip")]
    [TestCase("--output")]
    public void A_file_that_is_no_zip_is_not_replaced(string option)
    {
        using var site = new SiteOnDisk(Drawing).Write("notes.zip", "My notes.");
        var ran = site.Run("build", option, Path.Combine(site.Root, "notes.zip"));
        Assert.That((ran.Status, ran.Error), Is.EqualTo((2,
            $"palabre: '{site.Root}/notes.zip' is there and is no zip; it is not replaced.\n  hint: Give --zip another name, or remove the file.\n".Replace("/notes", Path.DirectorySeparatorChar + "notes", StringComparison.Ordinal))));
        Assert.That(File.ReadAllText(Path.Combine(site.Root, "notes.zip")), Is.EqualTo("My notes."));
    }

    [Test]
    public void What_stands_beside_it_under_another_name_stays()
    {
        using var site = new SiteOnDisk(Drawing).Write("site.zip.part", "My notes.");
        site.Build("--zip", Path.Combine(site.Root, "site.zip"));
        Assert.That(File.ReadAllText(Path.Combine(site.Root, "site.zip.part")), Is.EqualTo("My notes."));
        Assert.That(Directory.GetFiles(site.Root).Select(Path.GetFileName), Is.EquivalentTo(["site.zip", "site.zip.part"]));
    }

    [Test]
    public void Holds_the_output_in_order_with_fixed_times_and_attributes()
    {
        using var site = new SiteOnDisk(Drawing);
        var zip = Path.Combine(site.Root, "site.zip");
        site.Build("--zip", zip);
        using var archive = ZipFile.OpenRead(zip);
        string[] names = [.. archive.Entries.Select(e => e.FullName)];
        Assert.That(names, Is.EqualTo(Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(site.Output, f).Replace('\\', '/')).Order(StringComparer.Ordinal)));
        Assert.That(names, Does.Contain("media/élan.txt").And.Contain("SHA256SUMS"));
        Assert.That(archive.Entries.Select(e => e.LastWriteTime.DateTime), Has.All.EqualTo(new DateTime(1980, 1, 1)));
        Assert.That(archive.Entries.Select(e => e.ExternalAttributes), Has.All.EqualTo(0x81A4 << 16));
    }

    [TestCase(1)]
    [TestCase(70_000, TestName = "So does a zip of more files than the format had places for at first")]
    public void Each_file_says_that_its_attributes_are_those_of_Unix(int files)
    {
        using var folder = new TempFolder();
        var lines = string.Concat(Enumerable.Range(0, files).Select(i => $"{new string('0', 64)}  f{i}\n"));
        folder.Write("output/SHA256SUMS", lines).Write("output/.palabre", "");
        for (var i = 0; i < files; i++) File.WriteAllBytes(folder.Full($"output/f{i}"), []);
        Assert.That(OutputZip.Write(folder.Sub("output"), new(folder.Full("site.zip")), default), Is.EqualTo(files + 2));
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(folder.Full("site.zip"));
        var (lineCount, unixCount) = (0, 0);
        for (var at = bytes.IndexOf("PK\x01\x02"u8); at >= 0; at = bytes.IndexOf("PK\x01\x02"u8))
        {
            lineCount++;
            unixCount += bytes[at + 5] == 3 ? 1 : 0;
            bytes = bytes[(at + 46)..];
        }

        Assert.That((lineCount, unixCount), Is.EqualTo((files + 2, files + 2)));
        using var archive = ZipFile.OpenRead(folder.Full("site.zip"));
        Assert.That(archive.Entries, Has.Count.EqualTo(files + 2));
    }

    [Test]
    public void The_same_site_gives_the_same_bytes()
    {
        using var one = new SiteOnDisk(Drawing);
        using var other = new SiteOnDisk(Drawing);
        one.Build("--zip", Path.Combine(one.Root, "a.zip"));
        other.Build("--output", Path.Combine(other.Root, "b.zip"));
        Assert.That(File.ReadAllBytes(Path.Combine(other.Root, "b.zip")), Is.EqualTo(File.ReadAllBytes(Path.Combine(one.Root, "a.zip"))));
        Assert.That(Directory.Exists(other.Output), Is.False, "the zip alone was asked for");
    }

    [Test]
    public void What_is_unpacked_can_be_verified()
    {
        using var site = new SiteOnDisk(Drawing);
        var zip = Path.Combine(site.Root, "site.zip");
        site.Build("--portable", "--output", zip);
        var copy = Path.Combine(site.Root, "copy");
        ZipFile.ExtractToDirectory(zip, copy);
        Assert.That(SiteOnDisk.Palabre("verify", copy).Status, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(copy, "2010/01/hello/index.html")), Does.Contain("../../../assets/style.css"));
    }

    [Test]
    public void A_build_that_fails_leaves_the_old_one()
    {
        using var site = new SiteOnDisk(Drawing);
        var zip = Path.Combine(site.Root, "site.zip");
        site.Build("--output", zip);
        var before = File.ReadAllBytes(zip);
        site.Write("content/comments/hello/c1.yml", "author: Bob\ndate: 2010-02-30\nbody: On no day.\n");
        Assert.That(site.Run("build", "--output", zip).Status, Is.EqualTo(1));
        Assert.That(File.ReadAllBytes(zip), Is.EqualTo(before));
        Assert.That(Directory.EnumerateFiles(site.Root, "*.part"), Is.Empty);
    }

    [TestCase("--zip", "content/media/site.zip")]
    [TestCase("--output", "content/site.zip")]
    public void Content_is_no_place_for_it(string option, string path)
    {
        using var site = new SiteOnDisk(Drawing);
        var ran = site.Run("build", option, Path.Combine(site.Root, path));
        Assert.That(ran.Output, Does.Contain("PAL4061"));
        Assert.That(File.Exists(Path.Combine(site.Root, path)), Is.False);
    }

    [Test]
    public void Two_zips_are_one_too_many()
    {
        using var site = new SiteOnDisk(Drawing);
        Assert.That(site.Run("build", "--output", "a.zip", "--zip", "b.zip").Error, Does.Contain("--zip would be a second one"));
    }
}
