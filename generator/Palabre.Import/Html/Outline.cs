using System.Text;

namespace Palabre.Import.Html;

/// <summary>
/// What a rendered text says, comparably: its words, its links and pictures, and what is a paragraph, a list, a
/// quotation, strong or code in it. Two texts of one outline lose nothing to each other.
/// </summary>
internal static class Outline
{
    /// <param name="markup">As <see cref="Rendering.BodyRenderer"/> writes it: well-formed, with four entities at most.</param>
    internal static string Of(string markup)
    {
        var outline = new StringBuilder(markup.Length);
        var isCode = false;
        for (var i = 0; i < markup.Length;)
        {
            if (markup[i] == '<')
            {
                var end = markup.IndexOf('>', i);
                if (end < 0) end = markup.Length - 1;
                var tag = markup.AsSpan(i + 1, end - i - 1);
                if (tag.StartsWith("pre")) isCode = true;
                if (!isCode || !tag.TrimStart('/').StartsWith("code")) Tag(tag, outline);
                if (tag.StartsWith("/pre")) isCode = false;
                i = end + 1;
                continue;
            }

            var next = markup.IndexOf('<', i);
            if (next < 0) next = markup.Length;
            for (; i < next; i++)
            {
                // In code every space and line counts.
                if (isCode) outline.Append(markup[i] switch { ' ' => '␠', '\n' => '␤', var c => c });
                else Text(markup[i], outline);
            }
        }

        return Tidy(outline);
    }

    private static void Text(char c, StringBuilder outline)
    {
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r' or '\u00A0' or '\u202F':
                if (outline.Length > 0 && outline[^1] != ' ') outline.Append(' ');
                break;
            case '“' or '”' or '„' or '«' or '»': outline.Append("&quot;"); break;
            case '‘' or '’' or '\'': outline.Append('\''); break;
            case '…': outline.Append("..."); break;
            case '–' or '—' or '-':
                if (outline.Length == 0 || outline[^1] != '-') outline.Append('-');
                break;
            default: outline.Append(c); break;
        }
    }

    private static void Tag(ReadOnlySpan<char> tag, StringBuilder outline)
    {
        var isEnd = tag.StartsWith("/");
        if (isEnd) tag = tag[1..];
        var space = tag.IndexOfAny(' ', '\n');
        var written = space < 0 ? tag : tag[..space];
        var name = written switch { "b" => "strong", "i" => "em", "s" => "del", _ => written.ToString() };
        if (name is "p" or "div" or "thead" or "tbody" or "tfoot")
        {
            outline.Append('¶');
            return;
        }

        var attributes = space < 0 || isEnd ? "" : Attributes(tag[space..]);
        if (name == "span" && attributes.Length == 0 && !isEnd) return;
        if (name == "span" && isEnd) return;
        outline.Append('⟨').Append(isEnd ? "/" : "").Append(name).Append(attributes).Append('⟩');
    }

    // What pages add on their own does not count.
    private static string Attributes(ReadOnlySpan<char> rest)
    {
        var kept = new StringBuilder();
        while ((rest = rest.TrimStart()).Length > 0)
        {
            var equals = rest.IndexOf("=\"");
            if (equals < 0) break;
            var close = rest[(equals + 2)..].IndexOf('"');
            if (close < 0) break;
            var name = rest[..equals];
            if (name is not ("id" or "class" or "rel" or "loading" or "width" or "height" or "tabindex" or "role" or "scope" or "start"))
                kept.Append(' ').Append(name).Append('=').Append(rest.Slice(equals + 2, close));
            else if (name is "start" && !rest.Slice(equals + 2, close).SequenceEqual("1"))
                kept.Append(" start=").Append(rest.Slice(equals + 2, close));
            rest = rest[(equals + 3 + close)..];
        }

        return kept.ToString();
    }

    /// <summary>Line ends at the edges of code are none. Paragraphs part what they part once, and nothing at the edge of a list, a cell or the whole; a bare address is a link.</summary>
    private static string Tidy(StringBuilder outline)
    {
        var tidy = new StringBuilder(outline.Length);
        var isGap = false;
        for (var i = 0; i < outline.Length; i++)
        {
            var c = outline[i];
            if (c == '¶' || (c is ' ' or '␤' && (isGap || tidy.Length == 0)))
            {
                isGap |= c == '¶';
                continue;
            }

            if (c == '⟨' && Address(outline, i) is var (url, end))
            {
                if (isGap) Gap(tidy);
                isGap = false;
                tidy.Append(url);
                i = end;
                continue;
            }

            var atBlock = c == '⟨' && IsBlockTag(outline, i);
            if (isGap && !atBlock) Gap(tidy);
            isGap = atBlock && isGap ? false : isGap && !atBlock ? false : isGap;
            if (atBlock) TrimEnd(tidy);
            tidy.Append(c);
            if (!atBlock) continue;
            while (++i < outline.Length && outline[i] != '⟩') tidy.Append(outline[i]);
            tidy.Append('⟩');
            isGap = true;
        }

        TrimEnd(tidy);
        return tidy.ToString();
    }

    private static void Gap(StringBuilder tidy)
    {
        TrimEnd(tidy);
        if (tidy.Length > 0) tidy.Append('¶');
    }

    private static void TrimEnd(StringBuilder tidy)
    {
        while (tidy.Length > 0 && tidy[^1] is ' ' or '¶' or '␤') tidy.Length--;
    }

    /// <summary>A link whose words are its address: the address, and where the link ends.</summary>
    private static (string Url, int End)? Address(StringBuilder outline, int at)
    {
        const string start = "⟨a href=", close = "⟨/a⟩";
        if (!StartsWith(outline, at, start)) return null;
        var tagEnd = at;
        while (tagEnd < outline.Length && outline[tagEnd] != '⟩') tagEnd++;
        var url = outline.ToString(at + start.Length, tagEnd - at - start.Length);
        var textEnd = tagEnd + 1;
        while (textEnd < outline.Length && outline[textEnd] != '⟨') textEnd++;
        if (!StartsWith(outline, textEnd, close)) return null;
        var text = outline.ToString(tagEnd + 1, textEnd - tagEnd - 1);
        return Same(text, url) ? (text, textEnd + close.Length - 1) : null;
    }

    private static bool Same(string text, string url)
    {
        var words = new StringBuilder();
        foreach (var c in url) Text(c, words);
        var plain = words.ToString();
        return text == plain || "http://" + text == plain || "https://" + text == plain || text + "/" == plain;
    }

    private static bool StartsWith(StringBuilder outline, int at, string text)
    {
        if (at + text.Length > outline.Length) return false;
        for (var i = 0; i < text.Length; i++)
            if (outline[at + i] != text[i]) return false;
        return true;
    }

    private static bool IsBlockTag(StringBuilder outline, int at)
    {
        var start = at + 1;
        if (start < outline.Length && outline[start] == '/') start++;
        var end = start;
        while (end < outline.Length && (char.IsAsciiLetter(outline[end]) || char.IsAsciiDigit(outline[end]))) end++;
        return outline.ToString(start, end - start) is var name && (MarkdownText.IsBlock(name) || name == "hr");
    }
}
