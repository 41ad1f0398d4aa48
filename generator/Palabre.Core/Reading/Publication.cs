using Palabre.Model;

namespace Palabre.Reading;

/// <summary>Whether an entry is published.</summary>
/// <param name="Withheld">Why it is not; null if it is.</param>
/// <param name="Early">Why it would not be, had the options not asked for it; null if it is published in any case, or not at all.</param>
/// <param name="Until">When time alone may change the answer; null if it never does.</param>
internal sealed record Publication(WithheldReason? Withheld, WithheldReason? Early, DateTimeOffset? Until)
{
    /// <summary>Of nearly all entries: one object, since there may be a million of them.</summary>
    internal static Publication Plain { get; } = new(null, null, null);

    /// <summary>When time alone next changes whether something is published, which it is from one moment to another.</summary>
    internal static DateTimeOffset? NextChange(EntryDate? begin, EntryDate? end, ReadingOptions options) =>
        begin?.Time is { } first && first > options.Now ? first : end?.Time is { } last && last > options.Now ? last : null;

    /// <param name="reasons">All that there are to withhold it, the weightiest first.</param>
    internal static Publication Of(IEnumerable<WithheldReason> reasons, ReadingOptions options, DateTimeOffset? until)
    {
        WithheldReason? early = null;
        foreach (var reason in reasons)
        {
            if (!options.Shows(reason)) return new(reason, null, until);
            early ??= reason;
        }

        return early is null && until is null ? Plain : new(null, early, until);
    }
}
