using System.CommandLine;
using System.CommandLine.Parsing;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Cli;

/// <summary>The arguments and options that commands share.</summary>
internal sealed class CommonOptions
{
    internal Argument<DirectoryInfo> Root { get; } = new("root")
    {
        Description = "The site's folder: the one that holds content/.",
        DefaultValueFactory = _ => new("."),
        CustomParser = PathValue.Folder,
    };

    internal Option<string?> BaseUrl { get; } = new("--base-url")
    {
        Description = "The address of the published site, instead of that of the settings.",
        HelpName = "address",
    };

    internal Option<bool> Drafts { get; } = new("--drafts") { Description = "Publish drafts too." };

    internal Option<bool> Future { get; } = new("--future") { Description = "Publish entries of the future too." };

    internal Option<DateTimeOffset?> Now { get; } = new("--now")
    {
        Description = "The moment that decides what lies in the future, instead of this one.",
        HelpName = "ISO 8601",
        CustomParser = ParseNow,
    };

    internal Option<bool> Strict { get; } = new("--strict") { Description = "Fail on warnings too." };

    internal Option<ReportFormat> Format { get; } = new("--format")
    {
        Description = "How to report: for people, for programs, or as annotations of GitHub Actions.",
        HelpName = "text|json|github",
        CustomParser = ParseFormat,
    };

    internal Option<bool> Export { get; } =
        new("--export") { Description = "Publish the archive as data, too: archive.jsonl, and each discussion as Markdown." };

    internal Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Report errors and warnings only; no summary." };

    internal Option<bool> Verbose { get; } = new("--verbose") { Description = "Report everything, however often it occurs." };

    internal Option<bool> Timings { get; } = new("--timings") { Description = "Tell how long each stage took." };

    internal Option<int> Jobs { get; } = new("--jobs", "-j")
    {
        Description = "How many threads work at once.",
        HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    internal T AddTo<T>(T command)
        where T : Command => AddTo(command, BaseUrl, Drafts, Future, Now, Strict, Format, Quiet, Timings, Jobs, Export);

    /// <summary>The site's folder, and those of the options that the command has a use for.</summary>
    internal T AddTo<T>(T command, params ReadOnlySpan<Option> options)
        where T : Command
    {
        Jobs.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var jobs) || jobs is < 1 or > 256))
                result.AddError("--jobs takes a number from 1 to 256.");
        });
        BaseUrl.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && BaseAddress.TryParse(result.Tokens[0].Value) is null)
                result.AddError($"--base-url takes a whole address such as https://example.org/archive, not '{result.Tokens[0].Value}'.");
        });
        AddRootTo(command);
        foreach (var option in options) command.Add(option);
        return command;
    }

    /// <summary>The folder, and what any command may be asked: no more.</summary>
    internal void AddRootTo(Command command)
    {
        Root.Validators.Add(RefuseOption);
        command.Add(Root);
        command.Add(Verbose);
    }

    /// <summary>An option that does not exist would be taken for an argument.</summary>
    internal static void RefuseOption(ArgumentResult result)
    {
        if (result.Tokens.Count > 0 && result.Tokens[0].Value.StartsWith('-'))
            result.AddError($"There is no option '{result.Tokens[0].Value}'.");
    }

    /// <summary>What commands need that read the archive and answer a question about it.</summary>
    internal Option[] ToAsk => [BaseUrl, Drafts, Future, Now, Format, Jobs];

    internal ReadingOptions Reading(ParseResult line) => new(line.GetValue(Now) ?? DateTimeOffset.UtcNow)
    {
        Drafts = line.GetValue(Drafts),
        Future = line.GetValue(Future),
        Jobs = line.GetValue(Jobs),
    };

    private static ReportFormat ParseFormat(ArgumentResult result)
    {
        switch (result.Tokens[0].Value.ToLowerInvariant())
        {
            case "text": return ReportFormat.Text;
            case "json": return ReportFormat.Json;
            case "github": return ReportFormat.GitHub;
            default:
                result.AddError($"--format takes text, json or github, not '{result.Tokens[0].Value}'.");
                return default;
        }
    }

    internal static DateTimeOffset? ParseNow(ArgumentResult result)
    {
        if (Dates.Read(result.Tokens[0].Value, SiteZone.Utc).Date is { } date) return date.Time;
        result.AddError($"--now takes a date such as 2010-02-04T12:00:00Z, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
