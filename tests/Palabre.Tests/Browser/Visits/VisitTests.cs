using Microsoft.Playwright;

namespace Palabre.Tests.Browser.Visits;

/// <summary>Tests that visit a page: each visit ends with its test, and says what went wrong in it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class VisitTests
{
    private readonly List<Visit> visits = [];

    internal async Task<Visit> Begin(Reader reader, bool bypassesPolicy = false)
    {
        var visit = await Visit.Begin(reader, bypassesPolicy);
        visits.Add(visit);
        return visit;
    }

    /// <summary>A visit of one page of the sample.</summary>
    internal async Task<IPage> Sample(Reader reader, string path)
    {
        var visit = await Begin(reader);
        await visit.OpenSample(path);
        return visit.Page;
    }

    /// <summary>A visit of one page of the made site.</summary>
    internal async Task<IPage> Made(Reader reader, string path)
    {
        var visit = await Begin(reader);
        await visit.OpenMade(path);
        return visit.Page;
    }

    [TearDown]
    public async Task EndVisits()
    {
        foreach (var visit in visits) await visit.End();
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    /// <summary>Holds that an entry is the one the address names, and is in view.</summary>
    protected static async Task ExpectLanded(IPage page, string anchor)
    {
        await Expect(page.Locator(":target")).ToHaveIdAsync(anchor);
        await Expect(page.Locator(":target")).ToBeInViewportAsync();
        Assert.That(await page.EvaluateAsync<double>("document.querySelector(':target').getBoundingClientRect().top"), Is.InRange(-2, 400));
    }

    /// <summary>The id of what has the focus; where it has none, of the nearest article.</summary>
    protected static Task<string> Focused(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.closest('article[id]')?.id || document.activeElement.localName");
}
