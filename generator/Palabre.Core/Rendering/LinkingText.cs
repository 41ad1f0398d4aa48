using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>A text that holds links.</summary>
/// <param name="Source">Its file, for what is beside it.</param>
/// <param name="Entry">Whose text it is; null of others.</param>
/// <param name="Anchors">Begins the names of what is within the text.</param>
/// <param name="IsWhole">All of the entry's text, so that its headings were asked before: what they do not name is looked for in its markup.</param>
internal readonly record struct LinkingText(SourceLocation Source, Entry? Entry, string Anchors, bool IsWhole = false);
