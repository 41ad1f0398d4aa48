using System.CommandLine;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Import;
using Palabre.Mending;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;

namespace Palabre.Cli;

/// <summary><c>authors rename|merge|anonymise</c>: changes who is who, shown before it is written.</summary>
internal static class AuthorsCommand
{
    internal static Command Create()
    {
        var command = new Command("authors", "Rename, merge or anonymise an author; the changes are shown before they are written.")
        {
            Rename(), Merge(), Anonymise(),
        };
        command.SetAction(line =>
        {
            var error = line.InvocationConfiguration.Error;
            error.WriteLine("palabre: authors takes one of rename, merge and anonymise.");
            error.WriteLine("  hint: palabre authors --help tells more; palabre list authors shows who there is.");
            return ExitStatus.Usage;
        });
        return command;
    }

    private static Command Rename()
    {
        var (author, name) = (Author(), Name("new-name", "The name that readers see from now on."));
        return Of("rename", "Give an author another name. Entries stay as they were signed: the old name leads to the author, as does its address.",
            [author, name], (site, archive, line) => AuthorChanges.Rename(site, archive.Value, line.GetRequiredValue(author), line.GetRequiredValue(name)));
    }

    private static Command Merge()
    {
        var (author, into) = (Author(), Name("into", "The author whom the entries are to be gathered with."));
        return Of("merge", "Make two authors one. Entries stay as they were signed: the merged name leads to the other author, as does its address.",
            [author, into], (site, archive, line) => AuthorChanges.Merge(site, archive.Value, line.GetRequiredValue(author), line.GetRequiredValue(into)));
    }

    private static Command Anonymise()
    {
        var author = Author();
        var pseudonym = new Option<string?>("--as") { Description = "The name to put in the place of theirs; a numbered one where unsaid.", HelpName = "name" };
        var command = Of("anonymise", "Put a pseudonym in the place of a name wherever entries bear it. See the guide to erasure for what else there is to do.",
            [author], (site, archive, line) => Anonymiser.Anonymise(site, archive, line.GetRequiredValue(author), line.GetValue(pseudonym),
                Look.Read(site, archive.Value.Settings).Value.Strings.Text("entry.anonymous")), erased: author);
        command.Add(pseudonym);
        return command;
    }

    private static Argument<string> Author() =>
        Name("author", "A name, an alias, or the name of a file in content/authors/. In quotes if it has a space.");

    private static Argument<string> Name(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(CommonOptions.RefuseOption);
        return argument;
    }

    private static Command Of(
        string name, string description, IReadOnlyList<Argument> arguments,
        Func<SiteFiles, Checked<Archive>, ParseResult, (Mended? Mended, AuthorRefusal? Refusal)> plan, Argument<string>? erased = null)
    {
        var (common, changing) = (new CommonOptions(), new ChangeOptions());
        var command = new Command(name, description);
        foreach (var argument in arguments) command.Add(argument);
        common.AddRootTo(command);
        changing.AddTo(command);
        command.SetAction((line, cancel) => Task.FromResult(Change(line, common, changing, plan, erased)));
        return command;
    }

    private static int Change(
        ParseResult line, CommonOptions common, ChangeOptions changing,
        Func<SiteFiles, Checked<Archive>, ParseResult, (Mended? Mended, AuthorRefusal? Refusal)> plan, Argument<string>? erased)
    {
        var error = line.InvocationConfiguration.Error;
        using var run = new Run(line, common);
        if (!run.Root.Exists)
        {
            error.WriteLine($"palabre: there is no folder '{run.Root}'.");
            error.WriteLine("  hint: Put a name of several words in quotes; the site's folder comes last.");
            return ExitStatus.Usage;
        }

        if (run.Open() is not { } site) return run.Finish(null);
        if (site.Settings.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            run.Found(site.Settings.Diagnostics);
            return run.Finish(null);
        }

        var archive = ArchiveReader.Read(site.Files, site.Settings.Value, new(DateTimeOffset.UtcNow) { Jobs = Environment.ProcessorCount });
        run.Dispose();
        var (mended, refusal) = plan(site.Files, archive with { Diagnostics = [.. site.Problems, .. archive.Diagnostics] }, line);
        var (record, lines) = erased is null ? default : Erased(run.Root, site, mended, line.GetRequiredValue(erased));
        if (mended is null)
        {
            error.WriteLine($"palabre: {refusal!.Text}");
            if (refusal.IsUnknown && lines > 0) return EraseRecord(run.Root, record!, lines, changing.Of(line), error);
            if (refusal.Hint is { } hint) error.WriteLine($"  hint: {hint}");
            return refusal.IsOfContent ? ExitStatus.Content : ExitStatus.Usage;
        }

        var proposal = Proposal.Of(line);
        if (mended.Changes.Count == 0)
        {
            proposal.Tell(mended.Left);
            error.WriteLine("Nothing to change.");
            return mended.Left.Count > 0 ? ExitStatus.Content : ExitStatus.Good;
        }

        var consent = changing.Of(line);
        if (lines > 0) mended = mended with { Done = [.. mended.Done, new(ImportRecord.Path, Held(lines))] };
        var outcome = proposal.Put(run.Root, mended, consent);
        if (outcome == Outcome.Written && record?.ToBytes() is { Length: > 0 } bytes) new SourceWriter(run.Root).Replace(ImportRecord.Path, bytes);
        return outcome switch
        {
            Outcome.Written => ExitStatus.Good,
            Outcome.Refused => ExitStatus.Machine,
            _ => consent == Consent.Withheld ? ExitStatus.Good : ExitStatus.Content,
        };
    }

    /// <summary>Where files that held the name were given others since: of their former names the record alone knows.</summary>
    private static int EraseRecord(DirectoryInfo root, ImportRecord record, int lines, Consent consent, TextWriter error)
    {
        error.WriteLine($"{ImportRecord.Path}: {Held(lines)}");
        if (consent == Consent.Given) new SourceWriter(root).Replace(ImportRecord.Path, record.ToBytes());
        error.WriteLine(consent == Consent.Given ? "1 file changed." : "1 file to change; nothing was written." + (consent == Consent.Asked ? " --yes writes." : ""));
        return consent == Consent.Asked ? ExitStatus.Content : ExitStatus.Good;
    }

    private static string Held(int lines) => lines == 1 ? "1 line that holds the name keeps a hash of it" : $"{lines} lines that hold the name keep a hash of it";

    /// <summary>What imports wrote, without names that are to be gone, and how many lines held one.</summary>
    private static (ImportRecord Record, int Lines) Erased(DirectoryInfo root, OpenedSite site, Mended? mended, string named)
    {
        var disk = new ImportDisk(root, isDryRun: true);
        var record = disk.Record;
        IReadOnlyCollection<string> names = mended?.Erased ?? [named];
        var lines = record.Count(Holds);
        // Under whatever name editors have put files by now, they are not gone.
        record.Follow(new EarlierImports(site.Settings.Value, StandingPosts.ByRight(site.Files, site.Settings.Value, DateTimeOffset.UtcNow), record.Paths, site.Files, disk.Stands, disk.AuthorOf).Moves);
        var moves = (mended?.Changes ?? []).Where(change => change.Path is not null && change.NewPath != change.Path).ToDictionary(change => change.Path!, change => change.NewPath, StringComparer.Ordinal);
        record.Follow(moves.Where(move => move.Value is not null).ToDictionary(move => move.Key, move => move.Value!, StringComparer.Ordinal));
        var arrived = moves.Values.OfType<string>().ToHashSet(StringComparer.Ordinal);
        record.Erase(Holds, path => arrived.Contains(path) || (!moves.ContainsKey(path) && disk.Stands(path)));
        return (record, lines);

        bool Holds(string text) => Anonymiser.Holds(text, names);
    }
}
