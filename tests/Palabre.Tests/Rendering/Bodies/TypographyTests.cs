using CsCheck;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

/// <summary>In the expectations '~' is a narrow no-break space (U+202F) and '_' a no-break space (U+00A0).</summary>
public sealed class TypographyTests
{
    [TestCase("oui ! non ? si ; a : b", "oui~! non~? si~; a_: b", TestName = "A written space becomes the right one")]
    [TestCase("oui! non? si; a: b", "oui~! non~? si~; a: b", TestName = "A missing one is added, but not before a colon")]
    [TestCase("oui ?! non !!! (si?)", "oui~?! non~!!! (si~?)", TestName = "Runs of marks keep together")]
    [TestCase("« oui »! \"non\"? «si»; »", "«~oui~»~! «~non~»~? «~si~»~;~»", TestName = "After a guillemet, too")]
    [TestCase("12:40 a::b ::c :) ;) ;-) a;b http:x", "12:40 a::b ::c :) ;) ;-) a;b http:x", TestName = "Times, operators and faces stay")]
    [TestCase("« a » «b» «\u00A0c\u00A0»", "«~a~» «~b~» «\u00A0c\u00A0»", TestName = "Guillemets")]
    [TestCase("\"oui\" dit-il", "«~oui~» dit-il", TestName = "Straight quotes")]
    [TestCase("\" oui \" (\"non\"), l'\"ami\".", "«~oui~» («~non~»), l’«~ami~».", TestName = "Straight quotes with spaces, in brackets, after an elision")]
    [TestCase("\"a \"b\" c\"", "«~a “b” c~»", TestName = "Quotes in quotes")]
    [TestCase("un écran de 24\" et 6'", "un écran de 24\" et 6'", TestName = "Inches and feet stay")]
    [TestCase("fin.\"", "fin.~»", TestName = "The end of a quotation that began paragraphs ago")]
    [TestCase("l'ami d'Aix, aujourd'hui", "l’ami d’Aix, aujourd’hui", TestName = "Apostrophes")]
    [TestCase("a... b.... c..", "a… b.... c..", TestName = "An ellipsis is three dots exactly")]
    [TestCase("a -- b --- c 1990--2000 --option <!-- a-->", "a – b — c 1990–2000 --option <!-- a-->", TestName = "Dashes")]
    [TestCase("1 000 000 habitants, 50 %, 12 €, en 2010 300", "1~000~000 habitants, 50_%, 12_€, en 2010 300", TestName = "Numbers hold together")]
    [TestCase("a \"\" b '' c", "a \"\" b '' c", TestName = "Empty quotes stay")]
    [TestCase("https://a.example/?b=c!d \"e\"", "https://a.example/?b=c!d \"e\"", TestName = "A text with an address stays")]
    public void French(string text, string expected) => AssertSet(text, "fr-CA", expected);

    [TestCase("en", "\"It's 'fine'\", the '90s! a ; b", "“It’s ‘fine’”, the ’90s! a ; b")]
    [TestCase("de", "\"Das ist \"gut\"\"", "„Das ist ‚gut‘“")]
    [TestCase("de", "'Ja', sagt er: \"er sagte 'so geht's' und ging\" ins Haus", "‚Ja‘, sagt er: „er sagte ‚so geht’s‘ und ging“ ins Haus")]
    [TestCase("de", "'s war der Hans' Buch", "’s war der Hans’ Buch")]
    [TestCase("da", "'Ja'", "›Ja‹")]
    [TestCase("sv", "'Ja'", "’Ja’")]
    [TestCase("fr", "'oui' x", "‘oui’ x")]
    [TestCase("en", "[x=\"a\" id=\"b\"] \"c\"", "[x=\"a\" id=\"b\"] “c”")]
    [TestCase("en", "\"a \"b\"20 c\" d\"", "“a ‘b”20 c” d”")]
    [TestCase("es", "\"Sí\"", "«Sí»")]
    [TestCase("it", "\"L'Italia\"", "«L’Italia»")]
    [TestCase("pt", "\"Sim\"", "“Sim”")]
    [TestCase("nl", "\"Ja\"", "“Ja”")]
    [TestCase("pl", "\"Tak\"", "„Tak”")]
    [TestCase("sv", "\"Ja\"", "”Ja”")]
    [TestCase("da", "\"Ja\"", "»Ja«")]
    [TestCase("EN_us", "\"a\"", "“a”")]
    [TestCase("ja", "\"a\" it's... -- b", "\"a\" it's… – b")]
    public void Other_languages(string language, string text, string expected) => AssertSet(text, language, expected);

    [Test]
    public void Quotes_know_what_stands_before_them_across_emphasis_code_and_links() =>
        Assert.That(Bodies.Comment("\"*oui*\" **\"non\"** `\"c\"` \"`d`\" [\"e\"](post:f) «*g*» *h* !", "fr"), Is.EqualTo(Spaced(
            "<p>«<em>~oui</em>~» <strong>«~non~»</strong> <code>&quot;c&quot;</code> «<code>d</code>~» <a href=\"/site/post/f\">«~e~»</a> «<em>~g</em>~» <em>h</em>~!</p>")));

    [Test]
    public void Addresses_and_escaped_marks_stay_as_they_are() =>
        Assert.That(Bodies.Comment("http://a.example/?b!c;d \\\"e\\\" &quot;f&quot; a\\...", "fr"), Is.EqualTo(
            "<p><a href=\"http://a.example/?b!c;d\" rel=\"nofollow ugc noopener\">http://a.example/?b!c;d</a> &quot;e&quot; &quot;f&quot; a...</p>"));

    [Test]
    public void A_quotation_does_not_reach_into_the_next_paragraph() =>
        Assert.That(Bodies.Comment("\"a\n\n\"b\"", "en"), Is.EqualTo("<p>“a</p>\n<p>“b”</p>"));

    [Test]
    public void Applying_it_twice_changes_nothing_more_and_loses_nothing() => Gen.OneOf(
            "a", "été", "1", "24", "000", " ", " ", "\"", "'", ".", "...", "-", "--", "---", "!", "?", ";", ":", "«", "»", "%", "(", ")", "\u202F", "\u00A0", "“", "”", "’")
        .Array[1, 15].Select(Gen.OneOf("fr", "en", "de", "zz"))
        .Holds((parts, language) =>
        {
            var text = string.Concat(parts);
            var once = Typography.Apply(text, language);
            Assert.That(Typography.Apply(once, language), Is.EqualTo(once), text);
            Assert.That(string.Concat(once.Where(char.IsLetterOrDigit)), Is.EqualTo(string.Concat(text.Where(char.IsLetterOrDigit))), text);
        }, count: 20_000);

    private static void AssertSet(string text, string language, string expected) =>
        Assert.That(Typography.Apply(text, language), Is.EqualTo(Spaced(expected)));

    private static string Spaced(string text) => text.Replace('~', '\u202F').Replace('_', '\u00A0');
}
