using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>How far the writer of a body is trusted.</summary>
public enum BodyTrust
{
    /// <summary>Hostile: raw HTML in Markdown is shown as text, images become links, links are <c>nofollow</c>.</summary>
    Comment,

    /// <summary>Raw HTML passes the allow-list.</summary>
    Post,

    /// <summary>Raw HTML as it stands (<c>trustPosts</c>), but for addresses within the site; nothing balances it.</summary>
    TrustedPost,
}

/// <summary>A body to render, and what its rendering depends on.</summary>
public sealed record BodyText
{
    /// <summary>Lines end in LF.</summary>
    public required string Text { get; init; }

    public required BodyFormat Format { get; init; }

    /// <summary>The BCP 47 tag of the entry: it decides quotation marks and spaces.</summary>
    public required string Language { get; init; }

    public required BodyTrust Trust { get; init; }

    /// <summary>
    /// Every id in the result begins with it (<c>c-12-</c>), since many bodies share a page. It holds letters, digits
    /// and <c>_ - . ~</c> only.
    /// </summary>
    public required string IdPrefix { get; init; }

    /// <summary>Written by somebody who is not to be told how to write, nor trusted.</summary>
    public bool IsComment => Trust == BodyTrust.Comment;

    /// <summary>Whether what is within it can be named: not in a comment, nor where it stands beside others of its kind, without a prefix.</summary>
    public bool HasIds => !IsComment && IdPrefix.Length > 0;

    /// <summary>
    /// Where <see cref="Text"/> begins. With a column, every line of it is taken to begin at that column, as the
    /// lines of a post (1) and of a YAML block do; without one, messages name lines only.
    /// </summary>
    public required SourceLocation Source { get; init; }

    /// <summary>Origin and base path of the site, so that an address written whole is known for one of its own; null where it has not said them.</summary>
    public (string Origin, string Path)? Site { get; init; }

    /// <summary>Hosts whose pages hold what looks like an address of e-mail and is none (<see cref="Settings.MailArchives"/>).</summary>
    public IReadOnlySet<string>? MailArchives { get; init; }

    /// <summary>1: a <c># heading</c> becomes an <c>h2</c>; -1: the reverse. Nothing goes beyond <c>h6</c>.</summary>
    public int HeadingShift { get; init; }
}

/// <summary>
/// Finds what an address within the site means: <c>post:</c>, <c>comment:</c>, <c>theme:</c>, a relative path, a
/// <c>#fragment</c> that is no heading of the body itself. Pure: it may be asked twice about one address.
/// </summary>
/// <param name="url">As written, trimmed; never an address with another scheme, a host, or a backslash.</param>
/// <param name="isImage">True for what an <c>img</c> is to show.</param>
public delegate LinkTarget ResolveLink(string url, bool isImage);

/// <summary>What an address within the site leads to.</summary>
/// <param name="Url">What to write: an address of the site, or of http or https. Null: the text stays without a link.</param>
/// <param name="Problem">One sentence for the editor (PAL3002), or null.</param>
/// <param name="Hint">Looks for what was meant, which may take as long as the site is large: asked of the first few of a body alone.</param>
public readonly record struct LinkTarget(string? Url, string? Problem = null, Func<string?>? Hint = null)
{
    /// <summary>Of an image, in CSS pixels; 0 where unknown.</summary>
    public int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; }
}

/// <summary>A body as pages show it. <see cref="Html"/> is always usable, whatever was found on the way.</summary>
public sealed record RenderedBody(Html Html, IReadOnlyList<Diagnostic> Diagnostics);
