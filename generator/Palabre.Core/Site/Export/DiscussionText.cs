using System.Buffers;
using System.Text;
using Palabre.Model;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Site;

/// <summary>
/// Writes a discussion as Markdown: its entries in the order of replies, each with its author, date, address and what it
/// answers, its text quoted as deep as it stands. What is quoted ends where the quotation ends: a fence that somebody
/// left open cannot swallow the words of others.
/// </summary>
internal sealed class DiscussionText(Edition edition)
{
    private const int Deepest = 8; // deeper replies are quoted no deeper, so that a long chain stays as long as its words

    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_[]<>&#|~");

    private readonly StringBuilder text = new();

    internal void Write(Discussion discussion, IBufferWriter<byte> output)
    {
        text.Append("# ").Append(Literal(edition.Entries.TitleOf(discussion.Opening))).Append('\n');
        foreach (var turn in discussion.Turns) Add(discussion, turn);
        Encoding.UTF8.GetBytes(text.ToString(), output);
    }

    private void Add(Discussion discussion, Turn turn)
    {
        text.Append('\n');
        if (turn.Entry is not { } entry)
        {
            text.Append(Literal(edition.Strings.Text("turn.missing", turn.Missing))).Append('\n');
            return;
        }

        if (entry is Post post && post != discussion.Opening) text.Append("## ").Append(Literal(edition.Entries.TitleOf(post))).Append("\n\n");
        text.Append("**").Append(Literal(edition.Entries.NamesOf(entry))).Append("**, ")
            .Append(Link(edition.Dates.Moment(entry.Date), entry)).Append('\n');
        var answered = turn.Elsewhere ?? (turn.Answered >= 0 ? discussion.Turns[turn.Answered].Entry : null);
        if (answered is not null) text.Append('\n').Append(Answers(answered)).Append('\n');
        else if (turn.Missing is { } missing) text.Append('\n').Append(Literal(edition.Strings.Text("feed.answers_missing", missing))).Append('\n');
        text.Append('\n');
        var quoted = string.Concat(Enumerable.Repeat("> ", Math.Min(turn.Depth + 1, Deepest)));
        foreach (var line in BodyOf(entry).TrimEnd('\n').Split('\n'))
            text.Append(line.Length == 0 ? quoted.AsSpan().TrimEnd() : quoted).Append(Untabbed(line)).Append('\n');
    }

    private string Answers(Entry answered) => answered is Post post
        ? edition.Strings.Text("feed.answers_post", Link(edition.Entries.TitleOf(post), post), Literal(edition.Entries.NamesOf(post)))
        : edition.Strings.Text("feed.answers_comment", Link(edition.Entries.NamesOf(answered), answered), Literal(edition.Dates.Moment(answered.Date)));

    private string Link(string words, Entry entry) =>
        $"[{Literal(words)}]({edition.Addresses.Absolute(entry) ?? edition.Addresses.Href(entry)})";

    /// <summary>
    /// Markdown as it was written; what was written otherwise, as pages show it, since HTML may stand in Markdown. So is
    /// what may define links or footnotes: those of a quotation hold for the whole text (CommonMark 0.31, section 4.7).
    /// </summary>
    private string BodyOf(Entry entry) =>
        entry.Removal is { } removal ? $"*{Literal(edition.Entries.Removed(removal))}*"
        : entry.Format == BodyFormat.Markdown && !entry.Body.Contains("]:"u8) ? entry.Body.ToString()
        : edition.Texts.Detached(entry).ToString();

    /// <summary>Words that Markdown shows as they are.</summary>
    private static string Literal(string words)
    {
        var plain = FeedTexts.Plain(words);
        return plain.AsSpan().ContainsAny(Marks) ? string.Concat(plain.Select(c => Marks.Contains(c) ? $"\\{c}" : c.ToString())) : plain;
    }

    /// <summary>Tabs that indent, as the spaces they stand for: behind a mark of quotation they would be fewer.</summary>
    private static string Untabbed(string line)
    {
        if (!line.AsSpan().TrimStart(' ').StartsWith('\t')) return line;
        var (at, column) = (0, 0);
        for (; at < line.Length && line[at] is (' ' or '\t'); at++) column += line[at] == '\t' ? 4 - (column % 4) : 1;
        return new string(' ', column) + line[at..];
    }
}
