using Palabre.Model;
using Palabre.Tests.Support;

namespace Palabre.Tests.Reading;

/// <summary>Which post the comments of a folder, or of a list, belong to.</summary>
public sealed class FolderToPostTests
{
    [TestCase("2010-01-12-hello.md", "hello/c.yml", TestName = "The slug")]
    [TestCase("2010-01-12-hello.md", "2010-01-12-hello/c.yml", TestName = "The file's whole name")]
    [TestCase("2010-01-12-hello.md", "hello.yml", TestName = "A list of the slug's name")]
    [TestCase("2010-01-12-hello.md", "2010-01-12-hello.yaml", TestName = "A list of the file's name")]
    [TestCase("2010-01-12-hello.md", "2010/hello.yml", TestName = "A list in a folder by year")]
    [TestCase("2010-01-12-hello.md", "2010/hello/c.yml", TestName = "A folder in a folder by year")]
    [TestCase("2010-01-12-hello/index.md", "hello/c.yml", TestName = "A post with a folder of its own")]
    [TestCase("2010-01-12-été à Paris.md", "ete-a-paris/c.yml", TestName = "The post has accents and blanks")]
    [TestCase("2010-01-12-ete-a-paris.md", "Été à Paris/c.yml", TestName = "The folder has accents and blanks")]
    [TestCase("2010-01-12-e\u0301te\u0301.md", "\u00E9t\u00E9/c.yml", TestName = "Accents of either Unicode form")]
    [TestCase("2010-01-12-Hello_World!.md", "hello-world/c.yml", TestName = "Case and signs")]
    [TestCase("2010-01-12-привет.md", "Привет/c.yml", TestName = "Cyrillic")]
    public void Names_are_compared_without_case_accents_and_signs(string post, string comment) =>
        Assert.That(Read(post, comment).Comments.Single(), Has.Count.EqualTo(1));

    [Test]
    public void A_folder_may_name_the_id() => Assert.That(SiteText.Read("""
        -- content/posts/2010-01-12-hello.md --
        ---
        id: First Post
        ---
        -- content/comments/first-post/c.yml --
        {date: 2010-01-13, author: A, body: Oui.}
        """).Value.Comments.Single(), Has.Count.EqualTo(1));

    [Test]
    public void What_was_chosen_goes_before_what_was_derived()
    {
        var archive = SiteText.Read("""
            -- content/posts/2010-01-12-hello.md --
            ---
            id: other
            ---
            -- content/posts/2010-01-13-second.md --
            ---
            id: hello
            ---
            -- content/comments/hello/c.yml --
            {date: 2010-01-13, author: A, body: Oui.}
            """).Value;
        Assert.That(archive.Comments.Select(c => c.Count), Is.EqualTo([0, 1]));
    }

    [Test]
    public void Comments_without_a_post_are_counted_and_the_nearest_post_is_advised()
    {
        var read = SiteText.Read("""
            -- content/posts/2010-01-12-hello.md --
            # Hello
            -- content/comments/helo/a.yml --
            {date: 2010-01-13, author: A, body: Oui.}
            -- content/comments/helo/b.yml --
            {date: 2010-01-14, author: A, body: Non.}
            -- content/comments/nothing-like-it.yml --
            {date: 2010-01-14, author: A, body: Bof., id: c}
            """);
        Assert.That(read.Value.Withheld.Select(w => w.Reason), Is.EqualTo(Enumerable.Repeat(WithheldReason.NoPost, 3)));
        Assert.That(string.Join('\n', read.Diagnostics.Where(d => d.Code == "PAL1056")), Is.EqualTo("""
            content/comments/helo: warning PAL1056: No post is called 'helo'; 2 comments of it not published.
              hint: Did you mean 'hello'?
            content/comments/nothing-like-it.yml: warning PAL1056: No post is called 'nothing-like-it'; 1 comment of it not published.
            """));
    }

    [TestCase("draft: true", WithheldReason.PostWithheld, "content/posts/2010-01-12-hello.md:1:1: note PAL1055: 1 comment of 'hello' not published, since the post is not.")]
    [TestCase("comments: hidden", WithheldReason.CommentsHidden, "content/posts/2010-01-12-hello.md:1:1: note PAL1055: 1 comment of 'hello' not published: the post's comments are hidden.")]
    public void Comments_of_a_post_that_does_not_show_them_are_counted(string line, WithheldReason reason, string told)
    {
        var read = SiteText.Read($"""
            -- content/posts/2010-01-12-hello.md --
            ---
            title: Hello
            {line}
            ---
            -- content/comments/hello/c.yml --
            date: 2010-01-13
            author: A
            body: Oui.
            """);
        Assert.That(read.Value.Withheld.Single(w => w.Entry is Comment).Reason, Is.EqualTo(reason));
        Assert.That(read.Diagnostics.Single(d => d.Code == "PAL1055").ToString(), Is.EqualTo(told));
    }

    private static Archive Read(string post, string comment) => SiteText.Read(
        $"-- content/posts/{post} --\nWords.\n-- content/comments/{comment} --\n{{date: 2010-01-13, author: A, body: Oui.}}").Value;
}
