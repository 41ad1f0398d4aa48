namespace Palabre.Diagnostics;

/// <summary>What becomes of a value under a key that is not known.</summary>
public enum KeyFate
{
    /// <summary>Nothing is made of it.</summary>
    Dropped,

    /// <summary>Templates can ask for it.</summary>
    Kept,

    /// <summary>It counts as the value of the key that it looks like.</summary>
    Read,
}
