using System.CommandLine;
using Palabre.Diagnostics;
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
                Look.Read(site, archive.Value.Settings).Value.Strings.Text("entry.anonymous")));
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
        Func<SiteFiles, Checked<Archive>, ParseResult, (Mended? Mended, AuthorRefusal? Refusal)> plan)
    {
        var (common, changing) = (new CommonOptions(), new ChangeOptions());
        var command = new Command(name, description);
        foreach (var argument in arguments) command.Add(argument);
        common.AddRootTo(command);
        changing.AddTo(command);
        command.SetAction((line, cancel) => Task.FromResult(Change(line, common, changing, plan)));
        return command;
    }

    private static int Change(
        ParseResult line, CommonOptions common, ChangeOptions changing,
        Func<SiteFiles, Checked<Archive>, ParseResult, (Mended? Mended, AuthorRefusal? Refusal)> plan)
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
        if (mended is null)
        {
            error.WriteLine($"palabre: {refusal!.Text}");
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
        return proposal.Put(run.Root, mended, consent) switch
        {
            Outcome.Written => ExitStatus.Good,
            Outcome.Refused => ExitStatus.Machine,
            _ => consent == Consent.Withheld ? ExitStatus.Good : ExitStatus.Content,
        };
    }
}
