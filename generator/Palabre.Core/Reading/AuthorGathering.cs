using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>The authors of an archive that a file describes.</summary>
internal static class AuthorGathering
{
    /// <returns>By key.</returns>
    internal static IReadOnlyList<Author> Gather(FileContent[] contents, List<Diagnostic> diagnostics)
    {
        Author[] authors = [.. Groundwork.Distinct(contents.Select(c => c.Author), a => (a.Source, a.Key), "author", diagnostics)
            .OrderBy(a => a.Key, StringComparer.Ordinal)];
        var meant = authors.ToDictionary(a => a.Key, a => (Author: a, IsAlias: false), StringComparer.Ordinal);
        foreach (var author in authors)
        {
            foreach (var (name, isAlias) in author.Aliases.Select(alias => (alias, true)).Prepend((author.Name, false)))
            {
                var key = Slug.From(name);
                if (key.Length == 0 || meant.TryAdd(key, (author, isAlias)) || ReferenceEquals(meant[key].Author, author)) continue;
                var (first, wasAlias) = meant[key];
                // People have the name they have; an alias was chosen.
                diagnostics.Add(isAlias || wasAlias ? Catalogue.DuplicateFile(author.Source, first.Source, "author", name) : Catalogue.SharedName(author, first.Source));
            }
        }

        return authors;
    }
}
