using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Palabre.Model;
using Palabre.Rendering;

namespace Palabre.Searching;

/// <summary>The fingerprint of all that <see cref="Sheaf"/> reads of entries: as long as that is the same, so is the sheaf.</summary>
internal static class SheafPrint
{
    internal static Fingerprint Of(Edition edition, ReadOnlySpan<SearchEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var read = new ArrayBufferWriter<byte>(16 << 10);
        foreach (var entry in entries)
        {
            Add(read, edition, entry);
            hash.AppendData(read.WrittenSpan);
            hash.AppendData(MemoryMarshal.AsBytes(entry.Entry.Body.AsSpan())); // its length is in what was read
            read.ResetWrittenCount();
        }

        Span<byte> made = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(made);
        return MemoryMarshal.Read<Fingerprint>(made);
    }

    private static void Add(ArrayBufferWriter<byte> read, Edition edition, SearchEntry entry)
    {
        // Of its text, what EntryViewMaker.Text makes markup of.
        Add(read, entry.Entry.Body.Length);
        Add(read, (int)entry.Entry.Format);
        Add(read, entry.Entry is Comment ? 0 : edition.Settings.TrustPosts ? 1 : 2);
        Add(read, entry.Entry.Language ?? edition.Settings.Language);
        foreach (var (text, weight) in entry.Heads(edition))
        {
            Add(read, text);
            Add(read, weight);
        }

        Add(read, -1);
        foreach (var written in entry.Entry.Authors)
            foreach (var name in SearchEntry.Authors(edition, written)) Add(read, name);
        Add(read, -1);
        foreach (var name in entry.Themes(edition)) Add(read, name);
        Add(read, -1);
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
