using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Site;

/// <summary>What a build takes from the one before changes what it costs, never what it gives.</summary>
public sealed class MemoryTests
{
    private static readonly ReadingOptions Options = SiteText.Options with { Drafts = true, Future = true, Pending = true };

    [Test]
    public void Pages_after_any_edits_are_those_of_a_build_from_nothing([Range(1, 16)] int seed)
    {
        var random = new Random(seed);
        var site = new EditedSite();
        for (var i = 0; i < 8; i++) site.Write($"content/posts/2010-01-{i + 10}-post-{i}.md", Post(random, i));
        for (var i = 0; i < 24; i++) site.Write($"content/comments/post-{i % 8}/c{i}.yml", Comment(random));
        SiteBuild? before = null;
        var done = new List<string>();
        for (var step = 0; step < 20; step++)
        {
            before = site.Prepare(before);
            Assert.That(Outcome(before), Is.EqualTo(Outcome(site.Prepare(null))), $"seed {seed}, after {string.Join(", ", done)}");
            done.Add(site.Edit(random));
        }
    }

    [Test]
    public void One_changed_file_is_the_one_that_is_read()
    {
        var site = new EditedSite();
        site.Write("content/posts/2010-01-10-post-0.md", "Text.");
        for (var i = 0; i < 5; i++) site.Write($"content/comments/post-0/c{i}.yml", "author: A\ndate: 2010-01-12\nbody: Words.\n");
        var before = site.Prepare(null);
        site.Asked.Clear();
        site.Write("content/comments/post-0/c3.yml", "author: B\ndate: 2010-01-12\nbody: Words.\n");
        var after = site.Prepare(before);
        Assert.That(site.Asked.Single(), Is.EqualTo("content/comments/post-0/c3.yml"));
        Assert.That(after.Archive.Posts[0], Is.SameAs(before.Archive.Posts[0]));
        Assert.That(after.Archive.Comments[0].Select(c => c.Authors.Single()), Is.EqualTo("AAABA".Select(c => c.ToString())));
    }

    [Test]
    public void Pages_that_are_about_nothing_that_changed_are_planned_once()
    {
        var site = new EditedSite();
        for (var i = 0; i < 3; i++)
        {
            site.Write($"content/posts/2010-01-{i + 10}-post-{i}.md", $"---\ntitle: {i}\nauthor: Author {i}\nthemes: [t{i}]\n---\nText.");
            site.Write($"content/comments/post-{i}.yml", $"- id: c{i}\n  author: Author {i}\n  date: 2010-02-01\n  body: Words.\n");
        }

        var before = site.Prepare(null);
        site.Write("content/comments/post-1.yml", "- id: c1\n  author: Author 1\n  date: 2010-02-01\n  body: Other words.\n");
        var after = site.Prepare(before);
        var anew = after.Pages.Except(before.Pages, ReferenceEqualityComparer.Instance).Cast<PlannedPage>().Select(page => page.Address.Path);
        Assert.That(anew, Is.EquivalentTo(["/2010/01/post-1/", "/themes/", "/themes/t1/", "/authors/", "/authors/author-1/",
            "/archive/", "/archive/2010/", "/archive/2010/01/", "/404.html", "/search/"]));
    }

    [Test]
    public void A_build_keeps_none_of_those_before_it()
    {
        var earlier = new List<WeakReference>();
        var latest = Renewed(earlier);
        GC.Collect();
        Assert.That(earlier.Select(build => build.IsAlive), Has.All.False);
        GC.KeepAlive(latest);
    }

    // Of its own, so that no place of a local or of what it passes on is left when the garbage is collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SiteBuild Renewed(List<WeakReference> earlier)
    {
        var site = new EditedSite();
        for (var i = 0; i < 3; i++) site.Write($"content/posts/2010-01-{i + 10}-post-{i}.md", "Text.");
        var latest = site.Prepare(null);
        for (var i = 0; i < 6; i++)
        {
            latest.Text("2010/01/post-1/index.html");
            earlier.Add(new(latest));
            earlier.Add(new(latest.Edition));
            site.Write($"content/comments/post-{i % 3}/c{i}.yml", "author: A\ndate: 2010-01-12\nbody: Words.\n");
            latest = site.Prepare(latest);
        }

        return latest;
    }

    [Test]
    public void A_file_without_a_stamp_is_read_each_time()
    {
        var files = SiteText.Files("-- content/posts/2010-01-10-a.md --\nText.");
        var (read, settings) = (0, SiteText.Settings(files));
        var counted = files with
        {
            Read = file =>
            {
                read++;
                return files.Read(file);
            },
        };
        var before = SiteBuild.Prepare(counted, settings, Options, _ => { }, CancellationToken.None, isKept: true);
        SiteBuild.Prepare(counted, settings, Options, _ => { }, CancellationToken.None, before);
        Assert.That(read, Is.EqualTo(2));
    }

    private static string Post(Random random, int number) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: Post {number} {random.Next(10)}
        author: [Author {random.Next(4)}{(random.Next(4) == 0 ? ", Ádá" : "")}]
        themes: [Trust, theme {random.Next(3)}]
        {(random.Next(3) == 0 ? $"replyTo: post-{random.Next(9)}{(random.Next(2) == 0 ? "" : $"#c{random.Next(26)}")}" : "pinned: false")}
        {(random.Next(8) == 0 ? $"aliases: [/old/{number}/, \"/older/{number}/#c-x{random.Next(30)}\"]" : random.Next(9) == 0 ? $"permalink: /chosen/{random.Next(5)}/" : "slug: post-" + number)}
        {(random.Next(6) == 0 ? "draft: true" : random.Next(9) == 0 ? "comments: hidden" : "language: en")}
        ---
        The first words of post {number}, long enough to be quoted by those who answer.

        > The words of a comment, long enough to be quoted, {random.Next(4)}.
        """);

    private static string Comment(Random random) => string.Create(CultureInfo.InvariantCulture, $"""
        author: {(random.Next(3) == 0 ? "Ada" : "Author " + random.Next(6))}
        date: 2010-0{1 + random.Next(9)}-{10 + random.Next(15)} 1{random.Next(10)}:00
        {(random.Next(2) == 0 ? $"replyTo: {(random.Next(6) == 0 ? $"post-{random.Next(9)}#" : "")}c{random.Next(30)}" : "language: en")}
        {(random.Next(10) == 0 ? $"aliases: [\"/older/{random.Next(4)}/#c-x{random.Next(90)}\"]" : "# nothing more")}
        {(random.Next(12) == 0 ? "status: pending" : random.Next(12) == 0 ? "status: removed" : random.Next(9) == 0 ? "id: c1" : "url: https://example.org/")}
        body: |
          The words of a comment, long enough to be quoted, {random.Next(4)}.

          > The first words of post {random.Next(9)}, long enough to be quoted by those who answer.
        """);

    private static string Outcome(SiteBuild build)
    {
        var told = new StringBuilder();
        if (!build.HasErrors)
        {
            foreach (var file in build.Files)
            {
                Assert.That(build.Find(file.Path)?.GetType(), Is.EqualTo(file.GetType()), file.Path);
                told.Append("\n== ").Append(file.Path);
                if (file is RenderedFile { Path: var path } && !path.StartsWith("assets/", StringComparison.Ordinal)) told.Append('\n').Append(build.Text(path));
            }
        }

        return string.Join('\n', build.Diagnostics) + told;
    }

    /// <summary>Files in memory that are edited as people edit, and how often each was written.</summary>
    private sealed class EditedSite
    {
        private readonly SortedDictionary<string, (byte[] Bytes, long Stamp)> files = new(StringComparer.Ordinal);
        private (byte[]? Bytes, Checked<Settings> Value) settings;
        private long stamp;

        internal EditedSite() => Write(SettingsReader.Path, "title: Test\nbaseUrl: https://example.org\n");

        /// <summary>The entries that were read, in any order.</summary>
        internal List<string> Asked { get; } = [];

        internal void Write(string path, string text) => files[path] = (Encoding.UTF8.GetBytes(text), ++stamp);

        internal SiteBuild Prepare(SiteBuild? before)
        {
            var now = files.ToDictionary(f => f.Key, f => f.Value.Bytes, StringComparer.Ordinal);
            if (settings.Bytes != now[SettingsReader.Path]) settings = (now[SettingsReader.Path], SettingsReader.Read(now[SettingsReader.Path]));
            var listed = new SiteFiles([.. files.Select(f => new SourceFile(f.Key, f.Value.Bytes.Length, f.Value.Stamp))], file =>
            {
                lock (Asked) Asked.Add(file.Path);
                return new(now[file.Path], null);
            });
            return SiteBuild.Prepare(listed, settings.Value, Options, _ => { }, CancellationToken.None, before, isKept: true);
        }

        /// <returns>What was done.</returns>
        internal string Edit(Random random)
        {
            var number = random.Next(10);
            var posts = files.Keys.Where(path => path.StartsWith("content/posts/", StringComparison.Ordinal)).ToArray();
            var comments = files.Keys.Where(path => path.StartsWith("content/comments/", StringComparison.Ordinal)).ToArray();
            switch (random.Next(16))
            {
                case 0 or 1: return Put($"content/posts/2010-01-{number + 10}-post-{number}.md", Post(random, number));
                case 2 or 3 or 4: return Put($"content/comments/post-{number}/c{random.Next(30)}.yml", Comment(random));
                case 5: return Put(comments[random.Next(comments.Length)], Comment(random));
                case 6: return Take(comments[random.Next(comments.Length)]);
                case 7: return Take(posts[random.Next(posts.Length)]);
                case 8: return Move(posts[random.Next(posts.Length)], $"content/posts/2010-02-{number + 10}-post-{number}.md");
                case 9: return Put("themes/theme-1.md", $"---\ntitle: One {random.Next(3)}\naliases: [theme {random.Next(3)}]\n---\nWords.\n");
                case 10: return Put("content/authors/ada.yml", $"name: Ada\naliases: [Author {random.Next(6)}, Ádá]\nlisted: {(number < 3 ? "no" : "yes")}\n");
                case 11: return Put(SettingsReader.Path, $"title: Test {number}\nbaseUrl: https://example.org\npageSize: {2 + number}\ncommentsPerPage: 10\nexport: {(number < 5 ? "true" : "false")}\n");
                case 13: return Put("themes/_look/strings/en.yml", $"nav:\n  archive: Archive {number}\n");
                case 14: return Put("themes/_look/not-found.html", number < 3 ? "{{ if }}" : $"<!doctype html><title>{number}</title>{{{{ t 'odd.{number}' }}}}");
                case 12: return Put("content/posts/picture.png", new string('x', 1 + number));
                default: return Put($"content/comments/post-{number}/broken.yml", number < 5 ? "author: [" : Comment(random));
            }
        }

        private string Put(string path, string text)
        {
            Write(path, text);
            return "wrote " + path;
        }

        private string Take(string path)
        {
            if (files.Count(f => f.Key[..10] == path[..10]) > 4) files.Remove(path);
            return "removed " + path;
        }

        private string Move(string path, string to)
        {
            var moved = files[path];
            files.Remove(path);
            files[to] = moved;
            return $"moved {path} to {to}";
        }
    }
}
