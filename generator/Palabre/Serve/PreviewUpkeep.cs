namespace Palabre.Serve;

/// <summary>Keeps a preview true while it is served.</summary>
internal static class PreviewUpkeep
{
    /// <summary>Between two looks at all files.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>Lets the system tell what changes, for as long as it does that well; from then on, looks.</summary>
    /// <returns>When it is cancelled.</returns>
    internal static async Task Watch(DirectoryInfo root, Preview preview, PreviewTerminal terminal, CancellationToken cancel)
    {
        using var undisturbed = new Undisturbed();
        using (var watch = new SiteWatch(root))
        {
            watch.Watch(preview.Folders);
            await preview.Ready.WaitAsync(cancel);
            watch.Watch(preview.Folders);
            // It was listed before it was watched: what was saved in between is found so.
            watch.LookAgainLater(cancel);
            if (preview.IsLarge) undisturbed.EndSoon();
            while (watch.Fault is null && !preview.HasLinks)
            {
                var changes = await watch.Next(cancel);
                var folders = preview.Folders;
                if (changes.IsAll)
                {
                    watch.Forget();
                    watch.Watch(preview.Folders);
                }

                undisturbed.Begin();
                var isListed = preview.Renew(changes, cancel);
                if (preview.IsLarge) undisturbed.EndSoon();
                if (!isListed) continue;
                watch.Watch(preview.Folders);
                if (!changes.IsAll || !folders.SequenceEqual(preview.Folders)) watch.LookAgainLater(cancel);
            }

            terminal.Say(watch.Fault is { } fault
                ? $"This system does not tell of every change ({fault.TrimEnd('.')}), so that Palabre looks for itself."
                : "Links stand among the files, and nobody tells what changes where they lead, so that Palabre looks for itself.");
        }

        await Poll(preview, cancel);
    }

    /// <summary>Looks at all files again and again, for disks that tell nothing: those of containers, of networks.</summary>
    /// <inheritdoc cref="Watch"/>
    internal static async Task Poll(Preview preview, CancellationToken cancel)
    {
        await preview.Ready.WaitAsync(cancel);
        while (true)
        {
            var begun = DateTime.UtcNow;
            preview.Renew(HeardChanges.All, cancel);
            var took = DateTime.UtcNow - begun;
            // At most a quarter of the time is spent on looking.
            await Task.Delay(took * 3 > Pause ? took * 3 : Pause, cancel);
        }
    }
}
