using System.Text;

namespace Palabre.Import.Xml;

/// <summary>An element with all that is in it.</summary>
/// <param name="Name">Without its prefix.</param>
/// <param name="Namespace">As written; often the only mark of a format's version.</param>
internal sealed record Element(string Name, string Namespace, int Line)
{
    private readonly StringBuilder text = new();
    private string? whole;

    internal Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    internal List<Element> Children { get; } = [];

    /// <summary>The text in it, that of its children left out.</summary>
    internal string Text => whole ??= text.ToString();

    internal string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    internal Element? Child(string name) => Children.Find(c => c.Name == name);

    /// <summary>The trimmed text of a child; null where there is none, or it is empty.</summary>
    internal string? Value(string name) => Child(name)?.Text.Trim() is { Length: > 0 } value ? value : null;

    internal void Append(string part) => text.Append(part);
}
