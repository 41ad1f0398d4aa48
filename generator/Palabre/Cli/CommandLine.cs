using System.CommandLine;
using System.CommandLine.Parsing;
using Palabre.Diagnostics;
using Palabre.Site;

namespace Palabre.Cli;

/// <summary>The whole command line: <c>palabre [build|check|list|explain|…] [root]</c>; bare, it builds.</summary>
internal static class CommandLine
{
    private const string Issues = "https://github.com/palabre/palabre/issues";

    /// <param name="terminal">Who can be asked, and what is piped in; that of the process where null.</param>
    /// <returns>The exit status: see <see cref="ExitStatus"/>.</returns>
    /// <param name="cancel">Ends the run as Ctrl-C does.</param>
    internal static async Task<int> Run(
        string[] args, InvocationConfiguration configuration, Terminal? terminal = null, CancellationToken cancel = default)
    {
        configuration.EnableDefaultExceptionHandler = false;
        var isHelp = args is ["help", ..]; // a folder of that name is ./help
        if (isHelp) args = [.. args[1..], "--help"];
        configuration.ProcessTerminationTimeout = TimeSpan.FromSeconds(2);
        Task Tell(string line) => CommandLine.Tell(configuration, line);
        try
        {
            // What begins with '@' is somebody's name or words, not a file to read arguments from.
            var line = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (line.Errors.Count > 0)
            {
                foreach (var error in line.Errors) await Tell($"palabre: {error.Message}");
                await Tell($"  hint: {Named(line.CommandResult)} --help tells what there is.");
                return ExitStatus.Usage;
            }

            if (isHelp && line.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).FirstOrDefault()?.Value is { } topic)
            {
                await Tell($"palabre: '{Excerpt.ForTerminal(topic, 200)}' is not a command.");
                await Tell($"  hint: {Named(line.CommandResult)} --help tells what there is.");
                return ExitStatus.Usage;
            }

            if (Unheard(line) is { } unheard)
            {
                var command = line.RootCommandResult.Children.OfType<CommandResult>().First();
                await Tell($"palabre: '{Excerpt.ForTerminal(unheard, 200)}' stands before '{command.Command.Name}', where nobody looks.");
                await Tell($"  hint: Write it behind the command: {Named(line.CommandResult)} --help tells where.");
                return ExitStatus.Usage;
            }

            KeepToItself(line.RootCommandResult.Command, line.CommandResult.Command);
            try
            {
                return await line.InvokeAsync(configuration, cancel);
            }
            catch (AggregateException several) when (several.Flatten().InnerExceptions.Count > 0)
            {
                // Of threads that worked side by side; what one of them met is what there is to say.
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
                throw;
            }
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Interrupted;
        }
        catch (FileNotFoundException) when (!HasFolder)
        {
            await Tell("palabre: The folder that you are in is not there any more.");
            await Tell("  hint: Go to one that is: cd ~");
            return ExitStatus.Machine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Tell($"palabre: {e.Message}");
            return ExitStatus.Machine;
        }
        catch (OutOfMemoryException)
        {
            await Tell("palabre: There is not enough memory here for what this takes.");
            await Tell("  hint: Give it more: to build an archive of 100,000 comments takes about 300 MB.");
            return ExitStatus.Machine;
        }
        catch (ConservationException e)
        {
            await Tell($"palabre: {e.Message} Nothing was published. Please report it: {Issues}");
            return ExitStatus.Machine;
        }
#pragma warning disable CA1031 // The last resort: whatever went wrong, an editor gets one line and where to send it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var line1 = e.Message.ReplaceLineEndings(" ");
            await Tell($"palabre: {e.GetType().Name}: {line1} This is a mistake of the program. Please report it: {Issues}");
            if (args.Contains("--verbose")) await Tell(e.ToString());
            return ExitStatus.Machine;
        }
    }

    /// <summary>Whoever closed where errors go, or has no room for them, hears of none.</summary>
    private static async Task Tell(InvocationConfiguration configuration, string line)
    {
        try
        {
            await configuration.Error.WriteLineAsync(line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The status says that something was wrong.
        }
    }

    /// <summary>Whether the folder that relative paths begin in is there.</summary>
    private static bool HasFolder
    {
        get
        {
            try
            {
                return Directory.Exists(Environment.CurrentDirectory);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    /// <summary>The command as it is written, from <c>palabre</c> on.</summary>
    private static string Named(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Named(parent)} {command.Command.Name}" : "palabre";

    /// <summary>Help of a command would show the arguments of those above and below it, too, which it does not take.</summary>
    private static void KeepToItself(Command command, Command asked)
    {
        foreach (var argument in command.Arguments) argument.Hidden |= command != asked;
        foreach (var below in command.Subcommands) KeepToItself(below, asked);
    }

    /// <summary>A folder or an option of the bare <c>palabre</c> before a command, which has its own: it would not be heeded.</summary>
    private static string? Unheard(ParseResult line)
    {
        if (line.CommandResult == line.RootCommandResult) return null;
        foreach (var given in line.RootCommandResult.Children)
        {
            if (given is ArgumentResult { Tokens.Count: > 0 } argument) return argument.Tokens[0].Value;
            if (given is OptionResult { Implicit: false, Option.Action: null } option) return option.IdentifierToken?.Value;
        }

        return null;
    }

    internal static RootCommand Root(Terminal? terminal = null)
    {
        var root = BuildCommand.AddTo(new RootCommand("Turns a folder of dated posts and comments into a permanent, static archive of a discussion."));
        root.Add(BuildCommand.AddTo(new Command("build", "Build the site: read content/ and themes/, write output/. What palabre does when it is told nothing.")));
        root.Add(CheckCommand.Create());
        root.Add(ListCommand.Create());
        root.Add(ExplainCommand.Create());
        root.Add(LedgerCommand.Create());
        root.Add(JoinCommand.Create());
        root.Add(ServeCommand.Create());
        root.Add(VerifyCommand.Create());
        root.Add(AuthorsCommand.Create());
        terminal ??= Terminal.OfProcess;
        root.Add(NewCommand.Create(terminal));
        root.Add(new InitCommand(terminal));
        root.Add(new LookCommand());
        root.Add(new SchemaCommand());
        root.Add(ImportCommand.Create());
        return root;
    }
}
