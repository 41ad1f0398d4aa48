using System.Text;
using Spectre.Console;

namespace Palabre.Cli;

/// <summary>Who, or what, sits before the program. Neither is looked for until a command wants it.</summary>
internal sealed class Terminal(Func<IAnsiConsole?> prompts, Func<TextReader?> piped)
{
    private readonly Lazy<IAnsiConsole?> prompts = new(prompts);
    private readonly Lazy<TextReader?> piped = new(piped);

    /// <summary>
    /// A person is asked only where one reads and writes: neither input nor output is redirected, and it is not CI.
    /// Questions go to the error stream, so that the output holds the answer of the program alone.
    /// </summary>
    internal static Terminal OfProcess { get; } = new(
        () => Console.IsInputRedirected || Console.IsOutputRedirected || Console.IsErrorRedirected || IsSet("CI") || Environment.GetEnvironmentVariable("TERM") == "dumb"
            ? null : AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }),
        () => Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : null);

    /// <summary>Where a person can be asked; null where nobody is.</summary>
    internal IAnsiConsole? Prompts => prompts.Value;

    /// <summary>What a program pipes in; null where nothing does.</summary>
    internal TextReader? Piped => piped.Value;

    /// <summary>The answer, of one line and not empty; <paramref name="otherwise"/> where it is left out.</summary>
    /// <exception cref="OperationCanceledException">The person had enough.</exception>
    internal string Ask(string question, string? otherwise, CancellationToken cancel)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(question));
        if (otherwise is not null) prompt.DefaultValue(otherwise);
        return Show(prompt, cancel);
    }

    /// <summary>The answer, which may be empty.</summary>
    /// <inheritdoc cref="Ask"/>
    internal string AskFreely(string question, CancellationToken cancel) => Show(new TextPrompt<string>(Markup.Escape(question)).AllowEmpty(), cancel);

    /// <inheritdoc cref="Ask"/>
    internal T Choose<T>(string question, IEnumerable<T> choices, Func<T, string> name, CancellationToken cancel)
        where T : notnull =>
        Show(new SelectionPrompt<T>().Title(Markup.Escape(question)).UseConverter(choice => Markup.Escape(name(choice))).AddChoices(choices), cancel);

    // The prompts that wait without a token do not end with Ctrl+C.
    private T Show<T>(IPrompt<T> prompt, CancellationToken cancel) => prompt.ShowAsync(Prompts!, cancel).GetAwaiter().GetResult();

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
