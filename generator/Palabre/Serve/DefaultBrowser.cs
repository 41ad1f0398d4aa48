using System.ComponentModel;
using System.Diagnostics;

namespace Palabre.Serve;

/// <summary>The browser that this machine opens addresses with.</summary>
internal static class DefaultBrowser
{
    /// <returns>False where there is none: the address is on the terminal all the same.</returns>
    internal static bool Open(string address)
    {
        try
        {
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open") { ArgumentList = { address }, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start);
            return true;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
