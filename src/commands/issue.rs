//! `hoso issue`: a paper gets its number and day, in its record, in its PDF and in `hoso.lock`.
//!
//! In this order: the lock says that it is being issued, the record takes number and day, the PDF is written, the lock says
//! that it is done. A run that was killed is completed or undone by the next: where the record has the number it was given.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::{Value, json};

use super::Exit;
use super::desk::Desk;
use crate::check::Scope;
use crate::cli::{Format, Issue, answer};
use crate::finding::{Blocks, Finding};
use crate::lock::{Entry, LOCK_FILE, Lock, Making, UNFINISHED};
use crate::output::write::{Standing, is_temporary, write_if_changed};
use crate::output::{self, Cache, Folder, Made};
use crate::plan::{self, Document, Selection};
use crate::record::kind::Kind;
use crate::record::load::{CAMPAIGN_FILE, REVIEW_FILE, folder_name, shown};
use crate::record::plan::PLAN_KEY;
use crate::record::splice::{self, Unspliced, splice};
use crate::render::Origin;
use crate::report::{self, Style};

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
    match office.issue(args)? {
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
        Issued::Done(entry, path) => {
            match args.format {
                Format::Json => answer(&report::json::issue(Some(&told(&entry, &path)), &[]))?,
                Format::Human => answer(&sentence(&entry, &path, style))?,
            }
            Ok(Exit::Sound)
        }
    }
}

fn told(entry: &Entry, path: &str) -> Value {
    let Entry { paper, number, symbol, day, made } = entry;
    let sha256 = made.as_ref().map(|made| &made.pdf);
    json!({"paper": paper, "number": number, "symbol": symbol, "day": day.to_string(), "path": path, "sha256": sha256})
}

fn sentence(entry: &Entry, path: &str, style: Style) -> String {
    let day = plan::day_in_words(entry.day);
    let text = format!("Đã cấp số {}/{} {day} cho {}: {path}", entry.number, entry.symbol, entry.paper);
    report::text::hang("", &text, style.width)
}

/// What came of it.
enum Issued {
    /// What stands in the way.
    Refused(Vec<Finding>),
    /// The entry of the lock, and where the PDF is.
    Done(Box<Entry>, String),
}

/// One campaign's records, papers and lock.
struct Office<'a> {
    desk: &'a Desk,
    records: &'a Path,
    folder: Folder,
}

/// Where a paper's record stands.
struct Place {
    file: String,
    keys: Vec<String>,
}

impl Office<'_> {
    fn issue(&self, args: &Issue) -> Result<Issued> {
        let (document, place) = self.with(self.records, |scope, documents, _| {
            let document = wanted(documents, args)?;
            Ok((document.clone(), place(scope, document)?))
        })?;
        let paper = document.path.trim_end_matches(".pdf").to_owned();
        let day = args.ngay;
        let mut lock = self.lock()?;
        if let Some(entry) = lock.get(&paper) {
            if (&entry.number, entry.day) == (&padded(&args.so), day) {
                return Ok(Issued::Done(Box::new(entry.clone()), shown(&self.folder.path(&document.path))));
            }
            bail!("văn bản {paper} đã cấp số {}/{} {}", entry.number, entry.symbol, plan::day_in_words(entry.day));
        }
        let file = self.records.join(&place.file);
        let text = fs::read_to_string(&file).ok().with_context(|| format!("không đọc được {}", shown(&file)))?;
        let keys: Vec<&str> = place.keys.iter().map(String::as_str).collect();
        let number = args.so.as_str();
        let spliced = splice(&text, &keys, number, &day.to_string())
            .map_err(|why| refusal(why, &shown(&file), number, &day.to_string()))?;
        let (tried, findings) = self.try_out(&place.file, &spliced, &document.path, &lock)?;
        if !findings.is_empty() {
            return Ok(Issued::Refused(findings));
        }
        let symbol = tried.data.pointer("/van_ban/ky_hieu").and_then(|s| s.as_str()).unwrap_or_default().to_owned();
        lock.put(Entry { paper: paper.clone(), number: padded(&args.so), symbol, day, made: None });
        self.write(LOCK_FILE, &lock.text())?;
        self.write(&place.file, &spliced)?;
        self.complete(&mut lock, &paper)?;
        let entry = lock.get(&paper).cloned().context("mục vừa ghi không còn trong hoso.lock")?;
        Ok(Issued::Done(Box::new(entry), shown(&self.folder.path(&document.path))))
    }

    /// Completes what a run that was killed had begun, or takes it back where the record has no number yet.
    fn finish(&self) -> Result<()> {
        for entry in walkdir::WalkDir::new(self.records).max_depth(2).follow_links(false).into_iter().flatten() {
            if entry.file_type().is_file() && is_temporary(&entry.file_name().to_string_lossy()) {
                // One that cannot be removed does no harm.
                let _ = fs::remove_file(entry.path());
            }
        }
        let mut lock = self.lock()?;
        let pending: Vec<Entry> = lock.iter().filter(|entry| entry.made.is_none()).cloned().collect();
        for entry in pending {
            let has_number = self.with(self.records, |_, documents, _| {
                let document = documents.iter().find(|document| is_of(document, &entry.paper));
                let number = document.and_then(|document| document.data.pointer("/van_ban/so")?.as_str());
                Ok(number == Some(entry.number.as_str()))
            })?;
            match has_number {
                true => self.complete(&mut lock, &entry.paper)?,
                false => {
                    lock.remove(&entry.paper);
                    self.write(LOCK_FILE, &lock.text())?;
                }
            }
        }
        Ok(())
    }

    /// The PDF, then the last word of the lock.
    fn complete(&self, lock: &mut Lock, paper: &str) -> Result<()> {
        let made = self.with(self.records, |_, documents, _| {
            let document = documents.iter().find(|document| is_of(document, paper));
            let document = document.with_context(|| format!("bản ghi không còn văn bản {paper}"))?.clone();
            self.made(document, Some(&self.folder))
        })?;
        let origin =
            fs::read(self.folder.path(&made.document.path)).ok().and_then(|bytes| crate::verify::origin(&bytes));
        let (Some(pdf), Some(origin)) = (made.sha256, origin) else {
            let why = made.findings.first().map_or_else(String::new, |finding| format!(": {}", finding.message));
            bail!("chưa ghi được tệp của văn bản {paper}{why}; chạy lại lệnh này để cấp số cho xong");
        };
        let Origin { data_sha256: data, template_sha256: template, fonts_sha256: fonts, program, version, .. } = origin;
        let entry = lock.get(paper).cloned().context("mục đang cấp không còn trong hoso.lock")?;
        lock.put(Entry { made: Some(Making { pdf, data, template, fonts, program, version }), ..entry });
        self.write(LOCK_FILE, &lock.text())
    }

    /// What the records would say with the number: the paper, and what stands in its way.
    fn try_out(&self, file: &str, text: &str, path: &str, lock: &Lock) -> Result<(Document, Vec<Finding>)> {
        let copy = tempfile::tempdir().context("không tạo được thư mục tạm")?;
        let folder = copy.path().join(folder_name(self.records));
        copy_records(self.records, &folder)
            .with_context(|| format!("không chép được {} ra thư mục tạm", shown(self.records)))?;
        fs::write(folder.join(file), text).context("không ghi được thư mục tạm")?;
        let (from, to) = (shown(&folder), shown(self.records));
        let known: Vec<String> = self.with(self.records, |scope, documents, _| {
            let altered = super::issued::changed(scope, &mut documents.to_vec(), lock, false);
            Ok(altered.into_iter().map(|finding| finding.message).collect())
        })?;
        self.with(&folder, |scope, documents, findings| {
            let document = documents.iter().find(|document| document.path == path);
            let document = document.with_context(|| format!("không còn văn bản {path} khi có số"))?.clone();
            let made = self.made(document.clone(), None)?;
            let about = |f: &&Finding| f.unit == document.unit && f.paper.as_deref() == Some(document.name.as_str());
            let stands = |f: &&Finding| f.waived.is_none() && (f.is_error() || f.blocks == Some(Blocks::Numbering));
            let unfinished = unfinished(scope, &document);
            // A number that papers issued before would then cite comes too late for them.
            let altered = super::issued::changed(scope, &mut documents.to_vec(), lock, false);
            let altered: Vec<Finding> = altered.into_iter().filter(|f| !known.contains(&f.message)).collect();
            let mut blocking: Vec<Finding> = findings
                .iter()
                .filter(about)
                .chain(&made.findings)
                .chain(&unfinished)
                .chain(&altered)
                .filter(stands)
                .cloned()
                .collect();
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

    fn made(&self, document: Document, folder: Option<&Folder>) -> Result<Made> {
        let options = output::Options { jobs: 1, ..output::Options::default() };
        let made = output::build(&self.desk.engine, vec![document], folder, &Cache::default(), options, &|_| ());
        made.into_iter().next().ok_or_else(|| anyhow!("không lập được văn bản"))
    }

    /// Judged records with all their papers.
    fn with<T>(&self, records: &Path, then: impl FnOnce(&Scope, &[Document], &[Finding]) -> Result<T>) -> Result<T> {
        self.desk.judge(&self.desk.load(records), None, |scope, mut findings| {
            let scope = scope
                .with_context(|| format!("không đọc được bản ghi phong trào {}; xem `hoso check`", shown(records)))?;
            let documents = plan::documents(scope, &mut findings, &Selection::default());
            then(scope, &documents, &findings)
        })
    }

    fn lock(&self) -> Result<Lock> {
        Lock::open(self.records).map_err(|finding| anyhow!("{finding}"))
    }

    fn write(&self, file: &str, text: &str) -> Result<()> {
        write_if_changed(self.records, Path::new(file), text.as_bytes(), &|| Standing::Ours)?;
        Ok(())
    }
}

/// What still stands for something that nobody has filled in.
fn unfinished(scope: &Scope, document: &Document) -> Option<Finding> {
    let mut texts = Vec::new();
    gather(&document.data, &mut texts);
    let left = scope.campaign.placeholders.iter().find_map(|pattern| {
        let text = texts.iter().find(|text| !pattern.value.is_empty() && text.contains(pattern.value.as_str()))?;
        Some((pattern, text.chars().take(SHOWN).collect::<String>()))
    });
    let (pattern, text) = left?;
    let message = format!("văn bản còn chỗ chưa điền `{}`: “{text}”", pattern.value);
    let mut finding = Finding::new(&UNFINISHED, message).paper(&document.name);
    finding.unit.clone_from(&document.unit);
    finding.place = scope.loaded.sources.place(pattern.at);
    Some(finding)
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

fn is_of(document: &Document, paper: &str) -> bool {
    document.path.trim_end_matches(".pdf") == paper
}

/// A number as it is printed.
fn padded(number: &str) -> String {
    let digits = number.chars().take_while(char::is_ascii_digit).count();
    format!("{}{number}", "0".repeat(2_usize.saturating_sub(digits)))
}

/// The paper that a command line names.
fn wanted<'d>(documents: &'d [Document], args: &Issue) -> Result<&'d Document> {
    let fits = |document: &&Document| {
        document.kind == args.kind
            && document.unit == args.unit
            && (args.nominee.is_none() || document.nominee == args.nominee)
    };
    let found: Vec<&Document> = documents.iter().filter(fits).collect();
    let of = args.unit.as_ref().map_or_else(String::new, |unit| format!(" của đơn vị `{unit}`"));
    match found.as_slice() {
        [] => bail!("không có văn bản loại `{}`{of} để cấp số", args.kind),
        [only] if !only.numbered => bail!("loại văn bản `{}` không đánh số", args.kind),
        [only] => Ok(only),
        several => {
            let names: Vec<&str> = several.iter().filter_map(|document| document.nominee.as_deref()).collect();
            bail!("có {} văn bản loại `{}`{of}: nêu thêm --nominee ({})", several.len(), args.kind, names.join(", "))
        }
    }
}

/// Where number and day of a paper are recorded.
fn place(scope: &Scope, document: &Document) -> Result<Place> {
    let keys = |root: &str, more: Option<&String>| {
        [root, &document.kind].into_iter().chain(more.map(String::as_str)).map(str::to_owned).collect()
    };
    if let (Some(unit), Some(_)) = (&document.unit, document.filed(scope.loaded)) {
        return Ok(Place { file: format!("don-vi/{unit}.yaml"), keys: keys("ho_so", document.nominee.as_ref()) });
    }
    if scope.loaded.kinds.get(&document.kind).is_some_and(Kind::is_plan) {
        return Ok(Place { file: CAMPAIGN_FILE.to_owned(), keys: vec![PLAN_KEY.to_owned()] });
    }
    let to = document.unit.as_deref();
    let filed = scope.loaded.common_papers().find(|filed| {
        filed.kind.text == document.kind && filed.nominee.as_ref().is_none_or(|code| Some(code.text.as_str()) == to)
    });
    let Some(filed) = filed else {
        bail!(
            "số của văn bản {} không ghi thành mục riêng trong bản ghi: ghi số, ngày vào bản ghi rồi chạy `hoso build`",
            document.name
        )
    };
    Ok(Place { file: REVIEW_FILE.to_owned(), keys: keys("van_ban", filed.nominee.as_ref().map(|code| &code.text)) })
}

fn refusal(why: Unspliced, file: &str, number: &str, day: &str) -> anyhow::Error {
    let lines = splice::lines(number, day).replace('\n', "\n  ");
    match why {
        Unspliced::NoPaper => anyhow!("{file} chưa có văn bản này"),
        Unspliced::Taken => anyhow!("{file} đã ghi số hoặc ngày khác cho văn bản này; xem lại trước khi cấp số"),
        Unspliced::Form => anyhow!(
            "không ghi được số vào {file} mà giữ nguyên phần còn lại; hãy tự thêm hai dòng này vào văn bản ấy rồi chạy lại:\n  {lines}"
        ),
    }
}

fn copy_records(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in walkdir::WalkDir::new(from).max_depth(2).follow_links(false).into_iter().flatten() {
        let target: PathBuf = to.join(entry.path().strip_prefix(from).unwrap_or_else(|_| Path::new("")));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else if entry.file_type().is_file()
            && entry.path().extension().is_some_and(|ending| ending == "yaml" || ending == "md")
        {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
