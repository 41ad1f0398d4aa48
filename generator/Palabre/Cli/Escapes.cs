using System.Runtime.InteropServices;
using System.Text;

namespace Palabre.Cli;

/// <summary>Whether a terminal shows colours and lets lines be written again, which are escape sequences (ECMA-48).</summary>
internal static class Escapes
{
    private const int Output = -11, Error = -12; // of GetStdHandle
    private const uint AreUnderstood = 4; // ENABLE_VIRTUAL_TERMINAL_PROCESSING

    private static bool areUnderstood = true;

    /// <summary>Windows' own console has to be told, and speaks the code page of its country otherwise.</summary>
    internal static void Prepare()
    {
        if (!OperatingSystem.IsWindows()) return;
        try
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        catch (IOException)
        {
            // There is no console, or one that keeps its own.
        }

        areUnderstood = TellOf(Output) & TellOf(Error);
    }

    /// <summary>Whether they reach somebody who wants them.</summary>
    internal static bool Reach(TextWriter writer) => areUnderstood && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && ((ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected) || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected));

    /// <summary>The same, of colours (no-color.org).</summary>
    internal static bool Colour(TextWriter writer) => Reach(writer) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <returns>False only of a console that does not know them.</returns>
    private static bool TellOf(int stream)
    {
        var handle = GetStdHandle(stream);
        return !GetConsoleMode(handle, out var mode) || SetConsoleMode(handle, mode | AreUnderstood);
    }

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int stream);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint handle, uint mode);
}
