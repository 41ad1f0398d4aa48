using System.Globalization;
using System.Text;

namespace Palabre.Tests.Browser;

/// <summary>A site of what strains a look: depth, crowds, long names, writing from right to left, tables, code.</summary>
internal static class MadeSite
{
    internal const int Deep = 50;

    internal const int Crowd = 300;

    internal const int Thousand = 1000;

    /// <summary>What would leave the element that holds what a page says for machines, if it could.</summary>
    internal const string Hostile = "</script><script>document.title = 1</script> <!--<script> ]]> {{ 7*7 }} & &lt;";

    private static readonly string[] Speakers = ["Ada", "Boris", "Chidi", "Dolores", "Eun-ji"];

    private static readonly string LongName = "Wolfeschlegelsteinhausenbergerdorff" + new string('x', 60) + " the Elder";

    internal static void WriteTo(DirectoryInfo root)
    {
        Write(root, "content/site.yml", """
            title: The long table
            description: Where everything is too long, too deep or too many.
            language: en
            timeZone: UTC
            baseUrl: https://made.example/
            author: Ada
            pageSize: 5
            commentsPerPage: 1100
            answer: https://github.com/palabre/table
            links:
              - title: A table
                url: https://example.org/table
            """);
        Write(root, "themes/table.md", "---\ntitle: The table\ndescription: What stands between us.\n---\nAn introduction.\n");
        WritePost(root, 1, "quiet", "Quiet", "Nobody answered this. There is nothing to add.\n\nA second paragraph, with a [link](https://example.org/elsewhere).");
        WritePost(root, 2, "deep", "Deep", "Fifty answer each other.");
        WritePost(root, 3, "crowd", "Crowd", "Three hundred speak.");
        WritePost(root, 4, "thousand", "Thousand", "A thousand speak.");
        WritePost(root, 5, "tongues", $"Tongues and Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", Tongues);
        WritePost(root, 6, "shulchan", "שולחן ארוך", "השולחן ארוך, והשיחה ארוכה ממנו. כל אחד אומר את דברו.\n\n> ציטוט קצר.", "language: he\n");
        WritePost(root, 7, "closed", "Closed", "Nobody may answer this any more.", "comments: closed\nreplyTo: deep\n");
        WriteComments(root, "deep", Deep, i => i == 1 ? null : i - 1);
        WriteComments(root, "crowd", Crowd, i => i % 10 == 1 ? null : Math.Max(1, i - 1 - (i % 3)));
        WriteComments(root, "thousand", Thousand, i => i % 4 == 1 ? null : i - 1);
        Write(root, "content/comments/tongues.yml", TonguesComments());
    }

    /// <summary>The id of a comment, by its rank from 1.</summary>
    internal static string Id(int rank) => string.Create(CultureInfo.InvariantCulture, $"c{rank:0000}");

    private const string Tongues = """
        | Who | What they said | What others heard | Where | When | How often |
        |---|---|---|---|---|---|
        | Ada | everything | nothing whatsoever | everywhere | on Wednesdays | incessantly |
        | Boris | nothing | everything | nowhere | never | once |

        ```
        a line of code that goes on and on and on and on and on and on and on and on and on and on and on and on
        ```

        See https://example.org/an/address/that/is/very/long/and/has/no/place/to/break/whatsoever/thatonewouldlike.html[^1].

        - [x] one thing
        - [ ] another

        [^1]: A note.
        """;

    private static string TonguesComments()
    {
        var list = new StringBuilder();
        Comment(list, 1, "سلمى", "الطاولة طويلة جدا، والحديث أطول منها.\n\n> اقتباس من كلام الآخرين\n\nثم جواب.", null, "language: ar");
        Comment(list, 2, LongName, $"> Fifty answer each other, and it is long enough to quote.\n\n{new string('w', 200)}", 1);
        Comment(list, 3, "דוד", "תשובה בעברית, עם קצת English באמצע.", 2, "language: he");
        Comment(list, 4, "Boris", "| a | b |\n|---|---|\n| " + new string('q', 80) + " | " + new string('r', 80) + " |\n\n    code code code code code code code code code code code code code code code code", 3);
        Comment(list, 5, "Mallory", Hostile, 4, "format: text");
        return list.ToString();
    }

    private static void WritePost(DirectoryInfo root, int day, string slug, string title, string body, string more = "") =>
        Write(root, $"content/posts/2011-03-0{day}-{slug}.md",
            $"---\ntitle: \"{title}\"\ndate: 2011-03-0{day}T08:00:00Z\nauthor: Ada\nthemes: [table]\n{more}---\n{body}\n");

    private static void WriteComments(DirectoryInfo root, string post, int count, Func<int, int?> answered)
    {
        var list = new StringBuilder();
        for (var i = 1; i <= count; i++) Comment(list, i, Speakers[i % Speakers.Length], $"This is remark {i}, and it says what it says.", answered(i));
        Write(root, $"content/comments/{post}.yml", list.ToString());
    }

    private static void Comment(StringBuilder list, int rank, string author, string body, int? answered, string more = "")
    {
        var date = new DateTime(2011, 3, 10, 8, 0, 0, DateTimeKind.Utc).AddMinutes(rank);
        list.Append(CultureInfo.InvariantCulture, $"- id: {Id(rank)}\n  author: {author}\n  date: {date:yyyy-MM-dd'T'HH:mm:ss'Z'}\n");
        if (answered is { } target) list.Append(CultureInfo.InvariantCulture, $"  replyTo: {Id(target)}\n");
        if (more.Length > 0) list.Append(CultureInfo.InvariantCulture, $"  {more}\n");
        list.Append("  body: |\n");
        foreach (var line in body.Split('\n')) list.Append(CultureInfo.InvariantCulture, $"    {line}\n");
    }

    private static void Write(DirectoryInfo root, string path, string text)
    {
        var file = new FileInfo(Path.Combine(root.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
