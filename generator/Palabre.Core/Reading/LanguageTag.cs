using Palabre.Diagnostics;

namespace Palabre.Reading;

/// <summary>BCP 47 language tags, by shape (RFC 5646, section 2.1).</summary>
public static class LanguageTag
{
    /// <summary>The field's tag as <see cref="Canonical"/> writes it, or null where none or no tag was written.</summary>
    internal static string? Of(FieldMap map, Field field, List<Diagnostic> diagnostics)
    {
        if (map.Written(field) is not { Text.Length: > 0 } written) return null;
        var tag = written.Text.Replace('_', '-'); // as in fr_FR, a locale's name
        if (IsTag(tag)) return Canonical(tag);
        diagnostics.Add(Catalogue.BadLanguage(written.Source, written.Text));
        return null;
    }

    /// <summary>With each part in its customary case, which means nothing: <c>pt-BR</c>, <c>zh-Hant</c> (RFC 5646, section 2.1.1).</summary>
    public static string Canonical(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-');
        for (var i = 1; i < parts.Length && parts[i].Length > 1; i++) // behind a single letter begins what is somebody's own
        {
            if (parts[i].Length == 2) parts[i] = parts[i].ToUpperInvariant();
            else if (parts[i].Length == 4 && char.IsAsciiLetter(parts[i][0])) parts[i] = char.ToUpperInvariant(parts[i][0]) + parts[i][1..];
        }

        return string.Join('-', parts);
    }

    /// <summary>Of <c>fr-CA</c>, <c>fr</c>.</summary>
    public static string Main(string tag) => tag.Split('-')[0].ToLowerInvariant();

    /// <summary>Whether it has the shape of a tag; no list of languages is asked.</summary>
    public static bool IsTag(string tag)
    {
        if (tag.Length > 35) return false;
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }
}
