using Palabre.Addressing;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering;

public sealed class PageGroupsTests
{
    [Test]
    public void After_any_edits_all_pages_stand_in_one_row_and_only_those_of_what_changed_are_new([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var keys = Enumerable.Range(0, 6).Select(i => new Subject(i, random.Next(3))).ToList();
        PageGroups<Subject>? known = null;
        for (var step = 0; step < 40; step++)
        {
            var (now, before) = (keys.ToArray(), known);
            known = PageGroups<Subject>.Of(now, known, (i, pages) => pages.Length == now[i].Pages, i => PagesOf(now[i]));
            Assert.That(known.All.Select(page => page.Address), Is.EqualTo(now.SelectMany(PagesOf).Select(page => page.Address)), $"seed {seed}, step {step}");
            Assert.That(known.New, Is.EquivalentTo(known.All.Except(before?.All ?? [], ReferenceEqualityComparer.Instance)));
            for (var edits = random.Next(3); edits > 0; edits--)
            {
                var at = random.Next(keys.Count);
                switch (random.Next(4))
                {
                    case 0: keys[at].Pages = random.Next(3); break;
                    case 1: keys.Insert(at, new((step * 10) + edits + 10, random.Next(3))); break;
                    case 2 when keys.Count > 2: keys.RemoveAt(at); break;
                    default: keys[at] = new(keys[at].Name, keys[at].Pages); break;
                }
            }
        }
    }

    private static IEnumerable<PlannedPage> PagesOf(Subject subject) => Enumerable.Range(0, subject.Pages)
        .Select(n => new PlannedPage(new Address($"/{subject.Name}/{n}/"), default, (_, _) => throw new NotSupportedException()));

    /// <summary>Something with a number of pages, which may change: the object is then the same, and what is known of it holds no more.</summary>
    private sealed class Subject(int name, int pages)
    {
        internal int Name => name;

        internal int Pages { get; set; } = pages;
    }
}
