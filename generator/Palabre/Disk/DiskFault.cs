namespace Palabre.Disk;

/// <summary>What a disk may refuse at any time, in words.</summary>
internal static class DiskFault
{
    internal static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;

    /// <summary>For what may fail without harm.</summary>
    internal static void Ignore(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (Is(e))
        {
            // The caller says why it does no harm.
        }
    }

    /// <summary>Whether another process, or another build in this one, holds a lock on the file.</summary>
    internal static bool IsBusy(Exception e) => e is IOException { HResult: 11 or 35 or unchecked((int)0x80070020) };

    /// <summary>The reason, to stand after a colon: without capital, path or full stop.</summary>
    internal static string Reason(Exception e) => e switch
    {
        UnauthorizedAccessException => "permission is denied",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        PathTooLongException => "the name is too long for this disk",
        // HResult is the system's own number: of Linux and macOS first, then as Windows wraps it.
        { HResult: 28 or unchecked((int)0x80070070) or unchecked((int)0x80070027) } => "the disk is full",
        { HResult: 30 or unchecked((int)0x80070013) } => "the disk is read-only",
        { HResult: 122 or 69 } => "the disk quota is used up",
        { HResult: 5 } => "the disk fails",
        _ => Plain(e.Message),
    };

    private static string Plain(string message)
    {
        var end = message.AsSpan().IndexOf(" : '"); // where .NET adds the path, which the diagnostic names already
        var text = (end < 0 ? message : message[..end]).TrimEnd('.');
        return text.Length == 0 ? "the system refuses" : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
