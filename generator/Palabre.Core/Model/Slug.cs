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
    /// <summary>At most this many UTF-16 units: a path segment has to fit any file system (255 bytes).</summary>
    public const int MaximumLength = 80;

    /// <summary>The slug of <paramref name="name"/>; empty if it has neither letter nor digit.</summary>
    public static string From(string name)
    {
        if (IsSlug(name)) return name;
        var slug = new StringBuilder(Math.Min(name.Length, MaximumLength) + 2);
        var gap = false;
        foreach (var rune in name.EnumerateRunes())
        {
            var folded = Letters.Fold(rune);
            if (folded is null) continue; // a combining accent belongs to the letter before it
            if (folded.Length == 0)
            {
                gap = slug.Length > 0;
                continue;
            }

            if (slug.Length + folded.Length + (gap ? 1 : 0) > MaximumLength) break;
            if (gap) slug.Append('-');
            gap = false;
            slug.Append(folded);
        }

        return slug.ToString();
    }

    private static bool IsSlug(string name)
    {
        if (name.Length is 0 or > MaximumLength || name[0] == '-' || name[^1] == '-') return false;
        var previous = '\0';
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && (c != '-' || previous == '-')) return false;
            previous = c;
        }

        return true;
    }
}
