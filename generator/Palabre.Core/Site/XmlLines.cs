using System.Buffers;
using System.Xml;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>
/// Writes XML as UTF-8, an element a line, by the byte as <see cref="XmlOutput"/> does, each text in one pass: feeds are a
/// third of what a large archive writes. Characters that XML 1.0 cannot hold (section 2.2) are left out.
/// </summary>
/// <param name="depth">Of elements that are open already, and written elsewhere.</param>
internal sealed class XmlLines(Utf8Buffer output, int depth = 0)
{
    private static readonly char[] Doubtful = [.. Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i).Where(c => c == '\r' || !XmlConvert.IsXmlChar(c))];
    private static readonly SpecialChars InData = new([']', .. Doubtful]);
    // In UTF-8: what XML cannot hold begins with one of these, as does a little that it can.
    private static readonly SearchValues<byte> DoubtfulBytes = SearchValues.Create([(byte)']', 0xEF, .. Enumerable.Range(0, 0x20).Select(i => (byte)i).Where(b => b is not ((byte)'\n' or (byte)'\t'))]);
    private static readonly SpecialChars InText = new(['&', '<', '>', .. Doubtful]);
    private static readonly SpecialChars InAttributes = new(['&', '<', '>', '"', '\n', '\t', .. Doubtful]);

    private bool isTagOpen; // '>' is still to come
    private bool hasText;

    internal void Begin() => output.Append("<?xml version=\"1.0\" encoding=\"utf-8\"?>"u8);

    internal void End() => output.Append("\n"u8);

    internal void Open(ReadOnlySpan<byte> name)
    {
        NewLine();
        output.Append("<"u8);
        output.Append(name);
        (isTagOpen, hasText) = (true, false);
        depth++;
    }

    /// <param name="name">Of the element that is open.</param>
    internal void Close(ReadOnlySpan<byte> name)
    {
        depth--;
        if (isTagOpen)
        {
            output.Append(" />"u8);
        }
        else
        {
            if (!hasText) NewLine();
            output.Append("</"u8);
            output.Append(name);
            output.Append(">"u8);
        }

        (isTagOpen, hasText) = (false, false);
    }

    /// <summary>An element that holds a text; of no text, an empty one.</summary>
    internal void Element(ReadOnlySpan<byte> name, string text)
    {
        Open(name);
        if (text.Length > 0)
        {
            FinishTag();
            Escape(text, InText);
            hasText = true;
        }

        Close(name);
    }

    internal void Attribute(ReadOnlySpan<byte> name, string value)
    {
        output.Append(" "u8);
        output.Append(name);
        output.Append("=\""u8);
        Escape(value, InAttributes);
        output.Append("\""u8);
    }

    /// <summary>Markup that stands as it is, in a section of its own.</summary>
    internal void Data(Html markup)
    {
        FinishTag();
        output.Append("<![CDATA["u8);
        if (markup.IsUtf8Without(DoubtfulBytes)) markup.WriteTo(output);
        // Cleaned before it is looked at: what is taken out could stand between the marks that end a section.
        else Escape(XmlOutput.Clean(markup.ToString()), InData);
        output.Append("]]>"u8);
        hasText = true;
    }

    private void FinishTag()
    {
        if (isTagOpen) output.Append(">"u8);
        isTagOpen = false;
    }

    private void NewLine()
    {
        FinishTag();
        output.Append("\n"u8);
        for (var i = 0; i < depth; i++) output.Append("  "u8);
    }

    private void Escape(ReadOnlySpan<char> text, SpecialChars special)
    {
        for (int at; (at = special.IndexIn(text)) >= 0;)
        {
            output.Append(text[..at]);
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            var length = 1;
            switch (text[at])
            {
                case '&': output.Append("&amp;"u8); break;
                case '<': output.Append("&lt;"u8); break;
                case '>': output.Append("&gt;"u8); break;
                case '"': output.Append("&quot;"u8); break;
                case '\n': output.Append("&#xA;"u8); break;
                case '\t': output.Append("&#x9;"u8); break;
                case '\r' when special == InAttributes: output.Append("&#xD;"u8); break;
                case '\r': output.Append(next == '\n' ? ""u8 : "\n"u8); break;
                case ']' when text[at..].StartsWith("]]>"):
                    output.Append("]]]]><![CDATA[>"u8);
                    length = 3;
                    break;
                case ']': output.Append("]"u8); break;
                case var c when char.IsSurrogatePair(c, next):
                    length = 2;
                    output.Append(text.Slice(at, 2));
                    break;
                case var c when char.IsSurrogate(c): output.Append("\uFFFD"u8); break;
            }

            text = text[(at + length)..];
        }

        output.Append(text);
    }
}
