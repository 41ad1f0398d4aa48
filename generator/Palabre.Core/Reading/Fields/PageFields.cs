namespace Palabre.Reading;

/// <summary><c>content/pages/&lt;slug&gt;.md</c> (content/README.md, «Standing pages»).</summary>
public static class PageFields
{
    public static readonly Field Title = new("title", Shape.Text, "The page's title.") { MayBeNull = true, IsProse = true };
    public static readonly Field Slug = PostFields.Slug;
    public static readonly Field Permalink = PostFields.Permalink;
    public static readonly Field Aliases = PostFields.Aliases;
    public static readonly Field Summary = PostFields.Summary;
    public static readonly Field Language = PostFields.Language;
    public static readonly Field Updated = new("updated", Shape.Date, "When it was last changed.", "date", "lastmod", "last_modified_at", "modified");
    public static readonly Field Order = new("order", Shape.Number, "Smaller stands first.", "weight");
    public static readonly Field Draft = PostFields.Draft;
    public static readonly Field Published = PostFields.Published;
    public static readonly Field PublishDate = PostFields.PublishDate;
    public static readonly Field Expires = PostFields.Expires;

    public static readonly FieldSet All = new(
        "page", Title, Slug, Permalink, Aliases, Summary, Language, Updated, Order, Draft, Published, PublishDate, Expires, EntryFields.Status, EntryFields.Reason, EntryFields.RemovedOn,
        EntryFields.Extra, EntryFields.Layout);
}
