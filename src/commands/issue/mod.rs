//! `hoso issue`: a paper gets its number and day, in its record, in its PDF and in `hoso.lock`; or its number is kept, given up,
//! or the paper that has it replaced or withdrawn.

mod end;
mod give;
mod numbers;
mod office;
mod place;

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::Exit;
use super::desk::Desk;
use crate::cli::{Action, Format, Issue, answer};
use crate::finding::Finding;
use crate::lock::{Entry, State};
use crate::output::{self, Folder};
use crate::plan;
use crate::record::load::{folder_name, shown};
use crate::report::{self, Style};
use office::Office;

/// Runs the command.
pub fn run(args: &Issue, records: &Path, style: Style) -> Result<Exit> {
    output::write::refuse_file(&args.output)?;
    let desk = Desk::open(args.templates.as_deref(), args.font_dir.as_deref())?;
    let folders = Desk::campaigns(args.campaign.as_deref(), records)?;
    output::write::refuse_records(&args.output, &folders)?;
    let [records] = folders.as_slice() else {
        bail!("có nhiều phong trào: nêu phong trào của văn bản cần cấp số")
    };
    let office = Office { desk: &desk, records, folder: Folder::new(&args.output, &folder_name(records)) };
    office.folder.make()?;
    let _turn =
        office.folder.turn(|| eprintln!("Một lần lập khác đang ghi vào {}; chờ lần ấy xong…", args.output.display()));
    office.finish()?;
    let issued = match args.action() {
        Action::Give | Action::Replace => office.give(args)?,
        Action::Reserve => office.reserve(args)?,
        Action::Void => office.void(args)?,
        Action::Withdraw => office.withdraw(args)?,
        Action::Sign(file) => office.sign(args, file)?,
    };
    match issued {
        Issued::Refused(findings) => {
            match args.format {
                Format::Json => answer(&report::json::issue(None, &findings))?,
                Format::Human => {
                    answer(&report::human::findings(&findings, &style))?;
                    answer("Chưa cấp số: còn lỗi chặn việc cấp số; bản ghi giữ nguyên.\n")?;
                }
            }
            Ok(Exit::Findings)
        }
        Issued::Done(entry) => {
            match args.format {
                Format::Json => answer(&report::json::issue(Some(&office.told(&entry)), &[]))?,
                Format::Human => answer(&report::text::hang("", &office.sentence(&entry, args), style.width))?,
            }
            Ok(Exit::Sound)
        }
    }
}

/// What came of it.
enum Issued {
    /// What stands in the way.
    Refused(Vec<Finding>),
    /// The entry of the lock.
    Done(Box<Entry>),
}

impl Issued {
    fn done(entry: Entry) -> Self {
        Self::Done(Box::new(entry))
    }
}

impl Office<'_> {
    /// Where the file of a paper lies, as people read it.
    fn file(&self, paper: &str) -> String {
        shown(&self.folder.path(&format!("{paper}.pdf")))
    }

    fn told(&self, entry: &Entry) -> Value {
        let sha256 = entry.made.as_ref().map(|made| &made.pdf);
        json!({
            "paper": entry.of(), "number": entry.number, "symbol": entry.symbol, "day": entry.day.to_string(),
            "path": entry.made.as_ref().map(|_| self.file(&entry.paper)), "sha256": sha256,
            "state": entry.state.word(), "replaces": entry.replaces, "signed_sha256": entry.signed,
        })
    }

    fn sentence(&self, entry: &Entry, args: &Issue) -> String {
        let (title, paper) = (entry.title(), entry.of());
        let day = plan::day_in_words(entry.day);
        let ended = entry.end.as_ref().map_or_else(String::new, |end| plan::day_in_words(end.day));
        let file = self.file(&entry.paper);
        match (args.action(), entry.state) {
            (Action::Sign(signed), _) => {
                format!("Đã ghi SHA-256 của {} là bản đã ký của văn bản {paper}, số {title} {day}", shown(signed))
            }
            (_, State::Reserved) => format!("Đã giữ số {title} cho {paper} từ {day}"),
            (_, State::Void) => format!("Đã hủy số {title} của {paper} {ended}"),
            (_, State::Withdrawn) => format!("Đã ghi việc thu hồi văn bản {paper}, số {title} {day}: thu hồi {ended}"),
            _ => match &entry.replaces {
                Some(former) => format!(
                    "Đã cấp số {title} {day} cho {paper}: {file}; văn bản bị thay thế giữ ở {}",
                    self.file(former)
                ),
                None => format!("Đã cấp số {title} {day} cho {paper}: {file}"),
            },
        }
    }
}
