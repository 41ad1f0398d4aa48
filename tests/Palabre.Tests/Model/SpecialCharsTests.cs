using Palabre.Model;

namespace Palabre.Tests.Model;

public sealed class SpecialCharsTests
{
    private static readonly char[][] Sets = [['&', '<', '>'], ['\n', '\u0085', '\u2028'], ['é', '\uD800', '\uFFFF'], [], ['\0', 'a', '\u007F', '\u0080']];

    [Test]
    public void The_first_is_found_wherever_it_stands()
    {
        var random = new Random(5);
        foreach (var set in Sets)
        {
            var special = new SpecialChars(set);
            for (var round = 0; round < 400; round++)
            {
                var text = Text(random, set);
                Assert.That(special.IndexIn(text), Is.EqualTo(set.Length == 0 ? -1 : text.IndexOfAny(set)), text);
                Assert.That(special.AreIn(text), Is.EqualTo(text.Any(special.Contains)), text);
            }
        }
    }

    /// <summary>Longer than any vector; mostly plain, often beyond ASCII, now and then special.</summary>
    private static string Text(Random random, char[] set) => string.Concat(Enumerable.Range(0, random.Next(90)).Select(_ => random.Next(40) switch
    {
        0 when set.Length > 0 => set[random.Next(set.Length)],
        < 3 => "éя语\uDC00\u0081"[random.Next(5)],
        _ => (char)random.Next('b', 'z'),
    }));
}
