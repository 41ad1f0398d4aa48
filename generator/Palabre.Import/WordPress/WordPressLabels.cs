using Palabre.Import.Html;
using Palabre.Import.Xml;
using Palabre.Model;

namespace Palabre.Import.WordPress;

/// <summary>What becomes of WordPress's categories and tags, which are themes here.</summary>
internal sealed class WordPressLabels(SitePlan plan, ImportOptions options)
{
    private readonly List<(string Nice, string Name, string? Parent, string? Description)> categories = [];

    /// <summary>A category that the export describes.</summary>
    internal void Take(Element element)
    {
        if (element.Value("cat_name") is { } category)
            categories.Add((element.Value("category_nicename") ?? "", Body.Words(category)!, element.Value("category_parent"), Body.Words(element.Value("category_description"))));
    }

    /// <summary>Files for the themes that the export says more of than their name.</summary>
    internal IEnumerable<NewFile> Themes()
    {
        if (!options.Categories) yield break;
        var names = categories.Where(c => c.Nice.Length > 0).GroupBy(c => c.Nice, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
        foreach (var (_, name, parent, description) in categories)
        {
            var above = parent is not null && names.TryGetValue(parent, out var known) && Slug.From(known) != Slug.From(name) ? known : null;
            if (description is null && above is null) continue;
            // A category above others is a theme even if no post names it.
            if (above is not null && plan.File(ThemeOf(above)) is { } first) yield return first;
            if (plan.File(ThemeOf(name)) is { } made) yield return made;
        }

        Theme ThemeOf(string name)
        {
            var (_, _, parent, description) = categories.Find(c => c.Name == name);
            return new(Slug.From(name), name)
            {
                Description = description,
                Parent = parent is not null && names.TryGetValue(parent, out var above) && Slug.From(above) != Slug.From(name) ? Slug.From(above) : null,
            };
        }
    }

    /// <summary>The themes of a post, each once.</summary>
    internal IEnumerable<Written> Of(WordPressPost post)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var hasDomains = post.Categories.Exists(c => c.Domain == "category"); // which repeat those without one
        foreach (var (domain, nice, written) in post.Categories)
        {
            var isWanted = domain switch { "category" => options.Categories, "" => options.Categories && !hasDomains, "post_tag" or "tag" => options.Labels, _ => false };
            if (!isWanted || nice == "uncategorized" || Body.Words(written) is not { } name) continue;
            if (Slug.From(name) is not { Length: > 0 } key || key == "uncategorized") continue;
            if (known.TryAdd(key, name)) yield return new(name, default);
            else if (known[key] != name) plan.Account.Note("Labels that are one theme here", $"`{known[key]}`, `{name}`");
        }
    }
}
