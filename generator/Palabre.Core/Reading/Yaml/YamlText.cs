using Palabre.Diagnostics;
using Palabre.Model;
using YamlDotNet.Core;

namespace Palabre.Reading;

/// <summary>
/// A text made fit for YamlDotNet, which ends lines at NEL, LS and PS, as YAML 1.1 did; editors and YAML 1.2 do not.
/// These three travel through the parser as control characters, which YAML forbids and which are replaced before.
/// Lines and columns stay those of the editor.
/// </summary>
internal sealed class YamlText
{
    private const string LineBreaksOfYaml11 = "\u0085\u2028\u2029", StandIns = "\u0001\u0002\u0003";

    /// <summary>Outside of YAML's printable set (1.2.2, production 1), or one of the three; surrogates are seen to apart.</summary>
    private static readonly SpecialChars Troublesome = new(
        [.. Range(0, 8), '\v', '\f', .. Range(0x0E, 0x1F), .. Range(0x7F, 0x9F), '\u2028', '\u2029', '\uFFFE', '\uFFFF']);

    private readonly SourceLocation start;

    private YamlText(string text, SourceLocation start, bool hasStandIns)
    {
        Text = text;
        this.start = start;
        HasStandIns = hasStandIns;
    }

    /// <summary>What to parse.</summary>
    public string Text { get; }

    public bool HasStandIns { get; }

    /// <param name="source">Where the text begins in its file.</param>
    public static YamlText Prepare(string text, SourceLocation source, List<Diagnostic> diagnostics)
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        var span = text.AsSpan();
        if (!Troublesome.AreIn(span) && !HasLoneSurrogate(span)) return new(text, source, false);

        var prepared = text.ToCharArray();
        int first = -1, count = 0;
        var hasStandIns = false;
        for (var i = 0; i < prepared.Length; i++)
        {
            var standIn = LineBreaksOfYaml11.IndexOf(prepared[i]);
            if (standIn >= 0)
            {
                (prepared[i], hasStandIns) = (StandIns[standIn], true);
            }
            else if (IsPair(span, i))
            {
                i++;
            }
            else if (char.IsSurrogate(prepared[i]) || Troublesome.Contains(prepared[i]))
            {
                if (count++ == 0) first = i;
                prepared[i] = '\uFFFD';
            }
        }

        var result = new YamlText(new(prepared), source, hasStandIns);
        if (count > 0) diagnostics.Add(Catalogue.YamlForbiddenCharacter(result.At(Mark.Empty, first), text[first], count - 1));
        return result;
    }

    /// <summary>The text of a scalar, with the characters that the stand-ins stood for.</summary>
    public string Restore(string value) => !HasStandIns ? value : value
        .Replace(StandIns[0], LineBreaksOfYaml11[0])
        .Replace(StandIns[1], LineBreaksOfYaml11[1])
        .Replace(StandIns[2], LineBreaksOfYaml11[2]);

    /// <summary>The place of a line and column of this text, 1-based, in its file.</summary>
    public SourceLocation At(long line, long column) => new(
        start.File,
        Math.Max(start.Line, 1) + (int)line - 1,
        (line == 1 ? Math.Max(start.Column, 1) - 1 : 0) + (int)column);

    public SourceLocation At(Mark mark)
    {
        mark = Within(mark);
        return At(mark.Line, mark.Column);
    }

    /// <summary>The place of the character at <paramref name="index"/>, not before <paramref name="from"/>.</summary>
    public SourceLocation At(Mark from, int index)
    {
        var (line, column) = (from.Line, from.Column);
        for (var i = (int)from.Index; i < index; i++)
        {
            var endsLine = Text[i] == '\n' || (Text[i] == '\r' && !IsAt(i + 1, '\n'));
            (line, column) = endsLine ? (line + 1, 1) : (line, column + 1);
        }

        return At(line, column);
    }

    /// <summary>The mark, or that of the text's end if it lies behind: YamlDotNet counts a line more there.</summary>
    public Mark Within(Mark mark)
    {
        if (mark.Index < Text.Length) return mark;
        var breaks = Text.AsSpan().Count('\n') + Text.AsSpan().Count('\r') - Text.AsSpan().Count("\r\n");
        return new(Text.Length, breaks + 1, Text.Length - Text.AsSpan().LastIndexOfAny('\r', '\n'));
    }

    /// <summary>Whether <paramref name="c"/> stands at <paramref name="index"/>, which may lie behind the end.</summary>
    public bool IsAt(int index, char c) => index < Text.Length && Text[index] == c;

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var rest = text; rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var i; rest = rest[(i + 2)..])
            if (!IsPair(rest, i)) return true;
        return false;
    }

    private static bool IsPair(ReadOnlySpan<char> text, int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
