using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Site;

namespace Palabre.Serve;

/// <summary>A file as the preview gives it: as <c>build</c> would write it, but for marks on what is not published yet.</summary>
/// <param name="Hash">Of the bytes.</param>
/// <param name="Fault">Why it could not be made; the bytes are then nothing to show.</param>
internal sealed record MadeFile(ReadOnlyMemory<byte> Bytes, string Hash, Diagnostic? Fault);

/// <summary>One state of the site, whose files are made when they are asked for, and then kept.</summary>
internal sealed class ServedEdition
{
    private readonly ConcurrentDictionary<string, Lazy<MadeFile>> made = new(StringComparer.Ordinal);

    internal ServedEdition(SiteBuild build, int number)
    {
        (Build, Number) = (build, number);
        Marks = PreviewMarks.Of(build.Edition);
    }

    internal SiteBuild Build { get; }

    internal int Number { get; }

    internal PreviewMarks Marks { get; }

    internal Settings Settings => Build.Edition.Settings;

    /// <param name="path">From the output folder, with '/', not escaped.</param>
    internal OutputFile? Find(string path) => Build.Find(path);

    /// <summary>Makes a file, once. Any thread may call it; it does not throw.</summary>
    internal MadeFile Make(RenderedFile file) => made.GetOrAdd(file.Path, _ => new(() => Render(file))).Value;

    private MadeFile Render(RenderedFile file)
    {
        // One after the other, so that an error is that of the page that is being made.
        lock (made) return RenderAlone(file);
    }

    private MadeFile RenderAlone(RenderedFile file)
    {
        var output = new ArrayBufferWriter<byte>(64 << 10);
        Diagnostic? fault = null;
        try
        {
            file.Render(output);
            if (Build.FoundIn.TryGetValue(file.Path, out var found)) fault = found.FirstOrDefault(d => d.Severity == Severity.Error);
        }
#pragma warning disable CA1031 // A page that cannot be made is no reason to stop: the editor is told on its place.
        catch (Exception e)
#pragma warning restore CA1031
        {
            fault = Catalogue.PreviewFailed(new(file.Path), e.Message);
        }

        var bytes = file.Path.EndsWith(".html", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(Marks.Set(Encoding.UTF8.GetString(output.WrittenSpan), file.Path))
            : output.WrittenSpan.ToArray();
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(fault is null ? bytes : Encoding.UTF8.GetBytes(fault.ToString()))[..8]), fault);
    }
}
