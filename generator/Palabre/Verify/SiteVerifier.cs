using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Palabre.Diagnostics;
using Palabre.Disk;

namespace Palabre.Verify;

/// <summary>
/// Compares a published site with a record, over HTTP. It asks for the files of the record and for nothing else, follows a
/// redirect within the host only, and reads no further than <see cref="LargestFile"/>: the host is not trusted, or nobody would ask.
/// </summary>
internal sealed class SiteVerifier(Uri site, TimeSpan timeout, SiteVerifier.Bounds? bounds = null) : IDisposable
{
    internal const long LargestFile = 1L << 30, LargestRecord = 256L << 20;

    private const int AtOnce = 4, MostRedirects = 5, MostUnreachable = 20;

    /// <param name="File">The most bytes of a file.</param>
    /// <param name="Record">The most bytes of the record.</param>
    internal sealed record Bounds(long File = LargestFile, long Record = LargestRecord);

    /// <summary>What hosts keep to themselves, or heed instead of serving it.</summary>
    private static readonly HashSet<string> Unasked =
        new(["_headers", "_redirects", "CNAME", ".nojekyll", ".domains"], StringComparer.Ordinal);

    private readonly Bounds bounds = bounds ?? new();

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        UseProxy = !site.IsLoopback,
        AllowAutoRedirect = false,
        UseCookies = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.None,
        MaxConnectionsPerServer = AtOnce,
        MaxResponseHeadersLength = 64,
        ConnectTimeout = timeout,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // each request has its own, which holds for the body, too
        DefaultRequestHeaders = { { "User-Agent", "palabre-verify" } },
    };

    /// <summary>The address of a site as one may write it, with '/' at its end; null if it is none.</summary>
    internal static Uri? AddressOf(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address is { Query: "", Fragment: "", UserInfo: "" }
            ? address.AbsolutePath.EndsWith('/') ? address : new(address.AbsoluteUri + "/") : null;

    /// <summary>The record that the site publishes.</summary>
    /// <exception cref="CannotVerifyException">There is none.</exception>
    internal async Task<OutputRecord> Record(CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var address = new Uri(site, OutputPaths.Record);
        var answer = await Get(address, bounds.Record, bytes.Write, cancel);
        if (answer.Problem is { } problem)
            throw NoRecord($"{address}: {problem}.", answer.IsUnreachable);
        var record = OutputRecord.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return record.IsOurs ? record : throw NoRecord($"{address} is no record of Palabre's.");
    }

    private static CannotVerifyException NoRecord(string message, bool isOfMachine = false) =>
        new(message, "Compare with a record that you have: --against output/SHA256SUMS.", isOfMachine);

    /// <summary>Asks for each file of a record, a few at once; gives up where many in a row cannot be had.</summary>
    internal async Task<Verification> Verify(OutputRecord record, CancellationToken cancel)
    {
        var lines = record.Lines.ToLookup(line => line.Path, line => line.Digest, StringComparer.Ordinal);
        string[] paths = [.. lines.Select(line => line.Key).Where(path => !Unasked.Contains(path))];
        var told = new string?[paths.Length];
        var (forwarded, unreachable) = (0, 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, paths.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, stop) =>
        {
            if (Volatile.Read(ref unreachable) >= MostUnreachable) return;
            var (path, address) = (paths[i], PageOf(paths[i]));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var answer = await Get(address, bounds.File, hash.AppendData, stop, mayBeMissing: path == "404.html");
            if (answer.IsUnreachable) Interlocked.Increment(ref unreachable);
            else Volatile.Write(ref unreachable, 0);
            if (answer.Problem is { } problem)
            {
                told[i] = $"{address}: {problem}";
                return;
            }

            var digest = Digest.Of(hash);
            var at = PathOf(answer.At, lines.Contains);
            if (at == path || answer.At == address) told[i] = lines[path].Contains(digest) ? null : $"{address}: changed";
            else if (lines.Contains("_redirects") && at is not null && lines[at].Contains(digest)) Interlocked.Increment(ref forwarded);
            else told[i] = $"{address}: leads to {answer.At}";
        });

        var gaveUp = unreachable >= MostUnreachable ? [$"{site}: {unreachable} files in a row could not be had; the rest was not asked for"] : Array.Empty<string>();
        return new(site.ToString(), paths.Length, [.. FolderVerifier.Damage(site.ToString(), record), .. told.OfType<string>(), .. gaveUp], forwarded);
    }

    /// <summary>A file as its readers ask for it: a page by its folder.</summary>
    private Uri PageOf(string path)
    {
        var asked = path == "index.html" ? "" : path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
        return new(site.AbsoluteUri + string.Join('/', asked.Split('/').Select(Uri.EscapeDataString)));
    }

    /// <summary>The file of the record that an address of the site answers with; null if there is none.</summary>
    private string? PathOf(Uri address, Func<string, bool> isRecorded)
    {
        if (!address.AbsolutePath.StartsWith(site.AbsolutePath, StringComparison.Ordinal)) return null;
        var path = Uri.UnescapeDataString(address.AbsolutePath[site.AbsolutePath.Length..]);
        string[] names = path.Length == 0 || path.EndsWith('/') ? [path + "index.html", path.TrimEnd('/') + ".html"] : [path, path + ".html", path + "/index.html"];
        return names.FirstOrDefault(isRecorded);
    }

    /// <param name="At">Where the answer came from.</param>
    /// <param name="Problem">Why there is none; null: the bytes were all told.</param>
    private readonly record struct Answer(Uri At, string? Problem = null, bool IsUnreachable = false);

    private async Task<Answer> Get(Uri address, long most, Action<byte[], int, int> tell, CancellationToken cancel, bool mayBeMissing = false)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        var at = address;
        try
        {
            for (var step = 0; step <= MostRedirects; step++)
            {
                using var response = await client.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
                {
                    if (!Uri.TryCreate(at, location, out var next) || !IsWithin(address, at, next))
                        return new(at, $"leads to {Excerpt.ForTerminal(location.OriginalString, 200)}, which is not followed");
                    at = new UriBuilder(next) { Fragment = "" }.Uri;
                    continue;
                }

                if (response.StatusCode == HttpStatusCode.NotFound && !mayBeMissing) return new(at, "missing");
                if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
                {
                    var status = (int)response.StatusCode;
                    return new(at, string.Create(CultureInfo.InvariantCulture, $"answered with status {status}"), IsUnreachable: status is 429 or >= 500);
                }

                return await Read(response, most, tell, limit.Token) ? new(at)
                    : new(at, string.Create(CultureInfo.InvariantCulture, $"longer than {most:N0} bytes, and not read further"));
            }

            return new(at, "leads on and on");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(at, string.Create(CultureInfo.InvariantCulture, $"not had within {timeout.TotalSeconds:0.###} s"), IsUnreachable: true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return new(at, $"cannot be had: {Excerpt.ForTerminal((e.InnerException ?? e).Message, 200)}", IsUnreachable: true);
        }
    }

    private static async Task<bool> Read(HttpResponseMessage response, long most, Action<byte[], int, int> tell, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > most) return false;
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        var block = new byte[1 << 16];
        for (var all = 0L; await stream.ReadAsync(block, cancel) is > 0 and var read;)
        {
            if ((all += read) > most) return false;
            tell(block, 0, read);
        }

        return true;
    }

    /// <summary>The same host and port; from http to https of the same host too, never back.</summary>
    private static bool IsWithin(Uri asked, Uri from, Uri to) =>
        to.Scheme is "http" or "https" && to.UserInfo.Length == 0 && to.IdnHost.Equals(asked.IdnHost, StringComparison.OrdinalIgnoreCase)
        && (to.Scheme == from.Scheme ? to.Port == from.Port : to.Scheme == "https" && from.IsDefaultPort && to.IsDefaultPort);

    public void Dispose() => client.Dispose();
}
