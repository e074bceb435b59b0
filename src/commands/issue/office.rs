//! One campaign's records, papers and lock, and a trial of what they would say.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::Value;

use crate::check::Scope;
use crate::commands::desk::Desk;
use crate::commands::issued;
use crate::finding::{Blocks, Finding};
use crate::lock::{LOCK_FILE, Lock, UNFINISHED};
use crate::output::write::{Standing, write_if_changed};
use crate::output::{self, Cache, Folder, Made};
use crate::plan::{Document, Selection};
use crate::record::load::{folder_name, shown};

/// One campaign's records, papers and lock.
pub(super) struct Office<'a> {
    pub desk: &'a Desk,
    pub records: &'a Path,
    pub folder: Folder,
}

/// A record as it would be with a number: which file, and its text.
pub(super) struct Draft<'d> {
    pub file: &'d str,
    pub text: &'d str,
}

impl Office<'_> {
    /// What the records would say with the number: the paper, and what stands in its way. `lock` is that of the records as they
    /// are, `trial` as it will be.
    pub fn try_out(
        &self,
        draft: &Draft,
        path: &str,
        (lock, trial): (&Lock, &Lock),
    ) -> Result<(Document, Vec<Finding>)> {
        let copy = tempfile::tempdir().context("không tạo được thư mục tạm")?;
        let folder = copy.path().join(folder_name(self.records));
        copy_records(self.records, &folder)
            .with_context(|| format!("không chép được {} ra thư mục tạm", shown(self.records)))?;
        fs::write(folder.join(draft.file), draft.text).context("không ghi được thư mục tạm")?;
        let (from, to) = (shown(&folder), shown(self.records));
        let (known, numbered): (Vec<String>, Vec<String>) = self.with(self.records, |scope, documents, _| {
            let altered = issued::changed((scope, &self.desk.engine), &mut documents.to_vec(), lock, false);
            let numbered = documents.iter().filter(|document| !document.draft).map(|document| document.path.clone());
            Ok((altered.into_iter().map(|finding| finding.message).collect(), numbered.collect()))
        })?;
        self.with(&folder, |scope, documents, findings| {
            let document = documents.iter().find(|document| document.path == path);
            let document = document.with_context(|| format!("không còn văn bản {path} khi có số"))?.clone();
            let shares = |other: &&Document| {
                let number = |document: &Document| document.data.pointer("/van_ban/so").cloned();
                other.path != path && other.kind == document.kind && !other.draft && number(other) == number(&document)
            };
            if let Some(other) = documents.iter().find(|other| shares(other) && !numbered.contains(&other.path)) {
                bail!("{path} và {} lấy số ở cùng một mục của bản ghi nên không cấp số riêng được", other.path)
            }
            let made = self.made(document.clone(), None)?;
            let about = |f: &&Finding| is_about(f, &document, scope);
            let stands = |f: &&Finding| f.waived.is_none() && (f.is_error() || f.blocks == Some(Blocks::Numbering));
            let unfinished = unfinished(scope, &document, &self.desk.placeholders);
            // A number that papers issued before would then cite comes too late for them.
            let altered = issued::changed((scope, &self.desk.engine), &mut documents.to_vec(), trial, false);
            let altered: Vec<Finding> = altered.into_iter().filter(|f| !known.contains(&f.message)).collect();
            let own = findings.iter().filter(about).chain(&made.findings).chain(&unfinished).chain(&altered);
            let mut blocking: Vec<Finding> = own.filter(stands).cloned().collect();
            if document.blocked && blocking.is_empty() {
                blocking = findings.iter().filter(|f| f.is_error()).cloned().collect();
            }
            for place in blocking.iter_mut().filter_map(|finding| finding.place.as_mut()) {
                place.path = place.path.replacen(&from, &to, 1).into();
            }
            if (document.blocked || document.draft) && blocking.is_empty() {
                bail!("văn bản {path} chưa đủ để cấp số; xem `hoso check`");
            }
            Ok((document, blocking))
        })
    }

    /// Makes a paper, into the folder where there is one.
    pub fn made(&self, document: Document, folder: Option<&Folder>) -> Result<Made> {
        let options = output::Options { jobs: 1, ..output::Options::default() };
        let made = output::build(&self.desk.engine, vec![document], folder, &Cache::default(), options, &|_| ());
        made.into_iter().next().ok_or_else(|| anyhow!("không lập được văn bản"))
    }

    /// Judged records with all their papers.
    pub fn with<T>(
        &self,
        records: &Path,
        then: impl FnOnce(&Scope, &[Document], &[Finding]) -> Result<T>,
    ) -> Result<T> {
        self.desk.judge(&self.desk.load(records), None, |scope, mut findings| {
            let scope = scope
                .with_context(|| format!("không đọc được bản ghi phong trào {}; xem `hoso check`", shown(records)))?;
            let documents = self.desk.documents(scope, &mut findings, &Selection::default());
            then(scope, &documents, &findings)
        })
    }

    /// The document of a paper, as the records have it.
    pub fn document(&self, paper: &str) -> Result<Option<Document>> {
        self.with(self.records, |_, documents, _| {
            Ok(documents.iter().find(|document| document.place() == paper).cloned())
        })
    }

    pub fn lock(&self) -> Result<Lock> {
        Lock::open(self.records).map_err(|finding| anyhow!("{finding}"))
    }

    pub fn write_lock(&self, lock: &Lock) -> Result<()> {
        self.write(LOCK_FILE, &lock.text())
    }

    pub fn write(&self, file: &str, text: &str) -> Result<()> {
        write_if_changed(self.records, Path::new(file), text.as_bytes(), &|| Standing::Ours)?;
        Ok(())
    }
}

/// Whether a finding is about a paper: about its unit's paper of that name, or about the meeting or the decision that it is
/// the paper of.
fn is_about(finding: &Finding, document: &Document, scope: &Scope) -> bool {
    if finding.unit == document.unit && finding.paper.as_deref() == Some(document.name.as_str()) {
        return true;
    }
    let pays = ["/khen_thuong/tong", "/tien_thuong/tong"].iter().any(|sum| document.data.pointer(sum).is_some());
    if pays && std::ptr::eq(finding.rule, &raw const crate::check::review::money::BASE) {
        return true;
    }
    let Some(sitting) = document.sitting.as_deref().filter(|_| finding.unit.is_none()) else { return false };
    let under = format!("{}/{sitting}", document.kind);
    match &finding.paper {
        Some(paper) => *paper == under,
        None => {
            let review = scope.loaded.review.as_ref();
            let sitting = review.and_then(|review| review.sitting(sitting));
            let decision = document.decision(scope.loaded);
            let is_of_review = crate::check::cost::is_of_review(finding, scope);
            is_of_review && sitting.is_some_and(|s| crate::check::cost::is_about(finding, s, decision, scope))
        }
    }
}

/// What still stands for something that nobody has filled in.
///
/// What counts as such is the campaign's to say; where it does not, `usual` does.
fn unfinished(scope: &Scope, document: &Document, usual: &[String]) -> Option<Finding> {
    let mut texts = Vec::new();
    gather(&document.data, &mut texts);
    if let Some(what) = blank(document) {
        let mut finding = Finding::new(&UNFINISHED, what).paper(&document.name);
        finding.unit.clone_from(&document.unit);
        finding.place = Some(issued::recorded(scope, document));
        return Some(finding);
    }
    let own = &scope.campaign.placeholders;
    let usual = usual.iter().filter(|_| own.at.is_none()).map(|pattern| (pattern.as_str(), None));
    let mut patterns = own.iter().map(|pattern| (pattern.value.as_str(), Some(pattern.at))).chain(usual);
    let (pattern, at, text) = patterns.find_map(|(pattern, at)| {
        let text = texts.iter().find(|text| !pattern.is_empty() && text.contains(pattern))?;
        Some((pattern, at, text.chars().take(SHOWN).collect::<String>()))
    })?;
    let message = format!("văn bản còn chỗ chưa điền `{pattern}`: “{text}”");
    let mut finding = Finding::new(&UNFINISHED, message).paper(&document.name);
    finding.unit.clone_from(&document.unit);
    finding.place = match at {
        Some(at) => scope.loaded.sources.place(at),
        None => Some(issued::recorded(scope, document)),
    };
    Some(finding)
}

/// What a paper prints as a blank while it is a draft: block, value in it, and what is then wrong.
const BLANKS: [(&str, &str, &str); 2] = [
    ("/khen_thuong", "/tong", "văn bản còn để trống tiền thưởng, vì bản ghi chưa đủ để tính (`tien_thuong`)"),
    ("/con_thieu", "/han/ngay", "văn bản còn để trống thời hạn bổ sung: ghi `han` cho công văn này"),
];

/// What a paper prints as a blank. A decision on awards without money has no sum.
fn blank(document: &Document) -> Option<&'static str> {
    let is_blank = |(block, value, _): &&(&str, &str, &str)| {
        let block = document.data.pointer(block);
        block.is_some_and(|block| block.pointer(value).and_then(Value::as_str) == Some("") && block["co_tien"] != false)
    };
    BLANKS.iter().find(is_blank).map(|(.., what)| *what)
}

/// Characters shown of a text.
const SHOWN: usize = 60;

fn gather<'d>(data: &'d Value, texts: &mut Vec<&'d str>) {
    match data {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Object(map) => map.values().for_each(|value| gather(value, texts)),
        _ => {}
    }
}

fn copy_records(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in walkdir::WalkDir::new(from).max_depth(2).follow_links(false).into_iter().flatten() {
        let target: PathBuf = to.join(entry.path().strip_prefix(from).unwrap_or_else(|_| Path::new("")));
        let is_record = || entry.path().extension().is_some_and(|ending| ending == "yaml" || ending == "md");
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else if entry.file_type().is_file() && (is_record() || entry.file_name() == LOCK_FILE) {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
