using Palabre.Addressing;
using Palabre.Import.Texts;
using Palabre.Model;

namespace Palabre.Import.Disqus;

/// <summary>Finds the post of a site that an address means: whatever the host, the scheme, the query; now or formerly.</summary>
internal sealed class DisqusAddresses
{
    private readonly Dictionary<string, Post> byPath = new(StringComparer.Ordinal), byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> map = new(StringComparer.Ordinal);

    internal DisqusAddresses(SitePlan plan, ImportFile? mapping)
    {
        var settings = plan.Settings;
        foreach (var post in plan.Standing)
        {
            byName.TryAdd(post.Id, post);
            byName.TryAdd(post.Slug, post);
            if (post.Origin is { System: "wordpress", Id: { } number }) byName.TryAdd(number, post);
            var address = post.Permalink is { } chosen && WrittenAddress.Parse(chosen.Text).Address is { } own ? own
                : AddressBook.ByPattern(settings.Urls, post.Date.Day, post.Slug);
            Know(address.Path, post);
            Know(settings.BasePath + address.Path, post);
        }

        foreach (var post in plan.Standing)
            foreach (var alias in post.Aliases)
                if (WrittenAddress.Parse(alias.Text).Address is { } former) Know(former.Path, post);
        if (mapping is not null) Read(mapping);
    }

    /// <summary>The post at an address.</summary>
    internal Post? Find(string address)
    {
        if (map.TryGetValue(address, out var meant) || map.TryGetValue(WithoutQuery(address), out meant))
            return byName.GetValueOrDefault(meant) ?? AtPath(meant);
        return AtPath(address);
    }

    /// <summary>
    /// The post that an identifier means, which pages may give a discussion: an address, a post's name, or WordPress's <c>12 http://…/?p=12</c>.
    /// A number alone may be anybody's.
    /// </summary>
    internal Post? FindNamed(string identifier)
    {
        if (identifier.All(char.IsAsciiDigit)) return null;
        var first = identifier.Split(' ')[0];
        return AtPath(identifier) ?? byName.GetValueOrDefault(identifier) ?? byName.GetValueOrDefault(first);
    }

    internal static string WithoutQuery(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? address : address[..end];
    }

    private void Know(string path, Post post) => byPath.TryAdd(Plain(path), post);

    private Post? AtPath(string address) =>
        WrittenAddress.Parse(WithoutQuery(address)).Address is { } parsed ? byPath.GetValueOrDefault(Plain(parsed.Path)) : null;

    /// <summary>With or without a final '/' or '.html', in either case: one page.</summary>
    private static string Plain(string path)
    {
        var plain = path.TrimEnd('/').ToLowerInvariant();
        return plain.EndsWith(".html", StringComparison.Ordinal) ? plain[..^5] : plain.EndsWith(".htm", StringComparison.Ordinal) ? plain[..^4] : plain;
    }

    private void Read(ImportFile mapping)
    {
        using var reader = new StreamReader(mapping.Open());
        while (reader.ReadLine() is { } line)
        {
            var pair = (Plainly.Line(line) ?? "").Split([' ', ',', '\t'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (pair.Length == 2) map[pair[0]] = pair[1];
        }
    }
}
