using System.CommandLine;

namespace Palabre.Cli;

/// <summary>The options of commands whose argument is not the site's folder.</summary>
internal sealed class SiteOptions
{
    internal Option<DirectoryInfo> Root { get; } = new("--root")
    {
        Description = "The site's folder: the one that holds content/.",
        HelpName = "folder",
        DefaultValueFactory = _ => new("."),
        CustomParser = PathValue.Folder,
    };

    internal Option<DateTimeOffset?> Now { get; } = NewNow();

    internal T AddTo<T>(T command)
        where T : Command
    {
        command.Add(Root);
        command.Add(Now);
        command.Add(NewVerbose());
        return command;
    }

    internal static Option<DateTimeOffset?> NewNow() => new("--now")
    {
        Description = "The moment that new files are dated with, instead of this one.",
        HelpName = "ISO 8601",
        CustomParser = CommonOptions.ParseNow,
    };

    internal static Option<bool> NewVerbose() => new("--verbose") { Description = "Tell a mistake of the program in full." };

    /// <summary>An argument of any number of words, quoted or not: a title, a name.</summary>
    internal static Argument<string[]> NewWords(string name, string description)
    {
        var words = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.ZeroOrMore };
        words.Validators.Add(result =>
        {
            // An option that does not exist would be taken for a word.
            foreach (var token in result.Tokens)
                if (token.Value.StartsWith("--", StringComparison.Ordinal)) result.AddError($"There is no option '{token.Value}'.");
        });
        return words;
    }
}
