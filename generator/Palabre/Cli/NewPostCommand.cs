using System.CommandLine;
using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Cli;

/// <summary><c>new post title…</c>: <c>content/posts/YYYY-MM-DD-slug.md</c>.</summary>
internal sealed class NewPostCommand : Command
{
    private readonly SiteOptions site = new();
    private readonly Argument<string[]> title = SiteOptions.NewWords("title", "The post's title.");
    private readonly Option<string[]> authors = new("--author", "-a") { Description = "Who wrote it; more than once for several. The site's author where unsaid.", HelpName = "name" };
    private readonly Option<string[]> themes = new("--theme", "-t") { Description = "What it is about; more than once for several.", HelpName = "name" };
    private readonly Option<string?> date = new("--date") { Description = "When it is published; now where unsaid.", HelpName = "date" };
    private readonly Option<string?> replyTo = new("--reply-to") { Description = "The entry that it answers.", HelpName = "post[#comment]" };
    private readonly Option<string?> slug = NewSlug();
    private readonly Option<bool> draft = new("--draft") { Description = "Not to be published yet." };
    private readonly Option<string?> language = NewLanguage();

    internal NewPostCommand(Terminal terminal)
        : base("post", "Write a new post.")
    {
        Add(title);
        foreach (var option in (Option[])[authors, themes, date, replyTo, slug, draft, language]) Add(option);
        site.AddTo(this);
        SetAction((line, cancel) => Task.FromResult(Write(line, terminal, cancel)));
    }

    internal static Option<string?> NewSlug() => new("--slug") { Description = "Its name in the address; made of the title where unsaid.", HelpName = "name" };

    internal static Option<string?> NewLanguage() => new("--language") { Description = "Its language, where that is not the site's.", HelpName = "tag" };

    private int Write(ParseResult line, Terminal terminal, CancellationToken cancel)
    {
        if (Desk.At(line, site) is not { } desk) return ExitStatus.Usage;
        if (Named.Read(line, "post", "title", terminal, title, slug, cancel) is not { } named || desk.DateOf(line.GetValue(date)) is not { } when) return ExitStatus.Usage;
        var post = new NewPost
        {
            Title = named.Title,
            Slug = named.Slug,
            Date = when,
            Authors = Lines(line.GetValue(authors)),
            Themes = Lines(line.GetValue(themes)),
            ReplyTo = line.GetValue(replyTo),
            Language = line.GetValue(language),
            IsDraft = line.GetValue(draft),
        };
        var file = NewFiles.Post(FolderFor(when, desk), post);
        // Of all comments, those matter that the post may answer.
        var answered = post.ReplyTo is { } target ? CommentPlace.FindTarget(target, desk.Posts())?.Post : null;
        bool IsNeeded(string path) => !desk.IsOfComments(path) || (answered is not null && CommentPlace.MayHold(path, answered, desk.Settings));
        return desk.Create(file, IsNeeded, "Choose another name for it: --slug <name>.", archive => Advise(line, post, file, archive), cancel);
    }

    private static string[] Lines(string[]? texts) => [.. (texts ?? []).Select(NewFiles.OneLineOf).Where(text => text.Length > 0)];

    /// <summary>Where the site sorts its posts by year, that of the year.</summary>
    private static string FolderFor(EntryDate date, Desk desk)
    {
        var folder = desk.Settings.PostsFolder;
        var year = date.Day.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture);
        var isByYear = desk.Site.Files.Files.Any(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal)
            && f.Path.AsSpan(folder.Length + 1) is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '/', ..]);
        return isByYear ? $"{folder}/{year}" : folder;
    }

    private static void Advise(ParseResult line, NewPost post, NewFile file, Archive archive)
    {
        string[] known =
        [
            .. archive.Authors.SelectMany(a => a.Aliases.Append(a.Name).Append(a.Key)),
            .. archive.Posts.Where(p => p.Source.File != file.Path).SelectMany(p => p.Authors),
        ];
        foreach (var author in post.Authors)
            Named.AdviseAuthor(line, author, known, "post");
    }
}
