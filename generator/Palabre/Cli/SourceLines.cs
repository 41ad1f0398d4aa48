using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Cli;

/// <summary>Lines of the site's files, for messages.</summary>
internal sealed class SourceLines(string root)
{
    private const int LongestFile = 4 << 20, Width = 100;

    private string? file;
    private string[] lines = [];

    /// <summary>The line at a place, its middle part if it is long, and where the caret stands below it; -1 if nowhere.</summary>
    internal (string Text, int Caret)? Quote(SourceLocation source)
    {
        if (source.Line == 0) return null;
        if (source.File != file) Load(source.File);
        if (source.Line > lines.Length || lines[source.Line - 1].Trim().Length == 0) return null;
        var line = lines[source.Line - 1].Replace('\t', ' ');
        var column = Math.Min(source.Column - 1, line.Length);
        var start = column > Width - 20 ? column - (Width / 2) : 0;
        var text = (start > 0 ? "…" : "") + Excerpt.ForTerminal(line[start..], Width);
        return (text, column < 0 ? -1 : column - start + (start > 0 ? 1 : 0));
    }

    private void Load(string path)
    {
        (file, lines) = (path, []);
        try
        {
            var info = new FileInfo(Path.Combine(root, path));
            // Diagnostics name files of the site; a look's embedded files are not there.
            if (info.Exists && info.Length <= LongestFile)
                lines = File.ReadAllText(info.FullName, Encoding.UTF8).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The message stands without its line.
        }
    }
}
