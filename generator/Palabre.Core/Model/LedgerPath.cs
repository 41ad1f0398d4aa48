namespace Palabre.Model;

/// <summary>Where the record of published addresses stands.</summary>
public static class LedgerPath
{
    public const string File = "content/addresses.txt";
}
