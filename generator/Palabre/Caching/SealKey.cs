using System.Security.Cryptography;
using Palabre.Disk;

namespace Palabre.Caching;

/// <summary>
/// The secret that our caches are sealed with. It lies outside of every site, so that nobody who can put files into a site,
/// such as the author of a change that CI builds, can prepare a cache that Palabre would believe.
/// </summary>
internal static class SealKey
{
    private const int Size = 32;

    /// <summary>The folder that holds it, instead of <c>palabre/</c> among the user's application data.</summary>
    internal const string Variable = "PALABRE_STATE";

    /// <summary>Made when first asked for; null where there is no place for it, and so no cache.</summary>
    internal static byte[]? Take()
    {
        if (Folder() is not { } folder) return null;
        var path = Path.Combine(folder, "seal-key");
        try
        {
            return Read(path) ?? Make(path) ?? Read(path);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null;
        }
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder) return Path.GetFullPath(folder);
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length == 0 ? null : Path.Combine(data, "palabre");
    }

    private static byte[]? Read(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: Size }) return null;
        var key = File.ReadAllBytes(path);
        return key.Length == Size ? key : null;
    }

    /// <summary>Null if another build was quicker.</summary>
    private static byte[]? Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var key = RandomNumberGenerator.GetBytes(Size);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Whole or not at all: another build may read it at any time.
        var made = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var file = new FileStream(made, options)) file.Write(key);
            File.Move(made, path, overwrite: new FileInfo(path) is { Exists: true, Length: not Size });
            return Read(path);
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            File.Delete(made);
        }
    }
}
