using System.Buffers;
using System.Text;
using System.Xml;
using Palabre.Model;

namespace Palabre.Site;

/// <summary>XML as UTF-8, the same bytes on every machine.</summary>
internal static class XmlOutput
{
    // Forbidden, or allowed in pairs alone.
    private static readonly SpecialChars Doubtful = new(Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i).Where(c => !XmlConvert.IsXmlChar(c)));

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
    internal static string Clean(string text) => !Doubtful.AreIn(text) ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
