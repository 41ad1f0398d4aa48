using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Palabre.Reading;

namespace Palabre.Writing;

/// <summary>
/// Writes the schema of one kind of file. Palabre reads every scalar as text; YAML's tools give types to some, which a
/// schema has to expect. An empty value is none, so null stands everywhere.
/// </summary>
internal sealed class SchemaWriter
{
    private const string AnyScalar = "string number boolean null";

    private readonly Utf8JsonWriter json;
    private readonly SortedDictionary<string, FieldSet> definitions = new(StringComparer.Ordinal);

    private SchemaWriter(Utf8JsonWriter json) => this.json = json;

    internal static string Write(FieldSet set)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            new SchemaWriter(json).WriteRoot(set);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void WriteRoot(FieldSet set)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("title", $"Palabre: {set.Kind}");
        if (set == CommentFields.All)
        {
            definitions[set.Kind] = set;
            WriteOneOrMany(set.Kind);
        }
        else
        {
            WriteMap(set);
        }

        WriteDefinitions();
        json.WriteEndObject();
    }

    /// <summary>Those that the root names, and those that they name.</summary>
    private void WriteDefinitions()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        if (definitions.Count == 0) return;
        json.WriteStartObject("definitions");
        while (definitions.Keys.FirstOrDefault(kind => !written.Contains(kind)) is { } next)
        {
            written.Add(next);
            json.WriteStartObject(next);
            WriteMap(definitions[next]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteMap(FieldSet set)
    {
        WriteType("object null");
        json.WriteStartObject("properties");
        foreach (var field in set.Fields)
        {
            WriteProperty(field, field.Name, field.Meaning);
            foreach (var alias in field.Aliases) WriteProperty(field, alias, $"Read as {field.Name}: write that in new files. {field.Meaning}");
        }

        json.WriteEndObject();
        // Unknown keys are kept for templates, but with a note: what is meant for those stands under 'extra'.
        json.WriteBoolean("additionalProperties", false);
        foreach (var field in set.Fields.Where(f => f.IsRequired)) WriteRequired(field, set);
    }

    /// <summary>The field under any of its names; not asked of what was taken down.</summary>
    private void WriteRequired(Field field, FieldSet set)
    {
        json.WriteStartArray("anyOf");
        foreach (var name in field.Aliases.Prepend(field.Name))
        {
            json.WriteStartObject();
            WriteTexts("required", [name]);
            json.WriteEndObject();
        }

        if (set.Fields.Contains(EntryFields.Status))
        {
            json.WriteStartObject();
            WriteTexts("required", [EntryFields.Status.Name]);
            json.WriteStartObject("properties");
            json.WriteStartObject(EntryFields.Status.Name);
            json.WriteString("pattern", InAnyCase(EntryFields.TakenDown));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteProperty(Field field, string name, string description)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        if (name == field.Name && field.Default is { } value) WriteDefault(value);
        WriteShape(field);
        json.WriteEndObject();
    }

    private void WriteDefault(object value)
    {
        if (value is bool flag) json.WriteBoolean("default", flag);
        else if (value is int number) json.WriteNumber("default", number);
        else json.WriteString("default", (string)value);
    }

    private void WriteShape(Field field)
    {
        switch (field.Shape)
        {
            case Shape.Text when field.Words.Count > 0: WriteWords(field.Words); break;
            case Shape.Any when field.Words.Count > 0: WriteWords([.. field.Words, .. Flags.Yes, .. Flags.No]); break;
            case Shape.Text: WriteType(AnyScalar); break;
            case Shape.Date: WriteType("string number null"); break;
            case Shape.Flag: WriteWords([.. Flags.Yes, .. Flags.No]); break;
            case Shape.Number: WriteNumber(field); break;
            case Shape.Texts: WriteTexts(); break;
            case Shape.Address: WriteAddress(); break;
            case Shape.Map: Refer(field.Fields!); break;
            case Shape.Maps:
                definitions[field.Fields!.Kind] = field.Fields;
                WriteOneOrMany(field.Fields.Kind);
                break;
        }
    }

    /// <summary>
    /// The words in lower case, for completion; then as the reader takes them, in any case and with space around. What
    /// YAML's tools take for flags and numbers may stand as such.
    /// </summary>
    private void WriteWords(IReadOnlyList<string> words)
    {
        string[] typed = [.. words.Where(word => word is "true" or "false" || char.IsAsciiDigit(word[0]))];
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteStartArray("enum");
        foreach (var word in words)
        {
            if (typed.Contains(word)) json.WriteRawValue(word);
            else json.WriteStringValue(word);
        }

        json.WriteNullValue();
        json.WriteEndArray();
        json.WriteEndObject();
        WritePattern(InAnyCase(words));
        json.WriteEndArray();
    }

    private void WriteNumber(Field field)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        WriteType("integer null");
        if (field.Bounds.Least > int.MinValue) json.WriteNumber("minimum", field.Bounds.Least);
        if (field.Bounds.Most < int.MaxValue) json.WriteNumber("maximum", field.Bounds.Most);
        json.WriteEndObject();
        WritePattern(@"^\s*[+-]?[0-9]+\s*$");
        json.WriteEndArray();
    }

    private void WriteTexts()
    {
        WriteType(AnyScalar + " array");
        json.WriteStartObject("items");
        WriteType(AnyScalar);
        json.WriteEndObject();
    }

    private void WriteAddress()
    {
        WriteType("string null");
        json.WriteString("pattern", @"^\s*([Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.|$)");
    }

    private void Refer(FieldSet set)
    {
        definitions[set.Kind] = set;
        json.WriteStartArray("allOf"); // beside a bare reference, draft-07 looks at nothing else
        WriteReference(set.Kind);
        json.WriteEndArray();
    }

    private void WriteOneOrMany(string kind)
    {
        json.WriteStartArray("anyOf");
        WriteReference(kind);
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WritePropertyName("items");
        WriteReference(kind);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteReference(string kind)
    {
        json.WriteStartObject();
        json.WriteString("$ref", "#/definitions/" + kind);
        json.WriteEndObject();
    }

    private void WriteType(string types) => WriteTexts("type", types.Split(' '));

    private void WriteTexts(string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private void WritePattern(string pattern)
    {
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteString("pattern", pattern);
        json.WriteEndObject();
    }

    /// <summary>A regular expression of ECMA 262, which has no mark for it in the middle of one.</summary>
    private static string InAnyCase(IEnumerable<string> words) =>
        $@"^\s*({string.Join('|', words.Select(word => string.Concat(word.Select(InAnyCase))))})\s*$";

    private static string InAnyCase(char c) => char.IsAsciiLetter(c) ? $"[{char.ToUpperInvariant(c)}{char.ToLowerInvariant(c)}]" : c.ToString();
}
