namespace Palabre.Inquiry;

/// <summary>What a list says, for people as columns, for programs as objects.</summary>
/// <param name="Columns">Names in camel case: keys of the objects.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>; empty where there is nothing to say. As written: not fit for a terminal yet.</param>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
