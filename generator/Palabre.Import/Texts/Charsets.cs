using System.Text;

namespace Palabre.Import.Texts;

/// <summary>Encodings by the names that files give them.</summary>
internal static class Charsets
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Null for a name that nobody knows. What calls itself Latin-1 is read as Windows-1252, as browsers do (Encoding Standard, section 4.2).</summary>
    internal static Encoding? Find(string name)
    {
        var known = name.Trim().ToLowerInvariant();
        if (known is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso8859-1" or "ansi_x3.4-1968") known = "windows-1252";
        if (known is "utf8") known = "utf-8";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException) // UTF-7 is one that .NET no longer reads
        {
            return null;
        }
    }

    /// <summary>
    /// The text of bytes, whatever they are declared to be: what is valid UTF-8 is UTF-8 (no other text is by chance, save
    /// plain ASCII), else the declaration counts, else Windows-1252, which takes any byte.
    /// </summary>
    internal static string Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var encoding = declared is null ? null : Find(declared);
        // Encodings of seven bits look like ASCII, which is UTF-8.
        if (encoding is { CodePage: 50220 or 50221 or 50222 or 52936 }) return encoding.GetString(bytes);
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (encoding is null or { CodePage: 65001 } ? Find("windows-1252")! : encoding).GetString(bytes);
        }
    }
}
