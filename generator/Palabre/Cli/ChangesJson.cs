using System.Text.Json;
using Palabre.Model;

namespace Palabre.Cli;

/// <summary>What a change does, for programs: the member <c>changes</c> of the report. Members are added to it, never renamed.</summary>
internal static class ChangesJson
{
    internal static void Write(Changes changes, Utf8JsonWriter json)
    {
        var c = changes.Comparison;
        json.WriteStartObject("changes");
        json.WriteString("base", changes.Base);
        if (changes.Fork is { } fork) json.WriteString("fork", fork);
        json.WriteString("summary", c.Summary);
        Entries(json, "added", c.Added);
        Entries(json, "published", c.Published);
        Each(json, "changed", c.Changed, change =>
        {
            Entry(json, change.Entry);
            JsonReport.Texts(json, "what", change.What);
        });
        Each(json, "moved", c.Moved, move =>
        {
            Entry(json, move.Entry);
            Name(json, "from", move.Before);
            Name(json, "to", move.After);
        });
        Each(json, "withheld", c.Withheld, withheld =>
        {
            Entry(json, withheld.Entry);
            json.WriteString("reason", JsonNamingPolicy.CamelCase.ConvertName(withheld.Reason.ToString()));
        });
        Each(json, "withheldChanged", c.WithheldChanged, change =>
        {
            Entry(json, change.Entry);
            JsonReport.Texts(json, "what", change.What);
        });
        Entries(json, "withheldRemoved", c.WithheldRemoved);
        Entries(json, "removed", c.Removed);
        JsonReport.Texts(json, "themesAdded", c.ThemesAdded);
        JsonReport.Texts(json, "themesRemoved", c.ThemesRemoved);
        JsonReport.Texts(json, "addressesGained", c.Gained.Select(place => place.ToString()));
        Each(json, "addressesRedirected", c.Redirected, redirect =>
        {
            json.WriteString("from", redirect.From.ToString());
            json.WriteString("to", redirect.To.ToString());
        });
        JsonReport.Texts(json, "addressesLost", c.Lost.SelectMany(lost => lost.Anchors.Prepend(lost.Line)).Select(line => line.Place.ToString()));
        JsonReport.Texts(json, "addressesGivenUp", c.GivenUp.Select(place => place.ToString()));
        JsonReport.Texts(json, "otherFiles", c.OtherFiles);
        json.WriteEndObject();
    }

    private static void Entries(Utf8JsonWriter json, string name, IEnumerable<Entry> entries) => Each(json, name, entries, entry => Entry(json, entry));

    private static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Entry(Utf8JsonWriter json, Entry entry)
    {
        Name(json, "entry", entry);
        json.WriteString("file", entry.Source.File);
        json.WriteNumber("line", entry.Source.Line);
    }

    /// <summary>As <c>replyTo</c> names it: <c>post</c>, <c>post#comment</c>; null for none.</summary>
    private static void Name(Utf8JsonWriter json, string name, Entry? entry) =>
        json.WriteString(name, entry is Comment comment ? $"{comment.PostId}#{comment.Id}" : entry?.Id);
}
