using System.CommandLine;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Cli;

/// <summary><c>new comment --on post[#comment]</c>: a file in the post's folder, or a further item of its list.</summary>
internal sealed class NewCommentCommand : Command
{
    private const int MostChoices = 20;

    private const string Example = "palabre new comment --on hello --author \"Jane Doe\" --body \"I agree.\"";

    private readonly SiteOptions site = new();
    private readonly Option<string?> on = new("--on") { Description = "What it answers: the id of a post, and of a comment on it.", HelpName = "post[#comment]" };
    private readonly Option<string?> author = new("--author", "-a") { Description = "Who wrote it, as they call themselves.", HelpName = "name" };
    private readonly Option<string?> body = new("--body", "-b") { Description = "What was said, in Markdown; what is piped in where unsaid.", HelpName = "text" };
    private readonly Option<string?> date = new("--date") { Description = "When it was said; now where unsaid.", HelpName = "date" };
    private readonly Option<string?> language = NewPostCommand.NewLanguage();

    internal NewCommentCommand(Terminal terminal)
        : base("comment", "Write a new comment on a post, or on a comment of it.")
    {
        foreach (var option in (Option[])[on, author, body, date, language]) Add(option);
        site.AddTo(this);
        SetAction((line, cancel) => Task.FromResult(Write(line, terminal, cancel)));
    }

    private int Write(ParseResult line, Terminal terminal, CancellationToken cancel)
    {
        if (Desk.At(line, site) is not { } desk || desk.DateOf(line.GetValue(date)) is not { } when) return ExitStatus.Usage;
        var posts = desk.Posts();
        cancel.ThrowIfCancellationRequested();
        if (Answers(line, terminal, posts, cancel) is not { } said || Target(line, said.On, posts) is not { } target) return ExitStatus.Usage;
        var comments = new CommentDesk(line, desk, target.Post);
        return comments.Add(new()
        {
            Id = comments.NewId(when, said.Author),
            Author = said.Author,
            Date = when,
            Body = said.Body ?? "…",
            IsPending = said.Body is null, // an editor is about to write it
            ReplyTo = target.Comment,
            Language = line.GetValue(language),
        });
    }

    /// <summary>From the command line, the pipe or the person at the terminal; null where something is missing, which is told.</summary>
    private (string On, string Author, string? Body)? Answers(
        ParseResult line, Terminal terminal, IReadOnlyList<Post> posts, CancellationToken cancel)
    {
        var target = line.GetValue(on);
        var name = NewFiles.OneLineOf(line.GetValue(author) ?? "");
        var text = line.GetValue(body) ?? terminal.Piped?.ReadToEnd();
        if (string.IsNullOrWhiteSpace(text)) text = null;
        if (terminal.Prompts is not null)
        {
            if (target is null && posts.Count > 0) target = terminal.Choose("The comment is on:", posts.Reverse().Take(MostChoices), p => $"{p.Title} ({p.Id})", cancel).Id;
            if (name.Length == 0) name = NewFiles.OneLineOf(terminal.Ask("Who wrote it:", null, cancel));
            if (text is null && terminal.AskFreely("What was said (leave it empty to write it in the file):", cancel) is { Length: > 0 } typed) text = typed;
        }

        List<Refusal> missing = [];
        if (target is null) missing.Add(new("new comment needs what it answers: --on <post> or --on <post>#<comment>."));
        if (name.Length == 0) missing.Add(new("new comment needs who wrote it: --author <name>."));
        if (text is null && terminal.Prompts is null) missing.Add(new("new comment needs what was said: --body <text>, or a text piped in."));
        if (missing.Count == 0) return (target!, name, text);
        missing[^1] = missing[^1] with { Hint = Example };
        Refusal.Tell(line, missing);
        return null;
    }

    private static (Post Post, string? Comment)? Target(ParseResult line, string target, IReadOnlyList<Post> posts)
    {
        if (CommentPlace.FindTarget(target, posts) is { } found) return found;
        var name = target.Split('#')[0];
        Refusal.Tell(line, new Refusal($"No post of the site is called {Refusal.Quote(name)}.",
            Refusal.DidYouMean(Nearest.To(name, posts.SelectMany(p => new[] { p.Id, p.Slug }))) ?? "Name it by its id, its slug or its file."));
        return null;
    }
}
