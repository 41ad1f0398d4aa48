using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Mending;

/// <summary>Finds names in files and in their paths, compared as slugs: case, accents and what stands between words do not matter.</summary>
internal static class Mentions
{
    internal static IEnumerable<Remark> Of(IReadOnlyCollection<string> names, SiteFiles site, Settings settings)
    {
        string[][] wanted = [.. names.Select(name => Slug.From(name).Split('-')).Where(words => words[0].Length > 0)];
        var first = wanted.Select(words => words[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var file in site.Files)
        {
            if (Has([.. Words(file.Path).Select(w => w.Word)], wanted) >= 0) yield return new(file.Path, "the file's name holds the name");
            if (SitePaths.KindOf(file.Path, settings) is FileKind.Media) continue;
            if (TextFile.Read(file.Path, site.Read(file).Bytes.Span, []) is not { } text) continue;
            var number = 0;
            foreach (var line in text.Split('\n'))
            {
                number++;
                var words = Words(line).ToArray();
                if (!words.Any(w => first.Contains(w.Word))) continue;
                if (Has([.. words.Select(w => w.Word)], wanted) is >= 0 and var at)
                    yield return new($"{file.Path}:{number}:{words[at].Column}", "the name stands here");
            }
        }
    }

    /// <summary>Where the first of the names begins among words; -1 if none does.</summary>
    private static int Has(string[] words, string[][] wanted)
    {
        for (var at = 0; at < words.Length; at++)
            foreach (var name in wanted)
                if (words.AsSpan(at).StartsWith(name)) return at;
        return -1;
    }

    private static IEnumerable<(string Word, int Column)> Words(string line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (!IsOfWord(line[at])) continue;
            var start = at;
            while (at < line.Length && IsOfWord(line[at])) at++;
            yield return (Slug.From(line[start..at]), start + 1);
        }
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
