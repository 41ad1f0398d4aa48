using Palabre.Diagnostics;

namespace Palabre.Reading;

/// <summary>BCP 47 language tags, by shape (RFC 5646, section 2.1).</summary>
internal static class LanguageTag
{
    /// <summary>The field's tag with '-' between its parts, or null where none or no tag was written.</summary>
    internal static string? Of(FieldMap map, Field field, List<Diagnostic> diagnostics)
    {
        if (map.Written(field) is not { Text.Length: > 0 } written) return null;
        var tag = written.Text.Replace('_', '-'); // as in fr_FR, a locale's name
        if (IsTag(tag)) return tag;
        diagnostics.Add(Catalogue.BadLanguage(written.Source, written.Text));
        return null;
    }

    private static bool IsTag(string tag)
    {
        if (tag.Length > 35) return false;
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }
}
