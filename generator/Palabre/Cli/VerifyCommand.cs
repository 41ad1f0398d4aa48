using System.CommandLine;
using Palabre.Disk;
using Palabre.Verify;

namespace Palabre.Cli;

/// <summary>
/// <c>verify &lt;folder or address&gt;…</c>: compares with the recorded hashes. Exit status 0 if all is as recorded, 1 if not;
/// 2 or 3 where that cannot be told. The one command that asks the network.
/// </summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var places = new Argument<string[]>("place")
        {
            Description = "A folder that was built, or the address at which it is published; several may be given.",
            Arity = ArgumentArity.OneOrMore,
        };
        places.Validators.Add(CommonOptions.RefuseOption);
        places.Validators.Add(PathValue.RefuseEmpty);
        var against = new Option<FileInfo?>("--against")
        {
            Description = "Compare with this record, rather than with the SHA256SUMS that is there.",
            HelpName = "file",
            CustomParser = PathValue.File,
        };
        var timeout = new Option<int>("--timeout")
        {
            Description = "How long to wait for a file of an address.",
            HelpName = "seconds",
            DefaultValueFactory = _ => 60,
        };
        timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var seconds) || seconds is < 1 or > 3600))
                result.AddError("--timeout takes a number of seconds from 1 to 3600.");
        });
        var command = new Command("verify", "Compare a folder or a published site with the hashes that its build recorded.") { places, against, timeout, SiteOptions.NewVerbose() };
        command.SetAction((line, cancel) => Verify(
            line, line.GetRequiredValue(places), line.GetValue(against), TimeSpan.FromSeconds(line.GetValue(timeout)), cancel));
        return command;
    }

    private static async Task<int> Verify(ParseResult line, string[] places, FileInfo? against, TimeSpan timeout, CancellationToken cancel)
    {
        var output = line.InvocationConfiguration.Output;
        var status = ExitStatus.Good;
        foreach (var place in places)
        {
            try
            {
                var record = against is null ? null : RecordAt(against);
                var verified = place.Contains("://", StringComparison.Ordinal)
                    ? await OfAddress(timeout, place, record, cancel) : OfFolder(place, record, cancel);
                foreach (var difference in verified.Differences) output.WriteLine(difference);
                output.WriteLine(verified.Summary());
                if (verified.Differences.Count > 0) status = Math.Max(status, ExitStatus.Content);
            }
            catch (CannotVerifyException e)
            {
                Refusal.Tell(line, new Refusal(e.Message, e.Hint));
                status = Math.Max(status, e.IsOfMachine ? ExitStatus.Machine : ExitStatus.Usage);
            }
        }

        return status;
    }

    private static async Task<Verification> OfAddress(TimeSpan timeout, string place, OutputRecord? record, CancellationToken cancel)
    {
        var site = SiteVerifier.AddressOf(place)
            ?? throw new CannotVerifyException($"{Refusal.Quote(place)} is not the address of a site.", "Write it whole, as https://example.org/archive/.");
        using var verifier = new SiteVerifier(site, timeout);
        return await verifier.Verify(record ?? await verifier.Record(cancel), cancel);
    }

    private static Verification OfFolder(string place, OutputRecord? record, CancellationToken cancel)
    {
        var folder = new DirectoryInfo(place);
        if (!folder.Exists)
            throw new CannotVerifyException($"There is no folder {Refusal.Quote(place)}.", "Name the folder that was built, as output, or an address that begins with https://.");
        return FolderVerifier.Verify(folder, place, record ?? RecordAt(new(Path.Combine(folder.FullName, OutputPaths.Record))), cancel);
    }

    private static OutputRecord RecordAt(FileInfo file)
    {
        if (!file.Exists) throw new CannotVerifyException($"There is no record {Refusal.Quote(file.FullName)}.", "Palabre writes one into each folder that it builds: SHA256SUMS.");
        var record = OutputRecord.Parse(File.ReadAllBytes(file.FullName));
        return record.IsOurs ? record
            : throw new CannotVerifyException($"{Refusal.Quote(file.FullName)} is no record of Palabre's.", "Palabre writes one into each folder that it builds: SHA256SUMS.");
    }
}
