using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CsCheck;
using Palabre.Model;

namespace Palabre.Tests.Rendering.Bodies;

/// <summary>Of comments, readers see no address that marks keep apart, and all that is none.</summary>
public sealed partial class MailInMarkupTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf([.. new[]
    {
        "ann", "@", "＠", "example.org", "example", ".", "org", "*", "**", "`", "[", "](https://x.example/)", "&shy;", "&#64;", "\u200B", "\\", " ", "\n", "\n\n", "> ", "- ",
        "<b>", "</b>", "~~", "x", "é", "😀",
    }.Select(Gen.Const)]);

    private static readonly Gen<string> MarkupPieces = Gen.OneOf([.. new[]
    {
        "ann", "@", "example.org", ".org", "<b>", "</b>", "<a href=\"https://x.example/\">", "</a>", "<p>", "</p>", "<br>", "<wbr>", "<!-- -->", "<td>", "<li>", "&shy;", "&amp;", " ", "😀",
    }.Select(Gen.Const)]);

    [Test]
    public void No_address_is_seen_in_Markdown() => Pieces.Array[1, 14].Holds(
        pieces => Hold(Bodies.Comment(MailMask.Of(string.Concat(pieces)).Text)), count: 30_000);

    [Test]
    public void No_address_is_seen_in_HTML() => MarkupPieces.Array[1, 14].Holds(
        pieces => Hold(Bodies.Html("<div>" + MailMask.Of(string.Concat(pieces)).Text)), count: 30_000);

    [TestCase("Ask @ann, @ann@social.example or ann @ work.", "<p>Ask @ann, @ann@social.example or ann @ work.</p>")]
    [TestCase("`npm i @scope/name` and *user*@host", "<p><code>npm i @scope/name</code> and <em>user</em>@host</p>")]
    [TestCase("- ann\n- @example.org", "<ul><li>ann</li>\n<li>@example.org</li>\n</ul>")]
    [TestCase("cc [@jean.dupont](https://x.example/)", "<p>cc <a href=\"https://x.example/\" rel=\"nofollow ugc noopener\">@jean.dupont</a></p>")]
    [TestCase("a &amp;@foo.bar", "<p>a &amp;@foo.bar</p>")]
    [TestCase("ann\\\n@example.org", "<p>ann<br>\n@example.org</p>")]
    public void What_is_none_stays(string markdown, string html) => Assert.That(Bodies.Comment(markdown), Is.EqualTo(html));

    [TestCase("**ann**@example.org, she said", "<p><strong>ann</strong>@…, she said</p>")]
    [TestCase("ann@ex**amp**le.org", "<p>ann@…<strong></strong></p>")]
    [TestCase("ann@[example.org](https://x.example/)", "<p>ann@<a href=\"https://x.example/\" rel=\"nofollow ugc noopener\">…</a></p>")]
    public void Of_what_is_one_the_host_is_left_out(string markdown, string html) => Assert.That(Bodies.Comment(markdown), Is.EqualTo(html));

    private static void Hold(string html)
    {
        // Blocks stand apart.
        var seen = string.Concat(Tags().Replace(Regex.Replace(html, "</?(?:p|div|ul|li|table|tr|td|br|blockquote)\\b[^<>]*>", "\n"), "").Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));
        Assert.That(Addresses().Matches(WebUtility.HtmlDecode(seen)).Where(match => !match.Value.StartsWith('@')), Is.Empty, html);
        var parsed = new HtmlParser().ParseDocument($"<!DOCTYPE html><div>{html}</div>").Body!.FirstElementChild!;
        Assert.That(Tags().Count(parsed.InnerHtml), Is.EqualTo(Tags().Count(html)), html);
    }

    // A handle of the fediverse is none.
    [GeneratedRegex(@"@?[\p{L}\p{N}._%+'!#$*=?^`{|}~-]+[@＠][\p{L}\p{N}-]+\.\p{L}{2,}")]
    private static partial Regex Addresses();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();
}
