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

    /// <summary>Whether this is a key or a path as one of these makes it.</summary>
    public static bool IsOne(string text) => text.StartsWith(Mark, StringComparison.Ordinal) || text.StartsWith(Folder, StringComparison.Ordinal);
}
