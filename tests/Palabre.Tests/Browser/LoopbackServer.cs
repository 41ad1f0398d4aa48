using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Palabre.Tests.Browser;

/// <summary>Serves finished sites to this machine alone, as the plainest host of static files would.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly PublishedSite[] sites;

    /// <param name="sites">The one whose base is the longest answers.</param>
    internal LoopbackServer(params PublishedSite[] sites)
    {
        this.sites = [.. sites.OrderByDescending(site => site.Base.Length)];
        listener.Start();
        Authority = listener.LocalEndpoint.ToString()!;
        _ = Accept();
    }

    /// <summary>Address and port.</summary>
    internal string Authority { get; }

    internal string Address(PublishedSite site, string path) => $"http://{Authority}{site.Base}{path}";

    public void Dispose() => listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed: the tests are over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                while (await reader.ReadLineAsync() is { Length: > 0 }) { }
                await stream.WriteAsync(Answer(Uri.UnescapeDataString(line.Split(' ')[1].Split('?')[0])));
            }
        }
        catch (IOException)
        {
            // The browser went away, as browsers do.
        }
    }

    private byte[] Answer(string path)
    {
        var site = sites.First(s => path.StartsWith(s.Base, StringComparison.Ordinal));
        var file = site.FileAt(path[site.Base.Length..]);
        var body = site.Bytes(file ?? "404.html");
        var head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {(file is null ? "404 Not Found" : "200 OK")}\r\nContent-Type: {TypeOf(file ?? "404.html")}\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html",
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        ".xml" => "application/xml",
        _ => "application/octet-stream",
    };
}
