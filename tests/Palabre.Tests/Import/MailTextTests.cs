using System.Diagnostics;
using System.Text;
using Palabre.Import.Html;
using Palabre.Import.Mail;

namespace Palabre.Tests.Import;

/// <summary>What becomes of the lines of a letter. <c>[p]</c> is a paragraph, <c>[pre]</c> what stays as it is, <c>|</c> the end of a line within a paragraph.</summary>
public sealed class MailTextTests
{
    private const string Rule = "________________________________";
    private const string Long = "This line is as long as the programs of mail made lines of";

    [TestCase("A\n\n@@ -1,2 +1,1 @@\n a\n--\n b\n+c", "[p]A[pre]@@ -1,2 +1,1 @@\n a\n--\n b\n+c", TestName = "A line of one dash that a patch takes away")]
    [TestCase("@@ -1,3 +1,2 @@\n a\n-- \n b\n\nAna", "[pre]@@ -1,3 +1,2 @@\n a\n-- \n b[p]Ana", TestName = "A line of a dash and a space that a patch takes away")]
    [TestCase("@@ -1,2 +1 @@\n a\n--", "[pre]@@ -1,2 +1 @@\n a\n--", TestName = "The last line of a patch takes a dash away")]
    [TestCase("diff --git a/x b/x\n@@ -1 +1 @@\n-a\n+b\n-- \n2.43.0", "[pre]diff --git a/x b/x\n@@ -1 +1 @@\n-a\n+b[fold Signature][p]2.43.0[/fold]", TestName = "What git writes below a patch")]
    [TestCase("local x = 1\n--\nlocal y = 2\nreturn x", "local y = 2", TestName = "A comment of Lua")]
    [TestCase("SELECT a\n--\nFROM b;", "FROM b;", TestName = "A comment of SQL")]
    [TestCase("main = do\n--\n  print 1", "print 1", TestName = "A comment of Haskell")]
    [TestCase("-- \n-- A table\n-- \nCREATE TABLE a;\nDROP TABLE b;", "CREATE TABLE a;", TestName = "Comments that end in a space")]
    [TestCase("One\n--\nTwo\n--\nThree", "[p]One|--|Two|--|Three", TestName = "Parts between dashes")]
    [TestCase("Agenda\n" + Rule + "\n1. Roses\n2. http://example.org/tea\n" + Rule + "\nBring cups.", "Roses", TestName = "An agenda between lines")]
    [TestCase("Agenda\n" + Rule + "\nRoses\n" + Rule + "\nWrite to ana@example.org.", "Write to ana@", TestName = "An agenda, and an address")]
    [TestCase("Agenda\n" + Rule + "\nRoses", "Roses", TestName = "An agenda below a line")]
    public void No_line_is_taken_for_a_signature_that_is_in_doubt(string letter, string read) =>
        Assert.That(Read(letter), letter.EndsWith("2.43.0", StringComparison.Ordinal) ? Is.EqualTo(read) : Does.Contain(read).And.Not.Contain("fold"));

    [TestCase("Words\n-- \nmore\n\n-- \nAna", "[p]Words|--|more[fold Signature][p]Ana[/fold]", TestName = "The last of two")]
    [TestCase("Words\n\n--\nAna\n+33 1 23", "[p]Words[fold Signature][p]Ana|+33 1 23[/fold]", TestName = "Two dashes, few lines")]
    [TestCase("Words\n" + Rule + "\nRoses mailing list\nhttp://lists.example.org/roses", "[p]Words[fold Signature][p]Roses mailing list|http://lists.example.org/roses[/fold]", TestName = "The footer of a list")]
    [TestCase("Words\n--\nAna\n\n" + Rule + "\nRoses mailing list", "[p]Words[fold Signature][p]Ana[p]" + Rule + "|Roses mailing list[/fold]", TestName = "A signature and the footer of a list")]
    [TestCase("Words\n" + Rule + "\nA mailing list\n" + Rule + "\nB mailing list", "[p]Words[fold Signature][p]A mailing list|" + Rule + "|B mailing list[/fold]", TestName = "The footers of two lists")]
    [TestCase("Words\n-- ", "[p]Words", TestName = "Nothing below")]
    public void A_signature_is_folded(string letter, string read) => Assert.That(Read(letter), Is.EqualTo(read));

    [TestCase("First.\n\n" + Rule + "\nSee http://example.org/ for more.\nI will bring the wine.", TestName = "Words below a line")]
    [TestCase("My data:\n--\nAnna\n\nAnd here my text goes on.", TestName = "Words below a card")]
    [TestCase("Words\n--\n-x\n+y", TestName = "What may be a change")]
    [TestCase("Words\n\n--\nint x;", TestName = "What may be a program")]
    [TestCase("Words\n\n-- \nAna\n\ndiff a b\n@@ -1 +1 @@\n-a\n+b", TestName = "A change below a signature")]
    public void What_is_in_doubt_is_not_hidden(string letter) => Assert.That(Read(letter), Does.Not.Contain("fold"));

    [Test]
    public void Two_dashes_far_above_the_end_begin_no_signature() =>
        Assert.That(Read("Words\n\n--\n" + string.Join('\n', Enumerable.Range(0, 11).Select(i => $"line {i}"))), Does.Not.Contain("fold"));

    [TestCase("@@ -1,3 +1,3 @@\n <a\n >\n-x\n+y\n >> z", TestName = "The end of a tag that did not change")]
    [TestCase("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b", TestName = "No end of a line")]
    [TestCase("5c5\n< old\n---\n> new", TestName = "A change without an option")]
    [TestCase("diff a b\n1,2d0\n< a\n<\n9a8\n> c", TestName = "Changes of a file without an option")]
    [TestCase("diff --git a/x b/x\nindex 0..1\nGIT binary patch\nliteral 9\nQcmZR*Ik_Tz>Z\n\nliteral 0\nHcmV?d00001", TestName = "A binary one")]
    [TestCase("Name        Qty   Price\n----        ---   -----\nApples        3    1.20", TestName = "A table")]
    [TestCase("-rw-r--r-- 1 ana users  1234 Jan 12 12:26 a.txt\ndrwxr-xr-x 2 ana users    56 Jan  2 12:26 b", TestName = "A folder")]
    [TestCase("total 8\n-rw-r--r-- 1 ana ana 1 Jan 12 12:26 a\n-rw-r--r-- 1 ana ana 1 Jan 12 12:26 b", TestName = "A folder without columns")]
    [TestCase("Name\tQty\nTea\t3", TestName = "Tabs")]
    [TestCase("+-----+                                    +-----+------+-----+\n| foo |----------------------------------->| bar |\n+-----+    +-----+", TestName = "A drawing")]
    [TestCase("   /\\      and a long long long long long line beside it, yes\n  /  \\\n /____\\", TestName = "Another drawing")]
    [TestCase("printf(\"this is a line that is longer than what programs break\");\nreturn  0;", TestName = "Two statements")]
    [TestCase("int main(void)\n{\n    printf(\"this is a line that is longer than what programs break\");\n    return  0;\n}", TestName = "A program")]
    [TestCase("foo(a);\nbar = b;", TestName = "Statements")]
    [TestCase("SELECT a,\n       b\nFROM   c\nWHERE  d = 'this is a line that is longer than what is broken';", TestName = "A query")]
    [TestCase(" generator/A.cs | 12 +++++-----\n tests/B.cs     |  2 ++", TestName = "What a patch changes")]
    [TestCase(">>> print(x)\n1\n>>> y = 2", TestName = "Python")]
    [TestCase("$ ls\na.txt  b.txt  c.txt\nd.txt  e.txt\n$ cat a.txt", TestName = "A shell")]
    [TestCase("class A:\n    def b(self):\n        return \"this is a line that is longer than what programs break\"", TestName = "A class")]
    [TestCase("if a > b:\n    print \"this is a line that is longer than what programs of mail break\"\n    return", TestName = "A condition")]
    [TestCase("Index: x\n===================================================================\n--- x\t(revision 1)\n+++ x\t(working copy)\n@@ -1 +1 @@\n-a\n+b", TestName = "A change by Subversion")]
    [TestCase("Traceback (most recent call last):\n  File \"/this/is/a/line/that/is/longer/than/what/programs/break.py\", line 1, in x\n    return y\nE: z", TestName = "A trace")]
    [TestCase("#!/bin/sh\nfor i in *.c\ndo\n    gcc -c $i\ndone", TestName = "A script")]
    [TestCase("<ul>\n  <li>this is a line that is longer than what programs of mail break</li>\n</ul>", TestName = "HTML")]
    [TestCase("<<<<<<< HEAD\n> a\n=======\nb\n>>>>>>> branch", TestName = "Where two changes meet")]
    public void What_only_a_program_or_a_table_looks_like_stays_as_it_is(string letter) => Assert.That(Read(letter), Is.EqualTo("[pre]" + letter));

    [TestCase("It ends.  Here it goes on.\nThere it ends.  And here.", TestName = "Two spaces after each sentence")]
    [TestCase("\"No.\"  She said so, and he (he too.)  He said nothing.\nWhy?  He did not know!  Who knew: nobody.  Not he.", TestName = "Two spaces after what is quoted")]
    [TestCase("Old  programs of mail  made lines of  the same length by putting spaces\ninto  them wherever  there was  a word that  ended, so that  they stood\nlike  the lines  in a book, which  few people liked  but many  had used.\nThe last is short.", TestName = "Justified")]
    [TestCase("We want:\nbread;\nbutter;\ntea.", TestName = "What is listed by semicolons")]
    [TestCase("I called (gcc -c foo.c) and it failed;\nit said that the function foo() was not there;\nthe value of x = 3 and of y = 4;\nwhat now?", TestName = "Sentences about a program")]
    [TestCase("<http://example.org/a>\n<ana@example.org>\n<b@example.org>", TestName = "Addresses in brackets")]
    [TestCase("Du pain ;\ndu beurre (demi-sel) ;\ndu thé.", TestName = "What is listed in French")]
    [TestCase("A title\n=======\nand what stands below it.", TestName = "A title with a line below")]
    [TestCase("- first;\n  and its foo(bar);\n- second;\n  and more", TestName = "What hangs from a list")]
    [TestCase("*   one thing\n*   another", TestName = "A list with wide marks")]
    [TestCase("Thanks (and more) ;-)\nYours, Ana :-}", TestName = "Smiles")]
    [TestCase("We need:\n  - milk\n  - bread", TestName = "A list that is set in")]
    [TestCase("We have three options:\n   (a) keep it\n   (b) drop it\n   (c) wait", TestName = "A list by letters that is set in")]
    [TestCase("Hallo Peter,\n  danke für deine Antwort.\n  Ich melde mich morgen.\nGruß\n  Anna", TestName = "A letter by hand")]
    [TestCase("la función termina con error;\nel resultado (ver abajo) = nulo;\n¿alguna idea?", TestName = "Spanish about a program")]
    [TestCase("return address: PO Box 1;\npublic transport: bus 5;", TestName = "Words that programs have, too")]
    [TestCase("if anybody knows:\nfor those who care:", TestName = "Sentences that begin as programs do")]
    [TestCase("Tel:\t1\nFax:\t2", TestName = "Tabs after a name")]
    [TestCase(">>> I think so, and you?\n>>> Not I.", TestName = "Words quoted three deep")]
    [TestCase(">>> Ann 12/01/2010 12:26 >>>\nWords.", TestName = "Who is quoted, by GroupWise")]
    [TestCase("> a\n>> b\n>>> print(x)", TestName = "A quotation in a quotation")]
    public void Prose_stays_prose(string letter) => Assert.That(Read(letter), Does.Not.Contain("[pre]"));

    [TestCase("- first, " + Long + "\n- second, " + Long + "\n- third", "[p]- first, " + Long + "|- second, " + Long + "|- third", TestName = "A list")]
    [TestCase("[1] https://example.org/" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n[2] https://example.org/b", "[p][1] https://example.org/" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|[2] https://example.org/b", TestName = "Footnotes")]
    [TestCase("2010-01-12 12:26 " + Long + "\n2010-01-12 12:27 up", "[p]2010-01-12 12:26 " + Long + "|2010-01-12 12:27 up", TestName = "A log")]
    [TestCase("Jan 12 12:26:01 host " + Long + "\nJan 12 12:26:02 host up", "[p]Jan 12 12:26:01 host " + Long + "|Jan 12 12:26:02 host up", TestName = "Another log")]
    [TestCase("[12:26] " + Long + "\n[12:27] up", "[p][12:26] " + Long + "|[12:27] up", TestName = "What was said in a room")]
    [TestCase("a) " + Long + "\nb) two\n1) three\n2. four\n• five", "[p]a) " + Long + "|b) two|1) three|2. four|• five", TestName = "Letters and numbers")]
    [TestCase(Long + "\nhttps://example.org/", "[p]" + Long + "|https://example.org/", TestName = "An address")]
    [TestCase(Long + ".\nNo, " + Long + " and more.", "[p]" + Long + ".|No, " + Long + " and more.", TestName = "A word for which there was a place")]
    [TestCase(Long + " and\nmore words.", "[p]" + Long + " and more words.", TestName = "A word for which there was none")]
    [TestCase("http://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n" + Long + " and\nmore words.", " and more words.", TestName = "Beside an address that is longer than the lines")]
    [TestCase("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n=abcd", "|bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb|=abcd", TestName = "A key")]
    [TestCase(Long + " in\n2010. And so on, in\n1999 too.", "2010. And so on", TestName = "A year")]
    public void Lines_go_on_only_where_a_program_broke_them(string letter, string read) => Assert.That(Read(letter), Does.Contain(read));

    [TestCase("No.\n\n" + Rule + "\nFrom: Carl\nSent: Tuesday\nTo: Ana\nSubject: Roses\n\nCarl's words", "[p]No.[fold Quoted][p]From: Carl|Sent: Tuesday|To: Ana|Subject: Roses[p]Carl's words[/fold]", TestName = "Outlook")]
    [TestCase("No.\n-- \nAna\n-----Original Message-----\nFrom: Carl\n\nWords\n-- \nCarl", "[p]No.[fold Signature][p]Ana[/fold][fold Quoted][p]-----Original Message-----|From: Carl[p]Words|--|Carl[/fold]", TestName = "Outlook below a signature")]
    [TestCase("Nein.\n\n-----Ursprüngliche Nachricht-----\nVon: Carl\nGesendet: Dienstag\n\nWorte", "[p]Nein.[fold Quoted][p]-----Ursprüngliche Nachricht-----|Von: Carl|Gesendet: Dienstag[p]Worte[/fold]", TestName = "In German")]
    [TestCase("Non.\n\n-----Message d'origine-----\nDe : Carl\nEnvoyé : mardi\n\nMots", "[p]Non.[fold Quoted][p]-----Message d'origine-----|De : Carl|Envoyé : mardi[p]Mots[/fold]", TestName = "In French")]
    [TestCase("Non.\n\n-------- Message original --------\nMots", "[p]Non.[fold Quoted][p]-------- Message original --------|Mots[/fold]", TestName = "In French, without a head")]
    [TestCase(Rule + "\nFrom: Carl\nSent: Tuesday\n\nWords", "[quote][p]From: Carl|Sent: Tuesday[p]Words[/quote]", TestName = "What nobody answers")]
    [TestCase("-----Original Message-----\n> From: Carl\n> Why?\n\nSo.", "[p]-----Original Message-----[quote][p]From: Carl|Why?[/quote][p]So.", TestName = "What is quoted by marks besides")]
    public void A_letter_quoted_whole_is_not_who_answers_it(string letter, string read) => Assert.That(Read(letter), Is.EqualTo(read));

    [Test]
    public void A_letter_quoted_whole_may_be_of_any_length() =>
        Assert.That(Read("No.\n" + Rule + "\nFrom: Carl\nTo: " + Long + " and some more\nSubject: Roses\n" + string.Concat(Enumerable.Repeat("\nWords\n", 500))),
            Does.StartWith("[p]No.[fold Quoted][p]From: Carl|To: " + Long + " and some more|Subject: Roses[p]Words[p]").And.EndWith("Words[/fold]"));

    [TestCase("Like so:\n>>> print(x)\n1\n\nSee?", "[p]Like so:[pre]>>> print(x)\n1[p]See?", TestName = "Python below words")]
    [TestCase(">>> def f():\n...     pass\n...\n\n>>> f()", "[pre]>>> def f():\n...     pass\n...[pre]>>> f()", TestName = "Python with a line between")]
    [TestCase("Take away\n>>>>>>> branch\nplease", "[p]Take away|>>>>>>> branch|please", TestName = "A mark alone")]
    [TestCase("> > > > > > > deep", "[quote][quote][quote][quote][quote][quote][quote][p]deep[/quote][/quote][/quote][/quote][/quote][/quote][/quote]", TestName = "A quotation seven deep")]
    [TestCase("5c5\n> said nobody", "[pre]5c5\n> said nobody", TestName = "The head of a change")]
    [TestCase("12\n> said Ana", "[p]12[quote][p]said Ana[/quote]", TestName = "A number above a quotation")]
    public void Marks_that_are_no_quotation_are_kept(string letter, string read) => Assert.That(Read(letter), Is.EqualTo(read));

    /// <summary>Every word stands in what is read, in the order of the letter, whatever its lines are.</summary>
    [Test]
    public void No_word_is_lost()
    {
        string[] pieces =
        [
            "-- ", "--", Rule, "From: Carl", "Sent: Tuesday", "@@ -1,2 +1,1 @@", "diff a b", " x", "-x", "+x", " >", ">>> f(x)", "> q", ">> q", "<<<<<<< HEAD", "=======", ">>>>>>> b", "5c5", "< old", "> new", "",
            "", "a mailing list", "-----Original Message-----", "int x;", "{", "  y", "a\tb", "a   b", "GIT binary patch", "literal 3", "--- a", "+++ b", "- item", "[1] x", Long,
        ];
        var random = new Random(20100112);
        for (var round = 0; round < 20_000; round++)
        {
            string[] lines = [.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)])];
            var letter = string.Join('\n', lines);
            foreach (var flow in Enum.GetValues<Flow>())
                Assert.That(Letters(string.Concat(MailText.Read(letter, flow, ("", "")).Select(p => p.Value))), Is.EqualTo(Letters(letter)), $"{flow}, round {round}:\n{letter}");
        }
    }

    [TestCase("<<<<<<< a\n")]
    [TestCase("<<<<<<< a\nx\n")]
    [TestCase("@@ -1 +1 @@\n")]
    [TestCase("diff a\n")]
    [TestCase("diff a\n\n")]
    [TestCase(">>> f(x)\n")]
    [TestCase(">>> f(x)\n\n")]
    [TestCase(">>>>>>> x\n")]
    [TestCase("5c5\n> a\n")]
    [TestCase("-- \n")]
    [TestCase("--\n\n")]
    [TestCase(Rule + "\n")]
    [TestCase(Rule + "\n\n")]
    [TestCase("-----Original Message-----\n")]
    [TestCase("-----Original Message-----\n\n")]
    [TestCase("a   b   c   d  e\n")]
    [TestCase("a   ")]
    [TestCase("GIT binary patch\n")]
    [TestCase("|-+ ")]
    [TestCase("f(")]
    public void It_takes_time_by_length_alone(string piece)
    {
        var watch = Stopwatch.StartNew();
        Read(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public void A_post_and_its_answers_are_written_so()
    {
        const string Letters = "From a Tue Jan 12 11:26:00 2010\nFrom: Ana <ana@example.org>\nSubject: Roses\nDate: Tue, 12 Jan 2010 12:26:00 +0100\nMessage-ID: <a@example.org>\n\n"
            + "Name        Qty\n----        ---\nRoses         3\n\n@@ -1,2 +1 @@\n a\n--\n >\n\n"
            + "From a Tue Jan 12 11:26:00 2010\nFrom: Bo <bo@example.org>\nSubject: Re: Roses\nDate: Tue, 12 Jan 2010 12:27:00 +0100\nMessage-ID: <b@example.org>\nIn-Reply-To: <a@example.org>\n\n"
            + "No.\n\n" + Rule + "\nFrom: Ana <ana@example.org>\nSent: Tuesday\nTo: bo@example.org\n\n-rw-r--r-- 1 ana ana 1 Jan 12 12:26 a\n-rw-r--r-- 1 ana ana 1 Jan 12 12:26 b\n";
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Letters));
        Assert.That(import.Site, Does.Contain("```\nName        Qty\n----        ---\nRoses         3\n```\n\n```\n@@ -1,2 +1 @@\n a\n--\n >\n```")
            .And.Match("No\\.[^-]*<details>\\s*<summary>Quoted message</summary>[^-]*From: Ana[^-]*Sent: Tuesday[^-]*-rw-r--r-- 1 ana ana 1 Jan 12 12:26 a\\s+-rw-r--r--"));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Read(string letter)
    {
        var read = new StringBuilder();
        var isSummary = false;
        foreach (var part in MailText.Read(letter, Flow.Fixed, ("Signature", "Quoted")))
        {
            if (part.Name == "summary") isSummary = part.Kind == PartKind.Open;
            else if (part.Kind == PartKind.Break) read.Append('|');
            else if (part.Kind == PartKind.Text) read.Append(isSummary ? $"[fold {part.Value}]" : part.Value);
            else if (part.Kind == PartKind.Open && part.Name is "p" or "pre") read.Append(part.Kind == PartKind.Open ? $"[{part.Name}]" : "");
            else if (part.Name == "blockquote") read.Append(part.Kind == PartKind.Open ? "[quote]" : "[/quote]");
            else if (part is { Name: "details", Kind: PartKind.Close }) read.Append("[/fold]");
        }

        return read.ToString();
    }
}
