using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// The texts that were rendered last, of an archive of 100,000 comments all of them. Searches, a post's page, the same in the
/// order of time, feeds and their archives are made of the same texts, which are rendered once for all. Safe for threads.
/// </summary>
/// <param name="entries">How many there are.</param>
internal sealed class RecentTexts(int entries)
{
    private readonly Recent<Text> texts = new(entries, 24 << 20, text => text.Markup.Length);

    internal RenderedBody Of(Entry entry, Func<Entry, RenderedBody> render)
    {
        RenderedBody? rendered = null;
        var text = texts.Of(entry, one => new(rendered = render(one)));
        return rendered ?? text.Body;
    }

    /// <summary>UTF-8 takes half the room.</summary>
    private readonly record struct Text(byte[] Markup, IReadOnlyList<Diagnostic> Diagnostics)
    {
        internal Text(RenderedBody body)
            : this(Encoding.UTF8.GetBytes(body.Html.Markup), body.Diagnostics)
        {
        }

        internal RenderedBody Body => new(new(Encoding.UTF8.GetString(Markup)), Diagnostics);
    }
}
