using System.CommandLine;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Site;
using Palabre.Writing;

namespace Palabre.Cli;

/// <summary>Where new files of a site are written: nothing that a build would complain of, and nothing over what is there.</summary>
internal sealed class Desk
{
    private readonly ParseResult line;
    private readonly DirectoryInfo root;
    private readonly SourceWriter writer;
    private string? missing; // a schema that a new file would name

    private Desk(ParseResult line, SiteOptions options, OpenedSite site)
    {
        (this.line, Site) = (line, site);
        root = line.GetRequiredValue(options.Root);
        writer = new(root);
        Now = new(site.Settings.Value.Zone.ToLocal(Whole(line.GetValue(options.Now) ?? DateTimeOffset.UtcNow)));
    }

    internal OpenedSite Site { get; }

    internal Settings Settings => Site.Settings.Value;

    /// <summary>On the clocks of the site.</summary>
    internal EntryDate Now { get; }

    /// <summary>Null where there is no site, or its settings are wrong; which is told.</summary>
    internal static Desk? At(ParseResult line, SiteOptions options)
    {
        var root = line.GetRequiredValue(options.Root);
        var (site, problem) = SiteOpening.Open(root, root.ToString());
        var wrong = site is null ? [problem!] : site.Settings.Diagnostics.Concat(site.Problems).Where(d => d.Severity == Severity.Error).ToArray();
        if (wrong.Length == 0) return new(line, options, site!);
        Refusal.Tell(line, wrong.Select(d => d.Source.Line > 0 ? new Refusal($"{d.Source}: {d.Message}", d.Hint) : new($"{d.Source.File}: {d.Message}", d.Hint)));
        return null;
    }

    /// <summary>The date that was asked for, or now; null and a message where it is none.</summary>
    internal EntryDate? DateOf(string? text)
    {
        if (text is null) return Now;
        var read = Dates.Read(text, Settings.Zone);
        if (read.Date is null && read.Refusal is { } refusal) Refusal.Tell(line, Refusal.Of(refusal(new("--date"))));
        return read.Date;
    }

    /// <summary>The first line of a new YAML file; null where the site does not keep the schema that it would name.</summary>
    internal Func<string, string?> RemarkFor(string kind) => path =>
    {
        if (File.Exists(Path.Join(root.FullName, Schemas.PathOf(kind)))) return Schemas.RemarkFor(kind, path);
        missing = Schemas.PathOf(kind);
        return null;
    };

    internal bool IsOfComments(string path) => path.StartsWith(Settings.CommentsFolder + "/", StringComparison.Ordinal);

    /// <summary>Every post, drafts and those of the future too; by date.</summary>
    internal IReadOnlyList<Post> Posts() => ArchiveReader.Read(FilesWhere(path => !IsOfComments(path)), Settings, Reading).Value.Posts;

    internal SiteFiles FilesWhere(Func<string, bool> isLeft) => Site.Files with { Files = [.. Site.Files.Files.Where(f => isLeft(f.Path))] };

    /// <summary>The archive as it would be with some bytes in the place of a file, or in a new one.</summary>
    /// <param name="isLeft">The files to read besides.</param>
    internal SiteFiles FilesWith(string path, byte[] bytes, Func<string, bool> isLeft) => new(
        [.. Site.Files.Files.Where(f => f.Path != path && isLeft(f.Path)).Append(new(path, bytes.Length)).OrderBy(f => f.Path, StringComparer.Ordinal)],
        file => file.Path == path ? new(bytes, null) : Site.Files.Read(file));

    /// <summary>Drafts and the future are looked at as if they were published today.</summary>
    internal ReadingOptions Reading => new(Now.Time) { Drafts = true, Future = true, Jobs = Environment.ProcessorCount };

    /// <summary>Builds the site with a new file, in memory, and writes the file if the build has nothing against it.</summary>
    /// <param name="isLeft">Which files the build needs.</param>
    /// <param name="hint">The way out where the file's name is in the way.</param>
    /// <param name="advise">More to know, given the archive with the file in it.</param>
    internal int Create(NewFile file, Func<string, bool> isLeft, string hint, Action<Archive>? advise, CancellationToken cancel)
    {
        if (Refused(file.Path, hint)) return ExitStatus.Usage;
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        var build = SiteBuild.Prepare(FilesWith(file.Path, bytes, isLeft), Site.Settings, Reading, _ => { }, cancel);
        if (Refused(build.Diagnostics, file.Path, hint)) return ExitStatus.Usage;
        advise?.Invoke(build.Archive);
        return Finish(writer.Create(file.Path, bytes), file.Path, hint);
    }

    /// <summary>Whether something stands at the path, or the path is not within the site.</summary>
    internal bool Refused(string path, string hint)
    {
        if (!Path.Exists(Path.Join(root.FullName, path))) return false;
        Finish(WriteOutcome.Exists, path, hint);
        return true;
    }

    /// <summary>Tells what a build has to say of a file; true where that is reason not to write it.</summary>
    /// <param name="from">The first line that is new.</param>
    internal bool Refused(IEnumerable<Diagnostic> diagnostics, string path, string hint, int from = 1)
    {
        Diagnostic[] concerning = [.. diagnostics.Where(d =>
            (d.Source.File == path && (d.Source.Line == 0 || d.Source.Line >= from)) || (from == 1 && d.Message.Contains(path, StringComparison.Ordinal)))];
        Diagnostic[] against = [.. concerning.Where(d => d.Severity > Severity.Note)];
        foreach (var diagnostic in against) Refusal.Tell(line, Refusal.Of(diagnostic) with { Hint = IsOfName(diagnostic) ? hint : diagnostic.Hint });
        if (against.Length > 0) return true;
        foreach (var note in concerning) Refusal.Note(line, note.Message, note.Hint);
        return false;
    }

    internal int Replace(string path, byte[] bytes) => Finish(writer.Replace(path, bytes), path, null);

    internal int Create(string path, byte[] bytes, string hint) => Finish(writer.Create(path, bytes), path, hint);

    /// <summary>The path as the shell of the caller finds the file.</summary>
    internal static string Shown(DirectoryInfo root, string path) =>
        root.ToString() is "." or "" ? path : $"{root.ToString().Replace('\\', '/').TrimEnd('/')}/{path}";

    private int Finish(WriteOutcome outcome, string path, string? hint)
    {
        switch (outcome)
        {
            case WriteOutcome.Exists:
                return Refusal.Tell(line, new Refusal($"{Shown(root, path)} exists already, and stays as it is.", hint));
            case WriteOutcome.Outside:
                return Refusal.Tell(line, new Refusal($"{Shown(root, path)} would lie outside of the site: a link on the way leads there.",
                    "Replace the link by a folder, or give that folder as --root."));
            default:
                line.InvocationConfiguration.Output.WriteLine(Shown(root, path));
                if (missing is not null)
                    Refusal.Note(line, $"{missing} is not there, so the file does not name its schema.", "palabre schema --write makes it: then editors complete and check what is typed.");
                return ExitStatus.Good;
        }
    }

    /// <summary>Another name is the way out.</summary>
    private static bool IsOfName(Diagnostic diagnostic) => diagnostic.Code is "PAL1057" or "PAL1058" or "PAL4001" or "PAL4004";

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
