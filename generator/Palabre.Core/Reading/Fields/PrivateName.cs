namespace Palabre.Reading;

/// <summary>
/// Names of keys under which forms and hosts keep where somebody is reached, as each of them spells it: <c>E-Mail</c>, <c>authorEmail</c>,
/// <c>comment_author_IP</c>, <c>REMOTE_ADDR</c>.
/// </summary>
internal static class PrivateName
{
    private static readonly string[] Words = ["mail", "ip"];

    private static readonly string[] Parts = ["email", "remoteaddr", "ipaddr", "useragent"];

    private static readonly string[] Joined = ["userip", "authorip", "clientip", "remoteip", "iphash"];

    internal static bool Is(ReadOnlySpan<char> key)
    {
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
