using System.CommandLine;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Import;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Cli;

/// <summary><c>import [kind] file [root]</c>: makes an archive of another system's export, or adds to one.</summary>
internal sealed class ImportCommand
{
    private static readonly Dictionary<string, ImportKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["blogger"] = ImportKind.Blogger,
        ["wordpress"] = ImportKind.WordPress,
        ["disqus"] = ImportKind.Disqus,
        ["mbox"] = ImportKind.Mbox,
        ["jekyll"] = ImportKind.Jekyll,
        ["jsonl"] = ImportKind.Jsonl,
    };

    private readonly Argument<string[]> words = new("kind file root")
    {
        Description = "What it is (blogger, wordpress, disqus, mbox, jekyll, jsonl; recognised where unsaid), the file or folder "
            + "(- for a pipe), and the site's folder (this one where unsaid).",
        Arity = new(1, 3),
    };

    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Report what would be imported; write nothing." };
    private readonly Option<string?> report = new("--report") { Description = "Where the report goes, instead of import-report.md in the site's folder.", HelpName = "file" };
    private readonly Option<string?> map = new("--map") { Description = "Of Disqus: a file of addresses and the posts they belong to, a pair a line.", HelpName = "file" };
    private readonly Option<string> themes = new("--themes") { Description = "Of WordPress: what becomes themes.", HelpName = "categories|tags|both|none", DefaultValueFactory = _ => "both" };
    private readonly Option<bool> pingbacks = new("--pingbacks") { Description = "Of WordPress: take pingbacks and trackbacks for comments." };
    private readonly Option<bool> attachments = new("--attachments") { Description = "Of mail: save attachments under content/media/." };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Report errors and warnings only; no table." };

    internal static Command Create()
    {
        var import = new ImportCommand();
        var command = new Command("import", "Make an archive of an export of Blogger, WordPress or Disqus, of mail, of a Jekyll site, or of JSON lines.")
        {
            import.words, import.dryRun, import.report, import.map, import.themes, import.pingbacks, import.attachments, import.quiet,
            SiteOptions.NewVerbose(),
        };
        import.words.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.StartsWith('-') && token.Value != "-") result.AddError($"There is no option '{token.Value}'.");
        });
        import.themes.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is not ("categories" or "tags" or "both" or "none"))
                result.AddError($"--themes takes categories, tags, both or none, not '{result.Tokens[0].Value}'.");
        });
        command.SetAction((line, cancel) => Task.FromResult(import.Run(line, cancel)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancel)
    {
        var temporary = new List<string>();
        var output = line.InvocationConfiguration.Output;
        try
        {
            var given = line.GetRequiredValue(words);
            var kind = given.Length > 1 && Kinds.TryGetValue(given[0], out var named) ? named : (ImportKind?)null;
            if (kind is not null) given = given[1..];
            if (given.Length > 2)
                throw new ImportException(Catalogue.NoSource(new(given[0]), $"it is none of {string.Join(", ", Kinds.Keys)}"));
            var (recognised, source) = Recognition.Of(ImportFiles.Open(given[0], temporary), kind);
            var root = new DirectoryInfo(given.Length > 1 ? given[1] : ".");
            var isInPlace = source.IsFolder && RealPath.Of(given[0]) == RealPath.Of(root.FullName);
            return Import(recognised, source, root, Options(line) with { IsInPlace = isInPlace }, line, cancel);
        }
        catch (ImportException fault)
        {
            output.WriteLine(fault.Problem);
            return fault.Problem.Code is "PAL5001" or "PAL5002" or "PAL5019" ? ExitStatus.Usage : ExitStatus.Content;
        }
        finally
        {
            foreach (var file in temporary) DiskFault.Ignore(() => File.Delete(file));
        }
    }

    private int Import(ImportKind kind, ImportSource source, DirectoryInfo root, ImportOptions options, ParseResult line, CancellationToken cancel)
    {
        var account = new Account();
        var isDryRun = line.GetValue(dryRun);
        var disk = new ImportDisk(root, isDryRun);
        var (settings, files, isNew) = Site(root);
        var earlier = new EarlierImports(settings, StandingPosts.ByRight(files, settings, DateTimeOffset.UtcNow), disk.Record.Paths, files, disk.Stands, disk.AuthorOf);
        disk.Record.Follow(earlier.Moves);
        var plan = new SitePlan(settings, earlier, isNew, account);
        var progress = new Progress(line, line.GetValue(quiet));
        try
        {
            foreach (var file in Importers.Files(kind, source, plan, options))
            {
                cancel.ThrowIfCancellationRequested();
                var outcome = disk.Write(file, account);
                if (file.Kind is { } piece) account.Keep(piece, outcome, disk.Record.NameOf(file.Path));
                progress.Advance();
            }

            disk.TellWithdrawn(account);
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            DiskFault.Ignore(disk.Finish);
            progress.End();
            line.InvocationConfiguration.Output.WriteLine(Catalogue.NoSpace(new(root.Name), DiskFault.Reason(e)));
            return ExitStatus.Machine;
        }
        catch
        {
            DiskFault.Ignore(disk.Finish);
            progress.End();
            throw;
        }

        disk.Finish();
        progress.End();
        if (!isDryRun) WriteReport(ImportReport.Markdown(kind, source.Name, account), root, line.GetValue(report));
        Tell(account, isDryRun, line);
        return account.HasErrors ? ExitStatus.Content : ExitStatus.Good;
    }

    private ImportOptions Options(ParseResult line)
    {
        var wanted = line.GetValue(themes);
        return new()
        {
            Categories = wanted is "both" or "categories",
            Labels = wanted is "both" or "tags",
            Pingbacks = line.GetValue(pingbacks),
            Attachments = line.GetValue(attachments),
            Map = line.GetValue(map) is { } path
                ? ImportFiles.Open(path, []).Files[0]
                : null,
        };
    }

    /// <summary>The site as it is: its settings, and the files of its posts and comments.</summary>
    private static (Settings Settings, SiteFiles Files, bool IsNew) Site(DirectoryInfo root)
    {
        var full = Path.Join(root.FullName, SettingsReader.Path);
        if (!File.Exists(full)) return (new(), new([], _ => default), true);
        var settings = SettingsReader.Read(File.ReadAllBytes(full));
        if (settings.Diagnostics.Any(d => d.Severity == Severity.Error))
            throw new ImportException(Catalogue.UnreadableSettings(settings.Diagnostics.First(d => d.Severity == Severity.Error).Source));
        var site = SiteFolder.Open(root, [settings.Value.PostsFolder, settings.Value.CommentsFolder]);
        return (settings.Value, site.Files, false);
    }

    private static void WriteReport(string text, DirectoryInfo root, string? elsewhere)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        if (elsewhere is null) new SourceWriter(root).Replace("import-report.md", bytes);
        else File.WriteAllBytes(elsewhere, bytes);
    }

    private void Tell(Account account, bool isDryRun, ParseResult line)
    {
        var output = line.InvocationConfiguration.Output;
        foreach (var diagnostic in account.Diagnostics)
            if (diagnostic.Severity != Severity.Note || !line.GetValue(quiet)) output.WriteLine(diagnostic);
        foreach (var (code, more) in account.Untold) output.WriteLine($"… and {more} more of {code}.");
        if (line.GetValue(quiet)) return;
        foreach (var row in ImportReport.Table(account)) output.WriteLine(row);
        var files = $"{account.Made} new, {account.Updated} updated, {account.Unchanged} unchanged";
        output.WriteLine(isDryRun ? $"{files}; nothing was written, since this is a dry run" : $"{files}; the report is in {line.GetValue(report) ?? "import-report.md"}");
    }

    /// <summary>The number of files so far, on a terminal only.</summary>
    private sealed class Progress(ParseResult line, bool isQuiet)
    {
        private readonly bool isShown = !isQuiet && ReferenceEquals(line.InvocationConfiguration.Error, Console.Error) && !Console.IsOutputRedirected && Escapes.Reach(Console.Error);

        private int count;

        internal void Advance()
        {
            if (isShown && ++count % 250 == 0) Console.Error.Write($"\r\e[K{count} entries …");
        }

        internal void End()
        {
            if (isShown) Console.Error.Write("\r\e[K");
        }
    }
}
