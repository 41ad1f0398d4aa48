using Palabre.Addressing;

namespace Palabre.Tests.Addressing;

public sealed class WrittenAddressTests
{
    [TestCase("/2010/hello/", "/2010/hello/")]
    [TestCase("2010/hello", "/2010/hello/")]
    [TestCase("/hello.html", "/hello.html")]
    [TestCase("/hello.HTM", "/hello.HTM")]
    [TestCase("/a/index.html", "/a/")]
    [TestCase("https://former.example/2010/hello.html?x=1#c", "/2010/hello.html")]
    [TestCase("/caf\u00E9/", "/caf\u00E9/")]
    [TestCase("/caf%C3%A9/", "/caf\u00E9/")]
    [TestCase("/中文/😀/", "/中文/😀/")]
    [TestCase("/.well-known/x/", "/.well-known/x/")]
    [TestCase("/v1.2/", "/v1.2/")]
    public void Is_a_path_of_the_site(string written, string address) =>
        Assert.That(WrittenAddress.Parse(written), Is.EqualTo(((Address?)new Address(address), (string?)null)));

    [TestCase("../etc/passwd", "has a part '..', which would lead out of its place")]
    [TestCase("/a/../../b/", "has a part '..', which would lead out of its place")]
    [TestCase("/a/./b/", "has a part '.', which would lead out of its place")]
    [TestCase("/%2e%2e/%2e%2e/b/", "has a part '..', which would lead out of its place")]
    [TestCase("/a%2f..%2fb/", "has a part '..', which would lead out of its place")]
    [TestCase("/%252e%252e/b/", "holds a character that addresses or file systems refuse: \\ : * ? \" < > | # %")]
    [TestCase("/..\\b/", "holds a character that addresses or file systems refuse: \\ : * ? \" < > | # %")]
    [TestCase("C:/b/", "holds a character that addresses or file systems refuse: \\ : * ? \" < > | # %")]
    [TestCase("file:///etc/passwd", "holds a character that addresses or file systems refuse: \\ : * ? \" < > | # %")]
    [TestCase("/a#b/", "holds a character that addresses or file systems refuse: \\ : * ? \" < > | # %")]
    [TestCase("/a//b/", "has an empty part")]
    [TestCase("/", "is the home page")]
    [TestCase("/index.html", "is the home page")]
    [TestCase("https://former.example/", "is the home page")]
    [TestCase("/a b/", "holds white space or a control character")]
    [TestCase("/a%00b/", "holds white space or a control character")]
    [TestCase("/a%0Ab/", "holds white space or a control character")]
    [TestCase("/a\u202Eb/", "holds white space or a control character")]
    [TestCase("/.git/", "has a part that begins or ends with '.'")]
    [TestCase("/a./", "has a part that begins or ends with '.'")]
    [TestCase("/con/", "has a part 'con', which Windows reserves")]
    [TestCase("/a/NUL.html", "has a part 'NUL.html', which Windows reserves")]
    [TestCase("/a/com1/b/", "has a part 'com1', which Windows reserves")]
    public void Is_refused_with_the_reason(string written, string problem) =>
        Assert.That(WrittenAddress.Parse(written), Is.EqualTo(((Address?)null, (string?)problem)));

    [Test]
    public void Is_refused_if_no_file_system_could_hold_it()
    {
        Assert.That(WrittenAddress.Parse("/" + new string('é', 101) + "/").Problem, Is.EqualTo("has a part of over 200 bytes"));
        Assert.That(WrittenAddress.Parse(string.Concat(Enumerable.Repeat("/abcdefgh", 100))).Problem, Is.EqualTo("is too long"));
    }

    /// <summary>Whatever is written, what comes out of it stays in the output folder.</summary>
    [Test]
    public void Never_leads_out_of_the_output_folder([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["/", "..", ".", "%2e", "%2f", "%5c", "\\", "a", "con", ":", "%", "é", "\0", "index.html", "https://a/", "~", " "];
        for (var i = 0; i < 2000; i++)
        {
            var written = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (WrittenAddress.Parse(written).Address is not { } address) continue;
            var full = Path.GetFullPath(Path.Combine("/site/output", address.File));
            Assert.That(full, Does.StartWith("/site/output/"), $"seed {seed}: {written}");
            Assert.That(full, Is.EqualTo("/site/output/" + address.File), $"seed {seed}: {written}");
        }
    }
}
