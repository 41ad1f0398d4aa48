using Palabre.Diagnostics;
using Palabre.Site;

namespace Palabre.Disk;

/// <summary>How to write an output folder.</summary>
internal sealed record WriteOptions
{
    /// <summary>The site's folder: sources of copies are in it, and messages name the output from it.</summary>
    public required DirectoryInfo Root { get; init; }

    /// <summary>The most files that are rendered at once; at least 1.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Write each file, even one whose bytes stand there already.</summary>
    public bool RewriteAll { get; init; }

    /// <summary>What an earlier build left of a file that would be the same now; null: make it and see.</summary>
    public Func<OutputFile, KnownFile?> Known { get; init; } = _ => null;

    /// <summary>Further files, of which not even the names are known before others are made: asked for once those are.</summary>
    public Func<IReadOnlyList<OutputFile>> Late { get; init; } = () => [];

    /// <summary>Told of all files, ordinal by path, once they stand, while no other build can come between.</summary>
    public Action<IReadOnlyList<StagedFile>> Committed { get; init; } = _ => { };
}

/// <summary>What became of an output folder.</summary>
internal sealed record WriteResult
{
    /// <summary>Whether the output now is what was asked for. If not, it is as it was, but for PAL4071.</summary>
    public required bool Committed { get; init; }

    /// <summary>Files whose bytes are new.</summary>
    public required int Written { get; init; }

    public required int Unchanged { get; init; }

    /// <summary>Files of an earlier build that are no longer part of the site.</summary>
    public required int Deleted { get; init; }

    /// <summary>By place.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    internal static WriteResult Nothing(IEnumerable<Diagnostic> diagnostics) => new()
    {
        Committed = false,
        Written = 0,
        Unchanged = 0,
        Deleted = 0,
        Diagnostics = [.. diagnostics.Order(Diagnostic.BySource)],
    };
}
