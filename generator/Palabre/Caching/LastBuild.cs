using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;

namespace Palabre.Caching;

/// <summary>A file of the site, as a build read it.</summary>
/// <param name="Stamp">As <see cref="Reading.SourceFile.Stamp"/>; 0: it may have changed since without a trace.</param>
/// <param name="AsksAddresses">A text in it has a link whose target depends on what else the site publishes.</param>
internal readonly record struct BuiltSource(string Path, long Length, long Stamp, Digest Digest, bool AsksAddresses = false);

/// <summary>A file of the output, as a build left it.</summary>
/// <param name="Made">Of all that its bytes are made of; null where nobody can tell.</param>
internal readonly record struct BuiltFile(string Path, FileLook Look, Digest Digest, Fingerprint? Made);

/// <summary>Something that was found while a file of the output was made.</summary>
/// <param name="File">The position of that file; -1: it was found otherwise.</param>
internal readonly record struct BuiltDiagnostic(int File, Diagnostic Diagnostic);

/// <summary>
/// What a build leaves for the next one into the same folder. It changes what that costs, never what it gives; so nobody
/// needs it.
/// </summary>
internal sealed record LastBuild
{
    /// <summary>Of the program, the options and whatever else has a say in every file: see <see cref="BuildIdentity"/>.</summary>
    public required Digest Identity { get; init; }

    /// <summary>The moment that decided what lay in the future.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>From then on, time alone gives another site.</summary>
    public required DateTimeOffset Until { get; init; }

    public required ArchiveSize Size { get; init; }

    /// <summary>Ordinal by path.</summary>
    public required IReadOnlyList<BuiltSource> Sources { get; init; }

    /// <summary>Ordinal by path.</summary>
    public required IReadOnlyList<BuiltFile> Files { get; init; }

    /// <summary>The record of the output folder, which no list names.</summary>
    public required BuiltFile Record { get; init; }

    public required IReadOnlyList<BuiltDiagnostic> Diagnostics { get; init; }
}
