using Palabre.Reading;

namespace Palabre.Tests.Reading;

public sealed class MergeMarksTests
{
    private const string Marks = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n";

    [TestCase("x\n" + Marks, 2, 1, TestName = "At the margin")]
    [TestCase("x\n\n  <<<<<<< HEAD\n  a\n  =======\n  b\n  >>>>>>> other", 3, 3, TestName = "Indented as the text of a comment")]
    [TestCase("<<<<<<< HEAD\na\n||||||| base\nc\n=======\nb\n>>>>>>> other\n", 1, 1, TestName = "With what both began with")]
    [TestCase("~~~~\n```\n~~~~\n" + Marks, 4, 1, TestName = "Behind a fence that holds another")]
    [TestCase("```code```\n" + Marks, 2, 1, TestName = "Behind a span of code")]
    public void Are_found(string text, int line, int column) => Assert.That(MergeMarks.Find(text, isYaml: false), Is.EqualTo((line, column)));

    [TestCase("```\n" + Marks + "```\n", TestName = "Within a fence")]
    [TestCase("````\n```\n" + Marks + "````\n", TestName = "Within a fence in which another stands")]
    [TestCase("<<<<<<< HEAD\na\n>>>>>>> other\n", TestName = "Without what stands between")]
    [TestCase(">>>>>>> other\n=======\n<<<<<<< HEAD\n", TestName = "In another order")]
    [TestCase("<<<<<<< one\n", TestName = "One alone")]
    public void Are_none(string text) => Assert.That(MergeMarks.Find(text, isYaml: false), Is.Null);

    [Test]
    public void A_fence_that_one_comment_leaves_open_hides_nothing_of_the_next() =>
        Assert.That(MergeMarks.Find("- body: |\n    ```\n    code\n- body: |\n    " + Marks.Replace("\n", "\n    ", StringComparison.Ordinal), isYaml: true), Is.EqualTo((5, 5)));
}
