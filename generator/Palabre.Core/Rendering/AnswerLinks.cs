using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// Links that open an answer already filled in: a new comment file on a git host, or a letter to the editors, by the
/// setting <c>answer</c>.
/// </summary>
internal sealed class AnswerLinks
{
    // Hosts refuse long addresses: what is filled in is a few hundred bytes, but an id or a title may be anything.
    private const int Longest = 6000;

    /// <summary>Stands for the day of the answer, which nobody knows when the page is made: the look's script fills it in.</summary>
    private const string Today = "YYYY-MM-DD";

    /// <summary>Likewise, for the moment: two answers of one day are two files.</summary>
    private const string Now = Today + "-HHMMSS";

    private readonly Edition edition;
    private readonly AnswerPattern? pattern;

    internal AnswerLinks(Edition edition) => (this.edition, pattern) = (edition, edition.Settings.Answer);

    /// <summary>Null where the settings say nothing usable, or the link would be too long for any host.</summary>
    internal string? HrefFor(Entry entry)
    {
        if (pattern is null) return null;
        var post = entry is Comment comment ? edition.PostOf(comment) : (Post)entry;
        if (post.Comments != Commenting.Open) return null;
        var href = pattern.IsMail ? Letter(entry, post) : File(entry, post);
        return href.Length <= Longest ? href : null;
    }

    private string File(Entry entry, Post post)
    {
        var name = $"{Now}-re-{Slug.From(entry.Id)}.yml";
        var path = $"{edition.Settings.CommentsFolder}/{post.Slug}/{name}";
        var reply = entry is Comment ? $"replyTo: {Quoted(entry.Id)}\n" : "";
        var content = $"author: \ndate: {Today}\n{reply}body: |\n  \n";
        return pattern!.Text
            .Replace("{path}", Uri.EscapeDataString(path), StringComparison.Ordinal)
            .Replace("{content}", Uri.EscapeDataString(content), StringComparison.Ordinal)
            .Replace("{post}", Uri.EscapeDataString(post.Id), StringComparison.Ordinal)
            .Replace("{id}", Uri.EscapeDataString(entry.Id), StringComparison.Ordinal);
    }

    private string Letter(Entry entry, Post post)
    {
        var title = edition.Strings.Text("answer.subject", edition.Entries.TitleOf(post));
        var reference = edition.Addresses.Absolute(entry) ?? edition.Addresses.Href(entry);
        var body = edition.Strings.Text("answer.letter", edition.Entries.NamesOf(entry), reference);
        return $"{pattern!.Text}?subject={Uri.EscapeDataString(title)}&body={Uri.EscapeDataString(body)}";
    }

    /// <summary>As a YAML scalar in double quotation marks: whatever the id holds, it is read back as it is.</summary>
    private static string Quoted(string id) =>
        $"\"{id.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
