using System.IO.Enumeration;
using Palabre.Diagnostics;
using Palabre.Disk;

namespace Palabre.Verify;

/// <summary>Compares a folder with a record: what is missing, what is changed, what is there besides.</summary>
internal static class FolderVerifier
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, RecurseSubdirectories = true };

    /// <param name="shown">The folder as it was named.</param>
    internal static Verification Verify(DirectoryInfo folder, string shown, OutputRecord record, CancellationToken cancel)
    {
        var found = Found(folder);
        IGrouping<string, RecordLine>[] lines = [.. record.Lines.Append(OutputMark.Line).GroupBy(line => line.Path, StringComparer.Ordinal)];
        var told = new string?[lines.Length];
        Parallel.For(0, lines.Length, new() { CancellationToken = cancel }, i =>
            told[i] = Difference(Path.Join(folder.FullName, lines[i].Key), found.GetValueOrDefault(lines[i].Key), lines[i]));
        var recorded = lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> besides = found.Keys
            .Where(path => !recorded.Contains(path) && path != OutputPaths.Record && !path.StartsWith(OutputPaths.Staging + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return new(shown, lines.Length,
        [
            .. Damage(shown, record),
            .. lines.Select((line, i) => (line.Key, What: told[i])).Where(d => d.What is not null).Select(d => $"{At(shown, d.Key)}: {d.What}"),
            .. besides.Select(path => $"{At(shown, path)}: not in the record"),
        ]);
    }

    internal static IEnumerable<string> Damage(string shown, OutputRecord record)
    {
        if (record.Damaged > 0) yield return $"{At(shown, OutputPaths.Record)}: {record.Damaged} lines of the record are damaged";
        if (record.Lines.Zip(record.Lines.Skip(1)).Any(pair => pair.First.Path == pair.Second.Path))
            yield return $"{At(shown, OutputPaths.Record)}: the last build did not end; build again";
    }

    /// <summary>Every file below the folder, and whether it is a link. Links are not followed.</summary>
    private static Dictionary<string, bool?> Found(DirectoryInfo folder)
    {
        var root = folder.FullName;
        return new FileSystemEnumerable<(string Path, bool IsLink)>(root,
            (ref entry) => (Path.GetRelativePath(root, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'), Standings.IsLink(ref entry)), Everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || Standings.IsLink(ref entry),
            ShouldRecursePredicate = (ref entry) => !Standings.IsLink(ref entry),
        }.ToDictionary(file => file.Path, file => (bool?)file.IsLink, StringComparer.Ordinal);
    }

    private static string? Difference(string full, bool? isLink, IEnumerable<RecordLine> lines)
    {
        if (isLink is null) return "missing";
        if (isLink is true) return "a link, where a file was written";
        try
        {
            var digest = Digest.OfFile(full, new FileInfo(full).Length);
            return lines.Any(line => line.Digest == digest) ? null : "changed";
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return $"cannot be read: {DiskFault.Reason(e)}";
        }
    }

    private static string At(string shown, string path) => $"{Path.TrimEndingDirectorySeparator(shown)}/{Excerpt.ForTerminal(path, 500)}";
}
