using System.CommandLine;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Mending;
using Palabre.Writing;
using Spectre.Console;

namespace Palabre.Cli;

/// <summary>What came of changes that a command proposed.</summary>
internal enum Outcome
{
    Written,

    /// <summary>Nobody said yes.</summary>
    Shown,

    /// <summary>They cannot be written, and a line said why.</summary>
    Refused,
}

/// <summary>Changes to a site's files: shown as a diff, agreed to, written.</summary>
/// <param name="output">Takes the diff, as <c>git apply</c> wants it.</param>
/// <param name="error">Takes what is said about it.</param>
/// <param name="ask">Puts a question to the editor; null where nobody is there to answer.</param>
internal sealed class Proposal(TextWriter output, TextWriter error, Func<string, bool>? ask)
{
    /// <param name="line">Whether the diff goes to a terminal, and who can be asked.</param>
    /// <param name="isForPrograms">The output has another form: the diff goes beside it.</param>
    internal static Proposal Of(ParseResult line, bool isForPrograms = false)
    {
        var console = line.InvocationConfiguration;
        var isTerminal = ReferenceEquals(console.Output, Console.Out) && !Console.IsOutputRedirected && !Console.IsInputRedirected
            && !isForPrograms && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(isForPrograms ? console.Error : console.Output, console.Error, isTerminal ? AskOnTerminal : null);
    }

    internal Outcome Put(DirectoryInfo root, Mended mended, Consent consent)
    {
        Show(UnifiedDiff.Of(mended.Changes));
        foreach (var remark in mended.Done) error.WriteLine(Harmless(remark.ToString()));
        Tell(mended.Left);
        var files = mended.Changes.Count == 1 ? "1 file" : $"{mended.Changes.Count} files";
        if (consent == Consent.Withheld || (consent == Consent.Asked && ask?.Invoke($"Write {files}?") != true))
        {
            error.WriteLine($"{files} to change; nothing was written." + (consent == Consent.Asked && ask is null ? " --yes writes." : ""));
            return Outcome.Shown;
        }

        if (SourceChanges.Refusal(root, mended.Changes) is { } refusal)
        {
            error.WriteLine($"palabre: {refusal} Nothing was written.");
            return Outcome.Refused;
        }

        SourceChanges.Write(root, mended.Changes);
        error.WriteLine($"{files} changed.");
        return Outcome.Written;
    }

    /// <summary>What is left to the editor; of very much, the beginning.</summary>
    internal void Tell(IReadOnlyList<Remark> left)
    {
        const int most = 200;
        foreach (var remark in left.Take(most)) error.WriteLine($"by hand: {Harmless(remark.ToString())}");
        if (left.Count > most) error.WriteLine($"by hand: … and {left.Count - most} more.");
    }

    /// <summary>On a terminal in colour, and without what could rewrite it; elsewhere byte for byte.</summary>
    private void Show(string diff)
    {
        if (ask is null || !ReferenceEquals(output, Console.Out))
        {
            output.Write(diff);
            return;
        }

        var hasColours = Escapes.Colour(output);
        foreach (var line in diff.TrimEnd('\n').Split('\n'))
        {
            var text = Harmless(line.TrimEnd('\r').Replace('\t', ' '));
            var colour = line.Length == 0 ? "" : line[0] switch { '+' => "\e[32m", '-' => "\e[31m", '@' => "\e[36m", _ => "" };
            output.WriteLine(hasColours && colour.Length > 0 ? $"{colour}{text}\e[0m" : text);
        }
    }

    private static string Harmless(string text) => Excerpt.ForTerminal(text, int.MaxValue);

    private static bool AskOnTerminal(string question) => AnsiConsole.Prompt(new ConfirmationPrompt(question) { DefaultValue = false });
}
