namespace Palabre.Model;

/// <summary>A place in a file of the site.</summary>
/// <param name="File">From the site's folder, with '/' on every system.</param>
/// <param name="Line">1-based; 0 is the file as a whole.</param>
/// <param name="Column">1-based, in UTF-16 units as editors count; 0 is the line as a whole.</param>
public readonly record struct SourceLocation(string File, int Line = 0, int Column = 0)
{
    /// <summary>The place <paramref name="lines"/> further down in the same file; the file as a whole stays itself.</summary>
    public SourceLocation Below(int lines) => Line == 0 ? this : this with { Line = Line + lines, Column = 0 };

    public override string ToString() => Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}

/// <summary>Text that an editor wrote, and where.</summary>
public readonly record struct Written(string Text, SourceLocation Source)
{
    public override string ToString() => Text;
}
