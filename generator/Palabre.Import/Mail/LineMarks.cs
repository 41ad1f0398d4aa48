using System.Buffers;

namespace Palabre.Import.Mail;

/// <summary>Tells what begins a line of its own: nobody's program broke the line before it there.</summary>
internal static class LineMarks
{
    private static readonly string[] Addresses = ["http://", "https://", "ftp://", "www."];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Fields = new HashSet<string>(
        [
            "From", "Sent", "To", "Cc", "Bcc", "Subject", "Date", "Reply-To", "Importance", "Attachments", "De", "Envoyé", "À", "A", "Objet", "Von", "Gesendet", "An", "Betreff", "Datum",
            "Da", "Inviato", "Oggetto", "Enviado", "Para", "Asunto", "Assunto", "Van", "Verzonden", "Aan", "Onderwerp",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Clock = SearchValues.Create("0123456789:-/.T");

    internal static bool Begins(string line)
    {
        var text = line.AsSpan().TrimStart();
        return OfList(text) > 0 || IsDated(text) || IsAddress(text) || Field(text).Length > 0;
    }

    /// <summary>The length of the mark that an item of a list begins with, 0 for none.</summary>
    internal static int OfList(ReadOnlySpan<char> text)
    {
        if (text.Length < 2) return 0;
        if (text[0] is '-' or '*' or '+' or '•') return text[1] is ' ' or '\t' || text[0] == '•' ? 1 : 0;
        var at = text[0] is '[' or '(' ? 1 : 0;
        var digits = 0;
        while (at + digits < text.Length && digits < 4 && char.IsAsciiDigit(text[at + digits])) digits++;
        var end = at + (digits > 0 ? digits : 1);
        if (end >= text.Length || digits > 3) return 0;
        var isMark = at > 0 ? (digits > 0 || (text[0] == '(' && char.IsAsciiLetter(text[1]))) && text[end] == (text[0] == '[' ? ']' : ')') : text[end] == ')' ? digits > 0 || char.IsAsciiLetter(text[0]) : digits > 0 && text[end] == '.';
        return isMark && (at > 0 || end + 1 == text.Length || text[end + 1] is ' ' or '\t') ? end + 1 : 0;
    }

    /// <summary>The name of a line of a letter's head, in the languages of the programs that quote it; empty for none.</summary>
    internal static ReadOnlySpan<char> Field(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" *");
        var colon = line.IndexOf(':');
        if (colon is < 1 or > 20) return [];
        var name = line[..colon].TrimEnd(" *\u00A0");
        return Fields.Contains(name) ? name : [];
    }

    /// <summary>A date or a time, as the lines of a log begin with.</summary>
    private static bool IsDated(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('[');
        var end = text.IndexOfAny(' ', ']', '\t');
        var word = end < 0 ? text : text[..end];
        if (word.Length >= 4 && char.IsAsciiDigit(word[0])) return IsNumbers(word);
        if (word.Length != 3 || end < 0) return false;
        if (IsIn(LetterDates.Weekdays, word)) return text.Length > 8 && text[3] == ' ' && IsIn(LetterDates.Months, text.Slice(4, 3));
        return IsIn(LetterDates.Months, word) && text.Length > 8 && text[4..Math.Min(text.Length, 16)].Contains(':');
    }

    private static bool IsNumbers(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd("Z,:");
        var start = word[..Math.Min(word.Length, 16)];
        var marks = start.Count('-') + start.Count('/') + start.Count('.') + (2 * start.Count(':'));
        return marks >= 2 && char.IsAsciiDigit(word[^1]) && !start.ContainsAnyExcept(Clock);
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('<');
        foreach (var address in Addresses)
            if (text.StartsWith(address, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsIn(string[] names, ReadOnlySpan<char> word)
    {
        foreach (var name in names)
            if (word.SequenceEqual(name)) return true;
        return false;
    }
}
