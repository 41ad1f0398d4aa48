namespace Palabre.Import.Mail;

/// <summary>
/// Who answers whom among letters, as J. Zawinski's algorithm has it: by References, and by In-Reply-To where there are
/// none; letters that are named and missing keep a place. Subjects are not asked. In bounded steps for each letter, and without recursion.
/// </summary>
internal sealed class LetterThreads
{
    private const int None = -1;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];
    private readonly List<int> answers = []; // what a place answers, or None
    private readonly List<bool> isThere = [];
    private readonly HashSet<int> earlier = [];
    private readonly List<int> branches = []; // of missing ones: how many letters answer them

    internal int Count => ids.Count;

    internal string Id(int place) => ids[place];

    internal bool IsThere(int place) => isThere[place];

    /// <summary>Whether a letter that is not there came with an earlier import.</summary>
    internal bool IsEarlier(int place) => earlier.Contains(place);

    /// <summary>How many letters answer a place.</summary>
    internal int Branches(int place) => branches[place];

    internal int? Find(string id) => places.TryGetValue(id, out var place) ? place : null;

    /// <summary>False if a letter of this id was added before.</summary>
    internal bool Add(string id, IReadOnlyList<string> references)
    {
        var place = Place(id);
        if (isThere[place]) return false;
        isThere[place] = true;
        answers[place] = None; // what others believe it answers counts less than what it says itself
        var last = None;
        foreach (var reference in references)
        {
            var next = Place(reference);
            if (next == place) continue;
            if (last != None && !isThere[next] && answers[next] == None) answers[next] = last;
            last = next;
        }

        answers[place] = last;
        return true;
    }

    /// <summary>Says what a letter answers that was added without.</summary>
    internal void Answer(int place, string id)
    {
        var above = Place(id);
        if (above != place) answers[place] = above;
    }

    /// <summary>
    /// Opens circles where they were entered first, lets letters whose answered letter is missing stand under the
    /// nearest that is there, and a missing one at the top stay only where it has several answers.
    /// </summary>
    /// <param name="isEarlier">Whether a letter came with an earlier import: it stands, though it is not there.</param>
    internal void Settle(Func<string, bool> isEarlier)
    {
        for (var place = 0; place < ids.Count; place++)
            if (!isThere[place] && isEarlier(ids[place])) earlier.Add(place);
        OpenCircles();
        branches.AddRange(Enumerable.Repeat(0, ids.Count));
        for (var place = 0; place < ids.Count; place++)
            if (isThere[place]) answers[place] = NearestThere(place);
        for (var place = 0; place < ids.Count; place++)
            if (isThere[place] && answers[place] != None) branches[answers[place]]++;
        for (var place = 0; place < ids.Count; place++)
            if (isThere[place] && answers[place] is not None and var top && !Stands(top) && branches[top] == 1) answers[place] = None;
    }

    /// <summary>For each place the nearest of <paramref name="tops"/> above it, or itself.</summary>
    /// <param name="tops">Each way up leads to one of them.</param>
    internal int[] Nearest(HashSet<int> tops)
    {
        var nearest = new int[ids.Count];
        Array.Fill(nearest, None);
        foreach (var top in tops) nearest[top] = top;
        var way = new List<int>();
        for (var start = 0; start < nearest.Length; start++)
        {
            way.Clear();
            var place = start;
            for (; place != None && nearest[place] == None; place = answers[place]) way.Add(place);
            foreach (var passed in way) nearest[passed] = place == None ? None : nearest[place];
        }

        return nearest;
    }

    /// <summary>What a letter answers: null for nothing.</summary>
    internal int? Answered(int place) => answers[place] == None ? null : answers[place];

    private bool Stands(int place) => isThere[place] || earlier.Contains(place);

    private int Place(string id)
    {
        if (places.TryGetValue(id, out var known)) return known;
        places.Add(id, ids.Count);
        ids.Add(id);
        answers.Add(None);
        isThere.Add(false);
        return ids.Count - 1;
    }

    private void OpenCircles()
    {
        var seen = new int[ids.Count]; // 0: not yet; else the walk that came by first
        for (var start = 0; start < ids.Count; start++)
        {
            var place = start;
            var before = None;
            while (place != None && seen[place] == 0)
            {
                seen[place] = start + 1;
                (before, place) = (place, answers[place]);
            }

            if (place != None && seen[place] == start + 1) answers[place == start ? start : before] = None;
        }
    }

    /// <summary>Missing letters on the way are passed over; the topmost is where the way ends.</summary>
    private int NearestThere(int place)
    {
        var above = answers[place];
        var steps = 0;
        while (above != None && !Stands(above) && answers[above] != None && steps++ < 1000) above = answers[above];
        return above;
    }
}
