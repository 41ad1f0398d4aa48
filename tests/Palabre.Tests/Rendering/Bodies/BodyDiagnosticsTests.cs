using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

public sealed class BodyDiagnosticsTests
{
    [Test]
    public void An_address_that_is_not_published() => Assert.That(Bodies.Messages(Bodies.Render("a\n\n> b [c](javascript:d)")), Is.EqualTo("""
        a.md:12:5: warning PAL3001: The address 'javascript:d' is left out: it is not a valid one of http, https or mailto, nor a page of the site.
          hint: Correct the address, or write it as text.
        """));

    [Test]
    public void A_link_without_an_address() => Assert.That(Bodies.Messages(Bodies.Render("[a]()")), Is.EqualTo("""
        a.md:10:1: warning PAL3001: A link has no address.
          hint: Correct the address, or write it as text.
        """));

    [Test]
    public void A_link_that_leads_nowhere() => Assert.That(Bodies.Messages(Bodies.Render("a\nb [c](post:gone)")), Is.EqualTo("""
        a.md:11:3: warning PAL3002: There is no 'post:gone'.
          hint: Did you mean 'here'?
        """));

    [Test]
    public void HTML_that_is_left_out_of_a_post_is_named_in_one_message() => Assert.That(
        Bodies.Messages(Bodies.Render("a\n\n<div>\n <video>x</video>\n</div>\n\nb <i onclick=x> <video>", trust: BodyTrust.Post)), Is.EqualTo("""
        a.md:13:2: warning PAL3003: The HTML of this post is not published as written: '<video>', 'onclick' are left out.
          hint: Remove it, or set 'trustPosts: true' in site.yml if everybody who writes posts may write any HTML.
        """));

    [Test]
    public void Of_much_that_is_left_out_the_first_five_are_named() => Assert.That(
        Bodies.Messages(Bodies.Render("<p></A1><a1>, <a2>, [b](post:gone), <a3>, <a4>, <a5>, <a6>, <a7>, <a1></p>", BodyFormat.Html)),
        Does.EndWith("'</A1>', '<a2>', '<a3>', '<a4>', '<a5>' and more are left out."));

    [Test]
    public void An_attribute_that_is_left_out_of_a_post() => Assert.That(
        Bodies.Messages(Bodies.Render("a\nb <i class=x>c</i>", trust: BodyTrust.Post)), Does.StartWith(
            "a.md:11:3: warning PAL3003: The HTML of this post is not published as written: 'class' is left out."));

    [TestCase("a <?php b; ?>", "'<?php>' is")]
    [TestCase("a <![CDATA[b]]>", "'<![CDATA>' is")]
    [TestCase("a <!element b>", "'<!element>' is")]
    [TestCase("a </jane>", "'</jane>' is")]
    [TestCase("<p as we said>b</p>", "'as', 'we', 'said' are")]
    public void Words_between_pointed_brackets_that_are_left_out_of_a_comment(string html, string told) => Assert.That(
        Bodies.Messages(Bodies.Render("x\n" + html, BodyFormat.Html)), Does.StartWith("a.md:11:").And.EndsWith($"as written: {told} left out."));

    [TestCase("<!DOCTYPE html><!-- a --><?xml:namespace prefix = o ns = \"b\" /><![if !c]>d<![endif]></font></p><p align=x nowrap class=\"\" style=\"\" id=\"\">e")]
    public void What_programs_write_for_themselves_is_left_out_without_a_word(string html) =>
        Assert.That(Bodies.Render(html, BodyFormat.Html).Diagnostics, Is.Empty);

    [Test]
    public void HTML_that_is_left_out_of_a_comment() => Assert.That(
        Bodies.Messages(Bodies.Render("<p class=x><font>a</font>\n\n <b onclick=x>b</b><video>", BodyFormat.Html)), Is.EqualTo(
            "a.md:12:2: note PAL3004: The HTML of this comment is not published as written: 'onclick', '<video>' are left out."));

    [TestCase("> ", 200, "is nested too deeply")]
    [TestCase("[", 20_000, "has too many marks in one paragraph")]
    [TestCase("[a]: /b\n", 11_000, "has too many definitions of links or footnotes")]
    [TestCase("a|b\n-|-\n", 60_000, "has too large a table")]
    [TestCase("a b ", 200_000, "is longer than 500,000 characters")]
    public void Markdown_that_is_shown_as_text(string unit, int times, string reason) => Assert.That(
        Bodies.Messages(Bodies.Render(string.Concat(Enumerable.Repeat(unit, times)))), Is.EqualTo($"""
        a.md:10:1: warning PAL3005: The body {reason}, so it is shown as plain text.
          hint: Shorten it or cut it into paragraphs, or set 'format: text' if it is not Markdown.
        """));

    [Test]
    public void Markdown_that_becomes_long_by_repetition() => Assert.That(
        Bodies.Messages(Bodies.Render("[a]: http://x.example/" + new string('x', 1900) + "\n\n" + string.Concat(Enumerable.Repeat("[a]\n\n", 5000)))),
        Does.StartWith("a.md:10:1: warning PAL3005: The body becomes forty times as long by repetition, so it is shown as plain text."));

    [Test]
    public void An_image_from_elsewhere() => Assert.That(Bodies.Messages(Bodies.Render("![a](https://b.example/c.png)", trust: BodyTrust.Post)), Is.EqualTo("""
        a.md:10:1: warning PAL3006: The image 'https://b.example/c.png' is shown as a link: pages load nothing from other sites.
          hint: Put a copy beside the post or in content/media/, and name that.
        """));

    [Test]
    public void Nesting_that_is_shown_flat() => Assert.That(
        Bodies.Messages(Bodies.Render(string.Concat(Enumerable.Repeat("<div>", 200)), BodyFormat.Html)), Is.EqualTo(
            "a.md:10:1: warning PAL3007: The body nests over 100 deep; what is deeper is shown at that level."));

    [Test]
    public void Without_a_known_column_messages_name_lines_and_without_a_line_the_file()
    {
        var body = Bodies.Of("a\n\n[b](gone)");
        Assert.That(BodyRenderer.Render(body with { Source = new("a.yml", 3) }, Bodies.Resolve).Diagnostics[0].Source.ToString(), Is.EqualTo("a.yml:5"));
        Assert.That(BodyRenderer.Render(body with { Source = new("a.yml") }, Bodies.Resolve).Diagnostics[0].Source.ToString(), Is.EqualTo("a.yml"));
        Assert.That(BodyRenderer.Render(body with { Source = new("a.yml", 3, 5) }, Bodies.Resolve).Diagnostics[0].Source.ToString(), Is.EqualTo("a.yml:5:5"));
    }
}
