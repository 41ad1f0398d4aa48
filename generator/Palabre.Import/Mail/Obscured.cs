using System.Text.RegularExpressions;

namespace Palabre.Import.Mail;

/// <summary>
/// Addresses as archives on the web write them, <c>ann at example.org</c>: anybody reads them. Masked as others are, where nothing but an
/// address can be meant; of «look at example.org» nobody knows.
/// </summary>
internal static partial class Obscured
{
    internal static string Masked(string text) => text.Contains(" at ", StringComparison.Ordinal) ? Address().Replace(text, "$1@…") : text;

    // Between '<' and '>', behind a word that addresses stand behind, or before one that says who is quoted. Bounded, so that time is that of the length.
    [GeneratedRegex(
        @"(?:(?<=<|mailto:|^[> \t]{0,20}(?:From|To|Cc|Reply-To|Sender):[ \t]{1,4})|(?=[^\s<>@(]{1,64} at [A-Za-z0-9.-]{1,120}>?\s{0,2}(?:\([^)\n]{1,80}\)\s{0,2})?(?:wrote|writes|schrieb|a écrit)\b))"
        + @"([^\s<>@(]{1,64}) at (?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Address();
}
