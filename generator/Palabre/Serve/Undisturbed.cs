using System.Runtime;

namespace Palabre.Serve;

/// <summary>
/// Puts the collection of garbage off while a change is shown: of a large archive it takes longer than the change. It is
/// made good when nothing is going on.
/// </summary>
internal sealed class Undisturbed : IDisposable
{
    /// <summary>What a change of an archive of a hundred thousand comments needs, twice.</summary>
    private const long Room = 240 << 20;

    private readonly Timer idle;

    internal Undisturbed() => idle = new(_ => End(collects: true));

    /// <summary>A change begins.</summary>
    internal void Begin()
    {
        idle.Change(Timeout.Infinite, Timeout.Infinite);
        End(collects: false);
        try
        {
            GC.TryStartNoGCRegion(Room);
        }
        catch (InvalidOperationException)
        {
            // Another preview of this process is at it.
        }
    }

    /// <summary>The change is made; browsers will ask for their pages now.</summary>
    internal void EndSoon() => idle.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        idle.Dispose();
        End(collects: false);
    }

    private static void End(bool collects)
    {
        try
        {
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // It needed more room than that, and was disturbed.
        }

        if (collects) GC.Collect();
    }
}
