using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Import;

/// <summary>Lets what readers knew lead to where it is now, where nothing else has that address.</summary>
internal sealed class FormerAddresses(Claims claims, PlannedAddresses addresses, EarlierImports earlier, Account account)
{
    /// <summary>The path that the site lies below, decoded.</summary>
    internal required string BasePath { get; set; }

    /// <summary>The path of an old address within the site, whatever path that itself lies below; null where it can be no address here.</summary>
    internal string? PathOf(string old) => Parse(old).Address?.Path;

    private (Address? Address, string? Problem) Parse(string old)
    {
        var (address, problem) = WrittenAddress.Parse(old);
        return address is { } whole && BaseAddress.Within(BasePath, whole.Path) is { } within ? (new(within), null) : (address, problem);
    }

    /// <summary>What it was known by before, at the source and on the site itself, leads to it; after all that is at the source.</summary>
    internal void LeadFromBefore(PostSlot slot)
    {
        foreach (var former in slot.FormerAddresses)
            if (Parse(former).Address is { } address) Lead(slot, address, address.Path);
        // What the site itself has published, and led on from, since an earlier import.
        if (earlier.PostAt(slot.Path) is not { } standing) return;
        Lead(slot, addresses.Of(standing), addresses.Of(standing).Path);
        foreach (var alias in standing.Aliases)
            if (WrittenAddress.ParsePlace(alias.Text).Place is { } place) Lead(slot, place.Address, place.ToString());
    }

    private void Lead(PostSlot slot, Address address, string alias)
    {
        if (address != addresses.Of(slot) && !slot.Aliases.Contains(alias, StringComparer.Ordinal) && (alias.Contains('#', StringComparison.Ordinal) || claims.TryTake(address))) slot.Aliases.Add(alias);
    }

    /// <summary>The address at the source leads to the new one, unless it is the same.</summary>
    internal void LeadFromSource(PostSlot slot)
    {
        if (slot.OldAddress is not { } written) return;
        var mark = written.IndexOf('?', StringComparison.Ordinal);
        var (old, problem) = Parse(mark < 0 ? written : written[..mark]);
        if (mark >= 0 && old is null) problem = "is told apart by its query, which a static site cannot do";
        if (old is not { } address)
        {
            NotKept(written, problem ?? "is none", $"now `{slot.Path}`", slot.Path);
            return;
        }

        slot.OldPath = address.Path;
        if (address == addresses.Of(slot)) return;
        if (claims.TryTake(address))
        {
            slot.Aliases.Add(address.Path);
            return;
        }

        slot.OldPath = null;
        NotKept(written, "belongs to another page", $"now `{slot.Path}`", slot.Path);
    }

    /// <param name="what">Of what it was the address, for the report.</param>
    /// <param name="file">From which the editor learns of it.</param>
    internal void NotKept(string written, string reason, string what, string file)
    {
        account.Note("Addresses that could not be kept", $"`{written}` {reason}: {what}");
        account.Tell(Catalogue.AddressNotKept(new(file), written, reason));
    }
}
