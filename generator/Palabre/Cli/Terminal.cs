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
    internal string Ask(string question, string? otherwise = null)
    {
        var prompt = new TextPrompt<string>(Markup.Escape(question));
        if (otherwise is not null) prompt.DefaultValue(otherwise);
        return Prompts!.Prompt(prompt);
    }

    /// <summary>The answer, which may be empty.</summary>
    internal string AskFreely(string question) => Prompts!.Prompt(new TextPrompt<string>(Markup.Escape(question)).AllowEmpty());

    internal T Choose<T>(string question, IEnumerable<T> choices, Func<T, string> name)
        where T : notnull =>
        Prompts!.Prompt(new SelectionPrompt<T>().Title(Markup.Escape(question)).UseConverter(choice => Markup.Escape(name(choice))).AddChoices(choices));

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
