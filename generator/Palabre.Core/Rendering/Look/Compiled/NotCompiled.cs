namespace Palabre.Rendering;

/// <summary>
/// A template does what compiled templates cannot: Scriban's interpreter makes the page from its beginning instead, and
/// reports what is wrong if something is.
/// </summary>
internal sealed class NotCompiledException() : Exception("Left to the interpreter");
