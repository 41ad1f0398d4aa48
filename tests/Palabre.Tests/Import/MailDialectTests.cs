using System.IO.Compression;
using System.Text;
using Palabre.Tests.Support;

namespace Palabre.Tests.Import;

/// <summary>Letters as programs and archives of four decades keep them.</summary>
public sealed class MailDialectTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly string[] SafeNames = ["1-evil-page.bin", "2-plan-d-ete.pdf"];

    [Test]
    [Platform(Exclude = "Win", Reason = "a colon in a name is not for its files")]
    public void A_maildir_is_read_by_its_folders_and_flags()
    {
        using var import = new Imports();
        import.Source("mail/cur/1263.a.host:2,S", Letter("a", "Prune the roses", "They are tall."));
        import.Source("mail/new/1264.b.host", Letter("b", "Re: Prune the roses", "In March.", "In-Reply-To: <a@example.org>"));
        import.Source("mail/cur/1265.c.host:2,ST", Letter("c", "Re: Prune the roses", "Thrown away.", "In-Reply-To: <a@example.org>"));
        import.Source("mail/cur/1266.d.host:2,D", Letter("d", "Half a thought", "Not sent."));
        import.Source("mail/.Roses/cur/1267.e.host:2,RS", Letter("e", "Re: Prune the roses", "In a subfolder.", "References: <a@example.org> <b@example.org>"));
        import.Source("mail/tmp/1268.f.host", Letter("f", "Still arriving", "Half of a let"));
        import.Source("mail/dovecot-uidlist", "3 V1 N2\n");
        import.Import(import.Full("mail"));
        Assert.That(import.Run(import.Full("mail")).Output, Does.Contain("0 new, 0 updated"));
        Assert.That(import.Site, Does.Contain("They are tall.").And.Contain("In March.").And.Contain("In a subfolder.")
            .And.Not.Contain("Thrown away").And.Not.Contain("Not sent").And.Not.Contain("Half of a let"));
        Assert.That(Regex(import.Site, "replyTo: m[0-9a-f]{16}"), Is.EqualTo(1), "the letter in the subfolder answers the answer");
        Assert.That(import.Report, Does.Contain("| posts | 1 | 1 | 0 |").And.Contain("| comments | 4 | 2 | 2 |").And.Contain("| 1 | in the bin |").And.Contain("| 1 | drafts |"));
    }

    [Test]
    public void A_folder_of_mailboxes_some_packed_is_one_archive_and_a_letter_in_two_counts_once()
    {
        using var import = new Imports();
        import.Source("list/2010-January.txt", Mbox(Letter("a", "Water", "How often?"), Letter("b", "Re: Water", "Daily.", "In-Reply-To: <a@example.org>")));
        import.Source("list/2010-February.txt.gz", Packed(Mbox(Letter("b", "Re: Water", "Daily.", "In-Reply-To: <a@example.org>"), Letter("c", "Re: Water", "Weekly.", "References: <a@example.org> <b@example.org>"))));
        import.Import(import.Full("list"));
        Assert.That(Regex(import.Site, "Daily"), Is.EqualTo(1));
        Assert.That(import.Site, Does.Contain("Weekly.").And.Match("replyTo: m[0-9a-f]{16}"));
        Assert.That(import.Report, Does.Contain("| comments | 3 | 2 | 1 |").And.Contain("| comments | 1 | copies of a letter that is there already, by its Message-ID |"));
    }

    [Test]
    public void A_packed_mailbox_is_read_as_it_is()
    {
        using var import = new Imports();
        import.Import(import.Source("letters.mbox.gz", Packed(Mbox(Letter("a", "Water", "How often?")))));
        Assert.That(import.Site, Does.Contain("title: Water").And.Contain("How often?"));
    }

    [TestCase("us-ascii", true)]
    [TestCase("iso-8859-1", true)]
    [TestCase("utf-8", false)]
    [TestCase("x-unknown", false)]
    [TestCase("windows-1252", false)]
    [TestCase("iso-8859-1", false)]
    public void A_charset_that_is_declared_wrongly_is_seen_through(string declared, bool isUtf8)
    {
        using var import = new Imports();
        var letter = Letter("a", "L’été", "Des œufs à la crème – 3 €.", $"Content-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit");
        import.Import(import.Source("a.mbox", (isUtf8 ? Encoding.UTF8 : Windows1252).GetBytes(Mbox(letter))));
        Assert.That(import.Site, Does.Contain("title: L’été").And.Contain("Des œufs à la crème – 3 €."));
    }

    [TestCase("quoted-printable", "Une tr=C3=A8s longue ligne qui est=\n coup=C3=A9e, 1 =3D 1.", "Une très longue ligne qui est coupée, 1 = 1.")]
    [TestCase("base64", "QnJpw6h2ZW1lbnQuCgpGcm9tIG5vdyBvbi4=", "Brièvement.\n\nFrom now on.")]
    [TestCase("BASE64", "QnJpw6h2ZW1lbnQu\n!!", "Brièvement.\\\n!!", TestName = "What stands below base64, as lists put it")]
    [TestCase("base64", "Only said to be so.", "Only said to be so.", TestName = "No base64 at all")]
    [TestCase("7bit", "Simply so.", "Simply so.")]
    [TestCase("x-nothing", "Simply so.", "Simply so.")]
    public void A_body_is_decoded(string encoding, string body, string text)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Code", body, $"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}"))));
        Assert.That(import.Site, Does.Contain("---\n\n" + text + "\n-- content/site.yml"));
    }

    [TestCase("text/plain; charset=utf-7", "Hi Mom.", "Hi Mom.", TestName = "A charset that is no longer read")]
    [TestCase("text", "As before MIME.", "As before MIME.", TestName = "No type but the word text")]
    [TestCase("text/enriched", "<bold>Loud</bold> and\n<color><param>red</param>red</color>, 1 << 2.\n\n\nEnd.", "Loud and red, 1 \\< 2.\n\nEnd.", TestName = "Enriched text")]
    [TestCase("multipart/mixed; boundary=\"gone\"", "Whose boundaries a list took away.", "Whose boundaries a list took away.", TestName = "Parts that are not there")]
    [TestCase("multipart/alternative", "Of no boundary.", "Of no boundary.", TestName = "Parts without a boundary")]
    public void The_words_of_a_letter_are_found_in(string type, string body, string text)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Type", body, $"MIME-Version: 1.0\nContent-Type: {type}"))));
        Assert.That(import.Site, Does.Contain("---\n\n" + text + "\n-- content/site.yml"));
    }

    [TestCase("def f(x):\n    if x:\n\treturn 1", "```\ndef f(x):\n    if x:\n\treturn 1\n```", TestName = "Code")]
    [TestCase("- one,\n  and more\n- two", "\\- one,\\\n&nbsp;&nbsp;and more\\\n\\- two", TestName = "What hangs from a list")]
    [TestCase("Yours,\n\tAna", "Yours,\\\n&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Ana", TestName = "A name")]
    [TestCase("Applied:\n\n--- a/x.c\n+++ b/x.c\n@@ -1,4 +1,4 @@\n int f;\n\n-a   b\n+a  b\n }\n\nThanks", "Applied:\n\n```\n--- a/x.c\n+++ b/x.c\n@@ -1,4 +1,4 @@\n int f;\n\n-a   b\n+a  b\n }\n```\n\nThanks", TestName = "A patch")]
    [TestCase("> diff a b\n> @@ -1 +1 @@\n> -\tx\n\nWhy?", "> ```\n> diff a b\n> @@ -1 +1 @@\n> -\tx\n> ```\n\nWhy?", TestName = "A quoted patch")]
    [TestCase("diff is a program.\n--- it says\n+++ so", "diff is a program.\\\n\\--- it says\\\n\\+++ so", TestName = "Words that begin as a patch")]
    public void What_is_set_in_stays_so(string body, string text)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Set in", body))));
        Assert.That(import.Site, Does.Contain("---\n\n" + text + "\n-- content/site.yml"));
    }

    [Test]
    public void The_number_of_a_computer_in_the_id_of_a_letter_is_not_kept()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "Use pump 1.2.3.4.").Replace("<a@example.org>", "<4B41.x@192.0.2.7>", StringComparison.Ordinal))));
        Assert.That(import.Site, Does.Contain("id: 4B41.x@…").And.Contain("pump 1.2.3.4").And.Not.Contain("192.0.2.7"));
    }

    [Test]
    public void Another_letter_of_the_same_id_is_told_of()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "How often?"), Letter("a", "Sand", "How much?"), Letter("a", "Water", "How often?"))));
        Assert.That(import.Report, Does.Contain("| posts | 3 | 1 | 2 |").And.Contain("`a.mbox`, line "));
        Assert.That(import.Report, Does.Not.Contain("Ana"), "who may have been given another name here since");
    }

    [TestCase("", "One line that \ngoes on.\nA new one.", "One line that goes on.\\\nA new one.")]
    [TestCase("", " From here \non.\n\n > no quotation\n\n> a \n> quotation\n>> deep", "From here on.\n\n\\> no quotation\n\n> a quotation\n>\n> > deep", TestName = "What a space protects is no quotation")]
    [TestCase("; delsp=yes", "A word that was bro \nken, and  \nnot.", "A word that was broken, and not.")]
    public void Flowed_lines_go_on_where_a_space_says_so(string parameter, string body, string text)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Flow", body, $"Content-Type: text/plain; charset=utf-8; format=flowed{parameter}"))));
        Assert.That(import.Site, Does.Contain("---\n\n" + text + "\n-- content/site.yml"));
    }

    [Test]
    public void The_word_that_begins_letters_is_put_back_as_it_was_and_does_not_begin_one_within_a_text()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Escapes", ">From mboxo.\n\n>>From mboxrd, a quotation.\n\nFrom nobody who escaped\n\nEnd."))));
        Assert.That(import.Site, Does.Contain("From mboxo.\n\n> From mboxrd, a quotation.\n\nFrom nobody who escaped\n\nEnd."));
        Assert.That(import.Report, Does.Contain("| posts | 1 | 1 | 0 |"));
    }

    [Test]
    public void Lines_may_end_as_they_do_on_Windows()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Lines", "One.\n\n>From two."), Letter("b", "Re: Lines", "Three.", "In-Reply-To: <a@example.org>")).Replace("\n", "\r\n")));
        Assert.That(import.Site, Does.Contain("One.\n\nFrom two.").And.Contain("Three.").And.Not.Contain("\r"));
    }

    [Test]
    public void What_came_with_a_letter_is_listed_or_saved_under_a_name_that_is_safe()
    {
        const string Parts = "--x\nContent-Type: text/plain\n\nSee below.\n"
            + "--x\nContent-Type: text/html; name=\"../../evil page.HTML\"\nContent-Disposition: attachment; filename=\"../../evil page.HTML\"\n\n<script>alert(1)</script>\n"
            + "--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"Plan d'été.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--x--";
        var mbox = Mbox(Letter("a", "Plan", Parts, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\""));
        using var listed = new Imports();
        listed.Import(listed.Source("a.mbox", mbox));
        Assert.That(listed.Site, Does.Contain("See below.").And.Not.Contain("media"));
        Assert.That(listed.Report, Does.Contain("| attachments | 2 | 0 | 2 |").And.Contain("-evil-page.bin`, 25 bytes").And.Contain("-plan-d-ete.pdf`, 5 bytes"));
        using var saved = new Imports();
        saved.Import(saved.Source("a.mbox", mbox), "--attachments");
        Assert.That(saved.Report, Does.Contain("| attachments | 2 | 2 | 0 |"));
        var files = Directory.EnumerateFiles(Path.Combine(saved.Root, "content/media"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray();
        Assert.That(files, Is.EqualTo(SafeNames));
        foreach (var file in files) Assert.That(saved.Site, Does.Match($@"- \[{file}\]\(media/mail/m[0-9a-f]{{16}}/{file}\)"));
        var built = SiteOnDisk.Palabre("build", saved.Root);
        Assert.That(built.Status, Is.Zero, built.Output);
    }

    [Test]
    public void A_letter_within_a_letter_is_quoted()
    {
        const string Parts = "--x\nContent-Type: text/plain\n\nI pass this on.\n"
            + "--x\nContent-Type: message/rfc822\n\nFrom: Old <old@example.org>\nSubject: Of old\nContent-Type: text/plain; charset=utf-8\n\nWhat was said then.\n--x--";
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Look", Parts, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\""))));
        Assert.That(import.Site, Does.Contain("I pass this on.\n\n> **Of old**, Old\n>\n> What was said then."));
    }

    [Test]
    public void Letters_within_letters_however_deep_are_read_one_after_the_other()
    {
        var deep = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 3_000)) + "Content-Type: text/plain\n\nAt the bottom.\n";
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Deep", deep.Split("\n\n", 2)[1], deep.Split("\n\n", 2)[0]))));
        Assert.That(import.Report, Does.Contain("| posts | 1 | 1 | 0 |"));
    }

    [Test]
    public void A_word_of_a_header_may_be_declared_wrongly_too()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "=?us-ascii?Q?L'=C3=A9t=C3=A9?=", "x"), Letter("b", "=?utf-8?Q?L'hiver_=E0_deux?=", "x"), Letter("c", "=?iso-8859-1?B?w6d2YQ==?=", "x"))));
        Assert.That(import.Site, Does.Contain("title: L'été").And.Contain("title: L'hiver à deux").And.Contain("title: çva"));
    }

    [Test]
    public void A_packed_mailbox_that_ends_too_early_or_is_damaged_is_told_in_a_line()
    {
        var letters = Mbox([.. Enumerable.Range(0, 300).Select(i => Letter($"a{i}", $"Water {i}", Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData([(byte)i]))))]);
        var packed = Packed(letters);
        foreach (var damaged in new[] { packed[..(packed.Length / 2)], [.. packed[..200], .. new byte[packed.Length - 200]] })
        {
            using var import = new Imports();
            var ran = import.Run(import.Source("a.mbox.gz", damaged));
            Assert.That(ran.Status, Is.EqualTo(1), ran.Output + ran.Error);
            Assert.That(ran.Output, Does.Contain("a.mbox.gz: error PAL5020: 'a.mbox.gz' is damaged, or ends too early.\n  hint: Load it down again; or unpack what can be saved, and import that."));
        }
    }

    private static string Letter(string id, string subject, string body, string header = "Content-Type: text/plain; charset=utf-8") =>
        $"From: Ana <ana@example.org>\nSubject: {subject}\nDate: Tue, 12 Jan 2010 12:26:00 +0100\nMessage-ID: <{id}@example.org>\n{header}\n\n{body}\n";

    private static string Mbox(params string[] letters) => string.Concat(letters.Select(l => $"From ana@example.org Tue Jan 12 11:26:00 2010\n{l}\n"));

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static int Regex(string text, string pattern) => System.Text.RegularExpressions.Regex.Count(text, pattern);
}
