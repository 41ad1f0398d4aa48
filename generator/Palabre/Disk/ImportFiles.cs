using Palabre.Diagnostics;
using Palabre.Import;

namespace Palabre.Disk;

/// <summary>Opens what is to be imported: a file, a folder, or what comes in by a pipe.</summary>
internal static class ImportFiles
{
    /// <param name="path">As the command line says it; <c>-</c> is the standard input.</param>
    /// <param name="temporary">Receives the copy of a pipe, to be deleted at the end: a source is read twice.</param>
    /// <exception cref="ImportException">There is no such file, or it cannot be read.</exception>
    internal static ImportSource Open(string path, List<string> temporary)
    {
        try
        {
            if (path == "-") return Piped(temporary);
            if (Directory.Exists(path)) return Folder(new(path));
            if (!File.Exists(path)) throw new ImportException(Catalogue.NoSource(new(path), "there is no such file"));
            var file = new FileInfo(path);
            if (file.Length == 0) throw new ImportException(Catalogue.NoSource(new(path), "it is empty"));
            return new(file.Name, [Of(file, file.Name)], IsFolder: false);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            throw new ImportException(Catalogue.NoSource(new(path), DiskFault.Reason(e)));
        }
    }

    /// <summary>One file, by the name that messages give it.</summary>
    internal static ImportFile Of(FileInfo file, string name) => new(name, file.Length,
        () => new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan));

    private static ImportSource Folder(DirectoryInfo folder)
    {
        var listing = new SiteListing(folder.FullName, takesMail: true);
        listing.Enter(".");
        return new(folder.Name, [.. listing.Run().Select(f => Of(new(Path.Join(folder.FullName, f.Path)), f.Path))], IsFolder: true);
    }

    private static ImportSource Piped(List<string> temporary)
    {
        var copy = Path.GetTempFileName();
        temporary.Add(copy);
        using (var file = File.Create(copy))
        using (var input = Console.OpenStandardInput()) input.CopyTo(file);
        return new("standard input", [Of(new(copy), "standard input")], IsFolder: false);
    }
}
