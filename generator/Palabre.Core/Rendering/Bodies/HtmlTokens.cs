namespace Palabre.Rendering;

internal enum HtmlTokenKind
{
    Text,
    StartTag,
    EndTag,
}

/// <summary>
/// Cuts HTML that people wrote into text and tags, in linear time. Comments, doctypes and processing instructions,
/// and what stands in <c>script</c> and <c>style</c>, are passed over; but an instruction that
/// people may have written to be read is given as a start tag, of a name that no element has. Whatever looks like markup and
/// is not is text: a tag that is never closed with all that follows it, <c>if a&lt;b and</c> before the next tag. Safety does
/// not depend on cutting as a browser would: what is made of the pieces is written anew (<see cref="MarkupWriter"/>).
/// </summary>
internal ref struct HtmlTokens(ReadOnlySpan<char> html)
{
    private static readonly string[] WrittenByPrograms = ["?xml", "?mso", "!doctype", "![if", "![endif"];

    private readonly ReadOnlySpan<char> html = html;
    private int at, counted;
    private bool noMoreTags, noMoreComments, noMoreRawText;

    internal HtmlTokenKind Kind { get; private set; }

    /// <summary>Of a tag, as written.</summary>
    internal ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Of text all of it, with entities as written; of a start tag what stands after the name.</summary>
    internal ReadOnlySpan<char> Rest { get; private set; }

    /// <summary>Where the token begins.</summary>
    internal int Start { get; private set; }

    internal bool Next()
    {
        while (at < html.Length)
        {
            Start = at;
            if (html[at] != '<' || noMoreTags) return TakeText(at);
            var second = at + 1 < html.Length ? html[at + 1] : '\0';
            if (char.IsAsciiLetter(second)) return TakeTag(at + 1, HtmlTokenKind.StartTag);
            if (second == '/' && at + 2 < html.Length && char.IsAsciiLetter(html[at + 2])) return TakeTag(at + 2, HtmlTokenKind.EndTag);
            if (second is not ('!' or '?') || !PassOver()) return TakeText(at + 1);
            if (TakeInstruction(html[(Start + 1)..at])) return true;
        }

        return false;
    }

    /// <summary>Moves a place from where it was last moved to, at first the beginning, on to where the token begins.</summary>
    /// <param name="line">0-based, as is <paramref name="column"/>.</param>
    internal void MovePlace(ref int line, ref int column)
    {
        var before = html[counted..Start];
        counted = Start;
        line += before.Count('\n');
        column = before.LastIndexOf('\n') is >= 0 and var end ? before.Length - end - 1 : column + before.Length;
    }

    private bool TakeText(int from)
    {
        var length = noMoreTags ? -1 : html[from..].IndexOf('<');
        var end = length < 0 ? html.Length : from + length;
        Kind = HtmlTokenKind.Text;
        Rest = html[Start..end];
        at = end;
        return true;
    }

    private bool TakeTag(int nameStart, HtmlTokenKind kind)
    {
        var nameEnd = nameStart;
        while (nameEnd < html.Length && html[nameEnd] is not ('>' or '/' or '<') && !HtmlAttributes.IsSpace(html[nameEnd])) nameEnd++;
        var end = HtmlAttributes.EndOfTag(html, nameEnd);
        if (end < 0)
        {
            noMoreTags = true;
            return TakeText(Start);
        }

        if (html[end] == '<') return TakeText(Start + 1);
        Kind = kind;
        Name = html[nameStart..nameEnd];
        Rest = html[nameEnd..end];
        at = end + 1;
        if (kind == HtmlTokenKind.StartTag && IsRawText(Name)) PassRawText();
        return true;
    }

    internal static bool IsRawText(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    private void PassRawText()
    {
        if (noMoreRawText) return;
        var end = html[at..].IndexOf(string.Concat("</", Name), StringComparison.OrdinalIgnoreCase);
        if (end >= 0) at += end;
        else noMoreRawText = true;
    }

    /// <summary>What was passed over, as a tag: true if somebody may have written it to be read, such as <c>&lt;?php</c> or <c>&lt;![CDATA[</c>.</summary>
    private bool TakeInstruction(ReadOnlySpan<char> passed)
    {
        if (passed.StartsWith("!--", StringComparison.Ordinal)) return false;
        foreach (var beginning in WrittenByPrograms)
            if (passed.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return false;
        var end = passed.StartsWith("![", StringComparison.Ordinal) ? 2 : 1;
        while (char.IsAsciiLetterOrDigit(passed[end])) end++; // a '>' follows
        Kind = HtmlTokenKind.StartTag;
        Name = passed[..end];
        Rest = default;
        return true;
    }

    /// <summary>A comment, doctype or instruction. False if it never ends.</summary>
    private bool PassOver()
    {
        var rest = html[at..];
        var isComment = rest.StartsWith("<!--", StringComparison.Ordinal);
        if (isComment && noMoreComments) return false;
        // <!--> is a whole comment.
        var length = isComment ? rest[2..].IndexOf("-->", StringComparison.Ordinal) + 2 : rest.IndexOf('>');
        if (length < (isComment ? 2 : 0))
        {
            if (isComment) noMoreComments = true;
            else noMoreTags = true;
            return false;
        }

        at += length + (isComment ? 3 : 1);
        return true;
    }
}
