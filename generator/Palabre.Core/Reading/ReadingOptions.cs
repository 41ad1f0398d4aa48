namespace Palabre.Reading;

/// <summary>What the command line says about reading.</summary>
/// <param name="Now">What is dated after it is in the future.</param>
public sealed record ReadingOptions(DateTimeOffset Now)
{
    /// <summary>Drafts are read as if they were published.</summary>
    public bool Drafts { get; init; }

    /// <summary>Entries of the future are read as if they were of the past.</summary>
    public bool Future { get; init; }

    /// <summary>Threads to read with; the result does not depend on it.</summary>
    public int Jobs { get; init; } = 1;
}
