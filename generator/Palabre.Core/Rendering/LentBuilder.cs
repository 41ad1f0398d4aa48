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
}
