using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Palabre.Model;

namespace Palabre.Addressing;

/// <summary>The names of comments within their page: <c>c-&lt;id&gt;</c>.</summary>
public static class Anchor
{
    /// <summary>What the anchor of a comment on the page of its post begins with.</summary>
    internal const string OfComments = "c-";

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Unique under the comment's post; needs no escaping in HTML or in an address.</summary>
    public static string Of(Comment comment) => OfComments + Name(comment.Id);

    /// <summary>Of an entry on the page where it has its canonical place, which is a post's.</summary>
    public static string OnOwnPage(Entry entry) => entry is Comment comment ? Of(comment) : "post";

    /// <summary>Of the same comment on a page that shows several posts.</summary>
    public static string OnSharedPage(Entry entry) =>
        entry is Comment comment ? $"e-{Name(comment.PostId)}.c-{Name(comment.Id)}" : $"e-{Name(entry.Id)}";

    /// <summary>
    /// Ids of letters, digits, '-', '_' and '.' stay. In others, what does not fit becomes '-', and a hash of the id
    /// keeps apart what would then be the same.
    /// </summary>
    private static string Name(string id)
    {
        if (!id.AsSpan().ContainsAnyExcept(Plain) && id.Length <= 120) return id;
        var name = new StringBuilder(140);
        foreach (var c in id.AsSpan(0, Math.Min(id.Length, 100))) name.Append(Plain.Contains(c) ? c : '-');
        return name.Append('-').Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 8))).ToString();
    }
}
