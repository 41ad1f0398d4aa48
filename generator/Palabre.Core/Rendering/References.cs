using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>How to cite an entry.</summary>
internal static class References
{
    /// <summary>Null where the site has not said its address: a reference without one is none.</summary>
    internal static ReferenceView? Of(Post post, Edition edition)
    {
        if (edition.Addresses.Absolute(post) is not { } address) return null;
        var (author, title, site) = (edition.Entries.NamesOf(post), edition.Entries.TitleOf(post), edition.Settings.Title);
        var text = edition.Strings.Text("reference.text", author, title, site, edition.Dates.Short(post.Date.Day), Readable(address));
        return new(text, Bibtex(post, edition, author, title, site, address));
    }

    /// <summary>An address as browsers show it: letters of any script as they are, which are three escapes each; all else stays escaped.</summary>
    private static string Readable(string address)
    {
        for (var at = address.IndexOf('%', StringComparison.Ordinal); at >= 0; at = address.IndexOf('%', at + 1))
            if (address[at + 1] <= '7') return address; // of ASCII, which would mean something else
        var plain = Uri.UnescapeDataString(address);
        return plain.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || Bidi.IsControl(c)) ? address : plain;
    }

    private static string Bibtex(Post post, Edition edition, string author, string title, string site, string address)
    {
        var day = post.Date.Day;
        string[] names = post.Authors.Count > 0 ? [.. post.Authors.Select(name => Escape(edition.Entries.NameOf(name)))] : [Escape(author)];
        return $$"""
            @online{{{Key(post)}},
              author = {{{string.Join(" and ", names.Select(n => "{" + n + "}"))}}},
              title = {{{Escape(title)}}},
              organization = {{{Escape(site)}}},
              date = {{{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}},
              url = {{{address}}}
            }
            """.ReplaceLineEndings("\n");
    }

    /// <summary>Of the id, since two posts may have one slug. Signs, and letters of other scripts than Latin, are not for BibTeX: then the day and a hash name the post.</summary>
    private static string Key(Post post) => Ascii.IsValid(post.Id) && Slug.From(post.Id) == post.Id ? post.Id
        : $"{post.Date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(post.Id)).AsSpan(0, 4))}";

    /// <summary>The characters that TeX takes for its own.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => escaped.Append('\\').Append(c),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '\\' => escaped.Append("\\textbackslash{}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
