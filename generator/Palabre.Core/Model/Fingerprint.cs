namespace Palabre.Model;

/// <summary>
/// Half of a SHA-256: 16 bytes that are the same for the same content and, as far as anybody can help it, for no other.
/// </summary>
/// <param name="First">The first 8 bytes as they lie in memory: to be compared for equality only.</param>
/// <param name="Last">The other 8.</param>
// Not a UInt128: what has one is not compiled ahead, and with it all that builds do first.
public readonly record struct Fingerprint(ulong First, ulong Last);
