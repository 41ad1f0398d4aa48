using Palabre.Model;

namespace Palabre.Rendering;

/// <summary>
/// Finds where a template that cannot be read goes wrong: Scriban tells of a text without its closing mark, or of a block without its
/// <c>end</c>, where it met the end of the file.
/// </summary>
internal static class TemplateFault
{
    private static readonly HashSet<string> Blocks = new(["if", "for", "while", "case", "capture", "with", "wrap", "func", "tablerow"], StringComparer.Ordinal);

    /// <returns>The index of what is never closed, and what to say of it; null where all is.</returns>
    internal static (int At, string What)? In(string template)
    {
        var open = new Stack<(int At, string Word)>();
        for (var code = 0; (code = template.IndexOf("{{", code, StringComparison.Ordinal)) >= 0;)
        {
            var (at, isStart) = (code + 2, true);
            while (at < template.Length && !template.AsSpan(at).StartsWith("}}"))
            {
                var c = template[at];
                if (c is '\'' or '"')
                {
                    if (Closing(template, at) is not { } closing) return (at, "The text that begins here is never closed");
                    (at, isStart) = (closing + 1, false);
                }
                else if (c == '#')
                {
                    at = EndOfRemark(template, at);
                }
                else if (char.IsAsciiLetter(c) || c == '_')
                {
                    var end = at;
                    while (end < template.Length && (char.IsAsciiLetterOrDigit(template[end]) || template[end] == '_')) end++;
                    var word = template[at..end];
                    if (isStart && Blocks.Contains(word)) open.Push((at, word));
                    if (isStart && word == "end" && !open.TryPop(out _)) return (at, "This 'end' closes nothing");
                    (at, isStart) = (end, false);
                }
                else
                {
                    if (c is '\n' or ';') isStart = true;
                    else if (!char.IsWhiteSpace(c) && c is not ('~' or '-')) isStart = false;
                    at++;
                }
            }

            if (at >= template.Length) return (code, "What begins here is never closed by '}}'");
            code = at + 2;
        }

        return open.TryPop(out var block) ? (block.At, $"This '{block.Word}' has no 'end'") : null;
    }

    /// <summary>The place of an index.</summary>
    internal static SourceLocation At(string template, string file, int index) =>
        new(file, template.AsSpan(0, index).Count('\n') + 1, index - template.LastIndexOf('\n', Math.Max(0, index - 1)));

    /// <summary>Of a text the closing mark; null where it has none on its line.</summary>
    private static int? Closing(string template, int opening)
    {
        for (var i = opening + 1; i < template.Length && template[i] != '\n'; i++)
        {
            if (template[i] == '\\') i++;
            else if (template[i] == template[opening]) return i;
        }

        return null;
    }

    /// <summary>A remark ends with its line, or, between two marks each, wherever these are; a template's code ends it, too.</summary>
    private static int EndOfRemark(string template, int at)
    {
        var isLong = template.AsSpan(at).StartsWith("##");
        var end = isLong ? template.IndexOf("##", at + 2, StringComparison.Ordinal) : template.IndexOf('\n', at);
        var code = template.IndexOf("}}", at, StringComparison.Ordinal);
        if (end < 0) end = template.Length;
        return code >= 0 && code < end ? code : isLong ? Math.Min(template.Length, end + 2) : end;
    }
}
