using System.Text;

namespace Palabre.Import.Mail;

/// <summary>
/// Tells which lines of a letter go on with the line before as one header field (RFC 5322, section 2.2.3), beyond those that programs write: what takes
/// fields apart does so in time by the square of their lines. The heads of parts (RFC 2046, section 5.1.1) count as that of the letter.
/// </summary>
internal sealed class HeaderFolds
{
    private const int Most = 500;

    private readonly HashSet<string> boundaries = new(StringComparer.Ordinal);
    private bool isHead, isType, isMultipart; // within a header; its field is the type of what follows; and that has parts
    private int folds;

    /// <param name="isHead">It begins with a header.</param>
    internal void Begin(bool isHead)
    {
        boundaries.Clear();
        Enter(isHead);
    }

    /// <summary>Whether the end of the line before is none: the two are one line of a header.</summary>
    /// <param name="text">The next line, without its end.</param>
    internal bool Joins(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !isHead)
        {
            Enter(boundaries.Count > 0 && text.StartsWith("--"u8) && boundaries.Contains(Encoding.Latin1.GetString(text[2..].TrimEnd(" \t"u8))));
            return false;
        }

        if (text[0] is (byte)' ' or (byte)'\t') folds++;
        else (isType, isMultipart, folds) = (IsType(text), false, 0);
        if (isType) Learn(text);
        return folds > Most;
    }

    private void Enter(bool isHead) => (this.isHead, isType, isMultipart, folds) = (isHead, false, false, 0);

    private static bool IsType(ReadOnlySpan<byte> text)
    {
        var name = "Content-Type:"u8;
        return text.Length > name.Length && Ascii.EqualsIgnoreCase(text[..name.Length], name);
    }

    private void Learn(ReadOnlySpan<byte> text)
    {
        // Names have no case; programs write these in one of two.
        isMultipart |= text.IndexOf("ultipart/"u8) >= 0 || text.IndexOf("ULTIPART/"u8) >= 0;
        var at = text.IndexOf("oundary="u8) is >= 0 and var small ? small : text.IndexOf("OUNDARY="u8);
        if (!isMultipart || at < 0) return;
        var value = text[(at + "oundary=".Length)..];
        var isQuoted = value.StartsWith("\""u8);
        if (isQuoted) value = value[1..];
        var end = isQuoted ? value.IndexOf((byte)'"') : value.IndexOfAny("; \t"u8);
        if (end >= 0) value = value[..end];
        if (!value.IsEmpty) boundaries.Add(Encoding.Latin1.GetString(value));
    }
}
