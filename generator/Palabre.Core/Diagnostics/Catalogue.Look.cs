using Palabre.Model;

namespace Palabre.Diagnostics;

public static partial class Catalogue
{
    private static readonly Rule TemplateSyntaxRule = new(
        "PAL3050", Severity.Error, "A template that cannot be read",
        "Nothing is written. Templates are in Scriban's language; `themes/README.md` tells what they may use.");

    public static Diagnostic TemplateSyntax(SourceLocation source, string message) =>
        TemplateSyntaxRule.At(source, $"The template cannot be read: {Excerpt.ForTerminal(message, 200)}.");

    private static readonly Rule TemplateFailsRule = new(
        "PAL3051", Severity.Error, "A template that fails while a page is made",
        "Nothing is written.");

    public static Diagnostic TemplateFails(SourceLocation source, string page, string message) =>
        TemplateFailsRule.At(source, $"The template fails on {Quote(page)}: {Excerpt.ForTerminal(message, 200)}.");

    private static readonly Rule TemplateNeverEndsRule = new(
        "PAL3052", Severity.Error, "A template that never ends, or that makes too much",
        "A page may take ten million steps of its loops and 256 MiB. Nothing is written.");

    public static Diagnostic TemplateNeverEnds(SourceLocation source, string page) =>
        TemplateNeverEndsRule.At(source, $"The template does not come to an end on {Quote(page)}.", "Look for a loop whose condition never changes.");

    private static readonly Rule NoStringsRule = new(
        "PAL3053", Severity.Warning, "A language that the look does not speak",
        "Its own words, the names of months and days among them, are shown in English. "
        + "A file `themes/_look/strings/<language>.yml` teaches it.");

    public static Diagnostic NoStrings(string language, string look) =>
        NoStringsRule.At(new($"{look}/strings/{language}.yml"), $"The look has no words in the language {Quote(language)}; English is shown.",
            $"palabre look strings/{language}.yml --write puts the English words there, to be translated.");

    private static readonly Rule NoStringRule = new(
        "PAL3054", Severity.Warning, "A word that the look lacks in the site's language",
        "The English one is shown.");

    public static Diagnostic NoString(SourceLocation source, string key, string language) =>
        NoStringRule.At(source, $"The look has no {Quote(key)} in the language {Quote(language)}.", $"Add {key}: to strings/{language}.yml.");

    private static readonly Rule BadStringsRule = new(
        "PAL3055", Severity.Error, "Words of a look that cannot be used",
        "A strings file holds keys and texts; a text that depends on a number has one for each plural category, and names of months and days are lists. "
        + "Nothing is written.");

    public static Diagnostic BadStrings(SourceLocation source, string problem, string hint) => BadStringsRule.At(source, problem, hint);

    private static readonly Rule FewPluralsRule = new(
        "PAL3060", Severity.Warning, "Words that have no plural for some numbers",
        "Their text for `other` stands there, which is another form in this language.");

    /// <param name="lacking">Plural categories.</param>
    public static Diagnostic FewPlurals(SourceLocation source, string key, IReadOnlyList<string> lacking, string language) => FewPluralsRule.At(
        source, $"{Quote(key)} has no text for {string.Join(", ", lacking.Select(category => Quote(category)))}, which numbers of the language {Quote(language)} ask for.",
        $"Add {string.Join(", ", lacking.Select(category => category + ":"))} and {(lacking.Count == 1 ? "its text" : "their texts")}.");

    private static readonly Rule UnknownPlaceRule = new(
        "PAL3058", Severity.Warning, "A place in words that nothing fills",
        "Readers see it as it is written, braces and all.");

    public static Diagnostic UnknownPlace(SourceLocation source, string place, IReadOnlyList<string> filled) => UnknownPlaceRule.At(
        source, $"Nothing fills {Quote(place)} in this text.",
        DidYouMean(Nearest.To(place, filled)) ?? (filled.Count == 0 ? "Remove it: this text has no places." : $"Its places are {string.Join(", ", filled)}."));

    private static readonly Rule MisspeltStringRule = new(
        "PAL3057", Severity.Warning, "Words under a misspelt key",
        "Nothing asks for them; the look's own stand in their place.");

    public static Diagnostic MisspeltString(SourceLocation source, string key, string meant) =>
        MisspeltStringRule.At(source, $"The look has no words {Quote(key)}.", DidYouMean(meant));

    private static readonly Rule EntryMisplacedRule = new(
        "PAL3059", Severity.Error, "A look that gives entries no place, or several",
        "Links lead to each entry on its own page, so an element there must have its name, once. Nothing is written.");

    /// <param name="kind">Of the page that lacks an entry, or has it twice.</param>
    public static Diagnostic EntryMisplaced(SourceLocation template, string kind, int times) => EntryMisplacedRule.At(
        template, times == 0 ? $"The site's own look leaves out entries on pages of the kind {Quote(kind)}." : $"The site's own look shows entries several times on pages of the kind {Quote(kind)}.",
        template.File.EndsWith("/layout.html", StringComparison.Ordinal) && times == 0 ? "Write {{ include page.kind }} where the page is to stand, as layout.html of the default look does."
            : "Write id=\"{{ entry.anchor }}\" in the tag of one element for each entry, as post.html and turns.html of the default look do.");

    private static readonly Rule UnknownTemplateRule = new(
        "PAL3056", Severity.Warning, "A file of the look that nothing uses",
        "A template takes the place of the embedded one of the same name; one of another name is used only if a template includes it.");

    public static Diagnostic UnknownTemplate(SourceLocation source, string? nearest) =>
        UnknownTemplateRule.At(source, "No page uses this file.", DidYouMean(nearest));
}
