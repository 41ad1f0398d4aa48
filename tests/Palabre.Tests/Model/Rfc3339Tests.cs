using System.Globalization;
using CsCheck;
using Palabre.Model;

namespace Palabre.Tests.Model;

/// <summary>Moments as machines read them.</summary>
public sealed class Rfc3339Tests
{
    private static readonly Gen<DateTimeOffset> Moments = Gen.Select(
        Gen.Long[new DateTime(2, 1, 1).Ticks, new DateTime(9998, 12, 31).Ticks], Gen.Int[-14 * 60, 14 * 60],
        (ticks, offset) => new DateTimeOffset(new DateTime(ticks), TimeSpan.FromMinutes(offset)));

    [Test]
    public void They_are_what_NET_writes_by_a_pattern() => Moments.Holds(moment =>
    {
        var numeric = moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        Assert.That(Rfc3339.Numeric(moment), Is.EqualTo(numeric));
        Assert.That(Rfc3339.Short(moment), Is.EqualTo(moment.Offset == TimeSpan.Zero ? numeric.Replace("+00:00", "Z", StringComparison.Ordinal) : numeric));
    });

    [TestCase("2010-01-12T11:26:00+01:00", "2010-01-12T11:26:00+01:00")]
    [TestCase("2010-01-12T11:26:00-09:30", "2010-01-12T11:26:00-09:30")]
    [TestCase("2010-01-12T11:26:00+00:00", "2010-01-12T11:26:00Z")]
    [TestCase("0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00Z")]
    public void Of_UTC_a_Z_is_enough(string moment, string text) =>
        Assert.That(Rfc3339.Short(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)), Is.EqualTo(text));
}
