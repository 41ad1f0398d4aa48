using Palabre.Model;

namespace Palabre.Tests.Model;

public sealed class FeedIdsTests
{
    [TestCase("example.org,2010")]
    [TestCase("example.org,2010-01")]
    [TestCase("a-b.example.org,2010-01-12:blog/2")]
    public void Begins_an_id(string written)
    {
        Assert.That(FeedIds.TryParse(written), Is.EqualTo(written));
        Assert.That(FeedIds.TryParse("tag:" + written), Is.EqualTo(written));
    }

    [TestCase("example.org")]
    [TestCase("example.org,")]
    [TestCase("example.org,10")]
    [TestCase("example.org,2010-02-30")]
    [TestCase("example.org,2010:")]
    [TestCase("example.org,2010:a b")]
    [TestCase("ann@example.org,2010")]
    [TestCase("https://example.org,2010")]
    [TestCase("-a.example,2010")]
    [TestCase("a..example,2010")]
    [TestCase("bücher.example,2010")]
    [TestCase("")]
    public void Begins_none(string written) => Assert.That(FeedIds.TryParse(written), Is.Null);

    [TestCase("https://Example.org", "", "example.org,2026")]
    [TestCase("http://localhost:8000", "/a/b", "localhost,2026:a/b")]
    [TestCase("https://[::1]", "", "1,2026")]
    public void Is_made_of_an_address_where_none_was_written(string origin, string path, string id) =>
        Assert.That(FeedIds.Of(origin, path), Is.EqualTo(id));
}
