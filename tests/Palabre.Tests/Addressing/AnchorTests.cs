using System.Text.RegularExpressions;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Tests.Support;

namespace Palabre.Tests.Addressing;

public sealed partial class AnchorTests
{
    [TestCase("1e552947", "c-1e552947")]
    [TestCase("2010-01-13_yves.1", "c-2010-01-13_yves.1")]
    public void Ids_of_plain_characters_stay(string id, string anchor) => Assert.That(Of(id), Is.EqualTo(anchor));

    [Test]
    public void Different_ids_have_different_anchors()
    {
        string[] ids = ["a b", "a  b", "a/b", "a-b", "a\"b", "a<b", "é", "e\u0301", "É", "\u202Ea", "", " ", "A", "a", new('x', 121), new('x', 122), new string('x', 121) + "é"];
        var anchors = ids.Select(Of).ToArray();
        Assert.That(anchors, Is.Unique);
        Assert.That(anchors, Is.All.Match(Plain()));
    }

    [Test]
    public void On_a_page_of_several_posts_each_comment_has_its_own()
    {
        var archive = Outline.Draw("a b a#x b#x");
        Assert.That(archive.Posts.Cast<Entry>().Concat(archive.Comments.SelectMany(c => c)).Select(Anchor.OnSharedPage),
            Is.EqualTo(["e-a", "e-b", "e-a.c-x", "e-b.c-x"]));
    }

    private static string Of(string id) => Anchor.Of(Outline.Draw("a a#x").Comments[0].Single() with { Id = id });

    [GeneratedRegex("^c-[A-Za-z0-9._-]{0,120}$")]
    private static partial Regex Plain();
}
