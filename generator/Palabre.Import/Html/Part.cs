namespace Palabre.Import.Html;

internal enum PartKind
{
    Open,
    Close,
    Text,

    /// <summary>A line ends within a paragraph.</summary>
    Break,

    /// <summary>A picture, by its attributes <c>src</c>, <c>alt</c> and <c>title</c>.</summary>
    Picture,
    Rule,

    /// <summary>The summary ends here.</summary>
    More,
}

/// <summary>A piece of a cleaned text. Texts are flat lists of these: no depth of nesting can exhaust a stack.</summary>
/// <param name="Name">Of an element, in lower case; else empty.</param>
/// <param name="Value">Of text, the text; of a link its address, of others the value of the one attribute that counts.</param>
internal readonly record struct Part(PartKind Kind, string Name, string Value = "", IReadOnlyList<(string Name, string Value)>? Attributes = null)
{
    internal string? Attribute(string name)
    {
        foreach (var (key, value) in Attributes ?? [])
            if (key == name) return value;
        return null;
    }
}
