using System.Globalization;
using Palabre.Tests.Support;

namespace Palabre.Tests.Caching;

/// <summary>A site on disk that is edited as people edit, by chance.</summary>
internal sealed class EditedSite : IDisposable
{
    private readonly SiteOnDisk site = new("-- content/site.yml --\ntitle: Test\nbaseUrl: https://example.org\n");
    private readonly Random random;

    internal EditedSite(int seed)
    {
        random = new(seed);
        for (var i = 0; i < 6; i++) site.Write($"content/posts/2010-01-{i + 10}-post-{i}.md", Post(i));
        for (var i = 0; i < 16; i++) site.Write($"content/comments/post-{i % 6}/c{i}.yml", Comment());
        site.Write("content/media/p.svg", Picture(10));
    }

    internal SiteOnDisk Site => site;

    /// <returns>What was done.</returns>
    internal string Edit()
    {
        var number = random.Next(8);
        switch (random.Next(25))
        {
            case 0: return Put($"content/posts/2010-01-{number + 10}-post-{number}.md", Post(number));
            case 1 or 2 or 3: return Put($"content/comments/post-{number}/c{random.Next(20)}.yml", Comment());
            case 4 or 5: return Put(Any("content/comments"), Comment());
            case 6: return Take(Any("content/comments"));
            case 7: return Take(Any("content/posts"));
            case 8: return Move(Any("content/posts"), $"content/posts/2010-02-{number + 10}-post-{number}.md");
            case 9: return Put("themes/theme-1.md", $"---\ntitle: One {random.Next(3)}\naliases: [theme {random.Next(3)}]\n{(number < 4 ? "parent: trust\n" : "")}---\nWords with {Link()}.\n");
            case 10: return Put("content/authors/ada.yml", $"name: Ada {random.Next(2)}\naliases: [Author {random.Next(5)}, Ádá]\nlisted: {(number < 3 ? "no" : "yes")}\n");
            case 11: return Put("content/site.yml", $"title: Test {number}\nbaseUrl: https://example.org\npageSize: {2 + number}\ncommentsPerPage: 10\nexport: {(number < 4 ? "yes" : "no")}\nsearch: {(number < 6 ? "yes" : "no")}\n");
            case 12: return Put("content/media/p.svg", Picture(random.Next(10, 100)));
            case 13: return Put($"content/pages/page-{random.Next(2)}.md", $"---\ntitle: Page {number}\n---\nWords with {Link()} and {Link()}.\n");
            case 14: return Put("themes/_look/strings/en.yml", $"nav:\n  archive: All {number}\n");
            case 15: return Put("themes/_look/assets/style.css", $"main {{ margin: {number}px }}\n");
            case 16: return Put("content/comments/post-1.yml", $"- author: New {number}\n  date: 2011-01-0{1 + number}\n  body: Words with {Link()}.\n- author: Ada\n  date: 2011-02-01\n  replyTo: c{number}\n  body: More.\n");
            case 17: return Tamper();
            case 18: return Touch();
            case 19 or 20 or 21: return Reword(Any("content/comments"));
            case 22: return Reword(Any("content/posts"));
            case 23: return Head(Any("content/posts"));
            default: return Put($"content/comments/post-{number}/odd.yml", number < 2 ? "author: [" : Comment());
        }
    }

    /// <summary>An edit that leaves everything but comments alone, so that most files of the output need not be made again.</summary>
    /// <inheritdoc cref="Edit"/>
    internal string EditComments()
    {
        var number = random.Next(6);
        return random.Next(6) switch
        {
            0 => Take(Any("content/comments")),
            1 => Put($"content/comments/post-{number}.yml", $"- author: AUTHOR {number}\n  date: 2009-01-0{1 + number}\n  body: Words with {Link()}.\n"),
            2 => Put($"content/comments/post-{number}/c{random.Next(20)}.yml", Comment()),
            _ => Reword(Any("content/comments")),
        };
    }

    public void Dispose() => site.Dispose();

    private string Post(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: Post {number} {random.Next(5)}
        author: [Author {random.Next(4)}{(random.Next(4) == 0 ? ", Ádá" : "")}]
        themes: [Trust, theme {random.Next(3)}]
        {(random.Next(3) == 0 ? $"replyTo: post-{random.Next(7)}{(random.Next(2) == 0 ? "" : $"#c{random.Next(18)}")}" : "pinned: false")}
        {(random.Next(8) == 0 ? "draft: true" : random.Next(9) == 0 ? "comments: hidden" : "language: en")}
        {(random.Next(5) == 0 ? $"aliases: [/old/{random.Next(3)}/, /2010/01/post-{random.Next(8)}/]" : "updated: 2012-01-01")}
        ---
        The first words of post {number}, long enough to be quoted by those who answer. See {Link()}.

        > The words of a comment, long enough to be quoted, {random.Next(4)}.
        """);

    private string Comment() => string.Create(CultureInfo.InvariantCulture, $"""
        author: {(random.Next(3) == 0 ? "Ada" : "Author " + random.Next(6))}
        date: 2010-0{1 + random.Next(9)}-{10 + random.Next(15)} 1{random.Next(10)}:00
        {(random.Next(2) == 0 ? $"replyTo: {(random.Next(6) == 0 ? $"post-{random.Next(7)}#" : "")}c{random.Next(20)}" : "language: en")}
        {(random.Next(12) == 0 ? "status: pending" : random.Next(12) == 0 ? "status: removed" : random.Next(9) == 0 ? "id: c1" : "url: https://example.org/")}
        {(random.Next(9) == 0 ? $"aliases: [/gone/#{random.Next(9)}]" : "extra: 1")}
        body: |
          The words of a comment, long enough to be quoted, {random.Next(4)}. {(random.Next(3) == 0 ? Link() : "")}

          > The first words of post {random.Next(7)}, long enough to be quoted by those who answer.
        """);

    private string Link() => random.Next(8) switch
    {
        0 => $"[a](post:post-{random.Next(8)}) [sect](post:post-{random.Next(8)}#part-{random.Next(3)}) [sect](/2010/01/post-{random.Next(8)}/#part-{random.Next(3)})",
        1 => $"[b](comment:post-{random.Next(8)}#c{random.Next(20)}) [here](#c-c{random.Next(20)}) [there](/2010/0{1 + random.Next(3)}/post-{random.Next(8)}/#c-c{random.Next(20)})",
        2 => $"[c](/themes/theme-{random.Next(3)}/)",
        3 => $"[d](/authors/author-{random.Next(6)}/page/{1 + random.Next(2)}/)".Replace("page/1/", "", StringComparison.Ordinal),
        4 => $"[e](/2010/01/post-{random.Next(8)}/page/2/)",
        5 => "![f](/media/p.svg)",
        6 => $"[g](theme:theme-{random.Next(3)})",
        _ => $"[h](2010-01-1{random.Next(8)}-post-{random.Next(8)}.md)",
    };

    private static string Picture(int size) =>
        string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\"/>");

    private string Put(string path, string text)
    {
        site.Write(path, text);
        return "wrote " + path;
    }

    /// <summary>Nothing but the text is another.</summary>
    private string Reword(string path)
    {
        File.AppendAllText(Path.Combine(site.Root, path), $"\n  More words, {random.Next(9)}, {Link()}.\n");
        return "reworded " + path;
    }

    /// <summary>What others may link to.</summary>
    private string Head(string path)
    {
        File.AppendAllText(Path.Combine(site.Root, path), $"\n{(random.Next(3) == 0 ? "```\n" : "")}## Part {random.Next(3)}\n");
        return "headed " + path;
    }

    private string Take(string path)
    {
        if (Files(path[..path.LastIndexOf('/')]).Length > 2) File.Delete(Path.Combine(site.Root, path));
        return "removed " + path;
    }

    private string Move(string path, string to)
    {
        File.Move(Path.Combine(site.Root, path), Path.Combine(site.Root, to), overwrite: true);
        return $"moved {path} to {to}";
    }

    /// <summary>Somebody has been at the output.</summary>
    private string Tamper()
    {
        if (!Directory.Exists(site.Output)) return "nothing";
        var pages = site.Pages;
        var page = pages[random.Next(pages.Count)];
        if (random.Next(2) == 0) File.AppendAllText(Path.Combine(site.Output, page), "!");
        else File.Delete(Path.Combine(site.Output, page));
        return "spoilt " + page;
    }

    /// <summary>A clone: everything is as it was, and new.</summary>
    private string Touch()
    {
        foreach (var file in Files("content")) File.SetLastWriteTimeUtc(Path.Combine(site.Root, file), new DateTime(2020, 1, 1 + random.Next(20), 0, 0, 0, DateTimeKind.Utc));
        return "touched all";
    }

    private string Any(string folder) => Files(folder) is { Length: > 0 } files ? files[random.Next(files.Length)] : folder + "/none.md";

    private string[] Files(string folder) => [.. Directory.EnumerateFiles(Path.Combine(site.Root, folder), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(site.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
