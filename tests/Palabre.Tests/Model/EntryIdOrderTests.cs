using Palabre.Model;

namespace Palabre.Tests.Model;

public sealed class EntryIdOrderTests
{
    private static readonly string[] Ids = ["9", "10", "1a", "a", "", "09", "010", "1", "11", "z9", "9z", "é", "10.5"];

    [Test]
    public void Numbers_stand_in_their_order_before_all_others() =>
        Assert.That(string.Join(' ', Ids.Where(id => id.Length > 0).Order(EntryIdOrder.Instance)), Is.EqualTo("1 9 10 11 010 09 10.5 1a 9z a z9 é"));

    [Test]
    public void It_is_an_order()
    {
        static int Order(string a, string b) => Math.Sign(EntryIdOrder.Instance.Compare(a, b));
        foreach (var a in Ids)
        {
            foreach (var b in Ids)
            {
                Assert.That(Order(a, b), Is.EqualTo(-Order(b, a)), $"{a}, {b}");
                Assert.That(Order(a, b) == 0, Is.EqualTo(a == b), $"{a}, {b}");
                foreach (var c in Ids)
                    if (Order(a, b) < 0 && Order(b, c) < 0) Assert.That(Order(a, c), Is.LessThan(0), $"{a}, {b}, {c}");
            }
        }
    }
}
