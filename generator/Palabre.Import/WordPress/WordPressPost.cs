using System.Globalization;
using Palabre.Import.Xml;
using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Import.WordPress;

/// <summary>An <c>item</c> of an export, without its comments.</summary>
internal sealed class WordPressPost
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Exports before WordPress 2.5 give no domain.</summary>
    internal List<(string Domain, string NiceName, string Name)> Categories { get; } = [];

    /// <summary>Slugs that it had before; WordPress leads on from them.</summary>
    internal List<string> FormerNames { get; } = [];

    internal int Line { get; init; }

    internal string? Id => values.GetValueOrDefault("post_id");
    internal string? Kind => values.GetValueOrDefault("post_type") ?? "post"; // WXR 1.0 of old knew posts alone
    internal string Status => values.GetValueOrDefault("status") ?? "publish";
    internal string? Title => values.GetValueOrDefault("title");
    internal string? Link => values.GetValueOrDefault("link");
    internal string? Name => values.GetValueOrDefault("post_name");
    internal string? Creator => values.GetValueOrDefault("creator");
    internal string Content => values.GetValueOrDefault("content") ?? "";
    internal string? Excerpt => values.GetValueOrDefault("excerpt");
    internal bool IsSticky => values.GetValueOrDefault("is_sticky") == "1";
    internal bool TakesComments => values.GetValueOrDefault("comment_status") is null or "open";
    internal bool HasPassword => values.ContainsKey("post_password");

    /// <summary>Why it was not for everybody's eyes; null if it was.</summary>
    internal string? Reserve => HasPassword ? "protected by a password" : Status switch
    {
        "publish" => null,
        "future" => "scheduled",
        "draft" or "auto-draft" => "a draft",
        "pending" => "waiting for review",
        "private" => "private",
        var other => $"of the status '{other}'",
    };

    /// <param name="isFirstPass">Texts are not kept.</param>
    internal void Take(Element element, bool isFirstPass)
    {
        var name = element.Name;
        if (name == "category")
        {
            if (element.Text.Trim() is { Length: > 0 } label)
                Categories.Add((element.Attribute("domain") ?? "", element.Attribute("nicename") ?? "", label));
            return;
        }

        if (name == "encoded")
        {
            var isExcerpt = element.Namespace.Contains("excerpt", StringComparison.Ordinal);
            if (!isFirstPass && element.Text.Trim().Length > 0) values[isExcerpt ? "excerpt" : "content"] = element.Text;
            return;
        }

        if (name == "postmeta" && element.Value("meta_key") == "_wp_old_slug" && element.Value("meta_value") is { Length: > 0 } former) FormerNames.Add(former);
        if (name is "postmeta" or "description" or "comment") return;
        if (element.Text.Trim() is { Length: > 0 } value) values[name] = value;
    }

    /// <summary>When it was published, as far as the export knows, else when it was changed last; null if it does not know.</summary>
    internal (EntryDate Date, DateForm Form)? Date(SiteZone zone) =>
        WordPressDate.Of(values.GetValueOrDefault("post_date"), values.GetValueOrDefault("post_date_gmt"), zone)
        ?? (values.GetValueOrDefault("pubDate") is { } published && Reading.Dates.Read(published, zone).Date is { Time.Year: > 1 } date ? (date, DateForm.Instant) : Updated(zone));

    internal (EntryDate Date, DateForm Form)? Updated(SiteZone zone) =>
        WordPressDate.Of(values.GetValueOrDefault("post_modified"), values.GetValueOrDefault("post_modified_gmt"), zone);
}

/// <summary>Dates as WordPress writes them: the blog's clock, and UTC besides; either may be all zeros.</summary>
internal static class WordPressDate
{
    /// <returns>The blog's clock with its offset where both are known.</returns>
    internal static (EntryDate Date, DateForm Form)? Of(string? local, string? utc, SiteZone zone)
    {
        var (clock, instant) = (Parse(local), Parse(utc));
        if (clock is { } here && instant is { } there)
        {
            var offset = TimeSpan.FromMinutes(Math.Round((here - there).TotalMinutes));
            if (offset.Duration() <= TimeSpan.FromHours(14) && here.Year > 1) return (new(new(here, offset)), DateForm.Offset);
        }

        return instant is { } moment ? (new(zone.ToLocal(new(moment, TimeSpan.Zero))), DateForm.Instant)
            : clock is { } time ? (new(zone.FromLocal(time)), DateForm.Clock)
            : null;
    }

    private static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text?.Trim(), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year > 1 && date.Year < 9999 ? date : null;
}
