using System.Diagnostics;
using Palabre.Tests.Support;

namespace Palabre.Tests.Packaging;

/// <summary>A program in a process of its own.</summary>
internal static class Command
{
    /// <param name="folder">Where it runs.</param>
    /// <param name="variables">Of its environment, besides those of the tests.</param>
    internal static async Task<Ran> Run(string program, DirectoryInfo folder, IReadOnlyDictionary<string, string> variables, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', words)} takes too long.");
        }
    }
}
