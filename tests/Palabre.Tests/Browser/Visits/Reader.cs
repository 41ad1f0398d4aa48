namespace Palabre.Tests.Browser.Visits;

/// <summary>Who visits: with how wide a window, by day or by night, with script or without.</summary>
/// <param name="Width">In CSS pixels.</param>
public sealed record Reader(int Width = 1280, bool IsDark = false, bool HasScript = true)
{
    /// <summary>Each width, each shade, with script and without; every pair of these occurs.</summary>
    public static IReadOnlyList<Reader> All { get; } =
        [new(1280, false, true), new(320, true, true), new(1280, true, false), new(320, false, false)];

    public static IReadOnlyList<Reader> WithScript { get; } = [.. All.Where(reader => reader.HasScript)];

    public static IReadOnlyList<Reader> WithoutScript { get; } = [.. All.Where(reader => !reader.HasScript)];

    public override string ToString() => $"{Width} px, {(IsDark ? "dark" : "light")}, {(HasScript ? "script" : "no script")}";
}
