using Palabre.Model;

namespace Palabre.Diagnostics;

public static partial class Catalogue
{
    /// <summary>Of what a command can repair.</summary>
    internal static string UnknownKeyCode => UnknownKeyRule.Code;

    /// <inheritdoc cref="UnknownKeyCode"/>
    internal static string NoPostCode => NoPostRule.Code;

    /// <inheritdoc cref="UnknownKeyCode"/>
    internal static string NoIdCode => NoIdRule.Code;

    private static readonly Rule UnknownKeyRule = new(
        "PAL1040", Severity.Note, "A key that Palabre does not know",
        "It is kept for templates under `extra`. If it is a known key misspelt, correct it; if it is yours, put it under `extra:`. "
        + "Where it may have been meant to keep an entry from readers, this is a warning; one that differs from such a key in capitals, spaces or signs alone, such as `Draft`, is read.");

    /// <param name="mayWithhold">The nearest can keep an entry from readers.</param>
    public static Diagnostic UnknownKey(SourceLocation source, string key, string kind, string? nearest, KeyFate fate, bool mayWithhold)
    {
        var became = fate switch
        {
            KeyFate.Read => $"it is read as {Quote(nearest!)}, which can keep an entry from readers",
            KeyFate.Kept => "it is kept for templates under extra",
            _ => "nothing is made of it",
        };
        var told = UnknownKeyRule.At(source, $"{Quote(key)} is not a key of {(kind[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a")} {kind}; {became}.",
            fate == KeyFate.Read ? $"Write {Quote(nearest!)}." : DidYouMean(nearest));
        return mayWithhold ? told with { Severity = Severity.Warning } : told;
    }

    private static readonly Rule LookNotThemeRule = new(
        "PAL1041", Severity.Warning, "`theme:` in site.yml",
        "Elsewhere a theme is an appearance; here it is what a discussion is about. The appearance is the look: `look:`.");

    public static Diagnostic LookNotTheme(SourceLocation source) =>
        LookNotThemeRule.At(source, "'theme' is not a setting: here a theme is what a discussion is about.", "Did you mean 'look'?");

    private static readonly Rule WrongShapeRule = new(
        "PAL1042", Severity.Warning, "A value of another kind than its key takes",
        "The value is left aside, as if the key had not been written.");

    public static Diagnostic WrongShape(SourceLocation source, string key, string wanted, string found) =>
        WrongShapeRule.At(source, $"{Quote(key)} takes {wanted}, not {found}.");

    private static readonly Rule UnknownWordRule = new(
        "PAL1043", Severity.Warning, "A word that its key does not take",
        "The value is left aside, as if the key had not been written; but an entry whose `status` is not understood is pending, "
        + "since it may have been meant to be taken down.");

    public static Diagnostic UnknownWord(
        SourceLocation source, string key, string word, IReadOnlyList<string> words, string? nearest) =>
        UnknownWordRule.At(source, $"{Quote(key)} takes {string.Join(", ", words.SkipLast(1))} or {words[^1]}, not {Quote(word)}.",
            DidYouMean(nearest));

    private static readonly Rule NotAWebAddressRule = new(
        "PAL1044", Severity.Warning, "An address that is not http or https",
        "The address is left out: readers are sent to whole web addresses only.");

    public static Diagnostic NotAWebAddress(SourceLocation source, string key, string text) =>
        NotAWebAddressRule.At(source, $"{Quote(text)}, under {Quote(key)}, is not a whole http or https address.",
            "Write it whole, as https://example.org/page.");

    private static readonly Rule FrontMatterNeverClosedRule = new(
        "PAL1045", Severity.Error, "Front matter that never ends",
        "A file that begins with a line `---` needs a second one after its keys; what follows it is the text.");

    public static Diagnostic FrontMatterNeverClosed(SourceLocation source) =>
        FrontMatterNeverClosedRule.At(source, "The front matter that begins here is never closed.",
            "Add a line '---' after the last key.");

    private static readonly Rule FrontMatterNotOpenedRule = new(
        "PAL1073", Severity.Error, "Front matter that does not begin on the first line",
        "Keys such as `title:` and `draft:` count between two lines of three hyphens, the first of which begins the file. Otherwise they would be published as text, "
        + "and what was to be held back with them. Where they are text, put two lines `---` above it.");

    /// <param name="opener">The line above that was meant to begin it; empty where there is none.</param>
    public static Diagnostic FrontMatterNotOpened(SourceLocation source, string first, string opener) => FrontMatterNotOpenedRule.At(source,
        $"{Quote(first)} looks like front matter, and would be published as text: "
        + (opener.Length == 0 ? "no line '---' stands above it." : opener == "---" ? "the line '---' above it is not the first of the file." : $"{Quote(opener)} does not begin any."),
        opener switch
        {
            "" => "Write --- alone on the first line of the file, above the keys, and once more below them.",
            "---" => "Remove what stands above the line ---.",
            "+++" => "Palabre reads YAML: write key: value, between two lines of three hyphens, ---.",
            _ => "Write exactly three hyphens, ---, on the first line and below the keys.",
        });

    private static readonly Rule NameWithoutLettersRule = new(
        "PAL1074", Severity.Note, "A name of which nothing can stand in an address",
        "Addresses and ids have letters and digits of any script; signs and pictures are left out. What remains of the post's name is its date.");

    public static Diagnostic NameWithoutLetters(SourceLocation source, string name, string slug) => NameWithoutLettersRule.At(source,
        $"{Quote(name)} has neither letters nor digits: the post's address ends in {Quote(slug)}, which is its id, too.", "Add slug: with a name for its address.");

    private static readonly Rule NotUtf8Rule = new(
        "PAL1046", Severity.Error, "A file that is not UTF-8",
        "Palabre reads UTF-8 only. Save the file again with that encoding.");

    public static Diagnostic NotUtf8(SourceLocation source, string guess) =>
        NotUtf8Rule.At(source, $"This is not UTF-8 text{guess}.", "Save the file again with the encoding UTF-8.");

    private static readonly Rule EmptyFileRule = new(
        "PAL1047", Severity.Warning, "An empty file",
        "Nothing is published from it. Write something, or delete it.");

    public static Diagnostic EmptyFile(SourceLocation source, bool hasRemarks) =>
        EmptyFileRule.At(source, $"The file is empty{(hasRemarks ? " but for remarks" : "")}; nothing is published from it.", "Write something, or delete it.");

    private static readonly Rule NoTitleRule = new(
        "PAL1048", Severity.Note, "A post without a title",
        "Its first heading serves as its title; where there is none, its slug does. Better write `title:`.");

    public static Diagnostic NoTitle(SourceLocation source, string title) =>
        NoTitleRule.At(source, $"The post has no title; {Quote(title)} serves as one.", "Add title: to its front matter.");

    private static readonly Rule NoDateRule = new(
        "PAL1049", Severity.Error, "An entry without a date",
        "The date stands under `date`, or begins the file's name: `2010-01-12-hello.md`. It is never taken from the file's time.");

    public static Diagnostic NoDate(SourceLocation source) =>
        NoDateRule.At(source, "The entry has no date, and its file's name does not begin with one.",
            "Add date:, as 2010-01-12 or 2010-01-12T11:26:00+01:00.");

    private static readonly Rule NoBodyRule = new(
        "PAL1050", Severity.Error, "A comment without text",
        "What was said stands under `body`.");

    public static Diagnostic NoBody(SourceLocation source) =>
        NoBodyRule.At(source, "The comment has no body.", "Add body: with what was said; or status: removed to keep its place.");

    private static readonly Rule NoAuthorRule = new(
        "PAL1051", Severity.Warning, "A comment without an author",
        "It is published under the look's word for an unknown author.");

    public static Diagnostic NoAuthor(SourceLocation source) =>
        NoAuthorRule.At(source, "The comment has no author; it is published as anonymous.", "Add author:.");

    private static readonly Rule NotACommentRule = new(
        "PAL1052", Severity.Error, "A comment file that holds no comment",
        "A comment is a map of keys and values; a file holds one, several documents, or a list of them.");

    public static Diagnostic NotAComment(SourceLocation source, string found) =>
        NotACommentRule.At(source, $"A comment is written as keys and values (author:, date:, body:), not as {found}.");

    private static readonly Rule PrivateAddressRule = new(
        "PAL1053", Severity.Warning, "A private address in a file",
        "It is never published, but everybody who can read the repository can read it. Remove it. In a comment's name or text, or in the reason of a removal, of which the rest is "
        + "published, this is a note. Links to archives of mail hold what looks like one; they lead on where `mailArchives`, in `content/site.yml`, names the archive.");

    public static Diagnostic PrivateAddress(SourceLocation source, string key) => PrivateAddressRule.At(
        source, $"{Quote(key)} holds a plain address: it is never published, but it stands in the repository.", "Remove the line.");

    /// <summary>The field holds more than the address.</summary>
    /// <param name="shown">What is left of the first one.</param>
    /// <param name="host">Of a link that leads nowhere without the address; null if there is none.</param>
    public static Diagnostic PrivateAddressWithin(SourceLocation source, string key, string shown, string? host) => PrivateAddressRule.At(
        source, $"{Quote(key)} holds a plain address, {Quote(shown)}: it is never published, but it stands in the repository.",
        host is null ? "Take it out, or end it before the host, as in someone@…."
            : $"The link leads nowhere now. If {Excerpt.ForTerminal(host, 100)} is an archive of mail that everybody reads, add it to mailArchives: in content/site.yml.") with
    { Severity = Severity.Note };

    private static readonly Rule WithheldRule = new(
        "PAL1054", Severity.Note, "An entry that is not published",
        "A draft, an entry dated in the future or expired, a pending comment or spam. `--drafts` and `--future` show the first two.");

    public static Diagnostic Withheld(Entry entry, WithheldReason reason) => WithheldRule.At(entry.Source, reason switch
    {
        WithheldReason.Draft => $"{Quote(entry.Id)} is a draft and is not published.",
        WithheldReason.Future => $"{Quote(entry.Id)} is dated in the future ({Iso(entry.Due)}) and is not published yet.",
        WithheldReason.Expired => $"{Quote(entry.Id)} has expired and is no longer published.",
        WithheldReason.Pending => $"{Quote(entry.Id)} is pending and is not published.",
        WithheldReason.Spam => $"{Quote(entry.Id)} is marked as spam and is not published.",
        _ => $"{Quote(entry.Id)} is not published.",
    });

    /// <param name="why">Such as "a draft".</param>
    public static Diagnostic PageWithheld(SourceLocation source, string name, string why) =>
        WithheldRule.At(source, $"The page {Quote(name)} is {why} and is not published.");

    private static readonly Rule CommentsWithheldRule = new(
        "PAL1055", Severity.Note, "Comments of a post that does not show them",
        "They are left out with their post, or because its `comments` are `hidden`.");

    public static Diagnostic CommentsWithheld(Post post, int count, bool hidden) =>
        CommentsWithheldRule.At(post.Source, hidden
            ? $"{Count(count, "comment")} of {Quote(post.Id)} not published: the post's comments are hidden."
            : $"{Count(count, "comment")} of {Quote(post.Id)} not published, since the post is not.");

    private static readonly Rule NoPostRule = new(
        "PAL1056", Severity.Warning, "Comments of a post that is not there",
        "A folder, or a list, of comments bears the name of its post. These comments are read and counted, and not published. "
        + "Rename the folder, or restore the post.");

    public static Diagnostic NoPost(SourceLocation source, string name, int count, string? nearest) =>
        NoPostRule.At(source, $"No post is called {Quote(name)}; {Count(count, "comment")} of it not published.", DidYouMean(nearest));

    private static readonly Rule DuplicateIdRule = new(
        "PAL1057", Severity.Error, "Two entries with one id",
        "An id names one post in the archive, or one comment under its post. Change one of the two; replies follow the id.");

    public static Diagnostic DuplicateId(Entry second, Entry first) =>
        DuplicateIdRule.At(second.Source, $"{Quote(second.Id)} is also the id of {first.Source}.",
            "Give one of the two another id.");

    private static readonly Rule DuplicateFileRule = new(
        "PAL1058", Severity.Error, "Two files that describe one theme, author or page",
        "Their names, or their aliases, are the same but for case and accents.");

    public static Diagnostic DuplicateFile(SourceLocation second, SourceLocation first, string kind, string name) =>
        DuplicateFileRule.At(second, $"The {kind} {Quote(name)} is also described in {first}.", "Rename one, or remove the alias.");

    private static readonly Rule CommentsNotReadRule = new(
        "PAL1075", Severity.Warning, "Comments in a file that is not read",
        "Comments are YAML, in files that end in `.yml` or `.yaml`. JSON is YAML, too: such a file need only be renamed.");

    public static Diagnostic CommentsNotRead(SourceLocation source) => CommentsNotReadRule.At(source, "The file is not read: its comments are not published.",
        source.File.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "Rename it to end in .yml: JSON is read as YAML."
            : "Write it as YAML, in a file that ends in .yml: author:, date: and body: with the text.");

    private static readonly Rule TextIsRemarkRule = new(
        "PAL1076", Severity.Warning, "Text that YAML takes for a remark",
        "In YAML, what follows ` #` in a text without quotes is a remark for whoever edits the file, and not published.");

    public static Diagnostic TextIsRemark(SourceLocation source, string key) => TextIsRemarkRule.At(
        source, $"From '#' on this is a remark in YAML, no part of {Quote(key)}.",
        "If it is text, put the whole value in quotes; if it is a remark, give it a line of its own above the key.");

    private static readonly Rule LineIsRemarkRule = new(
        "PAL1078", Severity.Note, "A line below a text that YAML takes for a remark",
        "In YAML, a line that begins with `#` and stands less far in than the text above it is a remark for whoever edits the file, and not published. "
        + "In Markdown it would be a heading.");

    public static Diagnostic LineIsRemark(SourceLocation source, string key) => LineIsRemarkRule.At(
        source, $"This line is a remark in YAML, no part of {Quote(key)}.", "If it is text, indent it as the text above.");

    private static readonly Rule StrayFileRule = new(
        "PAL1059", Severity.Note, "A file that is not read",
        "Posts and themes are `.md` or `.markdown`, comments and authors `.yml` or `.yaml`; pictures are read where an entry names them.");

    /// <param name="wanted">What stands there instead, in words that continue «here …».</param>
    public static Diagnostic StrayFile(SourceLocation source, string wanted, string? meant) =>
        StrayFileRule.At(source, $"The file is not read: here {wanted}.", DidYouMean(meant));

    private static readonly Rule BadLanguageRule = new(
        "PAL1060", Severity.Warning, "A language that is not a tag",
        "Languages are BCP 47 tags: `fr`, `en-GB`. The value is left aside.");

    public static Diagnostic BadLanguage(SourceLocation source, string text) =>
        BadLanguageRule.At(source, $"{Quote(text)} is not a language tag.", "Write a tag such as fr, en or pt-BR.");

    private static readonly Rule NoLettersRule = new(
        "PAL1061", Severity.Warning, "A name without letters or digits",
        "It cannot make an address. The theme, slug or name is left aside.");

    public static Diagnostic NoLetters(SourceLocation source, string kind, string text) =>
        NoLettersRule.At(source, $"The {kind} {Quote(text)} has neither letter nor digit and makes no address.");

    private static readonly Rule UndescribedThemeRule = new(
        "PAL1062", Severity.Note, "A theme that nobody described",
        "It is listed all the same. A file `themes/<name>.md` gives it a title and an introduction.");

    public static Diagnostic UndescribedTheme(Written theme, string key, string? nearest) =>
        UndescribedThemeRule.At(theme.Source, $"The theme {Quote(theme.Text)} has no file {DescriptionPath.OfTheme(key)}; it is listed all the same.",
            DidYouMean(nearest));

    private static readonly Rule OutsideMediaRule = new(
        "PAL1063", Severity.Warning, "A picture that is not among the site's media",
        "Pictures are files under `content/media/` or beside a post; those of other sites are never loaded.");

    public static Diagnostic OutsideMedia(SourceLocation source, string key, string text) =>
        OutsideMediaRule.At(source, $"{Quote(text)}, under {Quote(key)}, is no file of content/media/.",
            "Put the picture there and write its path, as media/portrait.jpg.");

    private static readonly Rule UnusedFrontMatterRule = new(
        "PAL1064", Severity.Error, "Front matter that is not keys and values",
        "Between the two lines `---` stand keys and values.");

    public static Diagnostic UnusedFrontMatter(SourceLocation source, string found) =>
        UnusedFrontMatterRule.At(source, $"The front matter is {found}, not keys and values.", "Write title: …, date: …, a line each.");

    private static readonly Rule NoIdRule = new(
        "PAL1065", Severity.Note, "A comment of a list without an id",
        "Its date and author serve as one. Add `id:`, so that links to it stay when either is corrected.");

    public static Diagnostic NoId(SourceLocation source, string id) =>
        NoIdRule.At(source, $"The comment has no id; {Quote(id)} serves as one.", $"Add id: {id}");

    private static readonly Rule UnknownParentRule = new(
        "PAL1066", Severity.Warning, "A theme's parent that is not there, or its own child",
        "The theme stands at the top level.");

    public static Diagnostic UnknownParent(Theme theme, string? nearest) =>
        UnknownParentRule.At(theme.ParentSource, $"The parent {Quote(theme.Parent!)} of {Quote(theme.Key)} is no theme.",
            DidYouMean(nearest) ?? "Write the name of another theme's file, without ending; or remove the line.");

    public static Diagnostic ParentBelow(Theme theme) => UnknownParentRule.At(
        theme.ParentSource,
        theme.Parent == theme.Key ? $"{Quote(theme.Key)} is to stand above itself." : $"{Quote(theme.Parent!)} is to stand above {Quote(theme.Key)}, and stands below it, or is the same.",
        theme.Parent == theme.Key ? "Remove parent: here." : "Remove parent: from one of the two.");

    private static readonly Rule SaidTwiceRule = new(
        "PAL1067", Severity.Note, "Two names of one thing",
        "Both keys mean the same, and what they say differs: one is read. Of two texts of a comment, this is a warning; "
        + "of two spellings of a key that keeps an entry from readers, such as `draft` and `Draft`, an error.");

    public static Diagnostic SaidTwice(SourceLocation source, string key, string read, Severity severity) => SaidTwiceRule.At(
        source, $"{Quote(key)} is not read: {Quote(read)} means the same, and stands here, too.", $"Write all of it under {Quote(read)}.") with
    { Severity = severity };

    private static readonly Rule RemovedWithoutStatusRule = new(
        "PAL1068", Severity.Warning, "A day of removal without a removal",
        "Nothing says that the entry was removed. It waits for an editor, unpublished.");

    public static Diagnostic RemovedWithoutStatus(SourceLocation source, string key) =>
        RemovedWithoutStatusRule.At(source, $"{Quote(key)} says when the entry was removed, and nothing that it was.", "Add status: removed, or take this line out.");

    private static readonly Rule SharedNameRule = new(
        "PAL1069", Severity.Note, "Two authors of one name",
        "Entries that say the name are listed under the first of them; those that say the name of a file, under its author.");

    public static Diagnostic SharedName(Author author, SourceLocation first) =>
        SharedNameRule.At(author.Source, $"{Quote(author.Name)} is the author of {first}, too: entries that say the name are listed there.",
            $"Write author: {author.Key} for what this one wrote.");

    private static readonly Rule NoAddressRule = new(
        "PAL1070", Severity.Warning, "A link without an address",
        "It leads nowhere, and is left out.");

    /// <param name="key">That it stands under.</param>
    public static Diagnostic NoAddress(SourceLocation source, string key) =>
        NoAddressRule.At(source, $"One of {Quote(key)} has no url; it is left out.", "Add url: with its address, or take it out.");

    private static readonly Rule SharedThemeRule = new(
        "PAL1071", Severity.Note, "Two themes of one name",
        "Names that differ by signs alone, such as `C++` and `C#`, are one as well. Posts that say the name are listed under the first theme; "
        + "those that say the name of a file, under its theme.");

    public static Diagnostic SharedTheme(Theme theme, SourceLocation first) =>
        SharedThemeRule.At(theme.Source, $"{Quote(theme.Title)} is the theme of {first}, too: posts that say the name are listed there.",
            $"Write themes: [{theme.Key}] for this one.");

    /// <param name="known">Another name of the same theme.</param>
    public static Diagnostic SharedTheme(Written name, string known) =>
        SharedThemeRule.At(name.Source, $"{Quote(name.Text)} and {Quote(known)} differ by signs alone, and are one theme.",
            "Give each a file themes/<name>.md, and write that name in posts.");

    private static readonly Rule TooManyNamesRule = new(
        "PAL1079", Severity.Warning, "More names than a post may have",
        "A post has a hundred authors and a hundred themes at most; those after them are passed over. Each of them has pages and feeds, and all of these show the "
        + "post with all its names: without a limit, one small file could fill a disk.");

    public static Diagnostic TooManyNames(SourceLocation source, string key, int most, int count) => TooManyNamesRule.At(
        source, $"From here on {Quote(key)} is passed over: a post has {Number(most)} at most, and this one {Number(count)}.", "Keep those that say most.");

    private static readonly Rule MergeUnfinishedRule = new(
        "PAL1080", Severity.Warning, "A merge that was not finished",
        "Where two branches changed the same lines, git leaves both versions between lines of `<<<<<<<`, `=======` and `>>>>>>>`. Readers would see them all. "
        + "Within a fence of code they are taken for what the text is about.");

    public static Diagnostic MergeUnfinished(SourceLocation source) => MergeUnfinishedRule.At(
        source, "Git left both versions of some lines from here on.", "Keep the lines that are right, and remove the lines of marks.");

    private static readonly Rule PointerRule = new(
        "PAL1081", Severity.Warning, "A pointer instead of a file",
        "Git LFS keeps large files elsewhere, and a few lines in their place until it fetches them. What is published would be these lines.");

    public static Diagnostic IsPointer(SourceLocation source) => PointerRule.At(
        source, "This is a pointer of Git LFS, not the file itself.", "Fetch the files: git lfs pull. On GitHub: lfs: true for actions/checkout.");

    private static readonly Rule UpdatedBeforeRule = new(
        "PAL1072", Severity.Note, "A change before its entry",
        "An entry that was changed before its own date, as one that was written long before it was due, counts as not changed since.");

    /// <param name="key">As it was written.</param>
    public static Diagnostic UpdatedBefore(SourceLocation source, string key) =>
        UpdatedBeforeRule.At(source, $"{Quote(key)} is before the entry's own date; it is left out.", "Correct one of the two, if it is a slip.");

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Iso(EntryDate date) => date.Time.ToString(date.IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz",
        System.Globalization.CultureInfo.InvariantCulture);
}
