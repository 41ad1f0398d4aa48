using System.CommandLine;
using System.Text;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Init;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Writing;

namespace Palabre.Cli;

/// <summary><c>init folder</c>: a new site, with all that its editors and their CI need. What stands there stays.</summary>
internal sealed class InitCommand : Command
{
    private readonly Argument<DirectoryInfo?> folder = new("folder") { Description = "Where the site is to be; made if it is missing.", Arity = ArgumentArity.ZeroOrOne, CustomParser = PathValue.Folder };
    private readonly Option<string?> language = new("--language") { Description = $"The site's language: a tag such as {string.Join(", ", Starter.Languages.SkipLast(1))} or {Starter.Languages[^1]}.", HelpName = "tag" };
    private readonly Option<string?> title = new("--title") { Description = "The site's title.", HelpName = "text" };
    private readonly Option<string?> author = new("--author", "-a") { Description = "Who writes the posts that name nobody.", HelpName = "name" };
    private readonly Option<string?> zone = new("--time-zone") { Description = "An IANA name such as Europe/Paris; that of the machine where unsaid.", HelpName = "zone" };
    private readonly Option<string?> baseUrl = new("--base-url") { Description = "The address that the site will be published under, if it is known.", HelpName = "address" };
    private readonly Option<string?> publish = new("--publish")
    {
        Description = "Who publishes the site on a push; a workflow for it is written. GitHub where unsaid.",
        HelpName = string.Join('|', Starter.Publishing),
    };
    private readonly Option<DateTimeOffset?> now = SiteOptions.NewNow();

    internal InitCommand(Terminal terminal)
        : base("init", "Make a new site: settings, a first post and comment, a guide for its editors, a workflow that publishes it.")
    {
        Add(folder);
        foreach (var option in (Option[])[language, title, author, zone, baseUrl, publish, now, SiteOptions.NewVerbose()]) Add(option);
        SetAction((line, cancel) => Task.FromResult(Make(line, terminal, cancel)));
    }

    private int Make(ParseResult line, Terminal terminal, CancellationToken cancel)
    {
        if (Root(line, terminal, cancel) is not { } root) return ExitStatus.Usage;
        if (Path.Exists(Path.Join(root.FullName, SettingsReader.Path)))
        {
            return Refusal.Tell(line, new Refusal($"{Desk.Shown(root, SettingsReader.Path)} exists already: the folder is a site.",
                "palabre new adds to it; palabre schema --write renews its schemas."));
        }

        if (Asked(line, terminal, GitSite.MainBranch(root, cancel), cancel) is not { } wishes) return ExitStatus.Usage;
        cancel.ThrowIfCancellationRequested();
        var writer = new SourceWriter(root);
        foreach (var file in Starter.Files(wishes))
        {
            switch (writer.Create(file.Path, Encoding.UTF8.GetBytes(file.Text)))
            {
                case WriteOutcome.Exists:
                    Refusal.Note(line, $"{Desk.Shown(root, file.Path)} exists already, and stays as it is.", Missing(root, file));
                    break;
                case WriteOutcome.Outside:
                    return Refusal.Tell(line, new Refusal($"{Desk.Shown(root, file.Path)} would lie outside of the folder: a link on the way leads there.", "Replace the link by a folder."));
                default:
                    line.InvocationConfiguration.Output.WriteLine(Desk.Shown(root, file.Path));
                    break;
            }
        }

        if (wishes.Publish != "none" && Repository(root) is { } repository)
            Refusal.Note(line, $"This folder is inside the repository {Refusal.Quote(repository.FullName)}, and workflows are found in the root of a repository alone.",
                $"Move the workflow there, and let its steps work in {Refusal.Quote(Path.GetRelativePath(repository.FullName, root.FullName).Replace(Path.DirectorySeparatorChar, '/'))}.");
        if (!Look.Speaks(wishes.Language))
            Refusal.Note(line, $"The look has no words in the language '{wishes.Language}' yet; pages speak English, and palabre check --strict fails until it has.",
                $"palabre look strings/{wishes.Language}.yml --write --root {Refusal.Quote(root.ToString())} puts the English words there, to be translated.");
        return ExitStatus.Good;
    }

    /// <summary>The folder above that is a repository of git; null if there is none, or if this one is.</summary>
    private static DirectoryInfo? Repository(DirectoryInfo root)
    {
        if (Path.Exists(Path.Join(root.FullName, ".git"))) return null;
        for (var above = root.Parent; above is not null; above = above.Parent)
            if (Path.Exists(Path.Join(above.FullName, ".git"))) return above;
        return null;
    }

    /// <summary>Which lines it lacks that keep what is made out of the repository; null of other files, and where it has them.</summary>
    private static string? Missing(DirectoryInfo root, NewFile file)
    {
        if (file.Path != Starter.Ignored || !File.Exists(Path.Join(root.FullName, file.Path))) return null;
        string[] there = [.. File.ReadAllLines(Path.Join(root.FullName, file.Path)).Select(l => l.Trim().Trim('/'))];
        string[] missing = [.. file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('/') && !there.Contains(l.Trim('/')))];
        return missing.Length == 0 ? null : $"Add to it, a line each: {string.Join(' ', missing)}";
    }

    private DirectoryInfo? Root(ParseResult line, Terminal terminal, CancellationToken cancel)
    {
        var root = line.GetValue(folder);
        if (root is null && terminal.Prompts is not null) root = new(terminal.Ask("The folder of the new site:", null, cancel));
        if (root is null) Refusal.Tell(line, new Refusal("init needs a folder.", "palabre init my-site --language fr --title \"Le client au cœur\""));
        else if (root.ToString().StartsWith("--", StringComparison.Ordinal)) Refusal.Tell(line, new Refusal($"There is no option '{root}'.", "palabre init --help tells what there is."));
        else if (File.Exists(root.FullName)) Refusal.Tell(line, new Refusal($"{root} is a file.", "Name a folder; it is made if it is missing."));
        else return root;
        return null;
    }

    /// <param name="branch">The one that is published.</param>
    /// <summary>From the command line, the person at the terminal, or what most would say; null where a wish is none, which is told.</summary>
    private Wishes? Asked(ParseResult line, Terminal terminal, string branch, CancellationToken cancel)
    {
        var isAsked = terminal.Prompts is not null;
        var said = (line.GetValue(language) ?? (isAsked ? terminal.Choose("The language of the site:", Starter.Languages, l => l, cancel) : "en")).Replace('_', '-');
        var tongue = LanguageTag.IsTag(said) ? LanguageTag.Canonical(said) : said;
        var isFrench = Starter.TextsFor(tongue) == "fr";
        var name = isFrench ? "Nos discussions" : "Our discussions";
        var heading = line.GetValue(title) ?? (isAsked ? terminal.Ask("The title of the site:", name, cancel) : name);
        var editors = isFrench ? "La rédaction" : "The editors";
        var writer = NewFiles.OneLineOf(line.GetValue(author) ?? (isAsked ? terminal.Ask("Who writes here:", editors, cancel) : editors));
        var local = SiteZone.OfMachine(TimeZoneInfo.Local.Id) is { Id: not "Etc/UTC" } machine ? machine.Id : SiteZone.Utc.Id;
        var place = line.GetValue(zone) ?? (isAsked ? terminal.Ask("The time zone:", local, cancel) : local);
        var address = line.GetValue(baseUrl);
        var usual = isAsked && line.GetValue(publish) is null
            ? terminal.Choose("Who publishes it, on a push:", Starter.Publishing, p => p, cancel) : Starter.Publishing[0];
        var publisher = (line.GetValue(publish) ?? usual).ToLowerInvariant();

        List<Refusal> wrong = [];
        if (!LanguageTag.IsTag(tongue))
            wrong.Add(new($"{Refusal.Quote(tongue)} is not a language tag.", "Write a tag such as en, fr or pt-BR."));
        if (Slug.From(writer) is var slug && (slug.Length == 0 || ReservedName.Is(slug)))
            wrong.Add(new($"{Refusal.Quote(writer)} makes no name for a file.", "Give an author whose name has letters: --author <name>."));
        var clocks = SiteZone.TryFind(place);
        if (clocks is null)
            wrong.Add(new($"{Refusal.Quote(place)} is not a time zone.", Refusal.DidYouMean(Nearest.To(place, SiteZone.Ids)) ?? "Write an IANA name such as Europe/Paris."));
        if (address is not null && BaseAddress.TryParse(address) is null)
            wrong.Add(new($"--base-url takes a whole address such as https://example.org/archive, not {Refusal.Quote(address)}."));
        if (!Starter.Publishing.Contains(publisher))
        {
            var takes = $"{string.Join(", ", Starter.Publishing.SkipLast(1))} or {Starter.Publishing[^1]}";
            wrong.Add(new($"--publish takes {takes}, not {Refusal.Quote(publisher)}.", Refusal.DidYouMean(Nearest.To(publisher, Starter.Publishing))));
        }

        if (wrong.Count > 0)
        {
            Refusal.Tell(line, wrong);
            return null;
        }

        var moment = line.GetValue(now) ?? DateTimeOffset.UtcNow;
        return new(tongue, NewFiles.OneLineOf(heading), writer, clocks!.Id, address, publisher, branch, clocks.ToLocal(moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond))));
    }
}
