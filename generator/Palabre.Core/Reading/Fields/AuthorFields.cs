namespace Palabre.Reading;

/// <summary><c>content/authors/&lt;slug&gt;.yml</c> (content/README.md, «Authors»).</summary>
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
