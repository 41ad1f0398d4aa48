using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Renders what people wrote. Pure, total, safe for threads; linear in the length of the body.</summary>
public static class BodyRenderer
{
    private const int SummaryReads = 1000; // characters, where no mark says how far the summary goes

    [ThreadStatic]
    private static MarkupWriter? idle;

    /// <summary>The body as its page shows it, with everything an editor should know about it.</summary>
    public static RenderedBody Render(BodyText body, ResolveLink resolve)
    {
        var problems = new BodyProblems(body);
        var html = body.Format switch
        {
            BodyFormat.Markdown => WriteMarkdown(body, resolve, problems),
            BodyFormat.Html when body.Trust == BodyTrust.TrustedPost => new Html(body.Text),
            BodyFormat.Html => Write(body.Language, problems, writer => HtmlMarkup.Write(body, resolve, writer, problems)),
            _ => null,
        };
        html ??= WriteText(body, resolve, problems);
        if (body.IsComment) html = MailInMarkup.Masked(html, body.MailArchives, first => problems.Add(Catalogue.PrivateAddressWithin(body.Source, "body", first, host: null)));
        return new(html, problems.All);
    }

    /// <summary>
    /// What opens a post in Markdown, for listings: up to <c>&lt;!--more--&gt;</c>, else the first paragraph; without
    /// ids, references to footnotes and images. Of other formats nothing.
    /// </summary>
    /// <returns>No diagnostics: <see cref="Render(BodyText, ResolveLink)"/> gives them.</returns>
    public static RenderedBody RenderSummary(BodyText body, ResolveLink resolve)
    {
        if (body.Format != BodyFormat.Markdown) return new(new(""), []);
        // HTML as it stands may be cut within an element; a listing wants it closed.
        var opening = body with
        {
            Text = SummaryText.Of(body.Text, SummaryReads),
            IdPrefix = "",
            Trust = body.IsComment ? BodyTrust.Comment : BodyTrust.Post,
        };
        var html = WriteSummary(opening, resolve);
        if (html.Length == 0 && opening.Text != body.Text) html = WriteSummary(opening with { Text = body.Text }, resolve);
        return new(html, []);
    }

    /// <summary>The opening words without markup, as plain text that is not escaped yet.</summary>
    /// <param name="length">In UTF-16 units, with the '…' that says there is more.</param>
    public static string PlainText(BodyText body, int length) =>
        OpeningWords.Of(body, length) is var words && body.IsComment ? MailMask.Of(words, body.MailArchives).Text : words;

    private static Html WriteSummary(BodyText body, ResolveLink resolve)
    {
        var document = MarkdownReader.Read(body.Text, !body.IsComment, out _);
        var html = document is null ? null
            : Write(body.Language, null, writer => MarkdownMarkup.WriteSummary(document, body, resolve, writer, new(body)));
        return html ?? new Html(Array.Empty<byte>());
    }

    private static Html? WriteMarkdown(BodyText body, ResolveLink resolve, BodyProblems problems)
    {
        if (PlainParagraphs.Is(body.Text))
        {
            return Write(body.Language, problems, writer =>
            {
                PlainParagraphs.Write(body.Text, writer);
                return true;
            });
        }

        var document = MarkdownReader.Read(body.Text, !body.IsComment, out var refusal);
        var html = document is null ? null
            : Write(body.Language, problems, writer => MarkdownMarkup.Write(document, body, resolve, writer, problems));
        if (html is not null) return html;
        problems.Add(Catalogue.BodyShownAsText(body.Source, refusal ?? "becomes forty times as long by repetition", body.IsComment));
        return null;
    }

    private static Html WriteText(BodyText body, ResolveLink resolve, BodyProblems problems) => Write(body.Language, problems, writer =>
    {
        TextMarkup.Write(body.Text, writer, new(body, resolve, writer, problems, _ => null), body.Source);
        return true;
    })!;

    /// <summary>Lends the thread's writer. Null if <paramref name="write"/> says that the result is not to be used.</summary>
    private static Html? Write(string language, BodyProblems? problems, Func<MarkupWriter, bool> write)
    {
        var writer = idle ?? new();
        idle = null; // a resolver may render too
        writer.Begin(language);
        var isGood = write(writer);
        var markup = isGood ? writer.End() : null;
        if (isGood && writer.IsFlattened) problems?.AddFlattening();
        if (isGood && writer.Unfit is { } unfit) problems?.AddUnfit(unfit);
        idle = writer;
        return markup;
    }
}
