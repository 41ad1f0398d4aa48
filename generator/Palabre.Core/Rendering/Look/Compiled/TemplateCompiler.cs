using Scriban.Syntax;

namespace Palabre.Rendering;

/// <summary>Makes steps of Scriban's syntax tree. A template with anything that is not known here has none.</summary>
internal sealed class TemplateCompiler
{
    /// <summary>Names that are functions: assigning to one is for the interpreter. A loop may lend one to its variable.</summary>
    private static readonly HashSet<string> Functions = new(PageFunctions.Names, StringComparer.Ordinal);

    private readonly Dictionary<string, int> variables;

    private TemplateCompiler(Dictionary<string, int> variables) => this.variables = variables;

    /// <param name="variables">The look's, by name; new ones are added.</param>
    /// <returns>Null if the template is for the interpreter.</returns>
    internal static Step[]? Compile(ScriptPage page, Dictionary<string, int> variables)
    {
        try
        {
            return page.FrontMatter is null ? new TemplateCompiler(variables).Block(page.Body) : null;
        }
        catch (NotCompiledException)
        {
            return null;
        }
    }

    private Step[] Block(ScriptBlockStatement? block)
    {
        var steps = new List<Step>();
        foreach (var statement in block?.Statements ?? [])
            if (StepOf(statement) is { } step) steps.Add(step);
        return [.. steps];
    }

    private Step? StepOf(ScriptStatement statement) => statement switch
    {
        ScriptRawStatement raw => new TextStep(raw.Text.ToString()),
        ScriptEscapeStatement { Indent: null or "" } or ScriptNopStatement or ScriptEndStatement => null,
        ScriptExpressionStatement { Expression: ScriptAssignExpression assign } => StepOf(assign),
        ScriptExpressionStatement { Expression: ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" }, Arguments: [var name] } } =>
            new IncludeStep(Variable("include"), TermOf(name)),
        ScriptExpressionStatement { Expression: ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "t" }, Arguments: [ScriptLiteral { Value: string key }] } } =>
            new WordsStep(Variable("t"), key),
        ScriptExpressionStatement { Expression: { } expression } => new WriteStep(TermOf(expression)),
        ScriptIfStatement condition => StepOf(condition),
        ScriptForStatement loop and not ScriptTableRowStatement => StepOf(loop),
        _ => throw new NotCompiledException(),
    };

    private AssignStep StepOf(ScriptAssignExpression assign) =>
        assign is { EqualToken.Value: "=", Target: ScriptVariableGlobal target } && target.Name is not ("page" or "site" or "for") && !Functions.Contains(target.Name)
            ? new(Variable(target.Name), TermOf(assign.Value)) : throw new NotCompiledException();

    private IfStep StepOf(ScriptIfStatement condition) => new(TermOf(condition.Condition), Block(condition.Then), condition.Else switch
    {
        null => [],
        ScriptIfStatement next => [StepOf(next)],
        ScriptElseStatement otherwise => Block(otherwise.Body),
        _ => throw new NotCompiledException(),
    });

    private ForStep StepOf(ScriptForStatement loop)
    {
        if (loop.SetContinue || loop.Variable is not ScriptVariableGlobal variable || variable.Name == "for")
            throw new NotCompiledException();
        Term? limit = null;
        foreach (var argument in loop.NamedArguments ?? [])
            limit = argument.Name?.Name == "limit" && limit is null ? TermOf(argument.Value) : throw new NotCompiledException();
        return new(Variable(variable.Name), TermOf(loop.Iterator), limit, Block(loop.Body), loop.Else is { } otherwise ? Block(otherwise.Body) : []);
    }

    private Term TermOf(ScriptExpression? expression) => expression switch
    {
        ScriptLiteral { Value: null or string or int or bool } literal => new ConstantTerm(literal.Value),
        ScriptNestedExpression nested => TermOf(nested.Expression),
        ScriptVariableGlobal variable => new VariableTerm(Variable(variable.Name)),
        ScriptMemberExpression { Member: ScriptVariableGlobal member } access => new PropertyTerm(TermOf(access.Target), member.Name),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not => new NotTerm(TermOf(not.Right)),
        ScriptConditionalExpression choice => new ChoiceTerm(TermOf(choice.Condition), TermOf(choice.ThenValue), TermOf(choice.ElseValue)),
        ScriptBinaryExpression binary => TermOf(binary),
        ScriptFunctionCall { Target: ScriptVariableGlobal { Name: var name } } call => new CallTerm(
            Variable(name), [.. call.Arguments.Select(TermOf)], PageFunctions.Plain(name) ?? throw new NotCompiledException()),
        ScriptPipeCall { From: { } from, To: ScriptFunctionCall { Target: ScriptMemberExpression { Target: ScriptVariableGlobal { Name: "string" }, Member.Name: "upcase" }, Arguments.Count: 0 } } =>
            new CallTerm(Variable("string"), [TermOf(from)], (_, values) => Values.Text(values[0]).ToUpperInvariant()),
        _ => throw new NotCompiledException(),
    };

    private Term TermOf(ScriptBinaryExpression binary)
    {
        var (left, right) = (TermOf(binary.Left), TermOf(binary.Right));
        return binary.Operator switch
        {
            ScriptBinaryOperator.And => new AndTerm(left, right),
            ScriptBinaryOperator.Or => new OrTerm(left, right),
            ScriptBinaryOperator.EmptyCoalescing => new BinaryTerm(left, right, (a, b) => a ?? b),
            ScriptBinaryOperator.CompareEqual => new BinaryTerm(left, right, (a, b) => Values.Boxed(Values.AreEqual(a, b))),
            ScriptBinaryOperator.CompareNotEqual => new BinaryTerm(left, right, (a, b) => Values.Boxed(!Values.AreEqual(a, b))),
            ScriptBinaryOperator.CompareGreater => new BinaryTerm(left, right, (a, b) => Values.Boxed(Values.Compare(a, b) > 0)),
            ScriptBinaryOperator.CompareLess => new BinaryTerm(left, right, (a, b) => Values.Boxed(Values.Compare(a, b) < 0)),
            ScriptBinaryOperator.CompareGreaterOrEqual => new BinaryTerm(left, right, (a, b) => Values.Boxed(Values.Compare(a, b) >= 0)),
            ScriptBinaryOperator.CompareLessOrEqual => new BinaryTerm(left, right, (a, b) => Values.Boxed(Values.Compare(a, b) <= 0)),
            ScriptBinaryOperator.Add => new BinaryTerm(left, right, Values.Add),
            ScriptBinaryOperator.Subtract => new BinaryTerm(left, right, Values.Subtract),
            _ => throw new NotCompiledException(),
        };
    }

    private int Variable(string name) => variables.TryGetValue(name, out var known) ? known : variables[name] = variables.Count;
}
