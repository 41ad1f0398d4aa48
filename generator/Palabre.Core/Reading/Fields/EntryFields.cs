namespace Palabre.Reading;

/// <summary>Fields that posts and comments share.</summary>
public static class EntryFields
{
    /// <summary>The words for what was published and is no longer shown: its text may be gone from the file, too.</summary>
    public static readonly IReadOnlyList<string> TakenDown = ["removed", "redacted"];

    public static readonly Field Status = new("status", Shape.Text, "published, pending, spam, removed or redacted.")
    {
        Words = ["published", "pending", "spam", .. TakenDown],
        Default = "published",
        Withholds = true,
    };

    public static readonly Field Reason = new("reason", Shape.Text, "Why it was removed; readers see it.") { IsProse = true };
    public static readonly Field RemovedOn = new("removedOn", Shape.Date, "When it was removed.") { Withholds = true };
    public static readonly Field SourceSystem = new("system", Shape.Text, "The system it came from.");
    public static readonly Field SourceId = new("id", Shape.Text, "Its id there.");
    public static readonly Field SourceUrl = new("url", Shape.Address, "Its address there.");

    public static readonly Field Source = new("source", Shape.Map, "Where an imported entry came from.")
    {
        Fields = new("source", SourceSystem, SourceId, SourceUrl),
    };

    public static readonly Field Extra = new("extra", Shape.Any, "Anything else, for templates.", "params");

    /// <summary>Jekyll's choice of template: read and set aside, since each kind of page has its own here.</summary>
    public static readonly Field Layout = new("layout", Shape.Any, "Not used.") { IsSetAside = true };
}
