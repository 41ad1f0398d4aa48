using Palabre.Import.Texts;

namespace Palabre.Import;

/// <summary>
/// How what was imported is known again by who holds it, without its name: by the first half of a SHA-256. It keeps the name from whoever reads; who
/// guesses it can see that the guess is right.
/// </summary>
public static class ErasedKey
{
    private const string Mark = "#", Folder = "content/.import/erased/";

    /// <summary>Of the key of what a file was made of.</summary>
    public static string Of(string key) => Mark + Plainly.Hash(key, 32);

    /// <summary>Of a path at which nothing stands.</summary>
    public static string PathOf(string path) => Folder + Plainly.Hash(path, 32);

    internal static bool Is(string key) => key.StartsWith(Mark, StringComparison.Ordinal);
}
