using System.Buffers;
using System.CommandLine;
using Palabre.Disk;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary><c>join &lt;output&gt; &lt;folder&gt;…</c>: makes one output of the parts that <c>build --shard</c> made.</summary>
internal static class JoinCommand
{
    internal static Command Create()
    {
        var output = new Argument<DirectoryInfo>("output") { Description = "Where to write the whole.", CustomParser = PathValue.Folder };
        var parts = new Argument<DirectoryInfo[]>("part") { Description = "The folders of all parts, in any order.", Arity = ArgumentArity.OneOrMore, CustomParser = PathValue.Folders };
        foreach (var argument in (Argument[])[output, parts]) argument.Validators.Add(CommonOptions.RefuseOption);
        var command = new Command("join", "Make one output of the parts that 'build --shard' made.") { output, parts, SiteOptions.NewVerbose() };
        command.SetAction((line, cancel) => Task.FromResult(Join(line, line.GetRequiredValue(output), line.GetRequiredValue(parts), cancel)));
        return command;
    }

    private static int Join(ParseResult line, DirectoryInfo output, DirectoryInfo[] folders, CancellationToken cancel)
    {
        Part[] parts = [.. folders.Select(Part.In)];
        if ((Problem(parts) ?? Within(output, folders)) is { } problem)
        {
            Refusal.Tell(line, problem);
            return ExitStatus.Usage;
        }

        OutputFile[] files = [.. parts.SelectMany(part => part.Files)];
        var result = OutputFolder.Write(output, files, new() { Root = new(".") }, () => parts.All(part => part.IsWhole), cancel);
        foreach (var diagnostic in result.Diagnostics) line.InvocationConfiguration.Error.WriteLine(diagnostic);
        if (parts.FirstOrDefault(part => !part.IsWhole) is { } damaged)
        {
            Refusal.Tell(line, new Refusal($"'{damaged.Folder}' is not as it was built.", "Build that part again; nothing was written."));
            return ExitStatus.Content;
        }

        if (!result.Committed) return ExitStatus.Machine;
        line.InvocationConfiguration.Output.WriteLine(
            $"{TextReport.Count(parts.Length, "part")} · {TextReport.Count(result.Written, "file")} written, {result.Unchanged} unchanged, {result.Deleted} deleted");
        return ExitStatus.Good;
    }

    private static Refusal? Problem(Part[] parts)
    {
        if (parts.FirstOrDefault(part => part.Shard is null) is { } other)
            return new($"'{other.Folder}' holds no part of a site.", "Parts are made by: palabre build --shard 1/2 --output part-1");
        var count = parts[0].Shard!.Count;
        var missing = Enumerable.Range(1, count).Where(number => !parts.Any(part => part.Shard == new Shard(number, count))).ToArray();
        if (missing.Length > 0) return new($"Part {missing[0]} of {count} is missing.", $"Name the folders of all {count} parts, each once.");
        if (parts.Length > count) return new($"There are {parts.Length} folders for {count} parts.", "Name the folder of each part once.");
        return parts.FirstOrDefault(part => part.Mark != parts[0].Mark) is { } stranger
            ? new($"'{stranger.Folder}' and '{parts[0].Folder}' are parts of different states of the site.", "Build all parts of the same commit with the same options, and with the same --now.")
            : null;
    }

    /// <summary>What is written where a part is read would take its place.</summary>
    private static Refusal? Within(DirectoryInfo output, DirectoryInfo[] folders) =>
        RealPath.Of(output.FullName) is { } target && folders.FirstOrDefault(folder => RealPath.Of(folder.FullName) is { } part
            && (RealPath.IsWithin(part, target) || RealPath.IsWithin(target, part))) is { } taken
            ? new($"'{output}' is where the part '{taken}' is.", "Name a folder of its own for the whole.") : null;

    /// <summary>A folder that holds a part.</summary>
    private sealed class Part
    {
        private volatile bool isWhole = true;

        private Part(DirectoryInfo folder, Shard? shard, string mark, IReadOnlyList<RecordLine> lines)
        {
            (Folder, Shard, Mark) = (folder, shard, mark);
            Files = [.. lines.Where(line => line.Path != Palabre.Site.Shard.File).Select(line => new WrittenFile(line.Path, to => Copy(line, to)))];
        }

        internal DirectoryInfo Folder { get; }

        internal Shard? Shard { get; }

        /// <summary>As <see cref="Caching.WarmBuild.Mark"/> was.</summary>
        internal string Mark { get; }

        internal IReadOnlyList<OutputFile> Files { get; }

        /// <summary>Whether all that was read so far is what the part's record says.</summary>
        internal bool IsWhole => isWhole;

        internal static Part In(DirectoryInfo folder)
        {
            var (said, record) = (Path.Combine(folder.FullName, Palabre.Site.Shard.File), Path.Combine(folder.FullName, OutputPaths.Record));
            if (!File.Exists(said) || !File.Exists(record) || new FileInfo(said).Length > 100) return new(folder, null, "", []);
            var lines = OutputRecord.Parse(File.ReadAllBytes(record));
            var (shard, mark) = File.ReadAllText(said).Split('\n') is [var first, var second, ""] ? (Palabre.Site.Shard.TryParse(first), second) : (null, "");
            return new(folder, lines.IsOurs ? shard : null, mark, lines.Lines);
        }

        private void Copy(RecordLine line, IBufferWriter<byte> to)
        {
            var file = new FileInfo(Path.Combine(Folder.FullName, line.Path));
            byte[] bytes = Standings.Of(file) == Standing.File && file.Length > 0 ? File.ReadAllBytes(file.FullName) : [];
            if (Digest.Of(bytes) != line.Digest) isWhole = false;
            to.Write(bytes);
        }
    }
}
