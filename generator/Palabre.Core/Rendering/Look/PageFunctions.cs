using Scriban.Functions;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Palabre.Rendering;

/// <summary>
/// What templates may call: Scriban's own functions over texts, lists and numbers, and a few of ours. Left out is what
/// knows the time or chance, reads other files, or evaluates text.
/// </summary>
internal sealed class PageFunctions : ScriptObject
{
    internal PageFunctions()
    {
        var math = new MathFunctions();
        math.Remove("random");
        math.Remove("uuid");
        var objects = new ObjectFunctions();
        objects.Remove("eval");
        objects.Remove("eval_template");
        SetValue("array", new ArrayFunctions(), readOnly: true);
        SetValue("string", new StringFunctions(), readOnly: true);
        SetValue("math", math, readOnly: true);
        SetValue("object", objects, readOnly: true);
        SetValue("regex", new RegexFunctions(), readOnly: true);
        SetValue("empty", EmptyScriptObject.Default, readOnly: true);
        SetValue("include", new TemplateFunction(Include), readOnly: true);
        SetValue("t", new TemplateFunction(Translate), readOnly: true);
        SetValue("link", new TemplateFunction(Link), readOnly: true);
        SetValue("number", new TemplateFunction(Number), readOnly: true);
    }

    /// <summary><c>include 'name'</c>: another template of the look, written in place.</summary>
    private static object? Include(PageContext context, ScriptNode caller, ScriptArray arguments)
    {
        if (arguments is not [string name, ..] || context.LookFiles.Templates.Find(name) is not { } template)
            throw new ScriptRuntimeException(caller.Span, $"There is no template '{arguments.FirstOrDefault()}' to include");
        context.EnterRecursive(caller);
        template.Render(context);
        context.ExitRecursive(caller);
        return null;
    }

    /// <summary><c>t 'key' value …</c>: the look's words; markup where a value is markup.</summary>
    private static object? Translate(PageContext context, ScriptNode caller, ScriptArray arguments)
    {
        if (arguments is not [string key, ..]) throw new ScriptRuntimeException(caller.Span, "t takes the key of a text");
        object?[] values = [.. arguments.Skip(1)];
        return values.Any(v => v is Html) ? context.LookFiles.Strings.Markup(key, values) : context.LookFiles.Strings.Text(key, values);
    }

    /// <summary><c>link href text [class]</c>: markup of a link, for the places of a text.</summary>
    private static object Link(PageContext context, ScriptNode caller, ScriptArray arguments)
    {
        if (arguments.Count < 2) throw new ScriptRuntimeException(caller.Span, "link takes an address and a text");
        var (href, text) = (HtmlText.Escape(arguments[0]?.ToString()), arguments[1] is Html html ? html.Markup : HtmlText.Escape(arguments[1]?.ToString()));
        return new Html(arguments.Count > 2 && arguments[2] is not null
            ? $"<a class=\"{HtmlText.Escape(arguments[2]?.ToString())}\" href=\"{href}\">{text}</a>"
            : $"<a href=\"{href}\">{text}</a>");
    }

    /// <summary><c>number n</c>: with the language's mark between thousands.</summary>
    private static object? Number(PageContext context, ScriptNode caller, ScriptArray arguments) => arguments is [int or long, ..]
        ? context.LookFiles.Strings.Number(Convert.ToInt64(arguments[0], System.Globalization.CultureInfo.InvariantCulture))
        : throw new ScriptRuntimeException(caller.Span, "number takes a whole number");
}
