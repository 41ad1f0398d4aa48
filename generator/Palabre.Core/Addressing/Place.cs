namespace Palabre.Addressing;

/// <summary>What a link can lead to: a page or file of the site, or an anchor on a page.</summary>
/// <param name="Anchor">Without '#', never empty; null: the page or file itself.</param>
public readonly record struct Place(Address Address, string? Anchor = null)
{
    private const int Longest = 4000;

    /// <summary>The place that the ledger or an editor writes as <c>/2010/hello/#c-12</c>; null if that is none.</summary>
    public static Place? TryParse(string text)
    {
        if (text.Length is 0 or > Longest || text[0] != '/') return null;
        var mark = text.IndexOf('#', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(mark < 0 ? text : text[..mark]);
        var anchor = mark < 0 ? null : text[(mark + 1)..];
        if (path.Any(char.IsControl) || anchor is "" || anchor?.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) == true) return null;
        var parts = path.TrimEnd('/').Split('/')[1..];
        return parts.Any(part => part is "" or "." or "..") ? null : new(new(path), anchor);
    }

    /// <summary>As the ledger writes it, readable: '%' and '#' of a file's name alone are escaped. Each place one way only.</summary>
    public override string ToString()
    {
        var path = Address.Path.AsSpan().ContainsAny('%', '#')
            ? Address.Path.Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal) : Address.Path;
        return Anchor is null ? path : $"{path}#{Anchor}";
    }
}
