using System.Buffers;
using System.Text.RegularExpressions;

namespace Palabre.Model;

/// <summary>
/// Where the setting <c>answer</c> leads: to the editors' letter-box, or to a new file on a git host, of which the address of the
/// repository, or that of a new file in it, is enough.
/// </summary>
/// <param name="Text">A <c>mailto:</c> without query; or an address with the places <c>{path}</c> and <c>{content}</c>, <c>{post}</c> and <c>{id}</c>, as its writer chose.</param>
public sealed partial record AnswerPattern(string Text, bool IsMail)
{
    private const string Mail = "mailto:";

    private static readonly SearchValues<char> NotInMail = SearchValues.Create("?<>,; \t\"");

    /// <summary>Null for what is neither.</summary>
    public static AnswerPattern? TryParse(string written)
    {
        var isMail = !written.Contains("://", StringComparison.Ordinal) && written.Contains('@', StringComparison.Ordinal);
        if (isMail) return OfMail(written);
        var plain = Places().Replace(written, "x");
        if (WebAddress.TryParse(plain) is null || plain.AsSpan().ContainsAny('{', '}')) return null;
        return plain != written ? new(written, false) : OfRepository(written.TrimEnd('/')) is { } pattern ? new(pattern, false) : null;
    }

    /// <summary>Of <c>The editors &lt;post@example.org&gt;</c>, the address.</summary>
    private static AnswerPattern? OfMail(string written)
    {
        var address = written.EndsWith('>') ? written[(written.LastIndexOf('<') + 1)..^1].Trim() : written.StartsWith(Mail, StringComparison.Ordinal) ? written[Mail.Length..] : written;
        return address.IndexOf('@', StringComparison.Ordinal) is > 0 and var sign && sign < address.Length - 1 && !address.AsSpan().ContainsAny(NotInMail) ? new(Mail + address, true) : null;
    }

    private static string? OfRepository(string written)
    {
        var host = new Uri(written).Host;
        var isGitLab = host.StartsWith("gitlab.", StringComparison.Ordinal);
        // An address that somebody copied from the page of a new file names the branch too.
        var copied = (isGitLab ? NewOnGitLab() : host == "github.com" ? NewOnGitHub() : NewOnForgejo()).Match(written);
        var (repository, branch) = copied.Success ? (copied.Groups["repository"].Value, copied.Groups["branch"].Value) : (written, "main");
        if (repository.Contains('?', StringComparison.Ordinal) || repository.Contains('#', StringComparison.Ordinal) || new Uri(repository).AbsolutePath.Trim('/').Split('/').Length < 2) return null;
        return isGitLab ? $"{repository}/-/new/{branch}?file_name={{path}}&content={{content}}"
            : host == "github.com" ? $"{repository}/new/{branch}?filename={{path}}&value={{content}}"
            : $"{repository}/_new/{branch}/?filename={{path}}&value={{content}}"; // Forgejo and Gitea, as on codeberg.org
    }

    [GeneratedRegex(@"\{(?:path|content|post|id)\}")]
    private static partial Regex Places();

    [GeneratedRegex("^(?<repository>https?://[^/]+/[^/?#]+/[^/?#]+)/new/(?<branch>[^?#]+?)/?(?:[?#].*)?$")]
    private static partial Regex NewOnGitHub();

    [GeneratedRegex("^(?<repository>https?://[^?#]+?)/-/new/(?<branch>[^?#]+?)/?(?:[?#].*)?$")]
    private static partial Regex NewOnGitLab();

    [GeneratedRegex("^(?<repository>https?://[^?#]+?)/_new/(?<branch>[^?#]+?)/?(?:[?#].*)?$")]
    private static partial Regex NewOnForgejo();
}
