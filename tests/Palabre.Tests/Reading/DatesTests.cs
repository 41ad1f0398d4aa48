using System.Globalization;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Tests.Reading;

public sealed class DatesTests
{
    private static readonly SiteZone Paris = SiteZone.TryFind("Europe/Paris")!;

    [TestCase("2010-01-12", "2010-01-12 00:00:00 +01:00 day", TestName = "A bare day is its midnight in the site's zone")]
    [TestCase("2010-07-12", "2010-07-12 00:00:00 +02:00 day", TestName = "A bare day in summer has summer's offset")]
    [TestCase("2010-1-2", "2010-01-02 00:00:00 +01:00 day", TestName = "Single digits are read as Jekyll does")]
    [TestCase("2010/01/12", "2010-01-12 00:00:00 +01:00 day", TestName = "Other separators are fine, year first")]
    [TestCase("20100112", "2010-01-12 00:00:00 +01:00 day", TestName = "Eight digits are a day")]
    [TestCase(" 2010-01-12T11:26 ", "2010-01-12 11:26:00 +01:00", TestName = "A time without offset is the site's")]
    [TestCase("2010-01-12T11:26:05", "2010-01-12 11:26:05 +01:00", TestName = "Seconds are kept")]
    [TestCase("2010-01-12 11:26:05.999 +05:30", "2010-01-12 11:26:05 +05:30", TestName = "An offset is kept, fractions are cut off")]
    [TestCase("2010-01-12T11:26:05,999Z", "2010-01-12 12:26:05 +01:00", TestName = "An instant is moved to the site's zone")]
    [TestCase("2010-07-12t23:26z", "2010-07-13 01:26:00 +02:00", TestName = "Small letters are fine")]
    [TestCase("2010-01-12 11:26:00 +0100", "2010-01-12 11:26:00 +01:00", TestName = "Jekyll's way")]
    [TestCase("2010-01-12T11:26-08", "2010-01-12 11:26:00 -08:00", TestName = "An offset of hours")]
    [TestCase("2010-01-12T11:26:00+00:00", "2010-01-12 11:26:00 +00:00", TestName = "Plus zero is an offset")]
    [TestCase("2010-01-12T11:26:00-00:00", "2010-01-12 12:26:00 +01:00", TestName = "Minus zero is an unknown offset: an instant")]
    [TestCase("2010-01-12 11:26 UTC", "2010-01-12 12:26:00 +01:00", TestName = "UTC by name is an instant")]
    [TestCase("2010-01-12T11:26:00+01:00[Europe/Paris]", "2010-01-12 11:26:00 +01:00", TestName = "RFC 9557's zone adds nothing")]
    [TestCase("20100112T112605Z", "2010-01-12 12:26:05 +01:00", TestName = "Compact with time")]
    [TestCase("2010-01-12 24:00", "2010-01-13 00:00:00 +01:00", TestName = "24:00 is the next midnight")]
    [TestCase("2008-12-31T23:59:60Z", "2009-01-01 00:59:59 +01:00", TestName = "A leap second counts as the one before")]
    [TestCase("Tue, 12 Jan 2010 11:26:00 +0100", "2010-01-12 11:26:00 +01:00", TestName = "RFC 2822")]
    [TestCase("12 Jan 2010 11:26 EST", "2010-01-12 11:26:00 -05:00", TestName = "RFC 2822 with a zone of its own")]
    [TestCase("Tue, 12 Jan 2010 11:26:00 GMT", "2010-01-12 12:26:00 +01:00", TestName = "RFC 2822 as browsers write it")]
    [TestCase("Tue Jan 12 2010 11:26:00 GMT+0100 (CET)", "2010-01-12 11:26:00 +01:00", TestName = "JavaScript's Date")]
    [TestCase("Tue Jan 12 2010 11:26:00 GMT+0100 (Central European Standard Time)", "2010-01-12 11:26:00 +01:00", TestName = "JavaScript's Date in full")]
    [TestCase("0", "1970-01-01 01:00:00 +01:00", TestName = "Unix zero")]
    [TestCase("1263291960", "2010-01-12 11:26:00 +01:00", TestName = "Unix seconds")]
    [TestCase("1263291960.75", "2010-01-12 11:26:00 +01:00", TestName = "Unix seconds with decimals")]
    [TestCase("1263291960999", "2010-01-12 11:26:00 +01:00", TestName = "Unix milliseconds")]
    [TestCase("9999999999999", "2286-11-20 18:46:39 +01:00", TestName = "The greatest of thirteen digits")]
    [TestCase("2010-03-28 02:30", "2010-03-28 03:30:00 +02:00", TestName = "An hour that is skipped is the time after the change")]
    [TestCase("2010-10-31 02:30", "2010-10-31 02:30:00 +02:00", TestName = "Of an hour that occurs twice, the first")]
    [TestCase("1900-01-12", "1900-01-12 00:00:00 +00:09 day", TestName = "Before standard time offsets are whole minutes")]
    [TestCase("1900-01-12T12:00Z", "1900-01-12 12:09:00 +00:09", TestName = "Instants before standard time too")]
    [TestCase("2000-02-29", "2000-02-29 00:00:00 +01:00 day", TestName = "A leap day")]
    public void Reads(string text, string expected)
    {
        var result = Dates.Read(text, Paris);
        Assert.That(result.Refusal?.Invoke(new("x", 1)), Is.Null);
        Assert.That(Shown(result.Date!.Value), Is.EqualTo(expected));
    }

    [TestCase("", "x:1: error PAL1025: The date is empty.\n  hint: Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    [TestCase("2010-02-30", "x:1: error PAL1026: '2010-02-30' is no day: February 2010 has 28 days.\n  hint: Correct the day.")]
    [TestCase("20100230", "x:1: error PAL1026: '20100230' is no day: February 2010 has 28 days.\n  hint: Correct the day.")]
    [TestCase("2010-13-01", "x:1: error PAL1026: '2010-13-01' is no day: there is no month 13.\n  hint: Did you mean 2010-01-13?")]
    [TestCase("31/04/2010", "x:1: error PAL1026: '31/04/2010' is no day: April 2010 has 30 days.\n  hint: Correct the day.")]
    [TestCase("5/6/2010", "x:1: error PAL1027: '5/6/2010' could be 5 June 2010 or 6 May 2010.\n  hint: Write 2010-06-05 or 2010-05-06.")]
    [TestCase("05.06.2010 12:00", "x:1: error PAL1027: '05.06.2010 12:00' could be 5 June 2010 or 6 May 2010.\n  hint: Write 2010-06-05 or 2010-05-06.")]
    [TestCase("13/01/2010", "x:1: error PAL1028: '13/01/2010' does not begin with the year.\n  hint: Write 2010-01-13.")]
    [TestCase("01/13/2010", "x:1: error PAL1028: '01/13/2010' does not begin with the year.\n  hint: Write 2010-01-13.")]
    [TestCase("5/5/2010", "x:1: error PAL1028: '5/5/2010' does not begin with the year.\n  hint: Write 2010-05-05.")]
    [TestCase("12/01/10", "x:1: error PAL1029: '12/01/10' has no year of four digits.\n  hint: Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    [TestCase("0000-01-01", "x:1: error PAL1030: '0000-01-01' is not between 3 January of the year 1 and 29 December 9999.\n  hint: Correct the year.")]
    [TestCase("05/06/0000", "x:1: error PAL1030: '05/06/0000' is not between 3 January of the year 1 and 29 December 9999.\n  hint: Correct the year.")]
    [TestCase("12010-01-01", "x:1: error PAL1030: '12010-01-01' is not between 3 January of the year 1 and 29 December 9999.\n  hint: Correct the year.")]
    [TestCase("9999-12-31T23:00-12:00", "x:1: error PAL1030: '9999-12-31T23:00-12:00' is not between 3 January of the year 1 and 29 December 9999.\n  hint: Correct the year.")]
    [TestCase("2010-01-12 25:00", "x:1: error PAL1031: The time of '2010-01-12 25:00' does not exist.\n  hint: Correct the time: hours to 23, minutes and seconds to 59.")]
    [TestCase("2010-01-12 24:01", "x:1: error PAL1031: The time of '2010-01-12 24:01' does not exist.\n  hint: Correct the time: hours to 23, minutes and seconds to 59.")]
    [TestCase("2010-01-12 11:26 +25:00", "x:1: error PAL1032: The offset from UTC of '2010-01-12 11:26 +25:00' does not exist: it is over 14 hours.\n  hint: Correct the offset, or leave it out for the site's time zone.")]
    [TestCase("2010", "x:1: error PAL1033: '2010' does not say the day.\n  hint: Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    [TestCase("2010-01", "x:1: error PAL1033: '2010-01' does not say the day.\n  hint: Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    [TestCase("yesterday", "x:1: error PAL1034: 'yesterday' is not a date that Palabre can read.\n  hint: Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    public void Refuses(string text, string expected) => Assert.That(Refusal(text), Is.EqualTo(expected));

    [TestCase("12 janvier 2010", "Write 2010-01-12.")]
    [TestCase("mardi 1er février 2011 à 11h26", "Write 2011-02-01 11:26.")]
    [TestCase("January 12, 2010", "Write 2010-01-12.")]
    [TestCase("12 Août 2010 11:26:05", "Write 2010-08-12 11:26.")]
    [TestCase("Tue Jan 12 11:26:00 2010", "Write 2010-01-12 11:26.")]
    [TestCase("12 janvier", "Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    [TestCase("30 février 2010", "Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    [TestCase("January 12, 2010 11:26 PM", "Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    [TestCase("2010-01-12 11:26 CET", "Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    [TestCase("12345678901234", "Write it as 2010-01-12, or with its time as 2010-01-12 11:26.")]
    public void Advises(string text, string hint) => Assert.That(Refusal(text), Does.EndWith($"  hint: {hint}"));

    [Test]
    public void Every_day_and_offset_written_as_ISO_is_read_as_itself([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1000; i++)
        {
            var date = new DateTime(random.NextInt64(new DateTime(2, 1, 1).Ticks, new DateTime(9999, 1, 1).Ticks));
            var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, (14 * 60) + 1));
            if (offset == TimeSpan.Zero) continue;
            var written = new DateTimeOffset(date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond)), offset);
            var read = Dates.Read(written.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), Paris).Date!.Value;
            Assert.That((read.Time, read.Time.Offset), Is.EqualTo((written, offset)), $"seed {seed}");
        }
    }

    [Test]
    public void No_text_makes_it_throw_and_each_has_a_date_or_a_refusal([Range(1, 20)] int seed)
    {
        string[] pieces =
        [
            "2010", "12", "1", "0", "99999", "-", "/", ".", ":", " ", "T", "Z", "+", "−", "Jan", "Tue,", "février", "GMT", "EST", "(", ")", "[", "]",
            "h", "11:26", "2010-01-12", "5/6/", "0000", "9999-12-31", "0001-01-01", "\u0660", "é", "\ud800", ",", "24:00", "pm",
        ];
        var random = new Random(seed);
        for (var i = 0; i < 1000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = Dates.Read(text, Paris);
            var isWhole = result.Date is null ? result.Refusal!(new("x", 1)).Hint is not null : result.Refusal is null;
            if (!isWhole) Assert.Fail($"seed {seed}: {text}");
        }
    }

    [Test]
    public void A_very_long_text_is_refused_at_once() =>
        Assert.That(Refusal(new string('1', 5_000_000)), Does.StartWith("x:1: error PAL1034"));

    private static string Refusal(string text) => Dates.Read(text, Paris).Refusal!(new("x", 1)).ToString();

    private static string Shown(EntryDate date) =>
        date.Time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) + (date.IsDay ? " day" : "");
}
