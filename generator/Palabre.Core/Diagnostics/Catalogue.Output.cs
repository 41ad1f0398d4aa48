using System.Globalization;
using Palabre.Model;

namespace Palabre.Diagnostics;

/// <summary>What the disk has against a site: its files, its output folder. The source is the file or folder concerned.</summary>
public static partial class Catalogue
{
    /// <summary>A file or folder of the site could not be read.</summary>
    public static bool IsUnread(Diagnostic diagnostic) => diagnostic.Code == UnreadableFileRule.Code || diagnostic.Code == UnreadableFolderRule.Code;

    /// <summary>Some of the output is of this build, and some of the one before.</summary>
    public static bool IsHalfWay(Diagnostic diagnostic) => diagnostic.Code == CommitStoppedRule.Code;

    private static readonly Rule UnreadableFileRule = new("PAL4050", Severity.Error, "A file cannot be read",
        "A file was listed and then could not be opened or read, so what it says cannot be published. The message gives "
        + "the system's reason: most often its permissions, or that it was moved while the build ran.");

    public static Diagnostic UnreadableFile(SourceLocation source, string reason) => UnreadableFileRule.At(source,
        $"{Quote(source.File)} cannot be read: {reason}.", "Let the file be read by whoever builds.");

    private static readonly Rule UnreadableFolderRule = new("PAL4051", Severity.Error, "A folder cannot be read",
        "The files of a folder could not be listed, so nothing in it can be published.");

    public static Diagnostic UnreadableFolder(SourceLocation source, string reason) => UnreadableFolderRule.At(source,
        $"The folder {Quote(source.File)} cannot be read: {reason}.", "Let the folder be read by whoever builds.");

    private static readonly Rule NotAFileRule = new("PAL4052", Severity.Error, "Neither a file nor a folder",
        "A named pipe, a socket or a device stands among the site's files. It holds nothing that could be published, and "
        + "reading it might never end; Palabre does not open it.");

    /// <param name="kind">What it is, with its article: <c>a named pipe</c>.</param>
    public static Diagnostic NotAFile(SourceLocation source, string kind) => NotAFileRule.At(source,
        $"{Quote(source.File)} is {kind}, not a file.", "Remove it, or put a file in its place.");

    private static readonly Rule FolderNamedLikeFileRule = new("PAL4053", Severity.Warning, "A folder is named like a file",
        "A folder's name ends as that of a post, a comment or a settings file does. It is read as the folder that it is; "
        + "a file was probably meant.");

    public static Diagnostic FolderNamedLikeFile(SourceLocation source) => FolderNamedLikeFileRule.At(source,
        $"{Quote(source.File)} is a folder, though it is named like a file.", "Rename the folder, or put a file in its place.");

    private static readonly Rule LinkOutsideRule = new("PAL4054", Severity.Error, "A link leads out of the site",
        "A symbolic link leads to a place outside of the site's folder, or to a hidden place in it such as `.git`. It is "
        + "not followed: whoever adds a link to a site could else publish any file of the machine that builds it.");

    /// <param name="target">Where it leads, as the link says it.</param>
    public static Diagnostic LinkOutside(SourceLocation source, string target) => LinkOutsideRule.At(source,
        $"{Quote(source.File)} leads to {Quote(target)}, which is not part of the site.",
        "Put a copy in its place, or remove the link.");

    private static readonly Rule LinkLoopRule = new("PAL4055", Severity.Warning, "A link leads back to where it stands",
        "A symbolic link leads to a folder that holds the link itself. It is not followed; nothing is lost by that.");

    public static Diagnostic LinkLoop(SourceLocation source, string target) => LinkLoopRule.At(source,
        $"{Quote(source.File)} is a link to {Quote(target)}, a folder that holds the link itself.", "Remove the link.");

    private static readonly Rule BrokenLinkRule = new("PAL4056", Severity.Error, "A link leads to nothing",
        "What a symbolic link names does not exist, or is a circle of links.");

    public static Diagnostic BrokenLink(SourceLocation source, string target) => BrokenLinkRule.At(source,
        $"{Quote(source.File)} is a link to {Quote(target)}, which leads to nothing.", "Correct the link, or remove it.");

    private static readonly Rule LinkInLinkRule = new("PAL4057", Severity.Error, "A linked folder in a linked folder",
        "Links to folders are followed once: in a folder that was itself reached by a link, a further link to a folder "
        + "is not, since such links could multiply a few files without end.");

    public static Diagnostic LinkInLink(SourceLocation source, string target) => LinkInLinkRule.At(source,
        $"{Quote(source.File)} is a link to the folder {Quote(target)}, in a folder that is reached by a link.",
        "Link to that folder directly, or put a copy in its place.");

    private static readonly Rule UnusableNameRule = new("PAL4058", Severity.Error, "A name that cannot be used",
        "The name of a file or folder is not UTF-8, or holds a backslash, a line break, another control character or one "
        + "that reverses the direction of text. Such a name has no address and no place in a message; what bears it is "
        + "not read.");

    /// <param name="folder">That which holds it; the name itself is not fit for a location.</param>
    public static Diagnostic UnusableName(SourceLocation folder, string name) => UnusableNameRule.At(folder,
        $"The name {Quote(name)} is not UTF-8, or holds a control character or a backslash.", "Rename it.");

    private static readonly Rule TooLargeRule = new("PAL4059", Severity.Error, "A file is too large",
        "The file is larger than any text that people write by hand, and is not read. The limit protects the build.");

    /// <param name="limit">The most bytes that a text may hold.</param>
    public static Diagnostic TooLarge(SourceLocation source, long limit) => TooLargeRule.At(source,
        $"{Quote(source.File)} is larger than a text may be, which is {ByteCount(limit)}.",
        "Split it, or move it to content/media/ if it is not a text.");

    private static readonly Rule FileForFolderRule = new("PAL4060", Severity.Error, "A file stands for a folder",
        "A folder of the site, such as `content`, was expected, and a file has its name.");

    public static Diagnostic FileForFolder(SourceLocation source) => FileForFolderRule.At(source,
        $"{Quote(source.File)} is a file; a folder is expected.", "Rename the file.");

    private static readonly Rule OutputInSiteRule = new("PAL4061", Severity.Error, "The output folder is not apart from the site",
        "The output folder is the site's folder, holds it, or lies within a folder that is read, or that git keeps for itself. A build would then mix "
        + "what was written with what people wrote. Or it is a link, and `--output` does not name it: whoever proposes a change to the repository could "
        + "let your next build write wherever you may.");

    public static Diagnostic OutputInSite(SourceLocation output, string relation) => OutputInSiteRule.At(output,
        $"The output folder {Quote(output.File)} {relation}.", "Choose another folder with --output.");

    /// <param name="path">From where the command runs.</param>
    public static Diagnostic OutputIsLink(SourceLocation output, string path) => OutputInSiteRule.At(output,
        $"The output folder {Quote(output.File)} is a link.", $"Remove it, if it is not yours; else say that you mean it: --output {Quote(path)}.");

    private static readonly Rule OutputPathRule = new("PAL4062", Severity.Error, "A page has no possible place",
        "The path of an output file leaves the output folder, has an empty segment or a character that no path can have, or "
        + "is one that Palabre needs for itself. Nothing was written.");

    public static Diagnostic OutputPath(SourceLocation output, string path) => OutputPathRule.At(output,
        $"{Quote(path)} cannot be the path of an output file.", "Change the slug, permalink or file name that it comes from.");

    private static readonly Rule OutputClashRule = new("PAL4063", Severity.Error, "Two output files in one place",
        "Two files of the output have one path, or differ by letter case only, or one needs a folder where the other is a "
        + "file. Nothing was written.");

    public static Diagnostic OutputClash(SourceLocation output, string one, string other) => OutputClashRule.At(output,
        $"{Quote(one)} and {Quote(other)} cannot both be files of the output.", "Change the slug or permalink of one of them.");

    private static readonly Rule ForeignFileRule = new("PAL4064", Severity.Error, "A file that Palabre did not write is in the way",
        "Something stands in the output folder where a page belongs; it is not in the record of what Palabre wrote, "
        + "`SHA256SUMS`, or was changed since, and it differs from the page. Nothing was written. At most ten are named.");

    public static Diagnostic ForeignFile(SourceLocation source) => ForeignFileRule.At(source,
        $"{Quote(source.File)} was not written by Palabre, and a page belongs there.",
        "Move it away, or choose another folder with --output.");

    public static Diagnostic MoreForeignFiles(SourceLocation output, int more) => ForeignFileRule.At(output,
        $"And {Number(more)} more that Palabre did not write are in the way.",
        "Move them away, or choose another folder with --output.");

    private static readonly Rule LinkInTheWayRule = new("PAL4065", Severity.Error, "A link stands in the output folder",
        "A symbolic link stands where a page or a folder of pages belongs. Palabre writes through no link, since it cannot "
        + "know what is at the other end. Nothing was written.");

    public static Diagnostic LinkInTheWay(SourceLocation source) => LinkInTheWayRule.At(source,
        $"{Quote(source.File)} is a link, and a page or a folder of pages belongs there.", "Remove the link.");

    private static readonly Rule RecordDamagedRule = new("PAL4066", Severity.Warning, "The record of the output is damaged",
        "Lines of `SHA256SUMS` in the output folder are not what Palabre wrote. They are passed over: files that they "
        + "would have named are taken for files that Palabre did not write, and are never deleted.");

    public static Diagnostic RecordDamaged(SourceLocation source, int lines) => RecordDamagedRule.At(source,
        $"{Quote(source.File)} is damaged; lines passed over: {Number(lines)}.",
        "If old pages remain, empty the output folder and build again.");

    private static readonly Rule RecordMissingRule = new("PAL4067", Severity.Warning, "The record of the output is missing",
        "The output folder holds files, and no `SHA256SUMS` that says which of them Palabre wrote. None is deleted.");

    public static Diagnostic RecordMissing(SourceLocation output) => RecordMissingRule.At(output,
        $"{Quote(output.File)} holds files, and no record of what Palabre wrote there; none of them will be deleted.",
        "If old pages remain, empty the output folder and build again.");

    private static readonly Rule ChangedFileKeptRule = new("PAL4068", Severity.Warning, "A stale file was changed, and is kept",
        "A file that an earlier build wrote is no longer part of the site, but somebody changed it since. It is left in "
        + "place, and from now on is no file of Palabre's.");

    public static Diagnostic ChangedFileKept(SourceLocation source) => ChangedFileKeptRule.At(source,
        $"{Quote(source.File)} is no longer part of the site, but was changed since Palabre wrote it; it is kept.",
        "Delete it yourself if it is not needed.");

    private static readonly Rule OutputBusyRule = new("PAL4069", Severity.Error, "Another build is writing",
        "Another build holds the lock of the output folder, `.palabre-lock`. Nothing was written. The lock of a build that "
        + "was killed does not count.");

    public static Diagnostic OutputBusy(SourceLocation output) => OutputBusyRule.At(output,
        $"Another build is writing to {Quote(output.File)}.", "Wait for it to end, or choose another folder with --output.");

    private static readonly Rule CannotWriteRule = new("PAL4070", Severity.Error, "The output cannot be written",
        "The disk is full or read-only, permission is denied, or something else keeps Palabre from writing. The output is "
        + "as it was before.");

    public static Diagnostic CannotWrite(SourceLocation source, string reason) => CannotWriteRule.At(source,
        $"{Quote(source.File)} cannot be written: {reason}. The output is as it was.");

    private static readonly Rule CommitStoppedRule = new("PAL4071", Severity.Error, "The output is written in part",
        "Everything was ready, and then the disk refused to put a file in its place or to delete one. Each file is whole, "
        + "but some are of this build and some of the one before. The next build puts that right.");

    public static Diagnostic CommitStopped(SourceLocation output, string reason) => CommitStoppedRule.At(output,
        $"Writing to {Quote(output.File)} stopped half-way: {reason}.", "Put that right and build again.");

    private static string ByteCount(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MiB");
}
