using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Palabre.Model;

namespace Palabre.Tests.Architecture;

/// <summary>One word per concept: words that would be a second one occur in no type's name.</summary>
public sealed partial class WordsTests
{
    private static readonly HashSet<string> Forbidden = new(
        ["Project", "Workspace", "Database", "Context", "Item", "Document", "Node", "Message", "Article", "Parent", "Topic",
         "Level", "Tag", "Category", "Skin", "User", "Member", "Index", "Taxonomy", "Model", "Dto", "DTO", "Manifest",
         "Config", "Configuration", "Log", "Logger"],
        StringComparer.Ordinal);

    /// <summary>Names whose word is that of a standard or of a package, not of our concepts.</summary>
    private static readonly Dictionary<string, string> Excused = new(StringComparer.Ordinal)
    {
        ["YamlNode"] = "the word of YAML's specification",
        ["LanguageTag"] = "the word of BCP 47",
        ["PageContext"] = "Scriban's TemplateContext, with our functions",
    };

    [Test]
    public void No_type_is_named_with_a_second_word_for_a_concept() => Assert.That(
        Names().Where(name => !Excused.ContainsKey(name) && Words(name).Any(Forbidden.Contains)), Is.Empty);

    [Test]
    public void What_is_excused_is_there() => Assert.That(Excused.Keys.Except(Names()), Is.Empty);

    private static IEnumerable<string> Names() => new[] { typeof(Entry).Assembly, typeof(Palabre.Disk.OutputFolder).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Namespace?.StartsWith("Palabre", StringComparison.Ordinal) == true
            && !type.Name.Contains('<', StringComparison.Ordinal) && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        .Select(type => type.Name.Split('`')[0]);

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(m => m.Value);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
