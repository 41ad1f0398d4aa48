using Palabre.Disk;

namespace Palabre.Tests.Disk;

/// <summary>What somebody stands in the way of for a moment is done all the same; what cannot be done is told.</summary>
public sealed class PatienceTests
{
    private const int SharingViolation = unchecked((int)0x80070020);

    [Test]
    public void What_is_in_the_way_for_a_moment_is_waited_for()
    {
        var (waits, tried) = (new List<int>(), 0);
        new Patience(9, wait => waits.Add((int)wait.TotalMilliseconds)).Do(() =>
        {
            if (++tried == 1) throw new UnauthorizedAccessException();
            if (tried == 2) throw new IOException("", SharingViolation);
        });
        Assert.That(tried, Is.EqualTo(3));
        Assert.That(waits, Is.EqualTo([10, 20]));
    }

    [Test]
    public void What_stays_in_the_way_is_told()
    {
        var (waited, tried) = (0, 0);
        Assert.That(() => new Patience(9, wait => waited += (int)wait.TotalMilliseconds).Do(() =>
        {
            tried++;
            throw new UnauthorizedAccessException();
        }), Throws.TypeOf<UnauthorizedAccessException>());
        Assert.That((tried, waited), Is.EqualTo((9, 2550)));
    }

    [Test]
    public void What_no_patience_helps_is_told_at_once()
    {
        var tried = 0;
        Assert.That(() => new Patience(9, _ => { }).Do(() =>
        {
            tried++;
            throw new IOException("The disk is full.", 28);
        }), Throws.TypeOf<IOException>());
        Assert.That(tried, Is.EqualTo(1));
    }
}
