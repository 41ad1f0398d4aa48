namespace Palabre.Rendering;

/// <summary>
/// Keeps characters that reorder text within the paragraph that holds them. Overrides, which can make any text read
/// as another, are shown as '�'; embeddings and isolates stay, and are closed where their block begins or ends;
/// a closing one without an opening one is left out. Marks (LRM, RLM, ALM) reorder nothing and stay.
/// </summary>
/// <remarks>UAX #9 ends them with the paragraph as well; but what a paragraph is, a style sheet decides.</remarks>
internal struct Bidi
{
    private const char Embedding = '\u202A', EmbeddingRight = '\u202B', PopEmbedding = '\u202C';
    private const char LastOverride = '\u202E';
    private const char FirstIsolate = '\u2066', LastIsolate = '\u2068', PopIsolate = '\u2069';

    // One bit for each that is open, the last in the lowest place: 1 for an isolate. UAX #9 knows 125 at most.
    private ulong isolates;

    internal int Depth { get; private set; }

    internal static bool IsControl(char c) => c is (>= Embedding and <= LastOverride) or (>= FirstIsolate and <= PopIsolate);

    internal static bool IsIn(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange(Embedding, LastOverride) || text.ContainsAnyInRange(FirstIsolate, PopIsolate);

    /// <summary>What to write for a control character; null for nothing.</summary>
    internal char? Take(char control)
    {
        switch (control)
        {
            case Embedding or EmbeddingRight or (>= FirstIsolate and <= LastIsolate) when Depth < 60:
                isolates = (isolates << 1) | (control >= FirstIsolate ? 1UL : 0UL);
                Depth++;
                return control;
            case PopEmbedding or PopIsolate:
                if (Depth == 0 || Closing != control) return null;
                Depth--;
                isolates >>= 1;
                return control;
            default:
                return '\uFFFD';
        }
    }

    /// <summary>What closes the last that is open.</summary>
    internal readonly char Closing => (isolates & 1) == 1 ? PopIsolate : PopEmbedding;
}
