using System.Diagnostics;
using System.Globalization;

namespace Palabre.Benchmarks;

/// <summary>
/// <c>floor &lt;site&gt; [read | &lt;output&gt; &lt;target&gt;]</c>: what no generator can be quicker than. Alone, the length and time of
/// every input are asked for; with <c>read</c>, every input is read, too; with an output, as many files of the same sizes are written besides.
/// </summary>
internal static class FloorCommand
{
    private static readonly string[] Folders = ["content", "themes"];

    /// <summary>Prints the seconds, without those that the process takes to start.</summary>
    internal static int Run(string[] args)
    {
        if (args.Length is not (1 or 2 or 3) || (args.Length == 2 && args[1] != "read")) return Refuse("floor <site> [read | <output> <target>]");
        (string Path, long Length)[] written = args.Length < 3 ? []
            : [.. new DirectoryInfo(args[1]).EnumerateFiles("*", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(args[1], f.FullName), f.Length))];
        var zeros = new byte[written.Length == 0 ? 0 : written.Max(f => f.Length)];
        var clock = Stopwatch.StartNew();
        FileInfo[] inputs = [.. Folders.Select(name => new DirectoryInfo(Path.Combine(args[0], name)))
            .Where(folder => folder.Exists).SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))];
        var bytes = inputs.Sum(file => file.Length);
        if (args.Length > 1) Parallel.ForEach(inputs, file => File.ReadAllBytes(file.FullName));
        if (args.Length == 3)
        {
            foreach (var folder in written.Select(f => Path.GetDirectoryName(f.Path)!).Distinct()) Directory.CreateDirectory(Path.Combine(args[2], folder));
            Parallel.ForEach(written, file =>
            {
                using var handle = File.OpenHandle(Path.Combine(args[2], file.Path), FileMode.CreateNew, FileAccess.Write);
                RandomAccess.Write(handle, zeros.AsSpan(0, (int)file.Length), 0);
            });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:F3} {inputs.Length} {bytes}"));
        return 0;
    }

    private static int Refuse(string usage)
    {
        Console.Error.WriteLine(usage);
        return 2;
    }
}
