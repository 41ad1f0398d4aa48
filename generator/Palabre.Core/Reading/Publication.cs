using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Whether an entry is published.</summary>
/// <param name="Withheld">Why it is not; null if it is.</param>
/// <param name="Early">Why it would not be, had the options not asked for it; null if it is published in any case, or not at all.</param>
internal readonly record struct Publication(WithheldReason? Withheld, WithheldReason? Early)
{
    /// <summary>When time alone may change the answer; null if it never does.</summary>
    internal DateTimeOffset? Until { get; init; }

    /// <param name="reasons">All that there are to withhold it, the weightiest first.</param>
    internal static Publication Of(IEnumerable<WithheldReason> reasons, ReadingOptions options)
    {
        WithheldReason? early = null;
        foreach (var reason in reasons)
        {
            if (!options.Shows(reason)) return new(reason, null);
            early ??= reason;
        }

        return new(null, early);
    }
}
