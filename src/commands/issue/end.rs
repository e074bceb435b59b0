//! Numbers that are kept, given up or withdrawn, and signed copies: the lock alone is written, in one stroke.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::Issued;
use super::give::begun;
use super::numbers::{is_free, number, padded, plain};
use super::office::Office;
use super::place::wanted;
use crate::cli::Issue;
use crate::commands::verify::read;
use crate::digest::sha256;
use crate::finding::Finding;
use crate::lock::{End, Entry, KEPT, Lock, State};
use crate::output::first_writing;
use crate::plan;
use crate::record::load::shown;
use crate::verify;

impl Office<'_> {
    /// Keeps a number for a paper.
    pub fn reserve(&self, args: &Issue) -> Result<Issued> {
        let mut lock = self.lock()?;
        let (entry, is_free) = self.with(self.records, |scope, documents, _| {
            let document = wanted(documents, args)?;
            let paper = document.place();
            let own = lock.get(paper).filter(|own| own.state == State::Reserved);
            if let Some(own) = lock.get(paper).filter(|own| own.state != State::Reserved) {
                bail!("văn bản {paper} đã cấp số {}: không cần giữ số", own.title())
            }
            if !document.draft {
                bail!("bản ghi của {paper} đã có số: không cần giữ số")
            }
            let kept = own.map(|own| plain(&own.number));
            let number = number(scope, document, args, kept, &lock)?;
            if let Some(own) = own {
                if own.number != padded(&number) {
                    bail!("số {} đã giữ cho văn bản {paper}: hủy số ấy (--void) trước khi giữ số khác", own.number)
                }
                return Ok((own.clone(), true));
            }
            let is_free = is_free(scope, document, &number, args, &lock);
            Ok((Entry { state: State::Reserved, ..begun(document, &number, args) }, is_free))
        })?;
        if !is_free {
            return Ok(taken(&entry));
        }
        lock.put(entry.clone());
        self.write_lock(&lock)?;
        Ok(Issued::done(entry))
    }

    /// Gives a number up that was kept for a paper, or that was lost without one.
    pub fn void(&self, args: &Issue) -> Result<Issued> {
        let mut lock = self.lock()?;
        let said = args.so.as_deref().map(padded);
        let is_said = |entry: &&Entry| said.as_ref().is_none_or(|said| *said == entry.number);
        let end = Some(End { day: args.day(), by: None, reason: args.ly_do.clone() });
        let gone = |lock: &mut Lock, entry: Entry| {
            let paper = lock.former(&entry.paper, &entry.number, entry.day);
            // No paper has it, so there is nothing to tell of one.
            let entry = Entry { paper, state: State::Void, end: end.clone(), subject: None, signer: None, ..entry };
            lock.put(entry.clone());
            entry
        };
        let entry = match self.entry(&lock, args)? {
            Some(own) if own.state == State::Reserved && is_said(&&own) => {
                if args.day() < own.day {
                    bail!("số {} được giữ từ {}, không thể hủy trước ngày ấy", own.number, plan::day_in_words(own.day))
                }
                lock.remove(&own.paper);
                gone(&mut lock, own)
            }
            Some(own) if said.is_some() && is_said(&&own) => bail!(
                "số {} đã cấp cho văn bản {}: số đã cấp thì không hủy; văn bản sai thì thay thế (--replace) hoặc thu hồi (--withdraw)",
                own.title(),
                own.paper
            ),
            own => {
                let number = args.so.as_deref().context("nêu --so: số cần hủy")?;
                let (begun, is_free) = self.with(self.records, |scope, documents, _| {
                    let document = wanted(documents, args)?;
                    let is_free = is_free(scope, document, number, args, &lock);
                    Ok((begun(document, number, args), is_free))
                })?;
                let paper = own.map_or_else(|| begun.paper.clone(), |own| own.of().to_owned());
                let done = lock.iter().find(|old| {
                    old.state == State::Void && old.of() == paper && old.number == begun.number && old.day == begun.day
                });
                match done {
                    Some(done) => return Ok(Issued::done(done.clone())),
                    None if !is_free => return Ok(taken(&begun)),
                    None => gone(&mut lock, begun),
                }
            }
        };
        self.write_lock(&lock)?;
        Ok(Issued::done(entry))
    }

    /// Enters that a paper was withdrawn.
    pub fn withdraw(&self, args: &Issue) -> Result<Issued> {
        let mut lock = self.lock()?;
        let entry = self.issued(&lock, args)?;
        let title = format!("{} {}", entry.title(), plan::day_in_words(entry.day));
        let day = args.day();
        match (&entry.end, entry.state) {
            (Some(end), State::Withdrawn) if end.day == day => return Ok(Issued::done(entry)),
            (Some(end), State::Withdrawn) => {
                bail!("văn bản {} số {title} đã thu hồi {}", entry.paper, plan::day_in_words(end.day))
            }
            _ if day < entry.day => bail!("văn bản số {title} không thể bị thu hồi trước ngày ban hành"),
            _ => {}
        }
        let end = Some(End { day, by: None, reason: args.ly_do.clone() });
        let entry = Entry { state: State::Withdrawn, end, ..entry };
        lock.put(entry.clone());
        self.write_lock(&lock)?;
        Ok(Issued::done(entry))
    }

    /// Enters the hash of a signed or scanned copy.
    pub fn sign(&self, args: &Issue, file: &Path) -> Result<Issued> {
        let mut lock = self.lock()?;
        let mut entry = self.issued(&lock, args)?;
        let bytes = read(file)?;
        let (whole, first) = (sha256(&bytes), sha256(first_writing(&bytes)));
        let pdf = entry.made.as_ref().map(|made| made.pdf.as_str()).unwrap_or_default();
        if whole == pdf {
            bail!("{} là tệp đã cấp số, chưa có chữ ký nối vào: không phải bản đã ký", shown(file))
        }
        if let Some(origin) = verify::origin(&bytes).filter(|_| first != pdf) {
            bail!(
                "{} không phải bản ký của văn bản {} số {}: trước phần nối thêm là tệp khác của văn bản {}",
                shown(file),
                entry.paper,
                entry.title(),
                origin.paper
            )
        }
        if !entry.signed.contains(&whole) {
            entry.signed.push(whole);
            entry.signed.sort();
            lock.put(entry.clone());
            self.write_lock(&lock)?;
        }
        Ok(Issued::done(entry))
    }

    /// The entry of the paper that the command line names, which must have its number.
    fn issued(&self, lock: &Lock, args: &Issue) -> Result<Entry> {
        let entry = self.entry(lock, args)?.filter(|entry| entry.state.has_paper());
        let entry = entry.context("văn bản này chưa được cấp số bằng chương trình (không có trong hoso.lock)")?;
        match args.so.as_deref().map(padded).filter(|said| *said != entry.number) {
            Some(said) => bail!("văn bản {} mang số {}, không phải {said}", entry.paper, entry.title()),
            None => Ok(entry),
        }
    }

    /// The entry of the paper that the command line names; the records need not have it any more.
    fn entry(&self, lock: &Lock, args: &Issue) -> Result<Option<Entry>> {
        self.with(self.records, |_, documents, _| {
            let paper = match wanted(documents, args) {
                Ok(document) => document.place().to_owned(),
                Err(error) => {
                    let found = places(args).into_iter().find(|place| lock.get(place).is_some());
                    found.ok_or(error)?
                }
            };
            Ok(lock.get(&paper).cloned())
        })
    }
}

/// Where a paper lies that the command line names, whether or not the records have it.
fn places(args: &Issue) -> Vec<String> {
    let Issue { kind, unit, nominee, .. } = args;
    let of = |unit: &String| {
        let nominee = nominee.as_ref().map_or_else(String::new, |nominee| format!("-{nominee}"));
        [format!("{unit}/{kind}{nominee}"), format!("{kind}/{unit}{nominee}")]
    };
    unit.as_ref().map_or_else(|| vec![kind.clone()], |unit| of(unit).to_vec())
}

/// A number that is not to be had.
fn taken(entry: &Entry) -> Issued {
    let message = format!("số {} năm {} đã dùng, đã giữ hoặc đã hủy", entry.title(), entry.day.format("%Y"));
    Issued::Refused(vec![Finding::new(&KEPT, message).paper(entry.of())])
}
