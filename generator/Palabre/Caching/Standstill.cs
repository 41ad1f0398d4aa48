using Palabre.Disk;
using Palabre.Reading;

namespace Palabre.Caching;

/// <summary>Whether there is nothing to do: the site is what the last build read, and the output what it left.</summary>
internal static class Standstill
{
    // What was saved in the moment in which it was read may have been saved again within the same tick of the disk's clock.
    private static readonly TimeSpan Blink = TimeSpan.FromSeconds(2);

    /// <summary>The sources of the last build with their times of today, if no file holds anything else than it did; else null.</summary>
    /// <param name="digests">Asked only for files whose time changed, and not their length.</param>
    internal static IReadOnlyList<BuiltSource>? Sources(LastBuild before, IReadOnlyList<SourceFile> files, SourceDigests digests, int jobs)
    {
        if (files.Count != before.Sources.Count) return null;
        var touched = new List<int>();
        for (var i = 0; i < files.Count; i++)
        {
            var (now, known) = (files[i], before.Sources[i]);
            if (now.Path != known.Path || now.Length != known.Length) return null;
            if (now.Stamp != known.Stamp || known.Stamp == 0) touched.Add(i);
        }

        if (touched.Count == 0) return before.Sources;
        var changed = 0;
        Parallel.For(0, touched.Count, new() { MaxDegreeOfParallelism = jobs }, (n, loop) =>
        {
            if (digests.Of(touched[n]) == before.Sources[touched[n]].Digest) return;
            Interlocked.Increment(ref changed);
            loop.Stop();
        });
        if (changed > 0) return null;
        var sources = new BuiltSource[files.Count];
        for (var i = 0; i < sources.Length; i++) sources[i] = before.Sources[i] with { Stamp = files[i].Stamp };
        return sources;
    }

    /// <summary>Whether each file of the output is as long and as old as it was left, and nothing of a killed build stands beside them.</summary>
    /// <param name="prefix">The output folder, with a separator at its end.</param>
    internal static bool IsOutput(LastBuild before, string prefix, int jobs)
    {
        if (!IsLeft(before.Record, prefix) || Directory.Exists(prefix + OutputPaths.Staging)) return false;
        var changed = false;
        Parallel.For(0, before.Files.Count, new() { MaxDegreeOfParallelism = jobs }, (i, loop) =>
        {
            if (IsLeft(before.Files[i], prefix)) return;
            Volatile.Write(ref changed, true);
            loop.Stop();
        });
        return !changed;
    }

    /// <summary>The stamp to remember of a file: none if it could change once more and look the same.</summary>
    /// <param name="begun">When the build began.</param>
    internal static long Lasting(long stamp, DateTimeOffset begun) => stamp < (begun - Blink).UtcTicks ? stamp : 0;

    private static bool IsLeft(BuiltFile file, string prefix) => FileLook.At(prefix, file.Path) == file.Look;
}
