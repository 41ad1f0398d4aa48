using Palabre.Diagnostics;
using Palabre.Model;
using Palabre.Reading;
using Palabre.Rendering;
using CommentsWithPictures = Palabre.Model.Carried<System.Collections.Generic.IReadOnlyList<Palabre.Model.Comment>, Palabre.Model.Comment[]>;

namespace Palabre.Site;

/// <summary>Finds the pictures that fields name and that are not there; those within texts are looked for as these are rendered.</summary>
internal static class PictureCheck
{
    private static readonly char[] Around = [.. " \n\t()<>[]\"'=`,;?#*"];

    /// <summary>Of the comments of each post, those with a picture of who wrote them, and those whose text, taken down, may name some.</summary>
    /// <param name="before">Of an earlier archive: lists that are the very same objects are not gone through again.</param>
    internal static CommentsWithPictures WithPictures(Archive archive, CommentsWithPictures? before) =>
        CommentsWithPictures.Of(archive.Comments, before, holds: null, i => [.. archive.Comments[i].Where(comment => comment.Avatar is not null || comment.Removal is not null)]);

    internal static IEnumerable<Diagnostic> Of(Edition edition, CommentsWithPictures withPictures)
    {
        foreach (var author in edition.Archive.Authors)
            if (IsMissing(author.Avatar)) yield return Catalogue.OutsideMedia(author.Avatar!.Value.Source, AuthorFields.Avatar.Name, author.Avatar.Value.Text);
        foreach (var theme in edition.Archive.Themes)
            if (IsLost(theme.Image, theme.Source.File, null)) yield return Catalogue.OutsideMedia(theme.Image!.Value.Source, ThemeFields.Image.Name, theme.Image.Value.Text);
        foreach (var post in edition.Archive.Posts)
            if (IsLost(post.Image, post.Source.File, post)) yield return Catalogue.OutsideMedia(post.Image!.Value.Source, PostFields.Image.Name, post.Image.Value.Text);
        foreach (var comment in withPictures.Values.SelectMany(comments => comments))
            if (IsMissing(comment.Avatar)) yield return Catalogue.OutsideMedia(comment.Avatar!.Value.Source, CommentFields.Avatar.Name, comment.Avatar.Value.Text);

        foreach (var entry in edition.Archive.Posts.Concat<Entry>(withPictures.Values.SelectMany(comments => comments)))
        {
            if (entry.Removal is not { Text.Length: > 0 } removal) continue;
            foreach (var file in Named(removal.Text).Where(edition.Links.IsMedia).Distinct(StringComparer.Ordinal))
                yield return Catalogue.PictureOfRemoved(entry, file);
        }

        bool IsMissing(Written? avatar) => avatar is { } named && !edition.Links.IsMedia(named.Text);
        bool IsLost(Written? image, string file, Post? beside) => image is { } named && edition.Links.Picture(named.Text, file, beside) is null;
    }

    /// <summary>Paths under <c>content/media/</c> that a text names in whichever way.</summary>
    private static IEnumerable<string> Named(string text) => text.Split(Around, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Contains("media/", StringComparison.Ordinal))
        .Select(word => MediaPath.TryParse(Uri.UnescapeDataString(word.TrimEnd('.', ':', '!')))).OfType<string>();
}
