using Palabre.Diagnostics;
using Palabre.Model;
using YamlDotNet.Core;

namespace Palabre.Reading;

/// <summary>A node with what it costs to repeat it.</summary>
/// <param name="Weight">Its nodes and hundreds of UTF-16 units, what its aliases repeat included.</param>
/// <param name="Height">Lists and maps within one another: of a text 0.</param>
internal readonly record struct Weighed(YamlNode Node, int Weight, int Height);

/// <summary>A list or a map while its parts arrive.</summary>
/// <param name="beginsWithKey">A map without a sign of its own, as in <c>[key: value]</c>.</param>
internal sealed class YamlFrame(bool isMap, bool isFlow, SourceLocation source, Mark mark, bool beginsWithKey, string? anchor)
{
    /// <summary>Below this number of keys, looking at each is faster than a dictionary.</summary>
    private const int Few = 12;

    private readonly List<YamlNode> items = [];
    private readonly List<YamlPair> pairs = [];
    private Dictionary<string, int>? places;
    private YamlScalar? key;
    private bool awaitsValue, hasMerge;
    private int weight = 1, height = 1;

    public bool IsMap => isMap;

    /// <summary>Written between brackets.</summary>
    public bool IsFlow => isFlow;

    public Mark Mark => mark;

    public string? Anchor => anchor;

    public SourceLocation Source { get; private set; } = source;

    /// <summary>The next item, key or value.</summary>
    public void Add(Weighed part, YamlText text, List<Diagnostic> diagnostics)
    {
        weight = Math.Min(weight + part.Weight, int.MaxValue / 2);
        height = Math.Max(height, part.Height + 1);
        if (beginsWithKey && key is null) Source = part.Node.Source;
        if (!isMap)
        {
            items.Add(part.Node);
        }
        else if (awaitsValue)
        {
            awaitsValue = false;
            if (key is not null) Add(key, part.Node, diagnostics);
        }
        else
        {
            awaitsValue = true;
            key = part.Node as YamlScalar;
            if (key is not null) return;
            var quoted = isFlow ? YamlLine.At(text.Text, mark).InQuotes() : null;
            diagnostics.Add(Catalogue.YamlKeyIsNotText(part.Node.Source, quoted));
        }
    }

    /// <summary>The list or map. A key whose value did not arrive is left out.</summary>
    public Weighed Close()
    {
        if (!isMap) return new(new YamlList(Source, items), weight, height);
        if (hasMerge) Merge();
        return new(new YamlMap(Source, pairs), weight, height);
    }

    private void Add(YamlScalar name, YamlNode value, List<Diagnostic> diagnostics)
    {
        var place = PlaceOf(name.Text);
        if (place >= 0)
        {
            diagnostics.Add(Catalogue.YamlDuplicateKey(name.Source, name.Text, pairs[place].Key.Source));
            pairs[place] = new(name, value);
            return;
        }

        hasMerge |= name is { IsPlain: true, Text: "<<" };
        Append(new(name, value));
    }

    private void Append(YamlPair pair)
    {
        if (pairs.Count == Few) places ??= IndexByKey();
        places?.Add(pair.Key.Text, pairs.Count);
        pairs.Add(pair);
    }

    private int PlaceOf(string name)
    {
        if (places is not null) return places.GetValueOrDefault(name, -1);
        for (var i = 0; i < pairs.Count; i++)
            if (pairs[i].Key.Text == name) return i;
        return -1;
    }

    private Dictionary<string, int> IndexByKey()
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < pairs.Count; i++) index.Add(pairs[i].Key.Text, i);
        return index;
    }

    /// <summary>Takes the pairs of <c>&lt;&lt;</c> in, behind the map's own, which go before them.</summary>
    private void Merge()
    {
        var merged = pairs[PlaceOf("<<")].Value;
        IReadOnlyList<YamlNode> maps = merged is YamlList list ? list.Items : [merged];
        if (!maps.All(map => map is YamlMap)) return; // somebody's key that is called so
        pairs.RemoveAt(PlaceOf("<<"));
        places = IndexByKey();
        foreach (var map in maps.Cast<YamlMap>())
            foreach (var pair in map.Pairs)
                if (PlaceOf(pair.Key.Text) < 0) Append(pair);
    }
}
