using Palabre.Reading;

namespace Palabre.Tests.Reading.Yaml;

public sealed class YamlReaderTests
{
    [TestCase("a: 1e5\nb: 404\nc: yes\nd: 0o17\ne: null\n", "{a=1e5 b=404 c=yes d=0o17 e=null}", TestName = "Every scalar is text as written")]
    [TestCase("a: !!int 012\n", "{a=012}", TestName = "Tags of YAML's own change nothing")]
    [TestCase("a: [x, {y: z}]\nb:\n- 1\n- - 2\n", "{a=[x {y=z}] b=[1 [2]]}", TestName = "Lists and maps, both ways of writing")]
    [TestCase("[a: b]", "[{a=b}]", TestName = "A pair in a list is a map")]
    [TestCase("a: |\r\n  x\r\n\r\n  y\r\nb: >-\r\n  x\r\n  y\r\n", "{a=x⏎⏎y⏎ b=x y}", TestName = "CR LF is LF in the text")]
    [TestCase("\uFEFFa: 1\n", "{a=1}", TestName = "A BOM is skipped")]
    [TestCase("a: 1\n---\nb: 2\n...\n---\nc: 3\n", "{a=1} {b=2} {c=3}", TestName = "All documents are read")]
    [TestCase("# nothing\n\n", "", TestName = "Comments alone are no document")]
    [TestCase("a: &x 1\nb: *x\nc: &l [*x]\nd: *l\n", "{a=1 b=1 c=[1] d=[1]}", TestName = "Aliases repeat")]
    [TestCase("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  l: 3\n", "{a={k=1 l=2} b={l=3 k=1}}", TestName = "Merge keys give way to what the map says")]
    [TestCase("a: {<<: [{k: 1}, {k: 2, l: 3}]}\n", "{a={k=1 l=3}}", TestName = "Merge keys take lists of maps")]
    [TestCase("<<: x\n", "{<<=x}", TestName = "A key called as the merge key stays")]
    [TestCase("a: 1\u0085b\u2028c\u2029d\ne: 2\n", "{a=1\u0085b\u2028c\u2029d e=2}", TestName = "NEL, LS and PS end no line")]
    [TestCase("a:\nb: ''\nc: ~\n", "{a= b= c=~}", TestName = "Nothing is an empty text")]
    [TestCase("body: |\n  x\n   y\n\n\nid: 3\n", "{body=x⏎ y⏎ id=3}", TestName = "A block ends in one line end")]
    public void Reads(string text, string expected)
    {
        var read = YamlReader.Read(text, new("x.yml"));
        Assert.That(read.Diagnostics, Is.Empty);
        Assert.That(string.Join(' ', read.Value.Select(Outline)), Is.EqualTo(expected));
    }

    [TestCase("a: Foo: b\n", "{}", TestName = "Nothing before the mistake")]
    [TestCase("a: 1\nb:2\nc: 3\n", "{a=1}", TestName = "The pairs before the mistake")]
    [TestCase("- a: 1\n- b: 2\n  c: @\n", "[{a=1} {b=2}]", TestName = "The items before the mistake, and of its own item what precedes it")]
    [TestCase("a: 1\n---\nb: ]\n", "{a=1} {}", TestName = "The documents before the mistake")]
    [TestCase("a: 1\na: 2\n", "{a=2}", TestName = "Of a key written twice the last value")]
    [TestCase("? [x]\n: 1\nb: 2\n", "{b=2}", TestName = "A key that is no text is left out with its value")]
    [TestCase("a: x\0y\u0081\n", "{a=x�y�}", TestName = "What cannot be shown is replaced")]
    public void Keeps_what_could_be_read(string text, string expected)
    {
        var read = YamlReader.Read(text, new("x.yml"));
        Assert.That(read.Diagnostics, Has.Count.EqualTo(1));
        Assert.That(string.Join(' ', read.Value.Select(Outline)), Is.EqualTo(expected));
    }

    [Test] // in an attribute the compiler would replace it
    public void Half_a_character_is_replaced() => Assert.That(Value("a: x\ud800y😀\n").Text, Is.EqualTo("x\uFFFDy😀"));

    [TestCase("", true)]
    [TestCase("~", true)]
    [TestCase("null", true)]
    [TestCase("NULL", true)]
    [TestCase("nul", false)]
    [TestCase("''", false)]
    [TestCase("'null'", false)]
    [TestCase("\"~\"", false)]
    public void Absent_is_what_YAML_calls_null(string value, bool isAbsent) =>
        Assert.That(Value($"a: {value}\n").IsAbsent, Is.EqualTo(isAbsent));

    [Test]
    public void Places_count_from_where_the_text_begins_in_its_file()
    {
        var map = (YamlMap)YamlReader.Read("a: 1\n b: [x,\n  y]\n".Replace("\n b", "\nb"), new("post.md", 2, 1)).Value[0];
        Assert.That(map.Pairs[0].Value.Source.ToString(), Is.EqualTo("post.md:2:4"));
        Assert.That(((YamlList)map.Find("b")!).Items[1].Source.ToString(), Is.EqualTo("post.md:4:3"));
        Assert.That(map.Find("c"), Is.Null);
    }

    [Test]
    public void The_only_document_is_read_and_a_further_one_reported()
    {
        var read = YamlReader.ReadOne("a: 1\n---\nb: 2\n", new("site.yml"));
        Assert.That(Outline(read.Value!), Is.EqualTo("{a=1}"));
        Assert.That(read.Diagnostics.Single().ToString(), Is.EqualTo("""
            site.yml:3:1: warning PAL1020: A further YAML document begins here, and is not read.
              hint: Remove the line '---' above.
            """));
        Assert.That(YamlReader.ReadOne("", new("site.yml")).Value, Is.Null);
    }

    private static YamlScalar Value(string text) => (YamlScalar)((YamlMap)YamlReader.Read(text, new("x.yml")).Value[0]).Pairs[0].Value;

    internal static string Outline(YamlNode node) => node switch
    {
        YamlList list => $"[{string.Join(' ', list.Items.Select(Outline))}]",
        YamlMap map => $"{{{string.Join(' ', map.Pairs.Select(pair => $"{Outline(pair.Key)}={Outline(pair.Value)}"))}}}",
        _ => ((YamlScalar)node).Text.Replace('\n', '⏎'),
    };
}
