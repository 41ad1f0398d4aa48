using System.Buffers;
using Palabre.Model;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>One file of the output: a <see cref="RenderedFile"/> or a <see cref="CopiedFile"/>, nothing else.</summary>
public abstract record OutputFile
{
    private protected OutputFile(string path) => Path = path;

    /// <summary>From the output folder, with '/', as it is written on disk: no '%' escapes. Never absolute, never with
    /// an empty segment, '.' or '..'; no other file of the output differs from it by letter case only.</summary>
    public string Path { get; }

    /// <summary>The one discussion that the file is about; null: of several, or of none.</summary>
    public Discussion? Discussion { get; init; }

    /// <summary>
    /// Most of what it holds was said when this was: files of one time share texts, and are made one after the other.
    /// Null: of all times.
    /// </summary>
    public Entry? Near { get; init; }

    /// <summary>It is made of every word of the archive, which a part of a build that does not hold it never reads.</summary>
    public bool NeedsWords { get; init; }

    /// <summary>Says what the bytes are made of; null: of what nobody can tell without making them.</summary>
    public Action<Ingredients>? MadeOf { get; init; }
}

/// <summary>A file whose bytes Core makes.</summary>
/// <param name="Render">Writes all bytes of the file. Called once at most, on a worker thread, beside others and in no
/// certain order, so it must share nothing that it changes; not called after a cancellation or when the disk fails.
/// The buffer is the writer's again when it returns.</param>
public sealed record RenderedFile(string Path, Action<IBufferWriter<byte>> Render) : OutputFile(Path);

/// <summary>A file of the site that is published as it is.</summary>
/// <param name="Source">From the site's folder, as in <see cref="Reading.SourceFile"/>.</param>
public sealed record CopiedFile(string Path, string Source) : OutputFile(Path);
