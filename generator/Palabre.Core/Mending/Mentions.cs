using System.Net;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Mending;

/// <summary>
/// Finds names and addresses in files and in their paths, compared as slugs: case, accents and what stands between words do not matter, be it the
/// end of a line or a tag; characters may be written as those of HTML are.
/// </summary>
internal static class Mentions
{
    private const int LongestReference = 10; // &#x10FFFF;

    private static readonly string[] TextsAmongMedia = [".svg", ".txt", ".html", ".md", ".json", ".csv", ".vcf"];

    /// <param name="addresses">Of pages that lead to the person.</param>
    internal static IEnumerable<Remark> Of(IEnumerable<string> names, IEnumerable<string> addresses, SiteFiles site, Settings settings)
    {
        string[][] wanted = Wanted(names), leading = Wanted(addresses);
        foreach (var file in site.Files)
        {
            if (Named(Words(file.Path), wanted).Any()) yield return new(file.Path, "the file's name holds the name");
            if (SitePaths.KindOf(file.Path, settings) is FileKind.Media && !Array.Exists(TextsAmongMedia, ending => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) continue;
            if (TextFile.Read(file.Path, site.Read(file).Bytes.Span, []) is not { } text) continue;
            var words = Words(text);
            var places = Named(words, wanted).Select(place => (At: place, Told: "the name stands here"))
                .Concat(Named(words, leading).Select(place => (At: place, Told: "an address of theirs stands here"))).Distinct().OrderBy(place => place.At);
            var (line, start, at) = (1, 0, 0);
            foreach (var (place, told) in places)
            {
                for (; at < place; at++)
                    if (text[at] == '\n') (line, start) = (line + 1, at + 1);
                yield return new($"{file.Path}:{line}:{place - start + 1}", told);
            }
        }
    }

    /// <summary>Whether one of the names stands in a path, or another text without markup.</summary>
    internal static bool Holds(string text, IEnumerable<string> names) => NamedIn(Words(text), Wanted(names)).Any();

    private static string[][] Wanted(IEnumerable<string> texts) => [.. texts.Select(text => Slug.From(text).Split('-')).Where(words => words[0].Length > 0)];

    /// <summary>Where one of the names begins among words, read with what stands in tags or without; a place may come twice.</summary>
    private static IEnumerable<int> Named(List<Word> words, string[][] wanted) =>
        words.Exists(word => word.IsInTag) ? NamedIn(words, wanted).Concat(NamedIn(words.FindAll(word => !word.IsInTag), wanted)) : NamedIn(words, wanted);

    private static IEnumerable<int> NamedIn(List<Word> words, string[][] wanted)
    {
        for (var i = 0; i < words.Count; i++)
            if (Array.Exists(wanted, name => Begins(name, i))) yield return words[i].At;

        bool Begins(string[] name, int first)
        {
            if (first + name.Length > words.Count) return false;
            for (var i = 0; i < name.Length; i++)
                if (words[first + i].Text != name[i] || (i > 0 && words[first + i].BeginsParagraph)) return false;
            return true;
        }
    }

    private readonly record struct Word(string Text, int At, bool BeginsParagraph, bool IsInTag);

    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        var (tagEnd, isInTag) = (0, false);
        var word = new System.Text.StringBuilder();
        var (start, ends) = (0, 0); // line ends since the last word
        for (var at = 0; at <= text.Length;)
        {
            var written = text.AsSpan(at, at < text.Length ? 1 : 0);
            if (written is "<" && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/')) tagEnd = text.IndexOfAny(['>', '<'], at + 1);
            var length = 1;
            if (written is "&" && Reference(text, at) is var (decoded, taken))
            {
                written = decoded;
                length = taken;
            }

            if (IsOfWord(written))
            {
                if (word.Length == 0) (start, isInTag) = (at, at < tagEnd);
                word.Append(written);
            }
            else if (word.Length > 0)
            {
                words.Add(new(Slug.From(word.ToString()), start, ends > 1, isInTag));
                word.Clear();
                ends = 0;
            }

            if (written is "\n") ends++;
            at += length;
        }

        return words;
    }

    /// <summary>What a reference to a character stands for, and how long it is; null where there is none.</summary>
    private static (string Decoded, int Length)? Reference(string text, int at)
    {
        var end = text.AsSpan(at, Math.Min(LongestReference, text.Length - at)).IndexOf(';');
        if (end < 0) return null;
        var reference = text.Substring(at, end + 1);
        return WebUtility.HtmlDecode(reference) is var decoded && decoded != reference ? (decoded, reference.Length) : null;
    }

    private static bool IsOfWord(ReadOnlySpan<char> written)
    {
        foreach (var c in written)
            if (!IsOfWord(c)) return false;
        return !written.IsEmpty;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
