namespace Palabre.Cli;

/// <summary>What the program tells its caller.</summary>
internal static class ExitStatus
{
    internal const int Good = 0;

    /// <summary>The content fails.</summary>
    internal const int Content = 1;

    /// <summary>The command line or the settings are wrong.</summary>
    internal const int Usage = 2;

    /// <summary>The machine, or a mistake of the program.</summary>
    internal const int Machine = 3;

    internal const int Interrupted = 130;
}
