using System.Runtime.InteropServices;
using Palabre.Cli;
using Palabre.Model;

Escapes.Prepare();
KeptMemory.Shared.Overflow = new Palabre.Disk.Overflow(Path.GetTempPath());

// Whoever closes the window wants an end as with Ctrl-C, which leaves nothing half-done. (Windows ends whoever was in it anyway.)
using var closed = new CancellationTokenSource();
using var hangup = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
{
    signal.Cancel = true;
    closed.Cancel();
});
return await CommandLine.Run(args, new(), cancel: closed.Token);
