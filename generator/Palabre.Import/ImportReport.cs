using System.Text;

namespace Palabre.Import;

/// <summary>The account as people read it: on a terminal, and as <c>import-report.md</c>.</summary>
public static class ImportReport
{
    /// <summary>The whole account, in Markdown. The same source over the same site gives the same text.</summary>
    public static string Markdown(ImportKind kind, string name, Account account)
    {
        var page = new StringBuilder();
        page.Append("# Import report\n\n").Append(Line(name)).Append(", read as ").Append(NameOf(kind)).Append(".\n\n");
        page.Append("| | Found | In the archive | Skipped |\n|---|--:|--:|--:|\n");
        foreach (var piece in Enum.GetValues<PieceKind>())
        {
            if (account.Found(piece) == 0) continue;
            page.Append("| ").Append(NameOf(piece)).Append(" | ").Append(Account.Number(account.Found(piece))).Append(" | ")
                .Append(Account.Number(account.Kept(piece))).Append(" | ").Append(Account.Number(account.Skipped(piece))).Append(" |\n");
        }

        if (account.Reasons.Any()) page.Append("\n## Skipped\n\n| What | How many | Why |\n|---|--:|---|\n");
        foreach (var (piece, reason, count) in account.Reasons)
            page.Append("| ").Append(NameOf(piece)).Append(" | ").Append(Account.Number(count)).Append(" | ").Append(Line(reason)).Append(" |\n");

        foreach (var (heading, count, lines) in account.Notes)
        {
            page.Append("\n## ").Append(heading).Append(": ").Append(Account.Number(count)).Append("\n\n");
            foreach (var line in lines) page.Append("- ").Append(Line(line)).Append('\n');
            if (count > lines.Count) page.Append("- and ").Append(Account.Number(count - lines.Count)).Append(" more\n");
        }

        return page.ToString();
    }

    /// <summary>The table, as plain lines.</summary>
    public static IEnumerable<string> Table(Account account)
    {
        yield return $"{"",-12}{"found",9}{"written",9}{"skipped",9}";
        foreach (var piece in Enum.GetValues<PieceKind>())
        {
            if (account.Found(piece) > 0)
                yield return $"{NameOf(piece),-12}{Account.Number(account.Found(piece)),9}{Account.Number(account.Kept(piece)),9}{Account.Number(account.Skipped(piece)),9}";
        }

        foreach (var (piece, reason, count) in account.Reasons)
            yield return $"  skipped: {Account.Number(count)} {NameOf(piece, count)}: {reason}";
        foreach (var (heading, count, _) in account.Notes) yield return $"  {heading}: {Account.Number(count)}";
    }

    public static string NameOf(ImportKind kind) => kind switch
    {
        ImportKind.Blogger => "an export of Blogger",
        ImportKind.WordPress => "an export of WordPress",
        ImportKind.Disqus => "an export of Disqus",
        ImportKind.Mbox => "mail",
        ImportKind.Jekyll => "a Jekyll or Hugo site",
        _ => "an archive of Palabre",
    };

    private static string NameOf(PieceKind kind, int count = 0)
    {
        var name = kind switch
        {
            PieceKind.Post => "post",
            PieceKind.Comment => "comment",
            PieceKind.Page => "page",
            PieceKind.Attachment => "attachment",
            _ => "other",
        };
        return count == 1 ? name : name + "s";
    }

    // What people wrote stands in code, so that it is neither markup nor a cell of its own.
    private static string Line(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
