using Newtonsoft.Json.Linq;
using NJsonSchema;
using Palabre.Cli;
using Palabre.Reading;
using Palabre.Tests.Disk;
using Palabre.Tests.Support;
using Spectre.Console.Testing;

namespace Palabre.Tests.Cli;

public sealed class InitCommandTests
{
    private const string Now = "2010-01-15T11:26:00Z";

    [TestCase("fr", "Le client : « au cœur »", "Hélène Marchand", "Europe/Paris")]
    [TestCase("en", "Trust", "Jane Doe", "America/New_York")]
    [TestCase("en", "- # 'A' \"title\": %author% {{x}} <b>", "null", "UTC")]
    [TestCase("fr", "☕", "Ἀριστοτέλης", "Pacific/Auckland")]
    [TestCase("fr-CA", "Au bois", "Zoé", "America/Montreal")]
    [TestCase("de", "Unsere Gespräche", "Jürgen", "Europe/Berlin")]
    [TestCase("pt-BR", "Conversas", "João", "America/Sao_Paulo")]
    public void A_new_site_is_without_a_flaw(string language, string title, string author, string zone)
    {
        using var folder = new TempFolder();
        var made = Init(folder, "--language", language, "--title", title, "--author", author, "--time-zone", zone, "--base-url", "https://example.org/a");
        Assert.That(made.Status, Is.Zero, made.Error);
        Assert.That(made.Error, Is.Empty);
        foreach (var command in new[] { "check", "build" })
        {
            var ran = SiteOnDisk.Palabre(command, folder.Full("site"), "--strict", "--now", Now);
            Assert.That(ran.Status, Is.Zero, ran.Output);
            Assert.That(ran.Output, Does.StartWith("1 post, 1 comment").And.Contain("0 errors, 0 warnings, 0 notes"));
        }

        var settings = SettingsReader.Read(File.ReadAllBytes(folder.Full("site/content/site.yml"))).Value;
        Assert.That((settings.Title, settings.Author, settings.Language, settings.Zone.Id), Is.EqualTo((title, author, language, zone)));
    }

    [Test]
    public void Texts_that_are_not_in_the_site_s_language_say_so()
    {
        using var folder = new TempFolder();
        Assert.That(Init(folder, "--language", "de").Status, Is.Zero);
        foreach (var file in Directory.GetFiles(folder.Full("site/content"), "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) == ".md" || f.Contains("comments", StringComparison.Ordinal)))
            Assert.That(File.ReadAllText(file), Does.Contain("\nlanguage: en\n"), file);
        Assert.That(File.ReadAllText(folder.Full("site/content/site.yml")), Does.Contain("\nlanguage: de\n"));
    }

    /// <summary>Else the first push would be refused, and nobody would have said why.</summary>
    [TestCase("sv", true)]
    [TestCase("pt-AO", false)]
    [TestCase("nl", false)]
    public void A_language_that_the_look_does_not_speak_is_told_at_once(string language, bool isTold)
    {
        using var folder = new TempFolder();
        var made = Init(folder, "--language", language);
        Assert.That(made.Status, Is.Zero);
        Assert.That(made.Error, isTold ? Does.StartWith($"note: The look has no words in the language '{language}'").And.Contain($"palabre look strings/sv.yml --write --root '{folder.Full("site")}'") : Is.Empty);
        Assert.That(SiteOnDisk.Palabre("check", folder.Full("site"), "--strict", "--now", Now).Status, Is.EqualTo(isTold ? 1 : 0));
    }

    [Test]
    public void A_locale_s_name_is_a_language_tag()
    {
        using var folder = new TempFolder();
        Assert.That(Init(folder, "--language", "FR_ca").Status, Is.Zero);
        Assert.That(File.ReadAllText(folder.Full("site/content/site.yml")), Does.Contain("\nlanguage: fr-CA\n"));
        Assert.That(File.ReadAllText(folder.Full("site/README.md")), Does.Contain("Pour publier"));
    }

    [TestCase("git init -q -b master site", "master")]
    [TestCase("git init -q -b work site && cd site && git -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m a && git branch main", "main")]
    [TestCase("git init -q -b \"it's\" site", "main", Description = "what would end the text that it stands in")]
    [TestCase("mkdir site", "main")]
    [Platform(Exclude = "Win")]
    public void The_branch_that_is_published_is_the_one_that_there_is(string before, string branch)
    {
        using var folder = new TempFolder().Shell(before);
        Assert.That(Init(folder).Status, Is.Zero);
        Assert.That(File.ReadAllText(folder.Full("site/.github/workflows/publish.yml")),
            Does.Contain($"branches: ['{branch}']").And.Contain($"github.ref == 'refs/heads/{branch}'").And.Not.Contain("%branch%"));
        Assert.That(File.ReadAllText(folder.Full("site/README.md")), Does.Contain($"`{branch}`"));
    }

    [TestCase("", "Add to it, a line each: /output /.palabre")]
    [TestCase("output\n", "Add to it, a line each: /.palabre")]
    [TestCase("/output/\n/.palabre/\n", null)]
    public void What_an_older_list_does_not_keep_out_of_the_repository_is_told(string there, string? told)
    {
        using var folder = new TempFolder().Write("site/.gitignore", there);
        Assert.That(Init(folder).Error, told is null ? Does.Not.Contain("hint") : Does.Contain($"  hint: {told}\n"));
    }

    [Test]
    public void Without_options_it_says_what_most_would()
    {
        using var folder = new TempFolder();
        Assert.That(Init(folder).Status, Is.Zero);
        var settings = SettingsReader.Read(File.ReadAllBytes(folder.Full("site/content/site.yml"))).Value;
        Assert.That((settings.Title, settings.Author, settings.Language, settings.BaseUrl), Is.EqualTo(("Our discussions", "The editors", "en", "")));
        Assert.That(SiteOnDisk.Palabre("check", folder.Full("site"), "--strict", "--now", Now).Status, Is.Zero);
    }

    [Test]
    public void The_same_wishes_give_the_same_bytes()
    {
        using TempFolder one = new(), two = new();
        Init(one, "--time-zone", "Europe/Paris");
        Init(two, "--time-zone", "Europe/Paris");
        Assert.That(TempFolder.Contents(one.Sub("site")), Is.EqualTo(TempFolder.Contents(two.Sub("site"))));
        Assert.That(TempFolder.Contents(one.Sub("site")), Has.None.Contains("\r"));
    }

    [Test]
    public void It_prints_each_file_that_it_writes()
    {
        using var folder = new TempFolder();
        var site = folder.Full("site").Replace('\\', '/');
        Assert.That(Init(folder, "--language", "fr").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), Is.EqualTo(
            Directory.EnumerateFiles(site, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(f => f.Replace('\\', '/')).Order(StringComparer.Ordinal)));
        foreach (var wanted in "README.md .gitignore .gitattributes .editorconfig .vscode/settings.json .vscode/extensions.json .github/workflows/publish.yml .config/dotnet-tools.json content/site.yml content/.schemas/comment.json themes/ce-lieu.md content/pages/a-propos.md content/authors/la-redaction.yml content/posts/2010-01-15-bonjour.md content/comments/bonjour/2010-01-15-112600-la-redaction.yml".Split(' '))
            Assert.That(File.Exists(Path.Combine(site, wanted)), wanted);
    }

    [Test]
    public async Task What_it_writes_is_as_its_own_schemas_want_it()
    {
        using var folder = new TempFolder();
        Init(folder, "--author", "yes");
        foreach (var (kind, pattern) in new[] { ("site", "site.yml"), ("comment", "2010-*.yml"), ("author", "yes.yml") })
        {
            var file = folder.Sub("site/content").GetFiles(pattern, SearchOption.AllDirectories).Single();
            var text = File.ReadAllText(file.FullName);
            var schema = text.Split('\n')[0]["# yaml-language-server: $schema=".Length..];
            var found = await JsonSchema.FromFileAsync(Path.Combine(file.DirectoryName!, schema));
            Assert.That(Path.GetFileNameWithoutExtension(schema), Is.EqualTo(kind));
            var map = (YamlMap)YamlReader.ReadOne(text, new("a.yml")).Value!;
            Assert.That(found.Validate(new JObject(map.Pairs.Select(p => new JProperty(p.Key.Text, ((YamlScalar)p.Value).Text)))), Is.Empty);
        }
    }

    [Test]
    public void Its_editor_finds_schemas_that_are_there()
    {
        using var folder = new TempFolder();
        Init(folder);
        var schemas = JObject.Parse(File.ReadAllText(folder.Full("site/.vscode/settings.json")))["yaml.schemas"]!.Children<JProperty>().ToArray();
        Assert.That(schemas, Has.Length.EqualTo(3));
        foreach (var schema in schemas) Assert.That(File.Exists(folder.Full("site/" + schema.Name)), schema.Name);
        Assert.That(() => JObject.Parse(File.ReadAllText(folder.Full("site/.vscode/extensions.json"))), Throws.Nothing);
    }

    [TestCase("github", ".github/workflows/publish.yml")]
    [TestCase("gitlab", ".gitlab-ci.yml")]
    [TestCase("forgejo", ".forgejo/workflows/publish.yml")]
    [TestCase("none", null)]
    public void It_is_published_by_whom_one_says_and_the_guide_tells_how(string publisher, string? workflow)
    {
        string[] workflows = [".github/workflows/publish.yml", ".gitlab-ci.yml", ".forgejo/workflows/publish.yml"];
        foreach (var language in new[] { "en", "fr" })
        {
            using var folder = new TempFolder();
            Assert.That(Init(folder, "--publish", publisher, "--language", language).Status, Is.Zero);
            Assert.That(workflows.Where(path => File.Exists(folder.Full("site/" + path))), Is.EqualTo(workflow is null ? [] : new[] { workflow }));
            var guide = File.ReadAllText(folder.Full("site/README.md"));
            Assert.That(guide, Does.Contain(language == "fr" ? "\n**Pour publier**" : "\n**To publish**").And.Not.Contains("%"));
            foreach (var path in workflows) Assert.That(guide, path == workflow ? Does.Contain($"`{path}`") : Does.Not.Contain(path));
            Assert.That(SiteOnDisk.Palabre("check", folder.Full("site"), "--strict", "--now", Now).Status, Is.Zero);
        }
    }

    [Test]
    public void Its_tools_are_those_that_made_it()
    {
        using var folder = new TempFolder();
        Init(folder);
        var tool = JObject.Parse(File.ReadAllText(folder.Full("site/.config/dotnet-tools.json")))["tools"]!["palabre"]!;
        var version = typeof(CommandLine).Assembly.GetName().Version!.ToString(3);
        Assert.That((tool["version"]!.ToString(), tool["commands"]!.Single().ToString()), Is.EqualTo((version, "palabre")));
    }

    [TestCase("en", "its-id")]
    [TestCase("fr", "son-id")]
    public void The_commands_of_its_guide_work_one_after_the_other(string language, string placeholder)
    {
        using var folder = new TempFolder();
        Init(folder, "--language", language);
        var comment = Path.GetFileNameWithoutExtension(folder.Sub("site/content/comments").GetFiles("*.yml", SearchOption.AllDirectories).Single().Name);
        var commands = File.ReadAllText(folder.Full("site/README.md")).Split('`').Where(code => code.StartsWith("palabre new ", StringComparison.Ordinal)).ToArray();
        Assert.That(commands, Has.Length.EqualTo(6));
        foreach (var command in commands)
        {
            var line = CommandLine.Root().Parse(command["palabre ".Length..].Replace(placeholder, comment, StringComparison.Ordinal));
            Assert.That(line.Errors, Is.Empty, command);
            string[] words = [.. line.Tokens.Select(t => t.Value)];
            string[] body = words.Contains("comment") ? ["--body", "x"] : [];
            var ran = SiteOnDisk.Palabre([.. words, .. body, "--root", folder.Full("site"), "--now", "2010-01-16"]);
            Assert.That(ran.Status, Is.Zero, $"{command}\n{ran.Error}");
        }

        var built = SiteOnDisk.Palabre("build", folder.Full("site"), "--strict", "--now", "2010-01-17", "--drafts", "--future");
        Assert.That(built.Status, Is.Zero, built.Output);
        Assert.That(built.Output, Does.Contain("2 posts, 3 comments"));
    }

    [TestCase("en")]
    [TestCase("fr")]
    public void Its_guide_names_every_command_that_an_editor_needs(string language)
    {
        using var folder = new TempFolder();
        Init(folder, "--language", language);
        var guide = File.ReadAllText(folder.Full("site/README.md"));
        foreach (var command in new[] { "check", "serve", "ledger", "list posts", "explain", "authors rename" }) Assert.That(guide, Does.Contain($"`palabre {command}"));
        Assert.That(File.ReadAllText(folder.Full("site/content/site.yml")), Does.Contain("\n# feedId: example.org,2010\n"));
    }

    [Test]
    public void A_site_is_not_made_twice()
    {
        using var folder = new TempFolder();
        folder.Write("site/content/site.yml", "title: Mine");
        var ran = Init(folder);
        Assert.That((ran.Status, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.Contain("content/site.yml exists already: the folder is a site.\n  hint: "));
        Assert.That(TempFolder.Contents(folder.Sub("site")), Is.EqualTo(["content/", "content/site.yml=title: Mine"]));
    }

    [Test]
    public void What_stands_in_the_folder_stays_and_is_named()
    {
        using var folder = new TempFolder();
        folder.Write("site/README.md", "mine").Write("site/notes.txt", "mine");
        var ran = Init(folder);
        Assert.That(ran.Status, Is.Zero);
        Assert.That(ran.Error, Does.Match("^note: .*site/README.md exists already, and stays as it is.\n$"));
        Assert.That(File.ReadAllText(folder.Full("site/README.md")), Is.EqualTo("mine"));
        Assert.That(ran.Output, Does.Not.Contain("README.md"));
    }

    [Test]
    public void Within_a_repository_it_says_where_workflows_stand()
    {
        using var folder = new TempFolder();
        folder.Write("repository/.git/HEAD", "ref: refs/heads/main\n");
        var ran = SiteOnDisk.Palabre("init", folder.Full("repository/docs/forum"), "--language", "en", "--title", "T", "--author", "A", "--publish", "github");
        Assert.That(ran.Error, Does.StartWith("note: This folder is inside the repository").And.Contain("let its steps work in 'docs/forum'"));
        Assert.That(SiteOnDisk.Palabre("init", folder.Full("repository/other"), "--language", "en", "--title", "T", "--author", "A", "--publish", "none").Error, Is.Empty);
    }

    [Test]
    public void A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        using var folder = new TempFolder();
        folder.Write("other/x").Write("site/x").Link("site/content", "../other");
        var ran = Init(folder);
        Assert.That(ran.Status, Is.EqualTo(2));
        Assert.That(ran.Error, Does.Contain("a link on the way leads there").And.Contain("hint: "));
        Assert.That(TempFolder.Contents(folder.Sub("other")), Is.EqualTo(["x=text"]));
    }

    [TestCase("--language", "German", "'German' is not a language tag.\n  hint: Write a tag such as en, fr or pt-BR.")]
    [TestCase("--time-zone", "Europe/Pariss", "'Europe/Pariss' is not a time zone.\n  hint: Did you mean 'Europe/Paris'?")]
    [TestCase("--author", "☕", "'☕' makes no name for a file.")]
    [TestCase("--author", "CON", "'CON' makes no name for a file.")]
    [TestCase("--base-url", "here", "--base-url takes a whole address such as https://example.org/archive, not 'here'.")]
    [TestCase("--publish", "gitlub", "--publish takes github, gitlab, forgejo or none, not 'gitlub'.\n  hint: Did you mean 'github'?")]
    [TestCase("--titel", "x", "")]
    public void A_wish_that_is_none_is_told_and_nothing_is_written(string option, string value, string told)
    {
        using var folder = new TempFolder();
        var ran = Init(folder, option, value);
        Assert.That((ran.Status, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("palabre: " + told));
        Assert.That(Directory.Exists(folder.Full("site")), Is.False);
    }

    [Test]
    public void Without_a_folder_it_says_how_to_name_one()
    {
        Assert.That(SiteOnDisk.Palabre("init"), Is.EqualTo(new Ran(2, "", "palabre: init needs a folder.\n  hint: palabre init my-site --language fr --title \"Le client au cœur\"\n")));
        using var folder = new TempFolder();
        folder.Write("site");
        Assert.That(Init(folder).Error, Does.Contain("is a file.\n  hint: "));
    }

    [Test]
    public void On_a_terminal_it_asks_for_what_was_not_said()
    {
        using var folder = new TempFolder();
        using var console = new TestConsole();
        console.Interactive();
        console.Input.PushTextWithEnter(folder.Full("site"));
        console.Input.PushKey(ConsoleKey.DownArrow); // fr
        console.Input.PushKey(ConsoleKey.Enter);
        console.Input.PushTextWithEnter("Palabres");
        console.Input.PushTextWithEnter("");
        console.Input.PushTextWithEnter("Europe/Paris");
        console.Input.PushKey(ConsoleKey.DownArrow); // gitlab
        console.Input.PushKey(ConsoleKey.Enter);
        var ran = SiteOnDisk.Palabre(new Terminal(() => console, () => null), "init", "--now", Now);
        Assert.That(ran.Status, Is.Zero, ran.Error);
        var settings = SettingsReader.Read(File.ReadAllBytes(folder.Full("site/content/site.yml"))).Value;
        Assert.That((settings.Title, settings.Author, settings.Language, settings.Zone.Id), Is.EqualTo(("Palabres", "La rédaction", "fr", "Europe/Paris")));
        Assert.That(File.Exists(folder.Full("site/.gitlab-ci.yml")));
        Assert.That(ran.Output, Does.Not.Contain("?").And.Not.Contains("title"), "questions are no part of the output");
    }

    private static Ran Init(TempFolder folder, params string[] options) => SiteOnDisk.Palabre(["init", folder.Full("site"), "--now", Now, .. options]);
}
