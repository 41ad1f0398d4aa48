using System.Runtime.InteropServices;

namespace Palabre.Model;

/// <summary>Whether objects are the very same: what was made of them is then what it was.</summary>
internal static class Identity
{
    internal static bool AreSame<T>(ReadOnlySpan<T> now, ReadOnlySpan<T> before)
        where T : class?
    {
        if (now.Length != before.Length) return false;
        for (var i = 0; i < now.Length; i++)
            if (!ReferenceEquals(now[i], before[i])) return false;
        return true;
    }

    /// <summary>The positions, ascending, at which two lists of one length do not have the very same.</summary>
    internal static List<int> Differences<T>(ReadOnlySpan<T> now, ReadOnlySpan<T> before)
        where T : class?
    {
        var differences = new List<int>();
        for (var i = 0; i < now.Length; i++)
            if (!ReferenceEquals(now[i], before[i])) differences.Add(i);
        return differences;
    }

    /// <inheritdoc cref="Differences{T}(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    internal static List<int> Differences<T>(IReadOnlyList<T> now, IReadOnlyList<T> before)
        where T : class => Differences<T>(now as T[] ?? [.. now], before as T[] ?? [.. before]);

    /// <inheritdoc cref="AreSame{T}(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    internal static bool AreSame<T>(List<T> now, List<T> before)
        where T : class => AreSame<T>(CollectionsMarshal.AsSpan(now), CollectionsMarshal.AsSpan(before));
}
