using System.Security.Cryptography;
using System.Text.Json;
using Palabre.Addressing;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>A file that searches read.</summary>
public sealed class SearchFile
{
    private readonly KeptBytes kept;

    internal SearchFile(Address address, KeptBytes kept) => (Address, this.kept) = (address, kept);

    public Address Address { get; }

    /// <summary>Of what was put aside, read each time.</summary>
    public ReadOnlySpan<byte> Bytes => kept.Bytes;
}

/// <summary>
/// What searches read: every word of every entry, and where it occurs. It is cut into files that stay the same while what
/// they hold stays the same, each named by a hash of its bytes, so that browsers may keep them for ever:
/// files of terms (<see cref="TermWriter"/>), files of results (<see cref="ResultWriter"/>), and one that names them all:
/// <c>entries</c>, how many there are; <c>stops</c>, the stop words of each language that occurs; <c>ends</c>, where one needs them, the <see cref="WordEnds"/> of each; <c>terms</c>, the names of
/// the files of terms, and <c>firsts</c>, with what each begins; <c>results</c>, those of the files of results, of
/// <c>perFile</c> entries each, and <c>days</c>, since 1970, with what each begins.
/// </summary>
public sealed class Concordance
{
    /// <summary>A file of terms is closed before it gets longer; a term that is longer alone gets files of its own.</summary>
    private const int TermFile = 16 << 10;

    /// <summary>What one term has in one file: no file gets longer than 64 KB.</summary>
    private const int MostOccurrences = 60_000, MostBytes = 60_000;

    private const int HashBytes = 6;

    private readonly List<SearchFile> files = [];
    private readonly KeptBlocks kept = new(KeptMemory.Shared); // they are written when all pages are made
    private readonly Edition edition;

    private Concordance(Edition edition) => this.edition = edition;

    /// <summary>In an order that depends on the archive alone; the last is the one that names the others.</summary>
    public IReadOnlyList<SearchFile> Files => files;

    /// <summary>How many entries stand in one file of results.</summary>
    internal int PerFile { get; private init; }

    /// <summary>The file that a search begins with.</summary>
    public Address Start => files[^1].Address;

    /// <param name="jobs">Threads to work with; the result does not depend on it.</param>
    /// <param name="store">Null: nothing is taken over from an earlier one, nor left.</param>
    public static Concordance Make(Edition edition, int jobs, CancellationToken cancel, WordStore? store = null)
    {
        var before = store?.Read();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel };
        var entries = SearchEntry.AllOf(edition);
        var starts = Sheaf.Starts(entries);
        var sheaves = new SheafReader[starts.Length];
        var kept = new KeyValuePair<Fingerprint, ReadOnlyMemory<byte>>[before is null ? 0 : starts.Length];
        var results = new ResultWriter(edition, entries);
        var resultFiles = new byte[results.Count][];
        var concordance = new Concordance(edition) { PerFile = results.PerFile };
        List<(string First, string Name)> terms = [];
        // Terms are merged by one thread, and little that changed is gathered by one: results are written meanwhile.
        Parallel.Invoke(
            parallel,
            () =>
            {
                Parallel.For(0, sheaves.Length, parallel, i =>
                {
                    var own = entries.AsSpan(starts[i]..(i + 1 < starts.Length ? starts[i + 1] : entries.Length));
                    if (before is not null) kept[i] = before.Recall(edition, own);
                    sheaves[i] = new(before is null ? SheafFormat.Write(Sheaf.Gather(edition, own)) : kept[i].Value);
                });
                terms = concordance.WriteTerms(new(sheaves, starts), cancel);
            },
            () => Parallel.For(0, resultFiles.Length, parallel, i => resultFiles[i] = results.Write(i)));
        if (before is not null && new WordMemory(kept) is var left && !left.IsSame(before)) store!.Write(left);
        string[] languages = [.. sheaves.SelectMany(s => s.Languages).Distinct().Order(StringComparer.Ordinal)];
        string[] shown = [.. resultFiles.Select(file => concordance.Add(file, "json"))];
        concordance.Add(ResultWriter.Json(json =>
        {
            json.WriteNumber("format", 1);
            json.WriteNumber("entries", entries.Length);
            json.WriteNumber("perFile", results.PerFile);
            json.WriteStartObject("stops");
            foreach (var language in languages) json.WriteString(language, StopWords.Of(language));
            json.WriteEndObject();
            WriteEnds(json, [.. languages.Where(WordEnds.Has)]);
            Write(json, "firsts", terms.Select(t => t.First));
            Write(json, "terms", terms.Select(t => t.Name));
            Write(json, "results", shown);
            json.WriteStartArray("days");
            for (var i = 0; i < shown.Length; i++) json.WriteNumberValue(results.FirstDay(i));
            json.WriteEndArray();
        }), "json");
        return concordance;
    }

    private static void WriteEnds(Utf8JsonWriter json, string[] languages)
    {
        if (languages.Length == 0) return;
        json.WriteStartObject("ends");
        foreach (var language in languages)
        {
            json.WriteStartArray(language);
            foreach (var (pattern, left) in WordEnds.Of(language))
            {
                json.WriteStartArray();
                json.WriteStringValue(pattern);
                json.WriteStringValue(left);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>The first term of each file, and the file's name.</summary>
    private List<(string First, string Name)> WriteTerms(SheafMerge merge, CancellationToken cancel)
    {
        var names = new List<(string, string)>();
        var current = new TermWriter();
        var first = "";
        while (merge.Next())
        {
            cancel.ThrowIfCancellationRequested();
            for (var rest = merge.Occurrences; rest.Length > 0;)
            {
                var piece = rest[..Math.Min(rest.Length, MostOccurrences)];
                var where = TermWriter.Where(merge.Term, piece);
                while (TermWriter.MostLength(merge.Term, where.Bits) > MostBytes && piece.Length > 1)
                {
                    piece = piece[..(piece.Length / 2)];
                    where = TermWriter.Where(merge.Term, piece);
                }

                if (current.Length > 0 && current.Length + TermWriter.MostLength(merge.Term, where.Bits) > TermFile) Close();
                if (current.Length == 0) first = merge.Term.Text;
                current.Add(merge.Term, piece, where);
                rest = rest[piece.Length..];
            }
        }

        if (current.Length > 0) Close();
        return names;

        void Close() => names.Add((first, Add(current.Take(), "bin")));
    }

    /// <returns>The file's name, without ending.</returns>
    private string Add(byte[] bytes, string ending)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, HashBytes));
        files.Add(new(edition.Addresses.Search.Below($"{name}.{ending}"), kept.Keep(bytes)));
        return name;
    }
}
