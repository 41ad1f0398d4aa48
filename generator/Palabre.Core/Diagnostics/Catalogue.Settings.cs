using Palabre.Model;

namespace Palabre.Diagnostics;

public static partial class Catalogue
{
    private const string SettingsFile = "content/site.yml";

    /// <summary>Something is wrong with the settings, not with an entry: the exit status tells the two apart.</summary>
    public static bool IsOfSettings(Diagnostic diagnostic) =>
        diagnostic.Code.StartsWith("PAL11", StringComparison.Ordinal) || diagnostic.Source.File == SettingsFile;

    /// <summary>The disk, or another build, is in the way: nothing that an editor wrote.</summary>
    public static bool IsOfMachine(Diagnostic diagnostic) =>
        diagnostic.Code is "PAL4064" or "PAL4065" or "PAL4069" or "PAL4070" or "PAL4071";

    private static readonly Rule NoContentRule = new(
        "PAL1100", Severity.Error, "A folder that is not a site",
        "A site has a folder `content` with a file `site.yml` in it, the only file that is required.");

    public static Diagnostic NoContent(string path) =>
        NoContentRule.At(new(path), "There is no such file: a site is a folder with content/site.yml in it.",
            "Name the site's folder: palabre build <folder>. Or make one: palabre init <folder>.");

    public static Diagnostic FolderForSettings(string path) =>
        NoContentRule.At(new(path), "This is a folder: the settings are a file of that name.", "Rename the folder, and put a file in its place; it may be empty.");

    private static readonly Rule BadSettingsRule = new(
        "PAL1101", Severity.Error, "Settings that are not keys and values",
        "`content/site.yml` holds keys and values, a line each.");

    public static Diagnostic BadSettings(SourceLocation source, string found) =>
        BadSettingsRule.At(source, $"The settings are {found}, not keys and values.", "Write title: …, language: …, a line each.");

    private static readonly Rule UnknownZoneRule = new(
        "PAL1102", Severity.Error, "A time zone that nobody knows",
        "Time zones are IANA names, as `Europe/Paris`.");

    public static Diagnostic UnknownZone(SourceLocation source, string name, string? nearest) =>
        UnknownZoneRule.At(source, $"{Quote(name)} is not a time zone.", DidYouMean(nearest) ?? "Write an IANA name such as Europe/Paris.");

    private static readonly Rule BadFolderRule = new(
        "PAL1103", Severity.Error, "A folder outside of the site",
        "Folders are named from the site's own, with '/', and stay in it.");

    public static Diagnostic BadFolder(SourceLocation source, string key, string text) =>
        BadFolderRule.At(source, $"{Quote(text)}, under {Quote(key)}, is not a folder within the site.", "Write a path such as _posts.");

    private static readonly Rule BadPatternRule = new(
        "PAL1104", Severity.Error, "A pattern that makes no addresses",
        "Patterns begin and end with '/' and hold the placeholders that tell their pages apart.");

    /// <param name="usual">The pattern where none is written.</param>
    public static Diagnostic BadPattern(SourceLocation source, string pattern, string problem, string usual) =>
        BadPatternRule.At(source, $"The pattern {Quote(pattern)} {problem}.", pattern.StartsWith('/') && pattern.EndsWith('/')
            ? $"Write it as the usual one is: \"{usual}\"" : $"Write: \"/{Excerpt.ForTerminal(pattern.Trim('/'), 100)}/\"");

    private static readonly Rule BadBaseUrlRule = new(
        "PAL1105", Severity.Error, "A base address that is none",
        "`baseUrl` is the whole address of the published site, as `https://example.org/archive`: no query, no '#'.");

    public static Diagnostic BadBaseUrl(SourceLocation source, string text) =>
        BadBaseUrlRule.At(source, $"{Quote(text)} is not the address of a site.", "Write it whole, as https://example.org/archive.");

    private static readonly Rule NoBaseUrlRule = new(
        "PAL1106", Severity.Note, "A site that does not know its address",
        "Feeds, the site map and canonical links need `baseUrl`; without it they are left out, or use paths alone.");

    public static Diagnostic NoBaseUrl(SourceLocation source) =>
        NoBaseUrlRule.At(source, "The settings do not say baseUrl: no feeds, no site map, no canonical links.",
            "Add baseUrl: with the address of the published site.");

    private static readonly Rule NoFolderRule = new(
        "PAL1107", Severity.Error, "A folder of posts, or a look, that is not there",
        "The settings name a folder that does not exist, or holds no file. Nothing is written, since the site would be empty or look otherwise.");

    public static Diagnostic NoFolder(SourceLocation source, string key, string folder) =>
        NoFolderRule.At(source, $"The folder {Quote(folder)}, under {Quote(key)}, does not exist or holds no file.",
            "Correct its name, from the site's folder; or remove the line.");

    private static readonly Rule NoCommentsFolderRule = new(
        "PAL1108", Severity.Warning, "A folder of comments that is not there",
        "The settings name a folder that does not exist, or holds no file. The site is published without comments.");

    public static Diagnostic NoCommentsFolder(SourceLocation source, string folder) =>
        NoCommentsFolderRule.At(source, $"The folder {Quote(folder)}, under 'comments', does not exist or holds no file.",
            "Correct its name, from the site's folder.");

    private static readonly Rule NoAnswerRule = new(
        "PAL1109", Severity.Warning, "A way to answer that leads nowhere",
        "It is neither the address of a repository, or of a new file in it, nor one of e-mail; or it has places other than `{path}`, `{content}`, "
        + "`{post}` and `{id}`. Pages have no link for an answer.");

    public static Diagnostic NoAnswer(SourceLocation source, string text) =>
        NoAnswerRule.At(source, $"Nothing can be answered at {Quote(text)}.", "Write the address of the repository, as https://github.com/owner/name, or one of e-mail.");

    private static readonly Rule NoMailArchiveRule = new(
        "PAL1110", Severity.Warning, "An archive of mail that is no host",
        "`mailArchives` names hosts, as `lore.kernel.org`: what looks like an address of e-mail in a comment's link to one of them is a letter's, or a list's, and stays.");

    public static Diagnostic NoMailArchive(SourceLocation source, string text) =>
        NoMailArchiveRule.At(source, $"{Quote(text)}, under 'mailArchives', is not the name of a host.", "Write what stands between https:// and the next '/', as lore.kernel.org.");
}
