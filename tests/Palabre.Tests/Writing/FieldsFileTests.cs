using System.Text;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Tests.Writing;

public sealed class FieldsFileTests
{
    [TestCase("a: x # note\nb: y\n", "a: new # note\nb: y\n", TestName = "Plain, with a remark behind it")]
    [TestCase("a: 'it''s'  \nb: y", "a: 'new'  \nb: y", TestName = "In single quotes, which stay")]
    [TestCase("a: \"x \\\" y\"\r\nb: y\r\n", "a: \"new\"\r\nb: y\r\n", TestName = "In double quotes, CR LF")]
    [TestCase("a:\nb: y\n", "a: new\nb: y\n", TestName = "Where nothing stood")]
    [TestCase("\uFEFFa: x\n", "\uFEFFa: new\n", TestName = "Behind a BOM")]
    [TestCase("{b: [1, 2], a: x}", "{b: [1, 2], a: new}", TestName = "Between brackets")]
    [TestCase("\"a\":   x\n", "\"a\":   new\n", TestName = "Under a key in quotes")]
    [TestCase("a:\n  x\n", "a:\n  new\n", TestName = "On the line below")]
    [TestCase("a: |\n  x\nb: y\n", null, TestName = "Not a block")]
    [TestCase("a: x\n  y\nb: z\n", null, TestName = "Not over several lines")]
    [TestCase("b: &x y\na: *x\n", null, TestName = "Not what an alias repeats")]
    [TestCase("a: &x y\nb: *x\n", null, TestName = "Not what an anchor names")]
    [TestCase("a: !tag y\n", null, TestName = "Not behind a tag")]
    [TestCase("b: &m {a: x}\n<<: *m\n", null, TestName = "Not a key of a merged map")]
    [TestCase("a: [x]\n", null, TestName = "Not a list")]
    public void A_text_is_set_in_its_place(string before, string? after) =>
        Assert.That(Edited(before, map => new SetText(map, "a", "new")), Is.EqualTo(after));

    [TestCase("a: x", "- y: 1", "a: '- y: 1'")]
    [TestCase("a: 'x'", "it's", "a: 'it''s'")]
    [TestCase("a: \"x\"", "say \"so\"", "a: \"say \\\"so\\\"\"")]
    [TestCase("{a: x}", "one, two", "{a: \"one, two\"}")]
    [TestCase("a: x", "404", "a: \"404\"")]
    [TestCase("a: 'x'", "a\u0007b", "a: \"a\\u0007b\"")]
    public void What_is_set_reads_back_as_itself(string before, string text, string after) =>
        Assert.That(Edited(before, map => new SetText(map, "a", text)), Is.EqualTo(after.Replace("'- y: 1'", "\"- y: 1\"", StringComparison.Ordinal)));

    [TestCase("a : x\nb: y\n", "new : x\nb: y\n")]
    [TestCase("- a: x\n", "- new: x\n")]
    [TestCase("---\n'a': |\n  x\n", "---\nnew: |\n  x\n")]
    [TestCase("? a\n: x\n", null)]
    public void A_key_is_renamed(string before, string? after) =>
        Assert.That(Edited(before, map => new RenameKey(map, "a", "new")), Is.EqualTo(after));

    [TestCase("a: x\nb: y\n", null, "k: one\na: x\nb: y\n", TestName = "Before the first key")]
    [TestCase("- a: x\r\n  b: y\r\n", null, "- k: one\r\n  a: x\r\n  b: y\r\n", TestName = "In a list, CR LF")]
    [TestCase("-\ta: x\n", null, null, TestName = "Behind a tab nothing is certain")]
    [TestCase("{a: x}\n", null, "{k: one, a: x}\n", TestName = "Between brackets")]
    [TestCase("a: x # note\n\nb: y\n", "a", "a: x # note\nk: one\n\nb: y\n", TestName = "Below a key and its remark")]
    [TestCase("a: x", "a", "a: x\nk: one", TestName = "At the end of a file without a line end")]
    [TestCase("{a: x, b: y}", "a", "{a: x, k: one, b: y}", TestName = "Between brackets, behind a key")]
    [TestCase("a: |\n  x\nb: y\n", "a", null, TestName = "Not below a block")]
    public void A_key_is_added(string before, string? below, string? after) =>
        Assert.That(Edited(before, map => new AddKey(map, below, "k", ["one"], IsList: false)), Is.EqualTo(after));

    [TestCase("n: [x, 'y']\n", "n: [x, 'y', A, \"b, c\"]\n")]
    [TestCase("n: []\n", "n: [A, \"b, c\"]\n")]
    [TestCase("n:\n- x # first\n# end\n", "n:\n- x # first\n- A\n- b, c\n# end\n")]
    [TestCase("n:\r\n    - x\r\n    - y\r\nz: 1\r\n", "n:\r\n    - x\r\n    - y\r\n    - A\r\n    - b, c\r\nz: 1\r\n")]
    [TestCase("n: x\n", "n: [x, A, \"b, c\"]\n")]
    [TestCase("n:\nz: 1\n", "n: [A, \"b, c\"]\nz: 1\n")]
    [TestCase("n:\n  - |\n    x\n", null)]
    [TestCase("n: *x\n", null)]
    public void A_list_gets_longer(string before, string? after) =>
        Assert.That(Edited(before, map => new AddListed(map, "n", ["A", "b, c"])), Is.EqualTo(after));

    [TestCase("a: x\nb: y\n", "b: y\n")]
    [TestCase("b: y\na: x\n", "b: y\n")]
    [TestCase("b: y\na: x", "b: y\n")]
    [TestCase("b: y\r\na: |\r\n  x\r\n\r\n  # of the text\r\n# of b\r\nc: z\r\n", "b: y\r\n# of b\r\nc: z\r\n")]
    [TestCase("a:\n- x\n- y\nb: z\n", "b: z\n")]
    [TestCase("- a: x\n  b: y\n- b: z\n", "- b: y\n- b: z\n")]
    [TestCase("- b: y\n  a: x\n\n- b: z\n", "- b: y\n\n- b: z\n")]
    [TestCase("{a: x, b: y}", "{b: y}")]
    [TestCase("{b: y, a: x}", "{b: y}")]
    [TestCase("a: x\n", null)]
    public void A_key_goes_with_its_value(string before, string? after) =>
        Assert.That(Edited(before, map => new RemoveKey(map, "a")), Is.EqualTo(after));

    [Test]
    public void Of_a_post_only_the_front_matter_is_touched()
    {
        const string post = "---\r\na: x\r\nb: |\r\n  ---\r\n...\r\n\r\na: y\r\n---\r\ntext  \r\n";
        Assert.That(Edited(post, map => new SetText(map, "a", "new"), "a.md"), Is.EqualTo(post.Replace("a: x", "a: new", StringComparison.Ordinal)));
        Assert.That(Edited("a: x\n", map => new SetText(map, "a", "new"), "a.md"), Is.Null, "no front matter");
    }

    [Test]
    public void Several_documents_keep_their_marks() => Assert.That(
        Edited("# one\n--- # first\na: x\n...\n---\na: y\n", map => new SetText(map, "a", "new")), Is.EqualTo("# one\n--- # first\na: new\n...\n---\na: y\n"));

    [Test]
    public void A_list_item_is_set_in_its_place() => Assert.That(
        Edited("a:\n  - x\n  - \"y\" # b\n", map => new SetListed(map, "a", 1, "new")), Is.EqualTo("a:\n  - x\n  - \"new\" # b\n"));

    [Test]
    public void Edits_of_one_file_that_do_not_hold_together_are_refused_and_the_others_made()
    {
        var file = Open("a.yml", "- &m {a: x, b: 1}\n- *m\n- {a: y}\n");
        var maps = file.Maps.ToArray();
        Assert.That(file.Edit(new SetText(maps[0], "a", "new")), Is.Null);
        Assert.That(file.Edit(new SetText(maps[2], "a", "newer")), Is.Null);
        Assert.That(Text(file.Save(out var refused)), Is.EqualTo("- &m {a: x, b: 1}\n- *m\n- {a: newer}\n"));
        Assert.That(refused.Single().Map, Is.SameAs(maps[0]));
    }

    [TestCase("a: [x\n")]
    [TestCase("\u0000")]
    public void A_file_that_cannot_be_read_cannot_be_edited(string text) =>
        Assert.That(FieldsFile.Open("a.yml", Encoding.UTF8.GetBytes(text)), Is.Null);

    [Test]
    public void Whatever_the_file_an_edit_changes_what_it_means_and_nothing_besides([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        var made = 0;
        for (var i = 0; i < 600; i++)
        {
            var text = AnyFile(random);
            if (FieldsFile.Open("a.yml", Encoding.UTF8.GetBytes(text)) is not { } file || !file.Maps.Any()) continue;
            var maps = file.Maps.ToArray();
            var map = maps[random.Next(maps.Length)];
            if (map.Pairs.Count == 0) continue;
            var edit = AnyEdit(map, random);
            if (file.Edit(edit) is not null) continue;
            var after = Text(file.Save(out var refused));
            if (refused.Count > 0)
            {
                Assert.That(after, Is.EqualTo(text), $"seed {seed}");
                continue;
            }

            made++;
            // The same change as the model sees it: every map but one says what it said.
            var again = FieldsFile.Open("a.yml", Encoding.UTF8.GetBytes(after))!.Maps.Select(Shown).ToArray();
            var expected = maps.Select(m => ReferenceEquals(m, map) ? Shown(m, edit) : Shown(m)).ToArray();
            Assert.That(again, Is.EqualTo(expected), $"seed {seed}: {edit}\n{text}\n=>\n{after}");
            Assert.That(Remarks(after), Is.EqualTo(Remarks(text)).Or.SubsetOf(Remarks(text)), $"seed {seed}");
            if (edit is not RemoveKey) Assert.That(Remarks(after), Has.Length.EqualTo(Remarks(text).Length), $"seed {seed}: {text}");
        }

        Assert.That(made, Is.GreaterThan(100));
    }

    private static string[] Remarks(string text) => [.. text.Split('\n').Where(line => line.Contains(" # note", StringComparison.Ordinal)).Select(_ => "#")];

    private static FieldEdit AnyEdit(YamlMap map, Random random)
    {
        var key = map.Pairs[random.Next(map.Pairs.Count)].Key.Text;
        string[] texts = ["new", "a: b", "it's", "x, y", "#", "\"", "404", "é"];
        var text = texts[random.Next(texts.Length)];
        return random.Next(4) switch
        {
            0 => new SetText(map, key, text),
            1 => new RenameKey(map, key, "fresh"),
            2 => new AddKey(map, random.Next(2) == 0 ? null : key, "fresh", [text], IsList: false),
            _ => new RemoveKey(map, key),
        };
    }

    private static string AnyFile(Random random)
    {
        string[] values = ["x", "'it''s'", "\"a \\\" b\"", "", "|\n~  text\n~\n~  # more\n", "[a, 'b']", "\n~- a\n~- b # note", "{p: q}", "long words here", "x # note", ">-\n~  folded\n~  on\n"];
        var newline = random.Next(3) == 0 ? "\r\n" : "\n";
        var isList = random.Next(2) == 0;
        var file = new StringBuilder(random.Next(4) == 0 ? "# top\n" : "");
        for (var map = 0; map < (isList ? 3 : 1); map++)
        {
            var isFlow = isList && random.Next(4) == 0;
            if (isFlow)
            {
                file.Append("- {a: x, b: 'y, z', c: [1, 2]}\n");
                continue;
            }

            var indent = isList ? "  " : "";
            for (var key = 0; key < random.Next(1, 6); key++)
            {
                file.Append(isList && key == 0 ? "- " : indent).Append((char)('a' + key)).Append(": ")
                    .Append(values[random.Next(values.Length)].Replace("~", indent, StringComparison.Ordinal)).Append('\n');
                if (random.Next(6) == 0) file.Append(indent).Append("# note\n");
                if (random.Next(8) == 0) file.Append('\n');
            }
        }

        var text = file.ToString();
        if (random.Next(4) == 0) text = text.TrimEnd('\n');
        return (random.Next(5) == 0 ? "\uFEFF" : "") + text.Replace("\n", newline, StringComparison.Ordinal);
    }

    private static string Shown(YamlMap map) => string.Join('|', map.Pairs.Select(p => $"{p.Key.Text}={Shown(p.Value)}"));

    private static string Shown(YamlMap map, FieldEdit edit)
    {
        var pairs = map.Pairs.Select(p => (Key: p.Key.Text, Value: Shown(p.Value))).ToList();
        switch (edit)
        {
            case SetText set: pairs[pairs.FindIndex(p => p.Key == set.Key)] = (set.Key, set.Text); break;
            case RenameKey rename: pairs = [.. pairs.Select(p => p.Key == rename.Key ? (rename.NewKey, p.Value) : p)]; break;
            case AddKey add: pairs.Insert(add.After is null ? 0 : pairs.FindIndex(p => p.Key == add.After) + 1, (add.Key, add.Texts[0])); break;
            case RemoveKey remove: pairs.RemoveAll(p => p.Key == remove.Key); break;
        }

        return string.Join('|', pairs.Select(p => $"{p.Key}={p.Value}"));
    }

    private static string Shown(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Text,
        YamlList list => $"[{string.Join(';', list.Items.Select(Shown))}]",
        YamlMap map => $"{{{Shown(map)}}}",
        _ => "?",
    };

    /// <summary>The text after the edit of its first map; null if it is refused.</summary>
    private static string? Edited(string text, Func<YamlMap, FieldEdit> edit, string path = "a.yml")
    {
        if (FieldsFile.Open(path, Encoding.UTF8.GetBytes(text)) is not { } file) return null;
        var first = edit(file.Maps.First());
        if (first is SetText set && first.Map.Find(set.Key) is null) return null;
        if (file.Edit(first) is not null) return null;
        var after = Text(file.Save(out var refused));
        if (refused.Count == 0) return after;
        Assert.That(after, Is.EqualTo(text));
        return null;
    }

    private static FieldsFile Open(string path, string text) => FieldsFile.Open(path, Encoding.UTF8.GetBytes(text))!;

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
