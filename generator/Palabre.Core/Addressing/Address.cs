using System.Text;

namespace Palabre.Addressing;

/// <summary>The place of a page within the site, whatever host and path it is published under.</summary>
/// <param name="Path">
/// Begins with '/'; ends with one where it names a folder, whose <c>index.html</c> it then is. Not escaped; no empty,
/// '.' or '..' part, so that it never leads out of the output folder.
/// </param>
public readonly record struct Address(string Path)
{
    /// <summary>Its file, from the output folder.</summary>
    public string File => Path.EndsWith('/') ? Path[1..] + "index.html" : Path[1..];

    /// <summary>As links write it: UTF-8, percent-encoded where RFC 3986 wants that.</summary>
    public string Escaped => Escape(Path);

    /// <summary>A page below this one: <c>page/2/</c>. What ends in .html has its pages beside it.</summary>
    public Address Below(string rest) =>
        new((Path.EndsWith('/') ? Path : Path[..Path.LastIndexOf('.')] + "/") + rest);

    public override string ToString() => Path;

    private static string Escape(string path)
    {
        if (!path.AsSpan().ContainsAnyExcept(Unreserved)) return path;
        var escaped = new StringBuilder(path.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(path))
        {
            if (b < 128 && Unreserved.Contains((char)b)) escaped.Append((char)b);
            else escaped.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Unreserved =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");
}
