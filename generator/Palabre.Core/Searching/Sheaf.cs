using System.Runtime.InteropServices;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>That a term occurs in an entry.</summary>
/// <param name="Number">The entry's, within its sheaf.</param>
/// <param name="Weight">How often, each occurrence times the weight of its place; at most 255.</param>
/// <param name="Accents">Which of the term's spellings in this sheaf.</param>
internal readonly record struct Posting(ushort Number, byte Weight, byte Accents);

/// <summary>A term of a sheaf.</summary>
/// <param name="Spellings">With their accents, each as long as the term, in the order of their first occurrence.</param>
/// <param name="Word">A whole word that the term stands for, and the most frequent one; and how frequent.</param>
/// <param name="IsContent">It is more than a stop word.</param>
internal sealed record SheafTerm(string Term, string[] Spellings, (string Text, int Count) Word, bool IsContent, Posting[] Postings);

/// <summary>The terms of a few thousand entries: what one thread gathers. Terms in ordinal order, postings by number.</summary>
internal sealed class Sheaf
{
    // How many entries are in one decides what is gathered together, and so must not depend on the machine.
    private const int Least = 2048, Most = 8192;

    private const int MostSpellings = 250;

    private readonly List<Gathered> terms = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Form>> forms = new(StringComparer.Ordinal);
    private readonly List<int> touched = [];

    // What many entries have: names of people, and the themes of a post. Each is read once.
    private readonly Dictionary<(string Text, string Language), Form[]> heads = [];
    private readonly Dictionary<string, int[]> authors = new(StringComparer.Ordinal);
    private readonly Dictionary<Post, int[]> themes = new(ReferenceEqualityComparer.Instance);

    internal IReadOnlyList<SheafTerm> Terms { get; set; } = [];

    /// <summary>Words in each entry, all texts together.</summary>
    internal required int[] Lengths { get; init; }

    internal HashSet<string> Languages { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The number of each sheaf's first entry. One ends at a name of an entry that ends sheaves, whatever its number: an entry
    /// that comes between others moves the ends of the one or two sheaves around it, and leaves the others what they were.
    /// </summary>
    internal static int[] Starts(ReadOnlySpan<SearchEntry> entries)
    {
        var starts = new List<int>();
        for (int i = 0, size = 0; i < entries.Length; i++)
        {
            if (size == 0) starts.Add(i);
            size = ++size == Most || (size >= Least && EndsSheaves(entries[i])) ? 0 : size;
        }

        return [.. starts];
    }

    internal static Sheaf Gather(Edition edition, ReadOnlySpan<SearchEntry> entries)
    {
        var sheaf = new Sheaf { Lengths = new int[entries.Length] };
        for (var i = 0; i < entries.Length; i++) sheaf.Add(edition, entries[i], i);
        sheaf.Terms = [.. sheaf.terms.Select(t => t.Finished()).OrderBy(t => t.Term, StringComparer.Ordinal)];
        sheaf.terms.Clear();
        sheaf.numbers.Clear();
        sheaf.forms.Clear();
        sheaf.heads.Clear();
        sheaf.authors.Clear();
        sheaf.themes.Clear();
        return sheaf;
    }

    /// <summary>True of one in two thousand names: the last bits of their FNV-1a hash are zero.</summary>
    private static bool EndsSheaves(SearchEntry entry)
    {
        var hash = 2166136261u;
        foreach (var c in entry.Post.Id) hash = (hash ^ c) * 16777619;
        foreach (var c in entry.Entry.Id) hash = (hash ^ c) * 16777619;
        return (hash ^ (hash >> 16)) % Least == 0;
    }

    private void Add(Edition edition, SearchEntry entry, int number)
    {
        var language = Stems.LanguageOf(entry.Entry.Language ?? edition.Settings.Language);
        Languages.Add(language);
        Lengths[number] += Read(entry.Text(edition), 1, language);
        foreach (var (text, weight) in entry.Heads(edition)) Lengths[number] += ReadHead(text, weight, language);
        foreach (var written in entry.Entry.Authors)
        {
            if (!authors.TryGetValue(written, out var found)) authors[written] = found = TermsOf(SearchEntry.Authors(edition, written), '@');
            Touch(found);
        }

        if (!themes.TryGetValue(entry.Post, out var about)) themes[entry.Post] = about = TermsOf(entry.Themes(edition), '#');
        Touch(about);
        foreach (var term in touched) terms[term].End(number);
        touched.Clear();
    }

    private int Read(string text, int weight, string language)
    {
        var words = 0;
        var known = FormsOf(language);
        for (var reader = new WordReader(text, stackalloc char[2 * WordReader.Longest]); reader.Next(); words++)
            Touch(FormOf(known, ref reader, language), weight);
        return words;
    }

    private int ReadHead(string text, int weight, string language)
    {
        if (!heads.TryGetValue((text, language), out var words)) heads[(text, language)] = words = FormsOf(text, language);
        foreach (var form in words) Touch(form, weight);
        return words.Length;
    }

    private Form[] FormsOf(string text, string language)
    {
        var words = new List<Form>();
        var known = FormsOf(language);
        for (var reader = new WordReader(text, stackalloc char[2 * WordReader.Longest]); reader.Next();) words.Add(FormOf(known, ref reader, language));
        return [.. words];
    }

    private int[] TermsOf(IEnumerable<string> names, char kind)
    {
        var found = new List<int>();
        Span<char> buffers = stackalloc char[2 * WordReader.Longest];
        foreach (var name in names)
        {
            for (var reader = new WordReader(name, buffers); reader.Next();)
                found.Add(TermOf(string.Concat([kind], reader.Plain)));
        }

        return [.. found];
    }

    private void Touch(Form form, int weight)
    {
        form.Count++;
        Touch(form.Term, form.Spelling, weight);
    }

    private void Touch(int[] found)
    {
        foreach (var term in found) Touch(term, spelling: 0, weight: 1);
    }

    private void Touch(int term, byte spelling, int weight)
    {
        if (terms[term].Touch(spelling, weight)) touched.Add(term);
    }

    /// <summary>The words of a language that were met, as <see cref="Form.Word"/> has them.</summary>
    private Dictionary<string, Form>.AlternateLookup<ReadOnlySpan<char>> FormsOf(string language)
    {
        if (!forms.TryGetValue(language, out var known)) forms[language] = known = new(StringComparer.Ordinal);
        return known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private Form FormOf(Dictionary<string, Form>.AlternateLookup<ReadOnlySpan<char>> known, ref WordReader reader, string language)
    {
        if (!known.TryGetValue(reader.Exact, out var form))
            known[reader.Exact] = form = FormOf(reader.Plain.ToString(), reader.Exact.ToString(), language);
        return form;
    }

    private Form FormOf(string plain, string exact, string language)
    {
        var isStop = StopWords.Has(plain, language);
        var stem = isStop ? plain : Stems.Of(plain, language);
        var number = TermOf(stem);
        var term = terms[number];
        if (!isStop) term.IsContent = true;
        var spelling = string.Create(stem.Length, (stem, plain, exact), static (span, word) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = word.stem[i] == word.plain[i] ? word.exact[i] : word.stem[i];
        });
        var form = new Form(number, term.SpellingOf(spelling), exact);
        term.Forms.Add(form);
        return form;
    }

    private int TermOf(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, term, out var exists);
        if (exists) return number;
        number = terms.Count;
        terms.Add(new(term));
        return number;
    }

    /// <summary>A word as written, but for case.</summary>
    private sealed class Form(int term, byte spelling, string word)
    {
        internal int Term => term;
        internal byte Spelling => spelling;
        internal string Word => word;
        internal int Count { get; set; }
    }

    private sealed class Gathered(string term)
    {
        private readonly List<Posting> postings = [];
        private readonly List<string> spellings = [];
        private int weight;
        private byte spelling;

        internal List<Form> Forms { get; } = [];

        internal bool IsContent { get; set; }

        internal byte SpellingOf(string text)
        {
            var at = spellings.IndexOf(text);
            if (at >= 0) return (byte)at;
            if (spellings.Count == MostSpellings) return 0;
            spellings.Add(text);
            return (byte)(spellings.Count - 1);
        }

        /// <returns>Whether it is the first time in the entry.</returns>
        internal bool Touch(byte with, int times)
        {
            var isFirst = weight == 0;
            if (isFirst) spelling = with;
            weight += times;
            return isFirst;
        }

        internal void End(int number)
        {
            postings.Add(new((ushort)number, (byte)Math.Min(weight, 255), spelling));
            weight = 0;
        }

        internal SheafTerm Finished()
        {
            var word = Forms.OrderByDescending(f => f.Count).ThenBy(f => f.Word, StringComparer.Ordinal).FirstOrDefault();
            return new(term, [.. spellings], (word?.Word ?? "", word?.Count ?? 0), IsContent, [.. postings]);
        }
    }
}
