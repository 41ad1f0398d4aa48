using System.Text;
using System.Xml;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Import.Xml;

/// <summary>What <see cref="ExportXml"/> came to.</summary>
internal enum Step
{
    /// <summary>An element that holds others of interest begins: its name and attributes are known.</summary>
    Begin,

    /// <summary>An element as a whole.</summary>
    Whole,

    /// <summary>What began last ends.</summary>
    End,
}

/// <summary>
/// Reads an export element by element, one in memory at a time. A document type is refused, and with it every entity
/// and every file or address that one could name; characters that XML does not allow are left out and counted.
/// </summary>
internal sealed class ExportXml : IDisposable
{
    private const int DeepestElement = 64;

    private readonly ImportFile file;
    private readonly AllowedReader text;
    private readonly XmlReader xml;
    private readonly Func<string, int, bool> opens;
    private int depth;
    private bool mayStay; // the reader stands on what follows a whole element already

    /// <param name="opens">Given a name and a depth (the root's is 0): whether its children are of interest one by one.</param>
    internal ExportXml(ImportFile file, Func<string, int, bool> opens)
    {
        (this.file, this.opens) = (file, opens);
        text = new(Decode(file.Open()));
        xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = 0,
        });
    }

    internal int Dropped => text.Dropped;

    /// <summary>Good until the next call.</summary>
    internal Element Current { get; private set; } = new("", "", 0);

    /// <returns>Null at the end.</returns>
    /// <exception cref="ImportException">The file is not XML from here on.</exception>
    internal Step? Next()
    {
        try
        {
            return Advance();
        }
        catch (XmlException e)
        {
            var place = new SourceLocation(file.Path, e.LineNumber, e.LinePosition);
            throw new ImportException(e.Message.Contains("DTD", StringComparison.Ordinal) ? Catalogue.Doctype(place) : Catalogue.BrokenXml(place, Reason(e)));
        }
    }

    public void Dispose()
    {
        xml.Dispose();
        text.Dispose();
    }

    private Step? Advance()
    {
        while (mayStay || xml.Read())
        {
            mayStay = false;
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Current = Start();
                    if (opens(Current.Name, depth) && !xml.IsEmptyElement)
                    {
                        depth++;
                        return Step.Begin;
                    }

                    ReadWhole();
                    return Step.Whole;
                case XmlNodeType.EndElement:
                    depth--;
                    Current = new(xml.LocalName, xml.NamespaceURI, Line);
                    return Step.End;
            }
        }

        return null;
    }

    private int Line => ((IXmlLineInfo)xml).LineNumber;

    private Element Start()
    {
        var element = new Element(xml.LocalName, xml.NamespaceURI, Line);
        if (!xml.MoveToFirstAttribute()) return element;
        do
        {
            element.Attributes[xml.LocalName] = xml.Value;
        }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
        return element;
    }

    private void ReadWhole()
    {
        if (xml.IsEmptyElement) return;
        var open = new Stack<Element>([Current]);
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Start();
                    open.Peek().Children.Add(child);
                    if (!xml.IsEmptyElement) open.Push(child);
                    if (open.Count > DeepestElement)
                        throw new ImportException(Catalogue.BrokenXml(new(file.Path, Line), $"elements stand {DeepestElement} deep in each other."));
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    if (open.Count == 0) return;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open.Peek().Append(xml.Value);
                    break;
            }
        }
    }

    // What .NET says ends in the place, which the diagnostic has already.
    private static string Reason(XmlException e)
    {
        var end = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        return end > 0 ? e.Message[..end] : e.Message;
    }

    /// <summary>As the file's declaration says, else UTF-8; a mark at its beginning counts before both.</summary>
    private static StreamReader Decode(Stream bytes)
    {
        var buffered = new BufferedStream(bytes, 1 << 16);
        var head = new byte[512];
        var read = buffered.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var encoding = EncodingOf(Encoding.Latin1.GetString(head, 0, read));
        return new(new HeadStream(head.AsMemory(0, read), buffered), encoding, detectEncodingFromByteOrderMarks: true);
    }

    private static Encoding EncodingOf(string head)
    {
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        var at = head.IndexOf("encoding=", StringComparison.Ordinal);
        if (at < 0 || at > end || at + 10 > head.Length) return Encoding.UTF8;
        var close = head.IndexOf(head[at + 9], at + 10);
        return close < 0 ? Encoding.UTF8 : Texts.Charsets.Find(head[(at + 10)..close]) ?? Encoding.UTF8;
    }
}
