using System.Net;
using System.Text;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>An entry was lost, or stands twice: a mistake of the program or of a look, never of the content.</summary>
public sealed class ConservationException(string message) : Exception(message);

/// <summary>The proof that every published entry stands exactly once, at its canonical address.</summary>
internal static class Conservation
{
    /// <summary>
    /// Null if the plan gives every entry of the archive to one page, the one that links name. Pages that an earlier plan had
    /// were proved with it: they are about discussions in which nothing changed, and what stands on them can stand on no other
    /// without being one too many.
    /// </summary>
    internal static ConservationException? Fault(Edition edition, PagePlan plan)
    {
        var placed = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        foreach (var page in plan.NewPagesOfPosts)
        {
            for (var i = 0; i < page.Entries.Count; i++)
            {
                var entry = page.Entries[i];
                if (!placed.Add(entry)) return new($"'{entry.Id}' ({entry.Source}) stands on two pages.");
                if (edition.Addresses.PageOf(entry) != page.Address)
                    return new($"'{entry.Id}' ({entry.Source}) stands on {page.Address}, and links say otherwise.");
            }
        }

        var missing = edition.Archive.EntryCount - plan.EntryCount;
        return missing switch
        {
            0 => null,
            > 0 => new($"{missing} entries stand on no page."),
            _ => new($"{-missing} entries stand on several pages."),
        };
    }

    /// <summary>The first entry of the page that has not its place once on the page as made, and how many it has; null if each has.</summary>
    /// <param name="hasOwnMarkup">Not all is the program's: the site brings some.</param>
    internal static (Entry Entry, int Times)? Misplaced(PlannedPage page, ReadOnlySpan<byte> html, bool hasOwnMarkup)
    {
        if (page.Entries.Count == 0) return null;
        var found = Ids(html, hasOwnMarkup);
        foreach (var entry in page.Entries)
            if (found.GetValueOrDefault(Anchor.OnOwnPage(entry)) is not 1 and var times) return (entry, times);
        return null;
    }

    /// <summary>What is wrong with the former anchors of a page as made: each must stand there once.</summary>
    /// <inheritdoc cref="Misplaced"/>
    internal static IEnumerable<Diagnostic> Anchors(PlannedPage page, ReadOnlySpan<byte> html, bool hasOwnMarkup)
    {
        var found = Ids(html, hasOwnMarkup);
        return [.. page.Anchors
            .Select(anchor => (Anchor: anchor, Times: found.GetValueOrDefault(anchor.From.Anchor!)))
            .Where(anchor => anchor.Times != 1)
            .Select(anchor => Catalogue.FormerAnchor(anchor.Anchor.Source, anchor.Anchor.From.ToString(), anchor.Times))];
    }

    /// <summary>How often each id occurs. Text has its quotation marks escaped, so that an attribute is all that matches.</summary>
    private static Dictionary<string, int> Ids(ReadOnlySpan<byte> html, bool hasOwnMarkup)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        if (hasOwnMarkup && MayHideIds(html))
        {
            AddParsed(Encoding.UTF8.GetString(html), ids);
            return ids;
        }

        var mark = "id=\""u8;
        for (var at = html.IndexOf(mark); at >= 0; at = html.IndexOf(mark))
        {
            var isWhole = at > 0 && html[at - 1] is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r' or (byte)'\f'; // not of data-id
            html = html[(at + mark.Length)..];
            if (!isWhole) continue;
            var end = html.IndexOf((byte)'"');
            if (end < 0) break;
            var id = Encoding.UTF8.GetString(html[..end]);
            Add(id.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(id) : id, ids);
        }

        return ids;
    }

    /// <summary>What the program never writes, a look or a trusted post may: remarks, and ids in capitals, with other marks around them or none.</summary>
    private static bool MayHideIds(ReadOnlySpan<byte> html) =>
        html.IndexOf("<!--"u8) >= 0 || html.IndexOf("ID="u8) >= 0 || html.IndexOf("Id="u8) >= 0 || html.IndexOf("iD="u8) >= 0
        || html.Count("id="u8) != html.Count("id=\""u8) || html.IndexOf("id ="u8) >= 0;

    private static void AddParsed(string html, Dictionary<string, int> ids)
    {
        for (var tokens = new HtmlTokens(html); tokens.Next();)
        {
            if (tokens.Kind != HtmlTokenKind.StartTag) continue;
            for (var attributes = new HtmlAttributes(tokens.Rest); attributes.Next();)
                if (attributes.Name.Equals("id", StringComparison.OrdinalIgnoreCase)) Add(attributes.Value, ids);
        }
    }

    private static void Add(string id, Dictionary<string, int> ids) => ids[id] = ids.GetValueOrDefault(id) + 1;
}
