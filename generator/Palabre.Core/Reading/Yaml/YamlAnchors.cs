using Palabre.Diagnostics;
using Palabre.Model;
using YamlDotNet.Core.Events;

namespace Palabre.Reading;

/// <summary>
/// What the anchors of a document name. Aliases repeat at most <see cref="YamlReader.AliasBudget"/> in a whole text,
/// so that lists of lists of aliases cannot expand without end («billion laughs»).
/// </summary>
internal sealed class YamlAnchors(YamlText text, List<Diagnostic> diagnostics)
{
    /// <summary>Null while the list or map that the anchor names is still open.</summary>
    private readonly Dictionary<string, Weighed?> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceLocation> unused = new(StringComparer.Ordinal); // on texts, which lose a word by it
    private long spent;

    /// <summary>At the end of a document.</summary>
    public void Clear()
    {
        foreach (var (name, source) in unused.OrderBy(anchor => anchor.Value.Line).ThenBy(anchor => anchor.Value.Column)) diagnostics.Add(Catalogue.YamlUnusedAnchor(source, name));
        unused.Clear();
        named.Clear();
    }

    public void Open(string name)
    {
        TellUnused(name);
        named[name] = null;
    }

    public void Set(string name, Weighed node) => named[name] = node;

    public void SetText(string name, Weighed node, SourceLocation source)
    {
        TellUnused(name);
        unused[name] = source;
        Set(name, node);
    }

    /// <summary>Of a name that is given anew, nothing repeats what it named before.</summary>
    private void TellUnused(string name)
    {
        if (unused.Remove(name, out var before)) diagnostics.Add(Catalogue.YamlUnusedAnchor(before, name));
    }

    /// <summary>What the alias repeats; an empty text in the place of what cannot be, which is reported.</summary>
    /// <param name="depth">Of the alias itself.</param>
    public Weighed Resolve(AnchorAlias alias, int depth)
    {
        var name = alias.Value.Value;
        var source = text.At(alias.Start);
        if (!named.TryGetValue(name, out var anchored))
            return Nothing(source, Catalogue.YamlUnknownAlias(source, name, YamlLine.At(text.Text, alias.Start).InQuotes()));
        if (anchored is not { } found) return Nothing(source, Catalogue.YamlAliasOfItself(source, name));
        if (depth + found.Height > YamlReader.MaximumDepth) return Nothing(source, Catalogue.YamlTooDeep(source, YamlReader.MaximumDepth));

        unused.Remove(name);
        var isFirstOverrun = spent <= YamlReader.AliasBudget;
        spent += found.Weight;
        if (spent <= YamlReader.AliasBudget) return found;
        return Nothing(source, isFirstOverrun ? Catalogue.YamlTooManyAliases(source, YamlReader.AliasBudget) : null);
    }

    private Weighed Nothing(SourceLocation source, Diagnostic? because)
    {
        if (because is not null) diagnostics.Add(because);
        return new(new YamlScalar(source, "", IsPlain: true, source), Weight: 1, Height: 0);
    }
}
