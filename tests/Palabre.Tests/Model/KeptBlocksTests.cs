using System.Collections.Concurrent;
using System.Text;
using CsCheck;
using Palabre.Model;

namespace Palabre.Tests.Model;

/// <summary>Texts come back as they were, wherever they are kept meanwhile.</summary>
public sealed class KeptBlocksTests
{
    private static readonly Gen<string> Texts = Gen.Select(Gen.String[Gen.Char["aé«字\n"], 0, 20], Gen.Int[0, 3].Select(i => new[] { 1, 50, 500, 3000 }[i])).Select((text, times) => string.Concat(Enumerable.Repeat(text, times)));

    [Test]
    public void Any_texts_come_back_from_where_memory_overflows_to() => Texts.Array[1, 30].Holds(
        texts => Assert.That(Kept(new() { Overflow = new Elsewhere(), Most = 0 }, texts), Is.EqualTo(texts)), count: 60);

    [Test]
    public void As_much_as_there_is_room_for_stays_in_memory()
    {
        var overflow = new Elsewhere();
        string[] texts = [.. Enumerable.Range(0, 1000).Select(i => $"{i} {new string('x', 1000)}")];
        Assert.That(Kept(new() { Overflow = overflow, Most = 500_000 }, texts), Is.EqualTo(texts));
        Assert.That(overflow.Bytes, Is.InRange(400_000, 550_000));
        Assert.That(Kept(new() { Overflow = overflow, Most = 2_000_000 }, texts), Is.EqualTo(texts));
        Assert.That(overflow.Bytes, Is.InRange(400_000, 550_000), "of the second, all stay");
    }

    [Test]
    public void Where_there_is_no_other_room_all_stays_in_memory()
    {
        string[] texts = [.. Enumerable.Range(0, 1000).Select(i => new string((char)('a' + (i % 26)), 100))];
        Assert.That(Kept(new() { Overflow = new Elsewhere { IsFull = true }, Most = 0 }, texts), Is.EqualTo(texts));
        Assert.That(Kept(new(), texts), Is.EqualTo(texts));
    }

    [Test]
    public void Threads_keep_and_read_side_by_side()
    {
        var blocks = new KeptBlocks(new() { Overflow = new Elsewhere(), Most = 100_000 });
        var kept = new ConcurrentDictionary<int, KeptBytes>();
        Parallel.For(0, 20_000, i =>
        {
            kept[i] = blocks.Keep(Word(i));
            for (var earlier = i; earlier >= 0; earlier -= 1 + (i % 997))
                if (kept.TryGetValue(earlier, out var slice)) Assert.That(Encoding.UTF8.GetString(slice.Bytes), Is.EqualTo(Word(earlier)));
        });

        static string Word(int i) => string.Concat(Enumerable.Repeat($"é{i} ", 1 + (i % 40)));
    }

    private static IEnumerable<string> Kept(KeptMemory memory, IEnumerable<string> texts)
    {
        var blocks = new KeptBlocks(memory);
        KeptBytes[] kept = [.. texts.Select((text, i) => i % 2 == 0 ? blocks.Keep(text) : blocks.Keep(Encoding.UTF8.GetBytes(text)))];
        foreach (var slice in kept)
        {
            var copy = new byte[slice.Length];
            slice.CopyTo(copy);
            Assert.That(copy, Is.EqualTo(slice.Bytes));
            yield return Encoding.UTF8.GetString(copy);
        }
    }

    private sealed class Elsewhere : IOverflow
    {
        private int bytes;

        internal int Bytes => bytes;

        internal bool IsFull { get; init; }

        public IOverflown? Keep(ReadOnlySpan<byte> block)
        {
            if (IsFull) return null;
            Interlocked.Add(ref bytes, block.Length);
            return new Copy(block.ToArray());
        }

        private sealed class Copy(byte[] bytes) : IOverflown
        {
            public void Read(int start, Span<byte> part) => bytes.AsSpan(start, part.Length).CopyTo(part);
        }
    }
}
