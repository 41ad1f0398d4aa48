using System.Collections.Concurrent;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// The texts that were rendered last. The page of a post, the same in the order of time and the feed of its discussion are
/// made next to one another, of the same texts: each is rendered once for the three. What is kept changes what a build
/// costs, never what it gives. Safe for threads.
/// </summary>
internal sealed class RecentTexts
{
    // In UTF-16 units of markup, a generation. Of a discussion that is longer, texts are rendered again.
    private const int Most = 1 << 20;

    private Generation young = new(), old = new();

    internal RenderedBody Of(Entry entry, Func<Entry, RenderedBody> render)
    {
        var (now, before) = (Volatile.Read(ref young), Volatile.Read(ref old));
        if (now.Texts.TryGetValue(entry, out var text)) return text;
        if (!before.Texts.TryGetValue(entry, out text)) text = render(entry);
        if (now.Add(entry, text) <= Most) return text;
        // The young become the old, which are forgotten. Of two threads that do so at once, one does.
        if (Interlocked.CompareExchange(ref young, new(), now) == now) Volatile.Write(ref old, now);
        return text;
    }

    private sealed class Generation
    {
        private int length;

        internal ConcurrentDictionary<Entry, RenderedBody> Texts { get; } = new(ReferenceEqualityComparer.Instance);

        /// <returns>How long all of them are.</returns>
        internal int Add(Entry entry, RenderedBody text) =>
            Texts.TryAdd(entry, text) ? Interlocked.Add(ref length, text.Html.Markup?.Length ?? 0) : length;
    }
}
