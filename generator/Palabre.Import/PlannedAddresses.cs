using Palabre.Addressing;
using Palabre.Model;

namespace Palabre.Import;

/// <summary>Where things will stand: at the address that their writers chose, else by the patterns of the site.</summary>
internal sealed class PlannedAddresses(Settings settings)
{
    internal Address Of(Post post) =>
        post.Permalink is { } chosen && WrittenAddress.Parse(chosen.Text).Address is { } address ? address
        : AddressBook.ByPattern(settings.Urls, post.Date.Day, post.Slug);

    internal Address Of(PostSlot slot) =>
        slot.Permalink is { } chosen && WrittenAddress.Parse(chosen).Address is { } address ? address
        : slot.IsPage ? OfPage(slot.Slug)
        : AddressBook.ByPattern(settings.Urls, slot.Date.Day, slot.Slug);

    internal Address OfPage(string slug) => new(settings.Urls.Page.Replace("{slug}", ReservedName.Avoid(slug), StringComparison.Ordinal));
}
