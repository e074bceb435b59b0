//! `hoso verify`: whether PDF files are the papers that the records make.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};

use super::Exit;
use super::desk::Desk;
use crate::cli::{Format, Verify, answer};
use crate::digest;
use crate::lock::{Entry, Lock};
use crate::output;
use crate::plan::{Document, Selection};
use crate::record::load::{folder_name, shown};
use crate::render::Origin;
use crate::report::verdict::{self, Issued, Likeness, Row};
use crate::report::{Style, text};
use crate::verify::{self, Examined, Foreign, Recorded, Verdict};

/// Largest file that is read, in bytes: papers take some hundred thousand, scans some million.
const MOST: u64 = 64 << 20;

/// Runs the command.
pub fn run(args: &Verify, records: &Path, style: Style) -> Result<Exit> {
    let desk = Desk::open(args.templates.as_deref(), args.font_dir.as_deref())?;
    // Without records a file may still be proved by the data in it.
    let folders = Desk::campaigns(None, records).unwrap_or_default();
    let locks = locks(&folders)?;
    let selection = Selection { by: args.den_ngay, ..Selection::default() };
    let mut shelf = Shelf { desk: &desk, folders, selection, campaigns: BTreeMap::new() };
    let mut rows = Vec::new();
    let all = || issued(&locks).map(|(campaign, entry)| place(args, campaign, entry)).collect();
    let files: Vec<PathBuf> = if args.files.is_empty() { all() } else { args.files.clone() };
    for path in &files {
        if args.files.is_empty() && !path.exists() {
            let found = issued(&locks).find(|(campaign, entry)| place(args, campaign, entry) == *path);
            let issued = found.map(|(_, entry)| Issued::new(entry, Likeness::Other));
            let examined = Examined { origin: None, verdict: Verdict::Foreign(Foreign::Missing) };
            rows.push(Row { path: shown(path), examined, issued });
            continue;
        }
        let bytes = read(path)?;
        shelf.open(&bytes);
        let campaigns = &shelf.campaigns;
        let recorded = |origin: &Origin| find(campaigns, origin);
        let examined = output::aside(|| verify::examine(&desk.engine, &bytes, recorded));
        let examined = examined
            .with_context(|| format!("bộ dàn trang dừng đột ngột khi lập lại văn bản để đối chiếu {}", named(path)))?;
        let issued = told(&locks, &bytes, examined.origin.as_ref());
        rows.push(Row { path: shown(path), examined, issued });
    }
    match args.format {
        Format::Json => answer(&verdict::json(&rows))?,
        Format::Human => answer(&verdict::human(&rows, &style))?,
    }
    Ok(if rows.iter().all(Row::is_sound) { Exit::Sound } else { Exit::Findings })
}

/// The lock of each campaign, by its code.
type Locks = BTreeMap<String, Lock>;

fn locks(folders: &[PathBuf]) -> Result<Locks> {
    let lock = |folder: &PathBuf| {
        let lock = Lock::open(folder).map_err(|finding| anyhow!("{finding}"))?;
        Ok((folder_name(folder), lock))
    };
    folders.iter().map(lock).collect()
}

/// Every paper that has been issued: its campaign and its entry.
fn issued(locks: &Locks) -> impl Iterator<Item = (&String, &Entry)> {
    locks.iter().flat_map(|(campaign, lock)| lock.papers().map(move |(entry, _)| (campaign, entry)))
}

/// What the locks say of a file: the paper whose PDF or signed copy it is, else the one that it says it is.
fn told(locks: &Locks, bytes: &[u8], origin: Option<&Origin>) -> Option<Issued> {
    let (whole, first) = (digest::sha256(bytes), digest::sha256(output::first_writing(bytes)));
    let is_pdf = |entry: &Entry| entry.made.as_ref().is_some_and(|made| made.pdf == first);
    let find = |is: &dyn Fn(&String, &Entry) -> bool| issued(locks).find(|(campaign, entry)| is(campaign, entry));
    let told = |likeness| move |(_, entry)| Issued::new(entry, likeness);
    let signed = find(&|_, entry| entry.signed.contains(&whole)).map(told(Likeness::Signed));
    let same = || find(&|_, entry| is_pdf(entry)).map(told(Likeness::Same));
    let named = || {
        let origin = origin?;
        let is = |campaign: &String, entry: &Entry| *campaign == origin.campaign && entry.paper == origin.paper;
        find(&is).map(told(Likeness::Other))
    };
    signed.or_else(same).or_else(named)
}

/// Where an issued paper lies.
fn place(args: &Verify, campaign: &str, entry: &Entry) -> PathBuf {
    args.output.join(campaign).join(format!("{}.pdf", entry.paper))
}

/// The papers of each campaign that some file named, by their places.
type Campaigns = BTreeMap<String, BTreeMap<String, Document>>;

struct Shelf<'a> {
    desk: &'a Desk,
    folders: Vec<PathBuf>,
    selection: Selection,
    campaigns: Campaigns,
}

impl Shelf<'_> {
    /// Plans the campaign that a file says it is of, unless that was done. Its name is compared, never made a path of.
    fn open(&mut self, bytes: &[u8]) {
        let Some(origin) = verify::origin(bytes) else { return };
        let is_named = |folder: &&PathBuf| folder_name(folder) == origin.campaign;
        let Some(folder) = self.folders.iter().find(is_named) else { return };
        let planned = || {
            self.desk.judge(&self.desk.load(folder), None, |scope, mut findings| {
                let documents = scope.map(|scope| self.desk.documents(scope, &mut findings, &self.selection));
                let placed = documents.into_iter().flatten().map(|document| (document.path.clone(), document));
                placed.collect::<BTreeMap<_, _>>()
            })
        };
        self.campaigns.entry(origin.campaign).or_insert_with(planned);
    }
}

fn find<'a>(campaigns: &'a Campaigns, origin: &Origin) -> Option<Recorded<'a>> {
    let document = campaigns.get(&origin.campaign)?.get(&format!("{}.pdf", origin.paper))?;
    Some(Recorded { template: &document.template, data: &document.data })
}

/// The bytes of a file that somebody hands over.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let meta = path.metadata().ok().filter(std::fs::Metadata::is_file);
    let Some(meta) = meta else { bail!("không có tệp {}", named(path)) };
    if meta.len() > MOST {
        bail!("tệp {} lớn quá {} MB nên không đối chiếu", named(path), MOST >> 20);
    }
    std::fs::read(path).ok().with_context(|| format!("không đọc được tệp {}; kiểm tra quyền đọc", named(path)))
}

fn named(path: &Path) -> String {
    text::printable(&shown(path)).replace('\n', "␊")
}
