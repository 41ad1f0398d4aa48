using System.CommandLine;
using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Writing;

namespace Palabre.Cli;

/// <summary>What a new file is about, and the name that it gets in addresses.</summary>
internal sealed record Named(string Title, string Slug)
{
    /// <summary>From the command line, or asked for; null where neither gives one, which is told.</summary>
    /// <param name="kind">post, theme, author, page.</param>
    /// <param name="what">title, name.</param>
    internal static Named? Read(
        ParseResult line, string kind, string what, Terminal terminal, Argument<string[]> words, Option<string?> slug, CancellationToken cancel)
    {
        var title = NewFiles.OneLineOf(string.Join(' ', line.GetValue(words) ?? []));
        if (title.Length == 0 && terminal.Prompts is not null) title = NewFiles.OneLineOf(terminal.Ask($"The {what} of the new {kind}:", null, cancel));
        if (title.Length == 0)
        {
            Refusal.Tell(line, new Refusal($"new {kind} needs a {what}.", $"palabre new {kind} \"{(what == "name" ? "Jane Doe" : "A good question")}\""));
            return null;
        }

        var chosen = line.GetValue(slug);
        var name = chosen is null ? NewFiles.NameFor(title) : Model.Slug.From(chosen);
        if (name.Length == 0)
        {
            Refusal.Tell(line, new Refusal($"{Refusal.Quote(chosen ?? title)} has neither letter nor digit to make a name of.", "Choose one: --slug <name>."));
            return null;
        }

        // A post's file begins with its date.
        if (kind == "post" || !ReservedName.Is(name)) return new(title, name);
        Refusal.Tell(line, new Refusal($"Windows reserves the name {Refusal.Quote(name)}: no file can be called so there.", "Choose another: --slug <name>."));
        return null;
    }

    /// <summary>A word about an author that nobody knows yet: a slip of the pen would make two persons of one.</summary>
    internal static void AdviseAuthor(ParseResult line, string author, IEnumerable<string> known, string kind)
    {
        var names = known.ToHashSet(StringComparer.Ordinal);
        var slug = Model.Slug.From(author);
        if (names.Any(name => Model.Slug.From(name) == slug)) return;
        Refusal.Note(line, $"No {kind} is by {Refusal.Quote(author)} yet.", Refusal.DidYouMean(Nearest.To(author, names)));
    }
}
