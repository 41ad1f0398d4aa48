using System.Buffers;
using System.Text;
using System.Xml;

namespace Palabre.Site;

/// <summary>XML as UTF-8, the same bytes on every machine.</summary>
internal static class XmlOutput
{
    internal static void Write(IBufferWriter<byte> output, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new()
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            CheckCharacters = true,
        }))
        {
            write(xml);
        }

        output.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        output.Write("\n"u8);
    }

    /// <summary>The text without the characters that XML 1.0 cannot hold (section 2.2).</summary>
    internal static string Clean(string text) =>
        text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) && !text.EnumerateRunes().Contains(Rune.ReplacementChar) ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
