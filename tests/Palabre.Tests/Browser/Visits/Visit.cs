using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Palabre.Tests.Browser.Visits;

/// <summary>A reader's browser, with storage of its own, and what went wrong in it.</summary>
internal sealed class Visit
{
    private static readonly ConcurrentDictionary<Reader, ConcurrentBag<Visit>> Idle = new();

    private readonly List<string> complaints = [];

    private readonly List<string> opened = [];

    private Visit(IBrowserContext context) => Context = context;

    /// <summary>Address and port that requests may go to; null: those of the archives.</summary>
    internal string? Authority { get; set; }

    /// <summary>The folder that is read without a server; null: none is.</summary>
    internal DirectoryInfo? Folder { get; set; }

    internal IBrowserContext Context { get; }

    internal IPage Page { get; private set; } = null!;

    internal static async Task<Visit> Begin(Reader reader, bool bypassesPolicy = false)
    {
        var context = await Chromium.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = reader.Width, Height = 800 },
            ColorScheme = reader.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = reader.HasScript,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = bypassesPolicy,
        });
        context.SetDefaultTimeout(10_000);
        var visit = new Visit(context);
        context.Request += (_, request) => visit.Heed(request);
        context.Console += (_, message) => visit.Heed(message);
        context.WebError += (_, error) => visit.Complain($"script: {error.Error}");
        visit.Page = await context.NewPageAsync();
        return visit;
    }

    /// <summary>A visit that an earlier test has ended, if there is one: for tests that do nothing to the browser itself.</summary>
    internal static async Task<Visit> BeginOrGoOn(Reader reader) =>
        Idle.GetOrAdd(reader, _ => []).TryTake(out var visit) ? visit : await Begin(reader);

    internal Task<IResponse?> Open(PublishedSite site, string path) => Page.GotoAsync(Archives.Server.Address(site, path));

    internal Task<IResponse?> OpenSample(string path) => Open(Archives.Sample, path);

    internal Task<IResponse?> OpenMade(string path) => Open(Archives.Made, path);

    /// <summary>Another window of the same browser: storage stays, the session does not.</summary>
    internal async Task OpenNewWindow()
    {
        await Page.CloseAsync();
        Page = await Context.NewPageAsync();
    }

    /// <summary>Ends the visit: no request may have left the machine, and no console may have complained.</summary>
    internal async Task End()
    {
        await Context.CloseAsync();
        lock (complaints) Assert.That(complaints, Is.Empty);
    }

    /// <summary>Ends the visit as <see cref="End"/> does, and leaves the browser to the next reader of that kind.</summary>
    internal async Task EndForNow(Reader reader)
    {
        await Page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
        await Page.EmulateMediaAsync(new() { Media = Media.Null });
        await Page.SetViewportSizeAsync(reader.Width, 800);
        await Page.GotoAsync("about:blank");
        lock (complaints) Assert.That(complaints, Is.Empty);
        Idle[reader].Add(this);
    }

    private void Heed(IRequest request)
    {
        if (request.IsNavigationRequest) lock (complaints) opened.Add(request.Url);
        if (Folder is not null && request.Url.StartsWith(new Uri(Folder.FullName).AbsoluteUri + "/", StringComparison.Ordinal)) return;
        if (request.Url != "about:blank" && !request.Url.StartsWith($"http://{Authority ?? Archives.Server.Authority}/", StringComparison.Ordinal)) Complain($"request: {request.Url}");
    }

    private void Heed(IConsoleMessage message)
    {
        // That a page which is not there is not there is no mistake of the page that stands for it.
        if (message.Type is not ("error" or "warning")) return;
        if (!(message.Text.Contains("404 (Not Found)", StringComparison.Ordinal) && WasOpened(message.Location))) Complain($"console: {message.Text} ({message.Location})");
    }

    private bool WasOpened(string location)
    {
        lock (complaints) return opened.Any(address => location.StartsWith(address + ":", StringComparison.Ordinal));
    }

    private void Complain(string complaint)
    {
        lock (complaints) complaints.Add(complaint);
    }
}
