using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Reading;

namespace Palabre.Disk;

/// <summary>Why the state of a site at a reference cannot be read.</summary>
/// <param name="IsOfMachine">Nothing that the editor wrote is wrong.</param>
internal sealed record GitProblem(string Message, string Hint, bool IsOfMachine = false);

/// <summary>
/// A site as git has it at some reference. Nothing is checked out: files that are the same in the working tree are read
/// there, the others from git's store. Links and submodules are not followed.
/// </summary>
/// <param name="root">The site's folder, somewhere in a repository.</param>
internal sealed class GitSite(DirectoryInfo root, CancellationToken cancel)
{
    // What a change brought along is not to be taken for a repository, whose settings name programs. And nothing is to run, or to be written, because one
    // looks; but for the filters that whoever set up this repository wants its files to go through.
    private static readonly string[] Guards = ["-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "diff.autoRefreshIndex=false"];

    private readonly Dictionary<string, ReadOnlyMemory<byte>> changed = new(StringComparer.Ordinal);

    /// <summary>
    /// Which files of the repository are others now, or new, or gone, from the site's folder; but for those that git ignores. Known once it is open.
    /// </summary>
    internal IReadOnlyCollection<string> Differing { get; private set; } = [];

    /// <summary>Too little of the history is here to know where this branch left that state. Known once it is open.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>Where this folder had no site: those that had one and have none now, from the root of the repository. Known once it is open.</summary>
    internal IReadOnlyList<string> Elsewhere { get; private set; } = [];

    /// <summary>Where this branch left what it is compared with, if that has gone on since; null if not. Known once it is open.</summary>
    internal string? Fork { get; private set; }

    /// <summary>
    /// The branch that is most likely published: <c>main</c>, unless the folder is the root of a repository that has none and is on another.
    /// </summary>
    internal static string MainBranch(DirectoryInfo folder, CancellationToken cancel)
    {
        const string usual = "main";
        if (!Path.Exists(Path.Join(folder.FullName, ".git"))) return usual;
        try
        {
            var git = new GitSite(folder, cancel);
            if (git.Git("rev-parse", "--verify", "--quiet", "refs/heads/" + usual).Status == 0) return usual;
            var (status, name, _) = git.Git("symbolic-ref", "--quiet", "--short", "HEAD");
            return status == 0 && name.Trim() is { Length: > 0 } branch && branch.All(c => char.IsAsciiLetterOrDigit(c) || "._-/".Contains(c, StringComparison.Ordinal)) ? branch : usual;
        }
        catch (Win32Exception)
        {
            return usual; // there is no git
        }
    }

    /// <summary>The files of the site at <paramref name="reference"/>; null and the problem where there are none to be had.</summary>
    /// <param name="reference">A branch, a tag, a commit: whatever git takes for one.</param>
    internal (SiteFiles? Files, GitProblem? Problem) Open(string reference)
    {
        var shown = Excerpt.ForTerminal(reference, 100);
        try
        {
            var inside = Git("rev-parse", "--is-inside-work-tree");
            if (inside.Error.Contains("bare repository", StringComparison.Ordinal) || (Git("rev-parse", "--absolute-git-dir") is { Status: 0, Text: var own } && IsWithin(own.Trim())))
                return (null, new("A folder here poses as a repository: files named HEAD, objects, refs and config are in it.", "Remove them: whoever brought them wants git to run what they name."));
            if (inside.Status != 0 || inside.Text.Trim() != "true")
            {
                return (null, inside.Status == 0 || inside.Error.Contains("not a git repository", StringComparison.Ordinal)
                    ? new("The site is in no git repository, so there is no state to compare it with.", "Run git init, or check without --base.")
                    : Refused(inside));
            }

            if (reference.Length == 0 || reference[0] == '-') return (null, new($"'{shown}' is no git reference.", "Name a branch, a tag or a commit: --base origin/main."));
            var commit = Git("rev-parse", "--verify", "--quiet", reference + "^{commit}");
            if (commit.Status != 0)
            {
                return (null, new($"Git knows no '{shown}' here.",
                    "Fetch it first: git fetch origin main, then --base FETCH_HEAD; on GitHub, fetch-depth: 0 for actions/checkout."));
            }

            // What others added meanwhile is not what this branch takes away.
            var named = commit.Text.Trim();
            var (status, text, _) = Git("merge-base", named, "HEAD");
            if (status == 0 && text.Trim() is { Length: > 0 } fork && fork != named) Fork = fork;
            IsCut = status != 0 && Git("rev-parse", "--is-shallow-repository").Text.Trim() == "true";
            return Read(Fork ?? named);
        }
        catch (Win32Exception)
        {
            return (null, new("Git is not to be found on this machine, and --base needs it.", "Install git, or check without --base.", IsOfMachine: true));
        }
    }

    private (SiteFiles? Files, GitProblem? Problem) Read(string commit)
    {
        // From the site's folder, and only what is below it.
        var listing = Git("ls-tree", "-r", "-z", "-l", commit);
        if (listing.Status != 0) return (null, Refused(listing));
        var prefix = Git("rev-parse", "--show-prefix");
        if (prefix.Status != 0) return (null, Refused(prefix));
        // Of the whole repository: beside a site in one of its folders are the workflows that publish it.
        var differing = Git("diff", "--name-only", "-z", "--no-relative", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none", commit, "--");
        if (differing.Status != 0) return (null, Refused(differing));
        var unknown = Git("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/");
        if (unknown.Status != 0) return (null, Refused(unknown));
        var folder = prefix.Text.TrimEnd('\n');
        var differs = $"{differing.Text}\0{unknown.Text}".Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(FromSite).ToHashSet(StringComparer.Ordinal);
        Differing = differs;

        var files = new List<SourceFile>();
        var wanted = new List<(string Path, string Blob)>();
        foreach (var line in listing.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var (path, facts) = (line[(tab + 1)..], line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (!facts[0].StartsWith("100", StringComparison.Ordinal)) continue; // 120000 is a link, 160000 a submodule
            if (SourceNames.HasLeftover(path) || path.Split('/').Any(name => !SourceNames.IsUsable(name))) continue;
            var length = long.Parse(facts[3], CultureInfo.InvariantCulture);
            files.Add(new(path, length));
            if (differs.Contains(path) && length <= SiteFolder.DefaultLimit && IsText(path)) wanted.Add((path, facts[2]));
        }

        if (Fetch(wanted) is { } problem) return (null, problem);
        if (!files.Exists(file => file.Path == SettingsReader.Path) && Git("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit) is { Status: 0, Text: var all })
        {
            Elsewhere = [.. all.Split('\0').Where(path => (path == SettingsReader.Path || path.EndsWith("/" + SettingsReader.Path, StringComparison.Ordinal)) && !File.Exists(Path.Join(root.FullName, FromSite(path))))
                .Select(path => path[..^SettingsReader.Path.Length].TrimEnd('/') is { Length: > 0 } site ? site : ".")];
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        var disk = new SourceReader(root.FullName, SiteFolder.DefaultLimit);
        return (new(files, file => changed.TryGetValue(file.Path, out var bytes) ? new(bytes, null)
            : differs.Contains(file.Path) ? default : disk.Read(file)), null);

        string FromSite(string path) => path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..]
            : Path.GetRelativePath("/" + folder, "/" + path).Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Whether the site is in a folder that git keeps its own files in. Git before 2.38 knows no safe.bareRepository.</summary>
    private bool IsWithin(string folder) => RealPath.Of(root.FullName) is { } site && RealPath.Of(Path.GetFullPath(folder)) is { } own && RealPath.IsWithin(site, own);

    /// <summary>What is read rather than copied.</summary>
    private static bool IsText(string path) => SourceNames.IsLikeFile(path) || path.EndsWith(".html", StringComparison.Ordinal) || path == Ledger.Path;

    /// <summary>Reads blobs through one process: each name is answered by a line with its length, and the bytes.</summary>
    private GitProblem? Fetch(List<(string Path, string Blob)> wanted)
    {
        if (wanted.Count == 0) return null;
        using var git = Start("cat-file", "--batch");
        using var kill = cancel.Register(() => Kill(git));
        // Git answers while it is asked: both at once, or its pipe is full and it waits for ever.
        var asking = Task.Run(() =>
        {
            foreach (var (_, blob) in wanted) git.StandardInput.Write(blob + "\n");
            git.StandardInput.Close();
        }, CancellationToken.None);
        var output = git.StandardOutput.BaseStream;
        foreach (var (path, _) in wanted)
        {
            var head = Line(output).Split(' ');
            cancel.ThrowIfCancellationRequested(); // whoever was killed answers nothing
            if (head is not [_, "blob", var size])
            {
                Kill(git);
                return new($"Git cannot read '{Excerpt.ForTerminal(path, 100)}' of that state.", "A partial clone lacks it: git fetch --refetch.");
            }

            var bytes = new byte[long.Parse(size, CultureInfo.InvariantCulture)];
            if (output.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            {
                cancel.ThrowIfCancellationRequested();
                throw new EndOfStreamException();
            }

            output.ReadByte(); // the line's end
            changed[path] = bytes;
        }

        asking.GetAwaiter().GetResult();
        git.WaitForExit();
        return null;
    }

    private static string Line(Stream stream)
    {
        var line = new StringBuilder();
        for (var b = stream.ReadByte(); b is not (-1 or '\n'); b = stream.ReadByte()) line.Append((char)b);
        return line.ToString();
    }

    private static GitProblem Refused((int Status, string Text, string Error) run) =>
        new($"Git refuses: {Excerpt.ForTerminal(run.Error.Split('\n')[0], 200)}",
            run.Error.Split('\n').FirstOrDefault(line => line.Contains("safe.directory", StringComparison.Ordinal)) is { } remedy
                ? $"If you trust who owns it: {Excerpt.ForTerminal(remedy.Trim(), 300)}" : "Put that right, or check without --base.", IsOfMachine: true);

    private (int Status, string Text, string Error) Git(params string[] arguments)
    {
        using var git = Start(arguments);
        using var kill = cancel.Register(() => Kill(git));
        git.StandardInput.Close();
        var error = git.StandardError.ReadToEndAsync(CancellationToken.None);
        using var bytes = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(bytes);
        git.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        return (git.ExitCode, Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length), error.GetAwaiter().GetResult().Trim());
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(GitProgram.Path)
        {
            WorkingDirectory = root.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[.. Guards, .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C"; // its words, of which we know some
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0"; // it only looks
        start.Environment["GIT_NO_LAZY_FETCH"] = "1"; // and stays on this machine
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        return Process.Start(start)!;
    }

    private static void Kill(Process git)
    {
        try
        {
            git.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
