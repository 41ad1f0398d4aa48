using System.Text;
using System.Text.Json;
using Palabre.Searching;
using Palabre.Tests.Support;

namespace Palabre.Tests.Searching;

/// <summary>A text, and its words as both the generator and the look's script are to read them.</summary>
/// <param name="Words">Plain, with accents, stem in French, stem in English; «/» between them.</param>
internal sealed record WordsOfText(string Text, IReadOnlyList<string> Words)
{
    internal static WordsOfText Read(string text)
    {
        var found = new List<string>();
        for (var reader = new WordReader(text, stackalloc char[2 * WordReader.Longest]); reader.Next();)
        {
            var plain = reader.Plain.ToString();
            found.Add($"{plain}/{reader.Exact}/{Stems.Of(plain, "fr")}/{Stems.Of(plain, "en")}");
        }

        return new(text, found);
    }
}

/// <summary>The one list of words that C# and JavaScript are both held to: <c>tests/Golden/search/words.json</c>.</summary>
internal static class WordsFixture
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Path => System.IO.Path.Combine(Repository.Root, "tests/Golden/search/words.json");

    internal static IReadOnlyList<WordsOfText> All
    {
        get
        {
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") Rewrite();
            return JsonSerializer.Deserialize<List<WordsOfText>>(File.ReadAllText(Path))!;
        }
    }

    /// <summary>Every text of the fixture anew, and of the site that questions are put to.</summary>
    private static void Rewrite()
    {
        var texts = JsonSerializer.Deserialize<List<WordsOfText>>(File.ReadAllText(Path))!.Select(t => t.Text);
        var lines = File.ReadAllLines(System.IO.Path.Combine(Repository.Root, "tests/Golden/search/site.txt")).Where(line => line.Length > 60);
        File.WriteAllText(Path, JsonSerializer.Serialize(texts.Concat(lines).Distinct().Select(WordsOfText.Read), Options) + "\n", new UTF8Encoding(false));
    }
}
