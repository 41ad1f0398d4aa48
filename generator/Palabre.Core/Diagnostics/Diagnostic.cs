using Palabre.Model;

namespace Palabre.Diagnostics;

/// <summary>How much is at stake.</summary>
public enum Severity
{
    /// <summary>Advice.</summary>
    Note,

    /// <summary>Published, but not as written.</summary>
    Warning,

    /// <summary>Something cannot be published, or two things claim one place.</summary>
    Error,
}

/// <summary>A kind of diagnostic: its code, never reused, and what the documentation says of it.</summary>
/// <param name="Code"><c>PAL</c> and four digits, the first being the layer that finds it: 1 reading, 2 threading,
/// 3 listing and rendering, 4 addresses, links and output, 5 import.</param>
/// <param name="Title">What is the matter, in a few words.</param>
/// <param name="Explanation">What Palabre does about it, and what the editor can do. Markdown, one paragraph.</param>
public sealed record Rule(string Code, Severity Severity, string Title, string Explanation)
{
    internal Diagnostic At(SourceLocation source, string message, string? hint = null) =>
        new(this, source, message, hint);
}

/// <summary>Something an editor should know about the content, at the place where they can act on it.</summary>
/// <param name="Message">One sentence that quotes what was written.</param>
/// <param name="Hint">What to do next, one sentence; null when there is nothing certain to advise.</param>
public sealed record Diagnostic(Rule Rule, SourceLocation Source, string Message, string? Hint = null)
{
    public string Code => Rule.Code;

    /// <summary>The rule's, where the caller has not said otherwise.</summary>
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>The order in which editors read them: by file, line, column, then code and text; all ordinal.</summary>
    public static Comparer<Diagnostic> BySource { get; } = Comparer<Diagnostic>.Create((a, b) =>
        string.CompareOrdinal(a.Source.File, b.Source.File) is not 0 and var file ? file
        : a.Source.Line.CompareTo(b.Source.Line) is not 0 and var line ? line
        : a.Source.Column.CompareTo(b.Source.Column) is not 0 and var column ? column
        : string.CompareOrdinal(a.Code, b.Code) is not 0 and var code ? code
        : string.CompareOrdinal(a.Message, b.Message));

    /// <summary><c>file:line:column: severity CODE: message</c>, and the hint on a line of its own.</summary>
    public override string ToString() =>
        $"{Source}: {SeverityName} {Code}: {Message}" + (Hint is null ? "" : $"\n  hint: {Hint}");

    public string SeverityName => Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}

/// <summary>A value, always usable, and what was found wrong on the way to it.</summary>
public sealed record Checked<T>(T Value, IReadOnlyList<Diagnostic> Diagnostics);
