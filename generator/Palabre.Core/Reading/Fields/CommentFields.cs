namespace Palabre.Reading;

/// <summary>A comment (content/README.md, «Comments»).</summary>
public static class CommentFields
{
    public static readonly Field Author = new("author", Shape.Text, "Who wrote it, as they call themselves.", "name", "nick") { MayBeNull = true };
    public static readonly Field Date = new("date", Shape.Date, "When it was written: a date, or Unix time.", "created", "timestamp", "date_utc");
    public static readonly Field Body = new("body", Shape.Text, "What was said.", "message", "comment", "text", "content") { MayBeNull = true, IsRequired = true, IsProse = true };

    public static readonly Field Format = new("format", Shape.Text, "auto (HTML if it begins with a block tag, else Markdown), markdown, html or text.")
    {
        Words = ["auto", "markdown", "html", "text"],
        Default = "auto",
    };

    public static readonly Field Id = new("id", Shape.Text, "Its permanent name, unique under its post; else the file's name.", "_id") { MayBeNull = true };
    public static readonly Field ReplyTo = new("replyTo", Shape.Text, "The id of the comment it answers.", "replyToId", "replying_to_uid", "replying_to", "reply_to", "parent_id", "parent") { MayBeNull = true, MayBeSaidTwice = true };
    public static readonly Field Aliases = new("aliases", Shape.Texts, "Former addresses, as paths with an anchor: /2010/01/hello/#c-12.", "alias", "redirect_from");
    public static readonly Field Url = new("url", Shape.Address, "The author's own page.", "website", "link");
    public static readonly Field Language = new("language", Shape.Text, "The language of this entry, as a tag such as en; else the site's.", "lang");
    public static readonly Field Updated = new("updated", Shape.Date, "When it was last changed.");
    public static readonly Field Avatar = new("avatar", Shape.Text, "A picture under content/media/.");
    public static readonly Field Email = new("email", Shape.Text, "Never published, not even hashed: better not kept at all.", "email_hash", "ip", "ip_address", "user_ip", "author_ip", "author_email") { MayBeSaidTwice = true, IsPrivate = true };
    public static readonly Field Approved = new("approved", Shape.Flag, "false: pending.") { Withholds = true };
    public static readonly Field Draft = PostFields.Draft;
    public static readonly Field Published = PostFields.Published;
    public static readonly Field Hidden = new("hidden", Shape.Text, "A trap for robots: what is not empty is spam.", "hp", "honeypot") { MayBeSaidTwice = true, Withholds = true };

    public static readonly Field Spam = new("spam", Shape.Flag, "true: spam.") { Withholds = true };

    /// <summary>Staticman writes the name of the post, which the folder says: read and set aside.</summary>
    public static readonly Field Under = new("_parent", Shape.Any, "Not used: the folder says which post it stands under.") { IsSetAside = true };

    public static readonly FieldSet All = new(
        "comment", Author, Date, Body, Format, Id, ReplyTo, Aliases, Url, Language, Updated, Avatar, Email, Approved, Draft, Published, Hidden, Spam,
        EntryFields.Status, EntryFields.Reason, EntryFields.RemovedOn, EntryFields.Source, EntryFields.Extra, Under)
    {
        IsOfStrangers = true,
    };
}
