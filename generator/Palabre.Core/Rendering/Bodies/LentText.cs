using System.Buffers;
using System.Text;

namespace Palabre.Rendering;

/// <summary>A text as characters in memory that goes back when they were read: texts are read so several times a build.</summary>
internal readonly ref struct LentText
{
    private readonly char[]? lent;

    internal LentText(string text) => Chars = text;

    internal LentText(ReadOnlySpan<byte> utf8)
    {
        lent = ArrayPool<char>.Shared.Rent(utf8.Length); // never more characters than bytes
        Chars = lent.AsSpan(0, Encoding.UTF8.GetChars(utf8, lent));
    }

    internal ReadOnlySpan<char> Chars { get; }

    public void Dispose()
    {
        if (lent is not null) ArrayPool<char>.Shared.Return(lent);
    }
}
