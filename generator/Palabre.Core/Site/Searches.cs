using System.Buffers;
using System.Text;
using Palabre.Addressing;
using Palabre.Rendering;
using Palabre.Searching;

namespace Palabre.Site;

/// <summary>What searches read, and what tells browsers of them (OpenSearch 1.1, draft 6). Without a base address they are not told.</summary>
internal static class Searches
{
    private const string Schema = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Files of the same bytes have the same name: their path says all that they are made of.</summary>
    internal static IEnumerable<OutputFile> Files(Concordance words) => words.Files.DistinctBy(f => f.Address)
        .Select(file => new WrittenFile(file.Address.File, output => output.Write(file.Bytes), made => made.Add(file.Address.File), NeedsWords: true));

    /// <summary>The same for pages on a disk.</summary>
    internal static IEnumerable<OutputFile> Portable(Edition edition, Concordance words) => PortableWords.Of(edition, words)
        .Select(file => new WrittenFile(file.Address.File, output => output.Write(file.Bytes())))
        .Append(new(AddressBook.Asset("search-portable.js").File, output => Encoding.UTF8.GetBytes(PortableWords.Program(edition.Look), output)));

    internal static IEnumerable<OutputFile> Description(Edition edition)
    {
        if (edition.Settings.Origin is not null)
            yield return new WrittenFile(AddressBook.SearchDescription.File, output => Describe(edition, output));
    }

    private static void Describe(Edition edition, IBufferWriter<byte> output) => XmlOutput.Write(output, xml =>
    {
        var title = XmlOutput.Clean(edition.Settings.Title);
        xml.WriteStartElement("OpenSearchDescription", Schema);
        xml.WriteElementString("ShortName", Schema, Short(title));
        xml.WriteElementString("Description", Schema, XmlOutput.Clean(edition.Settings.Description ?? edition.Settings.Title));
        xml.WriteElementString("InputEncoding", Schema, "UTF-8");
        xml.WriteStartElement("Url", Schema);
        xml.WriteAttributeString("type", "text/html");
        xml.WriteAttributeString("template", edition.Addresses.Absolute(edition.Addresses.Search) + "?q={searchTerms}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    /// <summary>At most 16 characters, as the draft has it: whole words, if the first is no longer than that.</summary>
    private static string Short(string title)
    {
        const int most = 16;
        Rune[] runes = [.. title.Trim().EnumerateRunes()];
        if (runes.Length <= most) return title.Trim();
        var end = Array.FindLastIndex(runes, most, Rune.IsWhiteSpace);
        return string.Concat(runes.Take(end > 0 ? end : most)).Trim();
    }
}
