using System.Runtime;

namespace Palabre.Serve;

/// <summary>
/// Puts the collection of garbage off while a change is shown: of a large archive it takes longer than the change. It is
/// made good when nothing is going on, and room is made for the next change then.
/// </summary>
internal sealed class Undisturbed : IDisposable
{
    /// <summary>What some changes of an archive of a hundred thousand comments need, with the pages that browsers ask for then.</summary>
    private const long Room = 200 << 20;

    private static long begun; // as many bytes had been allocated

    private readonly Timer idle;

    internal Undisturbed() => idle = new(_ => Prepare());

    /// <summary>A change begins: it has the room that there is.</summary>
    internal void Begin() => idle.Change(Timeout.Infinite, Timeout.Infinite);

    /// <summary>The change is made; browsers will ask for their pages now.</summary>
    internal void EndSoon() => idle.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        idle.Dispose();
        End();
    }

    private static void Prepare()
    {
        // A small change leaves enough room for the next.
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion && GC.GetTotalAllocatedBytes() - begun < Room / 2) return;
        End();
        GC.Collect();
        try
        {
            GC.TryStartNoGCRegion(Room);
            begun = GC.GetTotalAllocatedBytes();
        }
        catch (InvalidOperationException)
        {
            // Another preview of this process is at it.
        }
    }

    private static void End()
    {
        try
        {
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // More was needed than there was room for, and garbage was collected.
        }
    }
}
