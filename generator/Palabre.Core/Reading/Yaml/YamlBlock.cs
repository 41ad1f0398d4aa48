using Palabre.Model;

namespace Palabre.Reading;

/// <summary>What YamlDotNet does not say of places: where a node begins behind its anchor, where the text of a block.</summary>
internal static class YamlBlock
{
    /// <summary>The first character behind anchors, tags and comments from <paramref name="index"/> on.</summary>
    public static int SkipProperties(string text, int index)
    {
        var i = index;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is '&' or '!') i = Behind(text, i, " \t\r\n");
            else if (c is '#') i = Behind(text, i, "\r\n");
            else if (c is ' ' or '\t' or '\r' or '\n') i++;
            else return i;
        }

        return index; // nothing follows: the empty text begins where its anchor does
    }

    /// <summary>The line below the <c>|</c> or <c>&gt;</c> at <paramref name="index"/>, at the column of its indent.</summary>
    /// <param name="parentIndent">0-based; -1 outside of all lists and maps.</param>
    public static SourceLocation TextSource(YamlText text, int index, SourceLocation source, int parentIndent)
    {
        var all = text.Text;
        var headEnd = Behind(all, index, "\r\n");
        if (headEnd == all.Length) return source;
        var explicitIndent = ExplicitIndent(all, index);
        var indent = explicitIndent > 0 ? Math.Max(parentIndent, 0) + explicitIndent : FirstIndent(all, headEnd);
        return source with { Line = source.Line + 1, Column = indent + 1 };
    }

    /// <summary>
    /// The '#' below a block, in the first line that stands less far in than its text; -1 where that line is none, is no part of the same map, or is
    /// a key that was set aside (<c># replyTo: c2</c>). A block without text has none, lest each look through all that follow it.
    /// </summary>
    /// <param name="indent">Of the block's text; as that of its map, 0-based.</param>
    public static int Remark(string text, int index, int indent, int parentIndent)
    {
        if (parentIndent < 0 || indent <= parentIndent) return -1;
        for (var i = Behind(text, index, "\r\n"); i < text.Length;)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            var end = Behind(text, i, "\r\n");
            var spaces = text.AsSpan(i, end - i).IndexOfAnyExcept(' ');
            if (spaces >= 0 && spaces < indent)
                return text[i + spaces] == '#' && spaces >= parentIndent && MayBeText(text.AsSpan(i + spaces, end - i - spaces)) ? i + spaces : -1;
            i = end;
        }

        return -1;
    }

    private static bool MayBeText(ReadOnlySpan<char> line)
    {
        var words = line.TrimStart('#').Trim();
        var colon = words.IndexOf(':');
        var isKey = colon > 0 && !words[..colon].Contains(' ') && (colon + 1 == words.Length || words[colon + 1] == ' ');
        return !isKey && words.Length > 0 && char.IsLetterOrDigit(words[0]);
    }

    /// <summary>
    /// Below an explicit indent (<c>|1</c>) YamlDotNet looks ahead to the end of the spaces with a buffer of 2048
    /// characters that it overruns, and mixes the text up.
    /// </summary>
    public static bool OutrunsScanner(string text, int index) =>
        ExplicitIndent(text, index) > 0 && FirstIndent(text, Behind(text, index, "\r\n")) > 1000;

    /// <summary>The 2 of <c>|2-</c>; 0 if there is none.</summary>
    private static int ExplicitIndent(string text, int index)
    {
        var head = text.AsSpan(index, Math.Min(3, text.Length - index));
        return head.IndexOfAnyInRange('1', '9') is >= 0 and var digit && !head[..digit].ContainsAny(' ', '\n') ? head[digit] - '0' : 0;
    }

    private static int FirstIndent(string text, int index)
    {
        var indent = 0;
        for (var i = index; i < text.Length; i++)
        {
            if (text[i] == ' ') indent++;
            else if (text[i] is '\r' or '\n') indent = 0;
            else break;
        }

        return indent;
    }

    private static int Behind(string text, int index, string ends)
    {
        var length = text.AsSpan(index).IndexOfAny(ends);
        return length < 0 ? text.Length : index + length;
    }
}
