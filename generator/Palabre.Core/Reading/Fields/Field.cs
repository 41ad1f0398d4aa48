using System.Collections.Frozen;

namespace Palabre.Reading;

/// <summary>What may stand as the value of a field.</summary>
public enum Shape
{
    Text,

    /// <summary>One text, or a list of them.</summary>
    Texts,

    Date,

    /// <summary>true, false, yes, no, on, off.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>An http or https address.</summary>
    Address,

    /// <summary>A map with fields of its own.</summary>
    Map,

    /// <summary>A list of maps with fields of their own.</summary>
    Maps,

    /// <summary>Whatever was written.</summary>
    Any,
}

/// <summary>A key of a file that people write.</summary>
/// <param name="Name">The name that Palabre writes.</param>
/// <param name="Meaning">For editors and their tools: one sentence or less.</param>
/// <param name="Aliases">Other names that are read, so that existing sites open unmoved.</param>
public sealed record Field(string Name, Shape Shape, string Meaning, params string[] Aliases)
{
    /// <summary>A name or an id, which may well be spelled <c>null</c> or <c>~</c>: text like any other.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Importers and hosts write it under several names at once, which need not say the same: of those, the first name counts.</summary>
    public bool MayBeSaidTwice { get; init; }

    /// <summary>It can keep an entry from readers: misspelt, it would let through what was meant to be kept.</summary>
    public bool Withholds { get; init; }

    /// <summary>Words that readers see as they stand: a '#' behind them is hardly meant as a remark.</summary>
    public bool IsProse { get; init; }

    /// <summary>It is known, and means nothing: nobody is advised to write it.</summary>
    public bool IsSetAside { get; init; }

    /// <summary>It is nobody's business: neither published nor kept, wherever it stands.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The words that are accepted, of a field that takes one of a few.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The least and the most, of a number.</summary>
    public (int Least, int Most) Bounds { get; init; } = (int.MinValue, int.MaxValue);

    /// <summary>What counts where nothing was written: a text, a number or a flag; null where that depends.</summary>
    public object? Default { get; init; }

    /// <summary>Nothing is published without it, unless the entry was taken down.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The fields of a map, or of each map of a list.</summary>
    public FieldSet? Fields { get; init; }
}

/// <summary>The fields of one kind of file: the reader and the editors' schemas both follow it.</summary>
public sealed class FieldSet
{
    private readonly FrozenDictionary<string, (int Field, int Rank)> positions;
    private readonly int privateField; // -1: it has none

    /// <param name="kind">As messages name it: "post", "comment".</param>
    public FieldSet(string kind, params Field[] fields)
    {
        Kind = kind;
        Fields = fields;
        positions = fields
            .SelectMany((field, i) => field.Aliases.Prepend(field.Name).Select((name, rank) => (name, i, rank)))
            .ToFrozenDictionary(n => n.name, n => (n.i, n.rank), StringComparer.Ordinal);
        Names = [.. fields.SelectMany(f => f.Aliases.Prepend(f.Name))];
        Advised = [.. fields.Where(f => !f.IsSetAside).SelectMany(f => f.Aliases.Prepend(f.Name))];
        privateField = Array.FindIndex(fields, field => field.IsPrivate);
    }

    public string Kind { get; }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>All names and aliases.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Those that somebody may have meant who wrote another key.</summary>
    internal IReadOnlyList<string> Advised { get; }

    /// <summary>Somebody else than an editor wrote what such files hold.</summary>
    internal bool IsOfStrangers { get; init; }

    private bool HasPrivate => privateField >= 0;

    /// <summary>
    /// The position of the field of this name or alias, and the alias's rank: 0 is the name itself. What is nobody's business is known by any name
    /// that says so (<see cref="PrivateName"/>).
    /// </summary>
    internal (int Field, int Rank)? Find(string key) =>
        positions.TryGetValue(key, out var found) ? found : HasPrivate && PrivateName.Is(key) ? (privateField, int.MaxValue - 1) : null;

    /// <summary>The field that the key is a name of; null of a key that is none's.</summary>
    internal Field? FieldOf(string key) => Find(key) is var (field, _) ? Fields[field] : null;

    /// <summary>Whether what stands under the key is not to be kept.</summary>
    public bool IsPrivate(string key) => FieldOf(key) is { IsPrivate: true };

    internal int PositionOf(Field field) => positions[field.Name].Field;
}
