namespace Palabre.Rendering;

/// <summary>Markup that is safe to write into a page as it stands.</summary>
public readonly record struct Html(string Markup)
{
    public override string ToString() => Markup;
}
