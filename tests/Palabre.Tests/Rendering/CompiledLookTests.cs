using System.Text;
using Palabre.Diagnostics;
using Palabre.Disk;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Rendering.Views;
using Palabre.Site;
using Palabre.Tests.Support;

namespace Palabre.Tests.Rendering;
/// <summary>Compiled templates make the bytes that the interpreter makes, or leave the page to it.</summary>
public sealed class CompiledLookTests
{
    private static readonly Look Default = LookWith();

    private static IEnumerable<string> Templates => Default.Templates.All.Select(t => t.Name).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Templates))]
    public void Every_template_of_the_default_look_is_compiled(string name) =>
        Assert.That(TemplateCompiler.Compile(Default.Templates.Find(name)!.Page!, []), Is.Not.Null);

    [Test]
    public void Every_page_of_the_sample_is_the_same_either_way()
    {
        var files = SiteFolder.Open(new(Repository.Root), ["content", "themes"]).Files;
        var settings = SettingsReader.Read(files.Read(files.Files.Single(f => f.Path == SettingsReader.Path)).Bytes);
        var build = SiteBuild.Prepare(files, settings, new(DateTimeOffset.UnixEpoch.AddYears(60)), _ => { }, CancellationToken.None);
        var compiled = new CompiledLook(build.Edition.Look.Templates.All, build.Edition.Look.Strings);
        Assert.That(build.Pages, Has.Count.GreaterThan(20));
        foreach (var page in build.Pages)
        {
            var view = build.View(page, []);
            var template = view is RedirectView ? view.Kind : "layout";
            var output = new Utf8Buffer();
            Assert.That(compiled.TryRender(template, view, output), Is.True, page.Address.Path);
            Assert.That(Encoding.UTF8.GetString(output.Written), Is.EqualTo(Interpreted(build.Edition.Look, template, view)), page.Address.Path);
        }
    }

    [TestCase("a {{ page.title }} b {{ page.title.size }}{{ page.description }}")]
    [TestCase("{{~ if page.title == 'x' ~}} a {{~ else if page.title != null && !page.no_index ~}} b {{~ else ~}} c {{~ end ~}}")]
    [TestCase("{{ if '' }}empty text is true{{ end }}{{ if 0 }}so is 0{{ end }}{{ if page.description }}x{{ else }}nothing is not{{ end }}")]
    [TestCase("{{ for link in page.breadcrumbs }}{{ if !for.first }}, {{ end }}{{ for.index }}{{ for.last }}{{ for.even }}{{ link.text }}{{ else }}none{{ end }}")]
    [TestCase("{{ for link in page.breadcrumbs limit:1 }}{{ link.text }}{{ end }}{{ for link in page.breadcrumbs limit:0 }}{{ link.text }}{{ end }}")]
    [TestCase("{{ for link in page.description }}x{{ else }}none{{ end }}")]
    [TestCase("{{ a = 'x' }}{{ for a in page.breadcrumbs }}{{ a.text }}{{ a = 'y' }}{{ a.text }}{{ end }}{{ a }}")]
    [TestCase("{{ for a in page.breadcrumbs }}{{ for b in page.breadcrumbs }}{{ a.text }}{{ b.text }}{{ for.index }}{{ end }}{{ for.index }}{{ end }}")]
    [TestCase("{{ n = '' }}{{ for a in page.breadcrumbs }}{{ n = n + (for.first ? '' : ', ') + a.text }}{{ end }}{{ n }}{{ n + 1 }}{{ 1 + 2 - 4 }}")]
    [TestCase("{{ t 'nav.skip' }}{{ t 'post.comments' 3 }}{{ t 'entry.updated' (link '/a\"' '<b>' 'c') }}{{ number 12345 }}{{ page.description ?? 'x' }}")]
    [TestCase("{{ page.title | string.upcase }}{{ 'a' == 'a' }}{{ 1 < 2 }}{{ 2 >= 3 }}{{ null == null }}{{ true == false }}{{ '1' == 1 }}")]
    [TestCase("{{ include 'mark' }}{{ # a remark }}  {{- 'trimmed' -}}  .")]
    [TestCase("{{ site.extra.mood }}{{ if site.extra.none }}x{{ end }}{{ site.extra.none }}{{ site.extra.size }}")]
    public void What_is_compiled_reads_as_the_interpreter_has_it(string text)
    {
        var look = LookWith(("redirect.html", text));
        var output = new Utf8Buffer();
        Assert.That(new CompiledLook(look.Templates.All, look.Strings).TryRender("redirect", View, output), Is.True);
        Assert.That(Encoding.UTF8.GetString(output.Written), Is.EqualTo(Interpreted(look, "redirect", View)));
    }

    [TestCase("{{ nothing_of_this_name }}")]
    [TestCase("{{ page.nothing_of_this_name }}")]
    [TestCase("{{ page.description.size }}")]
    [TestCase("{{ for x in 1..3 }}{{ x }}{{ end }}")]
    [TestCase("{{ for x in page.breadcrumbs }}{{ break }}{{ end }}")]
    [TestCase("{{ for t in page.breadcrumbs }}{{ t 'nav.skip' }}{{ end }}")]
    [TestCase("{{ page = 1 }}")]
    [TestCase("{{ x = page.breadcrumbs | array.first }}")]
    [TestCase("{{ while true }}{{ end }}")]
    [TestCase("{{ t 'no.such.word' }}")]
    [TestCase("{{ t 'no.such.word' 1 }}")]
    [TestCase("{{ t 'post.comments' }}")]
    [TestCase("{{ t 'post.comments' 'x' }}")]
    [TestCase("{{ t 'date.months' }}")]
    [TestCase("{{ include 'redirect' }}")]
    [TestCase("{{ include 'nowhere' }}")]
    [TestCase("{{ 1 / 0 }}")]
    [TestCase("  {{ include 'mark' }}")]
    public void What_is_not_known_is_left_to_the_interpreter(string text)
    {
        var look = LookWith(("redirect.html", text));
        Assert.That(new CompiledLook(look.Templates.All, look.Strings).TryRender("redirect", View, new Utf8Buffer()), Is.False);
    }

    [Test]
    public void A_page_that_the_compiled_look_gives_up_half_way_holds_nothing_twice()
    {
        var (output, diagnostics) = (new Utf8Buffer(), new List<Diagnostic>());
        new PageRenderer(LookWith(("redirect.html", "begin {{ page.title }}{{ page.description.size ?? 'x' }}"))).Render(View, output, diagnostics);
        Assert.That(diagnostics.Single().Code, Is.EqualTo("PAL3051"));
        output.Clear();
        new PageRenderer(LookWith(("redirect.html", "begin {{ for x in [1, 2] }}{{ x }}{{ end }}"))).Render(View, output, []);
        Assert.That(Encoding.UTF8.GetString(output.Written), Is.EqualTo("begin 12"));
    }

    [TestCase("{{ for pair in site.extra }}{{ pair.key }}={{ pair.value }};{{ end }}", "mood=happy;size=large;")]
    [TestCase("{{ site.extra['mood'] }}{{ site.extra['none'] }}{{ site.extra.none ?? 'no' }}", "happyno")]
    [TestCase("{{ object.keys site.extra | array.join ' ' }}", "mood size")]
    public void A_map_that_people_wrote_is_read_by_its_keys(string text, string shown) =>
        Assert.That(Interpreted(LookWith(("redirect.html", text)), "redirect", View), Is.EqualTo(shown));

    private static readonly SiteView Site = new()
    {
        Title = "Test",
        Language = "en",
        Direction = "ltr",
        Root = "/",
        Home = "/",
        Themes = "/themes/",
        Authors = "/authors/",
        Archive = "/archive/",
        Links = [],
        Pages = [],
        Extra = new Dictionary<string, object> { ["mood"] = "happy", ["size"] = "large" },
    };

    private static readonly RedirectView View = new()
    {
        Site = Site,
        Title = "A <b>",
        Href = "/a/",
        Target = "/b/",
        Language = "en",
        Breadcrumbs = [new("One", "/1/"), new("Two & three", "/2/")],
    };

    private static string Interpreted(Look look, string template, PageView view)
    {
        var output = new Utf8Buffer();
        var diagnostics = new List<Diagnostic>();
        new PageRenderer(look).Interpret(look.Templates.Find(template)!, view, output, diagnostics);
        Assert.That(diagnostics, Is.Empty);
        return Encoding.UTF8.GetString(output.Written);
    }

    private static Look LookWith(params (string Name, string Text)[] files)
    {
        var settings = SettingsReader.Read("title: Test\nlook: themes/_look\n"u8.ToArray()).Value;
        var bytes = files.ToDictionary(f => "themes/_look/" + f.Name, f => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Text)));
        return Look.Read(new([.. bytes.Select(b => new SourceFile(b.Key, b.Value.Length))], f => new(bytes[f.Path], null)), settings).Value;
    }
}
