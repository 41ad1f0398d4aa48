using System.Buffers;
using System.Globalization;
using System.Text;
using Palabre.Addressing;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary><c>sitemap.xml</c> and <c>robots.txt</c> (sitemaps.org, protocol 0.9). Without a base address there is no map.</summary>
internal static class SiteMap
{
    private const int MostAddresses = 50_000;
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    internal static IEnumerable<OutputFile> Files(Edition edition, PagePlan plan)
    {
        yield return new WrittenFile(AddressBook.Robots.File, output => Robots(edition, output));
        if (edition.Settings.Origin is null) yield break;

        var listed = plan.Pages.Where(page => page.IsListed);
        if (plan.ListedCount <= MostAddresses)
        {
            yield return new WrittenFile(AddressBook.Sitemap.File, output => Map(edition, listed, output));
            yield break;
        }

        var chunks = (plan.ListedCount + MostAddresses - 1) / MostAddresses;
        for (var i = 0; i < chunks; i++)
        {
            var skipped = i * MostAddresses;
            yield return new WrittenFile(Numbered(i + 1).File, output => Map(edition, listed.Skip(skipped).Take(MostAddresses), output));
        }

        yield return new WrittenFile(AddressBook.Sitemap.File, output => Index(edition, chunks, output));
    }

    private static Address Numbered(int number) => new($"/sitemap-{number.ToString(CultureInfo.InvariantCulture)}.xml");

    private static void Robots(Edition edition, IBufferWriter<byte> output)
    {
        var map = edition.Addresses.Absolute(AddressBook.Sitemap);
        Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n{(map is null ? "" : $"\nSitemap: {map}\n")}", output);
    }

    private static void Map(Edition edition, IEnumerable<PlannedPage> pages, IBufferWriter<byte> output) => XmlOutput.Write(output, xml =>
    {
        xml.WriteStartElement("urlset", Schema);
        foreach (var page in pages)
        {
            xml.WriteStartElement("url", Schema);
            xml.WriteElementString("loc", Schema, edition.Addresses.Absolute(page.Address));
            if (page.Changed?.Invoke() is { } changed) xml.WriteElementString("lastmod", Schema, DateWords.Iso(changed));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static void Index(Edition edition, int count, IBufferWriter<byte> output) => XmlOutput.Write(output, xml =>
    {
        xml.WriteStartElement("sitemapindex", Schema);
        for (var number = 1; number <= count; number++)
        {
            xml.WriteStartElement("sitemap", Schema);
            xml.WriteElementString("loc", Schema, edition.Addresses.Absolute(Numbered(number)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });
}
