namespace Palabre.Model;

/// <summary>Where the files stand that describe themes and authors.</summary>
public static class DescriptionPath
{
    public const string Authors = "content/authors/", Themes = "themes/";

    public static string OfAuthor(string key) => $"{Authors}{key}.yml";

    public static string OfTheme(string key) => $"{Themes}{key}.md";
}
