namespace Palabre.Model;

/// <summary>
/// The lines of a text, without what ends them: what <see cref="MemoryExtensions.EnumerateLines(ReadOnlySpan{char})"/> gives, by a quicker search.
/// </summary>
internal ref struct TextLines(ReadOnlySpan<char> text)
{
    private static readonly SpecialChars Ends = new("\n\r\f\u0085\u2028\u2029");

    private ReadOnlySpan<char> rest = text;
    private bool isAtEnd;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly TextLines GetEnumerator() => this;

    public bool MoveNext()
    {
        if (isAtEnd) return false;
        var end = Ends.IndexIn(rest);
        if (end < 0)
        {
            Current = rest;
            isAtEnd = true;
            return true;
        }

        Current = rest[..end];
        rest = rest[(end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1))..];
        return true;
    }
}
