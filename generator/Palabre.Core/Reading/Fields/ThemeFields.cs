namespace Palabre.Reading;

/// <summary><c>themes/&lt;slug&gt;.md</c> (themes/README.md).</summary>
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
