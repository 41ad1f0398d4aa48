namespace Palabre.Writing;

/// <summary>What is to become of one file of a site.</summary>
/// <param name="Path">Where it stands now; null: it is new.</param>
/// <param name="NewPath">Where it will stand; null: it goes.</param>
/// <param name="Before">Its bytes now; empty if it is new.</param>
/// <param name="After">Its bytes then; empty if it goes.</param>
public sealed record FileChange(string? Path, string? NewPath, ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After);
