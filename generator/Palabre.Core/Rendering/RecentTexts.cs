using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// The texts that were rendered last. Searches, a post's page, the same in the order of time, feeds and their archives are made
/// of the same texts; those that need a parser are rendered once for all where there is room, as in an archive of 100,000 comments. Safe for threads.
/// </summary>
/// <param name="entries">For how many there is room.</param>
internal sealed class RecentTexts(int entries)
{
    private readonly Utf8Blocks blocks = new();
    private readonly Recent<RenderedBody> texts = new(entries, 40 << 20, text => text.Html.Length);

    internal RenderedBody Of<TState>(Entry entry, TState state, Func<Entry, TState, RenderedBody> render) =>
        texts.Of(entry, (state, render, blocks), static (one, by) => by.render(one, by.state) is var text ? text with { Html = text.Html.AsUtf8(by.blocks) } : text);
}
