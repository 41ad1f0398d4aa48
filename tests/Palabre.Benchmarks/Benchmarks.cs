using BenchmarkDotNet.Running;

namespace Palabre.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/Palabre.Benchmarks -- --filter '*'</c></summary>
internal static class Benchmarks
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Benchmarks).Assembly).Run(args);
}
