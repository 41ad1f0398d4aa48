using System.CommandLine;
using System.CommandLine.Parsing;
using Palabre.Inquiry;

namespace Palabre.Cli;

/// <summary><c>list &lt;what&gt; [root]</c>: what is in the archive, as a table or as data.</summary>
internal static class ListCommand
{
    private static readonly string[] Kinds = [.. Enum.GetNames<InventoryKind>().Select(name => name.ToLowerInvariant())];

    internal static Command Create()
    {
        var kind = new Argument<InventoryKind>("what")
        {
            Description = $"One of {string.Join(", ", Kinds)}.",
            HelpName = string.Join('|', Kinds),
            CustomParser = Parse,
        };
        var common = new CommonOptions();
        var command = new Command("list", "List what is in the archive, and what is held back.") { kind };
        common.AddTo(command, common.ToAsk);
        command.SetAction((line, cancel) => Task.FromResult(List(line, common, line.GetValue(kind), cancel)));
        return command;
    }

    private static int List(ParseResult line, CommonOptions common, InventoryKind kind, CancellationToken cancel)
    {
        using var run = new Run(line, common);
        if (run.OpenForInquiry(cancel) is not { } opened) return run.Finish(null);
        var table = Inventory.Of(opened.Build, kind);
        return run.Answer(opened.Build, to => InquiryReport.WriteJson(table, to), to => InquiryReport.WriteText(table, to));
    }

    private static InventoryKind Parse(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        var at = Array.IndexOf(Kinds, written.ToLowerInvariant());
        if (at >= 0) return (InventoryKind)at;
        var nearest = Diagnostics.Nearest.To(written, Kinds);
        result.AddError($"There is no list of '{Diagnostics.Excerpt.ForTerminal(written, 60)}'. "
            + (nearest is null ? $"Lists: {string.Join(", ", Kinds)}." : $"Did you mean '{nearest}'?"));
        return default;
    }
}
