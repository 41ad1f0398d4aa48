using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Palabre.Reading;
using Palabre.Tests.Support;
using Palabre.Writing;

namespace Palabre.Tests.Writing;

public sealed partial class SchemasTests
{
    /// <summary>What people may well write after a key.</summary>
    private static readonly string[] Values =
    [
        "", "~", "null", "text", "\"quoted\"", "true", "False", "yes", "'on'", "oui", "1", "0", "12", "-3", "1.5", "1e3", "0x1F", "\"20\"",
        "2010-01-12", "2010-01-12T18:30:00+01:00", "1263317400", "5/6/2010", "[a, b]", "[a, [b]]", "[a, {b: c}]", "[]", "[~]", "{a: b}", "{}", "[{}]",
        "[{title: a, url: 'https://example.org/'}]", "{url: 'https://example.org/', title: [x]}", "{url: 'https://example.org/', by: x, from: y}",
        "https://example.org/", "HTTP://EXAMPLE.ORG/", "www.example.org", "ftp://example.org/", "javascript:alert(1)", "' '",
        "removed", "' Removed '", "PENDING", "Deleted", "closed", "Markdown", "fr", "fr_FR", "/{slug}/", "media/a.svg",
    ];

    private static IEnumerable<string> Kinds => Schemas.Kinds;

    [TestCaseSource(nameof(Kinds))]
    public void The_schema_that_the_repository_keeps_is_the_one_that_is_made(string kind) =>
        Docs.Repository.Hold(Schemas.PathOf(kind), Schemas.Of(kind));

    [TestCaseSource(nameof(Kinds))]
    public void A_schema_is_of_draft_07(string kind)
    {
        using var schema = JsonDocument.Parse(Schemas.Of(kind));
        Assert.That(schema.RootElement.GetProperty("$schema").GetString(), Is.EqualTo("http://json-schema.org/draft-07/schema#"));
        HoldDraft07(schema.RootElement, schema.RootElement);
    }

    [TestCaseSource(nameof(Kinds))]
    public void Each_name_of_a_field_is_a_property_that_says_what_it_means(string kind)
    {
        var schema = JObject.Parse(Schemas.Of(kind));
        var properties = (JObject)(schema["properties"] ?? schema["definitions"]![kind]!["properties"])!;
        var set = SetOf(kind);
        Assert.That(properties.Properties().Select(p => p.Name), Is.EqualTo(set.Names));
        foreach (var field in set.Fields)
        {
            Assert.That((string)properties[field.Name]!["description"]!, Is.EqualTo(field.Meaning));
            foreach (var alias in field.Aliases)
                Assert.That((string)properties[alias]!["description"]!, Does.StartWith($"Read as {field.Name}: write that"));
        }
    }

    /// <summary>One key after the other, each with all values: what gets a red line in the editor gets a word from Palabre.</summary>
    [TestCaseSource(nameof(Kinds))]
    public async Task What_a_schema_refuses_the_reader_reports(string kind)
    {
        var schema = await JsonSchema.FromJsonAsync(Schemas.Of(kind));
        var refused = 0;
        foreach (var name in SetOf(kind).Names.Append("nonsense"))
        {
            foreach (var value in Values)
            {
                var yaml = Rest(kind, name) + $"{name}: {value}\n";
                if (Accepts(schema, yaml)) continue;
                refused++;
                Assert.That(Told(kind, yaml), Is.Not.Empty, $"The schema of a {kind} refuses, and the reader takes without a word:\n{yaml}");
            }
        }

        Assert.That(refused, Is.GreaterThan(50));
    }

    [TestCase("comment", "autor: Ann\nbody: x", TestName = "A key with a letter left out")]
    [TestCase("comment", "author: Ann", TestName = "A comment that says nothing")]
    [TestCase("comment", "body: x\nstatus: deleted", TestName = "A status that nobody knows")]
    [TestCase("comment", "body: x\nformat: bbcode", TestName = "A format that nobody knows")]
    [TestCase("comment", "body: [x]", TestName = "A list for a text")]
    [TestCase("comment", "body: x\nurl: javascript:alert(1)", TestName = "An address of another scheme")]
    [TestCase("comment", "- body: x\n- author: Ann", TestName = "A comment of a list that says nothing")]
    [TestCase("comment", "body: x\nsource: {sytem: Blogger}", TestName = "A wrong key in a map")]
    [TestCase("site", "pageSize: 0", TestName = "A number out of bounds")]
    [TestCase("site", "links: [{titel: a}]", TestName = "A wrong key in a list of maps")]
    [TestCase("site", "theme: dark", TestName = "A theme for a look")]
    [TestCase("post", "draft: oui", TestName = "A flag in another language")]
    [TestCase("post", "comments: maybe", TestName = "Comments that are neither open nor closed")]
    [TestCase("author", "name: Ann\nlisted: never", TestName = "A flag that is none")]
    [TestCase("theme", "order: first", TestName = "A word for a number")]
    public async Task A_mistake_gets_its_red_line_and_its_diagnostic(string kind, string yaml)
    {
        Assert.That(Accepts(await JsonSchema.FromJsonAsync(Schemas.Of(kind)), yaml + "\n"), Is.False);
        Assert.That(Told(kind, yaml + "\n"), Is.Not.Empty);
    }

    [TestCase("comment", "author: null\nbody: 404\ndate: 1263317400")]
    [TestCase("comment", "name: yes\nmessage: |\n  x\nreplying_to_uid: 03752642\nhidden: ''\nemail: 0bc83cb571cd1c50ba6f3e8a78ef1346")]
    [TestCase("comment", "status: Removed\nreason: asked\nremovedOn: 2010-01-17")]
    [TestCase("comment", "- body: x\n  date: 2010-01-12\n- text: y\n  date: 2010-01-12")]
    [TestCase("site", "title: 12\nlinks:\n  title: one\n  url: www.example.org\nsearch: off\nextra: {any: [thing]}")]
    [TestCase("post", "tags: blog\npublished: false\ncomments: true\nlayout: post\nparams: {a: 1}")]
    [TestCase("page", "weight: 3\ndate: 2010-01-12")]
    public async Task What_other_systems_write_gets_none(string kind, string yaml) =>
        Assert.That(Accepts(await JsonSchema.FromJsonAsync(Schemas.Of(kind)), yaml + "\n"));

    [Test]
    public async Task The_sample_is_as_its_schemas_want_it()
    {
        var root = Repository.Root;
        var held = 0;
        foreach (var (kind, folder, ending) in new[] { ("comment", "content/comments", "*.yml"), ("author", "content/authors", "*.yml"), ("post", "content/posts", "*.md"), ("page", "content/pages", "*.md"), ("theme", "themes", "*.md"), ("site", "content", "site.yml") })
        {
            var schema = await JsonSchema.FromJsonAsync(Schemas.Of(kind));
            var depth = kind is "theme" or "site" ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(root, folder), ending, depth).Where(f => !f.EndsWith("README.md", StringComparison.Ordinal)))
            {
                var text = File.ReadAllText(file).ReplaceLineEndings("\n");
                foreach (var part in (ending == "*.md" ? text.Split("---\n")[1] : text).Split("\n---\n"))
                    Assert.That(Accepts(schema, part), file);
                held++;
            }
        }

        Assert.That(held, Is.GreaterThan(25));
    }

    [TestCase("content/site.yml", ".schemas/site.json")]
    [TestCase("content/comments/hello/c1.yml", "../../.schemas/site.json")]
    [TestCase("_data/comments/hello/c1.yml", "../../../content/.schemas/site.json")]
    public void A_file_names_its_schema_from_where_it_stands(string path, string relative) =>
        Assert.That(Schemas.RemarkFor("site", path), Is.EqualTo("yaml-language-server: $schema=" + relative));

    [Test]
    public void The_reader_passes_over_the_schemas_of_a_site()
    {
        using var site = new SiteOnDisk("-- content/posts/2010-01-12-a.md --\n---\ntitle: A\n---\nText.\n-- content/.schemas/comment.json --\n{}");
        Assert.That(site.Run("check", "--strict").Output, Does.StartWith("1 post, 0 comments · 0 errors, 0 warnings, 0 notes"));
    }

    [Test]
    public void The_editor_of_this_repository_is_told_of_them() =>
        Assert.That(JObject.Parse(Docs.Repository.Read(".vscode/settings.json"))["yaml.schemas"]!.Children<JProperty>().Select(p => p.Name),
            Is.EqualTo([Schemas.PathOf("site"), Schemas.PathOf("comment"), Schemas.PathOf("author")]));

    private static FieldSet SetOf(string kind) => kind switch
    {
        "site" => SiteFields.All,
        "post" => PostFields.All,
        "comment" => CommentFields.All,
        "theme" => ThemeFields.All,
        "author" => AuthorFields.All,
        _ => PageFields.All,
    };

    /// <summary>What a file needs besides, so that nothing else is said of it: of the fields of a removal, that it is one.</summary>
    private static string Rest(string kind, string name)
    {
        var set = SetOf(kind);
        var rest = kind == "comment" ? "author: Ann\nbody: x\n" : "";
        if (name is "reason" or "removedOn") rest += "status: removed\n";
        var field = set.Fields.FirstOrDefault(f => f.Aliases.Contains(name) || f.Name == name);
        return string.Concat(rest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Split(':')[0] != field?.Name).Select(line => line + "\n"));
    }

    private static string Told(string kind, string yaml)
    {
        var path = kind switch
        {
            "site" => "content/site.yml",
            "post" => "content/posts/2010-01-12-a.md",
            "comment" => yaml.StartsWith('-') ? "content/comments/hello.yml" : "content/comments/hello/2010-01-13-c.yml",
            "theme" => "themes/a.md",
            "author" => "content/authors/a.yml",
            _ => "content/pages/a.md",
        };
        var text = path.EndsWith(".md", StringComparison.Ordinal) ? $"---\n{yaml}---\nText.\n" : yaml;
        var drawing = $"-- {path} --\n{text}" + (kind == "post" ? "" : "-- content/posts/2010-01-12-hello.md --\n---\ntitle: Hello\n---\nText.\n");
        var files = SiteText.Files(drawing);
        var told = kind == "site" ? SiteText.Settings(files).Diagnostics : SiteText.Read(files).Diagnostics;
        return string.Join('\n', told.Where(d => d.Source.File == path && d.Code != "PAL1106" && !d.Message.Contains("has no title", StringComparison.Ordinal)));
    }

    private static bool Accepts(JsonSchema schema, string yaml)
    {
        var read = YamlReader.Read(yaml, new("a.yml", 1, 1));
        Assert.That(read.Diagnostics, Is.Empty, yaml);
        return read.Value.All(document => schema.Validate(Typed(document)).Count == 0);
    }

    /// <summary>With the types that YAML's tools give to plain scalars (YAML 1.2.2, the core schema of section 10.3).</summary>
    private static JToken Typed(YamlNode node) => node switch
    {
        YamlList list => new JArray(list.Items.Select(Typed)),
        YamlMap map => new JObject(map.Pairs.Select(p => new JProperty(p.Key.Text, Typed(p.Value)))),
        YamlScalar { IsAbsent: true } => JValue.CreateNull(),
        YamlScalar { IsPlain: true, Text: "true" or "True" or "TRUE" } => new JValue(true),
        YamlScalar { IsPlain: true, Text: "false" or "False" or "FALSE" } => new JValue(false),
        YamlScalar { IsPlain: true } scalar when Whole().IsMatch(scalar.Text) => new JValue(long.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        YamlScalar { IsPlain: true } scalar when Hexadecimal().IsMatch(scalar.Text) => new JValue(Convert.ToInt64(scalar.Text, 16)),
        YamlScalar { IsPlain: true } scalar when Fraction().IsMatch(scalar.Text) => new JValue(double.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        YamlScalar scalar => new JValue(scalar.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>The keywords that we use, each with a value of the kind that draft-07 gives it; references that lead somewhere.</summary>
    private static void HoldDraft07(JsonElement schema, JsonElement root)
    {
        string[] types = ["null", "boolean", "object", "array", "number", "string", "integer"];
        foreach (var keyword in schema.EnumerateObject())
        {
            var value = keyword.Value;
            switch (keyword.Name)
            {
                case "$schema" or "title" or "description": Assert.That(value.ValueKind, Is.EqualTo(JsonValueKind.String)); break;
                case "pattern": Assert.That(() => new Regex(value.GetString()!, RegexOptions.ECMAScript), Throws.Nothing); break;
                case "default": Assert.That(value.ValueKind, Is.Not.EqualTo(JsonValueKind.Null)); break;
                case "minimum" or "maximum": Assert.That(value.ValueKind, Is.EqualTo(JsonValueKind.Number)); break;
                case "additionalProperties": Assert.That(value.ValueKind, Is.EqualTo(JsonValueKind.False)); break;
                case "type" when value.ValueKind == JsonValueKind.String: Assert.That(types, Does.Contain(value.GetString())); break;
                case "type": Assert.That(value.EnumerateArray().Select(t => t.GetString()), Is.Not.Empty.And.Unique.And.SubsetOf(types)); break;
                case "enum": Assert.That(value.EnumerateArray().Select(v => v.GetRawText()), Is.Not.Empty.And.Unique); break;
                case "required": Assert.That(value.EnumerateArray().Select(v => v.GetString()), Is.Not.Empty.And.Unique); break;
                case "items": HoldDraft07(value, root); break;
                case "anyOf" or "allOf":
                    Assert.That(value.GetArrayLength(), Is.Positive);
                    foreach (var part in value.EnumerateArray()) HoldDraft07(part, root);
                    break;
                case "properties" or "definitions":
                    foreach (var part in value.EnumerateObject()) HoldDraft07(part.Value, root);
                    break;
                case "$ref":
                    Assert.That(schema.EnumerateObject().Count(), Is.EqualTo(1), "what stands beside a reference is not looked at");
                    Assert.That(root.GetProperty("definitions").TryGetProperty(value.GetString()!["#/definitions/".Length..], out _), value.GetString());
                    break;
                default: Assert.Fail($"'{keyword.Name}' is no keyword that we know."); break;
            }
        }
    }

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Whole();

    [GeneratedRegex("^0x[0-9a-fA-F]+$")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Fraction();
}
