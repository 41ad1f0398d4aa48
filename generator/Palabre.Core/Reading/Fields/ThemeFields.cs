namespace Palabre.Reading;

/// <summary><c>themes/&lt;slug&gt;.md</c> (DESIGN 4.4).</summary>
public static class ThemeFields
{
    public static readonly Field Title = new("title", Shape.Text, "The theme's title.") { MayBeNull = true, IsProse = true };
    public static readonly Field Description = new("description", Shape.Text, "One sentence, for lists.") { IsProse = true };
    public static readonly Field Aliases = new("aliases", Shape.Texts, "Other names that lead to this theme; and former addresses of its page, as paths.", "alias");
    public static readonly Field Parent = new("parent", Shape.Text, "The theme that this one is a part of.");
    public static readonly Field Order = new("order", Shape.Number, "Smaller stands first.");
    public static readonly Field Image = new("image", Shape.Text, "A picture under content/media/.");

    public static readonly FieldSet All = new("theme", Title, Description, Aliases, Parent, Order, Image, EntryFields.Extra, EntryFields.Layout);
}

/// <summary><c>content/authors/&lt;slug&gt;.yml</c> (DESIGN 4.4).</summary>
public static class AuthorFields
{
    public static readonly Field Name = new("name", Shape.Text, "The author's name.") { MayBeNull = true };
    public static readonly Field Aliases = new("aliases", Shape.Texts, "Other names that the author wrote under; and former addresses of their page, as paths.", "alias");
    public static readonly Field Url = new("url", Shape.Address, "The author's own page.", "website", "link");
    public static readonly Field Avatar = new("avatar", Shape.Text, "A picture under content/media/.");
    public static readonly Field Bio = new("bio", Shape.Text, "A sentence or two.");
    public static readonly Field Listed = new("listed", Shape.Flag, "false: no page of their own.") { Default = true };
    public static readonly Field Email = CommentFields.Email;

    public static readonly FieldSet All = new("author", Name, Aliases, Url, Avatar, Bio, Listed, Email, EntryFields.Extra);
}

/// <summary><c>content/pages/&lt;slug&gt;.md</c>.</summary>
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

    public static readonly FieldSet All = new(
        "page", Title, Slug, Permalink, Aliases, Summary, Language, Updated, Order, Draft, EntryFields.Extra, EntryFields.Layout);
}
