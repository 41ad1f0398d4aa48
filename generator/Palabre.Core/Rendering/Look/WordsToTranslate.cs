using System.Text;

namespace Palabre.Rendering;

/// <summary>The English words, as whoever translates them needs them: with a line for each plural that the other language has.</summary>
internal static class WordsToTranslate
{
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="english">The look's <c>en.yml</c>: a remark in its first line, plurals a line each, <c>other</c> last.</param>
    internal static string For(string language, string english)
    {
        string[] categories = [.. PluralRule.Usual(language)];
        var words = new StringBuilder($"# The words of the look, to be translated into the language '{language}'. {{0}}, {{1}}: values; a number in {{0}}\n")
            .Append($"# chooses the plural (CLDR categories: {string.Join(", ", categories)}).\n");
        var one = ""; // what English says of one thing
        foreach (var line in english.TrimEnd('\n').Split('\n').Skip(1))
        {
            var (name, text) = (line.Split(':')[0], line[(line.IndexOf(':') + 1)..]);
            var indent = name[..^name.TrimStart().Length];
            if (name.Trim() == "one") one = text;
            else if (name.Trim() != "other") words.Append(line).Append('\n');
            else foreach (var category in categories) words.Append($"{indent}{category}:{(category == "one" ? one : text)}\n");
        }

        return words.ToString();
    }
}
