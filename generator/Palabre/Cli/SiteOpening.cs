using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Cli;

/// <summary>A site as the console opened it.</summary>
/// <param name="Folders">The folders that are read, from the site's.</param>
/// <param name="Problems">What could not be listed.</param>
internal sealed record OpenedSite(
    SiteFiles Files, Checked<Settings> Settings, IReadOnlyList<string> Folders, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>The bytes of the settings.</summary>
    internal ReadOnlyMemory<byte> Written { get; init; }

    /// <inheritdoc cref="SiteFolder.HasLinks"/>
    internal bool HasLinks { get; init; }

    /// <summary>Something of it could not be read: what is missing may be there.</summary>
    internal bool IsUnread => Problems.Any(Catalogue.IsUnread);

    /// <summary>The same, with settings that the command line says instead.</summary>
    internal OpenedSite With(Func<Settings, Settings> change) => this with { Settings = Settings with { Value = change(Settings.Value) } };
}

/// <summary>Finds a site in its folder, reads its settings and lists its files.</summary>
internal static class SiteOpening
{
    /// <param name="shownRoot">The folder as messages name it.</param>
    /// <param name="baseUrl">Instead of that of the settings; null: the settings' own.</param>
    /// <param name="before">The same site, opened earlier: settings that nobody changed since are the same object.</param>
    /// <returns>The site, or why there is none to work on.</returns>
    internal static (OpenedSite? Site, Diagnostic? Problem) Open(DirectoryInfo root, string shownRoot, string? baseUrl = null, OpenedSite? before = null)
    {
        var (settingsFile, shown) = (Path.Combine(root.FullName, SettingsReader.Path), Path.Combine(shownRoot, SettingsReader.Path).Replace('\\', '/'));
        if (!File.Exists(settingsFile)) return (null, Directory.Exists(settingsFile) ? Catalogue.FolderForSettings(shown) : Catalogue.NoContent(shown));
        var usual = FoldersOf(new());
        var read = SiteFolder.Open(root, usual);
        // Some disks find it in other letters, too: content/Site.yml.
        if (read.Files.Find(SettingsReader.Path) is not { } settingsOfSite) return (null, Catalogue.NoContent(shown));
        var bytes = read.Files.Read(settingsOfSite);
        if (bytes.Problem is { } problem) return (null, problem);

        var settings = before is not null && before.Written.Span.SequenceEqual(bytes.Bytes.Span) ? before.Settings : Read(bytes.Bytes, baseUrl);
        var folders = FoldersOf(settings.Value);
        var site = folders.SequenceEqual(usual) ? read : SiteFolder.Open(root, folders);
        return (new(site.Files, settings, site.Folders, site.Diagnostics) { Written = bytes.Bytes, HasLinks = site.HasLinks }, null);
    }

    /// <summary>From the site's folder, whether they exist or not.</summary>
    internal static string[] FoldersOf(Settings settings) =>
        [.. new[] { "content", "themes", settings.PostsFolder, settings.CommentsFolder, settings.Look }.Distinct()];

    private static Checked<Settings> Read(ReadOnlyMemory<byte> bytes, string? baseUrl)
    {
        var settings = SettingsReader.Read(bytes);
        return baseUrl is not null && BaseAddress.TryParse(baseUrl) is { } address
            ? new(settings.Value with { Origin = address.Origin, BasePath = address.Path }, [.. settings.Diagnostics.Where(d => d.Code != "PAL1106")])
            : settings;
    }
}
