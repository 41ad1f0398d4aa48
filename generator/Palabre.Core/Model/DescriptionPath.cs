namespace Palabre.Model;

/// <summary>Where the files stand that describe themes and authors, and those of standing pages.</summary>
public static class DescriptionPath
{
    public const string Authors = "content/authors/", Themes = "themes/", Pages = "content/pages/";

    public static string OfAuthor(string key) => $"{Authors}{key}.yml";

    public static string OfTheme(string key) => $"{Themes}{key}.md";

    public static string OfPage(string name) => $"{Pages}{name}.md";
}
