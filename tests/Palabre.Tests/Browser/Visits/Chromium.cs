using Microsoft.Playwright;

namespace Palabre.Tests.Browser.Visits;

/// <summary>
/// The one browser of these tests: the Chromium of this machine, driven by the package's own driver. Without one they
/// are skipped; PALABRE_REQUIRE_BROWSER=1 makes that a failure.
/// </summary>
[SetUpFixture]
public sealed class Chromium
{
    // Those without windows first: they do the same in half the time.
    private static readonly string[] Names = ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private static IPlaywright? playwright;

    internal static IBrowser Browser { get; private set; } = null!;

    [OneTimeSetUp]
    public static async Task Launch()
    {
        if (Executable() is not { } executable)
        {
            var why = $"No Chromium: none of {string.Join(", ", Names)} is on the PATH, and PALABRE_CHROMIUM does not name one.";
            if (Environment.GetEnvironmentVariable("PALABRE_REQUIRE_BROWSER") == "1") Assert.Fail(why);
            Assert.Ignore(why);
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Args =
            [
                // All pages are of one host: a process kept ready for another was a third of the browser's work.
                "--disable-site-isolation-trials",
                "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
    }

    [OneTimeTearDown]
    public static async Task Close()
    {
        if (Browser is not null) await Browser.CloseAsync();
        playwright?.Dispose();
    }

    private static string? Executable()
    {
        if (Environment.GetEnvironmentVariable("PALABRE_CHROMIUM") is { Length: > 0 } named) return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
