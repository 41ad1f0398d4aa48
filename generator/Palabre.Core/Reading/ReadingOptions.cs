using Palabre.Model;

namespace Palabre.Reading;

/// <summary>What the command line says about reading.</summary>
/// <param name="Now">What is dated after it is in the future.</param>
public sealed record ReadingOptions(DateTimeOffset Now)
{
    /// <summary>Drafts are read as if they were published.</summary>
    public bool Drafts { get; init; }

    /// <summary>Entries of the future are read as if they were of the past.</summary>
    public bool Future { get; init; }

    /// <summary>What has expired is read as if it had not.</summary>
    public bool Expired { get; init; }

    /// <summary>Entries that wait for an editor are read as if they were published.</summary>
    public bool Pending { get; init; }

    /// <summary>Threads to read with; the result does not depend on it.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Whether what would be withheld for a reason is published all the same.</summary>
    internal bool Shows(WithheldReason reason) => reason switch
    {
        WithheldReason.Draft => Drafts,
        WithheldReason.Future => Future,
        WithheldReason.Pending => Pending,
        WithheldReason.Expired => Expired,
        _ => false,
    };
}
