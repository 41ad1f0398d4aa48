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
        var meant = authors.ToDictionary(a => a.Key, StringComparer.Ordinal);
        foreach (var author in authors)
        {
            foreach (var name in author.Aliases.Prepend(author.Name))
            {
                var key = Slug.From(name);
                if (key.Length == 0 || meant.TryAdd(key, author) || ReferenceEquals(meant[key], author)) continue;
                diagnostics.Add(name == author.Name ? Catalogue.SharedName(author, meant[key].Source)
                    : Catalogue.DuplicateFile(author.Source, meant[key].Source, "author", name));
            }
        }

        return authors;
    }
}
