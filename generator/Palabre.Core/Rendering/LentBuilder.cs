using System.Buffers;
using System.Text;

namespace Palabre.Rendering;

/// <summary>The builder that each thread has for texts which are made one after another: none leaves its own behind.</summary>
internal static class LentBuilder
{
    private const int KeptAtMost = 1 << 16;

    [ThreadStatic]
    private static StringBuilder? idle;

    /// <summary>Empty. Of two that one thread takes at a time, the second is new.</summary>
    internal static StringBuilder Take()
    {
        var builder = idle ?? new(1024);
        idle = null;
        return builder.Clear();
    }

    /// <summary>The text, and the builder for the next.</summary>
    internal static string Finish(StringBuilder builder)
    {
        var text = builder.ToString();
        if (builder.Capacity <= KeptAtMost) idle = builder;
        return text;
    }

    /// <summary>As markup, which pages hold as UTF-8.</summary>
    internal static Html FinishMarkup(StringBuilder builder)
    {
        var markup = ArrayPool<char>.Shared.Rent(builder.Length);
        builder.CopyTo(0, markup, builder.Length);
        var utf8 = new byte[Encoding.UTF8.GetByteCount(markup, 0, builder.Length)];
        Encoding.UTF8.GetBytes(markup.AsSpan(0, builder.Length), utf8);
        ArrayPool<char>.Shared.Return(markup);
        if (builder.Capacity <= KeptAtMost) idle = builder;
        return new(utf8);
    }

    /// <summary>The text without the blanks around it.</summary>
    internal static string FinishTrimmed(StringBuilder builder)
    {
        while (builder.Length > 0 && char.IsWhiteSpace(builder[^1])) builder.Length--;
        return Finish(builder).TrimStart();
    }
}
