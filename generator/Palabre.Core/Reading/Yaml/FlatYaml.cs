using System.Text;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// A short cut for what nearly every file of comments looks like: a map of unindented keys, or an unindented list of such
/// maps; each key with a text on its line, a list of words in brackets, or a block below <c>|</c> or <c>|-</c>. It reads
/// ten times faster than the parser, gives the very same nodes, and leaves to the parser whatever it is not certain of.
/// </summary>
internal ref struct FlatYaml
{
    /// <summary>With more keys than this, finding duplicates asks for the dictionary of <see cref="YamlFrame"/>.</summary>
    private const int MostKeys = 24;

    private const int KeptAtMost = 1 << 20;

    [ThreadStatic]
    private static StringBuilder? idle;

    private readonly YamlText text;
    private readonly ReadOnlySpan<char> all;
    private readonly List<string> names = []; // the keys met so far: a list repeats them in every map
    private readonly StringBuilder block = idle is { Capacity: <= KeptAtMost } kept ? kept : idle = new(); // one thread reads one file at a time
    private List<YamlPair> pairs = [];
    private List<YamlNode>? items; // null: not a list
    private SourceLocation source; // of the list
    private int position;
    private int line = 1;
    private int indent; // of the keys

    private FlatYaml(YamlText text)
    {
        this.text = text;
        all = text.Text;
    }

    /// <summary>The map or list that the text is, or null if the parser has to look at it.</summary>
    public static YamlNode? TryRead(YamlText text)
    {
        if (text.HasStandIns || text.Text.AsSpan().ContainsAny('\r', '\t')) return null;
        var flat = new FlatYaml(text);
        while (flat.position < flat.all.Length)
            if (!flat.SkipBlankLine() && !flat.SkipRemark() && !(flat.TryComeToKey() && flat.TryReadPair())) return null;
        return flat.pairs.Count == 0 ? null : flat.Whole();
    }

    private readonly YamlNode Whole()
    {
        var map = new YamlMap(pairs[0].Key.Source, pairs);
        if (items is null) return map;
        items.Add(map);
        return new YamlList(source, items);
    }

    /// <summary>Passes over what stands before a key: nothing in a map; <c>- </c> or as many spaces in a list of maps.</summary>
    private bool TryComeToKey()
    {
        var isItem = all[position..].StartsWith("- ");
        if (items is null && !isItem) return true;
        if (items is null && pairs.Count > 0) return false;
        if (!isItem && !all[position..].StartsWith("  ")) return false;
        if (items is null) (items, source, indent) = ([], text.At(line, 1), 2);
        else if (isItem) NextItem();
        position += indent;
        return true;
    }

    private void NextItem()
    {
        items!.Add(new YamlMap(pairs[0].Key.Source, pairs));
        pairs = new(pairs.Count);
    }

    private bool SkipBlankLine()
    {
        if (all[position] != '\n') return false;
        NextLine(position);
        return true;
    }

    /// <summary>Remarks above the first key, such as the line that names the schema.</summary>
    private bool SkipRemark()
    {
        if (all[position] != '#' || pairs.Count > 0) return false;
        NextLine(LineEnd(position));
        return true;
    }

    private bool TryReadPair()
    {
        var key = TryReadKey();
        if (key is null || pairs.Count == MostKeys || IsTaken(key)) return false;
        var keySource = text.At(line, indent + 1);
        var start = position + key.Length + 1;
        var end = LineEnd(start);
        while (start < end && all[start] == ' ') start++;
        var value = all[start..end].TrimEnd(' ');
        var valueSource = text.At(line, indent + (value.Length == 0 ? key.Length + 2 : start - position + 1));
        var isBlock = value is "|" or "|-";
        NextLine(end);
        YamlNode? node = isBlock ? TryReadBlock(valueSource, isClipped: value.Length == 1)
            : value is ['[', .., ']'] ? TryReadWords(value[1..^1], valueSource) : TryReadFlow(value, valueSource);
        if (node is null || (items is null && !isBlock && IsIndented())) return false;
        pairs.Add(new(new(keySource, key, true, keySource), node));
        return true;
    }

    /// <summary>Letters, digits, '_' and '-', not beginning with '-'; a colon; a space or the end of the line.</summary>
    private string? TryReadKey()
    {
        var rest = all[position..];
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_' or '-')) length++;
        if (length is 0 or > 100 || rest[0] == '-' || length == rest.Length || rest[length] != ':') return null;
        return length + 1 == rest.Length || rest[length + 1] is ' ' or '\n' ? NameOf(rest[..length]) : null;
    }

    private string NameOf(ReadOnlySpan<char> key)
    {
        foreach (var known in names)
            if (key.SequenceEqual(known)) return known;
        var name = key.ToString();
        if (names.Count < MostKeys) names.Add(name);
        return name;
    }

    /// <summary><c>[one, two words]</c>: letters, digits, '_' and '-', and spaces between them.</summary>
    private static YamlList? TryReadWords(ReadOnlySpan<char> written, SourceLocation source)
    {
        var words = new List<YamlNode>();
        if (written.Length == 0) return new(source, words);
        var column = source.Column + 1;
        foreach (var range in written.Split(','))
        {
            var word = written[range];
            var spaces = word.Length - word.TrimStart(' ').Length;
            var place = source with { Column = column + spaces };
            column += word.Length + 1;
            word = word.Trim(' ');
            if (word.IsEmpty || !char.IsLetterOrDigit(word[0])) return null;
            foreach (var c in word)
                if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or ' ')) return null;
            words.Add(new YamlScalar(place, word.ToString(), true, place));
        }

        return new(source, words);
    }

    private static YamlScalar? TryReadFlow(ReadOnlySpan<char> value, SourceLocation source)
    {
        if (value.Length == 0) return new(source, "", true, source);
        if (value[0] is '"' or '\'')
        {
            if (value.Length < 2 || value[^1] != value[0]) return null;
            var quoted = value[1..^1];
            return quoted.ContainsAny(value[0], '\\') ? null : new(source, quoted.ToString(), false, source);
        }

        // A plain text: not beginning with a sign, holding neither the end of a key nor a comment.
        if ((!char.IsLetterOrDigit(value[0]) && value[0] is not ('/' or '(' or '<' or '~' or '+' or '«')) || value[^1] == ':') return null;
        return value.IndexOf(": ") >= 0 || value.IndexOf(" #") >= 0 ? null : new(source, value.ToString(), true, source);
    }

    /// <summary>The lines below, indented as the first of them at least, or empty.</summary>
    /// <param name="isClipped">One line end is kept at the end; else none.</param>
    private YamlScalar? TryReadBlock(SourceLocation blockSource, bool isClipped)
    {
        var inner = IndentAt(position);
        if (inner <= indent || position + inner >= all.Length || all[position + inner] == '\n') return null;
        var textSource = text.At(line, inner + 1);
        block.Clear();
        var lineEnds = 0;
        while (position < all.Length)
        {
            var end = LineEnd(position);
            if (end > position)
            {
                var spaces = IndentAt(position);
                if (position + spaces == end) return null; // blanks alone: YAML has rules for them
                if (spaces <= indent) break;
                if (spaces < inner) return null;
                block.Append('\n', lineEnds).Append(all[(position + inner)..end]);
                lineEnds = 0;
            }

            lineEnds += end < all.Length ? 1 : 0;
            NextLine(end);
        }

        if (isClipped && lineEnds > 0) block.Append('\n');
        return new(blockSource, block.ToString(), false, textSource);
    }

    private readonly bool IsTaken(string key)
    {
        foreach (var pair in pairs)
            if (pair.Key.Text == key) return true;
        return false;
    }

    private readonly bool IsIndented()
    {
        var next = position;
        while (next < all.Length && all[next] == '\n') next++;
        return next < all.Length && all[next] is ' ' or '-';
    }

    private readonly int IndentAt(int start)
    {
        var indent = all[start..].IndexOfAnyExcept(' ');
        return indent < 0 ? all.Length - start : indent;
    }

    private readonly int LineEnd(int start)
    {
        var length = all[start..].IndexOf('\n');
        return length < 0 ? all.Length : start + length;
    }

    private void NextLine(int end)
    {
        position = Math.Min(end + 1, all.Length);
        line++;
    }
}
