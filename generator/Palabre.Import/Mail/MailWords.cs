namespace Palabre.Import.Mail;

/// <summary>What an import of mail says itself, in the language of the site.</summary>
/// <param name="Signature">The name of the fold that a signature is in.</param>
/// <param name="Quoted">The name of the fold that a letter below its answer is in.</param>
/// <param name="Nameless">Who gave no name; a number follows.</param>
/// <param name="NoSubject">The title of a letter without one.</param>
/// <param name="Missing">Why nothing is said where a letter is missing.</param>
internal sealed record MailWords(string Signature, string Quoted, string Nameless, string NoSubject, string Missing)
{
    private static readonly MailWords English = new("Signature", "Quoted message", "Correspondent", "(no subject)", "This letter is missing from the list's archive.");
    private static readonly MailWords French = new("Signature", "Message cité", "Correspondant", "(sans objet)", "Cette lettre manque dans les archives de la liste.");

    /// <summary>English where it is not French.</summary>
    internal static MailWords Of(string language) =>
        language.Equals("fr", StringComparison.OrdinalIgnoreCase) || language.StartsWith("fr-", StringComparison.OrdinalIgnoreCase) ? French : English;
}
