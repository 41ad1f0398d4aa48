using System.Text;
using CsCheck;
using Palabre.Rendering;
using Palabre.Site;

namespace Palabre.Tests.Site;

/// <summary>Feeds are written by a writer of our own, which gives the bytes that .NET's would.</summary>
public sealed class XmlLinesTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Char["ab é€&<>\"']]>\n\t\r\u0001\u0085\u2028\uFFFE"], Gen.Char['\uD83D', '\uD83E'], Gen.Char['\uDE00', '\uDE0F'], Gen.Char), 0, 30];

    [Test]
    public void It_writes_what_the_writer_of_XML_writes() => Gen.Select(Texts, Texts, Texts).Holds((attribute, text, data) =>
    {
        var theirs = Theirs(attribute, text, data);
        Assert.That(Ours(attribute, text, data), Is.EqualTo(theirs));
        // In UTF-8 a half of a surrogate pair is U+FFFD already, as the writer makes it.
        Assert.That(Ours(attribute, text, data, Kept), Is.EqualTo(theirs));
    }, count: 20_000);

    [Test]
    public void Nothing_that_is_left_out_hides_the_end_of_a_section([Values("]\u0001]>", "]]\uFFFE>", "]]>", "]\u0001]\u0002>")] string data) =>
        Assert.That(new[] { Ours("", "", data), Ours("", "", data, Kept) }, Is.All.EqualTo(Theirs("", "", data)).And.All.Contain("]]]]><![CDATA[>"));

    [Test]
    public void A_long_text_is_whole()
    {
        var text = string.Concat(Enumerable.Repeat("déjà vu 😀 & ", 5000));
        Assert.That(new[] { Ours("", text, text), Ours("", text, text, Kept) }, Is.All.EqualTo(Theirs("", text, text)));
    }

    /// <summary>As texts that were rendered are kept.</summary>
    private static Html Kept(Html markup) => new(markup.KeptIn(new(new())).Bytes);

    private static string Ours(string attribute, string text, string data, Func<Html, Html>? kept = null)
    {
        var output = new Utf8Buffer();
        var xml = new XmlLines(output);
        xml.Begin();
        xml.Open("a"u8);
        xml.Attribute("b"u8, attribute);
        xml.Element("c"u8, XmlOutput.Clean(text));
        xml.Open("d"u8);
        xml.Attribute("e"u8, attribute);
        xml.Close("d"u8);
        xml.Open("f"u8);
        xml.Element("g"u8, "");
        xml.Open("h"u8);
        xml.Attribute("i"u8, "x");
        xml.Data(kept is null ? new(data) : kept(new(data)));
        xml.Close("h"u8);
        xml.Close("f"u8);
        xml.Close("a"u8);
        xml.End();
        return Encoding.UTF8.GetString(output.Written);
    }

    private static string Theirs(string attribute, string text, string data)
    {
        var output = new Utf8Buffer();
        XmlOutput.Write(output, xml =>
        {
            xml.WriteStartElement("a");
            xml.WriteAttributeString("b", XmlOutput.Clean(attribute));
            xml.WriteElementString("c", XmlOutput.Clean(text));
            xml.WriteStartElement("d");
            xml.WriteAttributeString("e", XmlOutput.Clean(attribute));
            xml.WriteEndElement();
            xml.WriteStartElement("f");
            xml.WriteElementString("g", "");
            xml.WriteStartElement("h");
            xml.WriteAttributeString("i", "x");
            xml.WriteCData(XmlOutput.Clean(data));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        return Encoding.UTF8.GetString(output.Written);
    }
}
