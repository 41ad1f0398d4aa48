using Palabre.Model;

namespace Palabre.Tests.Model;

public sealed class AnswerPatternTests
{
    [TestCase("https://github.com/a/b", "https://github.com/a/b/new/main?filename={path}&value={content}")]
    [TestCase("https://github.com/a/b/", "https://github.com/a/b/new/main?filename={path}&value={content}")]
    [TestCase("https://github.com/a/b/new/master", "https://github.com/a/b/new/master?filename={path}&value={content}")]
    [TestCase("https://github.com/a/b/new/some/branch/?filename=x", "https://github.com/a/b/new/some/branch?filename={path}&value={content}")]
    [TestCase("https://gitlab.com/a/b/c", "https://gitlab.com/a/b/c/-/new/main?file_name={path}&content={content}")]
    [TestCase("https://gitlab.com/a/b/-/new/trunk", "https://gitlab.com/a/b/-/new/trunk?file_name={path}&content={content}")]
    [TestCase("https://codeberg.org/a/b/_new/trunk/", "https://codeberg.org/a/b/_new/trunk/?filename={path}&value={content}")]
    [TestCase("https://example.org/answer?to={id}&of={post}", "https://example.org/answer?to={id}&of={post}")]
    [TestCase("editors@example.org", "mailto:editors@example.org")]
    [TestCase("mailto:editors@example.org", "mailto:editors@example.org")]
    [TestCase("The editors <editors@example.org>", "mailto:editors@example.org")]
    public void Leads_where_readers_can_answer(string written, string pattern) => Assert.That(AnswerPattern.TryParse(written)?.Text, Is.EqualTo(pattern));

    [TestCase("https://forum.example/")]
    [TestCase("https://github.com/a/b/edit?x={slug}")]
    [TestCase("https://github.com/a/b?tab=readme")]
    [TestCase("javascript:alert(1)")]
    [TestCase("the editors")]
    [TestCase("editors@example.org?subject=x")]
    [TestCase("us at editors@example.org")]
    [TestCase("a@example.org, b@example.org")]
    [TestCase("editors@")]
    public void Leads_nowhere(string written) => Assert.That(AnswerPattern.TryParse(written), Is.Null);
}
