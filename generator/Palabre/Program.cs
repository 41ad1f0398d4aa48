using Palabre.Cli;
using Palabre.Model;

Escapes.Prepare();
KeptMemory.Shared.Overflow = new Palabre.Disk.Overflow(Path.GetTempPath());
return await CommandLine.Run(args, new());
