using Palabre.Tests.Support;
using Palabre.Threading;

namespace Palabre.Tests.Threading;

/// <summary>The reply rule of content/README.md, by its numbers.</summary>
public sealed class ReplyRuleTests
{
    [TestCase("a a#x a#y>x", "a .x ..y", TestName = "1: an exact id")]
    [TestCase("a a#x/y a#y/z a#w>y", "a .x .y ..w", TestName = "1: an id goes before a file name")]
    [TestCase("a a#comment-1 a#1 a#y>1", "a .comment-1 .1 ..y", TestName = "1: an id goes before one with a prefix")]
    [TestCase("a a#x/entry17 a#y>entry17", "a .x ..y", TestName = "2: a file name")]
    [TestCase("a a#x/entry17 a#y>entry17.yml", "a .x ..y", TestName = "2: a file name with its extension")]
    [TestCase("a a#x/entry17 a#y>entry17.yaml", "a .x ..y", TestName = "2: or with the other one")]
    [TestCase("a a#dsq-1 a#y>1", "a .dsq-1 ..y", TestName = "3: the id has Disqus's prefix")]
    [TestCase("a a#1 a#y>dsq-1", "a .1 ..y", TestName = "3: the reply has Disqus's prefix")]
    [TestCase("a a#1 a#y>comment-1", "a .1 ..y", TestName = "3: the reply has WordPress's prefix")]
    [TestCase("a a#comment-1 a#y>dsq-1", "a .comment-1 ..y", TestName = "3: each has another prefix")]
    [TestCase("a a#x/entry1465243200 a#y>1465243200", "a .x ..y", TestName = "3: the file name has Staticman's prefix")]
    [TestCase("a a#x/2 a#y/1 a#z>>1", "a .x .y ..z", TestName = "4: a number is that of a file of this name first")]
    [TestCase("a a#x/b a#y/a a#z/c>>1", "a .x .y ..z", TestName = "4: the first root comment by file name, not by age")]
    [TestCase("a a#w/a a#x/b>w a#y/c a#z/d>>2", "a .w ..x .y ..z", TestName = "4: replies are not counted")]
    [TestCase("a a#x/b a#z/c>1", "a .x .?1 ..z", TestName = "4: under another key a number is an id")]
    [TestCase("a a#x/b a#z/c>>12345", "a .x .?12345 ..z", TestName = "4: five digits are an id")]
    [TestCase("a a#x/b a#z/c>>3", "a .x .?3 ..z", TestName = "4: there is no third root comment")]
    [TestCase("a b b#x a#y>b#x", "a .y(→x) b .x", TestName = "5: a comment elsewhere")]
    [TestCase("a b b#x a#y>a#x a#x", "a .x ..y b .x", TestName = "5: its own post named in full")]
    [TestCase("a a#y>gone a#x", "a .?gone ..y .x", TestName = "6: what is missing")]
    [TestCase("a b a#y>b#gone", "a .?b#gone ..y b", TestName = "6: what is missing elsewhere")]
    [TestCase("a a#y>a", "a .y", TestName = "A comment that names its own post answers it")]
    [TestCase("a a#a a#y>a", "a .a ..y", TestName = "A comment with its post's id is meant before the post")]
    [TestCase("a b a#y>b", "a .?b ..y b", TestName = "A comment cannot answer another post by its name alone")]
    [TestCase("a a#x a#y>X", "a .x .?X ..y", TestName = "Ids are compared as written, case and all")]
    public void Leads_to(string drawn, string outline) =>
        Assert.That(Outline.Of(Threader.Thread(Outline.Draw(drawn)).Value), Is.EqualTo(outline));

    [TestCase("''")]
    [TestCase("null")]
    [TestCase("~")]
    [TestCase("0")]
    [TestCase("false")]
    [TestCase("")]
    public void Nothing_is_the_root(string written) => Assert.That(SiteText.Thread($"""
        -- content/posts/2010-01-12-a.md --
        -- content/posts/2010-01-13-b.md --
        Words
        -- content/comments/b/c.yml --
        date: 2010-01-12
        body: Words
        replyTo: {written}
        """) is { Diagnostics.Count: 0 } threads ? Outline.Of(threads.Value) : "told", Is.EqualTo("b .c"));

    [Test]
    public void A_comment_that_answers_elsewhere_is_reported_where_it_says_so() =>
        Assert.That(Threader.Thread(Outline.Draw("a b b#x a#y>b#x")).Told(), Is.EqualTo("""
            drawn:4: warning PAL2003: Comment 'y' of 'a' replies to 'b#x', under another post.
              hint: Leave it, for a link is what readers get; or move the comment to that post's folder, or write it as a post.
            """));

    [TestCase("a a#c0012 a#y>c012", "Did you mean 'c0012'?", TestName = "The nearest id of the same post is advised")]
    [TestCase("a b b#cafe a#y>cafe", "Did you mean 'b#cafe'?", TestName = "The same id under another post is advised")]
    [TestCase("a b c b#cafe c#cafe a#y>cafe", "Correct replyTo, or remove it.", TestName = "Several posts that have the id are no advice")]
    [TestCase("a a#c1 a#y>c2", "Correct replyTo, or remove it.", TestName = "Another number is another comment")]
    [TestCase("a a#c01 a#y>cc1", "Did you mean 'c01'?", TestName = "Zeros before a number are none")]
    [TestCase("a b b#c1 a#c2 b#y>c2", "Did you mean 'a#c2'?", TestName = "What stands under another post goes before what looks alike")]
    [TestCase("a a#c1 b>c1", "Did you mean 'a#c1'?", TestName = "A post needs the post of the comment that it names")]
    [TestCase("a b>2010-01-12-a", "Did you mean 'a'?", TestName = "The post of a file that is named")]
    [TestCase("a b>/2010/01/a/", "Did you mean 'a'?", TestName = "The post of an address")]
    [TestCase("a a#c1 b>https://example.org/2010/01/a/#c-c1", "Did you mean 'a#c1'?", TestName = "The comment of an address")]
    [TestCase("a a#c1 b>comment:a#c1", "Did you mean 'a#c1'?", TestName = "The comment of a link")]
    [TestCase("a a#c1 b>/2010/01/a/?reply=1#c-c1", "Did you mean 'a#c1'?", TestName = "The comment of an address with a query")]
    [TestCase("a b>/2010/01/a/#comments", "Correct replyTo, or remove it.", TestName = "A place that is no comment")]
    [TestCase("a b a#y>b", "Correct replyTo, or remove it.", TestName = "A comment cannot answer another post")]
    [TestCase("a a#c1 a#y>/2010/01/a/#c-c1", "Did you mean 'c1'?", TestName = "The comment of an address under the same post")]
    [TestCase("first b>frist", "Did you mean 'first'?", TestName = "The nearest post is advised")]
    [TestCase("a a#c0012 b>a#c012", "Did you mean 'a#c0012'?", TestName = "The nearest comment is advised with its post")]
    public void A_missing_target_is_reported_with_what_may_be_meant(string drawn, string hint) =>
        Assert.That(Threader.Thread(Outline.Draw(drawn)).Diagnostics.Single() is { Code: "PAL2001", Hint: var told } ? told : "", Is.EqualTo(hint));

    [TestCase("status: pending", TestName = "A pending comment is not published, but known")]
    [TestCase("status: spam", TestName = "Spam is not published, but known")]
    [TestCase("date: 2030-01-01", TestName = "A comment of the future is not published, but known")]
    public void Replies_to_what_is_withheld_say_so(string line) => Assert.That(SiteText.Thread($"""
        -- content/posts/2010-01-12-a.md --
        Words
        -- content/comments/a/2010-01-12-x.yml --
        id: x
        body: Words
        {line}
        -- content/comments/a/y.yml --
        date: 2010-01-13
        body: Words
        replyTo: x
        """).Told(), Is.EqualTo("content/comments/a/y.yml:3:10: note PAL2005: 'y' replies to 'x', which is not published."));
}
