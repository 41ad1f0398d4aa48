using System.Buffers;
using System.Globalization;
using System.Text;

namespace Palabre.Import.Texts;

/// <summary>Encodings by the names that files give them.</summary>
internal static class Charsets
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly SearchValues<byte> Beyond = SearchValues.Create([.. Enumerable.Range(0xE0, 0x20).Select(b => (byte)b)]);

    /// <summary>Null for a name that nobody knows. What calls itself Latin-1 is read as Windows-1252, as browsers do (Encoding Standard, section 4.2).</summary>
    internal static Encoding? Find(string name)
    {
        var known = name.Trim().ToLowerInvariant();
        if (known is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso8859-1" or "ansi_x3.4-1968") known = "windows-1252";
        else if (known is "utf8") known = "utf-8";
        else if (known is "x-mac-roman") known = "macintosh";
        else if (known.StartsWith("iso8859", StringComparison.Ordinal)) known = "iso-8859-" + known["iso8859".Length..].Trim('-', '_');
        else if (known.StartsWith("cp", StringComparison.Ordinal) && int.TryParse(known[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var page)) return OfPage(page);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException) // UTF-7 is one that .NET no longer reads
        {
            return null;
        }
    }

    private static Encoding? OfPage(int page) => page is > 0 and <= 65535 and not (65000 or 65001) ? CodePagesEncodingProvider.Instance.GetEncoding(page) : null;

    /// <summary>
    /// The text of bytes, whatever they are declared to be: what is valid UTF-8 is UTF-8 (hardly another text is by chance, save
    /// plain ASCII), else the declaration counts, else Windows-1252, which takes any byte.
    /// </summary>
    internal static string Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var encoding = declared is null ? null : Find(declared);
        // Encodings of seven bits look like ASCII, which is UTF-8; one of them often was not declared.
        if (encoding is { CodePage: 50220 or 50221 or 50222 or 50225 or 52936 }) return encoding.GetString(bytes);
        if (encoding is null or { CodePage: 1252 } && IsJapanese(bytes)) return Find("iso-2022-jp")!.GetString(bytes);
        // A few letters of Chinese, Japanese or Korean may by chance be UTF-8 of two bytes each; what is UTF-8 would have three.
        var isDoubtful = encoding is { CodePage: 932 or 936 or 949 or 950 or 51932 or 51936 or 51949 or 54936 } && !bytes.ContainsAny(Beyond);
        try
        {
            return isDoubtful ? encoding!.GetString(bytes) : Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (encoding is null or { CodePage: 65001 } ? Find("windows-1252")! : encoding).GetString(bytes);
        }
    }

    /// <summary>Whether the bytes change to the letters of Japanese, as ISO-2022-JP does (RFC 1468).</summary>
    private static bool IsJapanese(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\e$B"u8) >= 0 || bytes.IndexOf("\e$@"u8) >= 0;
}
