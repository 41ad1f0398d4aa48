using System.Buffers;
using System.Text;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// Markup that is safe to write into a page as it stands: as a text; where it is kept or long, as UTF-8; or, where it is long and stands
/// in one page alone, as the way to write it there.
/// </summary>
public sealed class Html
{
    // A string, an array of UTF-8, a way to write it, or nothing: there are as many of these as long texts.
    private readonly object? content;
    private readonly int start, length;

    public Html(string markup) => content = markup;

    /// <param name="utf8">Not changed any more.</param>
    internal Html(ArraySegment<byte> utf8) => (content, start, length) = (utf8.Array, utf8.Offset, utf8.Count);

    /// <param name="write">Appends the markup, the same each time.</param>
    internal Html(Action<Utf8Buffer> write) => content = write;

    private Html()
    {
    }

    /// <summary>Where there is none.</summary>
    public static Html None { get; } = new();

    /// <summary>Whether there is any, be it empty.</summary>
    internal bool IsThere => content is not null;

    /// <summary>Null where there is none; made anew of UTF-8 each time.</summary>
    public string? Markup => content as string ?? (IsThere ? Encoding.UTF8.GetString(Bytes()) : null);

    /// <summary>What is not UTF-8 yet is made so.</summary>
    internal KeptBytes KeptIn(KeptBlocks blocks) => content is string text ? blocks.Keep(text) : blocks.Keep(Bytes());

    /// <summary>In bytes, of what is UTF-8.</summary>
    internal int Length => length;

    /// <summary>False only if it is held as UTF-8, in which the bytes do not occur.</summary>
    internal bool MayHold(ReadOnlySpan<byte> bytes) => !IsUtf8 || Utf8.IndexOf(bytes) >= 0;

    /// <summary>True only if it is held as UTF-8, in which none of the bytes occurs.</summary>
    internal bool IsUtf8Without(SearchValues<byte> bytes) => IsUtf8 && Utf8.IndexOfAny(bytes) < 0;

    /// <summary>The markup, if it is held as a text; else null.</summary>
    internal string? Text => content as string;

    /// <summary>The markup, if it is held as UTF-8; else empty.</summary>
    internal ReadOnlySpan<byte> Utf8 => content is byte[] utf8 ? utf8.AsSpan(start, length) : default;

    private bool IsUtf8 => content is null or byte[];

    internal void WriteTo(Utf8Buffer output)
    {
        if (content is string text) output.Append(text);
        else if (content is Action<Utf8Buffer> write) write(output);
        else output.Append(Utf8);
    }

    /// <summary>The markup as characters, for as long as it takes to read them.</summary>
    internal LentText Lend() => content is string text ? new(text) : new(Bytes());

    private ReadOnlySpan<byte> Bytes()
    {
        if (content is not Action<Utf8Buffer> write) return Utf8;
        var made = new Utf8Buffer();
        write(made);
        return made.Written;
    }

    /// <summary>The markup; empty where there is none.</summary>
    public override string ToString() => Markup ?? "";
}
