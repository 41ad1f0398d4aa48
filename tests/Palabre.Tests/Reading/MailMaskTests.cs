using Palabre.Reading;

namespace Palabre.Tests.Reading;

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
    public void An_address_is_hidden(string text, string shown)
    {
        Assert.That(MailMask.Of(text, out var masked), Is.EqualTo(shown));
        Assert.That(masked, Is.Positive);
        Assert.That(MailMask.Of(shown, out _), Is.EqualTo(shown), "once is enough");
    }

    [TestCase("@bob, logo@2x.png, foo@1.2.3, a @ b.org, a@b, a@.org, a@-, @")]
    [TestCase("&amp; &#64; &commat; 100 % %4 %40 &#x &#99999999999; \\@ \\")]
    [TestCase("a&b;@")]
    public void What_is_none_stays(string text) => Assert.That((MailMask.Of(text, out var masked), masked), Is.EqualTo((text, 0)));
}
