using Palabre.Writing;

namespace Palabre.Disk;

/// <summary>Writes changes of a site's files: each is looked at before the first is made.</summary>
internal static class SourceChanges
{
    /// <summary>Why some change cannot be made, one sentence; null if nothing speaks against any of them.</summary>
    internal static string? Refusal(DirectoryInfo root, IReadOnlyList<FileChange> changes)
    {
        var real = RealPath.Of(root.FullName) ?? root.FullName;
        var targets = new Dictionary<string, FileChange>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            foreach (var path in new[] { change.Path, change.NewPath }.OfType<string>().Distinct())
            {
                var leads = RealPath.Of(Path.Join(root.FullName, path));
                if (leads is null || !RealPath.IsWithin(leads, real)) return $"{path} leads out of the site.";
                if (path == change.NewPath && path != change.Path && Path.Exists(leads)) return $"{path} is there already.";
                var isOther = targets.TryGetValue(leads, out var other) && !other.After.Span.SequenceEqual(change.After.Span);
                if (isOther) return $"{path} and {other!.NewPath ?? other.Path} are one file, by a link: change it by hand.";
                targets[leads] = change;
            }

            if (change.Path is { } old && Refusal(new(Path.Join(root.FullName, old)), change) is { } reason) return $"{old} {reason}";
        }

        return null;
    }

    /// <summary>Makes the changes: what is new before what goes, so that whatever stops it loses nothing.</summary>
    /// <exception cref="IOException">The disk refuses; what was made stays, and a second run makes the rest.</exception>
    /// <exception cref="UnauthorizedAccessException">Permission is denied.</exception>
    internal static void Write(DirectoryInfo root, IReadOnlyList<FileChange> changes)
    {
        var writer = new SourceWriter(root);
        foreach (var change in changes)
        {
            if (change.NewPath is not { } path) continue;
            var outcome = path == change.Path ? writer.Replace(path, change.After.Span) : writer.Create(path, change.After.Span);
            if (outcome is WriteOutcome.Exists or WriteOutcome.Outside) throw new IOException($"{path} could not be written: something stands there since.");
        }

        foreach (var change in changes)
            if (change.Path is { } path && path != change.NewPath) writer.Delete(path);
    }

    private static string? Refusal(FileInfo file, FileChange change)
    {
        if (!file.Exists) return "is no longer there: begin anew.";
        if (file.LinkTarget is not null && change.NewPath != change.Path) return "is a link: move or delete it by hand.";
        if (file.IsReadOnly) return "is read-only.";
        return change.Before.Span.SequenceEqual(File.ReadAllBytes(file.FullName)) ? null : "was changed meanwhile: begin anew.";
    }
}
