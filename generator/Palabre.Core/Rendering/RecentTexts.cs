using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// The texts that were rendered last. Searches, a post's page, the same in the order of time, feeds and their archives are made
/// of the same texts; those that need a parser are rendered once for all where there is room, as in an archive of a million comments. Safe for threads.
/// </summary>
/// <param name="entries">For how many there is room.</param>
internal sealed class RecentTexts(int entries)
{
    private readonly KeptBlocks blocks = new(KeptMemory.Shared);
    private readonly Recent<Kept> texts = new(entries, 256 << 20, text => text.Html.Length);

    internal RenderedBody Of<TState>(Entry entry, TState state, Func<Entry, TState, RenderedBody> render)
    {
        var kept = texts.Of(entry, (state, render, blocks), static (one, by) =>
        {
            var (html, diagnostics) = by.render(one, by.state);
            return new Kept(html.KeptIn(by.blocks), diagnostics);
        });
        return new(new(kept.Html.Bytes), kept.Diagnostics);
    }

    private readonly record struct Kept(KeptBytes Html, IReadOnlyList<Diagnostic> Diagnostics);
}
