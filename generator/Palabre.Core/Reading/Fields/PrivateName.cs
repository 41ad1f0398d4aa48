namespace Palabre.Reading;

/// <summary>
/// Names of keys under which forms and hosts keep where somebody is reached and what they are known by, as each of them spells it: <c>E-Mail</c>,
/// <c>authorEmail</c>, <c>comment_author_IP</c>, <c>REMOTE_ADDR</c>, <c>gravatar</c>, <c>avatar_hash</c>.
/// </summary>
internal static class PrivateName
{
    private static readonly string[] Words = ["mail", "ip", "ipv", "hash", "md", "phone", "mobile"];

    private static readonly string[] Parts = ["email", "gravatar", "remoteaddr", "clientaddr", "ipaddr", "forwardedfor", "useragent", "fingerprint", "telephone"];

    private static readonly string[] Joined = ["userip", "authorip", "clientip", "remoteip", "iphash"];

    internal static bool Is(ReadOnlySpan<char> key)
    {
        if (key.Contains('@')) return true; // an address for a key
        Span<char> letters = key.Length <= 64 ? stackalloc char[key.Length] : new char[key.Length];
        var (count, begin) = (0, 0); // of the letters, and of those before the word that is read
        for (var i = 0; i < key.Length; i++)
        {
            var isLetter = char.IsAsciiLetter(key[i]);
            if (count > begin && (!isLetter || (char.IsAsciiLetterUpper(key[i]) && !char.IsAsciiLetterUpper(key[i - 1]))))
            {
                if (IsWord(letters[begin..count])) return true;
                begin = count;
            }

            if (isLetter) letters[count++] = char.ToLowerInvariant(key[i]);
        }

        ReadOnlySpan<char> all = letters[..count];
        if (IsWord(all[begin..])) return true;
        foreach (var part in Parts)
            if (all.Contains(part, StringComparison.Ordinal)) return true;
        foreach (var name in Joined)
            if (all.SequenceEqual(name)) return true;
        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        foreach (var known in Words)
            if (word.SequenceEqual(known)) return true;
        return false;
    }
}
