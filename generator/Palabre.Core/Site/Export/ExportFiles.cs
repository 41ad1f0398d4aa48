using Palabre.Addressing;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Writing;

namespace Palabre.Site;

/// <summary>The archive as data, where the settings ask for it: all of it in lines of JSON, each discussion as Markdown.</summary>
internal static class ExportFiles
{
    internal static IEnumerable<(Claim Claim, OutputFile File)> Of(Edition edition)
    {
        if (!edition.Settings.Export) yield break;
        yield return (new(AddressBook.Export, new(SettingsReader.Path)), new WrittenFile(
            AddressBook.Export.File, output => ArchiveLines.Write(edition.Archive, published => AddressOf(edition, published), output)));
        foreach (var discussion in edition.Threads.Discussions)
        {
            var address = edition.Addresses.Markdown(discussion);
            yield return (new(address, discussion.Opening.Source),
                new WrittenFile(address.File, output => new DiscussionText(edition).Write(discussion, output), made => made.Add(discussion), discussion));
        }
    }

    /// <summary>Whole where the site has said its address; else the path.</summary>
    private static string? AddressOf(Edition edition, object published) => published switch
    {
        Entry entry => edition.Addresses.Absolute(entry) ?? edition.Addresses.Href(entry),
        StandingPage page => edition.Addresses.StandingPage(page) is var address
            ? edition.Addresses.Absolute(address) ?? edition.Addresses.Href(address) : null,
        _ => null,
    };
}
