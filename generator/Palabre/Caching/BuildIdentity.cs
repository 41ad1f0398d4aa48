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
        foreach (var (name, value) in options) said.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
        return Digest.Of(Encoding.UTF8.GetBytes(said.ToString()));
    }
}
