using Palabre.Addressing;
using Palabre.Tests.Support;

namespace Palabre.Tests.Addressing;

public sealed class LedgerTests
{
    [Test]
    public void Reads_back_what_it_writes()
    {
        var ledger = Ledger.Empty.With(
        [
            KeyValuePair.Create(new Place(new("/media/a #1 50%.png")), "content/media/a #1 50%.png"),
            KeyValuePair.Create(new Place(new("/2010/01/hello/"), "c-12"), "content/comments/hello/12.yml"),
            KeyValuePair.Create(new Place(new("/2010/01/hello/")), "content/posts/2010-01-12-hello.md"),
            KeyValuePair.Create(new Place(new("/2010/01/été/")), "content/posts/2010-01-12-été.md"),
        ]);
        var read = Ledger.Read(ledger.ToText());
        Assert.That(ledger.ToText(), Is.EqualTo("""
            # The addresses that this site has published, each with the file it came from.
            # palabre ledger writes this file; palabre check fails if one of them would be lost.
            /2010/01/hello/	content/posts/2010-01-12-hello.md
            /2010/01/hello/#c-12	content/comments/hello/12.yml
            /2010/01/été/	content/posts/2010-01-12-été.md
            /media/a %231 50%25.png	content/media/a #1 50%.png

            """));
        Assert.That(read.Diagnostics, Is.Empty);
        Assert.That(read.Value.ToText(), Is.EqualTo(ledger.ToText()));
    }

    [TestCase("/a/\n/b/\tx.md\n", "/a/ /b/<x.md", TestName = "A source may be missing")]
    [TestCase("\n# remark\n  \n/a/\r\n/b/ \r\n", "/a/ /b/", TestName = "Blank lines, remarks and line ends of Windows")]
    [TestCase("/caf%C3%A9/\n", "/café/", TestName = "Escapes")]
    [TestCase("/#c-1\n", "/#c-1", TestName = "The home page")]
    [TestCase("", "", TestName = "An empty file")]
    public void Reads(string text, string lines) =>
        Assert.That((Shown(text), Ledger.Read(text).Told()), Is.EqualTo((lines, "")));

    [TestCase("/b/\n/a/\n")]
    [TestCase("/a/\n/a/\ty.md\n")]
    public void Lines_out_of_order_or_twice_do_no_harm(string text) => Assert.That(Ledger.Read(text).Told(), Is.EqualTo("""
        content/addresses.txt: note PAL4009: Lines of the ledger stand out of order, or twice.
          hint: Run palabre ledger.
        """));

    [TestCase("hello", "hello")]
    [TestCase("/a//b/", "/a//b/")]
    [TestCase("/../etc/passwd", "/../etc/passwd")]
    [TestCase("/%2e%2e/x", "/%2e%2e/x")]
    [TestCase("/a/#", "/a/#")]
    [TestCase("/a/#c 1", "/a/#c 1")]
    [TestCase("/a\u0007/", "/a�/")]
    [TestCase("/a%0Ab/", "/a%0Ab/")]
    public void A_damaged_line_is_told_and_the_others_count(string line, string quoted)
    {
        var text = $"/a/\n{line}\n/z/\n";
        Assert.That(Ledger.Read(text).Told(), Is.EqualTo($"""
            content/addresses.txt:2:1: error PAL4007: '{quoted}' is no address of this site.
              hint: Put the address back as it was, or remove the line.
            """));
        Assert.That(Shown(text), Is.EqualTo("/a/ /z/"));
    }

    [Test]
    public void Both_sides_of_an_unfinished_merge_count()
    {
        const string text = "/a/\n<<<<<<< HEAD\n/b/\tb.md\n=======\n/c/\tc.md\n>>>>>>> other\n/d/\n";
        Assert.That(Ledger.Read(text).Told(), Is.EqualTo("""
            content/addresses.txt:2:1: error PAL4008: The marks of an unfinished merge stand in the ledger.
              hint: Remove the lines of '<', '=' and '>', keep all others, and run palabre ledger.
            """));
        Assert.That(Shown(text), Is.EqualTo("/a/ /b/<b.md /c/<c.md /d/"));
    }

    [Test]
    public void A_new_source_takes_the_place_of_the_old_one() => Assert.That(
        Ledger.Read("/a/\told.md\n").Value.With([KeyValuePair.Create(new Place(new("/a/")), "new.md")]).Lines.Single().ToString(), Is.EqualTo("/a/\tnew.md"));

    private static string Shown(string text) => string.Join(' ', Ledger.Read(text).Value.Lines.Select(l => l.Source is null ? $"{l.Place}" : $"{l.Place}<{l.Source}"));
}
