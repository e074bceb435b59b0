//! Own worker threads with large stacks and a shared queue.
//!
//! Not rayon over documents: Typst uses rayon inside, and a rayon worker that waits steals the next
//! document, recurses, and overflows its stack.

use std::panic;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::certificate::certificate;
use super::folder::Folder;
use super::write::Wrote;
use super::{CRASHED, Made, Status, UNWRITABLE, sha256};
use crate::finding::{Finding, Place};
use crate::plan::Document;
use crate::render::{self, Engine, Job};

/// Stack of a worker, in bytes: Typst recurses deeply in nested content.
const STACK: usize = 32 * 1024 * 1024;
/// Name of every worker thread.
pub const WORKER: &str = "hoso-lap";
/// Documents after which Typst's memory is emptied; keeps memory flat at no loss of speed.
const EVICT_EVERY: usize = 32;

/// How to build.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Worker threads, at least 1.
    pub jobs: usize,
    /// Also keep the generated Typst source beside each PDF.
    pub keep_typ: bool,
    /// Also write what was measured on its pages beside each PDF.
    pub certificate: bool,
}

/// Told after every document.
pub type Progress<'a> = &'a (dyn Fn(&Made) + Sync);

/// Renders all documents and writes them into the campaign's folder, or only renders them where there is none;
/// the result is in the order of `documents`.
pub fn build(
    engine: &Engine,
    documents: Vec<Document>,
    folder: Option<&Folder>,
    options: Options,
    progress: Progress,
) -> Vec<Made> {
    if let Some(folder) = folder {
        folder.sweep(documents.iter().map(|document| document.path.as_str()));
    }
    let queue = Mutex::new(documents.into_iter().enumerate());
    let done = Mutex::new(Vec::new());
    let count = AtomicUsize::new(0);
    let work = || {
        loop {
            let next = queue.lock().unwrap_or_else(std::sync::PoisonError::into_inner).next();
            let Some((index, document)) = next else { break };
            let made = make(engine, document, folder, options);
            if count.fetch_add(1, Ordering::Relaxed) % EVICT_EVERY == EVICT_EVERY - 1 || made.status == Status::Failed {
                render::evict();
            }
            progress(&made);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, made));
        }
    };
    thread::scope(|scope| {
        let spawn =
            |_| thread::Builder::new().name(WORKER.to_owned()).stack_size(STACK).spawn_scoped(scope, work).is_ok();
        let running = (0..options.jobs.max(1)).filter(|n| spawn(*n)).count();
        if running == 0 {
            // No thread could be had: the work is done here.
            work();
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, made)| made).collect()
}

fn make(engine: &Engine, document: Document, folder: Option<&Folder>, options: Options) -> Made {
    let data_sha256 = sha256(document.data.to_string().as_bytes());
    let mut made = Made {
        document,
        status: Status::Failed,
        sha256: None,
        data_sha256,
        pages: None,
        findings: Vec::new(),
        unwritable: false,
    };
    if made.document.blocked {
        return made;
    }
    let name = made.document.path.trim_end_matches(".pdf").to_owned();
    let expected = super::expected(&made.document);
    let job = Job { template: &made.document.template, data: &made.document.data, name: &name, expected };
    // One paper that brings the engine down must not take the others with it.
    let rendered = panic::catch_unwind(panic::AssertUnwindSafe(|| engine.render(&job)))
        .unwrap_or_else(|_| Err(vec![Finding::new(&CRASHED, format!("bộ dàn trang dừng đột ngột khi lập {name}"))]));
    match rendered {
        Ok(pdf) => {
            made.pages = Some(pdf.pages);
            made.sha256 = Some(sha256(&pdf.bytes));
            made.findings = pdf.findings;
            let beside = [
                options
                    .keep_typ
                    .then(|| (".typ", format!("{}\n// hoso {}\n", pdf.typ.trim_end(), env!("CARGO_PKG_VERSION")))),
                options.certificate.then(|| (".the-thuc.json", certificate(&made, &pdf.proof))),
            ];
            match folder {
                Some(folder) => lay_down(&mut made, &pdf.bytes, beside.into_iter().flatten().collect(), folder),
                None => made.status = Status::Unchanged,
            }
        }
        Err(findings) => made.findings = findings,
    }
    for finding in &mut made.findings {
        finding.unit.clone_from(&made.document.unit);
        finding.paper = Some(made.document.name.clone());
        if finding.measured.is_some() {
            let path = &made.document.path;
            let path = folder.map_or_else(|| PathBuf::from(path), |folder| folder.path(path));
            finding.place = Some(Place::file(crate::record::load::shown(&path)));
        }
    }
    made
}

/// Writes the PDF, and beside it what else was asked for, under the same name with another ending.
fn lay_down(made: &mut Made, bytes: &[u8], beside: Vec<(&'static str, String)>, folder: &Folder) {
    let path = made.document.path.clone();
    let stem = path.trim_end_matches(".pdf");
    let written = folder.write(&path, bytes).and_then(|wrote| {
        for (ending, text) in beside {
            folder.write(&format!("{stem}{ending}"), text.as_bytes())?;
        }
        Ok(wrote)
    });
    match written {
        Ok(Wrote::Same) => made.status = Status::Unchanged,
        Ok(_) => made.status = Status::Built,
        Err(error) => {
            let place = Place::file(crate::record::load::shown(&folder.path(&path)));
            made.findings.push(Finding::new(&UNWRITABLE, error.to_string()).at(place));
            made.unwritable = true;
            // Nothing is there that these could be of.
            (made.sha256, made.pages) = (None, None);
        }
    }
}
