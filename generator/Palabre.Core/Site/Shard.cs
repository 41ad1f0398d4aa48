using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Palabre.Site;

/// <summary>
/// One part of an output that several machines make side by side: the files of some discussions, by a hash of the post that
/// opens each, so that all of a discussion is made where its texts are rendered; of lists and feeds, some by a hash of their
/// path; and in the first part whatever does not say what it is made of, such as the search.
/// </summary>
/// <param name="Number">1 to <paramref name="Count"/>.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>The most parts.</summary>
    public const int Most = 1000;

    /// <summary>The file that says which part its folder holds; of no part of the site.</summary>
    public const string File = "palabre-shard.txt";

    /// <summary><c>3/8</c>; null if it is nothing of the kind.</summary>
    public static Shard? TryParse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Parse(text[..slash]) is { } number && Parse(text[(slash + 1)..]) is { } count && number >= 1 && number <= count && count <= Most
            ? new(number, count) : null;

        static int? Parse(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public bool Holds(OutputFile file) => Number == (file switch
    {
        { Discussion: { } discussion } => NumberOf(discussion.Opening.Id),
        { MadeOf: not null, NeedsWords: false } => NumberOf(file.Path),
        _ => 1,
    });

    /// <summary>The files of this part, and the one that says so.</summary>
    /// <param name="mark">What all parts of one output have in common: a hash of what they are made of.</param>
    public IReadOnlyList<OutputFile> Of(IEnumerable<OutputFile> files, string mark) =>
        [.. files.Where(Holds), new WrittenFile(File, output => Encoding.UTF8.GetBytes($"{this}\n{mark}\n", output))];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private int NumberOf(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(hash) % Count) + 1;
    }
}
