using System.Text;

namespace Palabre.Rendering;

/// <summary>A statement of a template. Immutable, but for what it remembers of constant texts.</summary>
internal abstract class Step
{
    internal abstract void Run(Scope scope);
}

/// <summary>Text of the template itself.</summary>
internal sealed class TextStep(string text) : Step
{
    private readonly byte[] utf8 = Encoding.UTF8.GetBytes(text);

    internal override void Run(Scope scope) => scope.Write(utf8);
}

/// <summary>A value, escaped unless it is markup.</summary>
internal sealed class WriteStep(Term term) : Step
{
    internal override void Run(Scope scope)
    {
        switch (term.Value(scope))
        {
            case null: break;
            case Html html: scope.Write(html); break;
            case var value: scope.WriteText(Values.Text(value)); break;
        }
    }
}

/// <summary>Words of the look without places to fill: the same wherever they stand.</summary>
internal sealed class WordsStep(int function, string key) : Step
{
    private byte[]? utf8;

    internal override void Run(Scope scope)
    {
        scope.HoldFunction(function);
        if (!scope.Look.Strings.IsText(key)) throw new NotCompiledException();
        scope.Write(utf8 ??= Encoding.UTF8.GetBytes(HtmlText.Escape(scope.Look.Strings.Text(key))));
    }
}

internal sealed class AssignStep(int variable, Term term) : Step
{
    internal override void Run(Scope scope) => scope.Assign(variable, term.Value(scope));
}

internal sealed class IncludeStep(int function, Term name) : Step
{
    private Step[]? constant; // of a name that the template itself says, looked up when first needed

    internal override void Run(Scope scope)
    {
        scope.HoldFunction(function);
        if (constant is not null) scope.Include(constant);
        else if (name is ConstantTerm { Constant: string written }) scope.Include(constant = scope.Look.Find(written));
        else scope.Include(scope.Look.Find(name.Value(scope) as string ?? throw new NotCompiledException()));
    }
}

internal sealed class IfStep(Term condition, Step[] then, Step[] otherwise) : Step
{
    internal override void Run(Scope scope) => scope.Run(condition.IsTrue(scope) ? then : otherwise);
}

/// <param name="limit">Null for none.</param>
/// <param name="otherwise">Runs where the list is empty, but not where there is none.</param>
internal sealed class ForStep(int variable, Term list, Term? limit, Step[] body, Step[] otherwise) : Step
{
    internal override void Run(Scope scope)
    {
        if (Values.List(list.Value(scope)) is not { } items) return;
        var most = limit?.Value(scope) is { } written ? written as int? ?? throw new NotCompiledException() : 0;
        var count = most > 0 ? Math.Min(most, items.Count) : items.Count;
        if (count == 0)
        {
            scope.Run(otherwise);
            return;
        }

        var (hidden, hiddenState) = (scope.Hidden(variable), scope.Hidden(CompiledLook.For));
        var state = new LoopState(count);
        scope.SetLoop(CompiledLook.For, state);
        for (var i = 0; i < count; i++)
        {
            scope.Step();
            state.Position = i;
            scope.SetLoop(variable, items[i]);
            scope.Run(body);
        }

        scope.SetLoop(variable, hidden);
        scope.SetLoop(CompiledLook.For, hiddenState);
    }
}
