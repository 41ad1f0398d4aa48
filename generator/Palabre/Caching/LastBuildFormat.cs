using System.Runtime.InteropServices;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Caching;

/// <summary>A <see cref="LastBuild"/> as bytes, one field after the other. Only what our own seal covers is ever parsed.</summary>
internal static class LastBuildFormat
{
    private static readonly Lazy<Dictionary<string, Rule>> Rules = new(() => Catalogue.Rules.ToDictionary(rule => rule.Code, StringComparer.Ordinal));

    internal static void Write(LastBuild build, Stream stream)
    {
        using var to = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        Write(to, build.Identity);
        BuiltTables.Write(to, build.Sources);
        BuiltTables.Write(to, build.Files);
        BuiltTables.Write(to, [build.Record]);
        Write(to, build.Now);
        Write(to, build.Until);
        to.Write(build.Size.Posts);
        to.Write(build.Size.Comments);
        to.Write(build.Diagnostics.Count);
        foreach (var found in build.Diagnostics) Write(to, found);
    }

    /// <summary>Null if it is of another identity: another program may have written other fields.</summary>
    /// <param name="files">As <see cref="BuiltTables.Sources"/> takes them.</param>
    internal static LastBuild? Read(ReadOnlyMemory<byte> bytes, Digest identity, IReadOnlyList<SourceFile> files)
    {
        if (MemoryMarshal.Read<Digest>(bytes.Span) != identity) return null;
        var rest = bytes[Digest.Size..];
        var (sourceTable, fileTable, recordTable) = (BuiltTables.Take(ref rest), BuiltTables.Take(ref rest), BuiltTables.Take(ref rest));
        var built = Task.Run(() => BuiltTables.Files(fileTable.Span));
        var sources = BuiltTables.Sources(sourceTable.Span, files);
        _ = MemoryMarshal.TryGetArray(rest, out var array);
        using var from = new BinaryReader(new MemoryStream(array.Array!, array.Offset, array.Count), Encoding.UTF8);
        return new()
        {
            Identity = identity,
            Now = Moment(from),
            Until = Moment(from),
            Size = new(from.ReadInt32(), from.ReadInt32()),
            Sources = sources,
            Files = built.GetAwaiter().GetResult(),
            Record = BuiltTables.Files(recordTable.Span)[0],
            Diagnostics = Several(from, Found),
        };
    }

    private static T[] Several<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        var values = new T[from.ReadInt32()];
        for (var i = 0; i < values.Length; i++) values[i] = read(from);
        return values;
    }

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

    private static void Write(BinaryWriter to, Digest digest) => to.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Digest>(in digest)));

    private static void Write(BinaryWriter to, DateTimeOffset moment) => to.Write(moment.UtcTicks);

    private static DateTimeOffset Moment(BinaryReader from) => new(from.ReadInt64(), TimeSpan.Zero);
}
