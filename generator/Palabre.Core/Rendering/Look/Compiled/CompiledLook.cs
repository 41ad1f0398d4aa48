using Palabre.Rendering.Views;
using Scriban;

namespace Palabre.Rendering;

/// <summary>
/// The templates of a look as steps that know views, for those parts of Scriban's language that looks are mostly made of.
/// It makes the same bytes as the interpreter, several times faster; what it does not know it leaves to it, page by page.
/// </summary>
internal sealed class CompiledLook
{
    /// <summary>The variables that every look has.</summary>
    internal const int Page = 0, Site = 1, For = 2;

    private readonly Dictionary<string, Step[]> templates = new(StringComparer.Ordinal);

    internal CompiledLook(IEnumerable<(string Name, Template Template)> parsed, Strings strings)
    {
        Strings = strings;
        var variables = new Dictionary<string, int>(StringComparer.Ordinal) { ["page"] = Page, ["site"] = Site, ["for"] = For };
        foreach (var (name, template) in parsed)
            if (TemplateCompiler.Compile(template.Page!, variables) is { } steps) templates[name] = steps;
        VariableCount = variables.Count;
    }

    internal Strings Strings { get; }

    internal int VariableCount { get; }

    /// <exception cref="NotCompiledException">The template does what is not known here, or there is none of this name.</exception>
    internal Step[] Find(string name) => templates.GetValueOrDefault(name) ?? throw new NotCompiledException();

    /// <param name="output">Empty at first.</param>
    /// <returns>False if the page is left to the interpreter: what was written is then to be thrown away.</returns>
    internal bool TryRender(string template, PageView page, Utf8Buffer output)
    {
        try
        {
            new Scope(this, page, output).Run(Find(template));
            return true;
        }
        catch (NotCompiledException)
        {
            return false;
        }
    }
}
