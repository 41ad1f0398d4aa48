using System.Reflection;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;

namespace Palabre.Rendering;

/// <summary>
/// How pages appear: templates, words and assets. A file of the site's look takes the place of the embedded one of the
/// same name; the rest come from the program. Immutable; safe for threads.
/// </summary>
public sealed class Look
{
    internal const string SearchProgram = "search.js", SearchPageProgram = "search-page.js";

    private const string Assets = "assets/", Words = "strings/", WordsEnding = ".yml", Embedded = "look/";

    private readonly Dictionary<string, LookFile> files;
    private readonly Settings settings;
    private readonly SourceFile[] sources;

    private Look(Dictionary<string, LookFile> files, Templates templates, Strings strings, Settings settings, SourceFile[] sources) =>
        (this.files, Templates, Strings, this.settings, this.sources) = (files, templates, strings, settings, sources);

    public Templates Templates { get; }

    public Strings Strings { get; }

    /// <summary>Of the site's own templates the one that is most likely at fault where a page of a kind is not as it has to be; null: it has none.</summary>
    internal SourceLocation? OwnTemplate(string kind)
    {
        string[] own = [.. OwnTemplates.Order(StringComparer.Ordinal)];
        return own.Length == 0 ? null
            : new(files[new[] { $"{kind}.html", "turns.html", "layout.html" }.FirstOrDefault(own.Contains) ?? own[0]].Path);
    }

    /// <summary>Names of those that the site brings.</summary>
    internal IEnumerable<string> OwnTemplates => files.Where(file => file.Value.IsOfSite && file.Key.EndsWith(".html", StringComparison.Ordinal)).Select(file => file.Key);

    /// <summary>Files that are published as they are, by name within <c>assets/</c>; ordinal order.</summary>
    public IEnumerable<(string Name, LookFile File)> PublishedFiles => files
        .Where(f => f.Key.StartsWith(Assets, StringComparison.Ordinal))
        .OrderBy(f => f.Key, StringComparer.Ordinal)
        .Select(f => (f.Key[Assets.Length..], f.Value));

    /// <summary>The names of the files that travel with the program; ordinal order.</summary>
    public static IEnumerable<string> DefaultFiles => EmbeddedFiles().Keys.Order(StringComparer.Ordinal);

    /// <summary>The languages that the look has words in; ordinal order.</summary>
    public static IEnumerable<string> Languages => DefaultFiles.Where(IsOfWords).Select(LanguageOf);

    /// <summary>Whether it has words for a site in this language: its own, or those of its main language.</summary>
    public static bool Speaks(string tag) => Languages.Any(language => language == tag || language == LanguageTag.Main(tag));

    private static string LanguageOf(string words) => words[Words.Length..^WordsEnding.Length];

    /// <summary>A file that travels with the program; of words those of the main language, and of a language that it has none of, the English ones, to be translated; else null.</summary>
    public static ReadOnlyMemory<byte>? Default(string name)
    {
        var files = EmbeddedFiles();
        if (files.TryGetValue(name, out var file)) return file.Bytes;
        if (!IsOfWords(name)) return null;
        var language = LanguageOf(name);
        return files.TryGetValue(Words + LanguageTag.Main(language) + WordsEnding, out var spoken) ? spoken.Bytes
            : Encoding.UTF8.GetBytes(WordsToTranslate.For(language, files[$"{Words}en{WordsEnding}"].Text));
    }

    /// <summary>The look's script of that name within <c>assets/</c>: one of the two that search.</summary>
    internal string Program(string name) => Encoding.UTF8.GetString(files[Assets + name].Bytes.Span);

    private static bool IsProgram(string name) => name is Assets + SearchProgram or Assets + SearchPageProgram;

    /// <param name="before">Of the same site: where its files and the settings are the same, they are not read again.</param>
    public static Checked<Look> Read(SiteFiles site, Settings settings, Checked<Look>? before = null)
    {
        SourceFile[] sources = [.. site.In(settings.Look)];
        if (before is { Diagnostics.Count: 0 } && before.Value.IsOf(sources, settings)) return before;
        var diagnostics = new List<Diagnostic>();
        var files = EmbeddedFiles();
        foreach (var file in sources)
        {
            var name = file.Path[(settings.Look.Length + 1)..];
            if (name.StartsWith(Assets, StringComparison.Ordinal))
            {
                files[name] = new(file.Path, IsProgram(name) ? site.Read(file).Bytes : default) { IsOfSite = true };
                continue;
            }

            var read = site.Read(file);
            if (read.Problem is { } problem) diagnostics.Add(problem);
            else files[name] = new(file.Path, read.Bytes) { IsOfSite = true };
            if (IsText(name) && TextFile.Fault(file.Path, read.Bytes.Span) is { } fault) diagnostics.Add(fault);
        }

        var templates = Templates.Parse(files, diagnostics);
        diagnostics.AddRange(Unused(files));
        return new(new(files, templates, ReadStrings(files, settings, diagnostics), settings, sources), diagnostics);
    }

    private bool IsOf(SourceFile[] now, Settings nowSettings) =>
        ReferenceEquals(settings, nowSettings) && sources.SequenceEqual(now) && !sources.Any(file => file.Stamp == 0);

    private static bool IsText(string name) =>
        name.EndsWith(".html", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);

    /// <summary>Files of the site's look that take no embedded one's place, are included by no template and hold no words.</summary>
    private static IEnumerable<Diagnostic> Unused(Dictionary<string, LookFile> files)
    {
        var embedded = EmbeddedFiles();
        foreach (var (name, file) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (!file.IsOfSite || embedded.ContainsKey(name) || name.StartsWith(Assets, StringComparison.Ordinal)) continue;
            if (name.StartsWith("README", StringComparison.OrdinalIgnoreCase)) continue;
            if (name.StartsWith(Words, StringComparison.Ordinal))
            {
                if (!IsOfWords(name)) yield return Catalogue.UnknownTemplate(new(file.Path), name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? name[..^4] + "yml" : null);
                continue;
            }

            var stem = SitePaths.Stem(name);
            var isIncluded = files.Any(f => f.Key != name && IsText(f.Key)
                && (f.Value.Text.Contains($"'{stem}'", StringComparison.Ordinal) || f.Value.Text.Contains($"\"{stem}\"", StringComparison.Ordinal)));
            if (name.Contains('/', StringComparison.Ordinal) || !isIncluded)
                yield return Catalogue.UnknownTemplate(new(file.Path), Nearest.To(name, embedded.Keys));
        }
    }

    private static bool IsOfWords(string name) => name.StartsWith(Words, StringComparison.Ordinal) && name.EndsWith(WordsEnding, StringComparison.Ordinal) && name.Length > Words.Length + WordsEnding.Length && LanguageTag.IsTag(name[Words.Length..^WordsEnding.Length]);

    private static Dictionary<string, LookFile> EmbeddedFiles()
    {
        var assembly = typeof(Look).Assembly;
        var files = new Dictionary<string, LookFile>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
            if (resource.StartsWith(Embedded, StringComparison.Ordinal)) files[resource[Embedded.Length..]] = new(resource, Bytes(assembly, resource));
        return files;
    }

    private static byte[] Bytes(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The words of the site's language, over those of its main language, over English.</summary>
    private static Strings ReadStrings(Dictionary<string, LookFile> files, Settings settings, List<Diagnostic> diagnostics)
    {
        var embedded = EmbeddedFiles();
        var ofSite = files.Where(file => file.Value.IsOfSite).ToDictionary(StringComparer.Ordinal);
        (string Path, string Text)[] FilesOf(string tag) => [.. Of(embedded, tag), .. Of(ofSite, tag)];

        var known = Strings.Read("en", Of(embedded, "en"), fallback: null, known: null, []);
        var english = Of(ofSite, "en").Length == 0 ? known : Strings.Read("en", FilesOf("en"), fallback: null, known, diagnostics);
        var main = LanguageTag.Main(settings.Language);
        if (settings.Language.Equals("en", StringComparison.OrdinalIgnoreCase)) return english;
        (string Path, string Text)[] own = [.. FilesOf(main), .. main == settings.Language ? [] : FilesOf(settings.Language)];
        if (own.Length == 0)
        {
            diagnostics.Add(Catalogue.NoStrings(settings.Language, settings.Look));
            return english;
        }

        var strings = Strings.Read(settings.Language, own, english, known, diagnostics);
        foreach (var key in strings.Borrowed) diagnostics.Add(Catalogue.NoString(new(own[^1].Path), key, settings.Language));
        return strings;
    }

    // The case of a tag means nothing.
    private static (string Path, string Text)[] Of(Dictionary<string, LookFile> files, string language) =>
        [.. files.Where(file => file.Key.Equals(Words + language + WordsEnding, StringComparison.OrdinalIgnoreCase))
            .OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (file.Value.Path, file.Value.Text))];
}

/// <summary>A file of a look.</summary>
/// <param name="Path">From the site's folder; of an embedded one, its name in the program.</param>
/// <param name="Bytes">Empty for an asset of the site, which is copied unread.</param>
public sealed record LookFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>It stands in the site's folder, not in the program.</summary>
    public bool IsOfSite { get; init; }

    /// <summary>A BOM is dropped.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span).TrimStart('\uFEFF');
}
