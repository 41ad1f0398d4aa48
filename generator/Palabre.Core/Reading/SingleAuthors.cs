using System.Collections.Concurrent;

namespace Palabre.Reading;

/// <summary>Whom entries name as their one author, a list for each name: people write more than once, and all that is read is kept. Safe for threads.</summary>
internal sealed class SingleAuthors
{
    private readonly ConcurrentDictionary<string, string[]> lists = new(StringComparer.Ordinal);

    internal IReadOnlyList<string> Of(string name) => lists.GetOrAdd(name, static name => [name]);
}
