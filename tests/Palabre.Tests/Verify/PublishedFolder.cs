using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Palabre.Tests.Verify;

/// <summary>A folder over real HTTP, as hosts of static files serve it; with whatever a test lets it do wrong.</summary>
internal sealed class PublishedFolder : IAsyncDisposable
{
    private readonly WebApplication server;

    private PublishedFolder(WebApplication server) => this.server = server;

    internal string Address => server.Urls.Single() + "/";

    /// <summary>What was asked for.</summary>
    internal List<string> Asked { get; } = [];

    /// <param name="instead">Answers a path itself, and says so; else the file is served.</param>
    internal static async Task<PublishedFolder> Start(string folder, Func<HttpContext, Task<bool>>? instead = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var published = new PublishedFolder(builder.Build());
        published.server.Run(async context =>
        {
            var path = context.Request.Path.Value!;
            lock (published.Asked) published.Asked.Add(path);
            if (instead is not null && await instead(context)) return;
            var file = Path.Combine(folder, path[1..] + (path.EndsWith('/') ? "index.html" : ""));
            if (!File.Exists(file)) context.Response.StatusCode = 404;
            else await context.Response.SendFileAsync(file);
        });
        await published.server.StartAsync();
        return published;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();
}
