using System.Globalization;
using Palabre.Model;

namespace Palabre.Diagnostics;

/// <summary>What hosts take and what they do not: <c>check --host</c>. Where a figure could not be verified, more is a warning.</summary>
public static partial class Catalogue
{
    private static readonly SourceLocation WholeOutput = new("output");

    private static readonly Rule TooManyFilesRule = new("PAL4020", Severity.Error, "More files than the host takes",
        "The host that the site is published at takes so many files and no more: the deployment would fail. Counted are the files "
        + "of the output with those that Palabre keeps there for itself.");

    public static Diagnostic TooManyFiles(long files, string host, long most, string parts, string wayOut, string source, bool isVerified) =>
        Doubtful(isVerified, TooManyFilesRule.At(WholeOutput, $"{Grouped(files)} files, and {host} takes {Grouped(most)}: of these {parts} ({source}).", wayOut));

    private static readonly Rule OutputTooLargeRule = new("PAL4021", Severity.Error, "More bytes than the host takes",
        "The host that the site is published at takes so many bytes and no more, of all files together.");

    public static Diagnostic OutputTooLarge(long bytes, string host, long most, string parts, string wayOut, string source, bool isVerified) =>
        Doubtful(isVerified, OutputTooLargeRule.At(WholeOutput, $"{Megabytes(bytes)} in all, and {host} takes {Megabytes(most)}: {parts} ({source}).", wayOut));

    private static readonly Rule FileTooLargeRule = new("PAL4022", Severity.Error, "A file is larger than the host takes",
        "The host that the site is published at takes no file of this size. At most ten are named.");

    public static Diagnostic FileTooLarge(SourceLocation source, string path, long bytes, string host, long most, string where, bool isVerified) =>
        Doubtful(isVerified, FileTooLargeRule.At(source, $"{Quote(path)} has {Megabytes(bytes)}, and {host} takes {Megabytes(most)} ({where}).",
            "Make it smaller, or publish it elsewhere and link to it."));

    private static readonly Rule TooManyRedirectsRule = new("PAL4023", Severity.Note, "More former addresses than the host has rules for",
        "`_redirects` has as many rules as the host heeds. The other former addresses lead on by the page that stands there, as all "
        + "of them do at hosts without such rules; nothing is lost.");

    public static Diagnostic TooManyRedirects(long rules, string host, long most, string source) =>
        TooManyRedirectsRule.At(WholeOutput, $"{Grouped(rules)} former addresses, and {host} heeds {Grouped(most)} rules: the others lead on by their page alone ({source}).");

    private static readonly Rule FolderTooFullRule = new("PAL4024", Severity.Error, "More files in a folder than the host takes",
        "The host that the site is published at takes so many files in one folder and no more: the deployment would fail.");

    public static Diagnostic FolderTooFull(string folder, long files, string host, long most, string source) =>
        FolderTooFullRule.At(WholeOutput, $"{Grouped(files)} files in {Quote("/" + folder)}, and {host} takes {Grouped(most)} in one folder ({source}).",
            "Let the addresses have one more part, as {year} in urls: of content/site.yml; media can stand in folders.");

    private static readonly Rule HostServesRootRule = new("PAL4025", Severity.Warning, "The host knows no path before the site",
        "Links begin with the path of `baseUrl`; the host serves the output at the root of its address, where they would lead "
        + "nowhere. That is as it should be only where another server passes requests on below that path.");

    public static Diagnostic HostServesRoot(string path, string host) =>
        HostServesRootRule.At(new(SettingsFile), $"baseUrl has the path {Quote(path)}, and {host} serves the site at the root.",
            "Take the path out of baseUrl, or leave it where another server passes requests on.");

    /// <summary>In thousands of thousands, as hosts count them.</summary>
    internal static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:#,0.#} MB");

    private static Diagnostic Doubtful(bool isVerified, Diagnostic diagnostic) => isVerified ? diagnostic : diagnostic with { Severity = Severity.Warning };

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
