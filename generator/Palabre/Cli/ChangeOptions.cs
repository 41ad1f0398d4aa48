using System.CommandLine;
using System.CommandLine.Parsing;

namespace Palabre.Cli;

/// <summary>What commands that change the files of a site share: to show alone, or to write without asking.</summary>
internal sealed class ChangeOptions
{
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Write the changes without asking." };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show the changes; write nothing." };

    internal void AddTo(Command command)
    {
        command.Add(yes);
        command.Add(dryRun);
    }

    internal bool AnyOf(CommandResult line) => line.GetValue(yes) || line.GetValue(dryRun);

    internal Consent Of(ParseResult line) => line.GetValue(dryRun) ? Consent.Withheld : line.GetValue(yes) ? Consent.Given : Consent.Asked;
}

/// <summary>Whether changes may be written.</summary>
internal enum Consent
{
    /// <summary>On a terminal, by the editor; elsewhere it is not given.</summary>
    Asked,

    Given,

    /// <summary>The changes are to be shown and no more.</summary>
    Withheld,
}
