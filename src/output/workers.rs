//! Own worker threads with large stacks and a shared queue.
//!
//! Not rayon over documents: Typst uses rayon inside, and a rayon worker that waits steals the next
//! document, recurses, and overflows its stack.

use std::cmp::Reverse;
use std::panic;
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;

use serde_json::Value;

use super::cache::{Cache, Entry, Stamp};
use super::certificate::certificate;
use super::folder::Folder;
use super::write::Wrote;
use super::{CRASHED, Made, OTHER_VERSION, Status, UNWRITABLE};
use crate::digest::sha256;
use crate::finding::{Finding, Place};
use crate::plan::Document;
use crate::render::{self, Attached, Engine, Job};

/// Stack of a worker, in bytes: Typst recurses deeply in nested content.
pub const STACK: usize = 32 * 1024 * 1024;
/// Name of every worker thread.
pub const WORKER: &str = "hoso-lap";

/// How to build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Worker threads, at least 1.
    pub jobs: usize,
    /// Also keep the generated Typst source beside each PDF.
    pub keep_typ: bool,
    /// Also write what was measured on its pages beside each PDF.
    pub certificate: bool,
    /// Also put the data itself into each PDF.
    pub attach_data: bool,
    /// All papers of the campaign are asked for: nothing is remembered of others.
    pub whole: bool,
}

impl Options {
    /// Endings of the names of the files that a paper has.
    pub(super) fn endings(self) -> Vec<&'static str> {
        let beside = [(self.keep_typ, TYP), (self.certificate, CERTIFICATE)];
        [PDF].into_iter().chain(beside.into_iter().filter(|(asked, _)| *asked).map(|(_, ending)| ending)).collect()
    }
}

const PDF: &str = ".pdf";
const TYP: &str = ".typ";
const CERTIFICATE: &str = ".the-thuc.json";

/// For how many papers more Typst remembers what a paper was set from: those that are being set meanwhile, and two more.
/// Fewer cost time, more cost memory (docs/performance.md).
pub fn kept(jobs: usize) -> usize {
    jobs + 1
}

/// Told after every document.
pub type Progress<'a> = &'a (dyn Fn(&Made) + Sync);

/// Renders all documents and writes them into the campaign's folder, or only renders them where there is none; what lies
/// there already as it would be written, as far as `cache` tells, is left alone. The result is in the order of `documents`.
pub fn build(
    engine: &Engine,
    documents: Vec<Document>,
    folder: Option<&Folder>,
    cache: &Cache,
    options: Options,
    progress: Progress,
) -> Vec<Made> {
    let bench = Bench { engine, folder, options, cache };
    // The longest first: a long one begun last would keep one thread at work alone.
    let mut queue: Vec<(usize, Document)> = documents.into_iter().enumerate().collect();
    queue.sort_by_cached_key(|(_, document)| Reverse(weight(&document.data)));
    let queue = Mutex::new(queue.into_iter());
    let done = Mutex::new(Vec::new());
    // Every second worker begins with the shortest, so that not all hold a long one at a time.
    let work = |worker: usize| {
        loop {
            let mut queue = queue.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let next = if worker.is_multiple_of(2) { queue.next() } else { queue.next_back() };
            drop(queue);
            let Some((index, document)) = next else { break };
            let (made, rendered) = bench.make(document);
            if rendered {
                // A failure may leave much behind that nothing will use again.
                render::evict(if made.status == Status::Failed { 0 } else { kept(options.jobs) });
            }
            progress(&made);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, made));
        }
    };
    thread::scope(|scope| {
        let spawn = |n: usize| {
            let builder = thread::Builder::new().name(WORKER.to_owned()).stack_size(STACK);
            builder.spawn_scoped(scope, move || work(n)).is_ok()
        };
        let running = (0..options.jobs.max(1)).filter(|n| spawn(*n)).count();
        if running == 0 {
            // No thread could be had: the work is done here.
            work(0);
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, made)| made).collect()
}

/// Does work of the engine on a thread with as much stack as it may take; none where it fell over.
pub fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let builder = thread::Builder::new().name(WORKER.to_owned()).stack_size(STACK);
        builder.spawn_scoped(scope, work).ok()?.join().ok()
    })
}

/// How long a paper is, roughly: the bytes of all its texts.
fn weight(data: &Value) -> usize {
    match data {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(map) => map.values().map(weight).sum(),
        _ => 0,
    }
}

/// What every worker has at hand.
struct Bench<'a> {
    engine: &'a Engine,
    folder: Option<&'a Folder>,
    options: Options,
    cache: &'a Cache,
}

impl Bench<'_> {
    /// Makes a paper, unless it lies there as it would be made; also whether the engine was at work.
    fn make(&self, document: Document) -> (Made, bool) {
        let data_sha256 = sha256(document.data.to_string().as_bytes());
        let mut made = Made {
            document,
            status: Status::Failed,
            sha256: None,
            data_sha256,
            pages: None,
            findings: Vec::new(),
            entry: None,
            unwritable: false,
        };
        if made.document.blocked {
            return (made, false);
        }
        let (template, data) = (made.document.template.clone(), made.document.data.take());
        let name = made.document.place().to_owned();
        let expected = super::expected(&made.document);
        let bare = Job { template: &template, data: &data, name: &name, expected, attached: None };
        let issued = self.folder.and_then(|folder| folder.issued(&made.document.path)).map(str::to_owned);
        // What has been issued went out without its data.
        let with_data = self.options.attach_data && issued.is_none();
        let campaign = self.folder.map(Folder::campaign);
        let named = campaign.map(|campaign| (campaign, with_data));
        let fingerprint = self.engine.fingerprint(&bare, &made.data_sha256, named).unwrap_or_default();
        let endings = self.options.endings();
        let fresh =
            self.folder.and_then(|folder| self.cache.fresh(folder, &made.document.path, &fingerprint, &endings));
        let is_kept = |entry: &&Entry| issued.as_ref().is_none_or(|sha256| *sha256 == entry.sha256);
        if let Some(entry) = fresh.filter(is_kept) {
            made.status = Status::Unchanged;
            made.sha256 = Some(entry.sha256.clone());
            made.pages = Some(entry.pages);
            made.entry = Some(entry.clone());
            return (made, false);
        }
        let origin = campaign.and_then(|campaign| self.engine.origin(&bare, campaign));
        let attached = origin.map(|origin| Attached { origin, with_data });
        self.render(&Job { attached: attached.as_ref(), ..bare }, &mut made);
        if let (Some(folder), [], Some(sha256), Some(pages)) =
            (self.folder, made.findings.as_slice(), &made.sha256, made.pages)
        {
            let stamp =
                |ending: &&str| Some((ending.to_string(), Stamp::of(&folder.path(&format!("{name}{ending}")))?));
            let files = endings.iter().filter_map(stamp).collect();
            let (unit, nominee) = (made.document.unit.clone(), made.document.nominee.clone());
            let (kind, path) = (made.document.kind.clone(), made.document.path.clone());
            made.entry = Some(Entry { unit, kind, nominee, path, fingerprint, sha256: sha256.clone(), pages, files });
        }
        self.address(&mut made);
        (made, true)
    }

    fn render(&self, job: &Job, made: &mut Made) {
        let name = job.name;
        // One paper that brings the engine down must not take the others with it.
        let rendered = panic::catch_unwind(panic::AssertUnwindSafe(|| self.engine.render(job))).unwrap_or_else(|_| {
            Err(vec![Finding::new(&CRASHED, format!("bộ dàn trang dừng đột ngột khi lập {name}"))])
        });
        match rendered {
            Ok(pdf) => {
                made.pages = Some(pdf.pages);
                made.sha256 = Some(sha256(&pdf.bytes));
                made.findings = pdf.findings;
                let typ = || format!("{}\n// hoso {}\n", pdf.typ.trim_end(), env!("CARGO_PKG_VERSION"));
                let beside = [
                    self.options.keep_typ.then(|| (TYP, typ())),
                    self.options.certificate.then(|| (CERTIFICATE, certificate(made, &pdf.proof))),
                ];
                match self.folder {
                    Some(folder)
                        if folder.issued(&made.document.path).is_some_and(|s| made.sha256.as_deref() != Some(s)) =>
                    {
                        keep(made, folder);
                    }
                    Some(folder) => lay_down(made, &pdf.bytes, beside.into_iter().flatten().collect(), folder),
                    None => made.status = Status::Unchanged,
                }
            }
            Err(findings) => made.findings = findings,
        }
    }

    /// Says of which paper its findings speak.
    fn address(&self, made: &mut Made) {
        for finding in &mut made.findings {
            finding.unit.clone_from(&made.document.unit);
            finding.paper = Some(made.document.name.clone());
            if finding.measured.is_some() {
                let path = &made.document.path;
                let path = self.folder.map_or_else(|| PathBuf::from(path), |folder| folder.path(path));
                finding.place = Some(Place::file(crate::record::load::shown(&path)));
            }
        }
    }
}

/// Leaves a paper as it was issued that would now come out otherwise, though its data is the same.
fn keep(made: &mut Made, folder: &Folder) {
    let path = made.document.path.clone();
    let (there, end) = match folder.holds_issued(&path) {
        true => (Status::Unchanged, "tệp đã cấp số được giữ nguyên"),
        false => (Status::Failed, "tệp đã cấp số không còn ở đây, cần lấy lại từ nơi lưu"),
    };
    let message =
        format!("văn bản đã cấp số, nay lập lại thì khác vì chương trình, bản mẫu hoặc phông chữ đã đổi; {end}");
    made.findings
        .push(Finding::new(&OTHER_VERSION, message).at(Place::file(crate::record::load::shown(&folder.path(&path)))));
    made.status = there;
    made.sha256 = folder.issued(&path).filter(|_| there == Status::Unchanged).map(str::to_owned);
    made.pages = made.pages.filter(|_| there == Status::Unchanged);
}

/// Writes the PDF, and beside it what else was asked for, under the same name with another ending.
fn lay_down(made: &mut Made, bytes: &[u8], beside: Vec<(&'static str, String)>, folder: &Folder) {
    let path = made.document.path.clone();
    let stem = made.document.place().to_owned();
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
