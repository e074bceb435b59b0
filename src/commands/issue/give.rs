//! A paper gets its number, perhaps in place of one that was issued.
//!
//! In this order: the lock says that it is being issued, the file of the paper that it replaces is set aside, the record takes
//! number and day, the PDF is written, the lock says that it is done. A run that was killed is completed or undone by the next:
//! where the record has the number it was given.

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::Issued;
use super::numbers::{number, padded, plain};
use super::office::{Draft, Office};
use super::place::{place, refusal, wanted};
use crate::cli::{Action, Issue};
use crate::lock::{End, Entry, Lock, Making, Parts, State};
use crate::output::write::is_temporary;
use crate::plan::{self, Document, register};
use crate::record::load::shown;
use crate::record::splice::{Given, splice};
use crate::render::Origin;

impl Office<'_> {
    /// Gives a paper its number and day.
    pub fn give(&self, args: &Issue) -> Result<Issued> {
        let lock = self.lock()?;
        let (document, place, number) = self.with(self.records, |scope, documents, _| {
            let document = wanted(documents, args)?;
            let kept = kept(document, &lock, args);
            let number = number(scope, document, args, kept.as_deref(), &lock)?;
            Ok((document.clone(), place(scope, document)?, number))
        })?;
        let (paper, day) = (document.place().to_owned(), args.day());
        let old = lock.get(&paper).cloned();
        if let Some(entry) = &old {
            let is_same = (&entry.number, entry.day) == (&padded(&number), day);
            if entry.state == State::Issued && is_same && (args.action() == Action::Give || entry.replaces.is_some()) {
                return Ok(Issued::done(entry.clone()));
            }
            refuse_other(entry, &number, args)?;
        } else if args.action() == Action::Replace {
            bail!(
                "văn bản {paper} chưa được cấp số nên chưa có gì để thay thế; cấp số bình thường, không cần --replace"
            )
        }
        let file = self.records.join(&place.file);
        let text = fs::read_to_string(&file).ok().with_context(|| format!("không đọc được {}", shown(&file)))?;
        let replaced = old.clone().filter(|_| args.action() == Action::Replace);
        let cited = replaced.as_ref().filter(|_| place.tells_replaced).map(cited);
        let date = day.to_string();
        let given = Given { number: &number, day: &date, replaces: replaced.as_ref().map(|_| cited.as_deref()) };
        let spliced = splice(&text, &place.steps(), given).map_err(|why| refusal(why, &shown(&file), given))?;
        let mut trial = lock.clone();
        let former = replaced.map(|old| set_aside(&mut trial, old));
        let draft = Draft { file: &place.file, text: &spliced };
        let (tried, findings) = self.try_out(&draft, &document.path, (&lock, &trial))?;
        if !findings.is_empty() {
            return Ok(Issued::Refused(findings));
        }
        let mut lock = trial;
        let reserved = old.filter(|entry| entry.state == State::Reserved).map(|entry| entry.day);
        lock.put(Entry { replaces: former, reserved, ..begun(&tried, &number, args) });
        self.write_lock(&lock)?;
        self.clear(&lock, &paper)?;
        self.write(&place.file, &spliced)?;
        self.complete(&mut lock, &paper)?;
        let entry = lock.get(&paper).cloned().context("mục vừa ghi không còn trong hoso.lock")?;
        Ok(Issued::done(entry))
    }

    /// Completes what a run that was killed had begun, or takes it back where the record has no number yet.
    pub fn finish(&self) -> Result<()> {
        for entry in walkdir::WalkDir::new(self.records).max_depth(2).follow_links(false).into_iter().flatten() {
            if entry.file_type().is_file() && is_temporary(&entry.file_name().to_string_lossy()) {
                // One that cannot be removed does no harm.
                let _ = fs::remove_file(entry.path());
            }
        }
        let mut lock = self.lock()?;
        let pending: Vec<Entry> = lock.iter().filter(|entry| entry.state == State::Issuing).cloned().collect();
        for entry in pending {
            let document = self.document(&entry.paper)?;
            let number = document.as_ref().and_then(|document| document.data.pointer("/van_ban/so")?.as_str());
            match number == Some(entry.number.as_str()) {
                true => self.complete(&mut lock, &entry.paper)?,
                false => self.undo(&mut lock, entry)?,
            }
        }
        Ok(())
    }

    /// Everything as it was before a number was given.
    fn undo(&self, lock: &mut Lock, entry: Entry) -> Result<()> {
        lock.remove(&entry.paper);
        if let Some(former) = entry.replaces.as_deref().and_then(|former| lock.remove(former)) {
            self.folder.bring_back(&former.paper, &entry.paper)?;
            lock.put(Entry { paper: entry.paper.clone(), ..former });
        } else if let Some(day) = entry.reserved {
            lock.put(Entry { state: State::Reserved, day, reserved: None, ..entry });
        }
        self.write_lock(lock)
    }

    /// Sets the file aside of the paper that one replaces, unless that was done.
    fn clear(&self, lock: &Lock, paper: &str) -> Result<()> {
        let former = lock.get(paper).and_then(|entry| lock.get(entry.replaces.as_deref()?));
        if let Some((former, made)) = former.and_then(|former| Some((former, former.made.as_ref()?))) {
            self.folder.set_aside(paper, &former.paper, &made.pdf)?;
        }
        Ok(())
    }

    /// The PDF, then the last word of the lock.
    fn complete(&self, lock: &mut Lock, paper: &str) -> Result<()> {
        self.clear(lock, paper)?;
        let document = self.document(paper)?.with_context(|| format!("bản ghi không còn văn bản {paper}"))?;
        let made = self.made(document, Some(&self.folder))?;
        let origin =
            fs::read(self.folder.path(&made.document.path)).ok().and_then(|bytes| crate::verify::origin(&bytes));
        let (Some(pdf), Some(origin)) = (made.sha256, origin) else {
            let why = made.findings.first().map_or_else(String::new, |finding| format!(": {}", finding.message));
            bail!("chưa ghi được tệp của văn bản {paper}{why}; chạy lại lệnh này để cấp số cho xong");
        };
        let parts = Parts::of(&origin.parts);
        let Origin { data_sha256: data, template_sha256: template, fonts_sha256: fonts, program, version, .. } = origin;
        let entry = lock.get(paper).cloned().context("mục đang cấp không còn trong hoso.lock")?;
        if let Some(former) = entry.replaces.as_deref().and_then(|former| lock.remove(former)) {
            let (by, day) = (Some(entry.title()), entry.day);
            // What was withdrawn before stays so, and tells besides what came in its place.
            lock.put(match former.end.clone() {
                Some(end) => Entry { end: Some(End { by, ..end }), ..former },
                None => Entry { state: State::Replaced, end: Some(End { day, by, reason: None }), ..former },
            });
        }
        let made = Some(Making { pdf, data, parts, template, fonts, program, version });
        lock.put(Entry { state: State::Issued, made, ..entry });
        self.write_lock(lock)
    }
}

/// The number that is a paper's own already.
fn kept(document: &Document, lock: &Lock, args: &Issue) -> Option<String> {
    let entry = lock.get(document.place());
    let replaced = args.action() == Action::Replace;
    let of_lock = entry.filter(|entry| !replaced || entry.replaces.is_some() && entry.day == args.day());
    let recorded = || document.data.pointer("/van_ban/so").and_then(Value::as_str).filter(|_| !replaced);
    let number = of_lock.map(|entry| entry.number.as_str()).or_else(recorded)?;
    Some(plain(number).to_owned()).filter(|number| !number.is_empty())
}

/// Refuses to give a number to a paper that has one, or for which another is kept.
fn refuse_other(entry: &Entry, number: &str, args: &Issue) -> Result<()> {
    let Entry { paper, .. } = entry;
    let title = format!("{} {}", entry.title(), plan::day_in_words(entry.day));
    match (entry.state, args.action()) {
        (State::Reserved, Action::Replace) => bail!("văn bản {paper} mới được giữ số {}, chưa được cấp", entry.number),
        (State::Reserved, _) if entry.number != padded(number) => {
            bail!("số {} đã giữ cho văn bản {paper}: dùng số ấy, hoặc hủy số ấy (--void) trước", entry.number)
        }
        (State::Issued, Action::Give) => bail!("văn bản {paper} đã cấp số {title}; văn bản thay thế thì nêu --replace"),
        (State::Withdrawn, Action::Give) => {
            bail!("văn bản {paper} số {title} đã bị thu hồi; văn bản thay thế thì nêu --replace")
        }
        (State::Issued | State::Withdrawn, _) if args.day() < entry.day => {
            bail!("văn bản thay thế không thể có ngày trước văn bản bị thay thế ({title})")
        }
        (State::Issued | State::Withdrawn, _) if entry.number == padded(number) => {
            bail!("văn bản thay thế phải có số của nó, khác số {title} của văn bản bị thay thế")
        }
        _ => Ok(()),
    }
}

/// Moves the entry of a paper to where it is only remembered; its state is told once the other paper is there.
fn set_aside(lock: &mut Lock, old: Entry) -> String {
    let former = lock.former(&old.paper, &old.number, old.day);
    lock.remove(&old.paper);
    lock.put(Entry { paper: former.clone(), ..old });
    former
}

/// A paper as a record says that it is replaced.
fn cited(entry: &Entry) -> String {
    format!("{{so: {}, ky_hieu: {}, ngay: {}}}", plain(&entry.number), entry.symbol, entry.day)
}

/// The entry of a paper that is being issued.
pub(super) fn begun(document: &Document, number: &str, args: &Issue) -> Entry {
    let symbol = document.data.pointer("/van_ban/ky_hieu").and_then(Value::as_str).unwrap_or_default().to_owned();
    let (subject, signer) = register::told(document);
    Entry {
        paper: document.place().to_owned(),
        number: padded(number),
        symbol,
        day: args.day(),
        state: State::Issuing,
        book: document.book.clone(),
        subject,
        signer,
        reserved: None,
        replaces: None,
        end: None,
        made: None,
        signed: Vec::new(),
    }
}
