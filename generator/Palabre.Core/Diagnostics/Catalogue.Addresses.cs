using Palabre.Model;

namespace Palabre.Diagnostics;

public static partial class Catalogue
{
    private static readonly Rule AddressClashRule = new(
        "PAL4001", Severity.Error, "Two pages that claim one address",
        "Addresses that differ by letter case alone are one, since some hosts and file systems cannot tell them apart; "
        + "so are a file and a folder of one name. Change the slug, permalink or alias of one of the two.");

    public static Diagnostic AddressClash(SourceLocation second, SourceLocation first, string address, string? other) =>
        AddressClashRule.At(second,
            $"The address {Quote(address)} is already that of {first}{(other is null ? "" : $", as {Quote(other)}")}.",
            first.File.StartsWith(RootPath.Folder, StringComparison.Ordinal) || second.File.StartsWith(RootPath.Folder, StringComparison.Ordinal) ? $"Rename the file in {RootPath.Folder}, or remove it."
                : first.File == SettingsFile || second.File == SettingsFile
                ? "Change the pattern under urls:, or the slug, permalink or alias of the other." : "Change the slug, permalink or alias of one of the two.");

    private static readonly Rule BadPermalinkRule = new(
        "PAL4002", Severity.Error, "A permalink that cannot be an address of this site",
        "A permalink is a path within the site: `/2010/hello/` or `/hello.html`.");

    public static Diagnostic BadPermalink(Written written, string problem) =>
        BadPermalinkRule.At(written.Source, $"The permalink {Quote(written.Text)} {problem}.", "Write a path such as /2010/hello/.");

    private static readonly Rule BadAliasRule = new(
        "PAL4003", Severity.Warning, "An alias that cannot be an address of this site",
        "No redirect is made. An alias is a path within the site: `/2009/old-name.html`.");

    public static Diagnostic BadAlias(Written written, string problem) =>
        BadAliasRule.At(written.Source, $"The alias {Quote(written.Text)} {problem}; no redirect is made.",
            "Write a path such as /2009/old-name.html.");

    private static readonly Rule ReservedNameRule = new(
        "PAL4004", Severity.Note, "A name that Windows reserves",
        "No file of this name can be made there: the address has a '-' added.");

    public static Diagnostic ReservedName(SourceLocation source, string name) =>
        ReservedNameRule.At(source, $"{Quote(name)} is a name that Windows reserves; in the address it becomes {Quote(name + "-")}.");

    private static readonly Rule UnusedFileRule = new(
        "PAL4005", Severity.Note, "A file among the posts that no post uses",
        "It is not published. A post's picture is named in its text, or stands under `content/media/`.");

    public static Diagnostic UnusedFile(SourceLocation source) =>
        UnusedFileRule.At(source, "No post of this folder names this file; it is not published.");
}
