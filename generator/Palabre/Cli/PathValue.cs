using System.CommandLine.Parsing;

namespace Palabre.Cli;

/// <summary>Names of folders and files as the command line gives them. An empty one, as of a variable that is not set, is refused.</summary>
internal static class PathValue
{
    internal static DirectoryInfo? Folder(ArgumentResult result) => Folders(result) is [var folder, ..] ? folder : null;

    internal static DirectoryInfo[] Folders(ArgumentResult result) => Take(result, path => new DirectoryInfo(path));

    internal static FileInfo? File(ArgumentResult result) => Take(result, path => new FileInfo(path)) is [var file, ..] ? file : null;

    private static T[] Take<T>(ArgumentResult result, Func<string, T> make)
    {
        if (!HasEmpty(result)) return [.. result.Tokens.Select(token => make(token.Value))];
        RefuseEmpty(result);
        return [];
    }

    internal static void RefuseEmpty(ArgumentResult result)
    {
        if (HasEmpty(result)) result.AddError("An empty text names no folder or file.");
    }

    private static bool HasEmpty(ArgumentResult result) => result.Tokens.Any(token => token.Value.Length == 0);
}
