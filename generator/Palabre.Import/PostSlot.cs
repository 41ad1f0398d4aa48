using Palabre.Model;

namespace Palabre.Import;

/// <summary>A post or page of the source on its way to a place in the site; a few hundred bytes, since there may be many.</summary>
internal sealed class PostSlot
{
    internal required string Key { get; init; }

    /// <summary>As the source numbers it: decides who is first where two want one place.</summary>
    internal required string SourceId { get; init; }

    /// <summary>May hold anything; what it is made of is decided in <see cref="SitePlan"/>.</summary>
    internal required string WantedSlug { get; init; }

    internal required EntryDate Date { get; set; }

    /// <summary>The address that readers knew, as the source tells it; null for what was never published.</summary>
    internal string? OldAddress { get; init; }

    /// <summary>Addresses that readers knew before that one.</summary>
    internal IReadOnlyList<string> FormerAddresses { get; init; } = [];

    internal bool IsPage { get; init; }

    /// <summary>The id that the source's own comments and replies use, where it is to stay; else its number.</summary>
    internal string? WantedId { get; init; }

    /// <summary>The address that its writer chose; null for that of the pattern.</summary>
    internal string? Permalink { get; set; }

    /// <summary>It stays where it is, under its name and its address.</summary>
    internal bool IsInPlace { get; init; }

    // From here on settled by the plan.
    internal string Id { get; set; } = "";
    internal string Slug { get; set; } = "";
    internal string Path { get; set; } = "";

    /// <summary>The file's name without extension, which is that of the folder of its comments; and what of it follows the date.</summary>
    internal string Stem { get; set; } = "";

    internal string Name => IsPage || Stem.Length < 11 ? Stem : Stem[11..];

    internal List<string> Aliases { get; } = [];

    /// <summary>An earlier import wrote its file, and somebody deleted that since.</summary>
    internal bool IsGone { get; set; }

    /// <summary>Another has the address that its writer chose.</summary>
    internal bool IsPermalinkTaken { get; set; }

    /// <summary>The date is that of its file: the same moment, as another clock has it.</summary>
    internal bool KeepsOffset { get; set; }

    /// <summary>The path of the old address, for the anchors of comments; null where it cannot be an address here.</summary>
    internal string? OldPath { get; set; }
}
