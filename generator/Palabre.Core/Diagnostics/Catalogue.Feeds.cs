using Palabre.Model;

namespace Palabre.Diagnostics;

public static partial class Catalogue
{
    private static readonly Rule BadFeedIdRule = new(
        "PAL3070", Severity.Error, "A beginning of feed ids that is none",
        "`feedId` is a domain that was yours, a comma, and a date on which it was, as `example.org,2010`; `:archive` may follow, "
        + "to tell apart several sites of one domain. Readers know entries by these ids, so nothing is guessed.");

    public static Diagnostic BadFeedId(SourceLocation source, string text) =>
        BadFeedIdRule.At(source, $"{Quote(text)}, under 'feedId', does not begin an id.", "Write a domain and a date, as example.org,2010.");
}
