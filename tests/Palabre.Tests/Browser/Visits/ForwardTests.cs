namespace Palabre.Tests.Browser.Visits;

/// <summary>A reader comes by an old link, and arrives.</summary>
public sealed class ForwardTests : VisitTests
{
    [TestCase("2010/old/", "2011/03/new/")]
    [TestCase("2010/old/#c-c03", "2011/03/new/#c-c03")]
    [TestCase("2010/old/#c-c25", "2011/03/new/comments/3/#c-c25")]
    [TestCase("2010/old/comments/2/", "2011/03/new/comments/2/")]
    [TestCase("2010/old/comments/2/#c-c15", "2011/03/new/comments/2/#c-c15")]
    [TestCase("2010/old/#post~a-heading", "2011/03/new/#post~a-heading")]
    [TestCase("2011/03/new/#c-c25", "2011/03/new/comments/3/#c-c25")]
    [TestCase("2011/03/new/comments/2/#c-c25", "2011/03/new/comments/3/#c-c25")]
    [TestCase("2011/03/new/comments/3/#c-c03", "2011/03/new/#c-c03")]
    [TestCase("2011/03/new/comments/3/#c-never", "2011/03/new/#c-never")]
    [TestCase("2011/03/new/#c-guest", "2011/03/other/#c-guest")]
    [TestCase("gone/#c-guest", "2011/03/other/#c-guest")]
    [TestCase("2010/plain.html#comment-12", "2011/03/other/#comment-12")]
    [TestCase("2010/quiet.html#nothing", "2011/03/quiet/#nothing")]
    public async Task Script_leads_on_to_the_very_entry(string from, string to)
    {
        var visit = await Begin(new());
        await visit.Open(Archives.Moved, from);
        await Expect(visit.Page).ToHaveURLAsync(Archives.Server.Address(Archives.Moved, to));
        if (to.Contains("#c-", StringComparison.Ordinal) && !to.EndsWith("#c-never", StringComparison.Ordinal)) await ExpectLanded(visit.Page, to[(to.IndexOf('#', StringComparison.Ordinal) + 1)..]);
    }

    [TestCase("2010/old/#c-c03", "2011/03/new/#c-c03")]
    [TestCase("2010/old/#c-c25", "2011/03/new/comments/3/#c-c25")]
    [TestCase("2010/old/comments/2/#c-c15", "2011/03/new/comments/2/#c-c15")]
    [TestCase("2011/03/new/#c-guest", "2011/03/other/#c-guest")]
    [TestCase("gone/#c-guest", "2011/03/other/#c-guest")]
    public async Task Without_script_the_list_shows_the_link(string from, string to)
    {
        var visit = await Begin(new(HasScript: false));
        await visit.Open(Archives.Moved, from);
        var place = visit.Page.Locator(":target");
        await Expect(place).ToBeInViewportAsync();
        await place.Locator("a").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(Archives.Server.Address(Archives.Moved, to));
        await ExpectLanded(visit.Page, to[(to.IndexOf('#', StringComparison.Ordinal) + 1)..]);
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_page_without_comments_leads_on_by_itself(Reader reader)
    {
        var visit = await Begin(reader);
        await visit.Open(Archives.Moved, "2010/quiet.html");
        await Expect(visit.Page).ToHaveURLAsync(Archives.Server.Address(Archives.Moved, "2011/03/quiet/"));
    }

    /// <summary>Why a page with anchors has none: the day this fails, it may have one.</summary>
    [Test]
    public async Task A_refresh_drops_the_anchor()
    {
        var visit = await Begin(new(HasScript: false));
        await visit.Open(Archives.Moved, "2010/quiet.html#post");
        await Expect(visit.Page).ToHaveURLAsync(Archives.Server.Address(Archives.Moved, "2011/03/quiet/"));
    }

    [TestCaseSource(typeof(Reader), nameof(Reader.All))]
    public async Task A_name_that_a_comment_had_leads_to_the_comment(Reader reader)
    {
        var visit = await Begin(reader);
        await visit.Open(Archives.Moved, "2011/03/other/#comment-12");
        await Expect(visit.Page.Locator("#c-long > header")).ToBeInViewportAsync();
    }

    [Test]
    public async Task Going_back_does_not_lead_on_again()
    {
        var visit = await Begin(new());
        await visit.Open(Archives.Moved, "2011/03/other/");
        await visit.Open(Archives.Moved, "2010/old/#c-c03");
        await Expect(visit.Page).ToHaveURLAsync(Archives.Server.Address(Archives.Moved, "2011/03/new/#c-c03"));
        await visit.Page.GoBackAsync();
        await Expect(visit.Page).ToHaveURLAsync(Archives.Server.Address(Archives.Moved, "2011/03/other/"));
    }
}
