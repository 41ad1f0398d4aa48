using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>One change of what a map says: everything besides stays as somebody wrote it.</summary>
/// <param name="Map">As <see cref="FieldsFile"/> read it: that very object.</param>
internal abstract record FieldEdit(YamlMap Map);

/// <summary>Another text under a key that has one.</summary>
internal sealed record SetText(YamlMap Map, string Key, string Text) : FieldEdit(Map);

/// <summary>Another text at a place of the list under a key.</summary>
/// <param name="Position">0-based.</param>
internal sealed record SetListed(YamlMap Map, string Key, int Position, string Text) : FieldEdit(Map);

/// <summary>Another name for a key; its value stays.</summary>
internal sealed record RenameKey(YamlMap Map, string Key, string NewKey) : FieldEdit(Map);

/// <summary>A key that the map does not have, with one text or a list of them.</summary>
/// <param name="After">The key to stand below; null: before all others.</param>
internal sealed record AddKey(YamlMap Map, string? After, string Key, IReadOnlyList<string> Texts, bool IsList) : FieldEdit(Map);

/// <summary>Further texts under a key that has a text, a list of texts, or nothing.</summary>
internal sealed record AddListed(YamlMap Map, string Key, IReadOnlyList<string> Texts) : FieldEdit(Map);

/// <summary>A key goes, with its value.</summary>
internal sealed record RemoveKey(YamlMap Map, string Key) : FieldEdit(Map);
