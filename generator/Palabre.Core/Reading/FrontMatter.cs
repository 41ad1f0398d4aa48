using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>A Markdown file cut in two: keys and values between two lines <c>---</c>, and the text after them.</summary>
/// <param name="Fields">Empty where the file has no front matter.</param>
/// <param name="Body">Without the blank lines before it.</param>
internal readonly record struct FrontMatter(YamlMap Fields, string Body, SourceLocation BodySource)
{
    /// <returns>Null, and a diagnostic, where the file cannot be read as a whole: nothing of it should be published.</returns>
    /// <param name="known">The keys that such a file may have, to find them where they stand in no front matter; null: that is known not to be.</param>
    internal static FrontMatter? Read(string path, string text, FieldSet? known, List<Diagnostic> diagnostics)
    {
        if (!IsFence(Line(text, 0)))
        {
            if (known is null || UnopenedFrontMatter.In(path, text, known) is not { } unopened) return Cut(new(new(path, 1, 1), []), text, 0, 1, path);
            diagnostics.Add(unopened);
            return null;
        }

        var start = NextLine(text, 0);
        var lines = 1;
        for (var at = start; at < text.Length; at = NextLine(text, at))
        {
            lines++;
            if (!IsFence(Line(text, at)) && !Line(text, at).TrimEnd().SequenceEqual("...")) continue;
            if (Parse(path, text[start..at], diagnostics) is not { } fields) return null;
            return Cut(fields, text, Math.Min(NextLine(text, at), text.Length), lines + 1, path);
        }

        diagnostics.Add(Catalogue.FrontMatterNeverClosed(new(path, 1, 1)));
        return null;
    }

    private static YamlMap? Parse(string path, string yaml, List<Diagnostic> diagnostics)
    {
        var read = YamlReader.ReadOne(yaml, new(path, 2, 1));
        diagnostics.AddRange(read.Diagnostics);
        if (read.Diagnostics.Any(d => d.Severity == Severity.Error)) return null;
        switch (read.Value)
        {
            case YamlMap map: return map;
            case null or YamlScalar { IsAbsent: true }: return new(new(path, 2, 1), []);
            case var other:
                diagnostics.Add(Catalogue.UnusedFrontMatter(other.Source, Plain.Describe(other)));
                return null;
        }
    }

    private static FrontMatter Cut(YamlMap fields, string text, int at, int line, string path)
    {
        while (at < text.Length && Line(text, at).IsWhiteSpace())
        {
            at = NextLine(text, at);
            line++;
        }

        return new(fields, at >= text.Length ? "" : text.AsSpan(at).TrimEnd().ToString(), new(path, line, 1));
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual("---");

    private static ReadOnlySpan<char> Line(string text, int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int NextLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }
}
