using System.Collections;

namespace Palabre.Rendering;

/// <summary>An expression of a template. Immutable, but for what it remembers of types.</summary>
internal abstract class Term
{
    internal abstract object? Value(Scope scope);

    /// <summary>Whether the value counts as true.</summary>
    internal virtual bool IsTrue(Scope scope) => Values.IsTrue(Value(scope));
}

internal sealed class ConstantTerm(object? value) : Term
{
    internal object? Constant => value;

    internal override object? Value(Scope scope) => value;
}

internal sealed class VariableTerm(int variable) : Term
{
    internal override object? Value(Scope scope) => scope[variable];
}

/// <summary>A property of a view, a key of a map, the size of a list, or what a loop tells of itself.</summary>
internal sealed class PropertyTerm(Term target, string name) : Term
{
    private sealed record Known(Type Type, Func<object, object?> Getter);

    private Known? known; // of the type that was met last, which is mostly that which is met next

    internal override object? Value(Scope scope) => Of(target.Value(scope));

    // Markup is asked for to know whether there is some: nothing is made of it for that.
    internal override bool IsTrue(Scope scope) =>
        target.Value(scope) is var value && value is Html html && name == "markup" ? html.IsThere : Values.IsTrue(Of(value));

    private object? Of(object? value)
    {
        if (value is null) throw new NotCompiledException();
        if (known is { } last && last.Type == value.GetType()) return last.Getter(value);
        return value switch
        {
            LoopState loop => loop.Tell(name),
            string text when name == "size" => text.Length,
            ICollection list and not IDictionary when name == "size" => list.Count,
            Dictionary<string, object> map => map.GetValueOrDefault(name),
            _ => Learn(value),
        };
    }

    private object? Learn(object value)
    {
        if (ViewAccessor.Of(value)?.Getter(name) is not { } getter) throw new NotCompiledException();
        known = new(value.GetType(), getter);
        return getter(value);
    }
}

internal sealed class AndTerm(Term left, Term right) : Term
{
    internal override object? Value(Scope scope) => Values.Boxed(left.IsTrue(scope) && right.IsTrue(scope));
}

internal sealed class OrTerm(Term left, Term right) : Term
{
    internal override object? Value(Scope scope) => Values.Boxed(left.IsTrue(scope) || right.IsTrue(scope));
}

internal sealed class NotTerm(Term operand) : Term
{
    internal override object? Value(Scope scope) => Values.Boxed(!operand.IsTrue(scope));
}

/// <summary>An operator that takes both values.</summary>
internal sealed class BinaryTerm(Term left, Term right, Func<object?, object?, object?> apply) : Term
{
    internal override object? Value(Scope scope) => apply(left.Value(scope), right.Value(scope));
}

internal sealed class ChoiceTerm(Term condition, Term then, Term otherwise) : Term
{
    internal override object? Value(Scope scope) => (condition.IsTrue(scope) ? then : otherwise).Value(scope);
}

/// <summary>A function of the look: <c>t</c>, <c>link</c>, <c>number</c>, or one of Scriban's that depends on its text alone.</summary>
/// <param name="name">The variable of the function's name, which no loop may have taken.</param>
internal sealed class CallTerm(int name, Term[] arguments, Func<Strings, object?[], object?> function) : Term
{
    internal override object? Value(Scope scope)
    {
        scope.HoldFunction(name);
        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Value(scope);
        return function(scope.Look.Strings, values);
    }
}

/// <summary>What a loop tells of itself, under the name <c>for</c>.</summary>
internal sealed class LoopState(int count)
{
    internal int Position { get; set; }

    internal object Tell(string name) => name switch
    {
        "first" => Values.Boxed(Position == 0),
        "last" => Values.Boxed(Position == count - 1),
        "even" => Values.Boxed(Position % 2 == 0),
        "odd" => Values.Boxed(Position % 2 != 0),
        "index" => Values.Boxed(Position),
        "length" => Values.Boxed(count),
        _ => throw new NotCompiledException(),
    };
}
