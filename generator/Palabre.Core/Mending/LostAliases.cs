using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>
/// Writes the former address into the file of what has another one now, where that is certain: when a pattern of addresses was changed, a
/// date corrected, or a post has fewer parts, nobody should have to do so by hand in each file.
/// </summary>
internal static class LostAliases
{
    internal static IReadOnlyList<Remark> Fix(IReadOnlyList<LostAddress> lost, Edits edits)
    {
        foreach (var ofFile in lost.Where(one => one is { IsCertain: true, AliasIn: not null }).GroupBy(one => one.AliasIn!, StringComparer.Ordinal))
        {
            var addresses = ofFile.Select(one => one.Line.Place.ToString()).ToArray();
            var done = $"{string.Join(", ", addresses.Select(address => $"'{Excerpt.ForTerminal(address, 200)}'"))} lead{(addresses.Length == 1 ? "s" : "")} here";
            if (edits.Open(ofFile.Key)?.Documents is [YamlMap { Pairs.Count: > 0 } map]) edits.Make(map.Source, done, Alias(map, addresses));
            else edits.Refused.Add(new(ofFile.Key, $"not changed, since no field of it can be read: {done}"));
        }

        return [];
    }

    private static FieldEdit Alias(YamlMap map, IReadOnlyList<string> addresses)
    {
        var field = PostFields.Aliases; // what themes, authors and pages have goes by the same names
        var key = field.Aliases.Prepend(field.Name).FirstOrDefault(name => map.Find(name) is not null);
        if (key is not null) return new AddListed(map, key, addresses);
        string[] neighbours = [PostFields.Date.Name, PostFields.Title.Name, AuthorFields.Name.Name];
        return new AddKey(map, Array.Find(neighbours, name => map.Find(name) is not null), field.Name, addresses, IsList: true);
    }
}
