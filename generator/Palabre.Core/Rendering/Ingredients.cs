using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>
/// Gathers what a file of the output is made of, for its fingerprint: as long as that is the same, so are the file's bytes.
/// What all files are made of (the settings, the look, descriptions, the heads of posts) need not be said.
/// </summary>
public sealed class Ingredients
{
    // What a file that lists everything is made of would be megabytes.
    private const int Most = 16 << 10, KeptAtMost = 8 * Most;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? idle; // each file of the output has its ingredients

    private readonly ArrayBufferWriter<byte> said;
    private readonly IFingerprints fingerprints;

    internal Ingredients(IFingerprints fingerprints)
    {
        (this.fingerprints, said) = (fingerprints, idle ?? new(Most));
        idle = null;
    }

    /// <summary>All entries of a discussion, their order and who is named in them.</summary>
    public void Add(Discussion discussion) => Add(fingerprints.Of(discussion));

    /// <summary>An entry with the whole discussion in which it stands: two of one discussion are not the same.</summary>
    public void Add(Entry entry)
    {
        Add(fingerprints.DiscussionOf(entry));
        Add((entry as Comment)?.PostId);
        Add(entry.Id);
    }

    /// <summary>Every discussion: of what counts or ranks them all.</summary>
    public void AddAll() => Add(fingerprints.All);

    /// <summary>Which addresses the site has, and every comment's: of what may link to any of them.</summary>
    public void AddAddresses() => Add(fingerprints.Addresses);

    /// <summary>The bytes of a file of the site.</summary>
    public void AddSource(string path) => Add(fingerprints.OfSource(path));

    public void Add(Fingerprint fingerprint)
    {
        MemoryMarshal.Write(said.GetSpan(16), fingerprint);
        said.Advance(16);
        Fold();
    }

    public void Add(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(said.GetSpan(8), number);
        said.Advance(8);
    }

    /// <summary>With its length, so that two texts are never taken for two others.</summary>
    public void Add(string? text)
    {
        Add(text?.Length ?? -1);
        if (text is not null) said.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        Fold();
    }

    /// <summary>Of all that was gathered. Nothing can be added after it.</summary>
    internal Fingerprint Seal()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(said.WrittenSpan, hash);
        said.ResetWrittenCount();
        if (said.Capacity <= KeptAtMost) idle = said;
        return MemoryMarshal.Read<Fingerprint>(hash);
    }

    /// <summary>Of much that was said, the hash takes the place.</summary>
    private void Fold()
    {
        if (said.WrittenCount < Most) return;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(said.WrittenSpan, hash);
        said.ResetWrittenCount();
        said.Write(hash);
    }
}

/// <summary>The fingerprints of what files are made of.</summary>
internal interface IFingerprints
{
    /// <summary>Of all discussions.</summary>
    Fingerprint All { get; }

    /// <summary>Of the addresses of the site, and of the comments on its pages.</summary>
    Fingerprint Addresses { get; }

    /// <summary>Of all that pages show of a discussion.</summary>
    Fingerprint Of(Discussion discussion);

    /// <summary>Of the discussion in which an entry stands.</summary>
    Fingerprint DiscussionOf(Entry entry);

    /// <summary>Of the bytes of a file of the site; of one that is gone, of nothing.</summary>
    Fingerprint OfSource(string path);
}
