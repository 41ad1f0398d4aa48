using System.Globalization;
using Palabre.Model;

namespace Palabre.Diagnostics;

public static partial class Catalogue
{
    private const string PutInQuotes = "Put the whole text in quotes.";

    private static string Write(string? line, string otherwise) => line is null ? otherwise : $"Write: {line}";

    private static string ShownCharacter(char c) => c is > ' ' and < '\u007F' ? $"'{c}'" : $"U+{(int)c:X4}";

    private static readonly Rule YamlColonInValueRule = new("PAL1001", Severity.Error, "A colon in an unquoted value",
        "In YAML a colon and a space end a key, so that a value which holds both has to stand in quotes: `title: \"Foo: bar\"`. What stands before the mistake is read.");
    public static Diagnostic YamlColonInValue(SourceLocation source, string? key, string? quoted) => YamlColonInValueRule.At(source,
        key is null ? "A colon and a space stand in an unquoted text, and YAML takes what is before them for a key."
            : $"The value of {Quote(key)} holds a colon and a space, and YAML takes what is before them for another key.",
        Write(quoted, PutInQuotes));

    private static readonly Rule YamlUnclosedQuoteRule = new("PAL1002", Severity.Error, "A quotation mark that is not closed",
        "A text that begins with a quotation mark ends with the same one. Within single quotes an apostrophe is written twice; a text over several lines is easier to write as a block below `|`.");
    public static Diagnostic YamlUnclosedQuote(SourceLocation source, string? closed) => YamlUnclosedQuoteRule.At(source,
        "The quotation mark that opens here is not closed.",
        Write(closed, "Close it at the end of the text; for a text of several lines, indent the further lines."));

    private static readonly Rule YamlIndentationRule = new("PAL1003", Severity.Error, "A line whose indentation fits nothing above",
        "Keys of one map, and items of one list, begin in the same column; what belongs to a key is indented further. A line between two columns, or one that is indented below a key that already has its value, belongs nowhere.");
    public static Diagnostic YamlIndentation(SourceLocation source) => YamlIndentationRule.At(source,
        "This line does not begin in the column of any list, key or text above that it could belong to.",
        "Begin it in the same column as the line it stands beside, with spaces.");

    private static readonly Rule YamlReservedCharacterRule = new("PAL1004", Severity.Error, "A text that begins with a sign of YAML",
        "An unquoted text cannot begin with a sign that means something in YAML, or is reserved: ``@ ` % & * ! | > [ ] { } , - ? # ' \"``.");
    public static Diagnostic YamlReservedCharacter(SourceLocation source, char sign, string? quoted) => YamlReservedCharacterRule.At(source,
        $"An unquoted text cannot begin with {ShownCharacter(sign)}, which is a sign of YAML's own.", Write(quoted, PutInQuotes));

    private static readonly Rule YamlMissingSpaceRule = new("PAL1005", Severity.Error, "No space after a colon or a hyphen",
        "A key ends with a colon and a space, a list item begins with a hyphen and a space. Without the space YAML reads a text.");
    public static Diagnostic YamlMissingSpace(SourceLocation source, string written, string corrected) => YamlMissingSpaceRule.At(source,
        $"A space is missing in {Quote(written)}, which YAML therefore takes for a text.", Write(corrected, ""));

    private static readonly Rule YamlTabRule = new("PAL1006", Severity.Error, "A tab where YAML wants spaces",
        "YAML is indented with spaces: how wide a tab is depends on the editor.");
    public static Diagnostic YamlTab(SourceLocation source) => YamlTabRule.At(source,
        "A tab stands where YAML wants spaces.", "Indent with two spaces instead of each tab.");

    private static readonly Rule YamlTextAfterValueRule = new("PAL1007", Severity.Error, "Text after the end of a value",
        "A value that begins with a quotation mark, a bracket or `*` ends with its closing mark, and nothing may follow: `'L'homme'` ends before `homme`.");
    public static Diagnostic YamlTextAfterValue(SourceLocation source, string rest, string? quoted) => YamlTextAfterValueRule.At(source,
        $"{Quote(rest)} follows a value that is already at its end.", Write(quoted, PutInQuotes));

    private static readonly Rule YamlUnclosedBracketRule = new("PAL1008", Severity.Error, "A bracket that is not closed",
        "A list between `[` and `]`, or a map between `{` and `}`, needs its closing bracket, and a comma between its parts. A text that begins with a bracket has to stand in quotes.");
    public static Diagnostic YamlUnclosedBracket(SourceLocation source, char bracket, string? closed) => YamlUnclosedBracketRule.At(source,
        $"The '{bracket}' that opens here is not closed, or a comma is missing behind it.", Write(closed, "Close it, or put the text in quotes if no list is meant."));

    private static readonly Rule YamlBadEscapeRule = new("PAL1009", Severity.Error, "A backslash in double quotes",
        "Within double quotes a backslash begins a special character (`\\n`, `\\\"`, `\\u00E9`). Within single quotes, and without any, it is an ordinary one.");
    public static Diagnostic YamlBadEscape(SourceLocation source, string written, string? quoted) => YamlBadEscapeRule.At(source,
        $"Within double quotes a backslash begins a special character, and YAML knows no {Quote(written)}.",
        Write(quoted, "Write the text in single quotes, or each backslash twice."));

    private static readonly Rule YamlMissingColonRule = new("PAL1010", Severity.Error, "A line without a key",
        "Each line of a map is a key, a colon and a value. A text that goes on over several lines is indented below its key.");
    public static Diagnostic YamlMissingColon(SourceLocation source, string line) => YamlMissingColonRule.At(source,
        $"{Quote(line)} has no key: YAML wants 'key: value'.", "Indent the line if it continues the text above; add the key and a colon if not.");

    private static readonly Rule YamlUnreadableRule = new("PAL1011", Severity.Error, "Not YAML",
        "YAML makes no sense of the text from here on. What stands before is read. Look at the line above too: the mistake may have begun there.");
    public static Diagnostic YamlUnreadable(SourceLocation source, string rest) => YamlUnreadableRule.At(source,
        rest.Length == 0 ? "YAML makes no sense of what stands here." : $"YAML makes no sense of {Quote(rest)}.",
        "Put the text in quotes, and look whether the line above is complete.");

    private static readonly Rule YamlTooDeepRule = new("PAL1012", Severity.Error, "Lists and maps too deep",
        "At most 64 lists and maps may stand within one another, what aliases repeat included. What stands before is read.");
    public static Diagnostic YamlTooDeep(SourceLocation source, int limit) => YamlTooDeepRule.At(source,
        $"More than {Number(limit)} lists and maps stand within one another here.");

    private static readonly Rule YamlTooManyAliasesRule = new("PAL1013", Severity.Error, "Aliases that repeat too much",
        "Aliases (`*name`) may repeat 10,000 nodes, or a million characters, in one file: a small file could else fill the machine. The aliases after that are left empty.");
    public static Diagnostic YamlTooManyAliases(SourceLocation source, int limit) => YamlTooManyAliasesRule.At(source,
        $"The aliases up to this one repeat more than {Number(limit)} values.", "Write out what is meant.");

    private static readonly Rule YamlAliasOfItselfRule = new("PAL1014", Severity.Error, "An alias within what it repeats",
        "An alias (`*name`) that stands inside the list or map which its anchor (`&name`) names would never end. It is left empty.");
    public static Diagnostic YamlAliasOfItself(SourceLocation source, string name) => YamlAliasOfItselfRule.At(source,
        $"{Quote("*" + name)} stands within what it repeats.", "Remove it.");

    private static readonly Rule YamlUnknownAliasRule = new("PAL1015", Severity.Error, "An alias of nothing",
        "A text that begins with `*` is an alias in YAML: it repeats what an anchor (`&name`) above it names. A text for readers has to stand in quotes. The value is left empty.");
    public static Diagnostic YamlUnknownAlias(SourceLocation source, string name, string? quoted) => YamlUnknownAliasRule.At(source,
        $"{Quote("*" + name)} is an alias in YAML, and nothing above is named {Quote("&" + name)}.", Write(quoted, PutInQuotes));

    private static readonly Rule YamlDuplicateKeyRule = new("PAL1016", Severity.Warning, "A key written twice",
        "Of a key that a map holds twice, the last value counts.");
    public static Diagnostic YamlDuplicateKey(SourceLocation source, string key, SourceLocation first) => YamlDuplicateKeyRule.At(source,
        $"{Quote(key)} is written twice, first on line {Number(first.Line)}; this value counts.", "Remove one of the two.");

    private static readonly Rule YamlKeyIsNotTextRule = new("PAL1017", Severity.Error, "A list or map as a key",
        "A key is a text. A value that begins with `{{` or `[` and is no list has to stand in quotes. The key and its value are left out.");
    public static Diagnostic YamlKeyIsNotText(SourceLocation source, string? quoted) => YamlKeyIsNotTextRule.At(source,
        "A list or a map stands where a key belongs.", Write(quoted, PutInQuotes));

    private static readonly Rule YamlUnknownTagRule = new("PAL1018", Severity.Note, "A tag that is ignored",
        "A word that begins with `!` is a tag in YAML: it tells programs a type. Palabre reads every value as text and ignores tags.");
    public static Diagnostic YamlUnknownTag(SourceLocation source, string tag) => YamlUnknownTagRule.At(source,
        $"{Quote(tag)} is a tag in YAML, not a part of the text, and is ignored.", "If it belongs to the text, put the whole text in quotes.");

    private static readonly Rule YamlUnusedAnchorRule = new("PAL1077", Severity.Note, "An anchor that nothing repeats",
        "A word that begins with `&` is an anchor in YAML: a name by which `*name` repeats the text behind it.");
    public static Diagnostic YamlUnusedAnchor(SourceLocation source, string name) => YamlUnusedAnchorRule.At(source,
        $"{Quote("&" + name)} is an anchor in YAML, not a part of the text, and is ignored.", "If it belongs to the text, put the whole text in quotes.");

    private static readonly Rule YamlForbiddenCharacterRule = new("PAL1019", Severity.Warning, "A character that cannot be shown",
        "YAML forbids control characters and halves of characters. '�' is published in their place.");
    public static Diagnostic YamlForbiddenCharacter(SourceLocation source, char character, int others) => YamlForbiddenCharacterRule.At(source,
        $"The invisible character U+{(int)character:X4}, which YAML forbids, stands here"
        + (others == 0 ? "." : $", and {Number(others)} more of its kind {(others == 1 ? "follows" : "follow")}."),
        "Remove it; '�' is shown in its place.");

    private static readonly Rule YamlFurtherDocumentRule = new("PAL1020", Severity.Warning, "More than one document",
        "A line `---` begins a further document, and only the first one is read here.");
    public static Diagnostic YamlFurtherDocument(SourceLocation source) => YamlFurtherDocumentRule.At(source,
        "A further YAML document begins here, and is not read.", "Remove the line '---' above.");

    private const string WriteDateLike = "Write it as 2010-01-12, or with its time as 2010-01-12 11:26.";

    private static readonly Rule DateIsEmptyRule = new("PAL1025", Severity.Error, "An empty date",
        "A date is written year first: `2010-01-12`, or with its time `2010-01-12 11:26`, or with its offset from UTC `2010-01-12 11:26 +01:00`.");
    public static Diagnostic DateIsEmpty(SourceLocation source) => DateIsEmptyRule.At(source, "The date is empty.", WriteDateLike);

    private static readonly Rule DateDoesNotExistRule = new("PAL1026", Severity.Error, "A day that does not exist",
        "The calendar has no such month or day.");
    public static Diagnostic DateDoesNotExist(SourceLocation source, string written, int year, int month, string? meant) => DateDoesNotExistRule.At(source,
        month is < 1 or > 12 ? $"{Quote(written)} is no day: there is no month {Number(month)}."
            : $"{Quote(written)} is no day: {MonthName(month)} {Number(year)} has {Number(DateTime.DaysInMonth(year, month))} days.",
        meant is null ? "Correct the day." : $"Did you mean {meant}?");

    private static readonly Rule DateIsAmbiguousRule = new("PAL1027", Severity.Error, "A date that is one of two days",
        "`5/6/2010` is 5 June for some and 6 May for others. Year first, there is no doubt.");
    public static Diagnostic DateIsAmbiguous(SourceLocation source, string written, DateOnly dayFirst, DateOnly monthFirst) => DateIsAmbiguousRule.At(source,
        $"{Quote(written)} could be {DayName(dayFirst)} or {DayName(monthFirst)}.",
        FormattableString.Invariant($"Write {dayFirst:yyyy-MM-dd} or {monthFirst:yyyy-MM-dd}."));

    private static readonly Rule DateIsNotYearFirstRule = new("PAL1028", Severity.Error, "A date that does not begin with its year",
        "Dates of numbers are read year first only, `2010-01-13`: in the other order many of them would be one of two days.");
    public static Diagnostic DateIsNotYearFirst(SourceLocation source, string written, string iso) => DateIsNotYearFirstRule.At(source,
        $"{Quote(written)} does not begin with the year.", $"Write {iso}.");

    private static readonly Rule DateHasTwoDigitYearRule = new("PAL1029", Severity.Error, "A year of two digits",
        "Which century is meant, and which of the numbers is the year, cannot be known.");
    public static Diagnostic DateHasTwoDigitYear(SourceLocation source, string written) => DateHasTwoDigitYearRule.At(source,
        $"{Quote(written)} has no year of four digits.", WriteDateLike);

    private static readonly Rule DateIsOutOfRangeRule = new("PAL1030", Severity.Error, "A year that is not from 1 to 9999",
        "Years from 1 to 9999 can be counted; of the first and the last, two days are missing.");
    public static Diagnostic DateIsOutOfRange(SourceLocation source, string written) => DateIsOutOfRangeRule.At(source,
        $"{Quote(written)} is not between 3 January of the year 1 and 29 December 9999.", "Correct the year.");

    private static readonly Rule DateHasNoSuchTimeRule = new("PAL1031", Severity.Error, "A time that does not exist",
        "A time is between 00:00 and 24:00, minutes and seconds are below 60.");
    public static Diagnostic DateHasNoSuchTime(SourceLocation source, string written) => DateHasNoSuchTimeRule.At(source,
        $"The time of {Quote(written)} does not exist.", "Correct the time: hours to 23, minutes and seconds to 59.");

    private static readonly Rule DateHasNoSuchOffsetRule = new("PAL1032", Severity.Error, "An offset from UTC that does not exist",
        "Nowhere do clocks differ from UTC by more than 14 hours.");
    public static Diagnostic DateHasNoSuchOffset(SourceLocation source, string written) => DateHasNoSuchOffsetRule.At(source,
        $"The offset from UTC of {Quote(written)} does not exist: it is over 14 hours.", "Correct the offset, or leave it out for the site's time zone.");

    private static readonly Rule DateIsSkippedRule = new("PAL1035", Severity.Warning, "A time that clocks skip",
        "Where clocks are put forward, an hour of that day is missing. The entry is published with the time that they show then.");
    public static Diagnostic DateIsSkipped(SourceLocation source, string written, string zone, string shown) => DateIsSkippedRule.At(source,
        $"Clocks of {zone} never showed {Quote(written)}: they went forward; {shown} is shown.", "Correct the time, or write its offset, as in +01:00.");

    private static readonly Rule DateIsIncompleteRule = new("PAL1033", Severity.Error, "A date without a day",
        "An entry stands on a day. A year alone, or with a month, is no date.");
    public static Diagnostic DateIsIncomplete(SourceLocation source, string written) => DateIsIncompleteRule.At(source,
        $"{Quote(written)} does not say the day.", WriteDateLike);

    private static readonly Rule DateIsUnreadableRule = new("PAL1034", Severity.Error, "Not a date",
        "Dates are written year first (`2010-01-12 11:26 +01:00`), as mail programs do (`Tue, 12 Jan 2010 11:26:00 +0100`), or as Unix time (`1263291960`).");
    public static Diagnostic DateIsUnreadable(SourceLocation source, string written, string? iso) => DateIsUnreadableRule.At(source,
        $"{Quote(written)} is not a date that Palabre can read.", iso is null ? WriteDateLike : $"Write {iso}.");

    private static string DayName(DateOnly date) => $"{Number(date.Day)} {MonthName(date.Month)} {Number(date.Year)}";

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}
