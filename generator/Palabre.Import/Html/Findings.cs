namespace Palabre.Import.Html;

/// <summary>What was met while a text was cleaned, for the report.</summary>
internal sealed class Findings
{
    internal int Scripts { get; set; }
    internal int Trackers { get; set; }
    internal int Embeds { get; set; }
    internal int RemotePictures { get; set; }

    /// <summary>Pictures that stand in the text itself (<c>data:</c>), which no page shows.</summary>
    internal int InlinePictures { get; set; }

    internal bool KeptAsHtml { get; set; }

    internal void Note(Account account, string what)
    {
        Note(Scripts, "Scripts and styles dropped");
        Note(Trackers, "Tracking pixels dropped");
        Note(Embeds, "Players and frames turned into links");
        Note(RemotePictures, "Pictures that stand on other sites");
        Note(InlinePictures, "Pictures within a text, which are not kept");
        if (KeptAsHtml) account.Note("Texts kept as HTML, since Markdown would lose something", what);

        void Note(int count, string heading)
        {
            if (count > 0) account.Note(heading, count == 1 ? what : $"{what}: {Account.Number(count)}");
        }
    }
}
