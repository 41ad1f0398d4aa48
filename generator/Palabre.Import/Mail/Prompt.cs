using System.Buffers;

namespace Palabre.Import.Mail;

/// <summary>Tells what was typed into Python from what is quoted three letters deep.</summary>
internal static class Prompt
{
    private static readonly string[] Openings =
        ["import ", "from ", "def ", "class ", "for ", "while ", "with ", "print ", "del ", "return ", "raise ", "try:", "assert ", "lambda ", "@"];

    private static readonly SearchValues<char> Signs = SearchValues.Create("():.\"'=");

    /// <summary>Not the line in which a program names whom it quotes: <c>>>> Ann 12/01/10 >>></c>.</summary>
    internal static bool Is(string line) =>
        line == ">>>" || (line.StartsWith(">>> ", StringComparison.Ordinal) && !line.AsSpan().TrimEnd().EndsWith(" >>>"));

    /// <summary>Whether somebody would say this to a program: one word, a call, an assignment, a word that opens a statement.</summary>
    internal static bool IsCode(ReadOnlySpan<char> typed)
    {
        if (typed.Length == 0) return false;
        foreach (var opening in Openings)
            if (typed.StartsWith(opening, StringComparison.Ordinal) && (opening is "import " or "try:" or "@" || typed.ContainsAny(Signs))) return true;
        return !typed.Contains(' ') || typed.Contains(" = ", StringComparison.Ordinal) || CodeLine.HasCall(typed);
    }
}
