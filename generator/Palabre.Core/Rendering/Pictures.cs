using System.Globalization;
using System.Text;
using Palabre.Model;
using Palabre.Threading;

namespace Palabre.Rendering;

/// <summary>
/// Small pictures of discussions and of activity, as inline SVG: exact, without script or style of their own. Their
/// colours are the look's, by class.
/// </summary>
internal static class Pictures
{
    private const int Widest = 1200, Margin = 6, MostLinks = 150, Voices = 8, FewestMonths = 12, RowHeight = 10;

    /// <summary>
    /// The tree of a discussion: a dot an entry, from left to right in the order of time, downwards by depth; a line
    /// from each to what it answers; <c>voice-1</c> to <c>voice-8</c> by who speaks.
    /// </summary>
    /// <param name="positions">The turns to draw.</param>
    /// <param name="label">The text alternative.</param>
    /// <param name="link">The address and name of an entry; null: a picture without links.</param>
    internal static Html Tree(
        Discussion discussion, IReadOnlyList<int> positions, string label, Func<Entry, (string Href, string Name)>? link)
    {
        if (positions.Count < 2) return default;
        var places = Places(discussion, positions, out var columns, out var rows);
        var hasLinks = link is not null && positions.Count <= MostLinks;
        var svg = Begin("tree", hasLinks ? "group" : "img", label, columns * StepOf(columns), rows * RowHeight);
        Lines(discussion, positions, places, svg);
        if (hasLinks) LinkedDots(discussion, positions, places, link!, svg);
        else Dots(discussion, positions, places, svg);
        return new(svg.Append("</svg>").ToString());
    }

    /// <summary>Comments and posts by month: a bar a month, from the first with any to the last, a year at least.</summary>
    internal static Html Activity(IReadOnlyDictionary<(int Year, int Month), int> months, string label)
    {
        if (months.Count < 2) return default;
        var (first, last) = (months.Keys.Min(m => (m.Year * 12) + m.Month), months.Keys.Max(m => (m.Year * 12) + m.Month));
        first = Math.Min(first, last - FewestMonths + 1);
        var most = months.Values.Max();
        const int width = 4, height = 40;
        var svg = Begin("activity", "img", label, (last - first + 1) * width, height);
        svg.Append("<path d=\"");
        for (var month = first; month <= last; month++)
        {
            if (!months.TryGetValue(((month - 1) / 12, ((month - 1) % 12) + 1), out var count)) continue;
            var bar = Math.Max(1, (int)Math.Round((double)count * height / most, MidpointRounding.AwayFromZero));
            svg.Append(CultureInfo.InvariantCulture, $"M{Margin + ((month - first) * width)} {Margin + height}v-{bar}");
        }

        return new(svg.Append("\"/></svg>").ToString());
    }

    /// <param name="role"><c>img</c>; <c>group</c> where there are links in it, which an image would hide.</param>
    private static StringBuilder Begin(string kind, string role, string label, int width, int height) => new StringBuilder(512).Append(
        CultureInfo.InvariantCulture,
        $"<svg class=\"{kind}\" role=\"{role}\" aria-label=\"{HtmlText.Escape(label)}\" viewBox=\"0 0 {width + (2 * Margin)} {height + (2 * Margin)}\" width=\"{width + (2 * Margin)}\" height=\"{height + (2 * Margin)}\">");

    /// <summary>Ten pixels from one entry to the next; fewer where there are very many.</summary>
    private static int StepOf(int columns) => Math.Clamp(Widest / columns, 2, 10);

    /// <summary>Columns by time, rows by depth, which is cut where the picture would become a ladder.</summary>
    private static Dictionary<int, (int X, int Y)> Places(Discussion discussion, IReadOnlyList<int> positions, out int columns, out int rows)
    {
        const int deepest = 11;
        var top = positions.Min(p => discussion.Turns[p].Depth);
        var byTime = positions.OrderBy(p => TimeOf(discussion, p)).ThenBy(p => p).ToArray();
        var places = new Dictionary<int, (int, int)>(positions.Count);
        (columns, rows) = (byTime.Length - 1, 0);
        var step = StepOf(columns);
        for (var i = 0; i < byTime.Length; i++)
        {
            var row = Math.Min(deepest, discussion.Turns[byTime[i]].Depth - top);
            rows = Math.Max(rows, row);
            places[byTime[i]] = (Margin + (i * step), Margin + (row * RowHeight));
        }

        return places;
    }

    private static void Lines(Discussion discussion, IReadOnlyList<int> positions, Dictionary<int, (int X, int Y)> places, StringBuilder svg)
    {
        svg.Append("<path class=\"replies\" d=\"");
        foreach (var position in positions)
        {
            if (!places.TryGetValue(discussion.Turns[position].Answered, out var to)) continue;
            var from = places[position];
            svg.Append(CultureInfo.InvariantCulture, $"M{to.X} {to.Y}V{from.Y}H{from.X}");
        }

        svg.Append("\"/>");
    }

    private static void LinkedDots(
        Discussion discussion, IReadOnlyList<int> positions, Dictionary<int, (int X, int Y)> places,
        Func<Entry, (string Href, string Name)> link, StringBuilder svg)
    {
        var voices = VoicesOf(discussion, positions);
        foreach (var position in positions)
        {
            var (x, y) = places[position];
            var turn = discussion.Turns[position];
            var dot = string.Create(CultureInfo.InvariantCulture, $"<circle class=\"{voices[position]}\" cx=\"{x}\" cy=\"{y}\" r=\"{(turn.Entry is Post ? 5 : 4)}\"/>");
            if (turn.Entry is null)
            {
                svg.Append(dot);
                continue;
            }

            var (href, name) = link(turn.Entry);
            svg.Append("<a href=\"").Append(HtmlText.Escape(href)).Append("\" tabindex=\"-1\"><title>")
                .Append(HtmlText.Escape(name)).Append("</title>").Append(dot).Append("</a>");
        }
    }

    /// <summary>All dots of a voice in one path of points: a few bytes a dot.</summary>
    private static void Dots(Discussion discussion, IReadOnlyList<int> positions, Dictionary<int, (int X, int Y)> places, StringBuilder svg)
    {
        var voices = VoicesOf(discussion, positions);
        foreach (var voice in positions.GroupBy(p => voices[p]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            svg.Append("<path class=\"dots ").Append(voice.Key).Append("\" d=\"");
            foreach (var position in voice) svg.Append(CultureInfo.InvariantCulture, $"M{places[position].X} {places[position].Y}h0");
            svg.Append("\"/>");
        }
    }

    /// <summary>A placeholder is as old as the first that answers it, which follows it.</summary>
    private static EntryDate TimeOf(Discussion discussion, int position) =>
        discussion.Turns[position].Entry?.Date ?? discussion.Turns[position + 1].Entry?.Date ?? default;

    /// <summary>The class of each turn: voices are numbered in the order of their first word; those after the eighth share one.</summary>
    private static Dictionary<int, string> VoicesOf(Discussion discussion, IReadOnlyList<int> positions)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var voices = new Dictionary<int, string>(positions.Count);
        foreach (var position in positions.OrderBy(p => TimeOf(discussion, p)).ThenBy(p => p))
        {
            if (discussion.Turns[position].Entry is not { Authors: [var author, ..] })
            {
                voices[position] = "nobody";
                continue;
            }

            var key = Slug.From(author);
            if (!known.TryGetValue(key, out var voice))
                known[key] = voice = "voice-" + Math.Min(known.Count + 1, Voices).ToString(CultureInfo.InvariantCulture);
            voices[position] = voice;
        }

        return voices;
    }
}
