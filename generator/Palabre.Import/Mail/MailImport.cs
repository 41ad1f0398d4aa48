using System.Text;
using Palabre.Diagnostics;
using Palabre.Import.Texts;
using Palabre.Model;
using Palabre.Writing;

namespace Palabre.Import.Mail;

/// <summary>
/// Mail, as mbox files or a maildir: the letter that opens a thread is a post, each answer a comment. Read twice: first
/// the headers, then the texts, a letter in memory at a time.
/// </summary>
internal sealed class MailImport(ImportSource source, SitePlan plan, ImportOptions options)
{
    private readonly LetterThreads threads = new();
    private readonly List<Known?> known = []; // by place
    private readonly HashSet<int> posts = [];
    private readonly Dictionary<int, (Post Post, bool IsPost)> earlier = []; // what came before, and is answered now
    private readonly HashSet<int> gone = []; // whose post somebody deleted
    private readonly MailWords words = MailWords.Of(plan.Settings.Language);
    private readonly Nameless nameless = new(plan.Earlier, MailWords.Of(plan.Settings.Language).Nameless);
    private Dictionary<int, int>? firstAnswers; // by what is answered
    private int[] tops = []; // by place: the post that a letter stands under
    private string? mark, listName;
    private bool hasLetters;

    private Account Account => plan.Account;

    internal IEnumerable<NewFile> Read()
    {
        Survey();
        if (!hasLetters) throw new ImportException(Catalogue.NoSource(new(source.Name), "no letter begins in it"));
        threads.Settle(id => plan.Earlier.Find(KeyOf(id)) is not null);
        AddPosts();
        tops = threads.Nearest([.. posts, .. earlier.Keys, .. gone]);
        var site = plan.SiteFile(mark?.Trim('[', ']') ?? listName ?? NameOf(source.Name));
        plan.Settle();
        if (site is not null) yield return site;
        var seen = new HashSet<int>();
        foreach (var file in source.Files)
        {
            foreach (var raw in MboxReader.Read(file, lines => Account.Note("Lines before the first letter of a file, which are none", $"`{file.Path}`: {Account.Number(lines)}")))
            {
                foreach (var made in Letter(raw, seen)) yield return made;
            }
        }

        foreach (var other in source.Others) Account.Note("Files that are no letters", $"`{other}`");
        foreach (var missing in MissingRoots()) yield return missing;
        Guess();
    }

    private static string NameOf(string file) => file.LastIndexOf('.') is > 0 and var dot ? file[..dot] : file;

    private void Survey()
    {
        var subjects = new List<string>();
        var unclear = new List<(int Place, IReadOnlyList<string> MayAnswer)>();
        var senders = new HashSet<string>(StringComparer.Ordinal);
        EntryDate last = default;
        foreach (var file in source.Files)
        {
            foreach (var raw in MboxReader.Read(file))
            {
                hasLetters = true;
                if (Refusal(file) is not null) continue;
                var letter = Mail.Letter.Read(raw, plan.Zone);
                if (letter.Refusal is not null) continue;
                senders.Add(letter.Sender);
                if (letter.Name is null) nameless.Meet(letter.Sender, KeyOf(letter.Id));
                if (!threads.Add(letter.Id, letter.References)) continue;
                var place = threads.Find(letter.Id)!.Value;
                while (known.Count < threads.Count) known.Add(null);
                var (date, form) = letter.Date ?? (last.Time == default ? new(DateTimeOffset.UnixEpoch) : last, DateForm.Instant);
                if (letter.Date is null) Account.Note("Letters without a date, which have that of the letter before", $"`{letter.Subject}`");
                last = date;
                subjects.Add(letter.Subject);
                listName ??= letter.ListName;
                known[place] = new(letter.Subject, letter.Name, letter.Sender, date, form, letter.Address, letter.Beginning);
                if (letter.MayAnswer.Count > 0) unclear.Add((place, letter.MayAnswer));
            }
        }

        foreach (var (place, ids) in unclear)
            if (Meant(ids, senders) is { } id) threads.Answer(place, id);
        while (known.Count < threads.Count) known.Add(null);
        mark = Subjects.MarkOf(subjects);
    }

    /// <summary>
    /// What <c>In-Reply-To: Message from Ann &lt;ann@example.org&gt; of Tuesday &lt;12@example.org&gt;</c> means: a letter that is known; else the
    /// last that is nobody's address.
    /// </summary>
    private string? Meant(IReadOnlyList<string> ids, HashSet<string> senders) =>
        ids.FirstOrDefault(id => (threads.Find(id) is { } place && threads.IsThere(place)) || plan.Earlier.Find(KeyOf(id)) is not null)
        ?? ids.LastOrDefault(id => !senders.Contains(id.ToLowerInvariant()));

    /// <summary>The name; of who has none, the one that they were given: an address is never written, nor made of one.</summary>
    private string Author(Letter letter) => letter.Name ?? nameless.NameOf(letter.Sender);

    private string Author(Known letter) => letter.Name ?? nameless.NameOf(letter.Sender);

    private static string? Refusal(ImportFile file)
    {
        var flags = file.Path.LastIndexOf(":2,", StringComparison.Ordinal) is >= 0 and var at ? file.Path[(at + 3)..] : "";
        return flags.Contains('T', StringComparison.Ordinal) ? "in the bin" : flags.Contains('D', StringComparison.Ordinal) ? "drafts" : null;
    }

    private static string NumberOf(string id) => "m" + Plainly.Hash(id, 16);

    private static string KeyOf(string id) => $"mbox letter {NumberOf(id)}";

    private void AddPosts()
    {
        for (var place = 0; place < threads.Count; place++)
        {
            var id = threads.Id(place);
            if (threads.IsEarlier(place))
            {
                if (threads.Branches(place) > 0) earlier.Add(place, plan.Earlier.Find(KeyOf(id))!.Value);
                continue;
            }

            var isRoot = threads.IsThere(place) ? threads.Answered(place) is null : threads.Branches(place) > 1;
            if (isRoot && threads.IsThere(place) && plan.Earlier.WasComment(KeyOf(id)))
            {
                // What was a comment once stays one, even if what it answers is missing now.
                if (plan.Earlier.Find(KeyOf(id)) is { } stood) earlier.Add(place, stood);
                else gone.Add(place);
                continue;
            }

            // What was a post once stays one, even if what it answers has come to light: posts may answer, too.
            if (!isRoot && !(threads.IsThere(place) && plan.Earlier.WasPost(KeyOf(id)))) continue;
            posts.Add(place);
            var (subject, date) = known[place] is { } letter ? (letter.Subject, letter.Date) : FirstAnswer(place);
            plan.Add(new()
            {
                Key = KeyOf(id),
                SourceId = NumberOf(id),
                WantedSlug = Subjects.Plain(subject, mark),
                Date = date,
            });
        }
    }

    private (string Subject, EntryDate Date) FirstAnswer(int place)
    {
        if (firstAnswers is null)
        {
            firstAnswers = [];
            for (var letter = 0; letter < threads.Count; letter++)
            {
                if (!threads.IsThere(letter) || threads.Answered(letter) is not { } answered) continue;
                if (!firstAnswers.TryGetValue(answered, out var first) || known[letter]!.Date < known[first]!.Date) firstAnswers[answered] = letter;
            }
        }

        var answer = known[firstAnswers[place]]!;
        return (answer.Subject, answer.Date);
    }

    private IEnumerable<NewFile> Letter(RawLetter raw, HashSet<int> seen)
    {
        if (Refusal(new(raw.File, 0, () => Stream.Null)) is { } refusal)
        {
            Account.Skip(PieceKind.Comment, refusal);
            yield break;
        }

        var copy = Mail.Letter.Read(raw, plan.Zone);
        var id = copy.Id;
        if (copy.Refusal is { } refused)
        {
            Account.Skip(PieceKind.Comment, refused);
            if (threads.Find(id) is not { } other || !threads.IsThere(other)) plan.Withdraw(KeyOf(id), refused);
            yield break;
        }

        var place = threads.Find(id)!.Value;
        var letter = known[place]!;
        if (!seen.Add(place))
        {
            Account.Skip(posts.Contains(place) ? PieceKind.Post : PieceKind.Comment, "copies of a letter that is there already, by its Message-ID");
            if (copy.Subject != letter.Subject || Author(copy) != Author(letter) || (copy.Date is var (date, _) && date != letter.Date) || copy.Beginning != letter.Beginning)
                Account.Note("Letters with the Message-ID of another, which is all that was imported", $"`{raw.File}`, line {Account.Number(raw.Line)}: as {KeyOf(id)}");
            yield break;
        }

        var isPost = posts.Contains(place);
        var top = tops[place];
        var slot = SlotOf(top);
        if (!isPost && slot.IsGone)
        {
            plan.SkipCommentOf(slot);
            yield break;
        }

        var label = isPost ? $"`{slot.Path}`" : $"`{slot.Stem}`: {NumberOf(id)}";
        if (raw.IsCut) Account.Note("Letters cut at 64 MiB", label);
        if (raw.IsHeadless) Account.Note("Letters without a header, all of which is text", $"`{raw.File}`, line {Account.Number(raw.Line)}: {label}");
        var subject = Subjects.Plain(letter.Subject, mark);
        var opening = (earlier.TryGetValue(top, out var before) ? before.Post.Title : known[top]?.Subject) is { } opened ? Subjects.Plain(opened, mark) : subject;
        var isOwn = !isPost && subject.Length > 0 && !subject.Equals(opening, StringComparison.OrdinalIgnoreCase);
        var (body, attached) = LetterBody.Read(raw, !isPost, isOwn ? subject : null, (words.Signature, words.Quoted));
        body = new(Plainly.Lines(body.Text), body.Format);
        var saved = new List<string>();
        foreach (var (file, number) in attached.Select((file, i) => (file, i + 1)))
        {
            var path = $"content/media/mail/{NumberOf(id)}/{file.Name}";
            if (options.Attachments)
            {
                saved.Add(path["content/".Length..]);
                yield return plan.Attachment($"mbox file {NumberOf(id)} {Account.Number(number)}", path, file.Bytes);
            }
            else
            {
                Account.Skip(PieceKind.Attachment, "files that came with letters (--attachments saves them)");
                Account.Note("Files that came with letters", $"{label}: `{file.Name}`, {Account.Number(file.Bytes.Length)} bytes");
            }
        }

        var text = body.Text + Links(saved, body.Format);
        var origin = new Origin("mbox", MailMask.Of(id).Text, letter.Address);
        var answered = threads.Answered(place) is { } target && !(target == top && IsPost(top)) ? target : (int?)null;
        if (isPost)
        {
            yield return plan.File(slot, new Post
            {
                Id = slot.Id,
                Slug = slot.Slug,
                Title = subject.Length > 0 ? subject : words.NoSubject,
                Date = slot.Date,
                Authors = [Author(letter)],
                ReplyTo = threads.Answered(place) is { } above ? Elsewhere(above) : null,
                Body = text,
                Origin = origin,
                Source = default,
                BodySource = default,
            }, PieceKind.Post, isDraft: false, letter.Form);
            yield break;
        }

        yield return plan.File(KeyOf(id), slot, new Comment
        {
            Id = NumberOf(id),
            PostId = slot.Id,
            Date = letter.Date,
            Authors = [Author(letter)],
            ReplyTo = answered is { } parent ? new(NumberOf(threads.Id(parent)), default) : null,
            Body = text,
            Format = body.Format,
            Origin = origin,
            Source = default,
            BodySource = default,
        }, (string?)null, letter.Form);
    }

    private static PostSlot NoSlot { get; } = new() { Key = "", SourceId = "", WantedSlug = "", Date = default, IsGone = true };

    private bool IsPost(int top) => earlier.TryGetValue(top, out var before) ? before.IsPost : posts.Contains(top);

    private PostSlot SlotOf(int top) => gone.Contains(top) ? NoSlot : earlier.TryGetValue(top, out var before) ? plan.PlaceOf(before.Post) : plan.Find(KeyOf(threads.Id(top)))!;

    /// <summary>Null where somebody deleted what is answered.</summary>
    private Reference? Elsewhere(int above)
    {
        var top = tops[above];
        var slot = SlotOf(top);
        return slot.IsGone ? null : new(top == above && IsPost(top) ? slot.Id : $"{slot.Id}#{NumberOf(threads.Id(above))}", default);
    }

    private static string Links(List<string> saved, BodyFormat format)
    {
        if (saved.Count == 0) return "";
        var links = new StringBuilder("\n\n");
        foreach (var path in saved)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            links.Append(format == BodyFormat.Html ? $"<p><a href=\"{path}\">{name}</a></p>\n" : $"- [{name}]({path})\n");
        }

        return links.ToString().TrimEnd('\n');
    }

    /// <summary>A letter that several answer and nobody has is a post without words, so that its answers stay together.</summary>
    private IEnumerable<NewFile> MissingRoots()
    {
        var count = 0;
        foreach (var place in posts.Where(p => !threads.IsThere(p)).Order())
        {
            var slot = plan.Find(KeyOf(threads.Id(place)))!;
            count += threads.Branches(place);
            Account.Note("Letters that are missing, and have a post without words for their answers", $"`{slot.Path}`");
            yield return plan.File(slot, new Post
            {
                Id = slot.Id,
                Slug = slot.Slug,
                Title = Subjects.Plain(FirstAnswer(place).Subject, mark) is { Length: > 0 } subject ? subject : slot.Slug,
                Date = slot.Date,
                Authors = [],
                Body = "",
                Status = Status.Redacted,
                Removal = new(words.Missing, null),
                Origin = new("mbox", MailMask.Of(threads.Id(place)).Text, null),
                Source = default,
                BodySource = default,
            }, PieceKind.Post) with
            { Kind = null };
        }

        // What an earlier import put there stays as it is.
        foreach (var (place, before) in earlier.Where(e => e.Value is { IsPost: true, Post: { Status: Status.Redacted, Authors.Count: 0, Origin.System: "mbox" } }).OrderBy(e => e.Key))
        {
            count += threads.Branches(place);
            Account.Note("Letters that are missing, and have a post without words for their answers", $"`{before.Post.Source.File}`");
        }

        if (count > 0) Account.Tell(Catalogue.MissingAnswered(new(source.Name), count));
    }

    /// <summary>Letters that call themselves answers and do not say of what: the report says what they may answer.</summary>
    private void Guess()
    {
        var bySubject = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in posts.Where(threads.IsThere).OrderBy(p => known[p]!.Date))
            bySubject.TryAdd(Subjects.Plain(known[place]!.Subject, mark), place);
        foreach (var place in posts.Where(threads.IsThere).Order())
        {
            var subject = Subjects.Plain(known[place]!.Subject, mark);
            if (!IsAnswer(known[place]!.Subject) || bySubject[subject] == place) continue;
            Account.Note("Letters that may answer another, by their subject alone",
                $"`{plan.Find(KeyOf(threads.Id(place)))!.Path}` may answer `{plan.Find(KeyOf(threads.Id(bySubject[subject])))!.Path}`");
        }
    }

    private bool IsAnswer(string subject) =>
        Subjects.IsAnswer(mark is not null && subject.StartsWith(mark, StringComparison.OrdinalIgnoreCase) ? subject[mark.Length..] : subject);

    private sealed record Known(string Subject, string? Name, string Sender, EntryDate Date, DateForm Form, string? Address, ulong Beginning);
}
