using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Tests.Architecture;

/// <summary>
/// <c>Model ← Diagnostics ← {Reading, Threading, Quoting, Listing, Addressing, Rendering} ← Searching ← Site ← Inquiry ← console</c>, with Writing and
/// Mending beside them, held over the compiled code.
/// </summary>
public sealed class LayersTests
{
    [TestCase("Palabre.Model")]
    [TestCase("Palabre.Diagnostics", "Model")]
    [TestCase("Palabre.Reading", "Model", "Diagnostics")]
    [TestCase("Palabre.Writing", "Model", "Diagnostics", "Reading", "Addressing")]
    [TestCase("Palabre.Threading", "Model", "Diagnostics")]
    [TestCase("Palabre.Quoting", "Model", "Diagnostics", "Threading")]
    [TestCase("Palabre.Listing", "Model", "Diagnostics", "Threading")]
    [TestCase("Palabre.Mending", "Model", "Diagnostics", "Reading", "Threading", "Listing", "Addressing", "Writing")]
    [TestCase("Palabre.Addressing", "Model", "Diagnostics", "Threading", "Listing")]
    [TestCase("Palabre.Rendering.Views", "Rendering")]
    [TestCase("Palabre.Rendering", "Model", "Diagnostics", "Reading", "Threading", "Quoting", "Listing", "Addressing", "Rendering.Views")]
    [TestCase("Palabre.Searching", "Model", "Listing", "Addressing", "Rendering")]
    [TestCase("Palabre.Site", "Model", "Diagnostics", "Reading", "Writing", "Threading", "Quoting", "Listing", "Addressing", "Rendering", "Rendering.Views", "Searching")]
    [TestCase("Palabre.Inquiry", "Model", "Diagnostics", "Reading", "Threading", "Listing", "Addressing", "Rendering", "Site")]
    public void A_layer_uses_those_below_it_alone(string layer, params string[] below)
    {
        var types = typeof(Entry).Assembly.GetTypes().Where(type => type.Namespace == layer).ToArray();
        Assert.That(types, Is.Not.Empty);
        var above = types
            .SelectMany(type => References.NamespacesOf(type).Select(used => (Type: type, Used: used)))
            .Where(use => !below.Contains(use.Used["Palabre.".Length..]))
            .Select(use => $"{use.Type} uses {use.Used}");
        Assert.That(above, Is.Empty);
    }

    [Test]
    public void Every_namespace_of_the_core_is_a_layer()
    {
        var layers = GetType().GetMethod(nameof(A_layer_uses_those_below_it_alone))!
            .GetCustomAttributes(typeof(TestCaseAttribute), inherit: false).Cast<TestCaseAttribute>().Select(test => (string)test.Arguments[0]!);
        var namespaces = typeof(Entry).Assembly.GetTypes().Select(type => type.Namespace)
            .Where(name => name?.StartsWith("Palabre", StringComparison.Ordinal) == true).Distinct();
        Assert.That(namespaces, Is.EquivalentTo(layers));
    }

    [Test]
    public void Templates_see_plain_values_alone()
    {
        var used = typeof(PageView).Assembly.GetTypes().Where(type => type.Namespace == typeof(PageView).Namespace)
            .SelectMany(type => References.Of(type)).SelectMany(References.Parts)
            .Where(type => type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true && type.Namespace != typeof(PageView).Namespace)
            .Select(type => type.Name).Distinct();
        Assert.That(used, Is.SubsetOf(["Html"]));
    }
}
