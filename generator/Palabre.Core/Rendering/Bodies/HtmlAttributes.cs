using Markdig.Helpers;

namespace Palabre.Rendering;

/// <summary>Reads the attributes of a tag that people wrote.</summary>
/// <param name="rest">What stands between the tag's name and its '&gt;'.</param>
internal ref struct HtmlAttributes(ReadOnlySpan<char> rest)
{
    private readonly int whole = rest.Length;
    private ReadOnlySpan<char> rest = rest;

    internal ReadOnlySpan<char> Name { get; private set; }

    /// <summary>With entities decoded; empty where none was written.</summary>
    internal string Value { get; private set; } = "";

    /// <summary>Where the value stands as it was written, without quotes.</summary>
    internal (int Start, int Length) Written { get; private set; }

    internal bool Next()
    {
        while (!rest.IsEmpty && (IsSpace(rest[0]) || rest[0] is '/' or '=')) rest = rest[1..];
        if (rest.IsEmpty) return false;
        var end = 0;
        while (end < rest.Length && !IsSpace(rest[end]) && rest[end] is not ('=' or '/')) end++;
        Name = rest[..end];
        rest = TrimSpace(rest[end..]);
        Value = "";
        if (rest.IsEmpty || rest[0] != '=') return true;
        rest = TrimSpace(rest[1..]);
        TakeValue();
        return true;
    }

    private void TakeValue()
    {
        if (rest.IsEmpty) return;
        var quoted = rest[0] is '"' or '\'';
        var value = quoted ? rest[1..] : rest;
        var end = quoted ? value.IndexOf(rest[0]) : value.IndexOfAny(" \t\n\r\f");
        if (end < 0) end = value.Length;
        Written = (whole - value.Length, end);
        Value = HtmlHelper.Unescape(value[..end].ToString(), removeBackSlash: false);
        rest = value[Math.Min(value.Length, quoted ? end + 1 : end)..];
    }

    /// <summary>Where the '&gt;' stands that ends a tag, or the '&lt;' that shows that it is none, outside quoted values; -1 if nowhere.</summary>
    /// <param name="from">Where the tag's name ends.</param>
    internal static int EndOfTag(ReadOnlySpan<char> html, int from)
    {
        for (var i = from; i < html.Length; i++)
        {
            if (html[i] is '>' or '<') return i;
            if (html[i] != '=') continue;
            while (i + 1 < html.Length && IsSpace(html[i + 1])) i++;
            if (i + 1 >= html.Length || html[i + 1] is not ('"' or '\'')) continue;
            var value = i + 2;
            var length = html[value..].IndexOf(html[i + 1]);
            if (length < 0) return -1;
            i = value + length;
        }

        return -1;
    }

    internal static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private static ReadOnlySpan<char> TrimSpace(ReadOnlySpan<char> text) => text.TrimStart(" \t\n\r\f");
}
