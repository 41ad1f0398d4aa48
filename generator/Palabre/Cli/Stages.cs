using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Palabre.Cli;

/// <summary>The stages of a run: shown while they last on a terminal, and timed.</summary>
internal sealed class Stages : IDisposable
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<(string Name, TimeSpan Begun)> begun = [];
    private readonly TextWriter? terminal;

    internal Stages(ParseResult line, CommonOptions common)
    {
        var isTerminal = ReferenceEquals(line.InvocationConfiguration.Error, Console.Error) && !Console.IsOutputRedirected && Escapes.Reach(Console.Error);
        if (isTerminal && !line.GetValue(common.Quiet) && line.GetValue(common.Format) == ReportFormat.Text) terminal = Console.Error;
    }

    internal TimeSpan Elapsed { get; private set; }

    internal void Begin(string name)
    {
        begun.Add((name, clock.Elapsed));
        terminal?.Write($"\r\e[K{name} …");
    }

    internal void End()
    {
        Elapsed = clock.Elapsed;
        terminal?.Write("\r\e[K");
    }

    internal void WriteTo(TextWriter writer)
    {
        for (var i = 0; i < begun.Count; i++)
        {
            var took = (i + 1 < begun.Count ? begun[i + 1].Begun : Elapsed) - begun[i].Begun;
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{begun[i].Name,-8}{took.TotalSeconds,8:F3} s"));
        }
    }

    public void Dispose()
    {
        if (Elapsed == TimeSpan.Zero) End();
    }
}
