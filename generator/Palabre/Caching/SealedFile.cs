using System.Security.Cryptography;
using Palabre.Disk;

namespace Palabre.Caching;

/// <summary>
/// A file where others may write: sealed (HMAC-SHA-256, RFC 2104) and replaced in one step. What was cut, changed, or made by
/// others is as good as not there.
/// </summary>
/// <param name="magic">What it begins with. The seal covers it, so that no file of one kind passes for one of another.</param>
internal sealed class SealedFile(string full, ReadOnlyMemory<byte> magic, byte[] key)
{
    private const int Piece = 64 << 10;

    /// <summary>Null if there is none that can be believed.</summary>
    internal ReadOnlyMemory<byte>? Read()
    {
        try
        {
            if (Standings.Of(full) != Standing.File || new FileInfo(full).Length == 0) return null;
            ReadOnlyMemory<byte> bytes = File.ReadAllBytes(full);
            var at = magic.Length + HMACSHA256.HashSizeInBytes;
            if (bytes.Length < at || !bytes.Span.StartsWith(magic.Span)) return null;
            if (!CryptographicOperations.FixedTimeEquals(Seal(bytes[at..]), bytes.Span[magic.Length..at])) return null;
            return bytes[at..];
        }
        catch (Exception e) when (DiskFault.Is(e))
        {
            return null;
        }
    }

    /// <summary>The folder must be there.</summary>
    /// <param name="write">Writes what is to be sealed, piece by piece: at no time is all of it in memory.</param>
    internal void Write(Action<Stream> write)
    {
        var staged = $"{full}.{Environment.ProcessId}";
        File.Delete(staged);
        try
        {
            using (var file = Create(staged)) Write(file, write);
            Patience.OfSystem.Do(() => File.Move(staged, full, overwrite: true));
        }
        finally
        {
            File.Delete(staged);
        }
    }

    /// <summary>A file that is not there yet; not through a link, which whoever put files into the site may have left.</summary>
    internal static FileStream Create(string full) => new(full, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);

    private void Write(FileStream file, Action<Stream> write)
    {
        using var seal = new HMACSHA256(key);
        seal.TransformBlock(magic.ToArray(), 0, magic.Length, null, 0);
        file.Position = magic.Length + HMACSHA256.HashSizeInBytes;
        using (var sealing = new BufferedStream(new CryptoStream(file, seal, CryptoStreamMode.Write, leaveOpen: true), Piece)) write(sealing);
        file.Position = 0;
        file.Write(magic.Span);
        file.Write(seal.Hash);
    }

    private byte[] Seal(ReadOnlyMemory<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(magic.Span);
        hash.AppendData(bytes.Span);
        return hash.GetHashAndReset();
    }
}
