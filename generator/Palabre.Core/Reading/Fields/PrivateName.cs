using System.Text.RegularExpressions;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// Names of keys under which forms and hosts keep where somebody is reached and what they are known by, as each of them spells it: <c>E-Mail</c>,
/// <c>authorEmail</c>, <c>comment_author_IP</c>, <c>REMOTE_ADDR</c>, <c>X-Forwarded-For</c>, <c>gravatar</c>, <c>avatar_hash</c>.
/// </summary>
internal static partial class PrivateName
{
    // Words, and pairs of them, of which one is enough.
    private static readonly string[] Words =
    [
        "mail", "mails", "email", "emails", "ip", "ipv", "gravatar", "fingerprint", "phone number", "telephone", "user agent", "remote addr", "remote address", "client addr", "client address",
        "remote host", "forwarded for", "xforwarded for", "avatar hash", "author hash", "user hash",
    ];

    private static readonly string[] WordBeginnings = ["email", "ipaddr", "iphash"];

    private static readonly string[] WordEndings = ["email", "userip", "authorip", "clientip", "remoteip", "useragent", "remoteaddr", "clientaddress"];

    private static readonly string[] Whole = ["phone", "hash", "md"];

    internal static bool Is(string key)
    {
        if (key.Contains('@', StringComparison.Ordinal) && MailMask.Of(key).Count > 0) return true;
        string[] words = [.. Word().Matches(key).Select(word => word.Value.ToLowerInvariant())];
        var all = $" {string.Join(' ', words)} ";
        return Array.Exists(Words, known => all.Contains($" {known} ", StringComparison.Ordinal))
            || Array.Exists(words, word => Array.Exists(WordBeginnings, known => word.StartsWith(known, StringComparison.Ordinal))
                || Array.Exists(WordEndings, known => word.EndsWith(known, StringComparison.Ordinal)))
            || (words is [var one] && Whole.Contains(one));
    }

    /// <summary>Letters that are written as one word: <c>author</c>, <c>Email</c>, <c>IP</c>.</summary>
    [GeneratedRegex("[A-Z]*[a-z]+|[A-Z]+")]
    private static partial Regex Word();
}
