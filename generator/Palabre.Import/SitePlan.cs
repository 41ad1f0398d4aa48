using System.Globalization;
using System.Text;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Import.Texts;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Import;

/// <summary>
/// Gives everything of a source its place in a site: files, ids and addresses. Places depend on the source, the site's
/// settings and the record of earlier imports alone: what was imported once keeps its file for good.
/// </summary>
public sealed class SitePlan
{
    private readonly Account account;
    private readonly Dictionary<string, PostSlot> slots = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal), paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> derived = new(StringComparer.Ordinal);
    private readonly HashSet<string> brokenLinks = new(StringComparer.Ordinal); // their hosts
    private readonly Claims claims = new();
    private readonly PlannedAddresses addresses;
    private readonly FormerAddresses former;

    /// <param name="isNew">There is no site yet: its settings are written too.</param>
    public SitePlan(Settings settings, EarlierImports earlier, bool isNew, Account account)
    {
        (Settings, Earlier, this.account, IsNew) = (settings, earlier, account, isNew);
        addresses = new(settings);
        former = new(claims, addresses, earlier, account) { BasePath = Uri.UnescapeDataString(settings.BasePath) };
    }

    /// <summary>Of a new site, with the time zone that it is about to have.</summary>
    public Settings Settings { get; private set; }

    public bool IsNew { get; }

    /// <summary>The posts that were there before.</summary>
    internal IReadOnlyList<Post> Standing => Earlier.Posts;

    internal EarlierImports Earlier { get; }

    internal SiteZone Zone => Settings.Zone;

    /// <summary>A date as the source writes it, and how much it says; null for none that can be read.</summary>
    internal (EntryDate Date, DateForm Form)? Date(string? written)
    {
        if (written is null || Dates.Read(written, Zone).Date is not { } date || date.Time.Year is < 1000 or > 9000) return null;
        var text = written.AsSpan().Trim();
        if (text.EndsWith("Z", StringComparison.OrdinalIgnoreCase) || !text.ContainsAnyExceptInRange('0', '9') || text.EndsWith("GMT")) return (date, As(DateForm.Instant)(date));
        var hasOffset = text.Length > 6 && text[^6..].ContainsAny('+', '-') && text.Contains(':');
        return (date, As(hasOffset ? DateForm.Offset : DateForm.Clock)(date));
    }

    /// <summary>The form in which a source has its dates, and for each that reads otherwise then, with its offset.</summary>
    /// <param name="own">That of the entry itself, whose form is known.</param>
    private Func<EntryDate, DateForm> As(DateForm form, EntryDate? own = null) => date =>
        form == DateForm.Offset || date.IsDay || date == own || (Dates.Read(EntryText.Date(date, form), Zone).Date is { } read && read.Time.EqualsExact(date.Time)) ? form : DateForm.Offset;

    internal Account Account => account;

    /// <summary>Says that the source has a post or page. False if it had one of that key before.</summary>
    internal bool Add(PostSlot slot) => slots.TryAdd(slot.Key, slot);

    /// <summary>Places all that was added: first what was placed by an earlier import, then by number.</summary>
    internal void Settle()
    {
        var ours = slots.Keys.Select(Earlier.PathOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        TakeStanding(ours);
        PostSlot[] order = [.. slots.Values
            .OrderBy(s => Earlier.Has(s.Key) ? 0 : 1)
            .ThenBy(s => s.SourceId.Length).ThenBy(s => s.SourceId, StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal)];
        foreach (var slot in order)
        {
            if (Earlier.PathOf(slot.Key) is { } path) Keep(slot, path);
            else Place(slot);
        }

        // Where something is at the source counts more than where something was.
        foreach (var slot in order) former.LeadFromSource(slot);
        foreach (var slot in order) former.LeadFromBefore(slot);
    }

    /// <summary>The place of a post of this source, or of one that an earlier import of the same kind wrote; null if there is none.</summary>
    internal PostSlot? Find(string key)
    {
        if (slots.TryGetValue(key, out var slot)) return slot;
        if (Earlier.PathOf(key) is not { } path || Earlier.PostAt(path) is not { } standing) return null;
        slot = new() { Key = key, SourceId = key, WantedSlug = "", Date = standing.Date, Path = path, Stem = StemOf(path), Id = standing.Id, Slug = standing.Slug };
        slot.OldPath = standing.Aliases.Count > 0 ? WrittenAddress.Parse(standing.Aliases[0].Text).Address?.Path : null;
        slots.Add(key, slot);
        return slot;
    }

    /// <summary>Leaves out a comment of a post that is gone.</summary>
    internal void SkipCommentOf(PostSlot gone)
    {
        account.Skip(PieceKind.Comment, "somebody deleted their post since it was imported");
        if (derived.Add($"gone {gone.Path}")) account.Note("Posts that are gone since they were imported, and whose comments do not come", $"`{gone.Path}`");
    }

    /// <summary>An earlier export may have let everybody read it, and this one does not.</summary>
    /// <param name="reason">What it is now.</param>
    internal void Withdraw(string key, string reason)
    {
        if (Earlier.PathOf(key) is { } path) account.Withdraw(path, reason);
    }

    /// <summary>What the source took down may still stand here, where an editor changed it; what it never published may well have been approved here.</summary>
    private void WithdrawIfTaken(string key, Status status)
    {
        if (status is Status.Removed or Status.Redacted or Status.Spam) Withdraw(key, status.ToString().ToLowerInvariant());
    }

    /// <summary>A post that was there before, as a place for comments: where it has some, or beside its name.</summary>
    internal PostSlot PlaceOf(Post post) => new()
    {
        Key = post.Id,
        SourceId = post.Id,
        WantedSlug = post.Slug,
        Date = post.Date,
        Id = post.Id,
        Slug = post.Slug,
        Path = post.Source.File,
        Stem = Earlier.CommentsOf(post) ?? SitePaths.PostStem(post.Source.File),
    };

    internal NewFile File(PostSlot slot, Post post, PieceKind kind, bool isDraft = false, DateForm form = default)
    {
        WithdrawIfTaken(slot.Key, post.Status);
        return Make(slot.Key, slot.Path, kind, EntryText.Of(
            post with { Authors = Named(post.Authors), Id = slot.Id, Slug = slot.Slug, Date = slot.Date, Permalink = slot.IsPermalinkTaken ? null : post.Permalink ?? PermalinkOf(slot), Aliases = Together(post.Aliases, slot) },
            slot.Name, isDraft, As(slot.KeepsOffset ? DateForm.Offset : form, slot.Date)));
    }

    internal NewFile File(PostSlot slot, StandingPage page, bool isDraft = false, DateForm form = default) => Make(slot.Key, slot.Path, PieceKind.Page, EntryText.Of(
        page with { Slug = slot.Slug, Permalink = slot.IsPermalinkTaken ? null : page.Permalink ?? PermalinkOf(slot), Aliases = Together(page.Aliases, slot) }, slot.Name, isDraft, As(form)));

    private static IReadOnlyList<Written> Together(IReadOnlyList<Written> own, PostSlot slot)
    {
        var known = own.Select(alias => WrittenAddress.ParsePlace(alias.Text).Place).ToHashSet();
        return [.. own, .. slot.Aliases.Where(alias => !known.Contains(WrittenAddress.ParsePlace(alias).Place)).Select(Written)];
    }

    /// <param name="anchor">The fragment that the old page had for the comment: <c>c123</c>; null if it had none.</param>
    internal NewFile File(string key, PostSlot slot, Comment comment, string? anchor, DateForm form = default) =>
        File(key, slot, comment, anchor is null ? [] : [.. FormerPaths(slot).Select(path => $"{path}#{anchor}")], form);

    /// <summary>Where readers found the post before: on what was its page then, its comments had anchors, too.</summary>
    private static IEnumerable<string> FormerPaths(PostSlot slot) => (slot.OldPath is { } path ? [path] : Array.Empty<string>())
        .Concat(slot.Aliases.Where(alias => !alias.Contains('#', StringComparison.Ordinal))).Distinct(StringComparer.Ordinal);

    /// <param name="former">Former addresses of the comment, with their fragments.</param>
    internal NewFile File(string key, PostSlot slot, Comment comment, IReadOnlyList<string> former, DateForm form = default)
    {
        var name = FileName(comment.Id);
        WithdrawIfTaken(key, comment.Status);
        if (comment.ReplyTo is { } answered && key.EndsWith(comment.Id, StringComparison.Ordinal)
            && Earlier.ReferenceTo(key[..^comment.Id.Length] + answered.Text, slot.Id) is { } elsewhere)
            comment = comment with { ReplyTo = answered with { Text = elsewhere } };
        if (Earlier.PathOf(key) is { } before && SitePaths.Folder(before) is var folder && folder.StartsWith(Settings.CommentsFolder + "/", StringComparison.Ordinal)
            && folder != $"{Settings.CommentsFolder}/{slot.Stem}" && Earlier.IsThere(before))
            account.Note("Comments that stay where an earlier import put them, and would come elsewhere now", $"`{before}`: under `{slot.Stem}`");
        return Make(key, Earlier.PathOf(key) ?? $"{Settings.CommentsFolder}/{slot.Stem}/{name}.yml", PieceKind.Comment,
            EntryText.Of(comment with { Authors = Named(comment.Authors) }, name, former, As(form, comment.Date)));
    }

    /// <summary>Who gave no name was written down by the number of their computer, in some systems.</summary>
    private static IReadOnlyList<string> Named(IReadOnlyList<string> authors) => authors.Any(IsComputer) ? [.. authors.Where(name => !IsComputer(name))] : authors;

    private static bool IsComputer(string name) => name.AsSpan().IndexOfAny('.', ':') > 0 && System.Net.IPAddress.TryParse(name, out _) && (name.Contains(':', StringComparison.Ordinal) || name.Split('.').Length == 4);

    /// <summary>A file for an author; null if the name is no one's, or has one already.</summary>
    internal NewFile? File(Author author)
    {
        var key = Slug.From(MailMask.Of(author.Name).Text) is { Length: > 0 } masked && Slug.From(author.Name) == author.Key ? masked : author.Key;
        return key.Length > 0 && !IsComputer(author.Name) && derived.Add($"author {key}") ? Make($"author {key}", DescriptionPath.OfAuthor(key), null, EntryText.Of(author)) : null;
    }

    /// <inheritdoc cref="File(Author)"/>
    internal NewFile? File(Theme theme) =>
        theme.Key.Length > 0 && derived.Add($"theme {theme.Key}")
            ? Make($"theme {theme.Key}", DescriptionPath.OfTheme(theme.Key), null, EntryText.Of(theme)) : null;

    /// <summary>The least settings that make a site of the folder; null where it is one. To be asked for before places are settled.</summary>
    /// <param name="address">Of the former site; one that belongs to the former host's company is of no use here.</param>
    /// <param name="folders">Where posts and comments are, if not in the usual places.</param>
    internal NewFile? SiteFile(
        string? title, string? language = null, string? address = null, string? timeZone = null, (string Posts, string Comments)? folders = null,
        string? description = null, string? author = null)
    {
        if (!IsNew || !derived.Add("site")) return null;
        var own = address is not null && BaseAddress.TryParse(address) is { } parsed
            && !parsed.Origin.EndsWith(".blogspot.com", StringComparison.OrdinalIgnoreCase)
            && !parsed.Origin.EndsWith(".wordpress.com", StringComparison.OrdinalIgnoreCase) ? parsed : ((string Origin, string Path)?)null;
        if (own is { } site) former.BasePath = Uri.UnescapeDataString(site.Path);
        if (timeZone is not null && SiteZone.TryFind(timeZone) is { } zone) Settings = Settings with { Zone = zone };
        var yaml = new YamlWriter()
            .Text("title", Plainly.Line(title) ?? "Palabre")
            .Text("description", Plainly.Line(description))
            .Text("author", Plainly.Line(author))
            .Text("language", language)
            .Text("timeZone", timeZone)
            .Text("baseUrl", own is null ? null : address)
            .Text("posts", folders?.Posts)
            .Text("comments", folders?.Comments);
        return Make("site", "content/site.yml", null, yaml.ToString());
    }

    internal NewFile Attachment(string key, string path, byte[] bytes) => new(key, Earlier.PathOf(key) ?? path, PieceKind.Attachment, bytes);

    /// <summary>The name of a comment's file: the id where every file system takes it, else one made of it.</summary>
    internal static string FileName(string id)
    {
        id = Plainly.WithoutMail(id);
        var isPlain = id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
        if (isPlain && !ReservedName.Is(id)) return id;
        var slug = Slug.From(id);
        return $"{(slug.Length > 60 ? slug[..60] : slug)}-{Plainly.Hash(id, 8)}".TrimStart('-');
    }

    private NewFile Make(string key, string path, PieceKind? kind, string text)
    {
        var masked = MailMask.Of(Plainly.Lines(text), Settings.MailArchives);
        if (masked.Count > 0) account.Note("Addresses of e-mail masked", $"`{path}`: {Account.Number(masked.Count)}");
        if (masked.Host is { } host && brokenLinks.Add(host)) account.Tell(Catalogue.LinksToMailBroken(new(path), host));
        return new(key, path, kind, Encoding.UTF8.GetBytes(masked.Text));
    }

    /// <summary>What the site has besides what this source brought to it.</summary>
    private void TakeStanding(HashSet<string> ours)
    {
        foreach (var address in new[] { "/", "/404.html", Settings.Urls.Themes, Settings.Urls.Authors, Settings.Urls.Archive, "/search/", "/page/2/" })
            claims.TryTake(new(address));
        // Where anything of another source stands, or stood before somebody deleted it, nothing else belongs.
        foreach (var (key, path) in Earlier.All)
        {
            if (slots.ContainsKey(key)) continue;
            paths.Add(path.ToLowerInvariant());
            if (path.StartsWith(DescriptionPath.Pages, StringComparison.Ordinal)) claims.TryTake(addresses.OfPage(Slug.From(SitePaths.Stem(path))));
        }

        foreach (var post in Standing)
        {
            paths.Add(post.Source.File.ToLowerInvariant());
            if (ours.Contains(post.Source.File)) continue;
            ids.Add(post.Id);
            claims.TryTake(addresses.Of(post));
            foreach (var alias in post.Aliases)
                if (WrittenAddress.Parse(alias.Text).Address is { } old) claims.TryTake(old);
        }
    }

    private void Keep(PostSlot slot, string path)
    {
        slot.IsGone = !slot.IsPage && !Earlier.IsThere(path);
        slot.Path = path;
        slot.Stem = StemOf(path);
        slot.Slug = Slug.From(slot.Name);
        var standing = Earlier.PostAt(path);
        slot.Id = standing?.Id is { } id && ids.Add(id) ? id : Distinct(slot);
        if (standing is not null && standing.Date.Time == slot.Date.Time && standing.Date.Time.Offset != slot.Date.Time.Offset)
            (slot.Date, slot.KeepsOffset) = (standing.Date, true);
        claims.TryTake(addresses.Of(slot));
    }

    private void Place(PostSlot slot)
    {
        slot.Id = Distinct(slot);
        var (name, source) = (MailMask.Of(slot.WantedSlug).Text, Plainly.WithoutMail(slot.SourceId));
        var wanted = Slug.From(name) is { Length: > 0 } slug ? slug : Slug.From(source) is { Length: > 0 } number ? number : Plainly.Hash(slot.Key);
        if (wanted.Length > 120) wanted = $"{wanted[..100].TrimEnd('-')}-{Plainly.Hash(wanted, 8)}";
        slot.Slug = wanted;
        if (slot is { Permalink: { } chosen, IsInPlace: false } && WrittenAddress.Parse(chosen).Address is { } address && claims.Has(address))
        {
            former.NotKept(chosen, "belongs to another page", $"the permalink of `{slot.WantedSlug}`", slot.Key[(slot.Key.LastIndexOf(' ') + 1)..]);
            (slot.Permalink, slot.IsPermalinkTaken) = (null, true);
        }

        // The number is the source's own; with the hash of the key no two can want one place.
        foreach (var ending in new[] { "", "-" + Slug.From(source), "-" + Plainly.Hash(slot.Key) })
        {
            slot.Slug = Slug.From(wanted + ending);
            var day = slot.Date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            slot.Stem = slot.IsPage ? slot.Slug : $"{day}-{slot.Slug}";
            slot.Path = slot.IsPage ? DescriptionPath.OfPage(slot.Stem) : $"{Settings.PostsFolder}/{day[..4]}/{slot.Stem}.md";
            if (!paths.Contains(slot.Path.ToLowerInvariant()) && claims.TryTake(addresses.Of(slot))) break;
        }

        paths.Add(slot.Path.ToLowerInvariant());
    }

    private string Distinct(PostSlot slot)
    {
        var wanted = Plainly.Line(slot.WantedId ?? slot.SourceId) ?? "";
        if (wanted.Length > 0 && ids.Add(wanted)) return wanted;
        var other = $"{wanted}-{Plainly.Hash(slot.Key)}".TrimStart('-');
        ids.Add(other);
        return other;
    }

    /// <inheritdoc cref="FormerAddresses.PathOf"/>
    internal string? PathOf(string old) => former.PathOf(old);

    private static Written? PermalinkOf(PostSlot slot) => slot.Permalink is { } chosen ? Written(chosen) : null;

    private static Written Written(string text) => new(text, default);

    private static string StemOf(string path) => SitePaths.PostStem(path);
}
