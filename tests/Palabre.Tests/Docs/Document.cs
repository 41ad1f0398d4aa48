using System.Text.RegularExpressions;

namespace Palabre.Tests.Docs;

/// <summary>A block of code in a document.</summary>
/// <param name="Language">The first word after the fence; empty if none.</param>
/// <param name="Note">What stands after that word: the file that the block is, or a part of.</param>
internal sealed record Fence(string Language, string Note, string Text, int Line)
{
    internal IEnumerable<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What our tests want to know of a Markdown file. Fences of three backticks, in lists too; no more of the language.</summary>
internal sealed partial record Document(string Path, IReadOnlyList<Fence> Fences, string Prose)
{
    /// <summary>Targets of links and pictures, as written.</summary>
    internal IEnumerable<string> Links => Link().Matches(Prose).Select(match => match.Groups[1].Value);

    /// <summary>Between single backticks.</summary>
    internal IEnumerable<string> Codes => Code().Matches(Prose).Select(match => match.Groups[1].Value);

    /// <summary>The names that GitHub gives to headings.</summary>
    internal IEnumerable<string> Anchors => Heading().Matches(Prose).Select(match =>
        string.Concat(match.Groups[1].Value.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'));

    internal static Document Read(string path)
    {
        var fences = new List<Fence>();
        var prose = new List<string>();
        List<string>? block = null;
        var (info, start, number, indent) = ("", 0, 0, 0);
        foreach (var line in Repository.Read(path).Split('\n'))
        {
            number++;
            var text = line.TrimStart(' ');
            if (block is null && text.StartsWith("```", StringComparison.Ordinal))
                (block, info, start, indent) = ([], text[3..].Trim(), number, line.Length - text.Length);
            else if (block is null) prose.Add(line);
            else if (text != "```") block.Add(line[Math.Min(indent, line.Length - text.Length)..]);
            else
            {
                var words = info.Split(' ', 2);
                fences.Add(new(words[0], words.Length > 1 ? words[1] : "", string.Join('\n', block) + "\n", start));
                block = null;
            }
        }

        Assert.That(block, Is.Null, $"{path}:{start}: a block of code without an end");
        return new(path, fences, string.Join('\n', prose));
    }

    [GeneratedRegex(@"(?<!`)\]\(([^)\s]+)\)(?!`)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!`)`([^`\n]+)`(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
