return await Palabre.Cli.CommandLine.Run(args, new());
