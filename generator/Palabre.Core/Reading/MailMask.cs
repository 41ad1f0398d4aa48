using System.Text;

namespace Palabre.Reading;

/// <summary>Hides addresses of e-mail: <c>someone@example.org</c> becomes <c>someone@…</c>. Linear, and idempotent.</summary>
internal static class MailMask
{
    // logo@2x.png is a picture's name.
    private static readonly HashSet<string> FileEndings = new(["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"], StringComparer.OrdinalIgnoreCase);

    /// <param name="masked">How many were found.</param>
    internal static string Of(string text, out int masked)
    {
        masked = 0;
        StringBuilder? shown = null;
        var copied = 0;
        for (var from = 0; NextSign(text, from) is var (at, length) && at >= 0; from = at + length)
        {
            if (at == copied || !IsLocal(text[at - 1]) || DomainEnd(text, at + length) is not { } end) continue;
            shown ??= new(text.Length);
            shown.Append(text, copied, at - copied).Append("@…");
            copied = end;
            masked++;
            length = end - at;
        }

        return shown is null ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The next '@', or what addresses of the web write for it.</summary>
    private static (int At, int Length) NextSign(string text, int from)
    {
        var plain = text.IndexOf('@', from);
        var escaped = text.IndexOf("%40", from, (plain < 0 ? text.Length : plain) - from, StringComparison.Ordinal);
        return escaped >= 0 ? (escaped, 3) : (plain, 1);
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'' or '!' or '#' or '$' or '&' or '*' or '=' or '?' or '^' or '`' or '{' or '|' or '}' or '~' or '"';

    /// <summary>Where the host ends that begins here; null if none does.</summary>
    private static int? DomainEnd(string text, int from)
    {
        var (end, dot) = (from, -1);
        for (var i = from; i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '-' or '.'); i++)
        {
            if (text[i] == '.' && (i == from || text[i - 1] == '.')) break;
            if (text[i] == '.') continue;
            if (i > from && text[i - 1] == '.') dot = i;
            end = i + 1;
        }

        if (dot < 0) return null;
        if (IsNumbered(text.AsSpan(from, end - from))) return end;
        var last = text.AsSpan(dot, end - dot);
        return last.Length >= 2 && char.IsLetter(last[0]) && !FileEndings.Contains(last.ToString()) ? end : null;
    }

    /// <summary>A host named by its four numbers, as letters' ids do: <c>foo@1.2.3</c> is a version of a program.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> host)
    {
        foreach (var c in host)
            if (!char.IsAsciiDigit(c) && c != '.') return false;
        return host.Count('.') == 3;
    }
}
