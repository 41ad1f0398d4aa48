using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Encodings;
using Palabre.Import.Texts;

namespace Palabre.Import.Mail;

/// <summary>Words of headers such as <c>=?utf-8?Q?d=C3=A9j=C3=A0?=</c> (RFC 2047), also where they are not of the charset that they name.</summary>
internal static partial class HeaderWords
{
    internal static string Decode(string line)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>(); // of neighbours of one charset: some programs cut a character in two
        string? charset = null;
        var copied = 0;
        foreach (Match word in Word().Matches(line))
        {
            var between = line.AsSpan(copied, word.Index - copied);
            var isNeighbour = charset is not null && between.IsWhiteSpace();
            if (!isNeighbour || !word.Groups[1].ValueSpan.Equals(charset, StringComparison.OrdinalIgnoreCase)) Flush();
            if (!isNeighbour) text.Append(between);
            charset = word.Groups[1].Value;
            bytes.AddRange(BytesOf(word.Groups[3].Value, isBase64: word.Groups[2].ValueSpan is "B" or "b"));
            copied = word.Index + word.Length;
        }

        Flush();
        return text.Append(line.AsSpan(copied)).ToString();

        void Flush()
        {
            if (bytes.Count > 0) text.Append(Charsets.Decode(bytes.ToArray(), charset));
            bytes.Clear();
        }
    }

    private static byte[] BytesOf(string word, bool isBase64)
    {
        IMimeDecoder decoder = isBase64 ? new Base64Decoder() : new QuotedPrintableDecoder(rfc2047: true);
        var input = Encoding.Latin1.GetBytes(word);
        var output = new byte[decoder.EstimateOutputLength(input.Length)];
        return output[..decoder.Decode(input, 0, input.Length, output)];
    }

    [GeneratedRegex(@"=\?([^?\s*]+)(?:\*[^?\s]*)?\?([QqBb])\?([^?]*)\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
