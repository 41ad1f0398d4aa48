namespace Palabre.Rendering;

/// <summary>
/// Writes HTML that is balanced and valid whatever it is told to open and close. Elements stand where HTML lets them
/// (<see cref="HtmlElement"/>): others are closed to make room, or opened around them, or they are left out and their
/// content stays. Text is escaped. Nothing else reaches the page but <see cref="Raw"/>.
/// </summary>
internal sealed partial class MarkupWriter
{
    private const string OfWindows = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"; // from U+0080 on

    /// <summary>Browsers flatten what is nested 512 deep; a page nests a body in its own.</summary>
    internal const int MaximumDepth = 100;

    private readonly CharBuffer buffer = new();
    private readonly Typographer typographer = new();
    private readonly Open[] open = new Open[MaximumDepth + 8]; // room for those opened around others
    private Bidi bidi;
    private int verbatim;
    private int links;

    /// <summary>How many elements are open; the body itself is the first.</summary>
    internal int Depth { get; private set; }

    /// <summary>As many elements, from the outermost, cannot be closed to make room for what follows.</summary>
    internal int Barrier { get; set; }

    /// <summary>Something was nested deeper than <see cref="MaximumDepth"/> and is shown without its element.</summary>
    internal bool IsFlattened { get; private set; }

    /// <summary>The first character in whose place '�' was written; null if there was none.</summary>
    internal char? Unfit { get; private set; }

    internal int Length => buffer.Length;

    internal HtmlElement Top => open[Depth - 1].Element;

    internal void Begin(string language)
    {
        buffer.Clear();
        typographer.Begin(language);
        (bidi, verbatim, links, IsFlattened, Unfit) = (default, 0, 0, false, null);
        open[0] = new(HtmlElement.Root);
        Depth = Barrier = 1;
    }

    /// <returns>As UTF-8.</returns>
    internal Html End()
    {
        Barrier = 1;
        CloseTo(1);
        CloseBidi();
        return new(buffer.ToUtf8());
    }

    /// <summary>Markup that the program itself made, or that is trusted as it stands.</summary>
    internal void Raw(ReadOnlySpan<char> markup) => buffer.Append(markup);

    /// <summary>Opens an element without attributes.</summary>
    /// <returns>The depth to close to (<see cref="CloseTo"/>); the present depth if the element cannot stand here.</returns>
    internal int OpenElement(HtmlElement element)
    {
        if (!TryOpen(element)) return Depth;
        FinishTag();
        return element.IsVoid ? Depth : Depth - 1;
    }

    /// <summary>Writes a start tag up to its attributes; <see cref="FinishTag"/> must follow. False: nothing is written.</summary>
    internal bool TryOpen(HtmlElement element)
    {
        if (Depth >= MaximumDepth && !element.IsVoid)
        {
            IsFlattened = true;
            return false;
        }

        if (!MakeRoomFor(element)) return false;
        Push(element);
        return true;
    }

    internal void Attribute(string name, ReadOnlySpan<char> value)
    {
        buffer.Append(' ');
        buffer.Append(name);
        buffer.Append("=\"");
        buffer.AppendAttribute(value);
        buffer.Append('"');
    }

    internal void FinishTag() => buffer.Append('>');

    /// <summary>Closes what was opened since the writer was as deep as this.</summary>
    internal void CloseTo(int depth)
    {
        while (Depth > depth) Pop();
    }

    /// <summary>Running text, with the typography of the language outside code.</summary>
    internal void Prose(ReadOnlySpan<char> text)
    {
        if (verbatim > 0) Verbatim(text);
        else if (MakeRoomForText(text)) Escape(typographer.Set(text));
    }

    /// <summary>Text exactly as written.</summary>
    internal void Verbatim(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !MakeRoomForText(text)) return;
        typographer.Skip(text[^1]);
        Escape(text);
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        for (int special; (special = buffer.AppendUntilSpecial(text)) >= 0; text = text[(special + 1)..])
        {
            var c = text[special];
            if (CharBuffer.Entity(c) is { } entity) buffer.Append(entity);
            else if (!Bidi.IsControl(c)) AppendInsteadOf(c);
            else if (bidi.Take(c) is { } control) buffer.Append(control);
        }
    }

    /// <summary>As browsers do (HTML, 13.2.5.80), the second half of the control characters is read as Windows wrote it: <c>&amp;#146;</c> is an apostrophe.</summary>
    private void AppendInsteadOf(char c)
    {
        var meant = c is >= '\u0080' and < '\u00A0' ? OfWindows[c - '\u0080'] : '\uFFFD';
        if (meant == '\uFFFD') Unfit ??= c;
        buffer.Append(meant);
    }

    private void CloseBidi()
    {
        for (; bidi.Depth > 0; bidi.Take(bidi.Closing)) buffer.Append(bidi.Closing);
    }

    /// <param name="Last">The last child that was opened; null while there is none.</param>
    private record struct Open(HtmlElement Element, HtmlElement? Last = null);
}
