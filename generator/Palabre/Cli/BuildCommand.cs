using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Palabre.Caching;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary><c>build [root]</c>: writes the site to its output folder.</summary>
internal static class BuildCommand
{
    /// <summary>Makes a command build.</summary>
    internal static T AddTo<T>(T command)
        where T : Command
    {
        var common = new CommonOptions();
        var output = new Option<DirectoryInfo?>("--output", "-o") { Description = "Where to write; output/ in the site's folder where unsaid.", HelpName = "folder", CustomParser = PathValue.Folder };
        var rewrite = new Option<bool>("--no-cache") { Description = "Write every file anew, even one that stands there already." };
        var host = HostOption.Create("Where the site is published, instead of what the settings say: whether _headers and _redirects are written.");
        var portable = new Option<bool>("--portable") { Description = "Make pages that open from a disk, without a server: relative links, to files." };
        var zip = new Option<FileInfo?>("--zip") { Description = "Pack the output into one file, too. For that file alone: --output archive.zip.", HelpName = "file", CustomParser = PathValue.File };
        var shard = new Option<Shard?>("--shard")
        {
            Description = "Make one of several parts, for as many machines; palabre join makes them one.",
            HelpName = "k/n",
            CustomParser = ParseShard,
        };
        common.AddTo(command);
        foreach (var option in (Option[])[output, rewrite, host, portable, zip, shard]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(output) is { Tokens: [{ Value.Length: > 0 }] } && result.GetValue(output) is { } folder && IsZip(folder) && result.GetResult(zip) is not null)
                result.AddError("--output names a zip already; --zip would be a second one.");
        });
        command.SetAction((line, cancel) => Task.FromResult(Build(line, common, new(
            line.GetValue(output), line.GetValue(zip), line.GetValue(rewrite), line.GetValue(host), line.GetValue(portable), line.GetValue(shard)), cancel)));
        return command;
    }

    /// <summary>What to make, and where.</summary>
    private sealed record Wish(DirectoryInfo? Output, FileInfo? Zip, bool RewriteAll, Host? Host, bool IsPortable, Shard? Shard);

    private static Shard? ParseShard(ArgumentResult result)
    {
        if (Shard.TryParse(result.Tokens[0].Value) is { } shard) return shard;
        result.AddError($"--shard takes a part of a number of parts such as 1/8, not '{Excerpt.ForTerminal(result.Tokens[0].Value, 60)}'.");
        return null;
    }

    private static bool IsZip(DirectoryInfo output) => output.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && !output.Exists;

    private static int Build(ParseResult line, CommonOptions common, Wish wish, CancellationToken cancel)
    {
        if (wish.Output is not { } named || !IsZip(named)) return Build(line, common, wish, null, cancel);
        var folder = Directory.CreateTempSubdirectory("palabre-zip-");
        try
        {
            return Build(line, common, wish with { Output = folder, Zip = new(named.FullName) }, named, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <param name="named">What the command line names as output; null: the folder.</param>
    private static int Build(ParseResult line, CommonOptions common, Wish wish, DirectoryInfo? named, CancellationToken cancel)
    {
        using var run = new Run(line, common);
        var output = wish.Output ?? new(Path.Combine(run.Root.FullName, "output"));
        var cache = named is null && !wish.RewriteAll ? CacheFolder.Ahead(run.Root, output) : null;
        if (run.Open() is not { } site) return run.Finish(null);
        if (OutputFolder.Refusal(run.Root, named ?? output, site.Folders, isNamed: wish.Output is not null) is { } refusal) return run.Refuse(refusal);
        if (wish.Zip is { } zipped && OutputFolder.Refusal(run.Root, new(zipped.FullName), site.Folders, isNamed: true) is { } zipRefusal) return run.Refuse(zipRefusal);
        if (wish.Zip is { } place && !OutputZip.MayReplace(place))
            return run.Usage($"'{place}' is there and is no zip; it is not replaced.", "Give --zip another name, or remove the file.");
        site = site.With(settings => settings with { Host = wish.IsPortable ? null : wish.Host ?? settings.Host, IsPortable = wish.IsPortable });

        if (named is null) cache ??= CacheFolder.Of(run.Root, output);
        var warm = run.Warm(site, output, cache, wish.RewriteAll, wish.Shard);
        run.Stage("compare");
        if (warm.Unchanged() is { } last && !run.Fails(site.Problems)) return Pack(line, common, wish, run, output, () => run.Finish(last, site), cancel);

        var build = run.Prepare(site with { Files = warm.Files }, cancel, warm.Words);
        // What a reader would lose does not keep the others from their site, unless one is strict.
        // Nor is an address lost because its file could not be read.
        Diagnostic[] held = build.HasErrors || site.IsUnread ? [] : [.. Run.AddressesHeld(build, line.GetValue(common.Strict) ? Severity.Error : Severity.Warning)];
        run.Found(held);
        if (run.Fails(build.Diagnostics, site.Problems)) return run.Finish(build);

        run.Stage("search");
        var isLater = wish.Shard is { Number: > 1 };
        var known = warm.Known(build);
        IReadOnlyList<OutputFile> files = wish.IsPortable ? PortablePages.Of(build) : build.Files;
        Func<IReadOnlyList<OutputFile>> late = wish.IsPortable || isLater ? () => [] : () => build.SearchFiles;
        if (wish is { IsPortable: false, Shard: null } && warm.HasBefore && line.GetValue(common.Jobs) > 1)
        {
            // The terms of all entries are merged by one thread: meanwhile others find out which files stand as they would be.
            // What is thrown there is thrown again where the files are asked for.
            _ = Task.Run(() => build.SearchFiles, CancellationToken.None);
            warm.Foresee(files, cancel);
        }
        else
        {
            _ = late();
        }

        // What is too much for a host is an error of check; here is still something to look at.
        Diagnostic[] refused = isLater || site.Settings.Value.Host is not { } host ? [] : [.. HostCheck.Of(build, host, HostSizes.OfPlan([.. files, .. late()], site.Files))
            .Select(d => d.Severity == Severity.Error && !line.GetValue(common.Strict) ? d with { Severity = Severity.Warning } : d)];
        run.Found(refused);
        if (run.Fails()) return run.Finish(build);
        if (wish.Shard is { } part) (files, late) = (part.Of([.. files, .. late()], warm.Mark(build)), () => []);
        run.Stage("write");
        var result = OutputFolder.Write(
            output, files,
            new()
            {
                Root = run.Root,
                Jobs = line.GetValue(common.Jobs),
                RewriteAll = wish.RewriteAll,
                Known = known,
                Late = late,
                Committed = standing => warm.Keep(build, [.. files, .. late()], standing, [.. held, .. refused]),
            },
            () => !run.Fails(build.Diagnostics, site.Problems), cancel);
        run.Found(result.Diagnostics);
        return result.Committed ? Pack(line, common, wish, run, output, () => run.Finish(build, result), cancel) : run.Finish(build, result);
    }

    private static int Pack(ParseResult line, CommonOptions common, Wish wish, Run run, DirectoryInfo output, Func<int> finish, CancellationToken cancel)
    {
        if (wish.Zip is not { } zip) return finish();
        run.Stage("zip");
        var packed = OutputZip.Write(output, zip, cancel);
        var status = finish();
        if (line.GetValue(common.Format) == ReportFormat.Text && !line.GetValue(common.Quiet))
            line.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{packed:N0} files in {zip}"));
        return status;
    }
}
