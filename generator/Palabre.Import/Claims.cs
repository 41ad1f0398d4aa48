using Palabre.Addressing;

namespace Palabre.Import;

/// <summary>Which addresses are taken, as <see cref="AddressCheck"/> will see it: letter case does not tell two apart, nor can a file be a folder.</summary>
internal sealed class Claims
{
    private readonly HashSet<string> files = new(StringComparer.Ordinal), folders = new(StringComparer.Ordinal);

    /// <summary>Whether another has it.</summary>
    internal bool Has(Address address)
    {
        var file = address.File.ToLowerInvariant();
        if (files.Contains(file) || folders.Contains(file)) return true;
        for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = file.IndexOf('/', slash + 1))
            if (files.Contains(file[..slash])) return true;
        return false;
    }

    /// <summary>False, and nothing changes, if another has it.</summary>
    internal bool TryTake(Address address)
    {
        if (Has(address)) return false;
        var file = address.File.ToLowerInvariant();
        files.Add(file);
        for (var slash = file.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = file.IndexOf('/', slash + 1))
            folders.Add(file[..slash]);
        return true;
    }
}
