using Palabre.Disk;

namespace Palabre.Tests.Disk;

public sealed class OverflowTests
{
    private const int Largest = Palabre.Model.IOverflow.Largest;

    private TempFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public void Each_part_of_each_block_comes_back()
    {
        var overflow = new Overflow(folder.Root.FullName);
        var blocks = Enumerable.Range(1, 40).Select(i => Block(i, i % 3 == 0 ? Largest : 100 * i)).ToArray();
        var kept = Array.ConvertAll(blocks, block => overflow.Keep(block));
        for (var i = 0; i < blocks.Length; i++)
        {
            var part = new byte[blocks[i].Length - 20];
            kept[i]!.Read(15, part);
            Assert.That(part, Is.EqualTo(blocks[i][15..^5]));
        }
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Nothing_of_it_has_a_name()
    {
        var overflow = new Overflow(folder.Root.FullName);
        Assert.That(overflow.Keep(Block(1, 100)), Is.Not.Null);
        Assert.That(TempFolder.Contents(folder.Root), Is.Empty);
    }

    [Test]
    public void There_is_none_where_no_file_can_be_made() =>
        Assert.That(new Overflow(folder.Full("nowhere")).Keep(Block(1, 100)), Is.Null);

    [Test]
    public void What_is_larger_than_its_blocks_stays_where_it_is() =>
        Assert.That(new Overflow(folder.Root.FullName).Keep(Block(1, Largest + 1)), Is.Null);

    [Test]
    [Platform("Linux")]
    public void The_room_of_what_is_forgotten_is_used_again()
    {
        var overflow = new Overflow(folder.Root.FullName);
        var held = overflow.Keep(Block(-1, Largest))!;
        for (var round = 0; round < 20; round++)
        {
            for (var i = 0; i < 50; i++) overflow.Keep(Block(i, Largest));
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var kept = new byte[Largest];
        held.Read(0, kept);
        Assert.That(kept, Is.EqualTo(Block(-1, Largest)), "what is held stays");
        Assert.That(overflow.Length, Is.LessThan(200 * Largest), "a thousand were kept");
    }

    private static byte[] Block(int seed, int length)
    {
        var block = new byte[length];
        new Random(seed).NextBytes(block);
        return block;
    }
}
