using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>The fingerprint of all that <see cref="Sheaf"/> reads of entries: as long as that is the same, so is the sheaf.</summary>
internal sealed class SheafPrint
{
    private readonly Edition edition;
    private readonly ArrayBufferWriter<byte> read = new(16 << 10);

    // What many entries have is read once, as the sheaf does.
    private readonly Dictionary<string, byte[]> names = new(StringComparer.Ordinal);
    private readonly Dictionary<Post, byte[]> themes = new(ReferenceEqualityComparer.Instance);

    private SheafPrint(Edition edition) => this.edition = edition;

    internal static Fingerprint Of(Edition edition, ReadOnlySpan<SearchEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var print = new SheafPrint(edition);
        foreach (var entry in entries)
        {
            print.Add(entry);
            hash.AppendData(print.read.WrittenSpan);
            hash.AppendData(entry.Entry.Body.Bytes); // its length is in what was read
            print.read.ResetWrittenCount();
        }

        Span<byte> made = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(made);
        return MemoryMarshal.Read<Fingerprint>(made);
    }

    private void Add(SearchEntry entry)
    {
        // Of its text, what EntryTexts.Text makes markup of.
        Add(read, entry.Entry.Body.Length);
        Add(read, (int)entry.Entry.Format);
        Add(read, entry.Entry is Comment ? 0 : edition.Settings.TrustPosts ? 1 : 2);
        Add(read, entry.Entry.Language ?? edition.Settings.Language);
        foreach (var (text, weight) in entry.PostHeads(edition))
        {
            Add(read, text);
            Add(read, weight);
        }

        Add(read, -1);
        foreach (var written in entry.Entry.Authors)
        {
            if (!names.TryGetValue(written, out var known))
                names[written] = known = Bytes(SearchEntry.Authors(edition, written).Prepend(edition.Entries.NameOf(written)));
            read.Write(known);
        }

        Add(read, -1);
        if (!themes.TryGetValue(entry.Post, out var about)) themes[entry.Post] = about = Bytes(entry.Themes(edition));
        read.Write(about);
    }

    private static byte[] Bytes(IEnumerable<string> texts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var text in texts) Add(bytes, text);
        Add(bytes, -1);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Add(ArrayBufferWriter<byte> read, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(read.GetSpan(4), number);
        read.Advance(4);
    }

    /// <summary>With its length, so that two texts are never taken for two others.</summary>
    private static void Add(ArrayBufferWriter<byte> read, string text)
    {
        Add(read, text.Length);
        read.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
