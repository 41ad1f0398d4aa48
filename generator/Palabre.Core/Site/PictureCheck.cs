using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;

namespace Palabre.Site;

/// <summary>Finds the pictures that fields name and that are not there; those within texts are looked for as these are rendered.</summary>
internal static class PictureCheck
{
    internal static IEnumerable<Diagnostic> Of(Edition edition)
    {
        foreach (var author in edition.Archive.Authors)
            if (IsMissing(author.Avatar)) yield return Catalogue.OutsideMedia(author.Source, AuthorFields.Avatar.Name, author.Avatar!);
        foreach (var theme in edition.Archive.Themes)
            if (IsLost(theme.Image, theme.Source.File, null)) yield return Catalogue.OutsideMedia(theme.Image!.Value.Source, ThemeFields.Image.Name, theme.Image.Value.Text);
        foreach (var post in edition.Archive.Posts)
        {
            if (IsLost(post.Image, post.Source.File, post)) yield return Catalogue.OutsideMedia(post.Image!.Value.Source, PostFields.Image.Name, post.Image.Value.Text);
            var comments = edition.CommentsOf(post);
            for (var i = 0; i < comments.Count; i++)
                if (IsMissing(comments[i].Avatar)) yield return Catalogue.OutsideMedia(comments[i].Source, CommentFields.Avatar.Name, comments[i].Avatar!);
        }

        bool IsMissing(string? avatar) => avatar is not null && !edition.Links.IsMedia(avatar);
        bool IsLost(Written? image, string file, Post? beside) => image is { } named && edition.Links.Picture(named.Text, file, beside) is null;
    }
}
