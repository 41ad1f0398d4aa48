using Palabre.Model;

namespace Palabre.Diagnostics;

public static partial class Catalogue
{
    private static readonly Rule PreviewFailedRule = new("PAL4080", Severity.Error, "The preview cannot show what was saved",
        "`palabre serve` met something that it was not made for, and goes on: it shows the site as it was before, and tries "
        + "again with the next change. It is a mistake of the program, or of a look's templates; please report it.");

    /// <param name="source">The page that cannot be made, or the site's folder.</param>
    public static Diagnostic PreviewFailed(SourceLocation source, string reason) => PreviewFailedRule.At(source,
        $"The preview fails: {Excerpt.ForTerminal(reason.ReplaceLineEndings(" "), 300)}",
        "Undo the last change to see what brings it about; palabre check may tell more.");
}
