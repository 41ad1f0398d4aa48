using Palabre.Model;

namespace Palabre.Tests.Model;

public sealed class CarriedTests
{
    [TestCase("a b c d", "a b c d", "", TestName = "Of the same objects, all values are taken over")]
    [TestCase("a b c d", "a B c d", "B", TestName = "Another object in a place has its own value")]
    [TestCase("a b c d", "A b c D", "A D", TestName = "So it has in the first and in the last place")]
    [TestCase("a b c d", "a b n c d", "n", TestName = "Of objects that moved on for a new one, values are taken over")]
    [TestCase("a b c d", "a d", "", TestName = "Of objects that moved up, too")]
    [TestCase("a b c d", "d c b a", "", TestName = "In another order, too")]
    [TestCase("", "a", "a", TestName = "Of nothing, nothing is taken")]
    public void Takes_over(string before, string now, string made) => Assert.That(Made(before, now), Is.EqualTo(made));

    [Test]
    public void A_value_that_does_not_hold_any_more_is_made_again()
    {
        var keys = Keys("a b c");
        var first = Carried<object, string>.Of(keys, null, (_, _) => true, i => $"{keys[i]}1");
        var second = Carried<object, string>.Of(keys, first, (i, value) => i != 1 && value == $"{keys[i]}1", i => $"{keys[i]}2");
        Assert.That(second.Values, Is.EqualTo(["a1", "b2", "c1"]));
        Assert.That(second.IsInStep, Is.True);
        Assert.That(second.Made, Is.EqualTo([1]));
    }

    [Test]
    public void After_any_edits_each_object_has_its_own_value([Range(1, 30)] int seed)
    {
        var random = new Random(seed);
        var keys = Keys("a b c d e f g h").ToList();
        Carried<object, string>? known = null;
        for (var step = 0; step < 40; step++)
        {
            var now = keys.ToArray();
            var isInStep = known is not null && now.SequenceEqual(known.Values);
            known = Carried<object, string>.Of(now, known, step % 3 == 0 ? null : (_, _) => true, i => (string)now[i], jobs: step % 2 == 0 ? 1 : -1);
            Assert.That(known.IsInStep, Is.EqualTo(isInStep));
            Assert.That(known.Values, Is.EqualTo(now), $"seed {seed}, step {step}");
            for (var edits = random.Next(4); edits > 0; edits--)
            {
                var at = random.Next(keys.Count);
                switch (random.Next(4))
                {
                    case 0: keys[at] = $"new{step}-{edits}"; break;
                    case 1: keys.Insert(at, $"new{step}-{edits}"); break;
                    case 2 when keys.Count > 2: keys.RemoveAt(at); break;
                    default: (keys[at], keys[^1]) = (keys[^1], keys[at]); break;
                }
            }
        }
    }

    private static string Made(string before, string now)
    {
        var names = Keys($"{before} {now}").Distinct().ToDictionary(key => (string)key, StringComparer.Ordinal);
        object[] Of(string drawn) => [.. Keys(drawn).Select(key => names[(string)key])];
        var (then, keys) = (Of(before), Of(now));
        var made = new List<object>();
        var known = Carried<object, object>.Of(then, null, (_, _) => true, i => then[i]);
        var values = Carried<object, object>.Of(keys, known, (_, _) => true, i =>
        {
            made.Add(keys[i]);
            return keys[i];
        }).Values;
        Assert.That(values, Is.EqualTo(keys));
        return string.Join(' ', made);
    }

    private static object[] Keys(string drawn) => [.. drawn.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
