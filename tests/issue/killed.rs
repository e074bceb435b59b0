//! A run of `issue` that was killed between any two of its writings is completed or undone by the next.

use hoso::lock::{Entry, Lock, State};

use super::states::{lock, of_school, states};
use super::*;

/// The lock as it is while the paper is being issued.
fn pending(lock: &str) -> String {
    let mut lock = Lock::read(lock).unwrap();
    let entry = lock.get("truong-hoa-mai/to_trinh").unwrap().clone();
    lock.put(Entry { state: State::Issuing, made: None, ..entry });
    lock.text()
}

#[test]
fn whatever_was_written_last() {
    let done = records();
    sound(&issue(&done, &[]));
    let (lock, record, whole) = (done.read(LOCK), done.read(SCHOOL), std::fs::read(pdf(&done)).unwrap());
    for (has_record, has_pdf) in [(false, false), (true, false), (true, true)] {
        let killed = records();
        let draft = killed.read(SCHOOL);
        let killed = killed.write(LOCK, pending(&lock)).write(SCHOOL, if has_record { &record } else { &draft });
        if has_pdf {
            std::fs::create_dir_all(pdf(&killed).parent().unwrap()).unwrap();
            std::fs::write(pdf(&killed), &whole).unwrap();
        }
        std::fs::write(killed.path("don-vi/.hoso-Ab12Cd"), "x").unwrap();
        // Whatever is done next with `issue`, even in vain.
        run(&killed, &["issue", "--unit", "tram-y-te", "--kind", "khong_co", "--so", "1", "--ngay", "2026-07-08"]);
        assert!(!killed.path("don-vi/.hoso-Ab12Cd").exists());
        match has_record {
            true => {
                assert_eq!((killed.read(LOCK), killed.read(SCHOOL)), (lock.clone(), record.clone()));
                assert_eq!(std::fs::read(pdf(&killed)).unwrap(), whole);
            }
            false => {
                assert!(
                    !killed.read(LOCK).contains("to_trinh") && killed.read(SCHOOL) == draft && !pdf(&killed).exists()
                );
            }
        }
        sound(&issue(&killed, &[]));
        assert_eq!((killed.read(LOCK), std::fs::read(pdf(&killed)).unwrap()), (lock.clone(), whole.clone()));
    }
}

/// Killed for real, at moments that nobody chose: nothing half-written, nothing lost.
#[test]
fn at_any_moment() {
    let done = records();
    sound(&issue(&done, &[]));
    let (lock, record) = (done.read(LOCK), done.read(SCHOOL));
    for step in 0..12 {
        let killed = records();
        let draft = killed.read(SCHOOL);
        let mut child = Command::new(env!("CARGO_BIN_EXE_hoso"))
            .current_dir(killed.home())
            .args(ISSUE)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(step * 40));
        let _ = child.kill();
        child.wait().unwrap();
        let now = killed.read(SCHOOL);
        assert!(now == draft || now == record, "{now}");
        sound(&issue(&killed, &[]));
        assert_eq!((killed.read(LOCK), killed.read(SCHOOL)), (lock.clone(), record.clone()), "{step}");
        let mut files = walkdir::WalkDir::new(killed.path("")).into_iter().map(Result::unwrap);
        assert!(!files.any(|file| file.file_name().to_string_lossy().starts_with(".hoso-")));
    }
}

/// A replacement that was killed between any two of its writings, with what it replaced signed.
#[test]
fn a_replacement_whatever_was_written_last() {
    const REPLACE: [&str; 5] = ["--replace", "--so", "12", "--ngay", "15/7/2026"];
    let former = "output/xa-mau-2026/truong-hoa-mai/to_trinh--09-2026.pdf";
    let mended = || {
        let records = records();
        sound(&issue(&records, &[]));
        let signed = [&std::fs::read(pdf(&records)).unwrap()[..], b"\n1 0 obj\nstartxref\n5\n%%EOF"].concat();
        std::fs::write(pdf(&records), signed).unwrap();
        records.replace(SCHOOL, "Đinh Văn Cội", "Đinh Văn Cả")
    };
    let before = mended();
    let (old_lock, old_record, old_pdf) =
        (before.read(LOCK), before.read(SCHOOL), std::fs::read(pdf(&before)).unwrap());
    let done = mended();
    sound(&of_school(&done, &REPLACE));
    let (new_lock, new_record, new_pdf) = (done.read(LOCK), done.read(SCHOOL), std::fs::read(pdf(&done)).unwrap());
    assert_eq!(std::fs::read(done.home().join(former)).unwrap(), old_pdf);
    // While it goes on, the old entry stands aside as it was.
    let mut going = Lock::read(&new_lock).unwrap();
    let own = going.get("truong-hoa-mai/to_trinh").unwrap().clone();
    going.put(Entry { state: State::Issuing, made: None, ..own });
    let old = going.get("truong-hoa-mai/to_trinh--09-2026").unwrap().clone();
    going.put(Entry { state: State::Issued, end: None, ..old });
    for step in 0..4 {
        let killed = mended().write(LOCK, going.text());
        if step > 0 {
            std::fs::rename(pdf(&killed), killed.home().join(former)).unwrap();
        }
        let killed = if step > 1 { killed.write(SCHOOL, &new_record) } else { killed };
        if step > 2 {
            std::fs::write(pdf(&killed), &new_pdf).unwrap();
        }
        run(&killed, &["issue", "--unit", "tram-y-te", "--kind", "khong_co", "--so", "1", "--ngay", "2026-07-08"]);
        match step {
            0 | 1 => {
                assert_eq!((killed.read(LOCK), killed.read(SCHOOL)), (old_lock.clone(), old_record.clone()), "{step}");
                assert!(std::fs::read(pdf(&killed)).unwrap() == old_pdf && !killed.home().join(former).exists());
            }
            _ => {
                assert_eq!((killed.read(LOCK), killed.read(SCHOOL)), (new_lock.clone(), new_record.clone()), "{step}");
                assert_eq!(std::fs::read(pdf(&killed)).unwrap(), new_pdf);
            }
        }
        sound(&of_school(&killed, &REPLACE));
        assert_eq!((killed.read(LOCK), killed.read(SCHOOL)), (new_lock.clone(), new_record.clone()), "{step}");
        assert_eq!(std::fs::read(killed.home().join(former)).unwrap(), old_pdf, "{step}");
    }
}

/// What was kept for the paper is kept again.
#[test]
fn a_reserved_number() {
    let killed = records();
    sound(&of_school(&killed, &["--reserve", "--so", "9", "--ngay", "1/7/2026"]));
    let (before, draft) = (killed.read(LOCK), killed.read(SCHOOL));
    sound(&of_school(&killed, &["--ngay", "8/7/2026"]));
    let going = pending(&killed.read(LOCK));
    std::fs::remove_file(pdf(&killed)).unwrap();
    let killed = killed.write(LOCK, going).write(SCHOOL, &draft);
    run(&killed, &["issue", "--unit", "tram-y-te", "--kind", "khong_co", "--so", "1", "--ngay", "2026-07-08"]);
    assert_eq!(killed.read(LOCK), before);
    sound(&of_school(&killed, &["--ngay", "8/7/2026"]));
    assert_eq!(states(&killed), [("truong-hoa-mai/to_trinh 09/TTr-THHM".into(), State::Issued)]);
}

/// Every action, killed for real at moments that nobody chose.
#[test]
fn other_actions_at_any_moment() {
    let (before, issued) = (records(), records());
    sound(&issue(&issued, &[]));
    let scan = |records: &Records| std::fs::write(records.home().join("quet.pdf"), b"%PDF-1.4 quet").unwrap();
    let actions: [(&[&str], bool); 5] = [
        (&["--reserve", "--so", "9", "--ngay", "1/7/2026"], false),
        (&["--void", "--so", "8", "--ngay", "1/7/2026"], false),
        (&["--withdraw", "--ngay", "9/7/2026"], true),
        (&["--signed", "quet.pdf"], true),
        (&["--replace", "--so", "12", "--ngay", "15/7/2026"], true),
    ];
    for (action, needs_paper) in actions {
        let start = || {
            let records = records();
            scan(&records);
            if needs_paper {
                let records = records.write(LOCK, issued.read(LOCK)).write(SCHOOL, issued.read(SCHOOL));
                std::fs::create_dir_all(pdf(&records).parent().unwrap()).unwrap();
                std::fs::copy(pdf(&issued), pdf(&records)).unwrap();
                return records;
            }
            records
        };
        let done = start();
        sound(&of_school(&done, action));
        for step in 0..5 {
            let killed = start();
            let arguments = [&["issue", "--unit", "truong-hoa-mai", "--kind", "to_trinh"], action].concat();
            let mut command = Command::new(env!("CARGO_BIN_EXE_hoso"));
            let command = command.current_dir(killed.home()).args(arguments).stdout(std::process::Stdio::null());
            let mut child = command.spawn().unwrap();
            std::thread::sleep(std::time::Duration::from_millis(step * 60));
            let _ = child.kill();
            child.wait().unwrap();
            let record = killed.read(SCHOOL);
            assert!([before.read(SCHOOL), issued.read(SCHOOL), done.read(SCHOOL)].contains(&record), "{record}");
            sound(&of_school(&killed, action));
            assert_eq!(
                (killed.read(LOCK), killed.read(SCHOOL)),
                (done.read(LOCK), done.read(SCHOOL)),
                "{action:?} {step}"
            );
        }
    }
    assert!(lock(&issued).iter().count() == 1);
}
