//! A campaign on which a test may do anything: a temporary copy, edited by the keys of the record itself.
//!
//! ```text
//! Records::small().without("don-vi/truong-hoa-mai.yaml", "ho_so.to_trinh").check().text()
//! ```
//!
//! Places in a record are written as people say them: `ho_so.to_trinh.so`, `de_nghi[1].ten` (from 0),
//! `de_nghi[bui-thi-sen].ten` (the member whose `ma`, `loai` or `de_nghi` is this word).

#![allow(dead_code, reason = "every test binary uses its own part of the language")]

mod committee;
mod tree;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDate;
use hoso::check::{self, Scope};
use hoso::finding::Finding;
use hoso::plan::{self, Document, Selection};
use hoso::record::in_force::InForce;
use hoso::record::yaml::Value;
use hoso::record::{self, Kinds, Loaded};
use hoso::render::{Engine, Fonts, Job, Templates};
use tempfile::TempDir;
use tree::{Tree, column, indented};

/// The clean unit of the small campaign that has everything.
pub const SCHOOL: &str = "don-vi/truong-hoa-mai.yaml";
/// The unit with a summary report, a certified extract, a loser in the minutes and a withdrawn nominee.
pub const STATION: &str = "don-vi/tram-y-te.yaml";
/// The unit that proposes nobody.
pub const EAST: &str = "don-vi/thon-dong.yaml";
/// The unit that has not handed in yet.
pub const WEST: &str = "don-vi/thon-tay.yaml";
/// The campaign's own file.
pub const CAMPAIGN: &str = "phong-trao.yaml";
/// The announced gradings.
pub const RESULTS: &str = "ket-qua.yaml";

/// The body of the campaign's plan.
pub const PLAN: &str = "ke-hoach.md";
/// The committee's meetings and the decisions.
pub const REVIEW: &str = "xet-duyet.yaml";

const COMMITTEE: &str = "  bcd: {ten: Ban Chỉ đạo phong trào, viet_tat: BCĐ, dung_dau_cua: ubnd}\n  van-hoa-xa-hoi:\n";

/// What the program brings along, read once for all tests.
pub struct Program {
    /// Templates and typeface.
    pub engine: Engine,
    /// Built-in kinds of paper.
    pub kinds: Kinds,
    /// From when until when texts of the law are in force.
    pub in_force: InForce,
    templates: Templates,
}

/// The program as shipped.
pub static PROGRAM: LazyLock<Program> = LazyLock::new(|| {
    let templates = Templates::embedded();
    let table = templates.get("loai-van-ban.yaml").unwrap();
    let (kinds, findings) = record::load::kinds("templates/loai-van-ban.yaml", &table.text);
    assert!(findings.is_empty(), "{findings:#?}");
    let (engine, findings) = Engine::new(&templates, Fonts::embedded());
    assert!(findings.is_empty(), "{findings:#?}");
    let table = templates.get("hieu-luc.yaml").unwrap();
    let (in_force, findings) = record::in_force::table("templates/hieu-luc.yaml", &table.text);
    assert!(findings.is_empty(), "{findings:#?}");
    Program { engine, kinds, in_force, templates }
});

/// A campaign folder that belongs to one test.
pub struct Records {
    home: TempDir,
    folder: PathBuf,
    as_of: Option<NaiveDate>,
}

impl Records {
    /// `tests/cases/xa-mau-2026`: a commune of 2026; no findings at all.
    pub fn small() -> Self {
        Self::copy("tests/cases/xa-mau-2026")
    }

    /// The same after two meetings of its committee and three decisions; no findings either.
    pub fn reviewed() -> Self {
        let quotas =
            "{giay_khen: [{nhom: su_nghiep, tap_the: 2, can_cu: khoản 4 Mục II Kế hoạch}], thu_khen: {ca_nhan: 1}}";
        let voting = "{trieu_tap_toi_thieu: \"3/4\", ty_le: \"1/2\", co_so: co_mat, khong_tu_bieu_quyet: true}";
        Self::small()
            .set(CAMPAIGN, "so_luong", quotas)
            .set(CAMPAIGN, "bieu_quyet", voting)
            // Its minutes are short: they tell neither all hours nor a place.
            .set(CAMPAIGN, "muc_do", "{van-ban/bien-ban-thieu-muc: tat}")
            .replace(CAMPAIGN, "  van-hoa-xa-hoi:\n", COMMITTEE)
            .append(CAMPAIGN, include_str!("phong-trao-xet-duyet.yaml"))
            .write(REVIEW, include_str!("xet-duyet.yaml"))
    }

    /// The shipped campaign.
    pub fn phuoc_long() -> Self {
        Self::copy("records/phuoc-long-2021")
    }

    /// A copy of a campaign of this repository.
    pub fn copy(campaign: &str) -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(campaign);
        let home = TempDir::new().unwrap();
        let folder = home.path().join("records").join(from.file_name().unwrap());
        fs::create_dir_all(folder.join("don-vi")).unwrap();
        for part in ["", "don-vi"] {
            for entry in fs::read_dir(from.join(part)).unwrap().map(Result::unwrap) {
                if entry.path().extension().is_some_and(|e| e == "yaml") || entry.file_name() == PLAN {
                    fs::copy(entry.path(), folder.join(part).join(entry.file_name())).unwrap();
                }
            }
        }
        Self { home, folder, as_of: None }
    }

    /// The folder that holds `records/`, to run the program in.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where a file of the campaign lies.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// The text of a file.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Puts a file in place of whatever is there.
    pub fn write(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(file), content).unwrap();
        self
    }

    /// Takes a file away.
    pub fn remove(self, file: &str) -> Self {
        fs::remove_file(self.path(file)).unwrap();
        self
    }

    /// Replaces every occurrence of a text, which must occur.
    pub fn replace(self, file: &str, from: &str, to: &str) -> Self {
        let text = self.read(file);
        assert!(text.contains(from), "`{from}` does not occur in {file}:\n{text}");
        self.write(file, text.replace(from, to))
    }

    /// Adds text at the end of a file.
    pub fn append(self, file: &str, more: &str) -> Self {
        let text = self.read(file) + more;
        self.write(file, text)
    }

    /// Removes a key with its value, or a member of a list.
    pub fn without(self, file: &str, path: &str) -> Self {
        let text = self.read(file);
        let cut = Tree::of(&text).member(path).unwrap_or_else(|| panic!("no `{path}` in {file}:\n{text}"));
        let (head, tail) = (&text[..cut.start], &text[cut.end..]);
        self.write(file, format!("{head}{tail}"))
    }

    /// Writes a value under a key, which may be new if its group is there.
    pub fn set(self, file: &str, path: &str, value: &str) -> Self {
        let text = self.read(file);
        let tree = Tree::of(&text);
        let edited = if let Some(node) = tree.find(path) {
            let range = tree.written(node);
            let value = indented(value, column(&text, node.head.start as usize) + 2);
            // After `key:` an empty value has no room of its own.
            let gap = if text[..range.start].ends_with(':') { " " } else { "" };
            format!("{}{gap}{value}{}", &text[..range.start], &text[range.end..])
        } else {
            let (group, key) = path.rsplit_once('.').unwrap_or(("", path));
            let node = tree.find(group).unwrap_or_else(|| panic!("no `{group}` in {file}:\n{text}"));
            let Value::Map(entries) = &node.value else { panic!("`{group}` of {file} is no group of keys") };
            let first = entries.first().map_or(node.at.start as usize + 1, |(key, _)| key.at.start as usize);
            let entry = if tree.is_flow(node) {
                format!("{key}: {value}{}", if entries.is_empty() { "" } else { ", " })
            } else {
                let indent = column(&text, first);
                format!("{key}: {}\n{}", indented(value, indent + 2), " ".repeat(indent))
            };
            format!("{}{entry}{}", &text[..first], &text[first..])
        };
        self.write(file, edited)
    }

    /// Judges by a day, as `--den-ngay` does.
    pub fn judged_on(mut self, day: &str) -> Self {
        self.as_of = Some(day.parse().unwrap());
        self
    }

    /// Loads without judging.
    pub fn load(&self) -> Loaded {
        record::load(&self.folder, &PROGRAM.kinds)
    }

    /// Loads, judges and plans.
    pub fn check(&self) -> Checked {
        let loaded = self.load();
        let (mut findings, documents) = match &loaded.campaign {
            None => (loaded.findings.clone(), Vec::new()),
            Some(campaign) => {
                let has_glyph = |c| PROGRAM.engine.repertoire().has(c);
                let later: Vec<_> = hoso::render::rules().collect();
                let has_template = |name: &str| PROGRAM.templates.get(&format!("{name}.typ")).is_some();
                let scope = Scope {
                    loaded: &loaded,
                    campaign,
                    slips: check::codes::Slips::of(&loaded, campaign),
                    as_of: self.as_of,
                    has_glyph: &has_glyph,
                    has_template: &has_template,
                    in_force: &PROGRAM.in_force,
                    later: &later,
                };
                let mut findings = check::run(&scope);
                let documents = plan::documents(&scope, &mut findings, &Selection::default());
                (findings, documents)
            }
        };
        let folder = self.folder.display().to_string();
        for place in findings.iter_mut().filter_map(|f| f.place.as_mut()) {
            let below = place.path.strip_prefix(&folder).unwrap_or(&place.path);
            let below = below.trim_start_matches('/');
            place.path = if below.is_empty() { ".".into() } else { below.into() };
        }
        Checked { findings, documents, loaded }
    }
}

/// What came of a campaign.
pub struct Checked {
    /// All findings, in the order of output; paths are below the campaign's folder.
    pub findings: Vec<Finding>,
    /// All documents.
    pub documents: Vec<Document>,
    /// The records.
    pub loaded: Loaded,
}

impl Checked {
    /// The only finding of a code.
    pub fn finding(&self, code: &str) -> &Finding {
        match self.all(code).as_slice() {
            [only] => only,
            found => panic!("{} findings `{code}` instead of one, in:\n{}", found.len(), self.text()),
        }
    }

    /// The findings of a code.
    pub fn all(&self, code: &str) -> Vec<&Finding> {
        self.findings.iter().filter(|f| f.rule.code == code).collect()
    }

    /// Makes sure that a code says nothing.
    pub fn none(&self, code: &str) -> &Self {
        assert!(self.all(code).is_empty(), "unexpected `{code}` in:\n{}", self.text());
        self
    }

    /// A line for each finding: place, severity, code, message; what it blocks, the unit and the paper.
    pub fn text(&self) -> String {
        self.findings.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The remedy of each finding, with the clause it enforces.
    pub fn helps(&self) -> String {
        let clause = |f: &Finding| f.clause_text().map_or_else(String::new, |c| format!(" ({c})"));
        self.findings.iter().map(|f| f.help_text().to_owned() + &clause(f)).collect::<Vec<_>>().join("\n")
    }

    /// The document at a path.
    pub fn document(&self, path: &str) -> &Document {
        let paths = || self.documents.iter().map(|d| d.path.as_str()).collect::<Vec<_>>();
        self.documents.iter().find(|d| d.path == path).unwrap_or_else(|| panic!("no {path} in {:#?}", paths()))
    }

    /// What a criterion asks for.
    pub fn criterion(&self, code: &str) -> &str {
        let criteria = &self.loaded.campaign.as_ref().unwrap().criteria;
        &criteria.iter().find(|one| one.code.value == code).unwrap().text.get().unwrap().value
    }

    /// What the school's checklist says of a criterion.
    pub fn verdict(&self, criterion: &str) -> &str {
        let groups = &self.document("truong-hoa-mai/phieu_kiem_tra_ho_so.pdf").data["kiem_tra"]["tieu_chi"];
        let mut rows = groups.as_array().unwrap().iter().flat_map(|group| group["cac"].as_array().unwrap());
        let text = self.criterion(criterion);
        rows.find(|row| row["noi_dung"] == *text).unwrap()["ket_qua"].as_str().unwrap()
    }

    /// Paths of the documents that cannot be made.
    pub fn blocked(&self) -> Vec<&str> {
        self.documents.iter().filter(|d| d.blocked).map(|d| d.path.as_str()).collect()
    }
}

/// A document as a job for the engine.
pub fn job(document: &Document) -> Job<'_> {
    Job {
        template: &document.template,
        data: &document.data,
        name: &document.path,
        expected: hoso::output::expected(document),
        attached: None,
    }
}

/// One finding as one line: `place: severity[code]: message ⟨blocks · unit · paper⟩`.
pub fn line(finding: &Finding) -> String {
    let waived = finding.waived.as_ref().map(|w| format!("miễn: {} ({})", w.reason, w.by));
    let about =
        [finding.blocks.map(|b| format!("chặn {}", b.as_str())), finding.unit.clone(), finding.paper.clone(), waived];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if about.is_empty() { finding.to_string() } else { format!("{finding} ⟨{about}⟩") }
}

/// English words that no finding may contain: what the parsers underneath would say by themselves.
const ENGLISH: &[&str] = &[
    "error",
    "expected",
    "unexpected",
    "invalid",
    "missing",
    "unknown",
    "found",
    "while",
    "parsing",
    "parser",
    "scanning",
    "mapping",
    "sequence",
    "scalar",
    "token",
    "line",
    "column",
    "character",
    "could",
    "cannot",
    "not",
    "must",
    "value",
    "values",
    "document",
    "anchor",
    "alias",
    "indentation",
    "block",
    "flow",
    "stream",
    "end",
    "the",
    "is",
    "did",
    "you",
    "failed",
    "such",
    "file",
    "directory",
    "denied",
    "permission",
    "type",
    "string",
    "integer",
    "duplicate",
    "field",
    "recursion",
    "limit",
    "exceeded",
    "os",
    "byte offset",
];

/// The first English word in a finding's message and remedy, outside of what they quote from the record.
pub fn english(finding: &Finding) -> Option<String> {
    let unquoted = |text: &str, open: char, close: char| {
        text.split(open)
            .map(|part| part.rsplit(close).next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let text = format!("{} | {}", finding.message, finding.help_text()).to_lowercase();
    let plain = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let plain = unquoted(&plain, '“', '”');
    // Codes (`tap-the`) are no words.
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric() && !"_-".contains(c)).collect();
    ENGLISH.iter().find(|word| words.contains(word)).map(|word| format!("`{word}` in: {text}"))
}
