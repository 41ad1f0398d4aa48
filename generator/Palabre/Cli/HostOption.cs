using System.CommandLine;
using System.CommandLine.Parsing;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Cli;

/// <summary><c>--host</c>: where the site is published, instead of what the settings say.</summary>
internal static class HostOption
{
    internal static Option<Host?> Create(string description) => new("--host")
    {
        Description = description,
        HelpName = string.Join('|', Hosts.Names),
        CustomParser = Parse,
    };

    private static Host? Parse(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (Hosts.TryParse(written.ToLowerInvariant()) is { } host) return host;
        result.AddError($"--host takes {string.Join(", ", Hosts.Names.Take(Hosts.Names.Count - 1))} or {Hosts.Names[^1]}, not '{Excerpt.ForTerminal(written, 60)}'.");
        return null;
    }
}
