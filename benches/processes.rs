//! Whole processes: how long a full build takes, one of which nothing changed, one of which one record changed, a check, and
//! the way to the first PDF; and how much memory a build holds. `cargo bench --bench processes [CAMPAIGNS]`, each of 100
//! units.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a measurement, not the product")]

#[path = "support/campaigns.rs"]
mod campaigns;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const UNITS: usize = 100;
const BYTES: usize = 5_000;

/// A run of the program: how long it took, and the most memory it held, where the system tells.
struct Run {
    time: Duration,
    peak: Option<u64>,
}

fn main() {
    let count = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(2);
    first_paper();
    checks();
    builds(count);
}

/// From the start of the process to the one PDF that is asked for.
fn first_paper() {
    let home = records(1, 1);
    let one = || {
        let _ = fs::remove_dir_all(home.path().join("output"));
        run(home.path(), &["build", "--unit", "don-vi-00001", "--kind", "to_trinh"], false).time
    };
    println!("start to first PDF: {:.0} ms", ms(median((0..11).map(|_| one()).collect())));
}

/// What a record costs when it is judged on one processor.
fn checks() {
    let time = |units: usize| {
        let home = records(1, units);
        median((0..9).map(|_| run(home.path(), &["check"], true).time).collect())
    };
    let (none, some, more) = (time(1), time(1_000), time(5_000));
    let rate = |time: Duration, units: f64| units / (time - none).as_secs_f64();
    println!(
        "check, records of {BYTES} bytes, one thread: {:.0}/s of 1,000, {:.0}/s of 5,000",
        rate(some, 999.0),
        rate(more, 4_999.0)
    );
}

fn builds(count: usize) {
    let home = records(count, UNITS);
    let full = run(home.path(), &["build"], false);
    let same = median((0..3).map(|_| run(home.path(), &["build"], false).time).collect());
    let unit = home.path().join("records/chien-dich-001/don-vi/don-vi-00001.yaml");
    let text = fs::read_to_string(&unit).unwrap();
    fs::write(&unit, text.replacen("Phiếu hẹn có mã tra cứu.", "Phiếu hẹn có mã tra cứu mới.", 1)).unwrap();
    let one = run(home.path(), &["build"], false).time;
    let share = 100.0 * same.as_secs_f64() / full.time.as_secs_f64();
    println!("{count} campaigns of {UNITS} units: full build {:.1} s", full.time.as_secs_f64());
    println!("nothing changed: {:.0} ms, {share:.2} % of it; one record changed: {:.0} ms", ms(same), ms(one));
    if let Some(peak) = full.peak {
        println!("peak memory of the full build: {} MB", peak / 1024);
    }
}

fn records(count: usize, units: usize) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    campaigns::write(&home.path().join("records"), count, units, BYTES);
    // Writing thousands of files to the disk would go on while the program is timed.
    let _ = Command::new("sync").status();
    home
}

/// `alone` is on one processor, where the system can be told so.
fn run(home: &Path, args: &[&str], alone: bool) -> Run {
    let (program, pin) = (env!("CARGO_BIN_EXE_hoso"), "/usr/bin/taskset");
    let pinned = alone && Path::new(pin).exists();
    let mut command = Command::new(if pinned { pin } else { program });
    if pinned {
        // The last, since the first serves the devices.
        let last = std::thread::available_parallelism().map_or(0, |count| count.get() - 1);
        command.args(["-c", &last.to_string(), program]);
    }
    command.current_dir(home).args(args).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut peak = None;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            let time = start.elapsed();
            assert!(status.code() == Some(0), "{args:?}: {status}");
            return Run { time, peak };
        }
        peak = held(child.id()).or(peak);
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// The most memory that a running process has held so far, in kB; only Linux tells.
fn held(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
