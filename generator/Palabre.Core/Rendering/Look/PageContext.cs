using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Palabre.Rendering;

/// <summary>
/// What a template runs in. Values are escaped as they are written, whatever they hold: only <see cref="Html"/> stands
/// as it is. A template sees views, their words and these functions, nothing of the machine.
/// </summary>
internal sealed class PageContext : TemplateContext
{
    // In UTF-16 units. Of a page, Scriban would drop what is beyond it and say nothing: so it is more than
    // PageRenderer lets a page have, which speaks.
    private const int MostText = 300 << 20;

    private static readonly ScriptObject Functions = new PageFunctions();

    private int steps;
    private bool isWriting;
    private SourceSpan written; // the statement whose value is written next: Scriban tells that of what holds it

    internal PageContext(Look look, IScriptOutput output)
        : base(Functions)
    {
        LookFiles = look;
        LoopLimit = TemplateLimits.MostSteps + 1; // of one loop; below, of all loops of a page together
        RecursiveLimit = TemplateLimits.DeepestInclude;
        ObjectRecursionLimit = 5;
        LimitToString = MostText;
        RegexTimeOut = TimeSpan.FromSeconds(2);
        EnableRelaxedMemberAccess = false;
        StrictVariables = true;
        EnableRelaxedTargetAccess = false;
        NewLine = "\n";
        PushOutput(output);
    }

    internal Look LookFiles { get; }

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        ViewAccessor.Of(target) ?? MapAccessor.Of(target) ?? base.GetMemberAccessorImpl(target);

    /// <exception cref="ScriptRuntimeException">Of a value that holds others, of which a reader would see the names of types at best.</exception>
    public override string? ObjectToString(object? value, bool nested = false) =>
        IsSeveral(value) ? throw Refusal(isWriting ? written : CurrentSpan) : base.ObjectToString(value, nested);

    private static bool IsSeveral(object? value) => value is not null and not Html && (ViewAccessor.Of(value) is not null || MapAccessor.Of(value) is not null);

    private static ScriptRuntimeException Refusal(SourceSpan span) => new(span, "This holds several values, and is no text itself: write one of them");

    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is ScriptExpressionStatement) written = scriptNode.Span;
        return base.Evaluate(scriptNode, aliasReturnedFunction);
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is Html html) return Write(html.ToString());
        if (IsSeveral(textAsObject)) throw Refusal(written);
        if (textAsObject is string text) return Write(HtmlText.Escape(text));
        return textAsObject is null or bool or int or long or double ? base.Write(span, textAsObject)
            : Write(HtmlText.Escape(TextOf(textAsObject)));
    }

    private string? TextOf(object value)
    {
        isWriting = true;
        try
        {
            return ObjectToString(value);
        }
        finally
        {
            isWriting = false;
        }
    }

    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++steps > TemplateLimits.MostSteps) throw new TemplateLimitException(loop.Span);
        return base.OnStepLoop(loop);
    }
}

/// <summary>A template took more steps, or made more text, than a page may.</summary>
internal sealed class TemplateLimitException(SourceSpan span) : Exception("The limit of a page is reached")
{
    internal SourceSpan Span { get; } = span;
}
