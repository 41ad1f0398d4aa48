namespace Palabre.Model;

/// <summary>
/// Half of a SHA-256: 16 bytes that are the same for the same content and, as far as anybody can help it, for no other.
/// </summary>
/// <param name="Value">As the bytes lie in memory: to be compared for equality only.</param>
public readonly record struct Fingerprint(UInt128 Value);
