//! All that the program does for a paper (records, checks, Tera, proof, writing) beside what the engine alone has to do for
//! it (laying out the same sources and writing the same PDF), on as many threads, in one run.
//! `cargo bench --bench engine [UNITS]`. The goal is 1.20; docs/performance.md says what each step gave.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a measurement, not the product")]

#[path = "support/campaigns.rs"]
mod campaigns;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use hoso::commands::Desk;
use hoso::output::{self, Cache, Folder, Options, STACK, kept};
use hoso::plan::{self, Document, Selection};
use hoso::render::{Job, evict};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 3;

fn main() {
    let units = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(30);
    let home = tempfile::tempdir().unwrap();
    campaigns::write(home.path(), 1, units, 5_000);
    let records = home.path().join("chien-dich-001");
    let desk = Desk::open(None, None).unwrap();
    let papers = papers(&desk, &records);
    let jobs = std::thread::available_parallelism().map_or(1, usize::from).min(2);
    let (mut bare, mut whole) = (vec![Vec::new(); jobs], vec![Vec::new(); jobs]);
    for _ in 0..ROUNDS {
        for n in 0..jobs {
            bare[n].push(alone(&desk, &papers, n + 1));
            whole[n].push(program(&desk, &records, n + 1));
        }
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64() / papers.len() as f64 * 1e3
    };
    let bare: Vec<f64> = bare.iter_mut().map(median).collect();
    let whole: Vec<f64> = whole.iter_mut().map(median).collect();
    println!("{} papers of {units} units, median of {ROUNDS} rounds", papers.len());
    for (n, (bare, whole)) in bare.iter().zip(&whole).enumerate() {
        let threads = n + 1;
        println!("{threads} thread(s): engine {bare:.2} ms, program {whole:.2} ms a paper; ratio {:.3}", whole / bare);
    }
    if let ([one, two], [alone, together]) = (&whole[..], &bare[..]) {
        let (program, engine) = (one / two, alone / together);
        println!("2 jobs : 1 job = {program:.2}, the engine itself gains {engine:.2}; ratio {:.3}", program / engine);
    }
}

/// The papers of a campaign, each with the source that the engine sets in the end.
fn papers(desk: &Desk, records: &Path) -> Vec<(Document, String)> {
    let loaded = desk.load(records);
    let documents = desk.judge(&loaded, None, |scope, mut findings| {
        plan::documents(scope.unwrap(), &mut findings, &Selection::default())
    });
    let source = |document: Document| {
        let layout = desk.engine.compile(&job(&document)).unwrap_or_else(|findings| panic!("{findings:?}"));
        let source = layout.typ().to_owned();
        (document, source)
    };
    let papers = documents.into_iter().filter(|document| !document.blocked).map(source).collect();
    evict(0);
    papers
}

fn job(document: &Document) -> Job<'_> {
    let (template, data, name) = (&document.template, &document.data, &document.path);
    Job { template, data, name, expected: output::expected(document), attached: None }
}

/// The engine alone.
fn alone(desk: &Desk, papers: &[(Document, String)], threads: usize) -> Duration {
    evict(0);
    let (next, start) = (AtomicUsize::new(0), Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let work = || {
                while let Some((document, source)) = papers.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let job = job(document);
                    let layout = desk.engine.typeset(&job, source).unwrap_or_else(|findings| panic!("{findings:?}"));
                    desk.engine.pdf(&job, &layout).unwrap_or_else(|findings| panic!("{findings:?}"));
                    evict(kept(threads));
                }
            };
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).unwrap();
        }
    });
    start.elapsed()
}

/// The whole program, into an empty folder.
fn program(desk: &Desk, records: &Path, jobs: usize) -> Duration {
    evict(0);
    let output = tempfile::tempdir().unwrap();
    let start = Instant::now();
    let loaded = desk.load(records);
    desk.judge(&loaded, None, |scope, mut findings| {
        let documents = plan::documents(scope.unwrap(), &mut findings, &Selection::default());
        let folder = Folder::new(output.path(), &loaded.code);
        let options = Options { jobs, whole: true, ..Options::default() };
        let made = output::build(&desk.engine, documents, Some(&folder), &Cache::default(), options, &|_| ());
        output::write_manifest(&made, &desk.engine, &folder, None).unwrap();
    });
    start.elapsed()
}
