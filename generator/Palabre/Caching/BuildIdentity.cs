using System.Globalization;
using System.Text;
using Palabre.Disk;
using Palabre.Model;

namespace Palabre.Caching;

/// <summary>What has a say in every file of an output besides the files of the site: the program and its options.</summary>
internal static class BuildIdentity
{
    /// <param name="options">Each as name and value.</param>
    internal static Digest Of(params IEnumerable<(string Name, object? Value)> options)
    {
        // A compiler gives another id to each other source, and to one with other packages.
        var said = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{typeof(BuildIdentity).Module.ModuleVersionId} {typeof(Settings).Module.ModuleVersionId} {Environment.Version}\n");
        return Digest.Of(Encoding.UTF8.GetBytes(said.Append(Options(options)).ToString()));
    }

    /// <summary>Options alone, whatever the program: that of another machine may be another build of the same source.</summary>
    internal static string Options(IEnumerable<(string Name, object? Value)> options) =>
        string.Concat(options.Select(option => string.Create(CultureInfo.InvariantCulture, $"{option.Name}={option.Value}\n")));
}
