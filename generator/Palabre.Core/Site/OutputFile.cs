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
    public virtual Discussion? Discussion => null;

    /// <summary>
    /// Most of what it holds was said when this was: files of one time share texts, and are made one after the other.
    /// Null: of all times.
    /// </summary>
    public virtual Entry? Near => null;

    /// <summary>It is made of every word of the archive, which a part of a build that does not hold it never reads.</summary>
    public virtual bool NeedsWords => false;

    /// <summary>Says what the bytes are made of; null: of what nobody can tell without making them.</summary>
    public abstract Action<Ingredients>? MadeOf { get; }
}

/// <summary>A file whose bytes Core makes.</summary>
public abstract record RenderedFile : OutputFile
{
    private protected RenderedFile(string path) : base(path)
    {
    }

    /// <summary>Writes all bytes of the file. Called once at most, on a worker thread, beside others and in no
    /// certain order, so it must share nothing that it changes; not called after a cancellation or when the disk fails.
    /// The buffer is the writer's again when it returns.</summary>
    public abstract void Render(IBufferWriter<byte> output);
}

/// <summary>A file that a function writes, one of a kind.</summary>
/// <param name="Write">See <see cref="RenderedFile.Render"/>.</param>
public sealed record WrittenFile(
    string Path, Action<IBufferWriter<byte>> Write, Action<Ingredients>? MadeOf = null, Discussion? Discussion = null, bool NeedsWords = false)
    : RenderedFile(Path)
{
    /// <inheritdoc/>
    public override Action<Ingredients>? MadeOf { get; } = MadeOf;

    /// <inheritdoc/>
    public override Discussion? Discussion { get; } = Discussion;

    /// <inheritdoc/>
    public override bool NeedsWords { get; } = NeedsWords;

    /// <inheritdoc/>
    public override void Render(IBufferWriter<byte> output) => Write(output);
}

/// <summary>A file of the site that is published as it is.</summary>
/// <param name="Source">From the site's folder, as in <see cref="Reading.SourceFile"/>.</param>
public sealed record CopiedFile(string Path, string Source) : OutputFile(Path)
{
    /// <inheritdoc/>
    public override Action<Ingredients> MadeOf => made => made.AddSource(Source);
}
