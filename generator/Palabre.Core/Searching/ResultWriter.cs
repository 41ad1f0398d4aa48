using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>
/// Writes what lists of results show of entries, some hundred neighbours in time to a file. As JSON:
/// <c>pages</c>, four values each: the address within the site, the title, the numbers of its themes, its language where it
/// is not the site's (else 0);
/// <c>authors</c>, the names of an entry's authors in one text; <c>themes</c>, their titles;
/// <c>entries</c>, two characters each, for the numbers of page and authors: the codes from 40 to 126, then from 256;
/// <c>ids</c>, with a space between them: a comment's id in anchors, of a post nothing;
/// <c>days</c>, two values for each entry of another day than the one before: how many entries, and how many days, after
/// the last that was (the first: after entry 0, and 1 January 1970).
/// </summary>
internal sealed class ResultWriter
{
    private const int MostFiles = 2048, LeastPerFile = 256, LongestTitle = 100, LongestName = 60, FirstCode = 40;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // read as JSON only

    private readonly Edition edition;
    private readonly SearchEntry[] entries;

    internal ResultWriter(Edition edition, SearchEntry[] entries)
    {
        (this.edition, this.entries) = (edition, entries);
        PerFile = LeastPerFile;
        while (entries.Length > (long)MostFiles * PerFile) PerFile *= 2;
    }

    internal int PerFile { get; }

    internal int Count => (entries.Length + PerFile - 1) / PerFile;

    /// <summary>Days from 1970 to the first entry of a file.</summary>
    internal int FirstDay(int file) => DayOf(entries[file * PerFile]);

    internal static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(16 << 10);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    internal byte[] Write(int file) => Json(json =>
    {
        var shown = entries.AsSpan(file * PerFile, Math.Min(PerFile, entries.Length - (file * PerFile)));
        var pages = new Numbered<string>();
        var firsts = new List<SearchEntry>();
        var authors = new Numbered<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal); // the number of each entry's names, before they are cut
        var themes = new Numbered<string>();
        var (numbers, ids) = (new StringBuilder(), new StringBuilder());
        var (day, since) = (0, 0);
        json.WriteStartArray("days");
        for (var i = 0; i < shown.Length; i++)
        {
            var entry = shown[i];
            var page = pages.Of(edition.Addresses.PageOf(entry.Entry).Escaped[1..]);
            if (page == firsts.Count) firsts.Add(entry);
            var names = edition.Entries.NamesOf(entry.Entry);
            if (!known.TryGetValue(names, out var named)) known[names] = named = authors.Of(Shown(names, LongestName));
            numbers.Append(Code(page)).Append(Code(named));
            ids.Append(i > 0 ? " " : "").Append(entry.Entry is Comment comment ? Anchor.Of(comment).AsSpan("c-".Length) : "");
            if (DayOf(entry) == day) continue;
            json.WriteNumberValue(i - since);
            json.WriteNumberValue(DayOf(entry) - day);
            (day, since) = (DayOf(entry), i);
        }

        json.WriteEndArray();
        json.WriteString("entries", numbers.ToString());
        json.WriteString("ids", ids.ToString());
        json.WriteStartArray("pages");
        for (var i = 0; i < firsts.Count; i++)
        {
            var post = firsts[i].Post;
            json.WriteStringValue(pages.All[i]);
            json.WriteStringValue(Shown(edition.Entries.TitleOf(post), LongestTitle));
            json.WriteStartArray();
            if (post.HasText)
                foreach (var theme in edition.Listings.ThemeBook.Of(post)) json.WriteNumberValue(themes.Of(Shown(theme.Title, LongestName)));
            json.WriteEndArray();
            if (edition.Entries.LanguageOf(post) is { } language) json.WriteStringValue(language);
            else json.WriteNumberValue(0);
        }

        json.WriteEndArray();
        Names("authors", authors.All);
        Names("themes", themes.All);

        void Names(string key, IReadOnlyList<string> names)
        {
            json.WriteStartArray(key);
            foreach (var name in names) json.WriteStringValue(name);
            json.WriteEndArray();
        }
    });

    /// <summary>A character that JSON writes as it is: of the first numbers one byte.</summary>
    private static char Code(int number) => (char)(number + (number < 0x7F - FirstCode ? FirstCode : 0x100 + FirstCode - 0x7F));

    private static int DayOf(SearchEntry entry) => entry.Entry.Date.Day.DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>As pages show it, characters that turn its direction left out; a very long one cut.</summary>
    private static string Shown(string text, int most)
    {
        var shown = WebUtility.HtmlDecode(HtmlText.Escape(text));
        var elements = StringInfo.ParseCombiningCharacters(shown);
        return elements.Length <= most ? shown : shown[..Math.Min(elements[most - 1], 4 * most)] + "…";
    }

    /// <summary>Gives each value a number, in the order of asking.</summary>
    private sealed class Numbered<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> numbers = [];
        private readonly List<T> all = [];

        internal IReadOnlyList<T> All => all;

        internal int Of(T value)
        {
            if (numbers.TryGetValue(value, out var number)) return number;
            all.Add(value);
            return numbers[value] = all.Count - 1;
        }
    }
}
