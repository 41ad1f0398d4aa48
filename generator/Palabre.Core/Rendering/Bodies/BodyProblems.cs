using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Gathers what an editor should know about a body, at the place in their file.</summary>
internal sealed class BodyProblems(BodyText body)
{
    private const int MostHints = 20;

    private List<Diagnostic>? found;
    private bool hasRemoval;
    private int hints;

    internal IReadOnlyList<Diagnostic> All => (IReadOnlyList<Diagnostic>?)found ?? [];

    internal void Add(Diagnostic diagnostic) => (found ??= []).Add(diagnostic);

    /// <inheritdoc cref="LinkTarget"/>
    internal void AddLink(SourceLocation place, string problem, Func<string?>? hint) =>
        Add(Catalogue.LinkProblem(place, problem, hint is not null && hints++ < MostHints ? hint() : null));

    internal void AddFlattening() => Add(Catalogue.NestingFlattened(body.Source));

    /// <summary>Tells of the first character that no page may hold.</summary>
    internal void AddUnfit(char character)
    {
        var at = body.Text.IndexOf(character);
        if (at < 0) at = Math.Max(0, body.Text.IndexOf("&#", StringComparison.Ordinal)); // written as a number
        Add(Catalogue.CharacterUnfit(At(at), character));
    }

    /// <summary>Tells of the first thing that the allow-list took away; one message a body is enough.</summary>
    /// <param name="written">Such as <c>&lt;script&gt;</c> or <c>onclick</c>.</param>
    internal void AddRemoval(SourceLocation place, string written)
    {
        if (hasRemoval) return;
        hasRemoval = true;
        Add(body.IsComment
            ? Catalogue.HtmlRemovedFromComment(place, written)
            : Catalogue.HtmlRemovedFromPost(place, written));
    }

    /// <param name="index">In the body, in UTF-16 units.</param>
    internal SourceLocation At(int index)
    {
        var before = body.Text.AsSpan(0, index);
        return At(before.Count('\n'), before.Length - before.LastIndexOf('\n') - 1);
    }

    /// <param name="line">0-based, in the body.</param>
    /// <param name="column">0-based, in UTF-16 units.</param>
    internal SourceLocation At(int line, int column)
    {
        var source = body.Source;
        if (source.Line == 0) return source;
        return source with { Line = source.Line + line, Column = source.Column == 0 ? 0 : source.Column + column };
    }
}
