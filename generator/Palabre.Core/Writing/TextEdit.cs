using System.Text;

namespace Palabre.Writing;

/// <summary>Characters of a text, and what is to stand in their place.</summary>
/// <param name="Start">0-based, in UTF-16 units.</param>
/// <param name="Length">0: something is put in.</param>
public readonly record struct TextEdit(int Start, int Length, string Text)
{
    /// <summary>The text with all edits made, whatever their order; null where two of them want the same characters.</summary>
    public static string? Apply(string text, IEnumerable<TextEdit> edits)
    {
        var edited = new StringBuilder(text.Length + 64);
        var at = 0;
        foreach (var edit in edits.OrderBy(e => e.Start).ThenBy(e => e.Length))
        {
            if (edit.Start < at) return null;
            edited.Append(text, at, edit.Start - at).Append(edit.Text);
            at = edit.Start + edit.Length;
        }

        return edited.Append(text, at, text.Length - at).ToString();
    }
}
