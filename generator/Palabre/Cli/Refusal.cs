using System.CommandLine;
using Palabre.Diagnostics;

namespace Palabre.Cli;

/// <summary>Why a command does nothing, and a way out.</summary>
internal sealed record Refusal(string Message, string? Hint = null)
{
    internal static Refusal Of(Diagnostic diagnostic) => new(diagnostic.Message, diagnostic.Hint);

    /// <summary>What somebody wrote, fit for a message.</summary>
    internal static string Quote(string text) => $"'{Excerpt.ForTerminal(text, 60)}'";

    internal static string? DidYouMean(string? nearest) => nearest is null ? null : $"Did you mean {Quote(nearest)}?";

    /// <summary>Says so on the error stream.</summary>
    /// <returns>The exit status.</returns>
    internal static int Tell(ParseResult line, params IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals) Tell(line, "palabre", refusal);
        return ExitStatus.Usage;
    }

    /// <summary>Something to know that is in nobody's way.</summary>
    internal static void Note(ParseResult line, string message, string? hint = null) => Tell(line, "note", new(message, hint));

    private static void Tell(ParseResult line, string who, Refusal refusal)
    {
        var error = line.InvocationConfiguration.Error;
        error.WriteLine($"{who}: {refusal.Message}");
        if (refusal.Hint is { } hint) error.WriteLine($"  hint: {hint}");
    }
}
