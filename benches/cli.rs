//! The program beside `typst compile`, one process a file and as many at once as there are processors, over the very
//! sources that the program sets: once with its faces and PDF/A-3, once with the command's own defaults.
//! `cargo bench --bench cli [UNITS]`; the command is looked for as `TYPST` says, else as `typst`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a measurement, not the product")]

#[path = "support/campaigns.rs"]
mod campaigns;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;
use walkdir::WalkDir;

const ROUNDS: usize = 3;
/// What the program adds to the engine, as a script: the tags say nothing to a command that does not know them.
const ADDED: (&str, &str) = ("nd30/them.typ", include_str!("support/chu.typ"));
const IMPORT: &str = "#import \"/nd30/them.typ\": chia-them, do-dai, giu-cuoi, giu-lien, manh-dai-nhat, pdf-dau-hang, pdf-lbl, pdf-lbody\n";
/// The faces of the program, and its standards as far as that goes: lists without what is added are not valid in PDF/A-3a and
/// PDF/UA-1, though tagged all the same.
const SAME: &[&str] = &["--ignore-system-fonts", "--ignore-embedded-fonts", "--pdf-standard", "a-3b"];

fn main() {
    let typst = std::env::var("TYPST").unwrap_or_else(|_| "typst".into());
    if !Command::new(&typst).arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success()) {
        println!("there is no `{typst}` here: cargo install typst-cli");
        return;
    }
    let units = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(20);
    let home = tempfile::tempdir().unwrap();
    campaigns::write(&home.path().join("records"), 1, units, 5_000);
    let papers = sources(home.path());
    let single: Vec<&str> = papers.iter().filter(|(_, p)| p.iter().all(|p| p.pages == 1)).map(|(k, _)| &**k).collect();
    let all: Vec<&str> = papers.keys().map(String::as_str).collect();
    for (name, kinds) in [("one page", single), ("mean paper", all)] {
        let files: Vec<&Path> = kinds.iter().flat_map(|kind| &papers[*kind]).map(|paper| &*paper.source).collect();
        let (mut program, mut same, mut usual) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            program.push(build(home.path(), &kinds));
            same.push(compile(&typst, home.path(), &files, SAME));
            usual.push(compile(&typst, home.path(), &files, &[]));
        }
        let rate = |times: Vec<Duration>| files.len() as f64 / median(times).as_secs_f64();
        let (program, same, usual) = (rate(program), rate(same), rate(usual));
        println!(
            "{name}, {} papers: {program:.0}/s; typst compile {same:.1}/s, {:.2} : 1; with its default flags {usual:.1}/s, {:.2} : 1",
            files.len(),
            program / same,
            program / usual
        );
    }
}

struct Paper {
    source: PathBuf,
    pages: u64,
}

/// The papers by kind, each with the source that the program set; and beside them all that the sources draw on.
fn sources(home: &Path) -> BTreeMap<String, Vec<Paper>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoso"));
    let output = command.current_dir(home).args(["build", "--keep-typ", "--format", "json"]).output().unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for entry in WalkDir::new(&templates).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()) {
        let target = home.join(entry.path().strip_prefix(&templates).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        let text = fs::read_to_string(entry.path()).unwrap();
        let is_script = entry.path().extension().is_some_and(|ending| ending == "typ");
        fs::write(target, if is_script { format!("{IMPORT}{text}") } else { text }).unwrap();
    }
    fs::write(home.join(ADDED.0), ADDED.1).unwrap();
    let mut papers: BTreeMap<String, Vec<Paper>> = BTreeMap::new();
    for row in answer["documents"].as_array().unwrap() {
        let source = home.join(row["path"].as_str().unwrap()).with_extension("typ");
        let paper = Paper { source, pages: row["pages"].as_u64().unwrap() };
        papers.entry(row["kind"].as_str().unwrap().to_owned()).or_default().push(paper);
    }
    papers
}

/// The program: records, checks, papers, written into an empty folder.
fn build(home: &Path, kinds: &[&str]) -> Duration {
    let out = tempfile::tempdir().unwrap();
    let kinds = kinds.iter().flat_map(|kind| ["--kind", kind]);
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoso"));
    let command = command.current_dir(home).args(["build", "-o"]).arg(out.path()).args(kinds);
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{status}");
    start.elapsed()
}

/// The command, one process a file.
fn compile(typst: &str, home: &Path, files: &[&Path], flags: &[&str]) -> Duration {
    let out = tempfile::tempdir().unwrap();
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(number) else { break };
            let mut command = Command::new(typst);
            command.args(["compile", "--input", "phong-chu=Tinos", "--root"]).arg(home);
            command.arg("--font-path").arg(&fonts).args(flags).arg(file).arg(out.path().join(format!("{number}.pdf")));
            let output = command.output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    };
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
