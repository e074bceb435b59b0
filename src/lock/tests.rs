use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn entry(paper: &str, state: State) -> Entry {
    let hash = |digit: &str| digit.repeat(64);
    let [pdf, data, template, fonts] = ["1", "2", "3", "4"].map(hash);
    let parts = Parts::of(&crate::digest::parts(&serde_json::json!({"van_ban": {"so": "15", "ky_hieu": "TTr-UBND"}})));
    let made = Making { pdf, data, parts, template, fonts, program: "abc".into(), version: "0.1.0".into() };
    Entry {
        paper: paper.into(),
        number: "15".into(),
        symbol: "TTr-UBND".into(),
        day: day("2021-05-18"),
        state,
        book: Some(Book { body: "long-thuy".into(), series: "TTr".into() }),
        subject: Some("Tờ trình về việc đề nghị".into()),
        signer: None,
        reserved: None,
        replaces: None,
        end: None,
        made: state.has_paper().then_some(made),
        signed: Vec::new(),
    }
}

/// A lock with an entry of every state.
fn lock() -> Lock {
    let mut lock = Lock::default();
    lock.put(entry("thon-dong/to_trinh", State::Issuing));
    lock.put(Entry { book: None, ..entry("phuoc-tin/to_trinh", State::Issued) });
    let signer = Some("Nguyễn Văn A".to_owned());
    lock.put(Entry { signer, reserved: Some(day("2021-05-01")), ..entry("thon-tay/to_trinh", State::Reserved) });
    let replaces = Some("long-thuy/to_trinh--15-2021".to_owned());
    let signed = vec!["5".repeat(64), "6".repeat(64)];
    lock.put(Entry { number: "20".into(), replaces, signed, ..entry("long-thuy/to_trinh", State::Issued) });
    let end = |by: Option<&str>, reason: Option<&str>| {
        Some(End { day: day("2021-06-01"), by: by.map(str::to_owned), reason: reason.map(str::to_owned) })
    };
    let replaced = end(Some("20/TTr-UBND"), None);
    lock.put(Entry { end: replaced, ..entry("long-thuy/to_trinh--15-2021", State::Replaced) });
    lock.put(Entry { end: end(None, None), ..entry("long-thuy/to_trinh--16-2021", State::Void) });
    lock.put(Entry { end: end(None, Some("Ban hành nhầm: sai")), ..entry("thong_bao", State::Withdrawn) });
    lock
}

#[test]
fn what_is_written_is_read_again() {
    let text = lock().text();
    insta::assert_snapshot!(text);
    let read = Lock::read(&text).unwrap();
    assert_eq!(read.iter().collect::<Vec<_>>(), lock().iter().collect::<Vec<_>>());
    assert_eq!(read.text(), text);
    assert_eq!(Lock::read(&text.replace('\n', "\r\n")).unwrap().text(), text);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.get(read.line("thon-dong/to_trinh") - 1), Some(&"thon-dong/to_trinh"));
    assert_eq!(Lock::read("").unwrap(), Lock::default());
    // One that was written before there was a list.
    let (before, _) = text.split_once("\n[muc_luc]").unwrap();
    assert_eq!(Lock::read(before).unwrap().text(), text);
}

fn fault(text: &str) -> Fault {
    Lock::read(text).map(|_| ()).unwrap_err()
}

/// A line deleted, doubled, edited or left by a merge.
#[test]
fn a_lock_is_read_in_full_or_not_at_all() {
    let text = lock().text();
    let lines: Vec<&str> = text.lines().collect();
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("  ")) {
        let without: String =
            lines.iter().enumerate().filter(|(m, _)| *m != n).map(|(_, l)| format!("{l}\n")).collect();
        assert!(Lock::read(&without).is_err(), "{line}");
        let doubled = text.replacen(line, &format!("{line}\n{line}"), 1);
        assert!(Lock::read(&doubled).is_err(), "{line}");
    }
    for (from, to) in [
        ("1111", "111x"),
        ("da_cap", "huy"),
        ("2021-05-18", "2021-02-30"),
        ("thon-dong", "../thon-dong"),
        ("so: 20", "so: 21"),
        ("1111", "1112"),
        ("so: 15", "so: 15\n  khac: 1"),
        ("long-thuy\n", "long-thui\n"),
    ] {
        assert!(Lock::read(&text.replacen(from, to, 1)).is_err(), "{from}");
    }
    assert_eq!(fault("<<<<<<< HEAD\n").message, "`<<<<<<< HEAD` không phải là một văn bản");
    assert!(
        fault(&text.replacen("\n[muc_luc]", "\nlong-thuy/to_trinh\n  so: 1\n\n[muc_luc]", 1))
            .message
            .contains("thiếu hoặc sai")
    );
    assert!(fault(&format!("{text}{}", text.split_once("\n\n").unwrap().1)).message.contains("có hai mục"));
}

/// A whole entry deleted, one added by hand.
#[test]
fn the_list_of_entries() {
    let text = lock().text();
    for paper in ["thong_bao", "long-thuy/to_trinh--16-2021"] {
        let start = text.find(&format!("\n{paper}\n")).unwrap();
        let end = text[start + 1..].find("\n\n").unwrap() + start + 2;
        let said = fault(&format!("{}{}", &text[..start], &text[end - 1..]));
        assert_eq!(said.message, format!("mục `{paper}` có trong mục lục nhưng không còn trong tệp"));
        assert!(text.lines().any(|line| line.starts_with(&format!("  {paper}: "))));
    }
    let one = lock().iter().next().map(|entry| entry.paper.clone()).unwrap();
    let line = text.lines().find(|line| line.starts_with(&format!("  {one}: "))).unwrap();
    assert_eq!(fault(&text.replace(&format!("{line}\n"), "")).message, format!("mục lục thiếu `{one}`"));
}

#[test]
fn former_numbers_have_places_of_their_own() {
    let mut lock = lock();
    assert_eq!(lock.former("a/b", "12Đ", day("2021-05-18")), "a/b--12d-2021");
    assert_eq!(lock.former("long-thuy/to_trinh", "15", day("2021-05-18")), "long-thuy/to_trinh--15-2021-2");
    let former = lock.remove("long-thuy/to_trinh--15-2021").unwrap();
    assert!(former.is_former() && !former.is_in_force() && former.of() == "long-thuy/to_trinh");
}

/// Two branches that each enter a paper merge in git.
#[test]
fn branches_merge() {
    let base = lock();
    let with = |paper: &str| {
        let mut lock = base.clone();
        lock.put(entry(paper, State::Issued));
        lock.text()
    };
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let (ours, theirs) = (with("long-thuy/ke_hoach"), with("thac-mo/to_trinh"));
    let (ours, base, theirs) = (file("ours", &ours), file("base", &base.text()), file("theirs", &theirs));
    let git = std::process::Command::new("git").args(["merge-file", "-p"]).args([ours, base, theirs]).output();
    let Ok(merged) = git else { return };
    let text = String::from_utf8(merged.stdout).unwrap();
    let read = Lock::read(&text).unwrap();
    assert!(read.get("long-thuy/ke_hoach").is_some() && read.get("thac-mo/to_trinh").is_some(), "{text}");
    assert_eq!(read.text(), text);
}
