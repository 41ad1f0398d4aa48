using System.ComponentModel;

namespace Palabre.Disk;

/// <summary>Where git is. Windows would look in the folder that we work in first, where anybody may have put a program of that name.</summary>
internal static class GitProgram
{
    private const int NotThere = 2; // ERROR_FILE_NOT_FOUND

    /// <exception cref="Win32Exception">There is none.</exception>
    internal static string Path => OperatingSystem.IsWindows() ? Find(Environment.GetEnvironmentVariable("PATH") ?? "", ';', "git.exe", File.Exists) ?? throw new Win32Exception(NotThere) : "git";

    /// <param name="folders">As the variable PATH has them; those that begin in no root are passed over.</param>
    internal static string? Find(string folders, char separator, string name, Func<string, bool> isThere) => folders
        .Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(folder => folder.Trim('"')).Where(System.IO.Path.IsPathFullyQualified)
        .Select(folder => System.IO.Path.Join(folder, name)).FirstOrDefault(isThere);
}
