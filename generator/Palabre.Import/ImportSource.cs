using Palabre.Diagnostics;

namespace Palabre.Import;

/// <summary>A file of an export, which can be read as often as needed: what is large is read twice rather than kept.</summary>
/// <param name="Path">As messages name it; of a folder's files from the folder, with '/'.</param>
/// <param name="Length">In bytes; 0 where unknown.</param>
public sealed record ImportFile(string Path, long Length, Func<Stream> Open);

/// <summary>What is to be imported.</summary>
/// <param name="Name">The name of the file or folder, without those above it: the same on every machine.</param>
/// <param name="Files">Ordinal by path; a single file is a list of one.</param>
public sealed record ImportSource(string Name, IReadOnlyList<ImportFile> Files, bool IsFolder)
{
    /// <summary>Paths of files beside those, which are of another kind.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public ImportFile? Find(string path) => Files.FirstOrDefault(f => f.Path == path);
}

/// <summary>The source cannot be read on: nothing of what follows could be trusted.</summary>
public sealed class ImportException(Diagnostic problem) : Exception(problem.Message)
{
    public Diagnostic Problem => problem;
}

/// <summary>The systems that archives come from.</summary>
public enum ImportKind
{
    Blogger,
    WordPress,
    Disqus,
    Mbox,
    Jekyll,
    Jsonl,
}

/// <summary>What the command line says about an import.</summary>
public sealed record ImportOptions
{
    /// <summary>Of WordPress: what becomes themes.</summary>
    public bool Categories { get; init; } = true;

    /// <inheritdoc cref="Categories"/>
    public bool Labels { get; init; } = true;

    /// <summary>Of WordPress: pingbacks and trackbacks become comments.</summary>
    public bool Pingbacks { get; init; }

    /// <summary>Of mail: attachments are saved under <c>content/media/</c>.</summary>
    public bool Attachments { get; init; }

    /// <summary>Of Jekyll: the source's folder is the site's, and its texts stay where they are.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>Of Disqus: addresses of discussions, and of the posts they belong to, a pair a line; null if none are given.</summary>
    public ImportFile? Map { get; init; }
}
