using System.Security.Cryptography;
using System.Text;

namespace Palabre.Import;

/// <summary>How what was imported is known again by who holds it, and tells nobody else a name: by the first half of a SHA-256.</summary>
public static class ErasedKey
{
    private const string Folder = "content/.import/erased/";

    /// <summary>Of the key of what a file was made of.</summary>
    public static string Of(string key) => "#" + Hash(key);

    /// <summary>Of a path at which nothing stands.</summary>
    public static string PathOf(string path) => Folder + Hash(path);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
