using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Tests.Rendering.Bodies;

/// <summary>Bodies as tests write them: in <c>a.md</c>, from its tenth line, with ids that begin with <c>c-1-</c>.</summary>
internal static class Bodies
{
    internal const string Prefix = "c-1-";

    internal static BodyText Of(
        string text, BodyFormat format = BodyFormat.Markdown, BodyTrust trust = BodyTrust.Comment, string language = "zz") => new()
        {
            Text = text,
            Format = format,
            Trust = trust,
            Language = language,
            IdPrefix = Prefix,
            Source = new("a.md", 10, 1),
            HeadingShift = 2,
        };

    /// <summary>Knows every address of the site but those with 'gone' in them.</summary>
    internal static LinkTarget Resolve(string url, bool isImage) => url.Contains("gone", StringComparison.Ordinal)
        ? new(null, $"There is no '{url}'.", () => "Did you mean 'here'?")
        : new("/site/" + url.Replace(':', '/'));

    internal static RenderedBody Render(
        string text, BodyFormat format = BodyFormat.Markdown, BodyTrust trust = BodyTrust.Comment, string language = "zz") =>
        BodyRenderer.Render(Of(text, format, trust, language), Resolve);

    internal static string Comment(string text, string language = "zz") => Render(text, language: language).Html.ToString().Trim();

    internal static string Post(string text, string language = "zz") =>
        Render(text, trust: BodyTrust.Post, language: language).Html.ToString().Trim();

    /// <summary>A comment in HTML.</summary>
    internal static string Html(string text, BodyTrust trust = BodyTrust.Comment) =>
        Render(text, BodyFormat.Html, trust).Html.ToString().Trim();

    internal static string Messages(RenderedBody body) => string.Join('\n', body.Diagnostics);
}
