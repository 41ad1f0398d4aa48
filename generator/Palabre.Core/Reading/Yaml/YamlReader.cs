using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// Reads YAML as text in its places. Any text has a value, what could be read before the first mistake, in time in
/// proportion to its length; nothing throws and nothing is executed.
/// </summary>
/// <remarks>
/// Tags (<c>!!int</c>, <c>!ruby/object</c>) change nothing. Anchors, aliases and merge keys (<c>&lt;&lt;</c>) work. Of a
/// key written twice the last value counts, as in Ruby's YAML, in the place of the first.
/// </remarks>
public static class YamlReader
{
    /// <summary>Lists and maps within one another, what aliases repeat included.</summary>
    public const int MaximumDepth = 64;

    /// <summary>What the aliases of one text may repeat: nodes, and hundreds of UTF-16 units of their text.</summary>
    public const int AliasBudget = 10_000;

    /// <summary>All documents of a text, in order; none if it holds only blanks and comments.</summary>
    /// <param name="text">A BOM at its start is skipped. LF and CR LF both end a line.</param>
    /// <param name="source">Where the text begins in its file: front matter begins on line 2.</param>
    public static Checked<IReadOnlyList<YamlNode>> Read(string text, SourceLocation source)
    {
        var diagnostics = new List<Diagnostic>();
        var prepared = YamlText.Prepare(text, source, diagnostics);
        if (FlatYaml.TryRead(prepared) is { } flat) return new([flat], diagnostics);
        return new(YamlTree.Read(prepared, diagnostics), diagnostics);
    }

    /// <summary>The only document of a text, or null if there is none. Further documents are reported.</summary>
    /// <inheritdoc cref="Read"/>
    public static Checked<YamlNode?> ReadOne(string text, SourceLocation source)
    {
        var (documents, diagnostics) = Read(text, source);
        if (documents.Count > 1) diagnostics = [.. diagnostics, Catalogue.YamlFurtherDocument(documents[1].Source)];
        return new(documents.Count == 0 ? null : documents[0], diagnostics);
    }
}
