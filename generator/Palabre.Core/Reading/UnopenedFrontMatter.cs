using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// Finds what was meant for front matter and would be published as text, a draft's <c>draft: true</c> among it: keys whose first line is
/// missing, stands below an empty one, or is not quite three hyphens. Without any such line, keys count only as a block without gaps.
/// </summary>
internal static class UnopenedFrontMatter
{
    private const string Fence = "---", OfToml = "+++";

    /// <param name="text">Of a file that does not begin with a line <c>---</c>.</param>
    /// <param name="known">The keys that such a file may have.</param>
    internal static Diagnostic? In(string path, string text, FieldSet known)
    {
        var (number, opener, first, firstLine) = (0, "", "", 0);
        var (isKnown, isDraft, isClosed) = (false, false, false);
        foreach (var line in new TextLines(text))
        {
            number++;
            var trimmed = line.Trim();
            if (opener.Length == 0 && firstLine == 0 && IsRule(trimmed))
            {
                opener = (number == 1 ? line.TrimEnd() : trimmed).ToString();
            }
            else if (opener.Length > 0 ? IsRule(trimmed) : trimmed.SequenceEqual(Fence))
            {
                isClosed = firstLine > 0;
                break;
            }
            else if (Pair(line) is var (key, value))
            {
                if (firstLine == 0) (first, firstLine) = (trimmed.ToString(), number);
                isKnown |= known.Find(key) is not null;
                isDraft |= key == PostFields.Draft.Name && Flags.Read(value) is not null;
            }
            else if (firstLine == 0)
            {
                if (!trimmed.IsEmpty) return null;
            }
            else if (opener != OfToml && !(trimmed.IsEmpty ? opener.Length > 0 : line[0] is ' ' or '\t' or '-' or '#'))
            {
                break; // what follows is text
            }
        }

        return isKnown && (isClosed || isDraft) ? Catalogue.FrontMatterNotOpened(new(path, firstLine, 1), first, opener) : null;
    }

    /// <summary>Hyphens; dashes, as some programs make of them; or the marks of another language.</summary>
    private static bool IsRule(ReadOnlySpan<char> line) =>
        line is OfToml || (line.Length > 0 && !line.ContainsAnyExcept("-–—") && (line.Length > 2 || line.ContainsAny("–—")));

    /// <summary>What a line <c>key: value</c>, or <c>key = value</c>, says; null of others.</summary>
    private static (string Key, string Value)? Pair(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny(":=");
        if (end < 1 || (line[end] == ':' && end + 1 < line.Length && line[end + 1] is not (' ' or '\t'))) return null;
        var key = line[end] == '=' ? line[..end].TrimEnd() : line[..end];
        if (key.IsEmpty || !char.IsAsciiLetter(key[0])) return null;
        foreach (var c in key)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) return null;
        return (key.ToString(), line[(end + 1)..].Trim().ToString());
    }
}
