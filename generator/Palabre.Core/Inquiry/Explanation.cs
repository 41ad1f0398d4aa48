namespace Palabre.Inquiry;

/// <param name="Label">A word or two: a field's name, an address.</param>
/// <param name="Text">As written: not fit for a terminal yet.</param>
public sealed record Fact(string Label, string Text);

/// <param name="Facts">Never empty.</param>
public sealed record FactGroup(string Heading, IReadOnlyList<Fact> Facts);

/// <summary>What Palabre knows about one thing: what was read, what it became, where it is shown.</summary>
/// <param name="Subject">«comment c17 of hello».</param>
/// <param name="Source">Its file, and the line.</param>
public sealed record Explanation(string Subject, string Source, IReadOnlyList<FactGroup> Groups);
