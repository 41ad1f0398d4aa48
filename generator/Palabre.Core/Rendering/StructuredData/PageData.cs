using System.Globalization;
using System.Text.Json;
using Palabre.Model;
using Palabre.Rendering.Views;

namespace Palabre.Rendering;

/// <summary>
/// What a page says for machines, in the words of schema.org, made of the view that its template sees: the page, the way
/// to it, and what it is about. A discussion is a <c>DiscussionForumPosting</c> as Google's page on discussion forums
/// asks for it; a listing is a <c>CollectionPage</c>.
/// </summary>
/// <param name="words">The language of the look's words, which entries have that name no other.</param>
internal sealed class PageData(Settings settings, string words)
{
    // Where the site has not said its own address, references begin with '/', and resolve against wherever the page is.
    private readonly EntryData entries = new(settings.Origin ?? "", words);

    /// <summary>The view with its data. None for pages that search engines are not to list: what they show has its place elsewhere.</summary>
    internal PageView With(PageView page) => page.NoIndex ? page : page with { Data = DataBlock.Of(json => Write(json, page)) };

    private void Write(Utf8JsonWriter json, PageView page)
    {
        var listed = Listed(page);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.Type(listed is null ? "WebPage" : "CollectionPage");
        json.Text("url", entries.Url(page.Href));
        json.Text("name", page.Title);
        json.Text("inLanguage", page.Language);
        Site(json, page);
        Breadcrumbs(json, page);
        switch (page)
        {
            case PostView post:
                RelatedLinks(json, post);
                entries.Posting(json, post.Post, post.Turns, post.Part == 1 ? PostingText.Whole : PostingText.Elsewhere);
                break;
            case DiscussionView discussion:
                entries.Posting(json, discussion.Turns[0].Entry!, [.. discussion.Turns.Skip(1)], PostingText.Opening);
                break;
            case AuthorPageView { Author: var author, Bio: var bio }:
                Author(json, author, bio);
                break;
            case StandingPageView { Updated: { } updated }:
                json.Text("dateModified", updated.Iso);
                break;
        }

        if (listed is not null) List(json, listed);
        json.WriteEndObject();
    }

    /// <summary>What a listing lists, in its order: names and addresses. Null: the page is no listing.</summary>
    private static IReadOnlyList<(string? Name, string Href)>? Listed(PageView page) => page switch
    {
        HomeView home => [.. home.Pinned.Concat(home.Days.SelectMany(day => day.Posts)).Select(Post)],
        ThemesView themes => [.. themes.Themes.SelectMany(theme => theme.Parts.Prepend(theme)).Select(theme => ((string?)theme.Title, theme.Href))],
        ThemeView theme => [.. theme.Discussions.Select(discussion => ((string?)discussion.Title, discussion.Href))],
        AuthorsView authors => [.. authors.Authors.Select(item => ((string?)item.Author.Name, item.Author.Href!))],
        AuthorPageView author => [.. author.Entries.Select(item => item.Post is { } post ? Post(post) : (null, item.Comment!.Entry.Href))],
        ArchiveView archive => [.. archive.Years.Select(year => ((string?)year.Year.ToString(CultureInfo.InvariantCulture), year.Href))],
        YearPageView { Year: var year } => [.. year.Months.Select(month => ((string?)month.Name, month.Href))],
        MonthPageView month => [.. month.Days.SelectMany(day => day.Posts).Select(Post)],
        _ => null,
    };

    private static (string?, string) Post(PostSummaryView post) => (post.Entry.Title, post.Entry.Href);

    private void List(Utf8JsonWriter json, IReadOnlyList<(string? Name, string Href)> listed)
    {
        json.Begin("mainEntity", "ItemList");
        json.WriteNumber("numberOfItems", listed.Count);
        json.WriteStartArray("itemListElement");
        for (var i = 0; i < listed.Count; i++) Place(json, i + 1, listed[i].Name, "url", entries.Url(listed[i].Href));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="address">The property that holds <paramref name="url"/>: a list's entries have one, the steps of a way lead to things.</param>
    private static void Place(Utf8JsonWriter json, int position, string? name, string address, string? url)
    {
        json.Begin("ListItem");
        json.WriteNumber("position", position);
        json.Text("name", name);
        json.Text(address, url);
        json.WriteEndObject();
    }

    private void Site(Utf8JsonWriter json, PageView page)
    {
        json.Begin("isPartOf", "WebSite");
        json.WriteString("@id", entries.Url(page.Site.Home));
        json.Text("url", entries.Url(page.Site.Home));
        json.Text("name", page.Site.Title);
        if (page is HomeView)
        {
            json.Text("description", page.Site.Description);
            json.Text("inLanguage", settings.Language);
        }

        json.WriteEndObject();
    }

    /// <summary>The way from the home page to this one, which is where it ends and so has no address in it.</summary>
    private void Breadcrumbs(Utf8JsonWriter json, PageView page)
    {
        if (page.Href == page.Site.Home) return;
        json.Begin("breadcrumb", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        Place(json, 1, page.Site.Title, "item", entries.Url(page.Site.Home));
        for (var i = 0; i < page.Breadcrumbs.Count; i++)
            Place(json, i + 2, page.Breadcrumbs[i].Text, "item", entries.Url(page.Breadcrumbs[i].Href));
        Place(json, page.Breadcrumbs.Count + 2, page.Title, "item", null);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Discussions of the same matter elsewhere: neither the same thing (<c>sameAs</c>) nor a product (<c>isRelatedTo</c>).</summary>
    private static void RelatedLinks(Utf8JsonWriter json, PostView page)
    {
        if (page.Post.Parallel.Count == 0) return;
        json.WriteStartArray("relatedLink");
        foreach (var parallel in page.Post.Parallel) json.WriteStringValue(parallel.Url);
        json.WriteEndArray();
    }

    private void Author(Utf8JsonWriter json, AuthorView author, string? bio)
    {
        json.Begin("about", "Person");
        json.Text("name", author.Name);
        json.Text("url", entries.Url(author.Href));
        json.Text("sameAs", author.Url);
        json.Text("image", entries.Url(author.Avatar));
        json.Text("description", bio);
        json.WriteEndObject();
    }
}
