using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>Gathers what an editor should know about a body, at the place in their file.</summary>
internal sealed class BodyProblems(BodyText body)
{
    private const int MostHints = 20, MostRemovals = 5;

    private List<Diagnostic>? found;
    private List<string>? removed;
    private int removal; // where it is told, in what was found
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

    /// <summary>Tells of what the allow-list took away: all of it in one message, at the place of the first.</summary>
    /// <param name="written">Such as <c>&lt;script&gt;</c> or <c>onclick</c>.</param>
    internal void AddRemoval(SourceLocation place, string written)
    {
        removed ??= [];
        if (removed.Count > MostRemovals || removed.Exists(one => IsSame(one, written))) return;
        removed.Add(written);
        if (removed.Count == 1)
        {
            removal = All.Count;
            Add(Removal(place));
        }
        else
        {
            found![removal] = Removal(found[removal].Source);
        }
    }

    /// <summary>A start and an end of one element are.</summary>
    private static bool IsSame(string one, string other) =>
        one.Replace("</", "<", StringComparison.Ordinal).Equals(other.Replace("</", "<", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private Diagnostic Removal(SourceLocation first)
    {
        var (named, hasMore) = (removed!.Take(MostRemovals), removed!.Count > MostRemovals);
        return body.IsComment ? Catalogue.HtmlRemovedFromComment(first, named, hasMore) : Catalogue.HtmlRemovedFromPost(first, named, hasMore);
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
