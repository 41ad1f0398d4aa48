using System.Text;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>The text of a file exactly as it stands on disk, its BOM and its own line ends included.</summary>
internal sealed class SourceText
{
    private readonly List<int> lines = [];

    private SourceText(string text)
    {
        Text = text;
        // The readers skip a BOM, and end lines at LF, CR LF and CR: places are counted as they count.
        lines.Add(text.StartsWith('\uFEFF') ? 1 : 0);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) lines.Add(i + 1);
    }

    internal string Text { get; }

    /// <summary>As the readers see it: without BOM, every line's end LF.</summary>
    internal string Plain => TextFile.WithLineFeeds(Text[lines[0]..]);

    /// <summary>Null if the bytes are no UTF-8 text.</summary>
    internal static SourceText? Read(ReadOnlySpan<byte> bytes) =>
        TextFile.Fault("", bytes) is null ? new(Encoding.UTF8.GetString(bytes)) : null;

    /// <summary>The position of a place; null if the text has no such place.</summary>
    internal int? At(SourceLocation place)
    {
        if (place.Line < 1 || place.Line > lines.Count || place.Column < 1) return null;
        var at = lines[place.Line - 1] + place.Column - 1;
        return at <= Text.Length && (place.Line == lines.Count || at < lines[place.Line]) ? at : null;
    }

    /// <summary>Where the line of a position begins.</summary>
    internal int LineStart(int at) => lines[LineOf(at)];

    /// <summary>Where the line of a position ends, before its line end.</summary>
    internal int LineEnd(int at)
    {
        var end = Text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? Text.Length : at + end;
    }

    /// <summary>Where the next line begins; the text's end behind the last.</summary>
    internal int NextLine(int at) => LineOf(at) + 1 is var next && next < lines.Count ? lines[next] : Text.Length;

    /// <summary>The line end that stands nearest above a position, or the first of the file: LF where there is none.</summary>
    internal string LineEndNear(int at)
    {
        var line = Math.Max(LineOf(at), 1);
        if (line >= lines.Count) return "\n";
        var end = lines[line];
        return Text[end - 1] == '\r' ? "\r" : end > 1 && Text[end - 2] == '\r' ? "\r\n" : "\n";
    }

    private int LineOf(int at) => lines.BinarySearch(at) is var found && found >= 0 ? found : Math.Max(~found - 1, 0);
}
