using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering;

public sealed class RecentTests
{
    private const int Most = 80;

    [Test]
    public void What_is_larger_than_all_the_room_is_made_once_among_others() => Assert.That(Made("large small large tiny large small large"), Is.EqualTo("large small tiny"));

    [Test]
    public void The_older_is_forgotten_when_the_younger_is_full_twice() => Assert.That(
        Made(string.Join(' ', Enumerable.Range(0, 30).Select(i => $"n{i:00}").Append("n00").Append("n29"))),
        Does.EndWith(" n29 n00"));

    /// <summary>What is made, in order, when these are asked for; of each size as its name says.</summary>
    private static string Made(string asked)
    {
        var made = new List<string>();
        var recent = new Recent<string>(16, Most, name => name switch { "large" => 100 * Most, "small" => 5, "tiny" => 1, _ => Most / 8 });
        var entries = asked.Split(' ').Distinct().ToDictionary(
            name => name, name => new Comment { Id = name, PostId = "p", Authors = [], Date = default, Body = "", Source = default, BodySource = default });
        foreach (var name in asked.Split(' '))
        {
            Assert.That(recent.Of(entries[name], made, (entry, list) =>
            {
                list.Add(entry.Id);
                return entry.Id;
            }), Is.EqualTo(name));
        }

        return string.Join(' ', made);
    }
}
