using Palabre.Searching;

namespace Palabre.Tests.Searching;

public sealed class WordsTests
{
    [Test]
    public void Words_are_read_as_the_fixture_says() => Assert.Multiple(() =>
    {
        foreach (var (text, words) in WordsFixture.All) Assert.That(WordsOfText.Read(text).Words, Is.EqualTo(words), text);
    });

    [TestCase("L'été à l’île", "ete ile a", TestName = "What is elided is left out; accents fold")]
    [TestCase("aujourd'hui, quelqu’un d'aujourd’hui", "aujourdhui quelquun aujourdhui", TestName = "Other apostrophes join")]
    [TestCase("John's dogs' o'clock", "john dogs oclock", TestName = "An English genitive goes")]
    [TestCase("Œuvre Straße ŒDÈME", "oeuvre strasse oedeme", TestName = "Letters that are two")]
    [TestCase("peut-être l'abc-d'ef", "peut etre abc ef", TestName = "A hyphen parts")]
    [TestCase("con\u00ADfiance e\u0301te\u0301", "confiance ete", TestName = "What is not seen does not part")]
    [TestCase("東京タワー 2010年", "東 京 タ ワ ー 2010 年", TestName = "Chinese and kana are searched letter by letter")]
    [TestCase("二〇二三年、時々ジョン・スミス。", "二 〇 二 三 年 時 々 ジ ョ ン ス ミ ス", TestName = "Their marks are none")]
    [TestCase("ภาษา ไทย", "ภ า ษ า ไ ท ย", TestName = "So are Thai and its neighbours")]
    [TestCase("привет ЙОД שלום हिन्दी", "привет йод שלום हिन्दी", TestName = "Other scripts stay")]
    [TestCase("عَرَبِيّ عربـي عربى", "عربي عربي عربي", TestName = "Arabic without its points, and without what stretches it")]
    [TestCase("أحمد إلى مدرسة کتاب", "احمد الي مدرسه كتاب", TestName = "Arabic letters that are written for one another")]
    [TestCase("שָׁלוֹם", "שלום", TestName = "Hebrew without its points")]
    [TestCase("ёлка Ёлка", "елка елка", TestName = "A letter of Russian that is mostly written as another")]
    [TestCase("😀 ' ’’ -- 'quoted'", "quoted", TestName = "What is no word is none")]
    [TestCase("__proto__ constructor", "proto constructor", TestName = "Names that languages use are words")]
    public void Of(string text, string words) => Assert.That(
        WordsOfText.Read(text).Words.Select(w => w.Split('/')[0]).Order(StringComparer.Ordinal), Is.EqualTo(words.Split(' ').Order(StringComparer.Ordinal)));

    [Test]
    public void A_very_long_word_is_its_beginning() =>
        Assert.That(WordsOfText.Read(new string('x', 10_000)).Words.Single(), Does.StartWith(new string('x', 32) + "/"));

    [TestCase("fr", "theme themes", "them")]
    [TestCase("fr", "chat chats", "chat")]
    [TestCase("fr", "national nationaux", "national")]
    [TestCase("fr", "bateau bateaux", "bateau")]
    [TestCase("fr", "parler parle parlee parlees", "parl")]
    [TestCase("fr", "femme femmes", "fem")]
    [TestCase("en", "story stories", "story")]
    [TestCase("fr", "travail travaux travaille travailler", "traval")]
    [TestCase("fr", "detail details", "detal")]
    [TestCase("fr", "mail mails", "mail")]
    [TestCase("en", "hose hoses", "hos")]
    [TestCase("en", "box boxes", "box")]
    [TestCase("en", "class classes", "class")]
    [TestCase("en", "process processes", "process")]
    [TestCase("en", "watch watches", "watch")]
    [TestCase("en", "cache caches", "cach")]
    [TestCase("en", "wish wishes", "wish")]
    [TestCase("en", "hero heroes", "hero")]
    [TestCase("en", "shoe shoes", "sho")]
    [TestCase("en", "toe toes", "toe")]
    [TestCase("en", "quiz quizzes", "quiz")]
    [TestCase("en", "house houses", "hous")]
    [TestCase("en", "care cares", "care")]
    [TestCase("en", "tree trees", "tree")]
    [TestCase("en", "bus buses", "bus")]
    [TestCase("sv", "husen", "husen")]
    public void Inflections_have_one_stem(string language, string words, string stem) =>
        Assert.That(words.Split(' ').Select(word => Stems.Of(word, language)).Distinct(), Is.EqualTo(new[] { stem }));

    /// <summary>Of languages whose ends the script learns from the archive: each line is one word.</summary>
    internal static readonly (string Language, string[] Words)[] Inflections = [.. """
        de haus hauser hausern
        de thema themen
        de buch bucher buches buchern
        de frage fragen
        de lehrerin lehrerinnen
        de auto autos
        de strasse strassen
        de klasse klassen
        de analyse analysen
        de preis preise preisen preises
        de prozess prozesse prozessen
        de ergebnis ergebnisse ergebnissen
        de tag tage tagen
        de lehrer lehrern
        es casa casas
        es luz luces
        es mes meses
        es flor flores
        es rojo roja rojos rojas
        es interes intereses
        es frances francesa franceses francesas
        it libro libri
        it amica amiche amici amico
        it studio studi
        it foglia foglie fogli foglio
        it citta
        nl boom bomen
        nl jaar jaren
        nl man mannen
        nl huis huizen
        nl brief brieven
        nl tafel tafels
        nl computer computers
        nl groot grote
        nl vraag vragen
        nl meisje meisjes
        nl les lessen
        nl fles flessen
        nl proces processen
        nl idee ideeen
        pt opiniao opinioes
        pt animal animais
        pt papel papeis
        pt homem homens
        pt flor flores
        pt casa casas
        pt classe classes
        pt mes meses
        pt portugues portugueses
        pt ingles ingleses
        pt facil faceis
        pt util uteis
        pt azul azuis
        """.Split('\n').Select(line => line.Split(' ')).Select(line => (line[0], line[1..]))];

    [TestCaseSource(nameof(InflectionCases))]
    public void Inflections_of_learned_languages_have_one_stem(string language, string words) =>
        Assert.That(words.Split(' ').Select(word => Stems.Of(word, language)).Distinct().Count(), Is.EqualTo(1),
            string.Join(' ', words.Split(' ').Select(word => Stems.Of(word, language))));

    private static IEnumerable<object[]> InflectionCases => Inflections.Select(one => new object[] { one.Language, string.Join(' ', one.Words) });

    [TestCase("nl", "2000", "2000")]
    [TestCase("de", "das", "das")]
    public void Numbers_and_short_words_stay(string language, string word, string stem) => Assert.That(Stems.Of(word, language), Is.EqualTo(stem));

    [TestCase("<p>One<em>s</em>elf &amp; <br>two<!-- three --><script>four</script></p>five", "oneself two five")]
    [TestCase("<style>a</style><template>b</template><a title='c>d'>e</a> 1 < 2 <noscript>f", "e 1 2")]
    [TestCase("<script>never ends", "")]
    [TestCase("<!-- never ends", "")]
    public void Only_what_readers_see_is_read(string markup, string words) => Assert.That(
        string.Join(' ', WordsOfText.Read(VisibleText.Of(new(markup))).Words.Select(w => w.Split('/')[0])), Is.EqualTo(words));
}
