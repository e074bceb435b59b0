//! What the proof of form costs, as a share of laying a paper out and writing its PDF: every paper of the shipped
//! campaign, in one run. The goal is 5 %. `cargo bench --bench proof`

#![allow(clippy::unwrap_used, clippy::panic, reason = "a measurement, not the product")]

use std::path::Path;
use std::time::{Duration, Instant};

use hoso::commands::Desk;
use hoso::plan::{self, Selection};
use hoso::render::{Job, Proof, evict};

const ROUNDS: usize = 3;

fn main() {
    let desk = Desk::open(None, None).unwrap();
    let loaded = desk.load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("records/phuoc-long-2021"));
    let documents = desk.judge(&loaded, None, |scope, mut findings| {
        plan::documents(scope.unwrap(), &mut findings, &Selection::default())
    });
    let engine = &desk.engine;
    let (mut render, mut proof) = (Duration::ZERO, Duration::ZERO);
    for _ in 0..ROUNDS {
        evict(0);
        for document in documents.iter().filter(|document| !document.blocked) {
            let expected = hoso::output::expected(document);
            let job = Job {
                template: &document.template,
                data: &document.data,
                name: &document.path,
                expected,
                attached: None,
            };
            let start = Instant::now();
            let layout = engine.compile(&job).unwrap_or_else(|findings| panic!("{findings:?}"));
            engine.pdf(&job, &layout).unwrap_or_else(|findings| panic!("{findings:?}"));
            render += start.elapsed();
            let start = Instant::now();
            assert!(Proof::of(&layout.document, &document.data, expected).findings().is_empty());
            proof += start.elapsed();
        }
    }
    let papers = documents.len() * ROUNDS;
    let each = |time: Duration| time.as_secs_f64() * 1e3 / papers as f64;
    println!("{papers} papers, one thread: render {:.2} ms, proof {:.3} ms each", each(render), each(proof));
    println!("proof : render = {:.2} %", 100.0 * proof.as_secs_f64() / render.as_secs_f64());
}
