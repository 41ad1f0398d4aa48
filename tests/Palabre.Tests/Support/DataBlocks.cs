using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;

namespace Palabre.Tests.Support;

/// <summary>What pages say for machines, as a parser of HTML and one of JSON with its usual limits find it.</summary>
internal static class DataBlocks
{
    internal const string Selector = "script[type='application/ld+json']";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The one block of a page; null if it has none.</summary>
    internal static JsonObject? Of(string html)
    {
        var scripts = new HtmlParser().ParseDocument(html).QuerySelectorAll(Selector);
        Assert.That(scripts, Has.Length.LessThanOrEqualTo(1));
        return scripts.Length == 0 ? null : JsonNode.Parse(scripts[0].TextContent)!.AsObject();
    }

    /// <summary>Holds that a part of a block is what <paramref name="expected"/> says, property for property, in that order.</summary>
    internal static void HoldIs(JsonNode? actual, string expected) =>
        Assert.That(actual?.ToJsonString(Readable), Is.EqualTo(JsonNode.Parse(expected)!.ToJsonString(Readable)));

    /// <summary>The posting and its comments, each with what it answers: what it names, else what it stands in.</summary>
    internal static List<(JsonObject Entry, string? Answered)> Entries(JsonObject block)
    {
        var entries = new List<(JsonObject, string?)>();
        Add(block["mainEntity"]!.AsObject(), null); // as deep as a parser with its usual limits lets it be
        return entries;

        void Add(JsonObject entry, string? above)
        {
            entries.Add((entry, entry["parentItem"] is { } answered ? Id(answered) : above));
            foreach (var comment in entry["comment"]?.AsArray() ?? []) Add(comment!.AsObject(), Id(entry));
        }
    }

    internal static string Id(JsonNode entry) => (string)entry["@id"]!;

    /// <summary>The entry of a block whose address ends so.</summary>
    internal static JsonObject Entry(this JsonObject block, string ending) =>
        Entries(block).Select(e => e.Entry).Single(entry => Id(entry).EndsWith(ending, StringComparison.Ordinal));
}
