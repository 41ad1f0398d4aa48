using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Palabre.Model;

/// <summary>A text whose addresses of e-mail are hidden.</summary>
/// <param name="Count">How many were.</param>
/// <param name="First">The first of them, or the first in a link if there is one, as it is shown: <c>someone@…</c>; null if there is none.</param>
/// <param name="Host">Of that link, which leads nowhere now; null if there is none.</param>
internal readonly record struct MaskedText(string Text, int Count, string? First, string? Host);

/// <summary>Hides addresses of e-mail: <c>someone@example.org</c> becomes <c>someone@…</c>; handles of the fediverse are none. Linear, and idempotent.</summary>
internal static class MailMask
{
    // logo@2x.png is a picture's name.
    private static readonly HashSet<string> FileEndings = new(["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"], StringComparer.OrdinalIgnoreCase);

    // What a sign may begin with, as itself, in another width, or as HTML, Markdown and addresses of the web write it otherwise.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("@\uFF20\uFE6B&\\%");

    private const int LongestEntity = 12;

    private const int LongestLocal = 64; // RFC 5321, section 4.5.3.1.1

    /// <param name="text">In any notation.</param>
    /// <param name="archives">Hosts of archives of mail, in lower case: links to their pages stay.</param>
    internal static MaskedText Of(string text, IReadOnlySet<string>? archives = null)
    {
        if (!text.AsSpan().ContainsAny(Beginnings)) return new(text, 0, null, null);
        StringBuilder? shown = null;
        var (copied, count) = (0, 0);
        string? first = null, broken = null;
        foreach (var (at, end, host) in Places(text, archives))
        {
            shown ??= new(text.Length);
            shown.Append(text, copied, at - copied).Append("@…");
            copied = end;
            count++;
            if (first is null || (broken is null && host is not null)) first = LocalPart(text, at) + "@…";
            broken ??= host;
        }

        return new(shown is null ? text : shown.Append(text, copied, text.Length - copied).ToString(), count, first, broken);
    }

    /// <summary>What is to be hidden of each address, from its sign to the end of its host; and the host of the link that it stands in, if it stands in one.</summary>
    internal static IEnumerable<(int At, int End, string? Host)> Places(string text, IReadOnlySet<string>? archives)
    {
        var before = 0;
        for (var from = 0; NextSign(text, from) is var (at, length) && at >= 0; from = at + length)
        {
            var local = EndOfLocal(text, at);
            if (local <= before || IsHandle(text, local) || !(IsLocal(text[local - 1], length) || IsEndOfEntity(text, local)) || DomainEnd(text, at + length) is not { } end) continue;
            length = end - at;
            var host = MailPages.HostAround(text, at);
            if (host is not null && archives?.Contains(host) == true) continue;
            before = end;
            yield return (at, end, host);
        }
    }

    private static string LocalPart(string text, int end) => text[LocalBegin(text, end)..end];

    private static int LocalBegin(string text, int end)
    {
        var begin = end;
        while (begin > 0 && end - begin < LongestLocal && IsLocal(text[begin - 1], length: 1)) begin--;
        return begin;
    }

    /// <summary>Of somebody on another server of the fediverse, <c>@ann@example.org</c>, which is where everybody reads them, and no mailbox.</summary>
    private static bool IsHandle(string text, int end) =>
        LocalBegin(text, end) is > 0 and var begin && text[begin - 1] == '@' && (begin == 1 || !IsLocal(text[begin - 2], length: 1));

    /// <summary>The next '@', however it is written; -1 if there is none.</summary>
    private static (int At, int Length) NextSign(string text, int from)
    {
        for (int next; (next = text.AsSpan(from).IndexOfAny(Beginnings)) >= 0; from += next + 1)
            if (CharAt(text, from + next) is ('@', var length)) return (from + next, length);
        return (-1, 0);
    }

    /// <summary>The character that readers see there, and how many are written for it: <c>&amp;#64;</c>, <c>\@</c> and <c>%40</c> are each an '@'.</summary>
    private static (char Char, int Length) CharAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        switch (rest[0])
        {
            case '\\' when rest.Length > 1 && !char.IsAsciiLetterOrDigit(rest[1]) && rest[1] is > ' ' and < '\u007F':
                return (rest[1], 2);
            case '%' when rest.Length > 2 && byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0x7F:
                return ((char)code, 3);
            case '&' when rest[..Math.Min(rest.Length, LongestEntity)].IndexOf(';') is > 1 and var end:
                return WebUtility.HtmlDecode(rest[..(end + 1)].ToString()) is [var one] ? (one, end + 1)
                    : NamedSign(rest[1..end]) is { } named ? (named, end + 1) : ('&', 1);
            case '\uFF20' or '\uFE6B':
                return ('@', 1);
            case '\uFF0E' or '\u3002' or '\uFF61' when rest.Length > 1 && char.IsAsciiLetter(rest[1]): // else they end a sentence
                return ('.', 1);
            default:
                return (rest[0], 1);
        }
    }

    /// <summary>Those of HTML 5 that .NET does not know.</summary>
    private static char? NamedSign(ReadOnlySpan<char> name) => name switch { "commat" => '@', "period" => '.', "dash" or "hyphen" => '-', _ => null };

    /// <summary>Whether a letter that is written as an entity ends there: <c>clair&amp;#101;</c>.</summary>
    private static bool IsEndOfEntity(string text, int end) => EntityBefore(text, end) is var (c, _) && c != '&' && IsLocal(c, length: 1);

    private static (char Char, int Begin) EntityBefore(string text, int end)
    {
        if (end == 0 || text[end - 1] != ';') return default;
        var begin = text.LastIndexOf('&', end - 1, Math.Min(LongestEntity, end));
        return begin >= 0 && CharAt(text, begin) is var (c, length) && begin + length == end ? (c, begin) : default;
    }

    /// <summary>Before a sign: where the name ends, behind which may stand what nobody sees.</summary>
    private static int EndOfLocal(string text, int end)
    {
        while (end > 0)
        {
            if (IsUnseen(text[end - 1])) end--;
            else if (EntityBefore(text, end) is var (c, begin) && IsUnseen(c)) end = begin;
            else break;
        }

        return end;
    }

    /// <summary>Such as a soft hyphen, or a space without a width.</summary>
    private static bool IsUnseen(char c) => c > '\u007F' && (c is '\u034F' or (>= '\uFE00' and <= '\uFE0F') || char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    /// <summary>Letters, digits, and the marks that some scripts, and some systems, write apart from their letters.</summary>
    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || (c > '\u007F' && char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    /// <param name="length">Of the sign: before one that is written otherwise, an entity may end.</param>
    private static bool IsLocal(char c, int length) => (c == ';' && length > 1) || IsOfName(c) || c is '.' or '_' or '%' or '+' or '-' or '\'' or '!' or '#' or '$' or '&' or '*' or '=' or '?' or '^' or '`' or '{' or '|' or '}' or '~' or '"';

    private static bool IsNumber(string name) => !name.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Where the host ends that begins here; null if none does.</summary>
    private static int? DomainEnd(string text, int from)
    {
        var (host, ends) = (new StringBuilder(), new List<int>()); // of its names: behind the last letter, digit or '-'
        for (var i = from; i < text.Length;)
        {
            var (c, written) = CharAt(text, i);
            if (IsUnseen(c))
            {
                i += written;
                continue;
            }

            if (!IsOfName(c) && c is not ('-' or '.')) break;
            if (c == '.' && (host.Length == 0 || host[^1] == '.')) break;
            if (c != '.' && (host.Length == 0 || host[^1] == '.')) ends.Add(0);
            host.Append(c);
            i += written;
            if (c != '.') ends[^1] = i;
        }

        var names = host.ToString().TrimEnd('.').Split('.');
        // By four numbers, as letters' ids have it: foo@1.2.3 is a version of a program.
        if (names.Length == 4 && Array.TrueForAll(names, IsNumber)) return ends[^1];
        if (names.Length > 2 && IsNumber(names[0]) && IsNumber(names[1])) return null;
        // What follows a host and can be none of its names, as the number of a note or the ending of a file, hides it from nobody.
        for (var last = names.Length - 1; last > 0; last--)
            if (names[last].Length >= 2 && char.IsLetter(names[last][0]) && !FileEndings.Contains(names[last])) return ends[last];
        return null;
    }
}
