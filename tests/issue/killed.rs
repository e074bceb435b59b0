//! A run of `issue` that was killed between any two of its writings is completed or undone by the next.

use super::*;

/// The lock as it is while the paper is being issued.
fn pending(lock: &str) -> String {
    let at = lock.find("  trang_thai: ").unwrap();
    format!("{}  trang_thai: dang_cap\n", &lock[..at])
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
