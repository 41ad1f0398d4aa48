using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Writing;

namespace Palabre.Mending;

/// <summary>
/// Puts a pseudonym in the place of an author's name: on every entry, published or not, in what is relayed and in the
/// settings. Their file goes, and with it the page whose address held the name; of their comments, the fields that lead to
/// them. What others wrote is not changed: where it holds the name, that is told.
/// </summary>
public static class Anonymiser
{
    private static readonly Field[] Telling = [CommentFields.Url, CommentFields.Email, CommentFields.Avatar];

    /// <param name="archive">With what was told on the way: ids that were made of names are among it.</param>
    /// <param name="pseudonym">Null: <paramref name="word"/> and the first number that nobody has.</param>
    /// <param name="word">What the site calls an unknown author: «Anonyme».</param>
    public static (Mended? Mended, AuthorRefusal? Refusal) Anonymise(
        SiteFiles site, Checked<Archive> archive, string named, string? pseudonym, string word)
    {
        var names = new AuthorNames(archive.Value);
        var (author, refusal) = names.Find(named);
        if (author is null) return (null, refusal);
        if (archive.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
            return (null, new($"{error.Source} cannot be read, and may hold the name: {error.Message}", "Correct what palabre check says, then begin anew.") { IsOfContent = true });
        var chosen = pseudonym is null ? Numbered(names, word) : OneLine.Of(pseudonym);
        if (AuthorNames.Unusable(chosen) is { } unusable) return (null, unusable);
        // Who comes back by a later import gets the pseudonym that they have.
        if (names.Book.Find(chosen) is { } other && !IsNumbered(other, word))
            return (null, new($"'{chosen}' is the name of an author already: {AuthorNames.Show(other)}.", "Choose a name that nobody has, or a numbered one that was given here before."));

        var changes = new SiteChanges(site);
        var edits = new Edits(changes);
        var work = new Work(names, author, chosen, edits, archive.Diagnostics.Where(d => d.Code == Catalogue.NoIdCode).Select(d => d.Source).ToHashSet());
        Entry[] entries = [.. archive.Value.Posts, .. archive.Value.Comments.SelectMany(c => c), .. archive.Value.Withheld.Select(w => w.Entry)];
        var spellings = entries.SelectMany(e => e.Authors).Where(work.IsMeant).Concat(author.Aliases).Append(author.Name).Append(author.Key).ToHashSet(StringComparer.Ordinal);
        Comment[] theirs = [.. entries.OfType<Comment>().Where(c => c.Authors.Any(work.IsMeant))];
        foreach (var entry in entries) work.Sign(entry);
        foreach (var entry in entries) work.Readdress(entry);
        if (changes.Has(SettingsReader.Path) && edits.Open(SettingsReader.Path)?.Documents is [YamlMap settings]) work.Replace(settings, SiteFields.Author);
        List<Remark> done = [.. edits.Save()];
        foreach (var (path, newPath) in work.Moved)
        {
            if (changes.Has(newPath)) continue;
            changes.Move(path, newPath);
            done.Add(new(path, $"is now {newPath}"));
        }

        if (author.IsDescribed)
        {
            changes.Remove(author.Source.File);
            done.Add(new(author.Source.File, "goes"));
        }

        return (AuthorChanges.Result(changes, Counted(done), [.. edits.Refused, .. Pictures(author, theirs), .. work.ToLookAt, .. Mentions.Of(spellings, Pages(author, theirs), changes.Files, archive.Value.Settings)]) with { Erased = spellings }, null);
    }

    /// <summary>Whether a path, or what an import made a file of, holds one of the names that are to be gone.</summary>
    public static bool Holds(string text, IEnumerable<string> names) => Mentions.Holds(text, names);

    private static bool IsNumbered(Author author, string word) => !author.IsDescribed && author.Name.StartsWith(word + " ", StringComparison.Ordinal)
        && author.Name.AsSpan(word.Length + 1) is { IsEmpty: false } number && !number.ContainsAnyExceptInRange('0', '9');

    private static string Numbered(AuthorNames names, string word)
    {
        for (var number = 1; ; number++)
            if (names.Book.Find($"{word} {number}") is null) return $"{word} {number}";
    }

    private static IEnumerable<Remark> Pictures(Author author, Comment[] theirs) =>
        theirs.Select(c => c.Avatar).Append(author.Avatar).OfType<Written>().Select(avatar => avatar.Text)
            .Distinct(StringComparer.Ordinal).Select(path => new Remark(path, "a picture of this author; delete it if it shows them"));

    /// <summary>What led to them, which may stand elsewhere, too.</summary>
    private static HashSet<string> Pages(Author author, Comment[] theirs) =>
        [.. theirs.Select(c => c.Url).Append(author.Url).OfType<string>().Select(Bare)];

    /// <summary>Without what people write otherwise: scheme and <c>www.</c>; what ends in it may go on.</summary>
    private static string Bare(string url)
    {
        var bare = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        return bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
    }

    private static IReadOnlyList<Remark> Counted(List<Remark> done) => [.. done.GroupBy(r => r)
        .Select(g => g.Count() == 1 ? g.Key : g.Key with { Text = $"{g.Key.Text} ({g.Count()} times)" }).OrderBy(r => r.Place, StringComparer.Ordinal)];

    /// <summary>The edits, entry by entry.</summary>
    private sealed class Work(AuthorNames names, Author author, string pseudonym, Edits edits, HashSet<SourceLocation> madeIds)
    {
        /// <summary>Ids that were made of a date and the name, and what they are made of from now on; by post.</summary>
        private readonly Dictionary<(string Post, string Id), string> newIds = [];

        /// <summary>Files that were named by such an id, and what they are named from now on.</summary>
        internal SortedDictionary<string, string> Moved { get; } = new(StringComparer.Ordinal);

        /// <summary>What of their comments may tell who they are, or not: nobody but an editor knows.</summary>
        internal List<Remark> ToLookAt { get; } = [];

        internal bool IsMeant(string name) => ReferenceEquals(names.Book.Find(name), author);

        internal void Sign(Entry entry)
        {
            if (Map(entry) is not { } map) return;
            if (entry is Post)
            {
                Replace(map, PostFields.Author);
                if (map.Find(PostFields.Relayed.Name) is YamlMap relayed) Replace(relayed, PostFields.RelayedBy);
                return;
            }

            if (!entry.Authors.Any(IsMeant)) return;
            Replace(map, CommentFields.Author);
            foreach (var (key, _) in map.Pairs.Where(pair => Telling.Contains(CommentFields.All.FieldOf(pair.Key.Text))))
                edits.Make(entry.Source, $"'{key.Text}' goes", new RemoveKey(map, key.Text));
            foreach (var (key, _) in map.Pairs.Where(pair => MayTell(pair.Key.Text, pair.Value)))
                ToLookAt.Add(new(entry.Source.File, $"'{Excerpt.ForTerminal(key.Text, 60)}' of '{Excerpt.ForTerminal(entry.Id, 60)}' may tell who they are; take it out if it does"));
            Rename((Comment)entry, map);
        }

        private static bool MayTell(string key, YamlNode value) => CommentFields.All.FieldOf(key) is var field
            && (field is null || field == EntryFields.Extra || (field == EntryFields.Source && (value as YamlMap)?.Find(EntryFields.SourceUrl.Name) is not null));

        /// <summary>An id that was made of a date and the name is made of the pseudonym, and so is the name of the file.</summary>
        private void Rename(Comment comment, YamlMap map)
        {
            if (Slug.From(comment.Authors[0]).Length == 0) return;
            // Readers make it of the whole name, whoever begins a file of one that fits.
            Func<string, string> shown = madeIds.Contains(comment.Source) ? name => name : NewFiles.NameFor;
            var made = CommentReader.IdOf(comment.Date, shown(comment.Authors[0]));
            // Where two were of one moment, a number tells them apart.
            var number = comment.Id.StartsWith(made, StringComparison.Ordinal) ? comment.Id[made.Length..] : null;
            if (number is not ("" or ['-', ..]) || number.AsSpan().TrimStart('-').ContainsAnyExceptInRange('0', '9')) return;
            var id = CommentReader.IdOf(comment.Date, shown(pseudonym)) + number;
            if (!newIds.TryAdd((comment.PostId, comment.Id), id)) return;
            var key = NamesOf(CommentFields.Id).FirstOrDefault(name => map.Find(name) is not null);
            if (key is not null) edits.Make(comment.Source, "the id that was made of the name is made of the other", new SetText(map, key, id));
            if (comment.FileName == comment.Id) Moved[comment.Source.File] = $"{SitePaths.Folder(comment.Source.File)}/{id}{comment.Source.File[comment.Source.File.LastIndexOf('.')..]}";
        }

        /// <summary>A reply to a comment whose id held the name follows it.</summary>
        internal void Readdress(Entry entry)
        {
            if (newIds.Count == 0 || entry.ReplyTo is not { } target) return;
            var mark = target.Text.IndexOf('#', StringComparison.Ordinal);
            var (post, id) = mark >= 0 ? (target.Text[..mark], target.Text[(mark + 1)..]) : ((entry as Comment)?.PostId ?? "", target.Text);
            if (!newIds.TryGetValue((post, id), out var newId) || Map(entry) is not { } map) return;
            var fields = new FieldMap(map, entry is Comment ? CommentFields.All : PostFields.All, []);
            var key = fields.Key(entry is Comment ? CommentFields.ReplyTo : PostFields.ReplyTo);
            edits.Make(target.Source, "answers the same comment, whose id held the name", new SetText(map, key, mark >= 0 ? $"{post}#{newId}" : newId));
        }

        /// <summary>Wherever the field, under any of its names, holds the author.</summary>
        internal void Replace(YamlMap map, Field field)
        {
            foreach (var key in NamesOf(field))
            {
                var value = map.Find(key);
                if (value is YamlScalar scalar && IsMeant(OneLine.Of(scalar.Text))) Make(value, new SetText(map, key, pseudonym));
                if (value is not YamlList list) continue;
                for (var i = 0; i < list.Items.Count; i++)
                    if (list.Items[i] is YamlScalar item && IsMeant(OneLine.Of(item.Text))) Make(item, new SetListed(map, key, i, pseudonym));
            }
        }

        private void Make(YamlNode value, FieldEdit edit) => edits.Make(value.Source, $"the author is now '{pseudonym}'", edit);

        private YamlMap? Map(Entry entry) => edits.Open(entry.Source.File)?.MapAt(entry.Source);

        private static IEnumerable<string> NamesOf(Field field) => field.Aliases.Prepend(field.Name);
    }
}
