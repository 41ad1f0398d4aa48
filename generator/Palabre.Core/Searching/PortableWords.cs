using System.Buffers;
using System.Text;
using System.Text.Json;
using Palabre.Addressing;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>
/// What searches read, for pages on a disk, where nothing can be fetched: each file as a script that says its name and, in
/// Base64, its bytes; and the words of the entries, which are elsewhere read from their pages.
/// </summary>
public static class PortableWords
{
    /// <summary>The scripts, each made when it is asked for: <c>name.bin.js</c>, and <c>texts-0.js</c> for each file of results.</summary>
    public static IEnumerable<(Address Address, Func<byte[]> Bytes)> Of(Edition edition, Concordance words)
    {
        foreach (var file in words.Files.DistinctBy(f => f.Address))
            yield return (new(file.Address.Path + ".js"), () => Script(file.Address.Path[(file.Address.Path.LastIndexOf('/') + 1)..], file.Bytes));
        var entries = SearchEntry.AllOf(edition);
        for (var first = 0; first < entries.Length; first += words.PerFile)
        {
            var (from, name) = (first, $"texts-{(first / words.PerFile).ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            yield return (edition.Addresses.Search.Below(name + ".js"), () => Script(name, Json(
                entries.Skip(from).Take(words.PerFile).Select(entry => VisibleText.Of(edition.Texts.Text(entry.Entry))))));
        }
    }

    /// <summary>
    /// The look's search (<c>search.js</c>, <c>search-page.js</c>) as one script without modules, which pages on a disk
    /// cannot load: the lines that bind the two are left out, and nothing of it is seen outside.
    /// </summary>
    public static string Program(Look look)
    {
        var (search, page) = (look.Program(Look.SearchProgram), look.Program(Look.SearchPageProgram));
        var program = new StringBuilder("(() => {\n");
        foreach (var line in $"{search}\n{page}".Split('\n'))
        {
            if (line.StartsWith("import {", StringComparison.Ordinal)) continue;
            program.Append(line.StartsWith("export ", StringComparison.Ordinal) ? line["export ".Length..] : line).Append('\n');
        }

        return program.Append("})();\n").ToString();
    }

    private static byte[] Script(string name, ReadOnlySpan<byte> bytes) =>
        Encoding.ASCII.GetBytes($"palabre('{name}', '{Convert.ToBase64String(bytes)}');\n");

    private static byte[] Json(IEnumerable<string> texts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartArray();
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
