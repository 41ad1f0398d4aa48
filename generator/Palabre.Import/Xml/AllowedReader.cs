namespace Palabre.Import.Xml;

/// <summary>Leaves out what XML 1.0 does not allow (section 2.2): control characters, halves of characters. Exports hold some at times.</summary>
internal sealed class AllowedReader(TextReader inner) : TextReader
{
    private char held; // the first half of a character at a buffer's end
    private bool isHeld;

    internal int Dropped { get; private set; }

    public override int Read(char[] buffer, int index, int count)
    {
        while (count > 0)
        {
            var start = 0;
            if (isHeld && count > 1) (buffer[index], start, isHeld) = (held, 1, false);
            var read = inner.Read(buffer, index + start, count - start) + start;
            if (read == 0) return 0;
            var isEnd = read == start;
            var kept = Keep(buffer.AsSpan(index, read), isEnd);
            if (kept > 0) return kept;
        }

        return 0;
    }

    public override int Peek() => throw new NotSupportedException();

    public override int Read() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Keep(Span<char> buffer, bool isEnd)
    {
        var kept = 0;
        for (var i = 0; i < buffer.Length; i++)
        {
            var c = buffer[i];
            if (char.IsHighSurrogate(c) && i + 1 < buffer.Length && char.IsLowSurrogate(buffer[i + 1]))
            {
                buffer[kept++] = c;
                buffer[kept++] = buffer[++i];
            }
            else if (char.IsHighSurrogate(c) && i + 1 == buffer.Length && !isEnd)
            {
                (held, isHeld) = (c, true);
            }
            else if (c is '\t' or '\n' or '\r' || (c >= ' ' && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF')))
            {
                buffer[kept++] = c;
            }
            else
            {
                Dropped++;
            }
        }

        return kept;
    }
}
