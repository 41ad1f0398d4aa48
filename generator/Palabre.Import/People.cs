using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Import;

/// <summary>The names of a source: two people who share one are told of, once.</summary>
internal sealed class People(string source, Account account)
{
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <param name="identity">What the source tells people apart by; null where it does not.</param>
    internal void Meet(string name, string? identity)
    {
        if (identity is null) return;
        var key = Slug.From(name);
        if (known.TryAdd(key, identity) || known[key] is null || known[key] == identity) return;
        known[key] = null;
        account.Note("Two people of one name", $"`{name}`");
        account.Tell(Catalogue.SameName(new(source), name));
    }
}
