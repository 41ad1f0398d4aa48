using Palabre.Model;

namespace Palabre.Tests.Model;

/// <summary>Nobody's address is published, however its sign is written.</summary>
public sealed class MailMaskTests
{
    [TestCase("Write to bob@secret.org.", "Write to bob@….")]
    [TestCase("mailto:bob%40secret.org?x", "mailto:bob@…?x")]
    [TestCase("bob%40secret%2Eorg", "bob@…")]
    [TestCase("bob&#64;secret.org", "bob@…")]
    [TestCase("bob&#064;secret&#46;org, he said", "bob@…, he said")]
    [TestCase("bob&#x40;secret&#x2e;org", "bob@…")]
    [TestCase("bob&commat;secret&period;org", "bob@…")]
    [TestCase("&#98;&#111;&#98;&#64;&#115;&#101;&#99;&#114;&#101;&#116;&#46;&#111;&#114;&#103;", "&#98;&#111;&#98;@…")]
    [TestCase("bob\\@secret\\.org", "bob@…")]
    [TestCase("**bob**@secret.org", "**bob**@…")]
    [TestCase("a@b.org&#64;c.org", "a@…&#64;c.org")]
    [TestCase("bob@192.168.0.1", "bob@…")]
    [TestCase("a@b.org c@d.org", "a@… c@…")]
    [TestCase("a@bob@secret.org", "a@bob@…")]
    [TestCase("rene\u0301@secret.org ann@cafe\u0301.fr ann@उदाहरण.भारत", "rene\u0301@… ann@… ann@…")]
    [TestCase("ann@sec\u034Fret.org ann\uFE0F@secret.org", "ann@… ann\uFE0F@…")]
    [TestCase("ann@secret．org, ann@secret。org", "ann@…, ann@…")]
    [TestCase("ann@secret.org.png", "ann@….png")]
    [TestCase("ann&#95;@secret.org", "ann&#95;@…")]
    [TestCase("bob@secret.org.1 bob@secret.org.x bob@secret.org.", "bob@….1 bob@….x bob@….")]
    public void An_address_is_hidden(string text, string shown)
    {
        var masked = MailMask.Of(text);
        Assert.That(masked.Text, Is.EqualTo(shown));
        Assert.That(masked.Count, Is.Positive);
        Assert.That(MailMask.Of(shown).Text, Is.EqualTo(shown), "once is enough");
    }

    [TestCase("@bob, logo@2x.png, foo@1.2.3, a @ b.org, a@b, a@.org, a@-, @")]
    [TestCase("&amp; &#64; &commat; 100 % %4 %40 &#x &#99999999999; \\@ \\")]
    [TestCase("a&b;@")]
    [TestCase("foo@1.2.3-beta.rc logo@2x.png a &amp;@foo.bar")]
    [TestCase("@ann@social.example, (@ann@social.example) https://social.example/@ann@other.example", TestName = "Handles")]
    [TestCase("https://Letters.example/r/1@example.org/ [x](http://letters.example/?i=1@example.org) <https://letters.example/list/a@example.org/#1>")]
    [TestCase("<a href=\"https://letters.example/r/1%40example.org\">1</a>")]
    [TestCase("https://letters.example:8080/?l=git&i=1@example.org https://letters.example./?l=git&amp;i=1@example.org")]
    public void What_is_none_stays(string text) => Assert.That(MailMask.Of(text, Letters), Is.EqualTo(new MaskedText(text, 0, null, null)));

    [TestCase("https://other.example/r/1@example.org/", "https://other.example/r/1@…/", "1@…", "other.example")]
    [TestCase("https://letters.example.org@evil.example/x", "https://letters.example.org@…/x", "letters.example.org@…", null)]
    [TestCase("https://letters.example:bob@example.org/", "https://letters.example:bob@…/", "bob@…", null)]
    [TestCase("https://letters.example:bob/r/1@example.org", "https://letters.example:bob/r/1@…", "1@…", null)]
    [TestCase("https://letters.example/r/1&gt;bob@example.org", "https://letters.example/r/1&gt;bob@…", "bob@…", null)]
    [TestCase("https://bob@letters.example/x", "https://bob@…/x", "bob@…", null)]
    [TestCase("https://letters.example/r/1 bob@example.org", "https://letters.example/r/1 bob@…", "bob@…", null)]
    [TestCase("[x](https://letters.example/r/1)bob@example.org", "[x](https://letters.example/r/1)bob@…", "bob@…", null)]
    [TestCase("https://letters.example/r/1。bob@example.org", "https://letters.example/r/1。bob@…", "bob@…", null)]
    [TestCase("mailto://letters.example/bob@example.org", "mailto://letters.example/bob@…", "bob@…", null)]
    [TestCase("letters.example/bob@example.org", "letters.example/bob@…", "bob@…", null)]
    public void What_is_no_link_to_a_letter_is_hidden(string text, string shown, string first, string? host) =>
        Assert.That(MailMask.Of(text, Letters), Is.EqualTo(new MaskedText(shown, 1, first, host)));

    [Test]
    public void Of_several_the_one_in_a_link_is_told() =>
        Assert.That(MailMask.Of("bob@example.org https://other.example/r/1@example.org"), Is.EqualTo(new MaskedText("bob@… https://other.example/r/1@…", 2, "1@…", "other.example")));

    [TestCase("Lore.Kernel.org", ExpectedResult = "lore.kernel.org")]
    [TestCase("https://lore.kernel.org/git/", ExpectedResult = "lore.kernel.org")]
    [TestCase("lore.kernel.org.", ExpectedResult = "lore.kernel.org")]
    [TestCase("lístas.example", ExpectedResult = null)]
    [TestCase("lore", ExpectedResult = null)]
    [TestCase("ftp://lore.kernel.org", ExpectedResult = null)]
    [TestCase("bob@example.org", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public string? An_archive_of_mail_is_named_by_its_host(string written) => MailPages.HostOf(written);

    private static readonly HashSet<string> Letters = ["letters.example"];
}
