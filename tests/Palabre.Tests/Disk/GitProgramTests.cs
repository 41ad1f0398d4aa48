using Palabre.Disk;

namespace Palabre.Tests.Disk;

public sealed class GitProgramTests
{
    [TestCase("/usr/bin:/opt/git:/there", ExpectedResult = "/opt/git/git")]
    [TestCase(".:bin:\"/opt/git\"", ExpectedResult = "/opt/git/git", TestName = "Never in the folder that we work in")]
    [TestCase("", ExpectedResult = null)]
    [Platform(Exclude = "Win", Reason = "its roots are others")]
    public string? Git_is_looked_for_where_programs_are(string folders) => GitProgram.Find(folders, ':', "git", path => path is "/opt/git/git" or "./git" or "git");
}
