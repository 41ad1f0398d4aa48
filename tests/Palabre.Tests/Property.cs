using CsCheck;

namespace Palabre.Tests;

/// <summary>
/// What holds of whatever is drawn. The same samples come each time and on each machine, so that a commit that passed passes again.
/// <c>PALABRE_SAMPLES=100</c> draws a hundred times as many, others each time, to look further.
/// </summary>
internal static class Property
{
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("PALABRE_SAMPLES") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="samples">How to draw one.</param>
    /// <param name="check">Throws where it does not hold.</param>
    /// <param name="count">How many to draw.</param>
    internal static void Holds<T>(this Gen<T> samples, Action<T> check, int count = 100)
    {
        // NUnit counts failed assertions by thread, and the first is enough.
        if (Times > 0)
        {
            samples.Sample(check, iter: (long)count * Times, threads: 1);
            return;
        }

        var random = new PCG(1, 1);
        for (var drawn = 0; drawn < count; drawn++)
        {
            var seed = random.ToString();
            var sample = samples.Generate(random, null, out _);
            try
            {
                check(sample);
            }
            catch (Exception)
            {
                // Once more, to look for a smaller one that fails.
                samples.Sample(check, seed: seed, iter: 1000, threads: 1);
                throw;
            }
        }
    }

    internal static void Holds<T1, T2>(this Gen<(T1, T2)> samples, Action<T1, T2> check, int count = 100) =>
        samples.Holds(sample => check(sample.Item1, sample.Item2), count);

    internal static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> samples, Action<T1, T2, T3> check, int count = 100) =>
        samples.Holds(sample => check(sample.Item1, sample.Item2, sample.Item3), count);
}
