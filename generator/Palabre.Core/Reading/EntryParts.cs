using Palabre.Diagnostics;
using Palabre.Model;

namespace Palabre.Reading;

/// <summary>What the readers of posts and of comments share.</summary>
internal static class EntryParts
{
    /// <summary>What is written and not understood waits for an editor: it may have been meant to be taken down.</summary>
    internal static Status Status(FieldMap fields, List<Diagnostic> diagnostics) => fields.Word(EntryFields.Status) switch
    {
        null when fields.Has(EntryFields.Status) || IsSaidRemoved(fields, diagnostics) => Model.Status.Pending,
        "pending" => Model.Status.Pending,
        "spam" => Model.Status.Spam,
        "removed" => Model.Status.Removed,
        "redacted" => Model.Status.Redacted,
        _ => Model.Status.Published,
    };

    /// <summary>When the entry was last changed; null where that would have been before it was there, as of what was written long before it was due.</summary>
    internal static EntryDate? Updated(FieldMap fields, Field field, EntryDate date, SiteZone zone, List<Diagnostic> diagnostics)
    {
        if (fields.Date(field, zone) is not { } updated) return null;
        if (updated.IsDay || date.IsDay ? updated.Day >= date.Day : updated >= date) return updated;
        diagnostics.Add(Catalogue.UpdatedBefore(fields.Node(field)!.Source, fields.Key(field)));
        return null;
    }

    private static bool IsSaidRemoved(FieldMap fields, List<Diagnostic> diagnostics)
    {
        if (fields.Node(EntryFields.RemovedOn) is not { } day) return false;
        diagnostics.Add(Catalogue.RemovedWithoutStatus(day.Source, fields.Key(EntryFields.RemovedOn)));
        return true;
    }

    /// <summary>Null unless the text was taken down.</summary>
    internal static Removal? Removal(FieldMap fields, Status status, Settings settings, ReadOnlySpan<char> text, List<Diagnostic> diagnostics)
    {
        if (status is not (Model.Status.Removed or Model.Status.Redacted)) return null;
        var reason = fields.Written(EntryFields.Reason) is { Text.Length: > 0 } written
            ? Masked(written.Text, written.Source, fields.Key(EntryFields.Reason), settings, diagnostics) : null;
        return new(reason, fields.Date(EntryFields.RemovedOn, settings.Zone)) { Text = text.ToString() };
    }

    /// <summary>Without addresses of e-mail: who comments, or asks for something, rarely means to give theirs to everybody, for good.</summary>
    internal static string Masked(string text, SourceLocation source, string key, Settings settings, List<Diagnostic> diagnostics)
    {
        var masked = MailMask.Of(text, settings.MailArchives);
        if (masked.First is { } first) diagnostics.Add(Catalogue.PrivateAddressWithin(source, key, first, masked.Host));
        return masked.Text;
    }

    internal static Origin? Origin(FieldMap fields) => fields.Map(EntryFields.Source) is { } map
        ? new(map.Text(EntryFields.SourceSystem), map.Text(EntryFields.SourceId), map.Address(EntryFields.SourceUrl))
        : null;

    /// <summary>The reference under a field; empty, <c>null</c>, <c>~</c>, <c>0</c> and <c>false</c> are none.</summary>
    internal static Reference? ReplyTo(FieldMap fields, Field field)
    {
        if (fields.Written(field) is not { } written || written.Text is "" or "null" or "~" or "0" or "false") return null;
        return new(written.Text, written.Source, fields.Key(field) == "replying_to");
    }

    /// <summary>A path under <c>content/media/</c> from the site's folder, whichever way it was written; null otherwise.</summary>
    internal static Written? Media(FieldMap fields, Field field, List<Diagnostic> diagnostics)
    {
        if (fields.Written(field) is not { Text.Length: > 0 } written) return null;
        if (MediaPath.TryParse(written.Text) is { } path) return written with { Text = path };
        diagnostics.Add(Catalogue.OutsideMedia(written.Source, fields.Key(field), written.Text));
        return null;
    }
}
