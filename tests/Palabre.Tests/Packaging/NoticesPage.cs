using System.Text;
using Palabre.Tests.Docs;

namespace Palabre.Tests.Packaging;

/// <summary>Makes <c>THIRD-PARTY-NOTICES.txt</c> of what the restored packages say of themselves.</summary>
internal static class NoticesPage
{
    internal const string Path = "generator/Palabre/Package/THIRD-PARTY-NOTICES.txt";

    private static readonly string Rule = new('-', 78);

    internal static string Make(IReadOnlyList<ShippedPackage> packages)
    {
        var page = new StringBuilder("""
            Palabre is made with the work of others. What travels with it, by whom it is
            and under which terms, stands here, made of what the packages say of themselves.


            """.ReplaceLineEndings("\n"));
        foreach (var package in packages) page.Append($"{package.Name} {package.Version}".PadRight(48)).Append(package.Licence).Append('\n');
        foreach (var package in packages)
        {
            page.Append($"\n{Rule}\n{package.Name} {package.Version}, by {package.Authors}\n{package.Address}\n{Rights(package)}\n");
            page.Append(package.Texts.Any(text => IsLicence(text.Name)) ? "The licence, as the package has it:\n" : $"The licence is {package.Licence}, whose text stands at the end.\n");
            foreach (var (name, text) in package.Texts) page.Append($"\n{name}:\n\n{text}\n");
        }

        foreach (var licence in packages.Where(package => !package.Texts.Any(text => IsLicence(text.Name))).Select(package => package.Licence).Distinct().Order(StringComparer.Ordinal))
            page.Append($"\n{Rule}\n{licence}\n\n{TextOf(licence)}\n");
        return page.ToString();
    }

    private static string Rights(ShippedPackage package) => package.Copyright is not { } said ? $"Copyright (c) {package.Authors}"
        : said.Contains("copyright", StringComparison.OrdinalIgnoreCase) || said.Contains('©', StringComparison.Ordinal) ? said : $"Copyright (c) {said}";

    private static bool IsLicence(string name) => name.Contains("license", StringComparison.OrdinalIgnoreCase);

    private static string TextOf(string licence)
    {
        var path = $"tests/Palabre.Tests/Packaging/licences/{licence}.txt";
        Assert.That(File.Exists(Repository.Full(path)), $"Nobody has read {licence} yet: if it may travel with the program, put its text into {path}");
        return Repository.Read(path).Trim('\n');
    }
}
