using System.Text;

namespace Palabre.Import.Html;

/// <summary>Writes the words of a paragraph as Markdown.</summary>
internal static class MarkdownInline
{
    /// <summary>Lines end where the text's do; null where Markdown alone cannot say it.</summary>
    internal static string? Of(IReadOnlyList<Part> parts, int from, int to, bool mayHoldHtml)
    {
        var text = new StringBuilder();
        var open = new Stack<string>(); // what closes what is open
        for (var i = from; i < to; i++)
        {
            var part = parts[i];
            switch (part.Kind)
            {
                case PartKind.Text:
                    MarkdownEscape.Append(part.Value, text, AtLineStart(text));
                    break;
                case PartKind.Break:
                    text.Append("\\\n");
                    break;
                case PartKind.Picture:
                    text.Append("![").Append(Flat(part.Attribute("alt") ?? "")).Append("](").Append(Address(part.Value)).Append(Title(part)).Append(')');
                    break;
                case PartKind.Close:
                    if (!open.TryPop(out var end)) return null;
                    text.Append(end);
                    break;
                case PartKind.Open when part.Name == "code":
                    if (Code(parts, i, to) is not var (code, close)) return null;
                    text.Append(code);
                    i = close;
                    break;
                case PartKind.Open when part is { Name: "a", Attributes: null } && IsBare(parts, i, to):
                    text.Append('<').Append(part.Value).Append('>');
                    i += 2;
                    break;
                case PartKind.Open:
                    if (Marks(part, text, mayHoldHtml) is not var (first, last)) return null;
                    text.Append(first);
                    open.Push(last);
                    break;
                default:
                    return null;
            }
        }

        return open.Count == 0 ? text.ToString() : null;
    }

    private static bool AtLineStart(StringBuilder text)
    {
        for (var i = text.Length - 1; i >= 0 && text[i] != '\n'; i--)
            if (text[i] is not ('*' or '_' or '~' or ' ')) return false;
        return true;
    }

    private static (string First, string Last)? Marks(Part part, StringBuilder text, bool mayHoldHtml)
    {
        var afterMark = text.Length > 0 && text[^1] is '*';
        switch (part.Name)
        {
            case "strong" or "b":
                return afterMark ? ("__", "__") : ("**", "**");
            case "em" or "i":
                return afterMark ? ("_", "_") : ("*", "*");
            case "s" or "del" when part.Attributes is null:
                return ("~~", "~~");
            case "a":
                if (text.Length > 0 && text[^1] == '!') text.Insert(text.Length - 1, '\\');
                return ("[", $"]({Address(part.Value)}{Title(part)})");
        }

        if (!mayHoldHtml) return null;
        var tag = new StringBuilder();
        CleanHtml.Tag(part, tag);
        return (tag.ToString(), $"</{part.Name}>");
    }

    private static bool IsBare(IReadOnlyList<Part> parts, int at, int to) =>
        at + 2 < to && parts[at + 1] is { Kind: PartKind.Text } text && parts[at + 2].Kind == PartKind.Close && text.Value == parts[at].Value
        && text.Value.Contains("://", StringComparison.Ordinal) && !text.Value.AsSpan().ContainsAny("<> \\`");

    private static (string Code, int Close)? Code(IReadOnlyList<Part> parts, int at, int to)
    {
        var code = new StringBuilder();
        for (var i = at + 1; i < to; i++)
        {
            if (parts[i].Kind == PartKind.Text) code.Append(parts[i].Value);
            else if (parts[i] is not { Kind: PartKind.Close, Name: "code" } || code.Length == 0) return null;
            else
            {
                var text = code.ToString();
                var fence = new string('`', MarkdownText.LongestRun(text, '`') + 1);
                var pad = text[0] == '`' || text[^1] == '`' ? " " : "";
                return (fence + pad + text + pad + fence, i);
            }
        }

        return null;
    }

    private static string Address(string url) => url.AsSpan().ContainsAny("() ") ? $"<{url.Replace(" ", "%20", StringComparison.Ordinal)}>" : url;

    private static string Title(Part part) => part.Attribute("title") is { Length: > 0 } title ? $" \"{Flat(title).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : "";

    private static string Flat(string text)
    {
        var escaped = new StringBuilder(text.Length);
        MarkdownEscape.Append(Texts.Plainly.Line(text) ?? "", escaped, false);
        return escaped.ToString();
    }
}
