using System.Buffers;
using Palabre.Diagnostics;
using YamlDotNet.Core;

namespace Palabre.Reading;

/// <summary>A line of YAML as its writer sees it, for advice: taken apart without a parser, which has given up on it.</summary>
/// <param name="Text">Without its end. Of a line too long for advice, empty.</param>
/// <param name="Column">Where in it the mistake was found, 0-based.</param>
/// <param name="Begin">Where it begins in the whole text.</param>
/// <param name="Number">1-based.</param>
internal readonly record struct YamlLine(string Text, int Column, int Begin, long Number)
{
    /// <summary>Longer lines are not repeated to the editor; and one text may hold very many mistakes.</summary>
    private const int Longest = 200;

    private static readonly SearchValues<char> NotInKeys = SearchValues.Create(" \"'/[]{}");

    public static YamlLine At(string text, Mark mark)
    {
        var index = Math.Min((int)mark.Index, text.Length);
        var before = text.AsSpan(Math.Max(0, index - Longest), Math.Min(Longest, index));
        var after = text.AsSpan(index, Math.Min(Longest, text.Length - index));
        var begin = before.LastIndexOfAny('\r', '\n') + 1;
        var end = after.IndexOfAny('\r', '\n');
        if (end < 0) end = after.Length;
        var isWhole = (begin > 0 || index < Longest) && end < Longest;
        return isWhole ? new(string.Concat(before[begin..], after[..end]), before.Length - begin, index - before.Length + begin, mark.Line)
            : new("", 0, 0, mark.Line);
    }

    /// <summary>The last line above that is not blank, and its first character; of none, an empty line.</summary>
    public YamlLine Above(string text)
    {
        var above = this;
        while (above is { Begin: > 0, Number: > 1 })
        {
            var lineEnd = above.Begin - (text[above.Begin - 1] == '\n' && above.Begin > 1 && text[above.Begin - 2] == '\r' ? 2 : 1);
            above = At(text, new(lineEnd, above.Number - 1, 1));
            if (above.Indent < above.Text.Length) return above with { Column = above.Indent };
        }

        return above with { Text = "", Column = 0 };
    }

    public int Indent => Text.Length - Text.AsSpan().TrimStart(" \t").Length;

    /// <summary>Where the first tab of the indentation stands, 0-based; -1 if it has none.</summary>
    public int TabInIndent => Text.AsSpan(0, Indent).IndexOf('\t');

    /// <summary>The mistake is in what the line begins with.</summary>
    public bool IsAtStart => Column <= Indent;

    /// <summary>Where the key, or the text of a list item, begins.</summary>
    private int Start
    {
        get
        {
            var start = Indent;
            while (Text.AsSpan(start).StartsWith("- ")) start += 2 + CountOf(' ', start + 2);
            return start;
        }
    }

    /// <summary>The first ':' that ends a key, or -1.</summary>
    public int Colon
    {
        get
        {
            var start = Start;
            if (start < Text.Length && Text[start] is '"' or '\'') start = Text.IndexOf(Text[start], start + 1) + 1;
            for (var i = start; i < Text.Length; i++)
                if (Text[i] == ':' && (i + 1 == Text.Length || Text[i + 1] is ' ' or '\t')) return i;
            return -1;
        }
    }

    /// <summary>The key, or null if the line has none.</summary>
    public string? Key => Colon is > 0 and var colon ? Text[Start..colon] : null;

    /// <summary>The line with the space that is missing after its first ':' or '-'; null if none is missing for certain.</summary>
    public string? WithSpace()
    {
        var start = Start;
        if (Colon >= 0 || start == Text.Length) return null;
        if (Text[start] == '-' && start + 1 < Text.Length && Text[start + 1] is not ('-' or ' '))
            return Shown($"- {Text[(start + 1)..]}");
        var colon = Text.IndexOf(':', start);
        var isKey = colon > start && Text.AsSpan(start, colon - start).IndexOfAny(NotInKeys) < 0;
        return isKey && !Text.AsSpan(colon).StartsWith("://") ? Shown($"{Text[Indent..colon]}: {Text[(colon + 1)..]}") : null;
    }

    /// <summary>The line with its value, or the text of its list item, in quotes; null where that is not certain.</summary>
    public string? InQuotes()
    {
        var begin = Colon is > 0 and var colon ? colon + 1 : Start > Indent ? Start - 1 : -1;
        if (begin < 0) return null;
        var value = Text[begin..].Trim();
        return value.Length == 0 ? null : Shown($"{Text[Indent..begin]} {Quoted(value)}");
    }

    /// <summary>The line with <paramref name="sign"/> at its end.</summary>
    public string? ClosedBy(char sign) => Text.Length == 0 ? null : Shown(Text[Indent..].TrimEnd() + sign);

    private static string Quoted(string value)
    {
        var inner = value.Length > 1 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
        return inner.AsSpan().IndexOfAny('"', '\\') < 0 ? $"\"{inner}\"" : $"'{inner.Replace("'", "''")}'";
    }

    /// <summary>Null where the advice could not be copied as it stands.</summary>
    private static string? Shown(string line) => Excerpt.ForTerminal(line, 120) == line ? line : null;

    private int CountOf(char c, int start)
    {
        var count = 0;
        while (start + count < Text.Length && Text[start + count] == c) count++;
        return count;
    }
}
