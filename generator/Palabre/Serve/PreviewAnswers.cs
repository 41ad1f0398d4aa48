using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Palabre.Addressing;
using Palabre.Disk;
using Palabre.Site;

namespace Palabre.Serve;

/// <summary>Answers what browsers ask: with files of the site, made when they are asked for, and with nothing else.</summary>
/// <param name="stopping">Ends answers that would go on for ever.</param>
internal sealed class PreviewAnswers(Preview preview, DirectoryInfo root, int port, CancellationToken stopping) : IHttpApplication<HttpContext>
{
    private static readonly HashSet<string> Names = new(["localhost", "127.0.0.1", "[::1]"], StringComparer.OrdinalIgnoreCase);

    private readonly LinkRules links = new(root.FullName);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // What a context holds is the server's.
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await Answer(context.Request, context.Response, context.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            context.Abort(); // the browser went away, the server stops, or a file was cut while it was sent
        }
    }

    private async Task Answer(HttpRequest request, HttpResponse response, CancellationToken aborted)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!Names.Contains(request.Host.Host) || (request.Host.Port ?? 80) != port)
        {
            // A page elsewhere whose name was made to lead here (DNS rebinding) must not read drafts.
            await Text(request, response, StatusCodes.Status421MisdirectedRequest, "text/plain; charset=utf-8",
                string.Create(CultureInfo.InvariantCulture, $"The preview is at http://localhost:{port}/ and has no other name.\n"));
            return;
        }

        if (request.Method != HttpMethods.Get && !IsHead(request))
        {
            response.Headers.Allow = "GET, HEAD";
            await Text(request, response, StatusCodes.Status405MethodNotAllowed, "text/plain; charset=utf-8", "The preview is for reading.\n");
            return;
        }

        await preview.Ready.WaitAsync(aborted);
        var (path, shown) = (request.Path.Value ?? "/", preview.Now);
        if (path.StartsWith(PreviewDress.Folder, StringComparison.Ordinal)) await Own(path[PreviewDress.Folder.Length..], request, response, aborted);
        else if (shown.Edition is { } edition) await OfSite(path, edition, shown, request, response, aborted);
        else await Page(shown, request, response, StatusCodes.Status500InternalServerError, PreviewDress.Bare("There is no site to show yet", shown.Report.Diagnostics is [var first, ..] ? first.Message : ""), "");
    }

    private async Task Own(string name, HttpRequest request, HttpResponse response, CancellationToken aborted)
    {
        switch (name)
        {
            case "preview.js" or "preview.css":
                await Bytes(request, response, StatusCodes.Status200OK, MediaTypes.Of(name), PreviewDress.Asset(name));
                break;
            case "report":
                await Text(request, response, StatusCodes.Status200OK, "text/html; charset=utf-8", preview.Report.Html(root.FullName));
                break;
            case "events":
                await Events(request, response, aborted);
                break;
            default:
                await Text(request, response, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "There is no such file.\n");
                break;
        }
    }

    /// <summary>The state, and each further one as it comes about: server-sent events (HTML Living Standard, section 9.2).</summary>
    private async Task Events(HttpRequest request, HttpResponse response, CancellationToken aborted)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        if (IsHead(request)) return;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        try
        {
            for (PreviewState? known = null; ;)
            {
                known = await preview.After(known, ending.Token);
                await response.WriteAsync($"event: state\ndata: {known.Json}\n\n", ending.Token);
                await response.Body.FlushAsync(ending.Token);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // That is all.
        }
    }

    private async Task OfSite(string path, ServedEdition edition, Shown shown, HttpRequest request, HttpResponse response, CancellationToken aborted)
    {
        var basePath = edition.Settings.BasePath;
        var shownBase = Uri.UnescapeDataString(basePath);
        if (path is "/" or "" && basePath.Length > 0 || path == shownBase && basePath.Length > 0)
        {
            Redirect(response, basePath + "/");
            return;
        }

        var file = path.StartsWith(shownBase + "/", StringComparison.Ordinal) ? path[(shownBase.Length + 1)..] : null;
        if (file is not null && (file.Length == 0 || file.EndsWith('/'))) file += "index.html";
        switch (file is null ? null : edition.Find(file))
        {
            case RenderedFile page when page.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase):
                await Page(page, page.Path == AddressBook.NotFound.File ? StatusCodes.Status404NotFound : StatusCodes.Status200OK, edition, shown, request, response);
                break;
            case RenderedFile other:
                await Bytes(request, response, StatusCodes.Status200OK, MediaTypes.Of(other.Path), preview.Make(edition, other).Bytes);
                break;
            case CopiedFile copy:
                await Copy(copy, edition, shown, request, response, aborted);
                break;
            default:
                if (file is not null && edition.Find(file + "/index.html") is not null)
                    Redirect(response, basePath + new Address($"/{file}/").Escaped + request.QueryString.Value);
                else await NotFound(edition, shown, request, response);
                break;
        }
    }

    private Task NotFound(ServedEdition edition, Shown shown, HttpRequest request, HttpResponse response) =>
        edition.Find(AddressBook.NotFound.File) is RenderedFile page
            ? Page(page, StatusCodes.Status404NotFound, edition, shown, request, response)
            : Page(shown, request, response, StatusCodes.Status404NotFound, PreviewDress.Bare("Not found", "There is no page at this address."), "404");

    private Task Page(RenderedFile file, int status, ServedEdition edition, Shown shown, HttpRequest request, HttpResponse response)
    {
        var made = preview.Make(edition, file);
        // What making it has told is told with it; but a page that took longer than the next save is of what was shown before that.
        if (preview.Now is var now && ReferenceEquals(now.Edition, edition)) shown = now;
        return made.Fault is { } fault
            ? Page(shown, request, response, StatusCodes.Status500InternalServerError, PreviewDress.Bare("This page cannot be made", fault.ToString()), made.Hash)
            : Page(shown, request, response, status, Encoding.UTF8.GetString(made.Bytes.Span), made.Hash);
    }

    private Task Page(Shown shown, HttpRequest request, HttpResponse response, int status, string html, string hash)
    {
        response.Headers.ETag = $"\"{hash}\"";
        // A page that sends readers on has no time for anything else.
        var isRedirect = html.Contains("<meta http-equiv=\"refresh\"", StringComparison.Ordinal);
        return Text(request, response, status, "text/html; charset=utf-8",
            isRedirect ? html : PreviewDress.Dress(html, shown.Report.Html(root.FullName), shown.State, hash));
    }

    private async Task Copy(CopiedFile file, ServedEdition edition, Shown shown, HttpRequest request, HttpResponse response, CancellationToken aborted)
    {
        var path = Path.Join(root.FullName, file.Source);
        // It was a file of the site when it was listed. By now it may be gone, or a link that leads elsewhere.
        if (links.ProblemOf(file.Source) is not null || new FileInfo(links.Real(file.Source)) is not { Exists: true } found)
        {
            await NotFound(edition, shown, request, response);
            return;
        }

        response.ContentType = MediaTypes.Of(file.Path);
        // A page or a drawing of its own, as a proposed change may bring one along, is to read no draft.
        if (MediaTypes.MayRun(response.ContentType)) response.Headers.ContentSecurityPolicy = "sandbox allow-scripts";
        if (found.Length == 0) return; // it may be a pipe, which would never answer
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        response.ContentLength = stream.Length;
        if (IsHead(request)) return;
        await stream.CopyToAsync(response.Body, aborted);
    }

    // Methods have a case (RFC 9110, section 9.1): what the server does not take for HEAD wants a body.
    private static bool IsHead(HttpRequest request) => request.Method == HttpMethods.Head;

    private static void Redirect(HttpResponse response, string address)
    {
        response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        response.Headers.Location = address;
    }

    private static Task Text(HttpRequest request, HttpResponse response, int status, string type, string text) =>
        Bytes(request, response, status, type, Encoding.UTF8.GetBytes(text));

    private static async Task Bytes(HttpRequest request, HttpResponse response, int status, string type, ReadOnlyMemory<byte> bytes)
    {
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, type, bytes.Length);
        if (!IsHead(request)) await response.Body.WriteAsync(bytes);
    }
}
