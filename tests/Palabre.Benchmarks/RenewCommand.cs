using System.Diagnostics;
using System.Globalization;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Site;

namespace Palabre.Benchmarks;

/// <summary><c>renew &lt;folder&gt; [times]</c>: what preparing a site takes the first time, and after a change of one file of comments.</summary>
internal static class RenewCommand
{
    private static readonly string[] Stages = ["read", "thread", "quote", "list"];

    /// <returns>The exit status; 2 where there is no site, or none with comments.</returns>
    internal static int Run(string[] args)
    {
        var root = new DirectoryInfo(args[0]);
        if (!File.Exists(Path.Combine(root.FullName, SettingsReader.Path))) return 2;
        var times = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15;
        var site = SiteFolder.Open(root, ["content", "themes"]).Files;
        var settings = SettingsReader.Read(site.Read(site.Files.First(f => f.Path == SettingsReader.Path)).Bytes);
        var options = new ReadingOptions(DateTimeOffset.UnixEpoch.AddYears(100)) { Jobs = Environment.ProcessorCount };
        SourceFile[] comments = [.. site.Files.Where(f => f.Path.StartsWith(settings.Value.CommentsFolder + "/", StringComparison.Ordinal))];
        if (comments.Length == 0) return 2;

        var (build, first) = Measured(site, settings, options, null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{build.Archive.EntryCount} entries, first: {Told(first)}"));
        var runs = new List<Cost>();
        for (var i = 0; i < times; i++)
        {
            site = Edited(site, comments[i * 997 % comments.Length].Path, i);
            GC.Collect();
            (build, var run) = Measured(site, settings, options, build);
            runs.Add(run);
        }

        Console.WriteLine("after one change, medians: " + Told(new(
            [.. Stages.Select((_, stage) => Median(runs.Select(r => r.Milliseconds[stage])))],
            Median(runs.Select(r => r.Processors)), (long)Median(runs.Select(r => (double)r.Bytes)))));
        return 0;
    }

    /// <param name="Milliseconds">By stage.</param>
    /// <param name="Processors">In milliseconds, of all stages, over all threads: tells more where others use the machine too.</param>
    /// <param name="Bytes">Of garbage and what stays.</param>
    private sealed record Cost(double[] Milliseconds, double Processors, long Bytes);

    private static (SiteBuild Build, Cost Cost) Measured(SiteFiles site, Checked<Settings> settings, ReadingOptions options, SiteBuild? before)
    {
        var (moments, allocated, used) = (new List<long>(), GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        var build = SiteBuild.Prepare(site, settings, options, _ => moments.Add(Stopwatch.GetTimestamp()), default, before);
        moments.Add(Stopwatch.GetTimestamp());
        return (build, new(
            [.. Stages.Select((_, stage) => Stopwatch.GetElapsedTime(moments[stage], moments[stage + 1]).TotalMilliseconds)],
            (Environment.CpuUsage.TotalTime - used).TotalMilliseconds,
            GC.GetTotalAllocatedBytes(precise: true) - allocated));
    }

    /// <summary>The same site with a word more in a file.</summary>
    private static SiteFiles Edited(SiteFiles site, string path, int number)
    {
        byte[] bytes = [.. site.Read(site.Files.First(f => f.Path == path)).Bytes.Span.TrimEnd("\n"u8), .. " edited\n"u8];
        return new(
            [.. site.Files.Select(f => f.Path == path ? new SourceFile(path, bytes.Length, long.MaxValue - number) : f)],
            file => file.Path == path ? new(bytes, null) : site.Read(file));
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ElementAt(figures.Count() / 2);

    private static string Told(Cost run) => string.Join(", ", Stages.Select((stage, i) => string.Create(CultureInfo.InvariantCulture, $"{stage} {run.Milliseconds[i]:F1} ms")))
        + string.Create(CultureInfo.InvariantCulture, $"; {run.Milliseconds.Sum():F1} ms, {run.Processors:F1} ms of processors, {run.Bytes >> 20} MB allocated");
}
