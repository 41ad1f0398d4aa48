using System.Text;
using Palabre.Model;

namespace Palabre.Tests.Model;

public sealed class SlugTests
{
    [TestCase("hello-world", "hello-world", TestName = "What is a slug stays")]
    [TestCase("  Hello,  World! ", "hello-world", TestName = "Runs of signs become one hyphen, none at the ends")]
    [TestCase("L'homme & la mer", "l-homme-la-mer", TestName = "Apostrophes part words")]
    [TestCase("Été à Noël, garçon", "ete-a-noel-garcon", TestName = "French accents")]
    [TestCase("cœur ex æquo", "coeur-ex-aequo", TestName = "Ligatures")]
    [TestCase("Straße STRAẞE", "strasse-strasse", TestName = "Sharp s, small and capital")]
    [TestCase("smørrebrød på Åland", "smorrebrod-pa-aland", TestName = "Danish")]
    [TestCase("Łódź, đ, þ, ŋ, ı, İ", "lodz-d-th-ng-i-i", TestName = "Letters that are no accented ones")]
    [TestCase("Việt Nam", "viet-nam", TestName = "Two accents on one letter")]
    [TestCase("Привет, мир", "привет-мир", TestName = "Cyrillic stays, in lower case")]
    [TestCase("Ελλάδα", "ελλαδα", TestName = "Greek loses its accents")]
    [TestCase("مرحبا بالعالم", "مرحبا-بالعالم", TestName = "Arabic stays")]
    [TestCase("हिन्दी", "हिन्दी", TestName = "Marks of other scripts are part of the word")]
    [TestCase("中文 2010", "中文-2010", TestName = "Ideographs stay")]
    [TestCase("😀", "", TestName = "Signs alone are nothing")]
    [TestCase("---", "", TestName = "Hyphens alone are nothing")]
    [TestCase("../../etc/passwd", "etc-passwd", TestName = "No way out")]
    [TestCase("a\u202Eb\0c", "a-b-c", TestName = "Control characters part words")]
    public void Folds(string name, string slug) => Assert.That(Slug.From(name), Is.EqualTo(slug));

    [Test]
    public void Half_a_character_is_a_sign() => Assert.That(Slug.From("a\ud83db"), Is.EqualTo("a-b"));

    [TestCase("\u00E9t\u00E9", "e\u0301te\u0301", TestName = "French")]
    [TestCase("Vi\u1EC7t", "Vie\u0323\u0302t", TestName = "Vietnamese")]
    [TestCase("\u0439\u0451\u0457", "\u0438\u0306\u0435\u0308\u0456\u0308", TestName = "Cyrillic letters that have marks")]
    [TestCase("\u0395\u03BB\u03BB\u03AC\u03B4\u03B1", "\u0395\u03BB\u03BB\u03B1\u0301\u03B4\u03B1", TestName = "Greek")]
    [TestCase("\u304C\u30D1", "\u304B\u3099\u30CF\u309A", TestName = "Japanese, as macOS names files")]
    [TestCase("\uD55C\uAE00", "\u1112\u1161\u11AB\u1100\u1173\u11AF", TestName = "Korean, as macOS names files")]
    [TestCase("\u0622", "\u0627\u0653", TestName = "Arabic")]
    public void Both_Unicode_forms_of_a_name_are_one_slug(string composed, string decomposed) =>
        Assert.That(Slug.From(decomposed), Is.EqualTo(Slug.From(composed)));

    [Test]
    public void A_name_stays_whole_to_180_bytes()
    {
        Assert.That(Slug.From(new string('A', 180)), Is.EqualTo(new string('a', 180)));
        Assert.That(Slug.From(new string('Я', 90)), Is.EqualTo(new string('я', 90)));
    }

    [TestCase("a", "b", TestName = "Latin")]
    [TestCase("я", "ю", TestName = "Of two bytes a letter")]
    [TestCase("中", "文", TestName = "Of three")]
    [TestCase("𐐷", "𐐸", TestName = "Of four")]
    [TestCase("word ", "word s", TestName = "With a hyphen where it is cut")]
    public void Longer_names_that_begin_alike_stay_apart(string repeated, string end)
    {
        var name = string.Concat(Enumerable.Repeat(repeated, 200));
        var slug = Slug.From(name);
        Assert.That(slug, Is.Not.EqualTo(Slug.From(name + end)));
        Assert.That(Encoding.UTF8.GetByteCount(slug), Is.InRange(160, Slug.MaximumBytes));
        Assert.That(slug, Does.Match("[^-]-[0-9a-f]{8}$").And.Not.Contain("\uFFFD"));
    }

    [Test]
    public void A_slug_of_a_slug_is_itself([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        const string Letters = "aÀœß-- éøЯйα中文ञ\u0301\u0308\u202E.";
        for (var i = 0; i < 200; i++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(250)).Select(_ => Letters[random.Next(Letters.Length)]));
            var slug = Slug.From(name);
            Assert.That(Slug.From(slug), Is.EqualTo(slug), $"seed {seed}: {name}");
            Assert.That(slug, Does.Not.StartWith("-").And.Not.EndsWith("-").And.Not.Contain("--"), $"seed {seed}: {name}");
        }
    }
}
