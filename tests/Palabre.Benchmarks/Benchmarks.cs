using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Palabre.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/Palabre.Benchmarks -- --filter '*'</c>, or
/// <c>-- corpus &lt;folder&gt; --posts N --comments M</c> to write an archive that <c>compare</c> can build, or
/// <c>-- search &lt;folder&gt;</c> to measure what searching an archive takes, <c>-- renew &lt;folder&gt;</c> what a change takes, or
/// <c>-- floor &lt;site&gt;</c> for what reading and
/// writing alone take.
/// </summary>
internal static class Benchmarks
{
    private static int Main(string[] args)
    {
        if (args is ["corpus", ..]) return CorpusCommand.Run(args[1..]);
        if (args is ["search", _, ..]) return SearchCommand.Run(args[1..]);
        if (args is ["renew", _, ..]) return RenewCommand.Run(args[1..]);
        if (args is ["floor", ..]) return FloorCommand.Run(args[1..]);
        // In this process: a project that is made for each run would be restored under this repository's rules for packages.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true)))
            .AddDiagnoser(MemoryDiagnoser.Default);
        BenchmarkSwitcher.FromAssembly(typeof(Benchmarks).Assembly).Run(args, config);
        return 0;
    }
}
