using System.CommandLine;
using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Cli;

/// <summary><c>new theme title…</c>: <c>themes/slug.md</c>.</summary>
internal sealed class NewThemeCommand : Command
{
    private readonly SiteOptions site = new();
    private readonly Argument<string[]> title = SiteOptions.NewWords("title", "The theme's title.");
    private readonly Option<string?> description = new("--description") { Description = "One sentence, for lists.", HelpName = "text" };
    private readonly Option<string?> parent = new("--parent") { Description = "The theme that this one is a part of.", HelpName = "name" };
    private readonly Option<string?> slug = NewPostCommand.NewSlug();

    internal NewThemeCommand(Terminal terminal)
        : base("theme", "Write a new theme: a subject that posts may have.")
    {
        Add(title);
        foreach (var option in (Option[])[description, parent, slug]) Add(option);
        site.AddTo(this);
        SetAction((line, cancel) => Task.FromResult(Write(line, terminal, cancel)));
    }

    private int Write(ParseResult line, Terminal terminal, CancellationToken cancel) =>
        Desk.At(line, site) is { } desk && Named.Read(line, "theme", "title", terminal, title, slug, cancel) is { } named
            ? desk.Create(
                NewFiles.Theme(named.Slug, named.Title, line.GetValue(description), line.GetValue(parent) is { } above ? Slug.From(above) : null),
                path => !desk.IsOfComments(path), "Choose another name for it: --slug <name>.", null, cancel)
            : ExitStatus.Usage;
}

/// <summary><c>new author name…</c>: <c>content/authors/slug.yml</c>.</summary>
internal sealed class NewAuthorCommand : Command
{
    private readonly SiteOptions site = new();
    private readonly Argument<string[]> name = SiteOptions.NewWords("name", "The author's name.");
    private readonly Option<string[]> aliases = new("--alias") { Description = "Another name that the author wrote under; more than once for several.", HelpName = "name" };
    private readonly Option<string?> url = new("--url") { Description = "The author's own page.", HelpName = "address" };
    private readonly Option<string?> bio = new("--bio") { Description = "A sentence or two.", HelpName = "text" };
    private readonly Option<string?> slug = NewPostCommand.NewSlug();

    internal NewAuthorCommand(Terminal terminal)
        : base("author", "Write a new author: who somebody is, and the names they wrote under.")
    {
        Add(name);
        foreach (var option in (Option[])[aliases, url, bio, slug]) Add(option);
        site.AddTo(this);
        SetAction((line, cancel) => Task.FromResult(Write(line, terminal, cancel)));
    }

    private int Write(ParseResult line, Terminal terminal, CancellationToken cancel)
    {
        if (Desk.At(line, site) is not { } desk || Named.Read(line, "author", "name", terminal, name, slug, cancel) is not { } named) return ExitStatus.Usage;
        var author = new NewAuthor(named.Title) { Aliases = line.GetValue(aliases) ?? [], Url = line.GetValue(url), Bio = line.GetValue(bio) };
        return desk.Create(
            NewFiles.Author(named.Slug, author, desk.RemarkFor("author")), path => !desk.IsOfComments(path), "Choose another name for it: --slug <name>.", null, cancel);
    }
}

/// <summary><c>new page title…</c>: <c>content/pages/slug.md</c>.</summary>
internal sealed class NewPageCommand : Command
{
    private readonly SiteOptions site = new();
    private readonly Argument<string[]> title = SiteOptions.NewWords("title", "The page's title.");
    private readonly Option<string?> slug = NewPostCommand.NewSlug();
    private readonly Option<string?> language = NewPostCommand.NewLanguage();

    internal NewPageCommand(Terminal terminal)
        : base("page", "Write a new page that belongs to no discussion, such as «About».")
    {
        Add(title);
        foreach (var option in (Option[])[slug, language]) Add(option);
        site.AddTo(this);
        SetAction((line, cancel) => Task.FromResult(Write(line, terminal, cancel)));
    }

    private int Write(ParseResult line, Terminal terminal, CancellationToken cancel) =>
        Desk.At(line, site) is { } desk && Named.Read(line, "page", "title", terminal, title, slug, cancel) is { } named
            ? desk.Create(
                NewFiles.Page(named.Slug, named.Title, line.GetValue(language)),
                path => !desk.IsOfComments(path), "Choose another name for it: --slug <name>.", null, cancel)
            : ExitStatus.Usage;
}
