using System.Security.Cryptography;
using System.Text;
using Palabre.Model;

namespace Palabre.Import.Texts;

/// <summary>Text of a source, made fit for the files of a site.</summary>
internal static class Plainly
{
    /// <summary>One line: white space within is one space, none around it. Null if nothing is left.</summary>
    internal static string? Line(string? text)
    {
        if (text is null) return null;
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c)) gap = line.Length > 0;
            else
            {
                if (gap) line.Append(' ');
                gap = false;
                line.Append(c);
            }
        }

        return line.Length == 0 ? null : line.ToString();
    }

    /// <summary>Every line's end LF, and no control character but these and tabs: files with others are refused.</summary>
    internal static string Lines(string text)
    {
        var isGood = true;
        foreach (var c in text) isGood &= !char.IsControl(c) || c is '\n' or '\t';
        if (isGood) return text;
        var lines = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r') lines.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (!char.IsControl(text[i]) || text[i] is '\n' or '\t') lines.Append(text[i]);
        }

        return lines.ToString();
    }

    /// <summary>A name that the source gave to something, without an address of e-mail: a slug then, in which a hash keeps two addresses apart.</summary>
    internal static string WithoutMail(string name) =>
        MailMask.Of(name) is { Count: > 0 } masked ? Slug.From($"{masked.Text} {Hash(name, 8)}") : name;

    /// <summary>The first <paramref name="length"/> letters and digits, at most 64, of the text's SHA-256 in lower-case hexadecimal.</summary>
    internal static string Hash(string text, int length = 12) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];

    /// <summary>A number that tells ids apart where millions are to be remembered (FNV-1a).</summary>
    internal static ulong Print(ReadOnlySpan<char> text)
    {
        var print = 14695981039346656037UL;
        foreach (var c in text) print = (print ^ c) * 1099511628211UL;
        return print;
    }
}
