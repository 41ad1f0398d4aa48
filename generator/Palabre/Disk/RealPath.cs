namespace Palabre.Disk;

/// <summary>Where a path really leads. .NET resolves a link at the end of a path; one half-way can leave a folder too.</summary>
internal static class RealPath
{
    // As Linux has it: more links than this on one path are taken for a circle.
    private const int MostLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private static StringComparison Case => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <returns>The path without any link; what does not exist is taken as it is written. Null if links go in a circle.</returns>
    internal static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var pending = new Stack<string>();
        PushSegments(full[real.Length..], pending);
        for (var links = 0; pending.TryPop(out var name);)
        {
            if (name == "..") real = Path.GetDirectoryName(real) ?? real;
            if (name is ".." or ".") continue;
            var next = Path.Join(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks) return null;
            var start = Path.GetPathRoot(target) ?? "";
            if (Path.IsPathFullyQualified(target)) real = start;
            PushSegments(target[start.Length..], pending);
        }

        return real;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or below it; both real.</summary>
    internal static bool IsWithin(string path, string folder)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(folder);
        return path.StartsWith(trimmed, Case)
            && (path.Length == trimmed.Length || Separators.Contains(path[trimmed.Length]) || Path.EndsInDirectorySeparator(trimmed));
    }

    private static void PushSegments(string path, Stack<string> pending)
    {
        foreach (var segment in path.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Reverse()) pending.Push(segment);
    }
}
