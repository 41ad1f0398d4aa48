using System.Collections.Concurrent;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Rendering;

/// <summary>
/// Where a text stands in its file that YAML holds, as a comment's or a summary: renderers count lines and columns of the text, which are the
/// file's only where it is written as a block. The file is read again, and only where something is to be told.
/// </summary>
/// <param name="textOf">The text of a file, its lines ending in LF.</param>
internal sealed class BodyPlaces(Func<string, string> textOf)
{
    private readonly ConcurrentBag<LinesOfFile> idle = []; // gives a thread back what it left

    /// <param name="start">Where the value begins, or the text of it.</param>
    /// <param name="told">At places that are counted in the text from there on.</param>
    internal IReadOnlyList<Diagnostic> Of(SourceLocation start, string text, IReadOnlyList<Diagnostic> told)
    {
        if (told.Count == 0 || start.Line == 0 || start.Column == 0) return told;
        var file = idle.TryTake(out var left) ? left : new(textOf);
        var relocated = In(file, start, text, told);
        idle.Add(file);
        return relocated;
    }

    private static IReadOnlyList<Diagnostic> In(LinesOfFile file, SourceLocation start, string text, IReadOnlyList<Diagnostic> told)
    {
        var written = file.From(start);
        // A block may begin with empty lines, which are shorter than its indent.
        var indent = Math.Min(start.Column - 1, written.IndexOf('\n') is >= 0 and var end ? end : written.Length);
        var places = YamlAlignment.Of(written[indent..], text);
        var lines = LinesOfFile.StartsIn(text);
        return [.. told.Select(d => d with { Source = PlaceOf(d.Source) })];

        SourceLocation PlaceOf(SourceLocation counted)
        {
            var line = counted.Line - start.Line;
            if (counted.File != start.File || line < 0 || line >= lines.Count) return counted;
            var at = lines[line] + (counted.Column == 0 ? 0 : counted.Column - start.Column);
            // What a line as a whole is told of is told of its first word.
            while (counted.Column == 0 && at < text.Length && text[at] is ' ' or '\t') at++;
            if (at < 0 || at >= text.Length || places[at] < 0) return counted;
            var place = file.At(start, indent + places[at]);
            return counted.Column == 0 ? place with { Column = 0 } : place;
        }
    }
}
