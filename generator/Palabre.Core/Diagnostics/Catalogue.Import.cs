using Palabre.Model;

namespace Palabre.Diagnostics;

/// <summary>What an import has against its source. Places are in the source, or files of the site.</summary>
public static partial class Catalogue
{
    private static readonly Rule NoSourceRule = new("PAL5001", Severity.Error, "There is nothing to import",
        "The file or folder that was named is not there, cannot be opened, or is empty.");

    public static Diagnostic NoSource(SourceLocation source, string reason) => NoSourceRule.At(source,
        $"{Quote(source.File)} cannot be imported: {reason}.", "Name the file that the other system exported: palabre import <file> [root].");

    private static readonly Rule UnknownSourceRule = new("PAL5002", Severity.Error, "An export of no known kind",
        "The kind of an export is recognised by how it begins: Blogger, WordPress, Disqus, mail, Jekyll or Hugo, JSON lines. "
        + "This one begins like none of them. It may be a web page that was saved instead of the export, or need to be unpacked.");

    public static Diagnostic UnknownSource(SourceLocation source) => UnknownSourceRule.At(source,
        $"{Quote(source.File)} begins like no export that Palabre knows.",
        "Name the kind if you know better: palabre import blogger|wordpress|disqus|mbox|jekyll|jsonl <file> [root].");

    private static readonly Rule BrokenXmlRule = new("PAL5003", Severity.Error, "An export that is not whole",
        "The file is not well-formed XML from a place on: often it was cut while it was loaded down, or edited by hand. "
        + "Nothing is imported, since nobody can tell what is missing.");

    public static Diagnostic BrokenXml(SourceLocation source, string reason) => BrokenXmlRule.At(source,
        $"The export is not well-formed XML here: {reason}", "Export it again; if it stays so, mend this place in a copy.");

    private static readonly Rule DoctypeRule = new("PAL5004", Severity.Error, "An export with a document type",
        "No system writes a document type into its exports. It could make a small file endless, or read files of this machine, "
        + "so that such a file is not read.");

    public static Diagnostic Doctype(SourceLocation source) => DoctypeRule.At(source,
        "The export declares a document type, which none of these systems does.", "Export it again, from the system itself.");

    private static readonly Rule DisqusDialectRule = new("PAL5005", Severity.Error, "A file made for Disqus, not by it",
        "Disqus imports a dialect of WordPress's format, which other systems write for it. It has neither posts nor what Disqus "
        + "holds: the export of Disqus itself is another file, which begins with `<disqus`.");

    public static Diagnostic DisqusDialect(SourceLocation source) => DisqusDialectRule.At(source,
        "This is a file that Disqus imports, not one that it exports.",
        "In Disqus, go to Admin, Community, Export; or import what this file was made from.");

    private static readonly Rule TooMuchRule = new("PAL5006", Severity.Error, "A packed file that grows without measure",
        "What is packed in the file is over two hundred times as large, which no text is. Files are made so to fill a disk.");

    public static Diagnostic TooMuch(SourceLocation source) => TooMuchRule.At(source,
        $"{Quote(source.File)} unpacks to more than any archive of texts.", "Unpack it yourself, and import what it holds.");

    private static readonly Rule DroppedCharactersRule = new("PAL5007", Severity.Warning, "Characters that XML does not allow",
        "Exports hold control characters at times, pasted from a word processor or left by a broken conversion. XML allows none, "
        + "and nobody sees them; they are left out.");

    public static Diagnostic DroppedCharacters(SourceLocation source, int count) => DroppedCharactersRule.At(source,
        $"Control characters that XML does not allow were left out: {Number(count)}.");

    private static readonly Rule OrphansRule = new("PAL5008", Severity.Warning, "Comments without their post",
        "Comments name a post that is neither in the export nor on the site, so that they have no place. They are not "
        + "imported; the report lists them.");

    public static Diagnostic Orphans(SourceLocation source, string post, int count) => OrphansRule.At(source,
        $"The post {Quote(post)} is not in the export; comments of it that have no place: {Number(count)}.",
        "Export the whole once more, or import the post first.");

    private static readonly Rule EditedFileRule = new("PAL5009", Severity.Warning, "An imported file was edited, and is kept",
        "The source has changed since the file was imported, and somebody has edited the file. Theirs is kept. Files that nobody "
        + "touched are brought up to date.");

    public static Diagnostic EditedFile(SourceLocation source) => EditedFileRule.At(source,
        $"{Quote(source.File)} was edited since it was imported; what changed in the source is not brought over.",
        "Take it over by hand; or delete the file and its line in content/.import/record, and import again.");

    private static readonly Rule ForeignTextRule = new("PAL5010", Severity.Warning, "Another file stands where one belongs",
        "A file that no import wrote, or that is of another source, stands in the place of one that should be. It is never overwritten, so that what "
        + "belongs there is not imported.");

    public static Diagnostic ForeignText(SourceLocation source) => ForeignTextRule.At(source,
        $"{Quote(source.File)} is there already, and no import wrote it; it is kept.", "Rename it, and import again.");

    public static Diagnostic TakenPlace(SourceLocation source) => ForeignTextRule.At(source,
        $"{Quote(source.File)} came with another import, as something else; it is kept.", "Give it another name, with what belongs to it, and import again.");

    private static readonly Rule AddressNotKeptRule = new("PAL5011", Severity.Warning, "An old address cannot be kept",
        "A static site has one file for each address. What is told apart by a query alone, or belongs to two pages, cannot be "
        + "redirected by it; a web server's own redirects can.");

    public static Diagnostic AddressNotKept(SourceLocation source, string address, string reason) => AddressNotKeptRule.At(source,
        $"The old address {Quote(address)} {reason}; nothing leads from it to {Quote(source.File)}.", "If it matters, redirect it in your web server.");

    private static readonly Rule UnmatchedDiscussionRule = new("PAL5012", Severity.Warning, "Comments whose post is not found",
        "Disqus knows a discussion by the address of its page. No post of the site has that address, now or as an alias. Its "
        + "comments are not imported; the report lists the address.");

    public static Diagnostic UnmatchedDiscussion(SourceLocation source, string address, int count) => UnmatchedDiscussionRule.At(source,
        $"No post has the address {Quote(address)}; comments without a place: {Number(count)}.",
        "Write a line with this address, a space and the post's id into a file, and name it with --map.");

    private static readonly Rule BadLineRule = new("PAL5013", Severity.Error, "A line that is not an entry",
        "Each line of the file is one JSON object with a kind, as `generator/IMPORT.md` describes. This line is not; the others "
        + "are imported.");

    public static Diagnostic BadLine(SourceLocation source, string reason) => BadLineRule.At(source,
        $"The line is skipped: {reason}.", "Correct the line, and import again: the others stay as they are.");

    private static readonly Rule SkippedPieceRule = new("PAL5014", Severity.Error, "Something of the source cannot be imported",
        "An entry of the source lacks what every entry has, such as a date or an id. It is left out; the others are imported.");

    public static Diagnostic SkippedPiece(SourceLocation source, string what, string reason) => SkippedPieceRule.At(source,
        $"{what} is skipped: {reason}.", "Correct it in the other system and export again, or write the file by hand.");

    private static readonly Rule NoSpaceRule = new("PAL5015", Severity.Error, "The site's folder cannot be written",
        "The disk is full or read-only, or permission is denied. What was written so far stays, and a second import goes on from there.");

    public static Diagnostic NoSpace(SourceLocation source, string reason) => NoSpaceRule.At(source,
        $"{Quote(source.File)} cannot be written: {reason}.", "Put that right, and import again: what is there already stays as it is.");

    private static readonly Rule MissingAnsweredRule = new("PAL5016", Severity.Note, "Replies to what was not imported",
        "Comments answer others that the source lacks, or that are left out, such as spam. They are imported under a placeholder that says so; if a later "
        + "export has what is missing, the placeholder gives way to it.");

    public static Diagnostic MissingAnswered(SourceLocation source, int count) => MissingAnsweredRule.At(source,
        $"Replies to comments that were not imported: {Number(count)}.");

    private static readonly Rule WithdrawnRule = new("PAL5021", Severity.Warning, "What is no longer for everybody",
        "An earlier import brought what the source has withdrawn since: it is spam now, private, or in the bin. Its file stays as it is, and published.");

    /// <param name="reason">As the report has it: "spam", "in the bin".</param>
    public static Diagnostic Withdrawn(SourceLocation source, string reason) => WithdrawnRule.At(source,
        $"The source has withdrawn this: {reason}.", "Write status: removed into the file, or delete it.");

    private static readonly Rule SameNameRule = new("PAL5017", Severity.Note, "Two people of one name",
        "The source tells two authors apart whose names are the same. Palabre knows authors by name, so that their entries stand "
        + "on one page.");

    public static Diagnostic SameName(SourceLocation source, string name) => SameNameRule.At(source,
        $"Two authors of the source are called {Quote(name)}; their entries stand on one page.", "Write one of the names otherwise, in their entries.");

    private static readonly Rule NothingPackedRule = new("PAL5018", Severity.Error, "A packed file without an export",
        "The zip holds no file that is an export: of Google's, `feed.atom` in `Takeout/Blogger/Blogs/`.");

    public static Diagnostic NothingPacked(SourceLocation source) => NothingPackedRule.At(source,
        $"{Quote(source.File)} holds no export that Palabre knows.", "Unpack it, and import the file in it.");

    private static readonly Rule UnreadableSettingsRule = new("PAL5019", Severity.Error, "The site's own settings are wrong",
        "Where things go depends on `content/site.yml`, which has a mistake. Nothing is imported before it is corrected.");

    public static Diagnostic UnreadableSettings(SourceLocation source) => UnreadableSettingsRule.At(source,
        "The settings of the site have a mistake, so that nothing can be imported into it.", "palabre check tells where it is.");

    private static readonly Rule DamagedRule = new("PAL5020", Severity.Error, "A packed file that is damaged",
        "The file ends too early, or holds what nothing unpacks to: often it was cut while it was loaded down. Nothing is imported, "
        + "since nobody can tell what is missing.");

    public static Diagnostic Damaged(SourceLocation source) => DamagedRule.At(source,
        $"{Quote(source.File)} is damaged, or ends too early.", "Load it down again; or unpack what can be saved, and import that.");

    private static readonly Rule LinksToMailBrokenRule = new("PAL5022", Severity.Note, "Links to letters that lead nowhere",
        "Links to pages of archives of mail hold a letter's Message-ID or the name of a list, which look like addresses of e-mail and are masked. Where "
        + "`mailArchives`, in `content/site.yml`, names the archive, they stay. Each host is told once, at the first file of which it is the first.");

    public static Diagnostic LinksToMailBroken(SourceLocation source, string host) => LinksToMailBrokenRule.At(source,
        $"Links to {Excerpt.ForTerminal(host, 100)} lost what looks like an address of e-mail, and lead nowhere.",
        "If it is an archive of mail that everybody reads, add it to mailArchives: in content/site.yml, and import again: what nobody edited is mended.");
}
