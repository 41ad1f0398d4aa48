using Palabre.Diagnostics;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>What the views of all pages of an edition are made of.</summary>
public sealed class PageMaterial
{
    private readonly PageData data;

    /// <param name="hasSearch">There is a search page.</param>
    internal PageMaterial(Edition edition, bool hasSearch) =>
        (Edition, Frame, Lists, data) = (edition, new(edition, hasSearch), new(edition), new(edition.Settings, edition.Strings.Language));

    internal Edition Edition { get; }

    internal PageFrame Frame { get; }

    internal ListViews Lists { get; }

    /// <summary>What the template of a page sees, with what the page says for machines.</summary>
    /// <param name="diagnostics">Receives what is wrong with the texts that have their canonical place on the page.</param>
    public PageView View(PlannedPage page, List<Diagnostic> diagnostics) => data.With(page.View(this, diagnostics));
}
