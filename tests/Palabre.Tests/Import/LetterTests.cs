using System.Text;

namespace Palabre.Tests.Import;

/// <summary>Letters that say little of themselves, or what is not so; and months of a list that come one by one.</summary>
public sealed class LetterTests
{
    [Test]
    public void What_comes_later_stands_under_what_came_before_which_stays_as_it_is()
    {
        using var import = new Imports();
        import.Import(import.Source("january.mbox", Mbox(Letter("a", "Water", "How often?"), Letter("b", "Re: Water", "Daily.", "In-Reply-To: <a@x.example>"))));
        var before = import.Site;
        import.Import(import.Source("february.mbox", Mbox(
            Letter("c", "Re: Water", "Of the post.", "In-Reply-To: <a@x.example>"),
            Letter("d", "Re: Water", "Of the comment.", "References: <a@x.example> <b@x.example>"),
            Letter("e", "Sand (was: Water)", "Of the new one.", "References: <a@x.example> <b@x.example> <d@x.example>"))));
        var after = import.Site;
        foreach (var file in before.Split("-- content/", StringSplitOptions.RemoveEmptyEntries)) Assert.That(after, Does.Contain(file.TrimEnd('\n')));
        Assert.That(Files(after, "posts/"), Is.EqualTo(1));
        Assert.That(Files(after, "comments/2010-01-12-water/"), Is.EqualTo(4));
        var (b, d) = (IdOf(after, "Daily."), IdOf(after, "Of the comment."));
        Assert.That(after, Does.Match($"replyTo: {b}\n(.+\n)*body: Of the comment.").And.Match($"replyTo: {d}\n(.+\n)*body: \\|\n  \\*\\*Sand \\(was: Water\\)\\*\\*\n\n  Of the new one\\."));
        Assert.That(import.Report, Does.Not.Contain("missing"));
        Assert.That(import.Run(import.Full("february.mbox")).Output, Does.Contain("0 new, 0 updated"));
        Assert.That(import.Run(import.Full("january.mbox")).Output, Does.Contain("0 new, 0 updated"));
        Assert.That(import.Site, Is.EqualTo(after));
    }

    /// <summary>They are made one line, which costs a hostile letter its time; nothing of it is lost.</summary>
    [Test]
    public void Of_a_header_on_thousands_of_lines_the_last_counts_too()
    {
        using var import = new Imports();
        var references = string.Join("\n ", Enumerable.Range(0, 3000).Select(i => $"<{i}@x.example>").Append("<a@x.example>"));
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "How often?"), Letter("b", "Re: Water", "Daily.", "References: " + references))));
        Assert.That((Files(import.Site, "posts/"), Files(import.Site, "comments/2010-01-12-water/")), Is.EqualTo((1, 1)));
    }

    [Test]
    public void A_part_with_thousands_of_lines_in_its_head_is_whole_and_so_are_the_lines_of_its_text()
    {
        using var import = new Imports();
        var (folds, code) = (string.Concat(Enumerable.Repeat("\n more", 3000)), string.Concat(Enumerable.Range(0, 3000).Select(i => $"    line {i}\n")));
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", $"--cut\nContent-Type: text/plain\nX-Long: x{folds}\n\nHow often?\n\n--\n{code}\n--cut--", "Content-Type: multipart/mixed; boundary=\"cut\""))));
        Assert.That(import.Site, Does.Contain("How often?").And.Contain("line 0").And.Contain("line 1500").And.Contain("line 2999"));
    }

    [TestCase("Content-Type: text/plain; boundary=\"\"")]
    [TestCase("Content-Type: text/plain; boundary=")]
    [TestCase("X-Topic: boundary=\"----\" and others")]
    public void A_text_of_one_part_keeps_the_ends_of_its_lines(string header)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "Look:\n--\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"    line {i}\n")) + "------\n", header))));
        Assert.That(import.Site.Split('\n').Count(line => line.Contains("line ", StringComparison.Ordinal)), Is.EqualTo(3000));
    }

    [Test]
    public void A_letter_without_a_header_keeps_all_of_its_lines()
    {
        using var import = new Imports();
        import.Source("mail/cur/1.eml", "Without a header.\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"    line {i}\n")));
        import.Import(import.Full("mail"));
        Assert.That(import.Site, Does.Contain("line 1500").And.Contain("line 2999"));
    }

    [Test]
    public void A_letter_that_was_missing_stays_so_until_it_comes()
    {
        using var import = new Imports();
        var answers = new[] { Letter("b", "Re: Water", "Daily.", "In-Reply-To: <a@x.example>"), Letter("c", "Re: Water", "Weekly.", "In-Reply-To: <a@x.example>") };
        import.Import(import.Source("one.mbox", Mbox(answers)));
        Assert.That(import.Site, Does.Contain("status: redacted"));
        var report = import.Report;
        Assert.That(import.Run(import.Full("one.mbox")).Output, Does.Contain("0 new, 0 updated"));
        Assert.That(import.Report, Is.EqualTo(report), "a second run says the same");
        import.Import(import.Source("two.mbox", Mbox(Letter("d", "Re: Water", "Never.", "In-Reply-To: <a@x.example>"))));
        Assert.That((Files(import.Site, "posts/"), Files(import.Site, "comments/2010-01-12-water/")), Is.EqualTo((1, 3)));
        import.Import(import.Source("three.mbox", Mbox(Letter("a", "Water", "How often?"))));
        Assert.That(import.Site, Does.Contain("How often?").And.Not.Contain("redacted"));
        Assert.That(Files(import.Site, "posts/"), Is.EqualTo(1));
    }

    [TestCase("From 10:00 to 11:00 on Tue 12 Jan 2010:\nWhere: room 3\n\nx", TestName = "A time, a day, and a note")]
    [TestCase("So:\n\nFrom our log of Tue Jan 12 2010 11:26:00\nError: room 3", TestName = "A log")]
    [TestCase("So:\n\nFrom here\nTo: there", TestName = "A way")]
    [TestCase("From here on\n10:30, 12 Jan 2010\n\nFrom 10:30 to 12:00 on 12 Jan 2010 we meet.", TestName = "A time within a text")]
    [TestCase("So:\n\nFrom ann@x.example Tue Jan 12 11:26:00 2010\nwhich is an envelope", TestName = "An envelope within a text")]
    [TestCase("So:\n\nFrom ann\nNote: all is text", TestName = "A sentence, and a note")]
    [TestCase("She wrote\nFrom ann@x.example Tue Jan 12 11:26:00 2010\nNote: so", TestName = "An envelope without an empty line before it")]
    public void A_text_that_begins_as_letters_do_is_text(string body)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", body), Letter("b", "Sand", "Next."))));
        Assert.That(Files(import.Site, "posts/"), Is.EqualTo(2));
        foreach (var word in body.Split(' ', '\n').Where(w => w.Length > 0 && !w.Contains('@', StringComparison.Ordinal))) Assert.That(import.Site, Does.Contain(word));
    }

    [TestCase("\uFEFFFrom a@x.example Tue Jan 12 11:26:00 2010\n{0}\nFrom a@x.example Tue Jan 12 11:26:00 2010\n{1}", TestName = "Behind a mark of the order of bytes")]
    [TestCase("From \n{0}\nFrom \n{1}", TestName = "Envelopes with nothing")]
    [TestCase("From ann@x.example\n{0}\nFrom bob@x.example\n{1}", TestName = "Envelopes without a date")]
    [TestCase("From ann@x.example\nX-A: b\n{0}\nFrom bob@x.example\nX-A: b\n{1}", TestName = "Headers that begin with something of their own")]
    [TestCase("From ann@x.example Tue Jan 12 2010\n{0}\nFrom ann@x.example 12 Jan 2010 11:26:00\n{1}", TestName = "Days without a time, and without a name")]
    [TestCase("From ann at x.example (Ann Doe)  12 Jan 2010 11:26:00\n{0}\nFrom Ann Doe Tue Jan 12 11:26:00 2010\n{1}", TestName = "Senders of several words")]
    [TestCase("{0}\nFrom ann@x.example Tue Jan 12 11:26:00 2010\n{1}", TestName = "The first envelope is lost")]
    [TestCase("From - Tue Jan 12 11:26:00 2010\nX-Mozilla-Status: 0001\n{0}From - Tue Jan 12 11:26:00 2010\nX-Mozilla-Status: 0001\n{1}", TestName = "No empty line between letters")]
    [TestCase("From ann at x.example  Tue Jan 12 11:26:00 2010\n{0}\n\nFrom bob at x.example  Tue Jan 12 11:26:00 2010\n{1}", TestName = "As archives on the web have them")]
    [TestCase("From 123@xxx Tue Jan 12 11:26:00 +0000 2010\n{0}\nFrom 124@xxx Tue Jan 12 11:26:00 +0000 2010\n{1}", TestName = "With an offset before the year")]
    [TestCase("From a@x.example Tue Jan 12 11:26:00 2010\n>From b@x.example Tue Jan 12 11:20:00 2010\n{0}\nFrom a@x.example Tue Jan 12 11:26:00 2010\n{1}", TestName = "With the envelope of who sent it on")]
    public void Each_letter_begins_where_its_header_does(string mbox)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", string.Format(System.Globalization.CultureInfo.InvariantCulture, mbox, Letter("a", "Water", "One."), Letter("b", "Sand", "Two."))));
        Assert.That(Files(import.Site, "posts/"), Is.EqualTo(2));
        Assert.That(import.Site, Does.Contain("---\n\nOne.\n--").And.Contain("---\n\nTwo.\n--").And.Contain("date: 2010-01-12T12:26:00+01:00"));
    }

    [Test]
    public void An_envelope_at_the_end_of_all_dates_ends_no_import()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", "From bob@x.example Fri Dec 31 23:30:00 -1000 9999\n" + Letter("a", "Water", "One.").Replace("Date: Tue", "X-Date: Tue", StringComparison.Ordinal)));
        Assert.That(import.Site, Does.Contain("One."));
    }

    [Test]
    public void An_escaped_line_that_begins_a_letter_without_a_header_is_kept()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", "From a@x.example Tue Jan 12 11:26:00 2010\n\n>From the start I said this\nand that.\n\n" + Mbox(Letter("a", "Water", "One."))));
        Assert.That(import.Site, Does.Contain("From the start I said this\\\nand that."));
    }

    [Test]
    public void A_letter_without_a_header_is_text_and_a_file_without_a_letter_is_refused()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", "From a@x.example Tue Jan 12 11:26:00 2010\n\nJust text.\n\n" + Mbox(Letter("a", "Water", "One."))));
        Assert.That(import.Site, Does.Contain("Just text.").And.Contain("One."));
        Assert.That(import.Run(import.Source("b.mbox", "From the list of those who garden.\n")).Output, Does.Contain("PAL5001"));
    }

    [Test]
    public void What_was_a_comment_stays_one()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "How often?"), Letter("b", "Re: Water", "Daily.", "In-Reply-To: <a@x.example>"), Letter("c", "Re: Water", "Why?", "In-Reply-To: <b@x.example>"))));
        import.Import(import.Source("b.mbox", Mbox(Letter("b", "Re: Water", "Daily."), Letter("d", "Re: Water", "Because.", "In-Reply-To: <b@x.example>"))));
        Assert.That((Files(import.Site, "posts/"), Files(import.Site, "comments/2010-01-12-water/")), Is.EqualTo((1, 3)));
        File.Delete(Directory.EnumerateFiles(Path.Combine(import.Root, "content/posts"), "*.md", SearchOption.AllDirectories).Single());
        Directory.Delete(Path.Combine(import.Root, "content/comments"), recursive: true);
        import.Import(import.Source("c.mbox", Mbox(Letter("b", "Re: Water", "Daily."), Letter("e", "Re: Water", "Late.", "In-Reply-To: <b@x.example>"))));
        Assert.That(import.Site, Does.Not.Contain("Daily.").And.Not.Contain("Late."));
        Assert.That(import.Report, Does.Contain("somebody deleted their post since it was imported"));
    }

    [Test]
    public void A_placeholder_that_an_editor_renamed_gives_way_too()
    {
        using var import = new Imports();
        string[] answers = [Letter("b", "Re: Water", "Daily.", "In-Reply-To: <a@x.example>"), Letter("c", "Re: Water", "Weekly.", "In-Reply-To: <a@x.example>")];
        import.Import(import.Source("a.mbox", Mbox(answers)));
        File.Move(Path.Combine(import.Root, "content/posts/2010/2010-01-12-water.md"), Path.Combine(import.Root, "content/posts/2010/2010-01-12-of-water.md"));
        Directory.Move(Path.Combine(import.Root, "content/comments/2010-01-12-water"), Path.Combine(import.Root, "content/comments/2010-01-12-of-water"));
        var all = import.Source("b.mbox", Mbox([Letter("a", "Water", "How often?"), .. answers]));
        import.Run(all);
        Assert.That(import.Site, Does.Contain("How often?").And.Not.Contain("redacted"));
        Assert.That(Files(import.Site, "posts/"), Is.EqualTo(1));
        Assert.That(import.Run(all).Output, Does.Contain("0 new, 0 updated"), "and again");
        Assert.That(import.Run(all).Status, Is.Zero);
    }

    [Test]
    public void What_answers_a_comment_of_a_post_that_an_editor_renamed_finds_it_each_time()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "How often?"), Letter("b", "Re: Water", "Daily.", "In-Reply-To: <a@x.example>"))));
        File.Move(Path.Combine(import.Root, "content/posts/2010/2010-01-12-water.md"), Path.Combine(import.Root, "content/posts/2010/2010-01-12-of-water.md"));
        Directory.Move(Path.Combine(import.Root, "content/comments/2010-01-12-water"), Path.Combine(import.Root, "content/comments/2010-01-12-of-water"));
        var later = import.Source("b.mbox", Mbox(Letter("a", "Water", "How often?"), Letter("c", "Re: Water", "Why?", "In-Reply-To: <b@x.example>")));
        import.Import(later);
        var site = import.Site;
        Assert.That(site, Does.Match("replyTo: m[0-9a-f]{16}\n(.+\n)*body: Why"));
        foreach (var file in new[] { "a.mbox", "b.mbox", "a.mbox" }) Assert.That(import.Run(import.Full(file)).Output, Does.Contain("0 new, 0 updated"));
        Assert.That(import.Site, Is.EqualTo(site));
    }

    [Test]
    public void What_stands_before_the_first_letter_is_told()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", "From the list of those who garden.\n\n" + Mbox(Letter("a", "Water", "One."))));
        Assert.That(import.Report, Does.Contain("`a.mbox`: 1"));
    }

    [Test]
    public void A_letter_alone_in_a_file_of_any_name_is_one_and_other_files_are_told()
    {
        using var import = new Imports();
        import.Source("mail/a.eml", "From a@x.example Tue Jan 12 11:26:00 2010\n" + Letter("a", "Water", "With its envelope."));
        import.Source("mail/inbox/3", Letter("b", "Sand", "Of MH."));
        import.Source("mail/c.eml", "\nNo header at all, and\nnothing else.\n");
        import.Source("mail/d.msg", [0xD0, 0xCF, 0x11, 0xE0, 0, 1, 2]);
        import.Source("mail/notes.txt", "Buy bread.\n");
        import.Import(import.Full("mail"));
        Assert.That(import.Site, Does.Contain("With its envelope.").And.Contain("Of MH.").And.Contain("No header at all, and\\\nnothing else."));
        Assert.That(import.Report, Does.Contain("`d.msg`").And.Contain("`notes.txt`").And.Contain("`c.eml`, line 1"));
    }

    [Test]
    public void Letters_without_an_id_are_told_apart_by_what_they_say()
    {
        var nameless = "One. Two.".Split(' ').Select(body => Letter("a", "Nightly", body).Replace("Message-ID: <a@x.example>\n", "", StringComparison.Ordinal));
        var empty = "Three. Four.".Split(' ').Select(body => Letter("a", "Nightly", body).Replace("<a@x.example>", "<>", StringComparison.Ordinal));
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox([.. nameless, .. empty])));
        Assert.That(Files(import.Site, "posts/"), Is.EqualTo(4));
    }

    [Test]
    public void Another_text_under_the_id_of_a_letter_is_told()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "How often?"), Letter("a", "Water", "How much?"), Letter("a", "Water", "How often?\n_______\nlist"))));
        Assert.That(Regex(import.Report, @"`a\.mbox`, line \d+: as mbox letter"), Is.EqualTo(2), "one of them for what a list put below");
    }

    [TestCase("Message from Bob <bob@x.example> of \"Tue, 12 Jan\" <a@x.example>", TestName = "Behind an address")]
    [TestCase("<bob@x.example> (Bob's message of Tue) <a@x.example>", TestName = "Behind an address in brackets")]
    [TestCase("<a@x.example> (Bob's message), Bob <bob@x.example>", TestName = "Before an address")]
    [TestCase("Your message of \"Tue\" <a@x.example>", TestName = "Behind words")]
    public void What_a_letter_answers_is_the_letter_not_the_address_of_its_writer(string field)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "How often?"), Letter("b", "Re: Water", "Daily.", $"In-Reply-To: {field}"), Letter("c", "Re: Sand", "Other.", "In-Reply-To: <bob@x.example>"), Letter("d", "Sand", "Bob's.").Replace("ana@x", "bob@x", StringComparison.Ordinal))));
        Assert.That((Files(import.Site, "posts/"), Files(import.Site, "comments/2010-01-12-water/")), Is.EqualTo((3, 1)));
    }

    [TestCase("Ann Doe via Gardens <gardens@x.example>", "Ann Doe")]
    [TestCase("'Ann Doe' via Gardens <gardens@x.example>", "Ann Doe")]
    [TestCase("\"Ann Doe\" (via Gardens) <gardens@x.example>", "Ann Doe")]
    [TestCase("Ann at Acme <ann@x.example>", "Ann at Acme")]
    [TestCase("Ann Doe [ann@x.example] <ann@x.example>", "Ann Doe")]
    [TestCase("Ann Doe (ann@x.example) <ann@x.example>", "Ann Doe")]
    [TestCase("ann at x.example (Ann Doe)", "Ann Doe")]
    [TestCase("ann at x.example <ann@x.example>", "Correspondent 1")]
    [TestCase("\"ann@x.example\" <ann@x.example>", "Correspondent 1")]
    [TestCase("via <ann@x.example>", "via")]
    [TestCase("Mario Via Roma <ann@x.example>", "Mario Via Roma")]
    [TestCase("\"ann@x.example via list\" <list@x.example>", "Correspondent 1")]
    public void Who_wrote_is_named_as_they_named_themselves(string from, string name)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "x").Replace("Ana <ana@x.example>", from, StringComparison.Ordinal))));
        Assert.That(import.Site, Does.Contain($"\nauthor: {name}\n"));
    }

    [Test]
    public void Who_has_no_name_keeps_the_number_that_they_were_given()
    {
        string From(string id, string sender) => Letter(id, $"Of {id}", "x").Replace("Ana <ana@x.example>", $"{sender}@x.example", StringComparison.Ordinal);
        using var import = new Imports();
        import.Import(import.Source("january.mbox", Mbox(From("a1", "a"), From("b1", "b"))));
        import.Import(import.Source("february.mbox", Mbox(From("c1", "c"), From("a2", "a"))));
        Assert.That(Named(import, "a1 b1 c1 a2"), Is.EqualTo("1 2 3 4"), "nothing says that the fourth is the first");
        import.Import(import.Source("all.mbox", Mbox(From("d0", "d"), From("a0", "a"), From("a1", "a"), From("b1", "b"), From("c1", "c"), From("a2", "a"))));
        Assert.That(Named(import, "d0 a0 a1 b1 c1"), Is.EqualTo("5 1 1 2 3"));

        static string Named(Imports import, string ids) => string.Join(' ', ids.Split(' ')
            .Select(id => System.Text.RegularExpressions.Regex.Match(import.Site, $@"title: Of {id}\n(?:.+\n)*?author: Correspondent (\d+)\n").Groups[1].Value));
    }

    [TestCase("Thu, 01 Jan 1970 00:00:00 +0000", "Tue, 12 Jan 2010 12:26:00 +0100", "2010-01-12T12:26:00+01:00", TestName = "A clock that started anew")]
    [TestCase("Tue, 12 Jan 2038 12:26:00 +0100", "Tue, 12 Jan 2010 12:26:00 +0100", "2010-01-12T12:26:00+01:00", TestName = "A clock that is ahead")]
    [TestCase("Tue, 12 Jan 2038 12:26:00 +0100", null, "2010-01-12T11:26:00Z", TestName = "A clock that is ahead of the envelope")]
    [TestCase("Thu, 01 Jan 1970 00:00:00 +0000", null, "2010-01-12T11:26:00Z", TestName = "A clock that is before all mail")]
    [TestCase("Tue, 12 Jan 1999 12:26:00 +0100", null, "1999-01-12T12:26:00+01:00", TestName = "An old letter in a newer file")]
    [TestCase("Tue, 12 Jan 2010 12:26:00 MEZ", null, "2010-01-12T12:26:00+01:00", TestName = "A zone by its German name")]
    [TestCase("Tue, 12 Jan 2010 12:26:00 CEST", null, "2010-01-12T12:26:00+02:00", TestName = "A zone by its name")]
    [TestCase("Tue, 12 Jan 2010 12:26:00 +0100 (CEST)", null, "2010-01-12T12:26:00+01:00", TestName = "A zone by its number, whatever its name")]
    [TestCase("soon", null, "2010-01-12T11:26:00Z", TestName = "No date at all")]
    [TestCase("soon", "Fri, 31 Dec 9999 23:30:00 -1000", "2010-01-12T11:26:00Z", TestName = "A date at the end of all")]
    public void A_letter_has_the_date_that_can_be(string written, string? received, string expected)
    {
        using var import = new Imports();
        var letter = Letter("a", "Water", "x", received is null ? "X: y" : $"Received: from a by b; {received}").Replace("Tue, 12 Jan 2010 12:26:00 +0100\nMessage", written + "\nMessage", StringComparison.Ordinal);
        import.Import(import.Source("a.mbox", Mbox(letter)));
        Assert.That(import.Site, Does.Match($"\ndate: \"?{System.Text.RegularExpressions.Regex.Escape(expected)}"));
    }

    [TestCase("cp1251", 1251, "Привет, мир")]
    [TestCase("cp932", 932, "日本語の手紙")]
    [TestCase("iso8859-15", 28605, "10 €")]
    [TestCase("x-mac-roman", 10000, "déjà vu")]
    [TestCase("gb2312", 936, "统一")]
    [TestCase("big5", 950, "統一")]
    [TestCase("us-ascii", 50220, "日本語")]
    public void A_charset_by_any_of_its_names_and_in_headers_too(string declared, int page, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        using var import = new Imports();
        var letter = encoding.GetBytes(Letter("a", text, text + ".", $"Content-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit"));
        import.Import(import.Source("a.mbox", [.. "From a@x.example Tue Jan 12 11:26:00 2010\n"u8, .. letter]));
        Assert.That(import.Site, Does.Contain($"title: {text}").And.Contain($"{text}."));
    }

    [Test]
    public void Of_parts_one_after_the_other_all_are_read_of_forms_of_one_text_the_plain()
    {
        const string Html = "Content-Type: text/html; charset=utf-8\n\n<p>In <b>HTML</b>.</p>", Plain = "Content-Type: text/plain; charset=utf-8\n\n";
        Assert.That(Mixed(Html, Plain + "_______________________________________________\nGardens mailing list\nhttps://lists.example/gardens"), Does.Contain("In **HTML**.").And.Contain("Gardens mailing list"));
        Assert.That(Mixed(Plain + "Before.", Html, Plain + "After."), Does.Contain("Before.\n\nIn **HTML**.\n\nAfter."));
        Assert.That(Alternative(Plain + "Plain.", Html), Does.Contain("Plain.").And.Not.Contain("HTML"));
        Assert.That(Alternative(Plain + "  \n", Html), Does.Contain("In **HTML**."));
        Assert.That(Alternative(Plain + "Your program shows no HTML.", Html.Replace("In ", string.Concat(Enumerable.Repeat("many words ", 20)), StringComparison.Ordinal)), Does.Contain("many words").And.Not.Contain("program"));
        Assert.That(Mixed("Content-Type: text/markdown\n\nMarked.", "Content-Type: text/x-patch\nContent-Disposition: inline; filename=a.diff\n\n--- a\n+++ b\n@@ -1 +1 @@\n-a  b\n+a b"), Does.Contain("Marked.").And.Contain("-a  b"));
        Assert.That(Site("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"", $"--x\n{Plain}Within.\n--x--\nBelow the last part."), Does.Contain("Within.").And.Contain("Below the last part."));

        static string Mixed(params string[] parts) => Site("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"", string.Concat(parts.Select(p => $"--x\n{p}\n")) + "--x--");
        static string Alternative(params string[] parts) => Site("MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"x\"", string.Concat(parts.Select(p => $"--x\n{p}\n")) + "--x--");
    }

    [TestCase("plain")]
    [TestCase("application/text")]
    [TestCase("application/pgp; format=text")]
    public void A_type_that_was_given_up_is_text(string type) => Assert.That(Site($"Content-Type: {type}", "Words."), Does.Contain("Words."));

    [Test]
    public void A_subject_of_its_own_is_kept_above_a_text_that_stays_HTML()
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "x"),
            Letter("b", "Sand & <stone> (was: Water)", "<table><tr><td colspan=2>1</td></tr><tr><td>2</td><td>3</td></tr></table>", "In-Reply-To: <a@x.example>\nContent-Type: text/html; charset=utf-8"))));
        Assert.That(import.Site, Does.Contain("format: html").And.Contain("<p><strong>Sand &amp; &lt;stone&gt; (was: Water)</strong></p>"));
    }

    [TestCase("X-No-Archive: Yes", "letters whose writers ask archives not to keep them")]
    [TestCase("Archive: no", "letters whose writers ask archives not to keep them")]
    [TestCase("X-Mozilla-Status: 0009", "in the bin")]
    public void What_was_not_meant_for_everybody_is_not_imported(string field, string reason)
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "Shown."), Letter("b", "Sand", "Hidden.", field), Letter("c", "Stone", "Shown, too.", "X-Mozilla-Status: 0001"))));
        Assert.That(import.Site, Does.Contain("Shown.").And.Contain("Shown, too.").And.Not.Contain("Hidden."));
        Assert.That(import.Report, Does.Contain($"| 1 | {reason} |").Or.Contain($"| comments | 1 | {reason} |"));
    }

    [TestCase("Ann <ann.doe at x.example> says", "Ann \\<ann.doe@…> says")]
    [TestCase("On Tuesday, ann at x.example wrote:", "On Tuesday, ann@… wrote:")]
    [TestCase("ann at x.example (Ann Doe) writes:", "ann@… (Ann Doe) writes:")]
    [TestCase("From: ann at x.example", "From: ann@…")]
    [TestCase("> To: ann at x.example", "> To: ann@…")]
    [TestCase("Look at x.example for it", "Look at x.example for it")]
    [TestCase("They met at x.example, and she wrote", "They met at x.example, and she wrote")]
    public void An_address_that_an_archive_wrote_in_words_is_masked(string body, string text) =>
        Assert.That(Site("X: y", body), Does.Contain("---\n\n" + text + "\n-- content/site.yml"));

    [Test]
    public void Who_asks_in_the_text_or_within_a_digest_is_heard()
    {
        using var import = new Imports();
        const string Digest = "--x\nContent-Type: message/rfc822\n\nFrom: Bo <bo@x.example>\nX-No-Archive: yes\nSubject: Inner\n\nHidden.\n--x\nContent-Type: message/rfc822\n\nFrom: Cy <cy@x.example>\nSubject: Inner\n\nShown.\n--x--";
        import.Import(import.Source("a.mbox", Mbox(Letter("a", "Water", "X-No-Archive: Yes\n\nHidden."), Letter("b", "Digest", Digest, "MIME-Version: 1.0\nContent-Type: multipart/digest; boundary=\"x\""))));
        Assert.That(import.Site, Does.Contain("Shown.").And.Not.Contain("Hidden."));
    }

    [Test]
    public void A_letter_without_a_subject_says_so() =>
        Assert.That(Site("X: y", "Words.", subject: ""), Does.Contain("title: (no subject)"));

    [Test]
    public void A_quotation_keeps_the_word_that_begins_letters() =>
        Assert.That(Site("X: y", "> one\n>From two\n> three\n\n>From four."), Does.Contain("> one\\\n> From two\\\n> three\n\nFrom four."));

    [Test]
    public void Enriched_text_that_never_ends_takes_no_longer_than_its_length()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Site("Content-Type: text/enriched", string.Concat(Enumerable.Repeat("<param>\n", 100_000)));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    private static string Site(string header, string body, string subject = "Water")
    {
        using var import = new Imports();
        import.Import(import.Source("a.mbox", Mbox(Letter("a", subject, body, header))));
        return import.Site;
    }

    private static string Letter(string id, string subject, string body, string header = "Content-Type: text/plain; charset=utf-8") =>
        $"From: Ana <ana@x.example>\nSubject: {subject}\nDate: Tue, 12 Jan 2010 12:26:00 +0100\nMessage-ID: <{id}@x.example>\n{header}\n\n{body}\n";

    private static string Mbox(params string[] letters) => string.Concat(letters.Select(l => $"From ana@x.example Tue Jan 12 11:26:00 2010\n{l}\n"));

    private static string IdOf(string site, string body) =>
        System.Text.RegularExpressions.Regex.Match(site, $@"/(m[0-9a-f]{{16}})\.yml --\n(?:(?!-- ).+\n)*body: {body}").Groups[1].Value;

    private static int Files(string site, string folder) => Regex(site, $"-- content/{folder}");

    private static int Regex(string text, string pattern) => System.Text.RegularExpressions.Regex.Count(text, pattern);
}
