namespace Palabre.Reading;

/// <summary>The front matter of a post (content/README.md, «Posts»).</summary>
public static class PostFields
{
    public static readonly Field Title = new("title", Shape.Text, "The post's title.") { MayBeNull = true, IsProse = true };
    public static readonly Field Date = new("date", Shape.Date, "When it was published; without an offset, in the site's time zone.") { Withholds = true };
    public static readonly Field Published = new("published", Shape.Any, "false: a draft. A date: when it was published.") { Withholds = true };
    public static readonly Field PublishDate = new("publishDate", Shape.Date, "Not published before; its date, where there is no other.", "pubDate", "publishdate", "pubdate") { Withholds = true };
    public static readonly Field Updated = new("updated", Shape.Date, "When it was last changed.", "lastmod", "last_modified_at", "modified");
    public static readonly Field Author = new("author", Shape.Texts, "Who wrote it: a name, or the name of a file in content/authors/.", "authors") { MayBeNull = true };
    public static readonly Field Themes = new("themes", Shape.Texts, "What it is about.", "theme", "tags", "categories", "category", "labels");
    public static readonly Field Id = new("id", Shape.Text, "The permanent name that replies use; the slug where unsaid.") { MayBeNull = true };
    public static readonly Field Slug = new("slug", Shape.Text, "The last part of its address; from the file's name where unsaid.") { MayBeNull = true };
    public static readonly Field Permalink = new("permalink", Shape.Text, "Its whole address, as a path: /2010/hello/.", "url");
    public static readonly Field Aliases = new("aliases", Shape.Texts, "Former addresses, as paths: each becomes a redirect.", "alias", "redirect_from");
    public static readonly Field ReplyTo = new("replyTo", Shape.Text, "The entry it answers: post-id, or post-id#comment-id.", "reply_to", "inReplyTo", "in_reply_to") { MayBeNull = true };
    public static readonly Field RelayedBy = new("by", Shape.Text, "Who said it.");
    public static readonly Field RelayedFrom = new("from", Shape.Text, "Where it was said.") { IsProse = true };
    public static readonly Field RelayedUrl = new("url", Shape.Address, "The address of what was said.");
    public static readonly Field RelayedDate = new("date", Shape.Date, "When it was said.");

    public static readonly Field Relayed = new("relayed", Shape.Map, "Words that somebody said elsewhere.")
    {
        Fields = new("relayed", RelayedBy, RelayedFrom, RelayedUrl, RelayedDate),
    };

    public static readonly Field ParallelTitle = new("title", Shape.Text, "The discussion's title.") { IsProse = true };
    public static readonly Field ParallelUrl = new("url", Shape.Address, "Its address.");
    public static readonly Field ParallelSite = new("site", Shape.Text, "The site it takes place on.");
    public static readonly Field ParallelLanguage = new("language", Shape.Text, "Its language, as a tag such as en.", "lang");

    public static readonly Field Parallel = new("parallel", Shape.Maps, "Discussions of the same matter elsewhere.")
    {
        Fields = new("parallel", ParallelTitle, ParallelUrl, ParallelSite, ParallelLanguage),
    };

    public static readonly Field Summary = new("summary", Shape.Text, "What listings show; else the text up to <!--more-->, else its first paragraph.", "excerpt", "description") { IsProse = true };
    public static readonly Field Draft = new("draft", Shape.Flag, "true: not published.") { Default = false, Withholds = true };
    public static readonly Field Expires = new("expires", Shape.Date, "Not published from then on.", "expiryDate", "unpublishDate", "expirydate", "unpublishdate") { Withholds = true };
    public static readonly Field Language = new("language", Shape.Text, "The language of this entry, as a tag such as fr; else the site's.", "lang");
    public static readonly Field Comments = new("comments", Shape.Any, "open, closed or hidden.") { Words = ["open", "closed", "hidden"], Default = "open" };
    public static readonly Field CommentsLocked = new("comments_locked", Shape.Flag, "true: comments are closed.");
    public static readonly Field Status = EntryFields.Status;
    public static readonly Field Reason = EntryFields.Reason;
    public static readonly Field RemovedOn = EntryFields.RemovedOn;
    public static readonly Field Source = EntryFields.Source;
    public static readonly Field Image = new("image", Shape.Text, "A picture beside the post or under content/media/.");
    public static readonly Field Pinned = new("pinned", Shape.Flag, "true: stands first on the home page.") { Default = false };
    public static readonly Field Extra = EntryFields.Extra;

    public static readonly FieldSet All = new(
        "post", Title, Date, Published, PublishDate, Updated, Author, Themes, Id, Slug, Permalink, Aliases, ReplyTo, Relayed, Parallel,
        Summary, Draft, Expires, Language, Comments, CommentsLocked, Status, Reason, RemovedOn, Source, Image, Pinned, Extra,
        EntryFields.Layout);
}
