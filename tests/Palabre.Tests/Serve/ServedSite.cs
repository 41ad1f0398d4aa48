using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Palabre.Cli;
using Palabre.Tests.Support;

namespace Palabre.Tests.Serve;

/// <summary>A site on disk that <c>palabre serve</c> shows, in this process and over real HTTP.</summary>
internal sealed partial class ServedSite : IAsyncDisposable
{
    /// <summary>Long enough for a machine that does much else; nothing waits for it but what fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource end = new();
    private readonly Said said = new();
    private Task<int> running = Task.FromResult(-1);

    private ServedSite(string drawing)
    {
        Site = new(drawing);
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Patience };
    }

    internal SiteOnDisk Site { get; }

    internal HttpClient Client { get; }

    /// <summary>Of the server, without '/': <c>http://127.0.0.1:5080</c>.</summary>
    internal string Origin { get; private set; } = "";

    internal string Output => said.ToString();

    internal static Task<ServedSite> Start(string drawing, params string[] options) => Start(drawing, _ => { }, options);

    /// <param name="beginning">What else happens while it begins.</param>
    internal static async Task<ServedSite> Start(string drawing, Action<SiteOnDisk> beginning, params string[] options)
    {
        var served = new ServedSite(drawing);
        beginning(served.Site);
        served.running = Task.Run(() => CommandLine.Run(
            ["serve", served.Site.Root, .. options], new InvocationConfiguration { Output = served.said, Error = served.said }, cancel: served.end.Token));
        var begun = await served.Says(line => line.StartsWith("Serving ", StringComparison.Ordinal));
        served.Origin = "http://127.0.0.1:" + Port().Match(begun).Groups[1].Value;
        return served;
    }

    /// <summary>Waits for a line on the terminal.</summary>
    internal async Task<string> Says(Predicate<string> isWanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = said.Next;
            if (said.ToString().Split('\n').FirstOrDefault(line => isWanted(line)) is { } found) return found;
            if (running.IsCompleted) Assert.Fail($"It ended with {await running}: {said}");
            await Task.WhenAny(next, running).WaitAsync(patience.Token);
        }
    }

    internal Task<HttpResponseMessage> Ask(string path, string method = "GET", string? host = null)
    {
        var request = new HttpRequestMessage(new(method), Origin + path);
        if (host is not null) request.Headers.Host = host;
        return Client.SendAsync(request);
    }

    internal async Task<string> Text(string path) => await (await Ask(path)).Content.ReadAsStringAsync();

    /// <summary>Waits until a page says something: looks again after each message of the server.</summary>
    internal async Task<string> TextWith(string path, Predicate<string> isWanted)
    {
        await using var states = await Listen();
        while (true)
        {
            var text = await Text(path);
            if (isWanted(text)) return text;
            await states.Next();
        }
    }

    internal async Task<States> Listen()
    {
        var response = await Client.GetAsync(Origin + "/.palabre/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/event-stream; charset=utf-8"));
        var states = new States(response, new(await response.Content.ReadAsStreamAsync(), Encoding.UTF8));
        await states.Next();
        return states;
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    internal async Task<int> End()
    {
        await end.CancelAsync();
        return await running.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        Client.Dispose();
        end.Dispose();
        Site.Dispose();
    }

    [GeneratedRegex("http://localhost:([0-9]+)/")]
    private static partial Regex Port();

    /// <summary>The events of the server.</summary>
    internal sealed class States(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        /// <summary>The next state, as the page's script reads it.</summary>
        internal async Task<string> Next()
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await reader.ReadLineAsync(patience.Token) is { } line)
                if (line.StartsWith("data: ", StringComparison.Ordinal)) return line[6..];
            throw new EndOfStreamException();
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>What was written, and a task for who waits for more.</summary>
    private sealed class Said : StringWriter
    {
        private readonly Lock one = new();
        private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Said() => NewLine = "\n";

        internal Task Next
        {
            get
            {
                lock (one) return more.Task;
            }
        }

        public override void WriteLine(string? value)
        {
            lock (one)
            {
                base.WriteLine(value);
                more.SetResult();
                more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public override string ToString()
        {
            lock (one) return base.ToString();
        }
    }
}
