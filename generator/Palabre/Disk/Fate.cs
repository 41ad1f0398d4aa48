namespace Palabre.Disk;

/// <summary>What rendering showed a file of the output to need.</summary>
internal enum Fate : byte
{
    /// <summary>Its bytes stand in the output already, whoever wrote them.</summary>
    Unchanged,

    /// <summary>Its bytes are new, and stand in the staging folder at its path.</summary>
    Staged,

    /// <summary>As staged, and a folder stands in its place.</summary>
    OverFolder,

    /// <summary>Something that Palabre did not write stands in its place.</summary>
    Foreign,

    /// <summary>A link stands in its place.</summary>
    Link,
}
