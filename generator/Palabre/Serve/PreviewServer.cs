using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Palabre.Serve;

/// <summary>A preview at a port of this machine, which no other machine reaches. Kestrel alone: no host around it that
/// would read settings from files or the environment.</summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>Where to look for a free port if none is asked for.</summary>
    internal const int FirstPort = 5080, LastPort = 5179;

    private readonly KestrelServer server;
    private readonly CancellationTokenSource stopping;

    private PreviewServer(KestrelServer server, CancellationTokenSource stopping, int port) =>
        (this.server, this.stopping, Port) = (server, stopping, port);

    internal int Port { get; }

    /// <param name="port">Null: the first free one.</param>
    /// <exception cref="IOException">The port is taken, or all are.</exception>
    internal static async Task<PreviewServer> Start(Preview preview, DirectoryInfo root, int? port)
    {
        for (var tried = port ?? FirstPort; ; tried++)
        {
            var server = Kestrel(tried);
            var stopping = new CancellationTokenSource();
            try
            {
                await server.StartAsync(new PreviewAnswers(preview, root, tried, stopping.Token), CancellationToken.None);
                return new(server, stopping, tried);
            }
            // Several, where the system keeps the port for itself on each address of this machine.
            catch (IOException e) when (e.InnerException is AddressInUseException or SocketException or AggregateException)
            {
                server.Dispose();
                stopping.Dispose();
                var why = e.InnerException is SocketException { SocketErrorCode: SocketError.AccessDenied } ? "is not for everybody on this machine" : "is taken";
                if (port is not null) throw Taken($"Port {port.Value.ToString(CultureInfo.InvariantCulture)} {why}.", "Leave --port out, and the next free one from 5080 is used.");
                if (tried == LastPort) throw Taken($"No port from {FirstPort} to {LastPort} is free.", "Name another one with --port.");
            }
        }
    }

    /// <summary>A farewell takes no longer.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(100);

    /// <summary>Ends at once, whoever still listens.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        using (var farewell = new CancellationTokenSource(Farewell)) await server.StopAsync(farewell.Token);
        server.Dispose();
        stopping.Dispose();
    }

    private static KestrelServer Kestrel(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = 0;
        options.ListenLocalhost(port);
        var logs = NullLoggerFactory.Instance;
        return new(Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs), logs);
    }

    private static IOException Taken(string message, string hint) => new($"{message}\n  hint: {hint}");
}
