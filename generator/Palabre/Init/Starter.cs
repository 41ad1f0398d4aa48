using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using Palabre.Writing;

namespace Palabre.Init;

/// <summary>What an editor says of a new site.</summary>
/// <param name="Publish">Where the site is to be published: of <see cref="Starter.Publishing"/>.</param>
/// <param name="Branch">The one that is published.</param>
/// <param name="Now">On the clocks of the site: the day of the first post, the moment of the first comment.</param>
internal sealed record Wishes(string Language, string Title, string Author, string TimeZone, string? BaseUrl, string Publish, string Branch, DateTimeOffset Now);

/// <summary>
/// The files of a new site. Their texts stand beside this file, in <c>shared/</c> and a folder for each language;
/// <c>%title%</c> and its like are filled in as YAML, so that whatever was said reads back as it was.
/// </summary>
internal static partial class Starter
{
    /// <summary>Those that readers are spoken to in; first those that have texts here.</summary>
    internal static IReadOnlyList<string> Languages { get; } = [.. Texts, .. Look.Languages.Except(Texts)];

    private static string[] Texts => ["en", "fr"];

    /// <summary>The language of the texts for a site in another one: of <c>fr-CA</c> it is <c>fr</c>, of <c>de</c> it is <c>en</c>.</summary>
    internal static string TextsFor(string tag) => Array.Find(Texts, text => text == LanguageTag.Main(tag)) ?? Texts[0];

    /// <summary>Where a site can be published by a push. The first is what most would say.</summary>
    internal static IReadOnlyList<string> Publishing { get; } = ["github", "gitlab", "forgejo", "none"];

    /// <summary>The file that says what is not for the repository.</summary>
    internal const string Ignored = ".gitignore";

    /// <summary>Those of the site; <c>content/site.yml</c> last, since with it the folder is one.</summary>
    internal static IReadOnlyList<NewFile> Files(Wishes wishes)
    {
        var spoken = TextsFor(wishes.Language);
        var isFrench = spoken == "fr";
        var (post, theme, page) = isFrench ? ("bonjour", "ce-lieu", "a-propos") : ("hello", "this-place", "about");
        var (day, author) = (wishes.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Slug.From(wishes.Author));
        var comment = CommentPlace.NewId(new(wishes.Now), wishes.Author, []);
        var words = new Dictionary<string, string>
        {
            ["language"] = YamlWriter.Scalar(wishes.Language),
            ["title"] = YamlWriter.Scalar(wishes.Title),
            ["titleText"] = wishes.Title,
            ["author"] = YamlWriter.Scalar(wishes.Author),
            ["zone"] = YamlWriter.Scalar(wishes.TimeZone),
            ["baseUrl"] = wishes.BaseUrl is { } address ? $"baseUrl: {YamlWriter.Scalar(address)}" : "# baseUrl: https://example.org/",
            ["day"] = day,
            ["year"] = wishes.Now.ToString("yyyy", CultureInfo.InvariantCulture),
            ["now"] = NewFiles.Iso(new(wishes.Now)),
            ["comment"] = YamlWriter.Scalar(comment),
            ["version"] = Version,
            ["branch"] = wishes.Branch,
            ["inEnglish"] = spoken != LanguageTag.Main(wishes.Language) ? "\nlanguage: en" : "",
        };
        words["publish"] = Fill(Text($"{spoken}/publish-{wishes.Publish}.md").TrimEnd('\n'), words);
        (string Path, string Text)[] files =
        [
            ("README.md", $"{spoken}/readme.md"),
            (".editorconfig", "shared/editorconfig"),
            (".gitattributes", "shared/gitattributes"),
            (Ignored, "shared/gitignore"),
            (".config/dotnet-tools.json", "shared/dotnet-tools.json"),
            (".vscode/extensions.json", "shared/vscode-extensions.json"),
            (".vscode/settings.json", "shared/vscode-settings.json"),
            ($"content/posts/{day}-{post}.md", $"{spoken}/post.md"),
            ($"content/comments/{post}/{comment}.yml", $"{spoken}/comment.yml"),
            (DescriptionPath.OfAuthor(author), $"{spoken}/author.yml"),
            (DescriptionPath.OfPage(page), $"{spoken}/page.md"),
            (DescriptionPath.OfTheme(theme), $"{spoken}/theme.md"),
            ("content/site.yml", $"{spoken}/site.yml"),
        ];
        string? workflow = wishes.Publish switch
        {
            "github" => ".github/workflows/publish.yml",
            "gitlab" => ".gitlab-ci.yml",
            "forgejo" => ".forgejo/workflows/publish.yml",
            _ => null,
        };
        if (workflow is not null) files = [(workflow, $"shared/publish-{wishes.Publish}.yml"), .. files];
        var schemas = Schemas.Kinds.Select(kind => new NewFile(Schemas.PathOf(kind), Schemas.Of(kind)));
        return [.. schemas, .. files.Select(file => new NewFile(file.Path, Fill(Text(file.Text), words)))];
    }

    /// <summary>That of this program: what publishes the site is what made it.</summary>
    private static string Version =>
        typeof(Starter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string Text(string name)
    {
        using var stream = typeof(Starter).Assembly.GetManifestResourceStream("init/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>In one pass: what was filled in is not looked at again.</summary>
    private static string Fill(string text, Dictionary<string, string> words) =>
        Blank().Replace(text, match => words.GetValueOrDefault(match.Groups[1].Value, match.Value));

    [GeneratedRegex("%([A-Za-z]+)%")]
    private static partial Regex Blank();
}
