using Palabre.Model;

KeptMemory.Shared.Overflow = new Palabre.Disk.Overflow(Path.GetTempPath());
return await Palabre.Cli.CommandLine.Run(args, new());
