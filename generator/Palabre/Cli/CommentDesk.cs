using System.CommandLine;
using System.Text;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Threading;
using Palabre.Writing;

namespace Palabre.Cli;

/// <summary>Where new comments on one post are written: in their folder, or at the end of the list that holds the others.</summary>
internal sealed class CommentDesk
{
    private readonly ParseResult line;
    private readonly Desk desk;
    private readonly Post post;
    private readonly IReadOnlyList<Comment> before;

    internal CommentDesk(ParseResult line, Desk desk, Post post)
    {
        (this.line, this.desk, this.post) = (line, desk, post);
        before = CommentsIn(ArchiveReader.Read(desk.FilesWhere(IsNeeded), desk.Settings, desk.Reading).Value);
    }

    internal string NewId(EntryDate date, string author) => CommentPlace.NewId(date, author, before);

    /// <returns>The exit status.</returns>
    internal int Add(NewComment comment)
    {
        var place = CommentPlace.Of(post, before, desk.Settings);
        return place.List is { } list ? AddTo(list, comment) : Create(place.Folder, comment);
    }

    private int Create(string folder, NewComment comment)
    {
        const string hint = "Give it another date: --date <date>.";
        var file = NewFiles.Comment(folder, comment, desk.RemarkFor(CommentFields.All.Kind));
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        if (desk.Refused(file.Path, hint) || Rehearsed(file.Path, bytes, comment, from: 1) is not { } after) return ExitStatus.Usage;
        if (after.Any(c => c.Id == comment.Id)) return desk.Create(file.Path, bytes, hint);
        return Refusal.Tell(line, new Refusal($"{file.Path} would not be read as a comment on {Refusal.Quote(post.Id)}.", "palabre check tells which post it would go to."));
    }

    private int AddTo(string path, NewComment comment)
    {
        var old = desk.Site.Files.Read(desk.Site.Files.Files.First(f => f.Path == path)).Bytes.Span;
        if (CommentList.Append(path, old, NewFiles.Comment(comment)) is not { } bytes)
            return Refusal.Tell(line, new Refusal($"{path} holds mistakes: nothing can be added to it.", "palabre check tells them."));
        if (Rehearsed(path, bytes, comment, from: old.Count((byte)'\n') + 1) is not { } after) return ExitStatus.Usage;

        // What stood there has to be read as before, and the new one besides.
        var others = after.Where(c => c.Id != comment.Id).Select(Told);
        if (after.Count == before.Count + 1 && others.SequenceEqual(before.Select(Told))) return desk.Replace(path, bytes);
        return Refusal.Tell(line, new Refusal($"To add to {path} would change what it holds.", "Keep each comment in a file of its own, in a folder named after the post."));
    }

    /// <summary>The post's comments with the new one; null where a build would complain of it, which is told.</summary>
    private List<Comment>? Rehearsed(string path, byte[] bytes, NewComment comment, int from)
    {
        var archive = ArchiveReader.Read(desk.FilesWith(path, bytes, IsNeeded), desk.Settings, desk.Reading);
        if (desk.Refused(archive.Diagnostics.Concat(Threader.Thread(archive.Value).Diagnostics), path, "Correct it in the command.", from)) return null;
        string[] known = [.. archive.Value.Authors.SelectMany(a => a.Aliases.Append(a.Name)), .. archive.Value.Posts.SelectMany(p => p.Authors), .. before.SelectMany(c => c.Authors)];
        // Most people who comment were never here before: only a near name is worth a word.
        if (Nearest.To(comment.Author, known) is not null) Named.AdviseAuthor(line, comment.Author, known, "comment");
        return CommentsIn(archive.Value);
    }

    private List<Comment> CommentsIn(Archive archive) =>
    [
        .. archive.Posts.Zip(archive.Comments).Where(p => p.First.Id == post.Id).SelectMany(p => p.Second)
            .Concat(archive.Withheld.Select(w => w.Entry).OfType<Comment>().Where(c => c.PostId == post.Id))
            .OrderBy(c => c.Id, StringComparer.Ordinal),
    ];

    private bool IsNeeded(string path) => !desk.IsOfComments(path) || CommentPlace.MayHold(path, post, desk.Settings);

    private static (string, Utf8Text, EntryDate) Told(Comment comment) => (comment.Id, comment.Body, comment.Date);
}
