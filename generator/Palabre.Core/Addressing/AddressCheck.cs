using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Addressing;

/// <summary>Something that wants an address.</summary>
/// <param name="Source">What in the content asks for it.</param>
public readonly record struct Claim(Address Address, SourceLocation Source);

/// <summary>Holds that every address is one page's, on every file system and host.</summary>
public static class AddressCheck
{
    /// <summary>One error for each claim on a place that is taken: by the same address, by one that differs in letter
    /// case alone, or by a file where a folder is wanted.</summary>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<Claim> claims)
    {
        var diagnostics = new List<Diagnostic>();
        var files = new Dictionary<string, Claim>(claims.Count, StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var file = claim.Address.File.ToLowerInvariant();
            if (files.TryAdd(file, claim)) continue;
            diagnostics.Add(Clash(claim, files[file]));
        }

        var named = files.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (file, claim) in files)
        {
            for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = file.IndexOf('/', slash + 1))
            {
                if (!named.TryGetValue(file.AsSpan(0, slash), out var other)) continue;
                diagnostics.Add(Clash(claim, other));
                break;
            }
        }

        return diagnostics;
    }

    /// <summary>What is wrong with the addresses that editors chose.</summary>
    public static IEnumerable<Diagnostic> Written(Archive archive)
    {
        foreach (var post in archive.Posts)
        {
            if (post.Permalink is { } permalink && WrittenAddress.Parse(permalink.Text).Problem is { } problem)
                yield return Catalogue.BadPermalink(permalink, problem);
            if (post.Permalink is null && ReservedName.Is(post.Slug)) yield return Catalogue.ReservedName(post.Source, post.Slug);
        }

        foreach (var page in archive.Pages)
        {
            if (page.Permalink is { } permalink && WrittenAddress.Parse(permalink.Text).Problem is { } problem)
                yield return Catalogue.BadPermalink(permalink, problem);
            if (page.Permalink is null && ReservedName.Is(page.Slug)) yield return Catalogue.ReservedName(page.Source, page.Slug);
        }

        foreach (var theme in archive.Themes)
            if (ReservedName.Is(theme.Key)) yield return Catalogue.ReservedName(theme.Source, theme.Key);
        foreach (var path in archive.RootFiles)
            if (ReservedName.IsRecord(AddressBook.Root(path).File)) yield return Catalogue.OutputPath(new(path), AddressBook.Root(path).File);
        var others = archive.Pages.SelectMany(p => p.Aliases)
            .Concat(archive.Themes.SelectMany(t => t.FormerAddresses)).Concat(archive.Authors.SelectMany(a => a.FormerAddresses));
        foreach (var alias in AliasesOfEntries(archive).Concat(others))
            if (WrittenAddress.ParsePlace(alias.Text).Problem is { } problem) yield return Catalogue.BadAlias(alias, problem);
    }

    /// <summary>Those of posts, then those of comments. Few have any.</summary>
    private static IEnumerable<Written> AliasesOfEntries(Archive archive)
    {
        for (var i = 0; i < archive.Posts.Count; i++)
            if (archive.Posts[i].Aliases.Count > 0) foreach (var alias in archive.Posts[i].Aliases) yield return alias;
        foreach (var comment in archive.MovedComments)
            foreach (var alias in comment.Aliases) yield return alias;
    }

    /// <summary>One error for each anchor that an alias names and that is a comment's, or another alias's.</summary>
    public static IEnumerable<Diagnostic> Anchors(ForwardingBook forwarding) =>
        forwarding.Clashes.Select(clash => Catalogue.AddressClash(clash.Forward.Source, clash.Other, clash.Forward.From.ToString(), null));

    /// <summary>Told where somebody wrote the address, since there it can be changed; else of the second.</summary>
    private static Diagnostic Clash(Claim second, Claim first)
    {
        if (second.Source.Line == 0 && first.Source.Line > 0) (second, first) = (first, second);
        return Catalogue.AddressClash(
            second.Source, first.Source, second.Address.Path, first.Address == second.Address ? null : first.Address.Path);
    }
}
