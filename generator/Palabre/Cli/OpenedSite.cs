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
    /// <summary>The site in a folder; or why there is none to work on.</summary>
    /// <param name="written">The folder as somebody wrote it, for messages.</param>
    /// <param name="address">The address to publish under, instead of that of the settings; null: theirs.</param>
    internal static (OpenedSite? Site, Diagnostic? Problem) Open(DirectoryInfo root, string written, string? address = null)
    {
        if (!File.Exists(Path.Combine(root.FullName, SettingsReader.Path)))
            return (null, Catalogue.NoContent(Path.Combine(written, SettingsReader.Path).Replace('\\', '/')));

        var read = SiteFolder.Open(root, [SettingsReader.Path[..SettingsReader.Path.IndexOf('/', StringComparison.Ordinal)]]);
        var bytes = read.Files.Read(read.Files.Files.FirstOrDefault(f => f.Path == SettingsReader.Path));
        if (bytes.Problem is { } problem) return (null, problem);

        var settings = SettingsReader.Read(bytes.Bytes);
        if (address is not null && BaseAddress.TryParse(address) is { } baseUrl)
        {
            settings = new(settings.Value with { Origin = baseUrl.Origin, BasePath = baseUrl.Path },
                [.. settings.Diagnostics.Where(d => d.Code != "PAL1106")]);
        }

        var site = SiteFolder.Open(root, FoldersOf(settings.Value));
        return (new(site.Files, settings, site.Folders, site.Diagnostics), null);
    }

    private static string[] FoldersOf(Settings settings) =>
        [.. new[] { "content", "themes", settings.PostsFolder, settings.CommentsFolder, settings.Look }.Distinct()];
}
