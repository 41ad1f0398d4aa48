using System.Diagnostics;
using System.Security.Cryptography;
using Palabre.Diagnostics;
using Palabre.Import;

namespace Palabre.Disk;

/// <summary>Puts imported files into a site's folder: new ones, and those that nobody touched since they were imported.</summary>
internal sealed class ImportDisk(DirectoryInfo root, bool isDryRun)
{
    private const int MostFields = 60; // lines, before the text
    private static readonly string[] SeenTo = ["status: removed", "status: redacted", "status: draft", "status: spam", "status: pending", "draft: true", "published: false", "approved: false", "hidden: true", "spam: true"];

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly SourceWriter writer = new(root);
    private readonly Stopwatch sinceFinish = Stopwatch.StartNew();

    private readonly HashSet<string> asTheSource = new(StringComparer.Ordinal); // of those that were withdrawn there, no one need be told

    internal ImportRecord Record { get; } = ImportRecord.Read(System.IO.Path.Join(root.FullName, ImportRecord.Path));

    internal bool Stands(string path) => File.Exists(System.IO.Path.Join(root.FullName, path));

    /// <summary>Whom a file names as its author, where it stands as imports write it; null of others.</summary>
    internal string? AuthorOf(string path)
    {
        const string field = "author: ";
        return FieldsOf(System.IO.Path.Join(root.FullName, path)).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal))?[field.Length..].Trim();
    }

    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">Permission is denied.</exception>
    internal Outcome Write(NewFile file, Account account)
    {
        var outcome = Put(file, account);
        // Who is killed leaves a record that is seconds old: what it does not know, no later import would bring up to date.
        if (sinceFinish.Elapsed > Interval) Finish();
        if (outcome is Outcome.New or Outcome.Updated or Outcome.Unchanged) asTheSource.Add(file.Path);
        return outcome;
    }

    private Outcome Put(NewFile file, Account account)
    {
        if (file.IsThere) return Outcome.Unchanged;
        var fresh = HashOf(file.Bytes.Span);
        var recorded = Record.HashOf(file.Path);
        var full = System.IO.Path.Join(root.FullName, file.Path);
        if (Record.IsOfAnother(file.Path, file.Key))
        {
            account.Tell(Catalogue.TakenPlace(new(file.Path)));
            return Outcome.Taken;
        }

        if (!File.Exists(full)) return recorded is not null ? Outcome.Deleted : Create(file, fresh, account);

        var standing = HashOf(File.ReadAllBytes(full));
        if (standing == fresh)
        {
            Record.Set(file, fresh);
            return Outcome.Unchanged;
        }

        if (recorded is null)
        {
            account.Tell(Catalogue.ForeignText(new(file.Path)));
            return Outcome.Foreign;
        }

        if (standing != recorded)
        {
            if (fresh != recorded) account.Tell(Catalogue.EditedFile(new(file.Path)));
            return Outcome.Edited;
        }

        if (!isDryRun) writer.Replace(file.Path, file.Bytes.Span);
        Record.Set(file, fresh);
        return Outcome.Updated;
    }

    /// <summary>Tells of files that are published, and whose pieces the source has withdrawn since: an editor decides what becomes of them.</summary>
    internal void TellWithdrawn(Account account)
    {
        foreach (var (path, reason) in account.Withdrawn)
        {
            var full = System.IO.Path.Join(root.FullName, path);
            if (asTheSource.Contains(path) || !File.Exists(full) || FieldsOf(full).Any(IsSeenTo)) continue;
            account.Tell(Catalogue.Withdrawn(new(path), reason));
            account.Note("What the source has withdrawn, and is published here", $"`{path}`: {reason}");
        }
    }

    /// <summary>The lines of a file's fields: of a post, up to where its text begins.</summary>
    private static IEnumerable<string> FieldsOf(string full) => full.EndsWith(".md", StringComparison.Ordinal)
        ? File.ReadLines(full).Skip(1).TakeWhile(line => line.TrimEnd() != "---").Take(MostFields) : File.ReadLines(full).Take(MostFields);

    /// <summary>Whether somebody, or the import itself, has written down that it is not for everybody.</summary>
    private static bool IsSeenTo(string line) => SeenTo.Any(start => line.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Writes the record, even of an import that was stopped half-way: what it wrote is its own.</summary>
    internal void Finish()
    {
        sinceFinish.Restart();
        var bytes = Record.ToBytes();
        if (!isDryRun && bytes.Length > 0) writer.Replace(ImportRecord.Path, bytes);
    }

    private Outcome Create(NewFile file, string hash, Account account)
    {
        if (!isDryRun && writer.Create(file.Path, file.Bytes.Span) != WriteOutcome.Written)
        {
            account.Tell(Catalogue.ForeignText(new(file.Path)));
            return Outcome.Foreign;
        }

        Record.Set(file, hash);
        return Outcome.New;
    }

    /// <summary>Of texts as git keeps them: it may write other line ends than were read.</summary>
    private static string HashOf(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)'\r')) return Convert.ToHexStringLower(SHA256.HashData(bytes));
        var plain = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n') plain[length++] = bytes[i];
        return Convert.ToHexStringLower(SHA256.HashData(plain.AsSpan(0, length)));
    }
}
