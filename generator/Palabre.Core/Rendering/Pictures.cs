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
    private const int Widest = 1200, Margin = 6, MostLinks = 150, MostVoices = 8, FewestMonths = 12, RowHeight = 10;

    private static readonly string[] VoiceNames = [.. Enumerable.Range(1, MostVoices).Select(i => string.Create(CultureInfo.InvariantCulture, $"voice-{i}"))];

    /// <summary>
    /// The tree of a discussion: a dot an entry, from left to right in the order of time, downwards by depth; a line
    /// from each to what it answers; <c>voice-1</c> to <c>voice-8</c> by who speaks.
    /// </summary>
    /// <param name="positions">The turns to draw.</param>
    /// <param name="label">The text alternative.</param>
    /// <param name="link">The address and name of an entry; null: a picture without links.</param>
    /// <param name="keyOf">What names of one voice have in common, by a name as written.</param>
    internal static Html Tree(
        Discussion discussion, IReadOnlyList<int> positions, string label, Func<Entry, (string Href, string Name)>? link, Func<string, string> keyOf)
    {
        if (positions.Count < 2) return Html.None;
        var byTime = TimeOrder.Of(discussion, positions);
        var places = Places(discussion, positions, byTime, out var columns, out var rows);
        var voices = Voices(discussion, positions, byTime, keyOf);
        var hasLinks = link is not null && positions.Count <= MostLinks;
        var svg = Begin("tree", hasLinks ? "group" : "img", label, columns * StepOf(columns), rows * RowHeight);
        Lines(discussion, positions, places, svg);
        if (hasLinks) LinkedDots(discussion, positions, places, voices, link!, svg);
        else Dots(places, voices, svg);
        return LentBuilder.FinishMarkup(svg.Append("</svg>"));
    }

    /// <summary>Comments and posts by month: a bar a month, from the first with any to the last, a year at least.</summary>
    internal static Html Activity(IReadOnlyDictionary<(int Year, int Month), int> months, string label)
    {
        if (months.Count < 2) return Html.None;
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

        return LentBuilder.FinishMarkup(svg.Append("\"/></svg>"));
    }

    /// <param name="role"><c>img</c>; <c>group</c> where there are links in it, which an image would hide.</param>
    private static StringBuilder Begin(string kind, string role, string label, int width, int height) => LentBuilder.Take().Append(
        CultureInfo.InvariantCulture,
        $"<svg class=\"{kind}\" role=\"{role}\" aria-label=\"{HtmlText.Escape(label)}\" viewBox=\"0 0 {width + (2 * Margin)} {height + (2 * Margin)}\" width=\"{width + (2 * Margin)}\" height=\"{height + (2 * Margin)}\">");

    /// <summary>Ten pixels from one entry to the next; fewer where there are very many.</summary>
    private static int StepOf(int columns) => Math.Clamp(Widest / columns, 2, 10);

    /// <summary>By place in the list: columns by time, rows by depth, which is cut where the picture would become a ladder.</summary>
    private static (int X, int Y)[] Places(Discussion discussion, IReadOnlyList<int> positions, int[] byTime, out int columns, out int rows)
    {
        const int deepest = 11;
        var top = positions.Min(p => discussion.Turns[p].Depth);
        var places = new (int, int)[byTime.Length];
        (columns, rows) = (byTime.Length - 1, 0);
        var step = StepOf(columns);
        for (var i = 0; i < byTime.Length; i++)
        {
            var row = Math.Min(deepest, discussion.Turns[positions[byTime[i]]].Depth - top);
            rows = Math.Max(rows, row);
            places[byTime[i]] = (Margin + (i * step), Margin + (row * RowHeight));
        }

        return places;
    }

    private static void Lines(Discussion discussion, IReadOnlyList<int> positions, (int X, int Y)[] places, StringBuilder svg)
    {
        var drawn = new Dictionary<int, (int X, int Y)>(places.Length);
        for (var i = 0; i < places.Length; i++) drawn[positions[i]] = places[i];
        svg.Append("<path class=\"replies\" d=\"");
        for (var i = 0; i < places.Length; i++)
        {
            if (!drawn.TryGetValue(discussion.Turns[positions[i]].Answered, out var to)) continue;
            svg.Append(CultureInfo.InvariantCulture, $"M{to.X} {to.Y}V{places[i].Y}H{places[i].X}");
        }

        svg.Append("\"/>");
    }

    private static void LinkedDots(
        Discussion discussion, IReadOnlyList<int> positions, (int X, int Y)[] places, string[] voices,
        Func<Entry, (string Href, string Name)> link, StringBuilder svg)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var entry = discussion.Turns[positions[i]].Entry;
            if (entry is not null)
            {
                var (href, name) = link(entry);
                svg.Append("<a href=\"").Append(HtmlText.Escape(href)).Append("\" tabindex=\"-1\"><title>").Append(HtmlText.Escape(name)).Append("</title>");
            }

            var (x, y) = places[i];
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{voices[i]}\" cx=\"{x}\" cy=\"{y}\" r=\"{(entry is Post ? 5 : 4)}\"/>");
            if (entry is not null) svg.Append("</a>");
        }
    }

    /// <summary>All dots of a voice in one path of points: a few bytes a dot.</summary>
    private static void Dots((int X, int Y)[] places, string[] voices, StringBuilder svg)
    {
        foreach (var voice in voices.Distinct().Order(StringComparer.Ordinal))
        {
            svg.Append("<path class=\"dots ").Append(voice).Append("\" d=\"");
            for (var i = 0; i < places.Length; i++)
                if (voices[i] == voice) svg.Append(CultureInfo.InvariantCulture, $"M{places[i].X} {places[i].Y}h0");
            svg.Append("\"/>");
        }
    }

    /// <summary>The class of each turn: voices are numbered in the order of their first word; those after the eighth share one.</summary>
    private static string[] Voices(Discussion discussion, IReadOnlyList<int> positions, int[] byTime, Func<string, string> keyOf)
    {
        var (byName, byKey) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        var voices = new string[byTime.Length];
        foreach (var i in byTime)
        {
            if (discussion.Turns[positions[i]].Entry is not { Authors: [var author, ..] }) voices[i] = "nobody";
            else if (byName.TryGetValue(author, out var voice)) voices[i] = voice;
            else voices[i] = byName[author] = VoiceOf(keyOf(author), byKey);
        }

        return voices;
    }

    private static string VoiceOf(string key, Dictionary<string, string> known)
    {
        if (!known.TryGetValue(key, out var voice)) known[key] = voice = VoiceNames[Math.Min(known.Count, MostVoices - 1)];
        return voice;
    }
}
