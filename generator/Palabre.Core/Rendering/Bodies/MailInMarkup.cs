using System.Buffers;
using System.Text;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// Hides addresses of e-mail that marks kept apart as the text was read: <c>&lt;b&gt;ann&lt;/b&gt;@example.org</c> is one to readers, and to programs that
/// read as they do.
/// </summary>
internal static class MailInMarkup
{
    // What a sign begins with, in another width, too.
    private static readonly SearchValues<byte> Signs = SearchValues.Create([(byte)'@', 0xEF]);

    /// <param name="html">Our own rendering.</param>
    /// <param name="onFirst">Told the first address that is hidden, as it is shown.</param>
    internal static Html Masked(Html html, IReadOnlySet<string>? archives, Action<string> onFirst)
    {
        if (html.IsUtf8Without(Signs)) return html;
        using var markup = html.Lend();
        var (seen, places) = Seen(markup.Chars);
        StringBuilder? shown = null;
        var copied = 0;
        foreach (var (at, end, _) in MailMask.Places(seen, archives))
        {
            if (shown is null) onFirst(MailMask.Of(seen, archives).First!);
            shown ??= new(markup.Chars.Length);
            shown.Append(markup.Chars[copied..places[at]]).Append('@');
            copied = places[at] + 1;
            // Tags in between stay, since they were opened before, or are closed behind: a link there has a word then.
            for (var i = at + 1; i < end; i++)
            {
                shown.Append(markup.Chars[copied..places[i]]).Append(i == at + 1 ? "…" : "");
                copied = places[i] + 1;
            }
        }

        return shown is null ? html : new(shown.Append(markup.Chars[copied..]).ToString());
    }

    /// <summary>What is read as one run of words, blocks apart; and where each character stands in the markup.</summary>
    private static (string Seen, int[] Places) Seen(ReadOnlySpan<char> markup)
    {
        var (seen, places) = (new StringBuilder(markup.Length), new List<int>(markup.Length));
        for (var tokens = new HtmlTokens(markup); tokens.Next();)
        {
            if (tokens.Kind == HtmlTokenKind.Text)
            {
                for (var i = 0; i < tokens.Rest.Length; i++) Add(tokens.Rest[i], tokens.Start + i);
            }
            else if (HtmlElement.Find(tokens.Name) is not { Role: ElementRole.Inline } || tokens.Name is "br" or "img")
            {
                Add('\n', tokens.Start);
            }
        }

        return (seen.ToString(), [.. places]);

        void Add(char c, int place)
        {
            seen.Append(c);
            places.Add(place);
        }
    }
}
