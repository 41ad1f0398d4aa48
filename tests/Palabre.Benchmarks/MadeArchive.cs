using System.Text;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Threading;

namespace Palabre.Benchmarks;

/// <summary>A <see cref="Corpus"/> in memory, and what the stages make of it.</summary>
internal sealed class MadeArchive
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal MadeArchive(int posts, int comments)
    {
        var bytes = new Corpus(posts, comments).Files()
            .ToDictionary(f => f.Path, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal);
        Files = new([.. bytes.Keys.Order(StringComparer.Ordinal).Select(path => new SourceFile(path, bytes[path].Length))],
            file => new(bytes[file.Path], null));
        Settings = SettingsReader.Read(bytes[SettingsReader.Path]).Value;
        Archive = Read();
    }

    internal SiteFiles Files { get; }

    internal Settings Settings { get; }

    internal Archive Archive { get; }

    internal Archive Read() => ArchiveReader.Read(Files, Settings, new(Now)).Value;

    internal Edition Edition() => new(Archive, Threader.Thread(Archive).Value, Look.Read(Files, Settings).Value, _ => default);
}
