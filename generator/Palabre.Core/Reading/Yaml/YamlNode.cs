using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// A piece of YAML: text, a list or a map. At most <see cref="YamlReader.MaximumDepth"/> deep, aliases included. What
/// an anchor names is one object wherever an alias repeats it: a walk meets it again, at most
/// <see cref="YamlReader.AliasBudget"/> nodes in all.
/// </summary>
/// <param name="Source">Where it begins, behind its anchor and tag: line and column, 1-based.</param>
public abstract record YamlNode(SourceLocation Source);

/// <summary>A text. YAML's own types do not exist here: <c>1e5</c>, <c>404</c>, <c>yes</c>, <c>0o17</c> are text.</summary>
/// <param name="Source">Its first character: of quoted text the quote, of a block the <c>|</c> or <c>&gt;</c>.</param>
/// <param name="Text">As YAML decodes it; lines end in LF.</param>
/// <param name="IsPlain">Written without quotes and not as a block.</param>
/// <param name="TextSource">Where the first line of the text stands: of a block the line below, at its indent.</param>
public sealed record YamlScalar(SourceLocation Source, string Text, bool IsPlain, SourceLocation TextSource)
    : YamlNode(Source)
{
    /// <summary>
    /// Where a remark begins that may be meant as text: behind a plain text on its last line, and directly below a block, as far in as its key. Null of
    /// other texts, and where there is none.
    /// </summary>
    public SourceLocation? Remark { get; init; }

    /// <summary>What YAML calls null: nothing, <c>~</c> or <c>null</c>, unquoted. Callers decide whether it is a text.</summary>
    public bool IsAbsent => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <param name="Items">In order of writing.</param>
public sealed record YamlList(SourceLocation Source, IReadOnlyList<YamlNode> Items) : YamlNode(Source);

/// <param name="Pairs">In order of writing; keys differ (ordinal). Of a key written twice, the last value.</param>
public sealed record YamlMap(SourceLocation Source, IReadOnlyList<YamlPair> Pairs) : YamlNode(Source)
{
    /// <summary>The value under <paramref name="key"/> exactly as written; null if there is no such key.</summary>
    public YamlNode? Find(string key)
    {
        for (var i = 0; i < Pairs.Count; i++)
            if (Pairs[i].Key.Text == key) return Pairs[i].Value;
        return null;
    }
}

/// <summary>A key and its value. A key without a value has an absent scalar.</summary>
public readonly record struct YamlPair(YamlScalar Key, YamlNode Value);
