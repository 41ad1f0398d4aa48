using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Palabre.Diagnostics;
using Palabre.Inquiry;
using Spectre.Console;
using Table = Palabre.Inquiry.Table;

namespace Palabre.Cli;

/// <summary>Writes tables and explanations: as columns for people, as JSON for programs.</summary>
internal static class InquiryReport
{
    /// <summary>Facts in a pipe stay on their line; those on a terminal wrap within its width.</summary>
    private const int NoWidth = 100_000;

    private const int MostLetters = 400;

    internal static void WriteText(Table table, TextWriter output)
    {
        if (table.Rows.Count == 0)
        {
            output.WriteLine("None.");
            return;
        }

        string[][] lines = [[.. table.Columns], .. table.Rows.Select(row => row.Select(cell => Excerpt.ForTerminal(cell, MostLetters)).ToArray())];
        int[] widths = [.. table.Columns.Select((_, i) => lines.Max(line => Width(line[i])))];
        foreach (var line in lines)
            output.WriteLine(string.Join("  ", line.Select((cell, i) => cell + new string(' ', widths[i] - Width(cell)))).TrimEnd());
    }

    internal static void WriteText(IReadOnlyList<Explanation> explanations, TextWriter output)
    {
        var terminal = Terminal(output);
        for (var i = 0; i < explanations.Count; i++)
        {
            if (i > 0) terminal.WriteLine();
            terminal.Write(new Text(Excerpt.ForTerminal($"{explanations[i].Subject} ({explanations[i].Source})", MostLetters), new(decoration: Decoration.Bold)));
            terminal.WriteLine();
            foreach (var group in explanations[i].Groups)
            {
                terminal.WriteLine($"  {group.Heading}");
                var grid = new Grid().AddColumn(new() { Padding = new(4, 0, 2, 0), NoWrap = true }).AddColumn(new() { Padding = new(0, 0, 0, 0) });
                foreach (var fact in group.Facts)
                    grid.AddRow(new Text(Excerpt.ForTerminal(fact.Label, MostLetters)), new Text(Excerpt.ForTerminal(fact.Text, MostLetters)));
                terminal.Write(grid);
            }
        }
    }

    /// <summary>An array with an object for each row: its keys are the columns.</summary>
    internal static void WriteJson(Table table, TextWriter output) => Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < table.Columns.Count; i++) json.WriteString(table.Columns[i], row[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    internal static void WriteJson(IReadOnlyList<Explanation> explanations, TextWriter output) => Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var explanation in explanations)
        {
            json.WriteStartObject();
            json.WriteString("subject", explanation.Subject);
            json.WriteString("source", explanation.Source);
            foreach (var group in explanation.Groups)
            {
                json.WriteStartArray(group.Heading);
                foreach (var fact in group.Facts)
                {
                    json.WriteStartObject();
                    json.WriteString("label", fact.Label);
                    json.WriteString("text", fact.Text);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(json);
        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>In letters as people count them, near enough for columns.</summary>
    private static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)) width++;
        return width;
    }

    private static IAnsiConsole Terminal(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal) console.Profile.Width = NoWidth;
        return console;
    }
}
