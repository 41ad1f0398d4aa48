using System.Runtime.InteropServices;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;

namespace Palabre.Caching;

/// <summary>A <see cref="LastBuild"/> as bytes, one field after the other. Only what our own seal covers is ever parsed.</summary>
internal static class LastBuildFormat
{
    private static readonly Lazy<Dictionary<string, Rule>> Rules = new(() => Catalogue.Rules.ToDictionary(rule => rule.Code, StringComparer.Ordinal));

    internal static byte[] Write(LastBuild build)
    {
        using var stream = new MemoryStream(256 * (build.Sources.Count + build.Files.Count));
        using (var to = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            Write(to, build.Identity);
            Write(to, build.Now);
            Write(to, build.Until);
            to.Write(build.Size.Posts);
            to.Write(build.Size.Comments);
            to.Write(build.Sources.Count);
            foreach (var source in build.Sources) Write(to, source);
            to.Write(build.Files.Count);
            foreach (var file in build.Files) Write(to, file);
            Write(to, build.Record);
            to.Write(build.Diagnostics.Count);
            foreach (var found in build.Diagnostics) Write(to, found);
        }

        return stream.ToArray();
    }

    /// <summary>Null if it is of another identity: another program may have written other fields.</summary>
    internal static LastBuild? Read(ReadOnlyMemory<byte> bytes, Digest identity)
    {
        _ = MemoryMarshal.TryGetArray(bytes, out var array);
        using var from = new BinaryReader(new MemoryStream(array.Array!, array.Offset, array.Count), Encoding.UTF8);
        return Digest(from) != identity ? null : new()
        {
            Identity = identity,
            Now = Moment(from),
            Until = Moment(from),
            Size = new(from.ReadInt32(), from.ReadInt32()),
            Sources = Several(from, Source),
            Files = Several(from, File),
            Record = File(from),
            Diagnostics = Several(from, Found),
        };
    }

    private static T[] Several<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        var values = new T[from.ReadInt32()];
        for (var i = 0; i < values.Length; i++) values[i] = read(from);
        return values;
    }

    private static void Write(BinaryWriter to, BuiltSource source)
    {
        to.Write(source.Path);
        to.Write(source.Length);
        to.Write(source.Stamp);
        Write(to, source.Digest);
        to.Write(source.AsksAddresses);
    }

    private static BuiltSource Source(BinaryReader from) =>
        new(from.ReadString(), from.ReadInt64(), from.ReadInt64(), Digest(from), from.ReadBoolean());

    private static void Write(BinaryWriter to, BuiltFile file)
    {
        to.Write(file.Path);
        to.Write(file.Look.Length);
        to.Write(file.Look.Stamp);
        Write(to, file.Digest);
        to.Write(file.Made is not null);
        if (file.Made is { } made) Write(to, made);
    }

    private static BuiltFile File(BinaryReader from) => new(
        from.ReadString(), new(from.ReadInt64(), from.ReadInt64()), Digest(from), from.ReadBoolean() ? Half(from) : null);

    private static void Write(BinaryWriter to, BuiltDiagnostic found)
    {
        var (file, diagnostic) = found;
        to.Write(file);
        to.Write(diagnostic.Code);
        to.Write((byte)diagnostic.Severity);
        to.Write(diagnostic.Source.File);
        to.Write(diagnostic.Source.Line);
        to.Write(diagnostic.Source.Column);
        to.Write(diagnostic.Message);
        to.Write(diagnostic.Hint is not null);
        if (diagnostic.Hint is { } hint) to.Write(hint);
    }

    private static BuiltDiagnostic Found(BinaryReader from)
    {
        var (file, rule, severity) = (from.ReadInt32(), Rules.Value[from.ReadString()], (Severity)from.ReadByte());
        var source = new SourceLocation(from.ReadString(), from.ReadInt32(), from.ReadInt32());
        return new(file, new(rule, source, from.ReadString(), from.ReadBoolean() ? from.ReadString() : null) { Severity = severity });
    }

    private static void Write(BinaryWriter to, Digest digest)
    {
        Write(to, digest.First);
        Write(to, digest.Last);
    }

    private static Digest Digest(BinaryReader from) => new(Half(from), Half(from));

    private static void Write(BinaryWriter to, Fingerprint half)
    {
        to.Write(half.First);
        to.Write(half.Last);
    }

    private static Fingerprint Half(BinaryReader from) => new(from.ReadUInt64(), from.ReadUInt64());

    private static void Write(BinaryWriter to, DateTimeOffset moment) => to.Write(moment.UtcTicks);

    private static DateTimeOffset Moment(BinaryReader from) => new(from.ReadInt64(), TimeSpan.Zero);
}
