using System.Globalization;

namespace Palabre.Import.Mail;

/// <summary>
/// Names for writers who gave none: a word and a number, in the order of appearance. Addresses tell them apart, and are neither written nor
/// hashed, since whoever has one could try it; who was given a number by an earlier import is known by the letters that it brought.
/// </summary>
internal sealed class Nameless(EarlierImports earlier, string word)
{
    private readonly Dictionary<string, string?> names = new(StringComparer.Ordinal); // by address, null until it is settled
    private readonly List<string> senders = []; // in the order of appearance
    private bool isSettled;

    /// <summary>Of each of their letters, before any name is asked for.</summary>
    internal void Meet(string sender, string key)
    {
        if (names.TryAdd(sender, null)) senders.Add(sender);
        if (names[sender] is null && earlier.AuthorOf(key) is { } name && NumberIn(name) > 0) names[sender] = name;
    }

    internal string NameOf(string sender)
    {
        if (!isSettled) Settle();
        return names[sender]!;
    }

    private void Settle()
    {
        isSettled = true;
        if (senders.TrueForAll(sender => names[sender] is not null)) return;
        var given = earlier.All.Where(file => file.Key.StartsWith("mbox letter ", StringComparison.Ordinal)).Select(file => NumberIn(earlier.AuthorOf(file.Key))).DefaultIfEmpty().Max();
        foreach (var sender in senders) names[sender] ??= $"{word} {Account.Number(++given)}";
    }

    /// <summary>The number of a name that was given, 0 of others.</summary>
    private int NumberIn(string? name) => name is not null && name.StartsWith(word + " ", StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(word.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : 0;
}
