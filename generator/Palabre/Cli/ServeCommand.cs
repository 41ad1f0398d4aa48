using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Palabre.Serve;

namespace Palabre.Cli;

/// <summary><c>serve [root]</c>: shows the site in a browser while it is written.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        var common = new CommonOptions();
        var port = new Option<int?>("--port", "-p") { Description = "The port to listen at; the next free one from 5080 where unsaid.", HelpName = "n" };
        var open = new Option<bool>("--open") { Description = "Open the site in the browser." };
        var poll = new Option<bool>("--poll") { Description = "Look for changes, where the disk does not tell of them: in containers, on network drives." };
        var noWatch = new Option<bool>("--no-watch") { Description = "Show the site as it is now, whatever changes." };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535))
                result.AddError($"--port takes a number from 1 to 65535, not '{result.Tokens[0].Value}'.");
        });

        var command = common.AddTo(
            new Command("serve", "Show the site in a browser while it is written; drafts and entries of the future too."),
            common.BaseUrl, common.Now, common.Quiet, common.Jobs);
        foreach (var option in (Option[])[port, open, poll, noWatch]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(poll) && result.GetValue(noWatch)) result.AddError("--poll looks for changes and --no-watch looks for none; choose one.");
        });
        command.SetAction((line, cancel) =>
        {
            var keep = line.GetValue(noWatch) ? Upkeep.None : line.GetValue(poll) ? Upkeep.Poll : Upkeep.Watch;
            return Serve(line, common, line.GetValue(port), keep, line.GetValue(open), cancel);
        });
        return command;
    }

    /// <summary>How changes are noticed.</summary>
    private enum Upkeep
    {
        None,
        Watch,
        Poll,
    }

    /// <returns>Only where there is nothing to serve: else it is cancelled.</returns>
    private static async Task<int> Serve(ParseResult line, CommonOptions common, int? port, Upkeep upkeep, bool opens, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var root = line.GetRequiredValue(common.Root);
        OpenedSite? site;
        using (var run = new Run(line, common))
        {
            site = run.Open();
            if (site is null) return run.Finish(null);
        }

        var tellsAll = line.GetValue(common.Verbose);
        var terminal = new PreviewTerminal(
            new(line.InvocationConfiguration.Output, root.FullName, Quiet: !tellsAll, All: tellsAll, Verbose: tellsAll), line.GetValue(common.Quiet));
        var options = common.Reading(line) with { Drafts = true, Future = true, Pending = true };
        var preview = new Preview(new(root, root.ToString(), line.GetValue(common.BaseUrl), options), terminal);
        await using var server = await PreviewServer.Start(preview, root, port);
        var keeping = upkeep switch
        {
            Upkeep.Watch => PreviewUpkeep.Watch(root, preview, terminal, cancel),
            Upkeep.Poll => PreviewUpkeep.Poll(preview, cancel),
            _ => Task.Delay(Timeout.Infinite, cancel),
        };

        await Task.Run(() => preview.Begin(site, cancel), cancel);
        var address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{server.Port}{preview.Edition?.Settings.BasePath}/");
        terminal.Begun(address, preview.Edition?.Build.Archive, clock.Elapsed);
        if (opens && !DefaultBrowser.Open(address)) terminal.Say("No browser could be opened; open that address yourself.");
        await keeping;
        return ExitStatus.Good;
    }
}
