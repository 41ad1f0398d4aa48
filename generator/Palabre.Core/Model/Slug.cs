using System.Security.Cryptography;
using System.Text;

namespace Palabre.Model;

/// <summary>
/// Names folded for addresses and for comparison: lower case, without accents, every run of other than letters and
/// digits one '-', none at either end. Letters of other scripts than Latin stay, so that a name in Greek or Arabic
/// does not fold to nothing. A table of our own rather than Unicode normalisation, which needs data that not every
/// machine has and which changes between versions: an address may not.
/// </summary>
public static class Slug
{
    /// <summary>At most this many bytes of UTF-8: a path segment, with what is added to it, has to fit any file system (255).</summary>
    public const int MaximumBytes = 180;

    private const int HashBytes = 4;

    /// <summary>
    /// The slug of <paramref name="name"/>; empty if it has neither letter nor digit. One of over
    /// <see cref="MaximumBytes"/> is cut and ends in a hash of the whole, so that long names which begin alike stay apart.
    /// </summary>
    public static string From(string name)
    {
        if (IsSlug(name)) return name;
        var slug = new StringBuilder(name.Length + 2);
        var gap = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (slug.Length > 0 && !gap && !rune.IsAscii && Marks.Joined(slug[^1], rune) is { } joined)
            {
                slug[^1] = joined;
                continue;
            }

            var folded = Letters.Fold(rune);
            if (folded is null) continue; // a combining accent belongs to the letter before it
            if (folded.Length == 0)
            {
                gap = slug.Length > 0;
                continue;
            }

            if (gap) slug.Append('-');
            gap = false;
            slug.Append(folded);
        }

        return Fitted(slug.ToString());
    }

    private static string Fitted(string slug)
    {
        if (slug.Length <= MaximumBytes / 3) return slug; // a UTF-16 unit takes three bytes at most
        var bytes = Encoding.UTF8.GetBytes(slug);
        if (bytes.Length <= MaximumBytes) return slug;
        var end = MaximumBytes - (2 * HashBytes) - 1;
        while ((bytes[end] & 0xC0) == 0x80) end--; // within a character
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, HashBytes));
        return $"{Encoding.UTF8.GetString(bytes, 0, end).TrimEnd('-')}-{hash}";
    }

    private static bool IsSlug(string name)
    {
        if (name.Length is 0 or > MaximumBytes || name[0] == '-' || name[^1] == '-') return false;
        var previous = '\0';
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && (c != '-' || previous == '-')) return false;
            previous = c;
        }

        return true;
    }
}
