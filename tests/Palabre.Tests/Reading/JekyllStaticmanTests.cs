using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Reading;

/// <summary>A repository of Jekyll with Staticman's comments opens unmoved.</summary>
public sealed class JekyllStaticmanTests
{
    [TestCase("_data/comments")]
    [TestCase("src/_data/comments")]
    public void Opens_with_two_lines_of_settings(string comments)
    {
        var site = $"""
            -- content/site.yml --
            baseUrl: https://example.org/blog
            posts: _posts
            comments: {comments}
            -- _config.yml --
            theme: minima
            -- _posts/2016-06-01-hello-world.md --
            ---
            layout: post
            title: "Hello: world"
            categories: [news]
            permalink: /2016/hello.html
            comments: true
            ---
            Words.
            -- _posts/2016-06-02-second.markdown --
            ---
            layout: post
            title: Second
            published: false
            ---
            -- {comments}/hello-world/entry1465243200123.yml --
            _id: 1e552947
            _parent: /2016/hello.html
            name: 404
            email: 0bc83cb571cd1c50ba6f3e8a78ef1346
            hidden: ''
            message: "First!\r\n\r\nReally."
            date: '2016-06-06T20:00:00.123Z'
            -- {comments}/hello-world/entry1465243300456.yml --
            _id: 9dd30740
            name: B
            replying_to_uid: 1e552947
            message: By its id.
            date: 1465243300
            -- {comments}/hello-world/entry1465243400789.yml --
            _id: 03752642
            name: C
            replying_to: '1'
            message: By the number of the first root comment.
            timestamp: 1465243400
            -- {comments}/hello-world/entry1465243500000.yml --
            _id: 12345678
            name: D
            replying_to: ''
            message: By nothing.
            """;
        var files = SiteText.Files(site);
        var read = SiteText.Read(files, SiteText.Options with { Now = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        Assert.That(Outline.Of(Threader.Thread(read.Value).Value), Is.EqualTo("hello-world .1e552947 ..9dd30740 ..03752642 .12345678"));
        Assert.That(read.Value.Comments[0].Select(c => c.Authors.Single()), Is.EqualTo(["404", "B", "C", "D"]));
        Assert.That(read.Value.Comments[0].Select(c => Shown.Date(c.Date)), Is.EqualTo(
            ["2016-06-06 20:00:00 +00:00", "2016-06-06 20:01:40 +00:00", "2016-06-06 20:03:20 +00:00", "2016-06-06 20:05:00 +00:00"]));
        Assert.That(read.Value.Comments[0][0].Body.ToString(), Is.EqualTo("First!\n\nReally."));
        Assert.That(read.Codes(), Is.EqualTo(["PAL1054", "PAL1062"]), read.Told());
    }
}
