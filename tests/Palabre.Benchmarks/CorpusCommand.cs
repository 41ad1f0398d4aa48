using System.Globalization;

namespace Palabre.Benchmarks;

/// <summary><c>corpus &lt;folder&gt; [--posts N] [--comments M] [--seed S]</c>: writes a <see cref="Corpus"/>.</summary>
internal static class CorpusCommand
{
    private const string Usage = "corpus <folder> [--posts N] [--comments M] [--seed S]";

    /// <returns>The exit status; 2 where the words are wrong, or the folder holds something.</returns>
    internal static int Run(string[] args)
    {
        if (args.Length % 2 == 0) return Refuse(Usage);
        var (posts, comments, seed) = (1000, 10_000, 7);
        for (var i = 1; i < args.Length; i += 2)
        {
            if (!int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Refuse(Usage);
            switch (args[i])
            {
                case "--posts" when number > 0: posts = number; break;
                case "--comments": comments = number; break;
                case "--seed": seed = number; break;
                default: return Refuse(Usage);
            }
        }

        var folder = new DirectoryInfo(args[0]);
        if (folder.Exists && folder.EnumerateFileSystemInfos().Any()) return Refuse($"{folder} is not empty.");
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, text) in new Corpus(posts, comments, seed).Files())
        {
            var full = Path.Combine(folder.FullName, path);
            if (known.Add(Path.GetDirectoryName(full)!)) Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        return 0;
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return 2;
    }
}
