using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Writes the start of links, and images, to where they may lead.</summary>
/// <param name="here">The id of a fragment that stands in the body itself; null if none does.</param>
internal sealed class BodyLinks(
    BodyText body, ResolveLink resolve, MarkupWriter writer, BodyProblems problems, Func<string, string?> here)
{
    private const int LongestTitle = 300; // repeated by reference, a long one would make a small body a huge page

    /// <summary>Opens a link. False: it leads nowhere that it may lead to, and its text stays without one.</summary>
    internal bool Open(string written, string? title, SourceLocation place, bool isImage = false)
    {
        var (url, isOutside) = Find(written, isImage, place).Url is { } found ? found : default;
        if (url is null || !writer.TryOpen(HtmlElements.A)) return false;
        writer.Attribute("href", url);
        if (isOutside && body.IsComment) writer.Attribute("rel", "nofollow ugc noopener");
        WriteTitle(title);
        writer.FinishTag();
        return true;
    }

    /// <summary>True if an image of the address is to be shown as a link to it: any in a comment, and any from elsewhere.</summary>
    internal bool IsLinkOnly(string written) =>
        body.IsComment || (LinkAddress.Read(written) is { Kind: AddressKind.Outside } address && Own(address) is not { Url: not null });

    /// <summary>Where an address leads that names this site by its own; null of others.</summary>
    private LinkTarget? Own(LinkAddress address, bool isImage = false) =>
        body.Site is { } site && BaseAddress.PathOf(site, address.Url) is { } path ? resolve(path, isImage) : null;

    /// <summary>Writes an image of the site; of one that is not there, the words instead of it.</summary>
    internal void Image(string written, string alt, string? title, SourceLocation place)
    {
        var target = Find(written, isImage: true, place);
        if (target.Url is not { Url: var url } || !writer.TryOpen(HtmlElements.Img))
        {
            writer.Prose(alt);
            return;
        }

        writer.Attribute("src", url);
        writer.Attribute("alt", alt);
        if (target.Width > 0) writer.Attribute("width", Invariant(target.Width));
        if (target.Height > 0) writer.Attribute("height", Invariant(target.Height));
        WriteTitle(title);
        writer.Attribute("loading", "lazy");
        writer.FinishTag();
    }

    /// <summary>What an address within the site is to be written as; null where it leads elsewhere, or nowhere, which is told.</summary>
    internal string? Within(string written, bool isImage, SourceLocation place) => LinkAddress.Read(written) switch
    {
        { Kind: AddressKind.Refused } => null,
        { Kind: AddressKind.Outside } address when Own(address, isImage) is null => null,
        _ => Find(written, isImage, place).Url?.Url,
    };

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void WriteTitle(string? title)
    {
        if (!string.IsNullOrWhiteSpace(title) && title.Length <= LongestTitle) writer.Attribute("title", title);
    }

    private Found Find(string written, bool isImage, SourceLocation place)
    {
        var address = LinkAddress.Read(written);
        switch (address.Kind)
        {
            case AddressKind.Outside when Own(address, isImage) is { } own:
                if (own.Problem is { } lost) problems.AddLink(place, lost, own.Hint);
                // Another program may answer there: the link stays.
                return new((own.Url is { } known ? LinkAddress.Encode(known) : address.Url, own.Url is null), own.Width, own.Height);
            case AddressKind.Outside:
                if (isImage && !body.IsComment) problems.Add(Catalogue.ImageFromElsewhere(place, address.Url));
                return new((address.Url, true));
            case AddressKind.Refused:
                problems.Add(Catalogue.AddressRefused(place, address.Url));
                return default;
        }

        if (address.Url[0] == '#' && here(address.Url[1..]) is { } id) return new(("#" + id, false));
        var target = resolve(address.Url, isImage);
        if (target.Problem is { } problem) problems.AddLink(place, problem, target.Hint);
        if (target.Url is null || LinkAddress.Read(target.Url) is not { Kind: not AddressKind.Refused } found) return default;
        return new((LinkAddress.Encode(found.Url), found.Kind == AddressKind.Outside), target.Width, target.Height);
    }

    private readonly record struct Found((string Url, bool IsOutside)? Url, int Width = 0, int Height = 0);
}
