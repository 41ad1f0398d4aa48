using Microsoft.Playwright;

namespace Palabre.Tests.Browser.Visits;

/// <summary>Tests that visit a page: each visit ends with its test, and says what went wrong in it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class VisitTests
{
    private readonly List<Visit> visits = [];

    private readonly List<(Visit Visit, Reader Reader)> shared = [];

    internal async Task<Visit> Begin(Reader reader, bool bypassesPolicy = false)
    {
        var visit = await Visit.Begin(reader, bypassesPolicy);
        visits.Add(visit);
        return visit;
    }

    /// <summary>A visit of one page of the sample.</summary>
    internal Task<IPage> Sample(Reader reader, string path) => Open(reader, Archives.Sample, path);

    /// <summary>A visit of one page of the made site.</summary>
    internal Task<IPage> Made(Reader reader, string path) => Open(reader, Archives.Made, path);

    [TearDown]
    public async Task EndVisits()
    {
        var isGood = TestContext.CurrentContext.Result.Outcome.Status == NUnit.Framework.Interfaces.TestStatus.Passed;
        foreach (var visit in visits) await visit.End();
        foreach (var (visit, reader) in shared) await (isGood ? visit.EndForNow(reader) : visit.End());
    }

    private async Task<IPage> Open(Reader reader, PublishedSite site, string path)
    {
        var visit = await Visit.BeginOrGoOn(reader);
        shared.Add((visit, reader));
        await visit.Open(site, path);
        return visit.Page;
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
