using System.Globalization;
using System.Text;

namespace Palabre.Benchmarks;

/// <summary>
/// A made-up archive in French and English, shaped like real ones: a few posts have most of the comments, over half of the
/// comments answer one another, one post in twenty answers an earlier one. The same numbers and seed, the same bytes.
/// </summary>
internal sealed class Corpus
{
    private const int Themes = 40, Authors = 500;

    private static readonly string[] Words = (
        "the a tree word voice answer question letter village river table morning each other never always between before "
        + "le la une arbre parole voix réponse question lettre village rivière table matin chaque autre jamais toujours "
        + "entre avant cœur société écoute débat près être fenêtre façon").Split(' ');

    private static readonly string[] Syllables = "ka lo mi ré sou ba té na vi go du pa ri cé mo le".Split(' ');

    private readonly int posts, seed;
    private readonly int[] firstComment;
    private readonly string[] slugs;
    private readonly DateTime[] dates;

    internal Corpus(int posts, int comments, int seed = 7)
    {
        (this.posts, this.seed) = (posts, seed);
        var random = new Random(seed);
        dates = [.. Enumerable.Range(0, posts).Select(_ => new DateTime(2005, 1, 1).AddMinutes(random.Next(10_000_000))).Order()];
        slugs = [.. Enumerable.Range(0, posts).Select(i => $"{Plain(Name(random))}-{Plain(Name(random))}-{Number(i + 1)}")];
        firstComment = Shares(random, posts, comments);
    }

    /// <summary>Every file of the site, the settings first.</summary>
    internal IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("content/site.yml", "title: A made-up archive\nlanguage: en\nbaseUrl: https://archive.example/\n");
        for (var i = 0; i < posts; i++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + i));
            yield return ($"content/posts/{dates[i]:yyyy-MM-dd}-{slugs[i]}.md", Post(random, i));
            foreach (var comment in Comments(random, i)) yield return comment;
        }
    }

    private string Post(Random random, int i)
    {
        var themes = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"theme-{Number(Low(random, Themes))}").Distinct();
        var answers = i > 0 && random.Next(20) == 0 ? $"replyTo: {slugs[random.Next(i)]}\n" : "";
        return $"---\ntitle: \"{Sentence(random).TrimEnd('.').Replace("*", "", StringComparison.Ordinal)}\"\nauthor: {Author(random)}\ndate: {Iso(dates[i])}\n"
            + $"themes: [{string.Join(", ", themes)}]\n{answers}---\n\n{Body(random, random.Next(3, 9))}\n";
    }

    private IEnumerable<(string Path, string Text)> Comments(Random random, int i)
    {
        var count = firstComment[i + 1] - firstComment[i];
        var date = dates[i];
        for (var j = 0; j < count; j++)
        {
            date = date.AddSeconds(random.Next(60, 40_000));
            var answers = j > 0 && random.NextDouble() < 0.55 ? $"replyTo: {Id(i, Math.Max(0, j - 1 - Low(random, 12)))}\n" : "";
            var body = Body(random, random.Next(1, 4)).Replace("\n", "\n  ", StringComparison.Ordinal).Replace("\n  \n", "\n\n", StringComparison.Ordinal);
            yield return ($"content/comments/{slugs[i]}/{Id(i, j)}.yml",
                $"id: {Id(i, j)}\nauthor: {Author(random)}\ndate: {Iso(date)}\n{answers}body: |\n  {body}\n");
        }
    }

    private string Id(int post, int comment) => "c" + (firstComment[post] + comment + 1).ToString("D7", CultureInfo.InvariantCulture);

    private static string Body(Random random, int blocks) => string.Join("\n\n", Enumerable.Range(0, blocks).Select(n => random.Next(20) switch
    {
        0 when n > 0 => "> " + Sentence(random),
        1 or 2 when n > 0 => string.Join('\n', Enumerable.Range(0, random.Next(2, 5)).Select(_ => "- " + Sentence(random))),
        3 when n > 0 => "```\nfor (var i = 0; i < n; i++) sum += a[i];\n```",
        _ => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Sentence(random))),
    }));

    private static string Sentence(Random random)
    {
        var sentence = new StringBuilder();
        var length = random.Next(5, 19);
        for (var i = 0; i < length; i++)
        {
            var word = Words[random.Next(Words.Length)];
            if (i == 0) word = char.ToUpperInvariant(word[0]) + word[1..];
            else if (random.Next(60) == 0) word = $"*{word}*";
            else if (random.Next(90) == 0) word = $"[{word}](https://example.org/doc/{Number(random.Next(9999))})";
            sentence.Append(i == 0 ? "" : " ").Append(word);
        }

        return sentence.Append('.').ToString();
    }

    private static string Author(Random random)
    {
        var nth = Low(random, Authors);
        var name = new Random(nth);
        return $"{Capital(Name(name))} {Capital(Name(name))}";
    }

    private static string Name(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]));

    /// <summary>Below <paramref name="count"/>, the low far more often than the high.</summary>
    private static int Low(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 3));

    /// <summary>How many of <paramref name="total"/> go before each of <paramref name="parts"/> shares, and after the last.</summary>
    private static int[] Shares(Random random, int parts, int total)
    {
        double[] weights = [.. Enumerable.Range(0, parts).Select(_ => Math.Pow(1 / (1 - random.NextDouble()), 0.6))];
        var (sum, upTo, shares) = (weights.Sum(), 0.0, new int[parts + 1]);
        for (var i = 0; i < parts; i++) shares[i + 1] = i == parts - 1 ? total : (int)Math.Round((upTo += weights[i]) / sum * total);
        return shares;
    }

    private static string Plain(string name) => name.Replace('é', 'e');

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Iso(DateTime date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
