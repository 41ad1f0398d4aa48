using Palabre.Model;

namespace Palabre.Tests.Model;

public sealed class SiteZoneTests
{
    [TestCase("Romance Standard Time", ExpectedResult = "Europe/Paris", TestName = "As Windows calls it")]
    [TestCase("Europe/Paris", ExpectedResult = "Europe/Paris")]
    [TestCase("UTC", ExpectedResult = "UTC")]
    [TestCase("Nowhere", ExpectedResult = null)]
    public string? The_zone_of_a_machine_has_an_IANA_name(string id) => SiteZone.OfMachine(id)?.Id;
}
