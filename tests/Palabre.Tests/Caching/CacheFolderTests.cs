using Palabre.Caching;
using Palabre.Searching;
using Palabre.Tests.Support;

namespace Palabre.Tests.Caching;

public sealed class CacheFolderTests
{
    private static readonly LastBuild Last = new()
    {
        Identity = default,
        Now = default,
        Until = default,
        Size = default,
        Sources = [],
        Files = [],
        Record = new("", default, default, null),
        Diagnostics = [],
    };

    [Test]
    public void The_first_build_leaves_both_of_its_parts_whichever_comes_first()
    {
        for (var i = 0; i < 50; i++)
        {
            using var site = new SiteOnDisk("-- content/posts/2010-01-12-hello.md --\nText.");
            var cache = CacheFolder.Of(new(site.Root), new(site.Output))!;
            using var together = new Barrier(2);
            Parallel.Invoke(
                () => Leave(() => cache.Write(Last)),
                () => Leave(() => cache.Write(WordMemory.None, default)));
            Assert.That(Directory.EnumerateFiles(Path.Combine(site.Root, ".palabre")).Select(Path.GetExtension), Is.EquivalentTo([".gitignore", ".build", ".words"]));

            void Leave(Action part)
            {
                together.SignalAndWait();
                part();
            }
        }
    }
}
