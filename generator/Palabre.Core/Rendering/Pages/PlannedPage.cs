using Palabre.Addressing;
using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Rendering.Views;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>
/// A page that will be: where it stands, on whose account, and how its view is made when it is wanted. It holds no edition,
/// so that the plan of the next may have it where what it is about is the same.
/// </summary>
/// <param name="Source">What in the content asks for it, for messages.</param>
/// <param name="View">See <see cref="PageMaterial.View"/>. Called on any thread; what is wrong with the texts that have their canonical place on the page goes
/// into the list.</param>
public sealed record PlannedPage(Address Address, SourceLocation Source, Func<PageMaterial, List<Diagnostic>, PageView> View)
{
    /// <summary>The entries that have their one canonical place here.</summary>
    public IReadOnlyList<Entry> Entries { get; init; } = [];

    /// <summary>The one discussion that the page is about; null: of several, or of none.</summary>
    public Discussion? Discussion { get; init; }

    /// <summary>Most of what it holds was said when this was; null: at all times.</summary>
    public Entry? Near { get; init; }

    /// <summary>
    /// Says what the page is made of: its one discussion, where nothing else is said. Null: of what nobody can tell without making it, as
    /// where <see cref="Anchors"/> lead elsewhere.
    /// </summary>
    public Action<Ingredients>? MadeOf
    {
        get => Anchors.Count > 0 ? null : field ?? (Discussion is { } discussion ? made => made.Add(discussion) : null);
        init;
    }

    /// <summary>Former anchors that stand on it, each once.</summary>
    public IReadOnlyList<Forward> Anchors { get; init; } = [];

    /// <summary>Of a page that leads on: to where.</summary>
    public Forward? Forward { get; init; }

    /// <summary>When something on it last changed, for whoever wants to know; null: not told to search engines.</summary>
    public Func<EntryDate?>? Changed { get; init; }

    /// <summary>Search engines are told about it.</summary>
    public bool IsListed { get; init; } = true;
}
