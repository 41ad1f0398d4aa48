using System.Globalization;

namespace Palabre.Tests.Browser;

/// <summary>A site where much has moved: a post of several pages, single comments, names of anchors.</summary>
internal static class MovedSite
{
    internal const int Comments = 25;

    internal static void WriteTo(DirectoryInfo root)
    {
        var comments = string.Concat(Enumerable.Range(1, Comments).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"- id: c{i:00}\n  author: Ada\n  date: 2011-03-{1 + i:00}T08:00:00Z\n  body: Remark {i}.\n")));
        Write(root, "content/site.yml", "title: Moved\nlanguage: en\nbaseUrl: https://moved.example/moved/\nauthor: Ada\ncommentsPerPage: 10\n");
        Write(root, "content/posts/2011-03-01-new.md", "---\ntitle: New name\naliases: [/2010/old/]\n---\n## A heading\n\nWords.\n");
        Write(root, "content/comments/new.yml", comments);
        Write(root, "content/posts/2011-03-02-other.md", "---\ntitle: Other\naliases: [/2010/plain.html]\n---\nWords.\n");
        Write(root, "content/posts/2011-03-03-quiet.md", "---\ntitle: Quiet\naliases: [/2010/quiet.html]\n---\nWords.\n");
        Write(root, "content/comments/other/guest.yml",
            "author: Guest\ndate: 2011-03-20T08:00:00Z\naliases: [\"/2011/03/new/#c-guest\", \"/gone/#c-guest\"]\nbody: I was elsewhere before.\n");
        Write(root, "content/comments/other/long.yml",
            $"author: Long\ndate: 2011-03-21T08:00:00Z\naliases: \"/2011/03/other/#comment-12\"\nbody: |\n{string.Concat(Enumerable.Repeat("  Words.\n\n", 40))}");
    }

    private static void Write(DirectoryInfo root, string path, string text)
    {
        var file = new FileInfo(Path.Combine(root.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
