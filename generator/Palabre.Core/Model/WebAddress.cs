namespace Palabre.Model;

/// <summary>Addresses that readers may be sent to.</summary>
public static class WebAddress
{
    /// <summary>
    /// The address, if it is absolute with the scheme http or https and a host, and holds no white space, control
    /// character or angle bracket; else null. A bare <c>www.example.org</c> is taken for https.
    /// </summary>
    public static string? TryParse(string text)
    {
        if (text.Length > 2000) return null;
        foreach (var c in text)
            if (c <= ' ' || c is '<' or '>' or '"' or '\\' or '`' || char.IsControl(c) || char.IsWhiteSpace(c)) return null;
        if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) text = "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Length > 0 && uri.UserInfo.Length == 0 ? text : null;
    }
}
