namespace Palabre.Rendering;

/// <summary>What a page may take of its templates, compiled or interpreted.</summary>
internal static class TemplateLimits
{
    /// <summary>Turns of all loops of a page together.</summary>
    internal const int MostSteps = 10_000_000;

    /// <summary>Templates within one another.</summary>
    internal const int DeepestInclude = 50;

    internal const int MostBytes = 256 << 20;
}
