namespace Palabre.Verify;

/// <summary>What became of a comparison with a record.</summary>
/// <param name="Place">The folder or address, as it was named.</param>
/// <param name="Files">How many files of the record were looked at.</param>
/// <param name="Differences">A line each: the place, a colon, and what is wrong there; in the order of the record.</param>
/// <param name="Forwarded">Addresses at which the host, as the site asked of it, leads on to another page of the record.</param>
internal sealed record Verification(string Place, int Files, IReadOnlyList<string> Differences, int Forwarded = 0)
{
    /// <summary>One line.</summary>
    internal string Summary() => $"{Place}: {Count(Files, "file")}, "
        + (Differences.Count == 0 ? "all as recorded" : Count(Differences.Count, "difference"))
        + (Forwarded > 0 ? $"; {Count(Forwarded, "address")} of former pages, where the host leads on" : "") + ".";

    private static string Count(int count, string name) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {name}{(count == 1 ? "" : name.EndsWith('s') ? "es" : "s")}");
}

/// <summary>There is nothing to compare, or nothing to compare it with.</summary>
internal sealed class CannotVerifyException(string message, string hint, bool isOfMachine = false) : Exception(message)
{
    internal string Hint { get; } = hint;

    /// <summary>The network or the disk is in the way; else the command line is wrong.</summary>
    internal bool IsOfMachine { get; } = isOfMachine;
}
