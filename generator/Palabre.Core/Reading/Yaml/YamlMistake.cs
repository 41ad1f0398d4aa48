using Palabre.Diagnostics;
using Palabre.Model;
using YamlDotNet.Core;

namespace Palabre.Reading;

/// <summary>
/// What an editor did, from what the parser stumbled on. Its messages speak of tokens and scalars, and often of a place
/// behind the mistake; typical mistakes are told by the line itself.
/// </summary>
internal static class YamlMistake
{
    /// <param name="message">YamlDotNet's (version 18); of an unknown one the line is quoted as a whole.</param>
    /// <param name="end">Where the parser gave up.</param>
    /// <param name="open">The outermost <c>[</c> or <c>{</c> that is open, if any.</param>
    public static Diagnostic Explain(YamlText text, string message, Mark start, Mark end, YamlFrame? open)
    {
        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);

        (start, end) = (text.Within(start), text.Within(end));
        var place = text.At(start);
        var line = YamlLine.At(text.Text, start);
        var lastLine = YamlLine.At(text.Text, end);
        if ((Tab(text, lastLine) ?? TabAbove(text, line.Above(text.Text))) is { } tab) return tab;
        if (Says("scanning a quoted") || Says("double-quoted")) return Quote(text, message, place, line, end);
        if (open is not null) return Bracket(open, text, end);
        if (Says("multiline plain scalar")) return WithoutColon(text, line.Above(text.Text));
        if (Says("spaces in")) return Catalogue.YamlIndentation(text.At(end));
        if (Says("invalid mapping") || Says("Mapping values")) return Colon(text, place, line);
        if (Says("did not find expected key") || Says("'-' indicator") || Says("<document") || Says("expected ':'"))
            return line.IsAtStart ? Start(text, line)
                : Rest(text, start) is { Length: > 0 } rest ? Catalogue.YamlTextAfterValue(place, rest, line.InQuotes())
                : Catalogue.YamlUnreadable(place, "");
        return line.Column < line.Text.Length && Reserved.Contains(line.Text[line.Column])
            ? Catalogue.YamlReservedCharacter(place, line.Text[line.Column], line.IsAtStart ? null : line.InQuotes())
            : Catalogue.YamlUnreadable(place, Rest(text, start));
    }

    private const string Reserved = "@`%&*!|>[]{},-?:#\"'";

    private static Diagnostic? Tab(YamlText text, YamlLine line) =>
        line.TabInIndent < 0 ? null : Catalogue.YamlTab(text.At(line.Number, line.TabInIndent + 1));

    /// <summary>Further in, a tab above may belong to the text of a block.</summary>
    private static Diagnostic? TabAbove(YamlText text, YamlLine line) => line.TabInIndent == 0 ? Tab(text, line) : null;

    /// <summary>A quotation mark that is not closed, or a wrong escape behind it.</summary>
    private static Diagnostic Quote(YamlText text, string message, SourceLocation place, YamlLine line, Mark end)
    {
        var isOpen = message.Contains("end of stream", StringComparison.Ordinal)
            || message.Contains("wrong indentation", StringComparison.Ordinal)
            || message.Contains("document indicator", StringComparison.Ordinal);
        if (!isOpen) return BadEscape(text, end);
        if (line.Column >= line.Text.Length) return Catalogue.YamlUnclosedQuote(place, null);
        var quote = line.Text[line.Column];
        return Catalogue.YamlUnclosedQuote(place, line.Text.LastIndexOf(quote) == line.Column ? line.ClosedBy(quote) : null);
    }

    /// <param name="end">On the escape, or not far behind.</param>
    public static Diagnostic BadEscape(YamlText text, Mark end)
    {
        end = text.Within(end);
        var line = YamlLine.At(text.Text, end);
        var column = line.Column < line.Text.Length ? line.Text.LastIndexOf('\\', line.Column) : -1;
        if (column < 0) return Catalogue.YamlBadEscape(text.At(end), "\\", null);
        var written = line.Text.AsSpan(column, Math.Min(6, line.Text.Length - column));
        var length = written.IndexOfAny(' ', '"');
        return Catalogue.YamlBadEscape(
            text.At(end.Line, column + 1), (length < 2 ? written : written[..length]).ToString(), line.InQuotes());
    }

    /// <summary>The parser stumbled within brackets that it has not told of yet.</summary>
    public static Diagnostic UnclosedBracketAbove(YamlText text, Mark here)
    {
        here = text.Within(here);
        var line = YamlLine.At(text.Text, here).Above(text.Text);
        var column = line.Text.AsSpan().IndexOfAny('[', '{');
        return column < 0 ? Catalogue.YamlUnreadable(text.At(here), Rest(text, here))
            : Catalogue.YamlUnclosedBracket(text.At(line.Number, column + 1), line.Text[column], null);
    }

    private static Diagnostic Bracket(YamlFrame open, YamlText text, Mark noticed)
    {
        var line = YamlLine.At(text.Text, open.Mark);
        var close = open.IsMap ? '}' : ']';
        var isLast = line.Text.Length > 0 && noticed.Line > open.Mark.Line && !line.Text.Contains(close, StringComparison.Ordinal);
        return Catalogue.YamlUnclosedBracket(open.Source, open.IsMap ? '{' : '[', isLast ? line.ClosedBy(close) : null);
    }

    /// <summary>A line that YAML took for text, because its ':' is missing or has no space behind it.</summary>
    private static Diagnostic WithoutColon(YamlText text, YamlLine line)
    {
        var place = text.At(line.Number, line.Column + 1);
        return line.WithSpace() is { } withSpace
            ? Catalogue.YamlMissingSpace(place, line.Text[line.Column..], withSpace)
            : Catalogue.YamlMissingColon(place, line.Text[line.Column..]);
    }

    /// <summary>A ':' too many: in a value, or of a line that should begin further left.</summary>
    private static Diagnostic Colon(YamlText text, SourceLocation place, YamlLine line) =>
        line.Text.Length > 0 && line.Colon >= line.Column
            ? Catalogue.YamlIndentation(text.At(line.Number, line.Indent + 1))
            : Catalogue.YamlColonInValue(place, line.Key, line.InQuotes());

    /// <summary>A whole line that does not belong where it stands.</summary>
    private static Diagnostic Start(YamlText text, YamlLine line) =>
        line.Text.Length == 0 ? Catalogue.YamlUnreadable(text.At(line.Number, 1), "")
        : line.Colon >= 0 || line.Text.AsSpan(line.Indent).StartsWith("- ")
            ? Catalogue.YamlIndentation(text.At(line.Number, line.Indent + 1))
        : WithoutColon(text, line with { Column = line.Indent });

    private static string Rest(YamlText text, Mark mark)
    {
        var rest = text.Text.AsSpan((int)Math.Min(mark.Index, text.Text.Length));
        var end = rest.IndexOfAny('\r', '\n');
        return rest[..Math.Min(end < 0 ? rest.Length : end, 100)].ToString();
    }
}
