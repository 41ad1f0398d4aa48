using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>What a file must say after its edits: the proof that they changed what they were asked to, and nothing besides.</summary>
internal sealed class ExpectedFields
{
    private readonly Dictionary<YamlMap, List<FieldEdit>> edits = new(ReferenceEqualityComparer.Instance);

    internal ExpectedFields(IEnumerable<FieldEdit> edits)
    {
        foreach (var edit in edits)
        {
            if (!this.edits.TryGetValue(edit.Map, out var ofMap)) this.edits[edit.Map] = ofMap = [];
            ofMap.Add(edit);
        }
    }

    /// <param name="before">As the file was read.</param>
    /// <param name="after">As the edited text is read. What aliases repeat is one map in many places: it is expected to
    /// change in the first alone, where it is written, so that an edit which changes others with it fails.</param>
    internal bool Hold(IReadOnlyList<YamlNode> before, IReadOnlyList<YamlNode> after) =>
        before.Count == after.Count && before.Zip(after).All(pair => IsSame(pair.First, pair.Second)) && edits.Count == 0;

    // Recursive, over a depth that YamlReader has limited.
    private bool IsSame(object expected, YamlNode found) => (expected, found) switch
    {
        (string text, YamlScalar scalar) => scalar.Text == text,
        (YamlScalar a, YamlScalar b) => a.Text == b.Text && a.IsPlain == b.IsPlain,
        (List<object> a, YamlList b) => a.Count == b.Items.Count && a.Zip(b.Items).All(pair => IsSame(pair.First, pair.Second)),
        (YamlList a, YamlList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => IsSame(pair.First, pair.Second)),
        (YamlMap a, YamlMap b) => IsSame(Edited(a), b),
        _ => false,
    };

    private bool IsSame(List<(string Key, object Value)> expected, YamlMap found)
    {
        if (expected.Count != found.Pairs.Count) return false;
        for (var i = 0; i < expected.Count; i++)
            if (expected[i].Key != found.Pairs[i].Key.Text || !IsSame(expected[i].Value, found.Pairs[i].Value)) return false;
        return true;
    }

    private List<(string Key, object Value)> Edited(YamlMap map)
    {
        var pairs = map.Pairs.Select(p => (Key: p.Key.Text, Value: (object)p.Value)).ToList();
        if (!edits.Remove(map, out var ofMap)) return pairs;
        // A key is found by the name it was read under: it is renamed after all else.
        var added = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edit in ofMap.OrderBy(e => e is RenameKey)) Apply(edit, pairs, added);
        return pairs;
    }

    private static void Apply(FieldEdit edit, List<(string Key, object Value)> pairs, HashSet<string> added)
    {
        int At(string key) => pairs.FindIndex(p => p.Key == key);
        switch (edit)
        {
            case SetText set:
                pairs[At(set.Key)] = (set.Key, set.Text);
                break;
            case SetListed set:
                var items = Listed(pairs[At(set.Key)].Value);
                items[set.Position] = set.Text;
                pairs[At(set.Key)] = (set.Key, items);
                break;
            case RenameKey rename:
                pairs[At(rename.Key)] = (rename.NewKey, pairs[At(rename.Key)].Value);
                break;
            case AddKey add:
                object value = add.IsList ? add.Texts.ToList<object>() : add.Texts[0];
                var place = add.After is null ? 0 : At(add.After) + 1;
                while (place < pairs.Count && added.Contains(pairs[place].Key)) place++; // of several, the first stands first
                pairs.Insert(place, (add.Key, value));
                added.Add(add.Key);
                break;
            case AddListed add:
                pairs[At(add.Key)] = (add.Key, Listed(pairs[At(add.Key)].Value).Concat(add.Texts).ToList());
                break;
            case RemoveKey remove:
                pairs.RemoveAt(At(remove.Key));
                break;
        }
    }

    private static List<object> Listed(object value) => value switch
    {
        List<object> already => already,
        YamlList list => [.. list.Items],
        YamlScalar { IsAbsent: true } => [],
        YamlScalar scalar => [scalar.Text],
        _ => [value],
    };
}
