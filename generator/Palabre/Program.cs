using Palabre.Model;

TextMemory.Shared.Overflow = new Palabre.Disk.TextOverflow(Path.GetTempPath());
return await Palabre.Cli.CommandLine.Run(args, new());
