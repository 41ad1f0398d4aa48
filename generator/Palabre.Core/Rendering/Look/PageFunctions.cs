using Palabre.Diagnostics;
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
        // JSON they read and write by reflection, which a program that is compiled ahead does not have.
        objects.Remove("from_json");
        objects.Remove("to_json");
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

    /// <summary>All that templates may call, and <c>empty</c>.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. new PageFunctions().Keys];

    /// <summary>A function of ours without Scriban around it; null for one that needs it. Wrong values throw <see cref="NotCompiledException"/>.</summary>
    internal static Func<Strings, object?[], object?>? Plain(string name) => name switch
    {
        "t" => (strings, values) => values is [string key, ..] && Fault(strings, key, values.AsSpan(1)) is null ? Translate(strings, key, values.AsSpan(1)) : throw new NotCompiledException(),
        "link" => (_, values) => values.Length >= 2 ? Link(values[0], values[1], values.Length > 2 ? values[2] : null, values.Length > 3 ? values[3] : null) : throw new NotCompiledException(),
        "number" => (strings, values) => values is [int or long, ..] ? Number(strings, values[0]) : throw new NotCompiledException(),
        _ => null,
    };

    /// <summary><c>t 'key' value …</c>: the look's words; markup where a value is markup.</summary>
    private static object? Translate(PageContext context, ScriptNode caller, ScriptArray arguments)
    {
        if (arguments is not [string key, ..]) throw new ScriptRuntimeException(caller.Span, "t takes the key of a text");
        var (strings, values) = (context.LookFiles.Strings, arguments.Skip(1).ToArray());
        return Fault(strings, key, values) is { } fault ? throw new ScriptRuntimeException(caller.Span, fault) : Translate(strings, key, values);
    }

    /// <summary>Why there is no text of a key for these values; null if there is one.</summary>
    private static string? Fault(Strings strings, string key, ReadOnlySpan<object?> values) =>
        strings.IsText(key) ? null
        : !strings.Has(key) ? Unknown(strings, key)
        : strings.IsList(key) ? $"'{key}' is a list of words, not a text"
        : strings.IsPlural(key) && values is not [int or long, ..] ? $"'{key}' has a text for each number: t '{key}' n, where n is a whole one"
        : null;

    private static string Unknown(Strings strings, string key) =>
        strings.Keys.FirstOrDefault(one => one.StartsWith(key + ".", StringComparison.Ordinal)) is { } within ? $"'{key}' is a group of words: name one of them, such as '{within}'"
        : $"There are no words '{key}'{(Nearest.To(key, strings.Keys) is { } near ? $", but '{near}'" : "")}";

    private static object Translate(Strings strings, string key, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            if (value is Html) return strings.Markup(key, values);
        return strings.Text(key, values);
    }

    /// <summary><c>link href text [class [language]]</c>: markup of a link, for the places of a text; a class or language that is null is none.</summary>
    private static object Link(PageContext context, ScriptNode caller, ScriptArray arguments) => arguments.Count >= 2
        ? Link(arguments[0], arguments[1], arguments.Count > 2 ? arguments[2] : null, arguments.Count > 3 ? arguments[3] : null)
        : throw new ScriptRuntimeException(caller.Span, "link takes an address and a text");

    private static object Link(object? href, object? text, object? name, object? language)
    {
        var (address, words) = (HtmlText.Escape(href?.ToString()), text is Html html ? html.ToString() : HtmlText.Escape(text?.ToString()));
        var (named, spoken) = (name is null ? "" : $" class=\"{HtmlText.Escape(name.ToString())}\"", language is null ? "" : $" lang=\"{HtmlText.Escape(language.ToString())}\"");
        return new Html($"<a{named} href=\"{address}\"{spoken}>{words}</a>");
    }

    /// <summary><c>number n</c>: with the language's mark between thousands.</summary>
    private static object? Number(PageContext context, ScriptNode caller, ScriptArray arguments) => arguments is [int or long, ..]
        ? Number(context.LookFiles.Strings, arguments[0])
        : throw new ScriptRuntimeException(caller.Span, "number takes a whole number");

    private static string Number(Strings strings, object? number) =>
        strings.Number(Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture));
}
