using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Gathers words without markup: one space between them, no control characters, no more than wanted.</summary>
/// <param name="limit">In UTF-16 units.</param>
/// <param name="quoted">Those of quotations, too, which somebody else said.</param>
internal sealed class PlainWords(int limit, bool quoted = true)
{
    private const string Gap = " […]"; // where a quotation is left out

    internal const int LongestIntroduction = 120;

    // One more than wanted says that there is more; before it, a space may come.
    private char[] words = new char[Math.Min(limit, 512) + 2];
    private int length;
    private bool hasSpace; // before the next word, if there is one: what is full then has more
    private bool hasGap; // likewise
    private int quotations; // that are open
    private bool hasQuotation;
    private int block; // where the last one with words begins
    private bool isNewBlock; // with the next word

    internal bool IsFull => length > limit;

    /// <summary>Nothing was gathered, but for what was left out.</summary>
    internal bool IsOnlyQuoted => length == 0 && hasQuotation;

    /// <summary>What is added goes nowhere.</summary>
    internal bool IsPassingOver => quotations > 0 && !quoted;

    /// <summary>A short sentence that ends in a colon says no more than whose words come now, and goes with them.</summary>
    internal void OpenQuotation()
    {
        if (quotations++ > 0 || quoted) return;
        if (length > 0 && words[length - 1] is ':' or '：' && LastSentence() is var begin && length - begin <= LongestIntroduction)
            length = words.AsSpan(0, begin).TrimEnd(' ').Length;
        hasQuotation = true;
    }

    /// <summary>Where it begins: behind a stop after a word in small letters, which is no abbreviation of a title or a month, or with its block.</summary>
    private int LastSentence()
    {
        for (var at = length - 1; at > block + 3; at--)
            if (char.IsUpper(words[at]) && words[at - 1] == ' ' && words[at - 2] is '.' or '!' or '?' or '…' && IsSmallWord(words.AsSpan(block..(at - 2)))) return at;
        return Math.Min(block, length);
    }

    private static bool IsSmallWord(ReadOnlySpan<char> before) =>
        before[(before.LastIndexOfAny(' ', '.') + 1)..] is { Length: > 1 } word && char.IsLower(word[0]) && char.IsLower(word[^1]);

    internal void CloseQuotation()
    {
        if (quotations == 0 || --quotations > 0 || quoted) return;
        hasGap = length > 0;
    }

    /// <summary>What comes stands in a quotation, or in none, whatever came before.</summary>
    internal void SetQuoted(bool isQuoted)
    {
        if (isQuoted == quotations > 0) return;
        if (isQuoted) OpenQuotation();
        else CloseQuotation();
    }

    /// <summary>The words of a heading, of an image's description.</summary>
    internal static string Of(ContainerInline? inlines, int limit)
    {
        var words = new PlainWords(limit);
        words.Add(inlines, null);
        return words.Cut();
    }

    internal void Add(ContainerInline? inlines, Typographer? typographer)
    {
        foreach (var inline in MarkdownNodes.Inlines(inlines))
        {
            if (IsFull) return;
            if (inline is LiteralInline { Content: var literal })
                Add(typographer is null ? literal.AsSpan() : typographer.Set(literal.AsSpan()));
            else if (TextOf(inline) is { Length: > 0 } text)
            {
                typographer?.Skip(text[^1]);
                Add(text);
            }
        }
    }

    internal static string? TextOf(Inline inline) => inline switch
    {
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline lineBreak => MarkdownNodes.Vanishes(lineBreak) ? null : " ",
        FootnoteLink => null,
        DelimiterInline delimiter => delimiter.ToLiteral(),
        _ => null,
    };

    internal void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsFull) return;
            if (c is > ' ' and < '\u007F') Append(c);
            else if (c is ' ' or '\n' or '\t' or '\r') hasSpace = length > 0;
            else if (!char.IsControl(c) && !Bidi.IsControl(c)) Append(c);
        }
    }

    internal void Space() => (hasSpace, isNewBlock) = (length > 0, true);

    private void Append(char c)
    {
        if (IsPassingOver) return;
        if (length + Gap.Length + 2 > words.Length) Array.Resize(ref words, (words.Length * 2) + Gap.Length);
        if (hasGap)
        {
            Gap.CopyTo(words.AsSpan(length));
            length += Gap.Length;
            hasGap = false;
        }

        if (hasSpace) words[length++] = ' ';
        hasSpace = false;
        if (isNewBlock) block = length;
        isNewBlock = false;
        words[length++] = c;
    }

    /// <summary>What was gathered, if too long cut after a word, with an ellipsis in the limit.</summary>
    internal string Cut()
    {
        var all = words.AsSpan(0, length);
        if (all.Length <= limit) return all.ToString();
        ReadOnlySpan<char> cut = all[..Math.Max(0, limit - 1)];
        if (all[cut.Length] != ' ' && EndOfWord(cut) is > 0 and var end) cut = cut[..end];
        else while (cut.Length > 0 && Rune.TryCreate(all[cut.Length], out var next) && Letters.IsMark(next)) cut = cut[..^1];
        if (cut.Length > 0 && char.IsHighSurrogate(cut[^1])) cut = cut[..^1];
        cut = cut.TrimEnd(' ');
        if (cut.EndsWith(Gap, StringComparison.Ordinal)) cut = cut[..^Gap.Length];
        return string.Concat(cut.TrimEnd(" \u00A0\u202F,;:.…–—(、，；：。．（「『"), "…");
    }

    /// <summary>
    /// Where the last whole word ends, which may be behind any letter of Chinese. 0 where nobody can tell: in a text of one word, and in
    /// one of a script whose spaces stand between sentences, as those of Thai do.
    /// </summary>
    private static int EndOfWord(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] != ' ' && !SegmentBreak.IsWide(text[end - 1])) end--;
        if (end > 0 && text[end - 1] == ' ') end--;
        return end > text.Length / 2 || (end > 0 && char.IsAscii(text[^1])) ? end : 0;
    }
}
