using Microsoft.AspNetCore.StaticFiles;

namespace Palabre.Serve;

/// <summary>What browsers are told a file is, by the end of its name.</summary>
internal static class MediaTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new();

    /// <summary>Whether a browser that is sent there takes it for a document, whose scripts it runs.</summary>
    internal static bool MayRun(string type) => type.Contains("html", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal);

    internal static string Of(string path)
    {
        if (path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return "application/xml; charset=utf-8";
        if (!Known.TryGetContentType(path, out var type)) return "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "image/svg+xml" or "application/manifest+json"
            ? type + "; charset=utf-8" : type;
    }
}
