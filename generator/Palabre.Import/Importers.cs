using Palabre.Import.Blogger;
using Palabre.Import.Disqus;
using Palabre.Import.Jekyll;
using Palabre.Import.Jsonl;
using Palabre.Import.Mail;
using Palabre.Import.WordPress;

namespace Palabre.Import;

/// <summary>The importers, by kind.</summary>
public static class Importers
{
    /// <summary>
    /// The files that a source becomes, made one at a time as they are asked for. Each says what piece of the source it
    /// is; pieces that become no file are accounted for on the way.
    /// </summary>
    /// <exception cref="ImportException">While they are asked for: the source cannot be read on.</exception>
    public static IEnumerable<NewFile> Files(ImportKind kind, ImportSource source, SitePlan plan, ImportOptions options) => kind switch
    {
        ImportKind.Blogger => new BloggerImport(source.Files, plan).Read(),
        ImportKind.WordPress => new WordPressImport(source.Files[0], plan, options).Read(),
        ImportKind.Disqus => new DisqusImport(source.Files[0], plan, options).Read(),
        ImportKind.Mbox => new MailImport(source, plan, options).Read(),
        ImportKind.Jekyll => new JekyllImport(source, plan, options).Read(),
        _ => new JsonlImport(source.Files[0], plan).Read(),
    };
}
