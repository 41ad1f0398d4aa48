namespace Palabre.Disk;

/// <summary>
/// Does again what somebody else stands in the way of for a moment: on Windows, who scans, indexes or copies files to a cloud opens those that were
/// just written, and none of them, nor a folder above, can be moved or deleted meanwhile.
/// </summary>
/// <param name="tries">How often at most.</param>
/// <param name="wait">Given for how long.</param>
internal sealed class Patience(int tries, Action<TimeSpan> wait)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(10);

    /// <summary>Two and a half seconds in all on Windows; elsewhere, where an open file is in nobody's way, none.</summary>
    internal static Patience OfSystem { get; } = new(OperatingSystem.IsWindows() ? 9 : 1, Thread.Sleep);

    /// <exception cref="IOException">It cannot be done, for another reason or for good.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal void Do(Action action)
    {
        for (var (tried, pause) = (1, First); ; tried++, pause *= 2)
        {
            try
            {
                action();
                return;
            }
            catch (Exception e) when (tried < tries && (e is UnauthorizedAccessException || DiskFault.IsBusy(e)))
            {
                wait(pause);
            }
        }
    }
}
