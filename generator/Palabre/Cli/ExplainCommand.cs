using System.CommandLine;
using Palabre.Inquiry;

namespace Palabre.Cli;

/// <summary><c>explain &lt;what&gt; [root]</c>: what was read of one thing, what it became, and why.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        var named = new Argument<string>("what")
        {
            Description = "A file (or file:line), an address, an id (post, post#comment, comment), or the name of a theme or author.",
        };
        var common = new CommonOptions();
        var command = new Command("explain", "Tell what became of a file, an address or an id, and why.") { named };
        common.AddTo(command, common.ToAsk);
        command.SetAction((line, cancel) => Task.FromResult(Explain(line, common, line.GetRequiredValue(named), cancel)));
        return command;
    }

    private static int Explain(ParseResult line, CommonOptions common, string named, CancellationToken cancel)
    {
        using var run = new Run(line, common);
        if (run.OpenForInquiry(cancel) is not { } opened) return run.Finish(null);
        var explainer = new Explainer(opened.Build, opened.Files);
        var explanations = explainer.Explain(OnDisk(named, run.Root.FullName) ?? named.Replace('\\', '/'));
        if (explanations.Count == 0) explanations = explainer.Explain(named);
        if (explanations.Count == 0)
        {
            var error = line.InvocationConfiguration.Error;
            error.WriteLine($"palabre: There is no file, address, id, theme or author '{Diagnostics.Excerpt.ForTerminal(named, 200)}' in this archive.");
            error.WriteLine(explainer.Nearest(named) is { } nearest
                ? $"  hint: Did you mean '{Diagnostics.Excerpt.ForTerminal(nearest, 200)}'?"
                : "  hint: palabre list posts (comments, themes, authors, addresses) tells what there is.");
            return ExitStatus.Usage;
        }

        return run.Answer(opened.Build, to => InquiryReport.WriteJson(explanations, to), to => InquiryReport.WriteText(explanations, to));
    }

    /// <summary>A file that exists, from the site's folder; null for what is none. A line behind ':' stays.</summary>
    private static string? OnDisk(string named, string root)
    {
        var colon = named.LastIndexOf(':');
        var (path, line) = colon > 1 && int.TryParse(named.AsSpan(colon + 1), out _) ? (named[..colon], named[colon..]) : (named, "");
        foreach (var full in new[] { Path.GetFullPath(path), Path.GetFullPath(path, root) })
        {
            if (!File.Exists(full)) continue;
            var within = Path.GetRelativePath(root, full).Replace('\\', '/');
            if (!within.StartsWith("../", StringComparison.Ordinal)) return within + line;
        }

        return null;
    }
}
