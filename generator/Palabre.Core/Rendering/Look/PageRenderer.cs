using System.Collections.Concurrent;
using Palabre.Diagnostics;
using Palabre.Rendering.Views;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Palabre.Rendering;

/// <summary>Makes pages of their views by the look's templates. Safe for threads.</summary>
public sealed class PageRenderer(Look look)
{
    /// <summary>A kind of page whose template fails on this many has been reported enough.</summary>
    private const int EnoughFailures = 20;

    // A preview makes few pages of a state, or none.
    private readonly Lazy<CompiledLook> compiled = new(() => new(look.Templates.All, look.Strings));

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Diagnostic>> failures = new(StringComparer.Ordinal); // by kind

    /// <summary>The template that every page begins with; it includes that of the page's kind.</summary>
    private const string Layout = "layout";

    /// <summary>Writes the page as UTF-8. A template that fails is reported; what was written is then not a page.</summary>
    /// <param name="output">Empty at first.</param>
    public void Render(PageView view, Utf8Buffer output, List<Diagnostic> diagnostics)
    {
        if (failures.TryGetValue(view.Kind, out var failed) && failed.Count >= EnoughFailures && failed.TryPeek(out var first))
        {
            diagnostics.Add(first); // so that no page passes for whole
            return;
        }

        var layout = view is RedirectView ? view.Kind : Layout;
        if (look.Templates.Find(layout) is not { } template) return; // its syntax error is known
        if (compiled.Value.TryRender(layout, view, output)) return;
        output.Clear();
        Interpret(template, view, output, diagnostics);
    }

    /// <summary>Renders by Scriban's own interpreter, which says what is wrong with a template.</summary>
    internal void Interpret(Template template, PageView view, Utf8Buffer output, List<Diagnostic> diagnostics)
    {
        var context = new PageContext(look, new Utf8Output(output));
        var globals = new ScriptObject();
        globals.SetValue("page", view, readOnly: true);
        globals.SetValue("site", view.Site, readOnly: true);
        context.PushGlobal(globals);
        try
        {
            template.Render(context);
        }
        catch (TemplateLimitException limit)
        {
            Fail(Catalogue.TemplateNeverEnds(Templates.At(limit.Span), view.Href));
        }
        catch (ScriptRuntimeException failure)
        {
            Fail(failure.InnerException is TemplateLimitException
                ? Catalogue.TemplateNeverEnds(Templates.At(failure.Span), view.Href)
                : Catalogue.TemplateFails(Templates.At(failure.Span), view.Href, failure.OriginalMessage.TrimEnd('.')));
        }

        void Fail(Diagnostic why)
        {
            failures.GetOrAdd(view.Kind, _ => []).Enqueue(why);
            diagnostics.Add(why);
        }
    }

    /// <summary>Writes text as UTF-8 into a buffer.</summary>
    private sealed class Utf8Output(Utf8Buffer output) : IScriptOutput
    {
        public void Write(string text, int offset, int count)
        {
            output.Append(text.AsSpan(offset, count));
            if (output.Length > TemplateLimits.MostBytes) throw new TemplateLimitException(default);
        }

        public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
        {
            Write(text, offset, count);
            return ValueTask.CompletedTask;
        }
    }
}
