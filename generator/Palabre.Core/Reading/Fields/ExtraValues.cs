using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>
/// What was written under keys of nobody's definition, as plain values for templates and the export: text, lists and maps of them. What is nobody's
/// business is left out, however deep it stands.
/// </summary>
/// <param name="set">Of the file.</param>
/// <param name="archives">As <see cref="MailMask"/> has them.</param>
internal readonly struct ExtraValues(FieldSet set, IReadOnlySet<string>? archives, List<Diagnostic> diagnostics)
{
    /// <summary>Recursive, over a depth that <see cref="YamlReader"/> has limited.</summary>
    /// <param name="key">That it stands under.</param>
    internal object Of(YamlNode node, string key)
    {
        switch (node)
        {
            case YamlScalar scalar when set.IsOfStrangers && MailMask.Of(scalar.Text, archives) is { First: { } first } masked:
                diagnostics.Add(Catalogue.PrivateAddressWithin(scalar.Source, key, first, masked.Host));
                return masked.Text;
            case YamlScalar scalar:
                return scalar.Text;
            case YamlList list:
                var items = new List<object>(list.Items.Count);
                foreach (var item in list.Items) items.Add(Of(item, key));
                return items;
            case YamlMap map:
                return Of(map);
            default:
                return "";
        }
    }

    internal Dictionary<string, object> Of(YamlMap map)
    {
        var kept = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Pairs)
        {
            if (set.IsPrivate(key.Text)) TellPrivate(key.Text, value);
            else kept[key.Text] = Of(value, key.Text);
        }

        return kept;
    }

    /// <summary>What is nobody's business is read for this alone.</summary>
    internal void TellPrivate(string key, YamlNode value)
    {
        if (value is YamlScalar text && text.Text.Contains('@', StringComparison.Ordinal)) diagnostics.Add(Catalogue.PrivateAddress(text.Source, key));
        foreach (var item in (value as YamlList)?.Items ?? []) TellPrivate(key, item);
        foreach (var (inner, within) in (value as YamlMap)?.Pairs ?? []) TellPrivate(inner.Text, within);
    }
}
