using Palabre.Diagnostics;
using Palabre.Model;
using Scriban;
using Scriban.Parsing;

namespace Palabre.Rendering;

/// <summary>The templates of a look, each parsed once. Immutable; safe for threads.</summary>
public sealed class Templates
{
    private const string Ending = ".html";

    private readonly Dictionary<string, Template> templates;

    private Templates(Dictionary<string, Template> templates) => this.templates = templates;

    /// <summary>By name without ending; those that could be parsed.</summary>
    internal IEnumerable<(string Name, Template Template)> All => templates.Select(t => (t.Key, t.Value));

    /// <summary>The template of a name without ending; null if there is none, or it could not be parsed.</summary>
    internal Template? Find(string name) => templates.GetValueOrDefault(name);

    internal static Templates Parse(IReadOnlyDictionary<string, LookFile> files, List<Diagnostic> diagnostics)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (name, file) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (!name.EndsWith(Ending, StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal)) continue;
            // Anonymous functions and deep nesting are bounded by the parser's own limit.
            var template = Template.Parse(file.Text, file.Path, new ParserOptions { ExpressionDepthLimit = 100 });
            if (!template.HasErrors) templates[name[..^Ending.Length]] = template;
            else if (TemplateFault.In(file.Text) is { } fault) diagnostics.Add(Catalogue.TemplateSyntax(TemplateFault.At(file.Text, file.Path, fault.At), fault.What));
            else diagnostics.AddRange(template.Messages.Where(m => m.Type == ParserMessageType.Error).Select(m => Catalogue.TemplateSyntax(At(m.Span), m.Message.TrimEnd('.'))));
        }

        return new(templates);
    }

    /// <summary>Scriban counts lines and columns from 0.</summary>
    internal static SourceLocation At(SourceSpan span) => new(span.FileName ?? "", span.Start.Line + 1, span.Start.Column + 1);
}
