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
    private readonly string? text;
    private readonly ReadOnlyMemory<byte> utf8;
    private readonly Action<Utf8Buffer>? write;

    public Html(string markup) => text = markup;

    internal Html(ReadOnlyMemory<byte> utf8) => this.utf8 = utf8;

    /// <param name="write">Appends the markup, the same each time.</param>
    internal Html(Action<Utf8Buffer> write) => this.write = write;

    private Html()
    {
    }

    /// <summary>Where there is none.</summary>
    public static Html None { get; } = new();

    /// <summary>Whether there is any, be it empty.</summary>
    internal bool IsThere => !ReferenceEquals(this, None);

    /// <summary>Null where there is none; made anew of UTF-8 each time.</summary>
    public string? Markup => text ?? (!IsThere ? null : Encoding.UTF8.GetString(write is null ? utf8.Span : Made()));

    /// <summary>The same, in half the room.</summary>
    /// <param name="blocks">To keep it in.</param>
    internal Html AsUtf8(Utf8Blocks blocks) => write is not null ? new(Made()) : text is null ? this : new(blocks.Keep(text));

    /// <summary>In bytes, of what is UTF-8.</summary>
    internal int Length => utf8.Length;

    /// <summary>False only if it is held as UTF-8, in which the bytes do not occur.</summary>
    internal bool MayHold(ReadOnlySpan<byte> bytes) => text is not null || write is not null || utf8.Span.IndexOf(bytes) >= 0;

    /// <summary>True only if it is held as UTF-8, in which none of the bytes occurs.</summary>
    internal bool IsUtf8Without(SearchValues<byte> bytes) => text is null && write is null && utf8.Span.IndexOfAny(bytes) < 0;

    /// <summary>The markup, if it is held as UTF-8; else empty.</summary>
    internal ReadOnlySpan<byte> Utf8 => utf8.Span;

    internal void WriteTo(Utf8Buffer output)
    {
        if (text is not null) output.Append(text);
        else if (write is not null) write(output);
        else output.Append(utf8.Span);
    }

    /// <summary>The markup as characters, for as long as it takes to read them.</summary>
    internal LentText Lend() => text is not null ? new(text) : new(write is null ? utf8.Span : Made());

    private byte[] Made()
    {
        var made = new Utf8Buffer();
        write!(made);
        return made.Written.ToArray();
    }

    /// <summary>The markup; empty where there is none.</summary>
    public override string ToString() => Markup ?? "";
}
