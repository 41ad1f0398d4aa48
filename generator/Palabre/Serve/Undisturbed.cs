using System.Runtime;

namespace Palabre.Serve;

/// <summary>
/// Puts the collection of garbage off while a change is shown: of a large archive it takes longer than the change. It is
/// made good when nothing is going on, and room is made for the next change then.
/// </summary>
internal sealed class Undisturbed : IDisposable
{
    /// <summary>What a change of an archive of a hundred thousand comments needs, twice.</summary>
    private const long Room = 200 << 20;

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
        End();
        GC.Collect();
        try
        {
            GC.TryStartNoGCRegion(Room);
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
