using System.Text;
using BenchmarkDotNet.Attributes;
using Palabre.Listing;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Rendering.Views;
using Palabre.Threading;

namespace Palabre.Benchmarks;

/// <summary>Files in memory to entries, on one thread: 100 posts, 1,000 comments.</summary>
public class ReadingBenchmarks
{
    private readonly MadeArchive site = new(100, 1000);
    private readonly string[] texts;

    public ReadingBenchmarks() => texts = [.. site.Files.Files.Where(f => f.Path.EndsWith(".yml", StringComparison.Ordinal))
        .Select(f => Encoding.UTF8.GetString(site.Files.Read(f).Bytes.Span))];

    [Benchmark]
    public Archive Archive() => site.Read();

    /// <summary>Of this, the YAML of the comments.</summary>
    [Benchmark]
    public int Yaml()
    {
        var documents = 0;
        foreach (var text in texts) documents += YamlReader.Read(text, new("comment.yml", 1, 1)).Value.Count;
        return documents;
    }
}

/// <summary>Who answers whom.</summary>
public class ThreadingBenchmarks
{
    private MadeArchive site = new(1, 0);

    [Params(1000, 10_000, 100_000)]
    public int Comments { get; set; }

    [GlobalSetup]
    public void Make() => site = new(Comments / 10, Comments);

    [Benchmark]
    public int Thread() => Threader.Thread(site.Archive).Value.Discussions.Count;

    [Benchmark]
    public Listings List() => Lister.List(site.Archive, Threader.Thread(site.Archive).Value);
}

/// <summary>The texts of 1,000 comments, on one thread.</summary>
public class BodyBenchmarks
{
    private readonly BodyText[] bodies = [.. new MadeArchive(100, 1000).Archive.Comments.SelectMany(c => c).Select(comment => new BodyText
    {
        Text = comment.Body.ToString(), Format = comment.Format, Language = "fr", Trust = BodyTrust.Comment, IdPrefix = "c-1-", Source = comment.BodySource,
    })];

    [Benchmark]
    public int Markdown() => Render(bodies);

    [Benchmark]
    public int PlainWords()
    {
        var length = 0;
        foreach (var body in bodies) length += BodyRenderer.PlainText(body, 200).Length;
        return length;
    }

    private static int Render(BodyText[] bodies)
    {
        var length = 0;
        foreach (var body in bodies) length += BodyRenderer.Render(body, (url, _) => new(url)).Html.ToString().Length;
        return length;
    }
}

/// <summary>A post with 1,000 comments: its view, and the page that the look makes of it.</summary>
public class PageBenchmarks
{
    private readonly Utf8Buffer output = new(4 << 20);
    private readonly PageRenderer renderer;
    private readonly PlannedPage page;
    private readonly PageMaterial material;
    private readonly PageView view;

    public PageBenchmarks()
    {
        var edition = new MadeArchive(1, 1000).Edition();
        renderer = new(edition.Look);
        var plan = PagePlan.Make(edition);
        (material, page) = (plan.Material, plan.Pages.MaxBy(p => p.Entries.Count)!);
        view = material.View(page, []);
    }

    [Benchmark]
    public PageView View() => material.View(page, []);

    [Benchmark]
    public int Template()
    {
        output.Clear();
        renderer.Render(view, output, []);
        return output.Length;
    }
}
