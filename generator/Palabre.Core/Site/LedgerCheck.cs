using System.Text;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Site;

/// <summary>Holds that no published address is lost.</summary>
public static class LedgerCheck
{
    /// <summary>So many lost pages are named one by one; of the rest, the number.</summary>
    private const int MostNamed = 50;

    /// <summary>The site's ledger; null where it has none.</summary>
    public static Checked<Ledger>? Read(SiteFiles files)
    {
        if (files.Find(Ledger.Path) is not { } file) return null;
        var read = files.Read(file);
        if (read.Problem is { } problem) return new(Ledger.Empty, [problem]);
        if (TextFile.Fault(file.Path, read.Bytes.Span) is { } fault) return new(Ledger.Empty, [fault]);
        return Ledger.Read(Encoding.UTF8.GetString(read.Bytes.Span).TrimStart('\uFEFF'));
    }

    /// <summary>What would lead nowhere.</summary>
    /// <param name="lines">By place.</param>
    /// <param name="heirs">The files of what places became, where that is known for certain.</param>
    public static IReadOnlyList<LostAddress> Lost(
        SiteBuild build, IReadOnlyList<LedgerLine> lines, IReadOnlyDictionary<Place, string>? heirs = null)
    {
        LedgerLine[] lost = [.. lines.Where(line => !build.Places.Holds(line.Place))];
        if (lost.Length > 0) lost = [.. WithoutFilesOfRemoved(build, lost)];
        if (lost.Length == 0) return []; // what finds a way out is dear to make
        var known = lines.Select(line => line.Place).ToHashSet();
        return new LostAddresses(build.Archive, build.Edition.Listings, build.Edition.Addresses, known, heirs ?? new Dictionary<Place, string>())
            .Among(lost, build.Places.Holds);
    }

    /// <summary>Files beside a post were taken down with it: its place, which stays, says so.</summary>
    private static IEnumerable<LedgerLine> WithoutFilesOfRemoved(SiteBuild build, LedgerLine[] lost)
    {
        var removed = build.Archive.Posts.Where(post => !post.HasText).Select(post => build.Edition.Addresses.Post(post).Path).ToHashSet(StringComparer.Ordinal);
        return removed.Count == 0 ? lost : lost.Where(line => line.Place.Anchor is not null || line.Place.Address.Path.EndsWith('/') || !IsBelow(line.Place.Address.Path));

        bool IsBelow(string path)
        {
            for (var end = path.LastIndexOf('/'); end >= 0; end = end == 0 ? -1 : path.LastIndexOf('/', end - 1))
                if (removed.Contains(path[..(end + 1)])) return true;
            return false;
        }
    }

    /// <summary>Told at the line of the ledger; what is in none, at the file that it was last seen in.</summary>
    public static IEnumerable<Diagnostic> Tell(IReadOnlyList<LostAddress> lost, bool tellsAll = false)
    {
        var named = tellsAll ? lost.Count : MostNamed;
        foreach (var address in lost.Take(named))
        {
            var line = address.Line;
            yield return Catalogue.AddressLost(
                line.Number > 0 ? line.Written : new(line.Source ?? Ledger.Path), line.Place.ToString(), line.Source, address.Anchors.Count, address.Hint);
        }

        if (lost.Count > named) yield return Catalogue.MoreAddressesLost(new(Ledger.Path), lost.Skip(named).Sum(l => 1 + l.Anchors.Count));
    }

    /// <summary>The note that the ledger lacks what is published now; null where it lacks nothing.</summary>
    public static Diagnostic? Behind(SiteBuild build, Ledger ledger)
    {
        var known = ledger.Lines.Select(line => line.Place).ToHashSet();
        Place[] missing = [.. build.Places.All.Select(p => p.Key).Where(place => !known.Contains(place))];
        return missing.Length == 0 ? null : Catalogue.LedgerBehind(new(Ledger.Path), missing.Length, missing[0].ToString());
    }
}
