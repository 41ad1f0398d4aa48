using System.CommandLine;
using Palabre.Diagnostics;

namespace Palabre.Cli;

/// <summary><c>new post|comment|theme|author|page</c>: a file in the right place, for an editor to go on with.</summary>
internal static class NewCommand
{
    internal static Command Create(Terminal terminal)
    {
        var command = new Command("new", "Write a new file in the right place: a post, a comment, a theme, an author, a page. Prints its path.")
        {
            new NewPostCommand(terminal),
            new NewCommentCommand(terminal),
            new NewThemeCommand(terminal),
            new NewAuthorCommand(terminal),
            new NewPageCommand(terminal),
        };
        // What is none of these comes here.
        var words = new Argument<string[]>("kind") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };
        string[] kinds = [.. command.Subcommands.Select(c => c.Name)];
        command.Add(words);
        command.SetAction(line =>
        {
            var word = line.GetValue(words)?.FirstOrDefault();
            return Refusal.Tell(line, new Refusal(
                word is null ? "new needs to know what." : $"new cannot make {Refusal.Quote(word)}.",
                Refusal.DidYouMean(word is null ? null : Nearest.To(word, kinds)) ?? $"palabre new {string.Join('|', kinds)} …"));
        });
        return command;
    }
}
