using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using Palabre.Diagnostics;

namespace Palabre.Rendering;

/// <content>Inlines. Each case returns whether the children are to be written.</content>
internal sealed partial class MarkdownMarkup
{
    private bool Open(Inline inline, ref int level)
    {
        switch (inline)
        {
            case LiteralInline literal:
                WriteLiteral(literal);
                return false;
            case LineBreakInline lineBreak:
                if (lineBreak.IsHard) writer.OpenElement(HtmlElements.Br);
                if (!MarkdownNodes.Vanishes(lineBreak)) writer.Prose("\n");
                return false;
            case EmphasisInline emphasis:
                level = writer.OpenElement(ElementOf(emphasis));
                return true;
            case LinkInline link:
                return OpenLink(link, ref level);
            case CodeInline code:
                level = writer.OpenElement(HtmlElements.Code);
                writer.Verbatim(code.ContentSpan);
                return false;
            case AutolinkInline link:
                OpenAutolink(link);
                return false;
            default:
                return OpenOther(inline, ref level);
        }
    }

    private bool OpenOther(Inline inline, ref int level)
    {
        switch (inline)
        {
            case HtmlEntityInline entity:
                writer.Verbatim(entity.Transcoded.AsSpan());
                return false;
            case HtmlInline html:
                level = int.MaxValue; // what it opens stays open for the inlines that follow in its container
                WriteRaw(html);
                return false;
            case FootnoteLink link:
                WriteFootnoteLink(link);
                return false;
            case TaskList task:
                writer.Verbatim(task.Checked ? "☑" : "☐"); // text: an input would need a label, in the page's language
                return false;
            case DelimiterInline delimiter:
                writer.Prose(delimiter.ToLiteral());
                return true;
            default:
                return inline is ContainerInline;
        }
    }

    /// <summary>A character after a backslash stays as it is: \" is how one writes a straight quotation mark.</summary>
    private void WriteLiteral(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (!body.IsComment && text.IndexOf("](") is >= 0 and var at) TellOfLink(text[(at + 2)..], literal, at + 2);
        if (!body.IsComment && text is "[") TellOfMissingNote(literal);
        if (literal.IsFirstCharacterEscaped && text.Length > 0)
        {
            writer.Verbatim(text[..1]);
            text = text[1..];
        }

        writer.Prose(text);
    }

    /// <summary>A link whose address holds a space, as names of files and of themes do, is none for Markdown.</summary>
    /// <param name="rest">What follows <c>](</c>, at <paramref name="at"/> in the literal.</param>
    private void TellOfLink(ReadOnlySpan<char> rest, LiteralInline literal, int at)
    {
        var end = EndOfAddress(rest);
        if (end < 0 || literal.IsFirstCharacterEscaped) return;
        var address = rest[..end].TrimEnd();
        if (address.ContainsAny('<', ',') || !address.Contains(' ') || !IsLikeAddress(address)) return;
        problems.Add(Catalogue.LinkShownAsText(problems.At(literal.Line, literal.Column + at), address.ToString()));
    }

    /// <summary>Where the parenthesis closes that is open, or a title begins; -1 where neither is.</summary>
    private static int EndOfAddress(ReadOnlySpan<char> rest)
    {
        for (int i = 0, open = 0; i < rest.Length; i++)
        {
            if (rest[i] is '"' || (rest[i] == ')' && open == 0)) return i;
            open += rest[i] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return -1;
    }

    /// <summary>A scheme with its name, a path, or what ends as the name of a file.</summary>
    private static bool IsLikeAddress(ReadOnlySpan<char> address)
    {
        var scheme = address[..(address.IndexOf(':') + 1)];
        var ending = address[(address.LastIndexOf('.') + 1)..];
        return (scheme.Length > 1 && !scheme.Contains(' ') && address[scheme.Length] != ' ')
            || address[0] == '/' || address.StartsWith("./", StringComparison.Ordinal) || address.StartsWith("../", StringComparison.Ordinal)
            || (ending.Length < address.Length && ending.Length is >= 2 and <= 5 && !ending.ContainsAnyExceptInRange('0', 'z'));
    }

    private static HtmlElement ElementOf(EmphasisInline emphasis) =>
        emphasis.DelimiterChar == '~' ? HtmlElements.Del : emphasis.DelimiterCount == 2 ? HtmlElements.Strong : HtmlElements.Em;

    private bool OpenLink(LinkInline link, ref int level)
    {
        var url = link.Url ?? "";
        var place = problems.At(link.Line, link.Column);
        if (link.IsImage) return OpenImage(link, url, place, ref level);
        if (link.IsAutoLink)
        {
            if (LinkAddress.Read(url).Kind == AddressKind.Outside && links.Open(url, null, place)) level = writer.Depth - 1;
            // Markdig's text of the link leaves out tel: and mailto:, but its address adds the scheme of www.
            var text = link.FirstChild is LiteralInline literal ? literal.Content.AsSpan() : default;
            writer.Verbatim(text.StartsWith("www.", StringComparison.Ordinal) ? text : url);
            return false;
        }

        if (!links.Open(url, link.Title, place)) return true;
        level = writer.Depth - 1;
        if (link.FirstChild is null) writer.Verbatim(url); // else it would be a stop for the keyboard that nobody sees
        return true;
    }

    private bool OpenImage(LinkInline image, string url, Model.SourceLocation place, ref int level)
    {
        if (!links.IsLinkOnly(url))
        {
            if (IsSummary) return true;
            links.Image(url, PlainWords.Of(image, 1000), image.Title, place);
            return false;
        }

        if (links.Open(url, image.Title, place, isImage: true)) level = writer.Depth - 1;
        if (image.FirstChild is null) writer.Verbatim(url);
        return true;
    }

    private void OpenAutolink(AutolinkInline link)
    {
        var place = problems.At(link.Line, link.Column);
        var level = writer.Depth;
        var isOpen = links.Open(link.IsEmail ? "mailto:" + link.Url : link.Url, null, place);
        if (isOpen) level = writer.Depth - 1;
        writer.Verbatim(isOpen ? link.Url : $"<{link.Url}>");
        writer.CloseTo(level);
    }

    private void WriteRaw(HtmlInline html)
    {
        if (IsMore(html.Tag)) isOver = IsSummary;
        else if (body.Trust == BodyTrust.TrustedPost) trusted.Write(html.Tag, html.Line, html.Column);
        else rawHtml.Write(html.Tag, html.Line, html.Column);
    }
}
