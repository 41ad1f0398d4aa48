using System.Text;
using Palabre.Diagnostics;
using Palabre.Import.Jekyll;

namespace Palabre.Import;

/// <summary>Tells by its beginning what an export is.</summary>
public static class Recognition
{
    private const int Head = 64 << 10;

    /// <summary>The kind of a source, and those of its files that are to be read.</summary>
    /// <param name="wanted">What the command line says it is; null to find out.</param>
    /// <exception cref="ImportException">It is of no kind, or of one that is no archive.</exception>
    public static (ImportKind Kind, ImportSource Source) Of(ImportSource source, ImportKind? wanted)
    {
        if (source.Files.Count == 0) throw new ImportException(Catalogue.NoSource(new(source.Name), "it holds nothing"));
        if (wanted is ImportKind.Jekyll) return (ImportKind.Jekyll, source);
        if (source.IsFolder && wanted is null && IsSite(source)) return (ImportKind.Jekyll, source);
        var unpacked = source with { Files = [.. source.Files.SelectMany(file => source.IsFolder && !IsPacked(file.Path) ? [file] : Packed.Look(file))] };
        var isOneFile = source.Files.Count == 1 && !source.IsFolder && unpacked.Files is [var only] && only.Path == source.Files[0].Path;
        if (unpacked.Files.Count == 0) throw new ImportException(Catalogue.NothingPacked(new(source.Name)));

        var kinds = unpacked.Files.Select(file => (File: file, Kind: KindOf(file))).ToArray();
        if (kinds.FirstOrDefault(k => k.Kind.IsForDisqus).File is { } dialect) throw new ImportException(Catalogue.DisqusDialect(new(dialect.Path, 1, 1)));
        if (wanted is { } kind)
        {
            var fitting = kinds.Where(k => k.Kind.Kind == kind || unpacked.Files.Count == 1).Select(k => k.File).ToArray();
            if (fitting.Length == 0) throw new ImportException(Catalogue.UnknownSource(new(source.Name)));
            return (kind, unpacked with { Files = fitting, Others = [.. unpacked.Files.Except(fitting).Select(file => file.Path)] });
        }

        foreach (var candidate in new[] { ImportKind.Blogger, ImportKind.WordPress, ImportKind.Disqus, ImportKind.Jsonl, ImportKind.Mbox })
        {
            ImportFile[] files = [.. kinds.Where(k => k.Kind.Kind == candidate).Select(k => k.File)];
            if (files.Length > 0) return (candidate, unpacked with { Files = files, Others = [.. kinds.Where(k => k.Kind.Kind != candidate).Select(k => k.File.Path)] });
        }

        throw new ImportException(isOneFile || source.IsFolder ? Catalogue.UnknownSource(new(source.Name)) : Catalogue.NothingPacked(new(source.Name)));
    }

    private static bool IsPacked(string path) =>
        path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static bool IsSite(ImportSource source) => source.Files.Any(f =>
        JekyllFiles.Configurations.Contains(f.Path) || f.Path.StartsWith("_posts/", StringComparison.Ordinal));

    private static (ImportKind? Kind, bool IsForDisqus) KindOf(ImportFile file)
    {
        // A folder of mail has one file a letter.
        if (IsLetter(file.Path)) return (ImportKind.Mbox, false);
        var bytes = new byte[Head];
        int read;
        using (var stream = file.Open()) read = stream.ReadAtLeast(bytes, Head, throwOnEndOfStream: false);
        var head = Encoding.Latin1.GetString(bytes, 0, read);
        if (head.Contains('\0', StringComparison.Ordinal)) head = head.Replace("\0", "", StringComparison.Ordinal); // UTF-16
        var start = head.AsSpan().TrimStart("\u00EF\u00BB\u00BF\u00FE\u00FF \t\r\n");
        if (start.StartsWith("{") || (start.StartsWith("[") && start[1..].TrimStart().StartsWith("{"))) return (ImportKind.Jsonl, false);
        if (start.StartsWith("From ") || (IsHead(start) && file.Path.Split('/') is not [.., "tmp", _])) return (ImportKind.Mbox, false);
        if (!start.StartsWith("<")) return (null, false);
        if (Names("wordpress.org/export/")) return (ImportKind.WordPress, Names("www.disqus.com"));
        if (Names("<disqus")) return (ImportKind.Disqus, false);
        return Names("schemas.google.com/blogger/20") || Names("blogger.com,1999:") ? (ImportKind.Blogger, false) : (null, false);

        bool Names(string mark) => head.Contains(mark, StringComparison.Ordinal);
    }

    /// <summary>Whether a text begins as a letter does, in a file of whatever name.</summary>
    private static bool IsHead(ReadOnlySpan<char> start)
    {
        var end = start.IndexOf("\n\n") is >= 0 and var unix ? unix : start.IndexOf("\r\n\r\n");
        var head = end < 0 ? start : start[..end];
        return Mail.Envelope.IsKnownField(Encoding.Latin1.GetBytes(head.ToString())) && HasField(head, "From:") && (HasField(head, "Date:") || HasField(head, "Message-ID:"));
    }

    private static bool HasField(ReadOnlySpan<char> head, string field)
    {
        foreach (var line in head.EnumerateLines())
            if (line.StartsWith(field, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    internal static bool IsLetter(string path) => path.Split('/') is [.., "cur" or "new", _] || path.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);
}
