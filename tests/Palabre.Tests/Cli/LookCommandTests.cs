using Palabre.Tests.Support;

namespace Palabre.Tests.Cli;

public sealed class LookCommandTests
{
    [Test]
    public void Lists_the_files_of_the_look_that_travels_along()
    {
        var own = Path.Combine(Repository.Root, "themes", "_look");
        Assert.That(SiteOnDisk.Palabre("look").Output.TrimEnd().Split('\n'), Is.EqualTo(Directory.GetFiles(own, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(own, file).Replace('\\', '/')).Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Prints_a_file() =>
        Assert.That(SiteOnDisk.Palabre("look", "footer.html").Output, Is.EqualTo(File.ReadAllText(Path.Combine(Repository.Root, "themes", "_look", "footer.html"))));

    [Test]
    public void Begins_a_template_of_ones_own_and_never_writes_over_it()
    {
        using var site = new SiteOnDisk("-- content/site.yml --\ntitle: T\nlook: mine\n");
        var ran = SiteOnDisk.Palabre("look", "footer.html", "--write", "--root", site.Root);
        Assert.That(ran.Status, Is.Zero, ran.Error);
        var written = Path.Combine(site.Root, "mine", "footer.html");
        Assert.That(File.ReadAllText(written), Is.EqualTo(SiteOnDisk.Palabre("look", "footer.html").Output));
        File.WriteAllText(written, "changed");
        ran = SiteOnDisk.Palabre("look", "footer.html", "--write", "--root", site.Root);
        Assert.That((ran.Status, ran.Error.ReplaceLineEndings("\n")), Is.EqualTo((2, "palabre: mine/footer.html is there already.\n  hint: Change it, or take it away to begin anew.\n")));
        Assert.That(File.ReadAllText(written), Is.EqualTo("changed"));
    }

    [Test]
    public void Words_of_another_language_begin_as_english_ones_and_the_site_takes_them()
    {
        using var site = new SiteOnDisk("-- content/site.yml --\ntitle: T\nlanguage: ar\nbaseUrl: https://example.org\n");
        Assert.That(site.Run("check").Output, Does.Contain("hint: palabre look strings/ar.yml --write puts the English words there, to be translated."));
        Assert.That(SiteOnDisk.Palabre("look", "strings/ar.yml", "--write", "--root", site.Root).Status, Is.Zero);
        Assert.That(site.Run("check", "--strict").Status, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(site.Root, "themes/_look/strings/ar.yml")), Does.StartWith("""
            # The words of the look, to be translated into the language 'ar'. {0}, {1}: values; a number in {0}
            # chooses the plural (CLDR categories: zero, one, two, few, many, other).
            list:
            """.ReplaceLineEndings("\n")).And.Contain("""
              count:
                zero: "{0} posts"
                one: "{0} post"
                two: "{0} posts"
                few: "{0} posts"
                many: "{0} posts"
                other: "{0} posts"
              comments:
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Words_to_translate_are_good_in_any_language([Values("be", "br", "cs", "cy", "ga", "he", "ja", "lt", "lv", "pl", "ro", "ru", "sl", "sr", "sv", "uk", "zh-Hant")] string language)
    {
        using var site = new SiteOnDisk($"-- content/site.yml --\ntitle: T\nlanguage: {language}\nbaseUrl: https://example.org\n");
        Assert.That(SiteOnDisk.Palabre("look", $"strings/{language}.yml", "--write", "--root", site.Root).Status, Is.Zero);
        var ran = site.Run("check", "--strict");
        Assert.That(ran.Status, Is.Zero, ran.Output);
    }

    [Test]
    public void Words_of_a_region_begin_as_those_of_the_language() =>
        Assert.That(SiteOnDisk.Palabre("look", "strings/pt-BR.yml").Output, Is.EqualTo(SiteOnDisk.Palabre("look", "strings/pt.yml").Output));

    [TestCase("foter.html", "The look has no file 'foter.html'.\n  hint: Did you mean 'footer.html'?")]
    [TestCase("../secret", "The look has no file '../secret'.\n  hint: palabre look lists them all.")]
    [TestCase("strings/../../secret-words.yml", "The look has no file 'strings/../../secret-words.yml'.\n  hint: palabre look lists them all.")]
    public void What_the_look_does_not_have_is_refused(string name, string told)
    {
        var ran = SiteOnDisk.Palabre("look", name);
        Assert.That((ran.Status, ran.Error.ReplaceLineEndings("\n")), Is.EqualTo((2, $"palabre: {told}\n")));
    }
}
