using System.Diagnostics;
using System.Globalization;
using Palabre.Disk;
using Palabre.Reading;
using Palabre.Searching;
using Palabre.Site;

namespace Palabre.Benchmarks;

/// <summary><c>search &lt;folder&gt; [jobs]</c>: how large the files get that searches in a site read, and what they cost to make.</summary>
internal static class SearchCommand
{
    /// <returns>The exit status; 2 where there is no site.</returns>
    internal static int Run(string[] args)
    {
        var root = new DirectoryInfo(args[0]);
        if (!File.Exists(Path.Combine(root.FullName, SettingsReader.Path))) return 2;
        var jobs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        var site = SiteFolder.Open(root, ["content", "themes"]).Files;
        var settings = SettingsReader.Read(site.Read(site.Files.First(f => f.Path == SettingsReader.Path)).Bytes);
        settings = settings with { Value = settings.Value with { Search = false } };
        var build = SiteBuild.Prepare(site, settings, new(DateTimeOffset.UnixEpoch.AddYears(100)) { Jobs = jobs }, _ => { }, default);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        using var process = Process.GetCurrentProcess();
        var (watch, cpu) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var words = Concordance.Make(build.Edition, jobs, default);
        watch.Stop();
        process.Refresh();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        long text = build.Archive.Posts.Cast<Model.Entry>().Concat(build.Archive.Comments.SelectMany(c => c))
            .Sum(entry => (long)System.Text.Encoding.UTF8.GetByteCount(entry.Body.ToString()));
        long size = words.Files.Sum(f => (long)f.Bytes.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {build.Archive.EntryCount} entries, {text} bytes of text
            {words.Files.Count} files, {size} bytes: {100.0 * size / text:F1} % of the text; the longest {words.Files.Max(f => f.Bytes.Length)} bytes, the first to be read {words.Files[^1].Bytes.Length}
            {watch.Elapsed.TotalSeconds:F1} s, {(process.TotalProcessorTime - cpu).TotalSeconds:F1} s of processors
            the archive {before >> 20} MB; with the files {after >> 20} MB; at most {process.PeakWorkingSet64 >> 20} MB
            """));
        return 0;
    }
}
