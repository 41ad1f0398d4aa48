using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Palabre.Diagnostics;

namespace Palabre.Cli;

/// <summary>For programs: one JSON object with the diagnostics and the summary.</summary>
internal static class JsonReport
{
    internal static void Write(Report report, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("diagnostics");
            foreach (var diagnostic in report.Diagnostics) Write(diagnostic, json);
            json.WriteEndArray();
            if (report.Ledger is { } ledger) Write(ledger, json);
            if (report.Changes is { } changes) ChangesJson.Write(changes, json);
            Summary(report, json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(Diagnostic diagnostic, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.SeverityName);
        json.WriteString("file", diagnostic.Source.File);
        if (diagnostic.Source.Line > 0) json.WriteNumber("line", diagnostic.Source.Line);
        if (diagnostic.Source.Column > 0) json.WriteNumber("column", diagnostic.Source.Column);
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Hint is { } hint) json.WriteString("hint", hint);
        json.WriteEndObject();
    }

    private static void Write(LedgerChange ledger, Utf8JsonWriter json)
    {
        json.WriteStartObject("ledger");
        Texts(json, "added", ledger.Added);
        Texts(json, "forgotten", ledger.Forgotten);
        json.WriteNumber("addresses", ledger.Count);
        json.WriteEndObject();
    }

    internal static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Summary(Report report, Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteBoolean("failed", report.Failed);
        json.WriteNumber("posts", report.Size?.Posts ?? 0);
        json.WriteNumber("comments", report.Size?.Comments ?? 0);
        json.WriteNumber("written", report.Result?.Written ?? 0);
        json.WriteNumber("unchanged", report.Result?.Unchanged ?? 0);
        json.WriteNumber("deleted", report.Result?.Deleted ?? 0);
        json.WriteNumber("errors", report.Count(Severity.Error));
        json.WriteNumber("warnings", report.Count(Severity.Warning));
        json.WriteNumber("notes", report.Count(Severity.Note));
        json.WriteNumber("seconds", Math.Round(report.Elapsed.TotalSeconds, 3));
        json.WriteEndObject();
    }
}
