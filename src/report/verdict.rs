//! What `verify` found, for people and for programs.

use serde_json::{Value, json};

use super::Style;
use super::text::{hang, printable};
use crate::lock::{Entry, State};
use crate::verify::{Basis, Examined, Foreign, Part, Verdict};

/// A file with what it is.
#[derive(Clone, Debug)]
pub struct Row {
    /// Path relative to the working folder, with `/`.
    pub path: String,
    /// What was found.
    pub examined: Examined,
    /// What `hoso.lock` says of it, where it is about an issued paper.
    pub issued: Option<Issued>,
}

/// An issued paper, and what a file is to it.
#[derive(Clone, Debug)]
pub struct Issued {
    /// Number and symbol.
    pub number: String,
    /// How it stands with it.
    pub state: State,
    /// Number and symbol of the paper that stands in its place.
    pub replaced_by: Option<String>,
    /// Whether the records make it no more: another stands in its place.
    pub is_former: bool,
    /// What the file is to it.
    pub likeness: Likeness,
}

/// What a file is to an issued paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The file that was issued, perhaps with something appended.
    Same,
    /// A copy that was entered as signed.
    Signed,
    /// Another.
    Other,
}

impl Issued {
    /// What a file is to the paper of an entry.
    pub fn new(entry: &Entry, likeness: Likeness) -> Self {
        Self {
            number: entry.title(),
            state: entry.state,
            replaced_by: entry.end.as_ref().and_then(|end| end.by.clone()),
            is_former: entry.is_former() || entry.state == State::Withdrawn,
            likeness,
        }
    }

    /// Whether the lock proves the file, whatever can be made of the records.
    fn is_proof(&self) -> bool {
        self.likeness == Likeness::Signed || self.likeness == Likeness::Same && self.is_former
    }

    fn sentence(&self, is_gone: bool) -> String {
        let number = plain(&self.number);
        let said = match self.likeness {
            Likeness::Other if is_gone => format!(" Văn bản mang số {number}."),
            Likeness::Same => format!(" Theo hoso.lock đây đúng là tệp đã cấp số {number}."),
            Likeness::Signed => format!(" Theo hoso.lock đây đúng là bản đã ký của văn bản số {number}."),
            Likeness::Other => format!(" Đây không phải là tệp đã cấp số {number} theo hoso.lock."),
        };
        let state = match (self.state, &self.replaced_by) {
            (_, Some(by)) => format!(" Văn bản ấy đã bị thay thế bằng số {}.", plain(by)),
            (State::Withdrawn, None) => " Văn bản ấy đã bị thu hồi.".to_owned(),
            _ => String::new(),
        };
        said + &state
    }
}

impl Row {
    /// Whether there is nothing to look into: what another version makes otherwise, or the records make no more, is proved by
    /// the lock.
    pub fn is_sound(&self) -> bool {
        let is_issued = self.issued.as_ref().is_some_and(|issued| issued.likeness == Likeness::Same);
        let verdict = &self.examined.verdict;
        let is_of_the_lock = matches!(verdict, Verdict::OtherVersion { .. } | Verdict::Foreign(Foreign::NoRecords));
        verdict.is_sound() || self.is_proved() || is_issued && is_of_the_lock
    }
}

impl Row {
    /// Whether the lock alone proves it: then what the records would make is beside the point.
    fn is_proved(&self) -> bool {
        self.issued.as_ref().is_some_and(Issued::is_proof)
    }
}

/// Fields named in a sentence; the rest are counted.
const NAMED: usize = 6;

/// One sentence or a few for each file.
pub fn human(rows: &[Row], style: &Style) -> String {
    let is_gone = |row: &Row| row.examined.verdict == Verdict::Foreign(Foreign::Missing);
    let text = |row: &Row| {
        let issued = row.issued.as_ref().map_or_else(String::new, |issued| issued.sentence(is_gone(row)));
        let sentence = match row.is_proved() && !row.examined.verdict.is_sound() {
            true => issued.trim_start().to_owned(),
            false => sentence(&row.examined) + &issued,
        };
        format!("{}: {sentence}", plain(&row.path))
    };
    let line = |row: &Row| hang("", &text(row), style.width);
    if rows.is_empty() {
        "Chưa có văn bản nào trong hoso.lock.\n".to_owned()
    } else {
        rows.iter().map(line).collect()
    }
}

/// What `verify --format json` prints.
pub fn json(rows: &[Row]) -> String {
    super::json::print(&json!({ "files": rows.iter().map(file).collect::<Vec<_>>() }))
}

fn file(row: &Row) -> Value {
    let origin = row.examined.origin.as_ref();
    let mut object = json!({
        "path": row.path,
        "verdict": word(&row.examined.verdict),
        "campaign": origin.map(|origin| &origin.campaign),
        "paper": origin.map(|origin| &origin.paper),
        "hoso": origin.map(|origin| &origin.version),
        "number": row.issued.as_ref().map(|issued| &issued.number),
        "issued": row.issued.as_ref().map(|issued| issued.likeness == Likeness::Same),
        "signed": row.issued.as_ref().map(|issued| issued.likeness == Likeness::Signed),
        "state": row.issued.as_ref().map(|issued| issued.state.word()),
        "replaced_by": row.issued.as_ref().and_then(|issued| issued.replaced_by.as_ref()),
        "sound": row.is_sound(),
        "from": null, "appended": null, "versions": [], "fields": [], "page": null, "reason": null,
    });
    let told = match &row.examined.verdict {
        Verdict::Same { from, appended } => json!({
            "from": match from { Basis::Records => "records", Basis::Attached => "attached" },
            "appended": appended,
        }),
        Verdict::OtherVersion { of, same, page } => json!({
            "versions": of.iter().map(|part| match part {
                Part::Program => "program",
                Part::Template => "template",
                Part::Fonts => "fonts",
            }).collect::<Vec<_>>(),
            "appended": same, "page": page,
            "reason": if same.is_some() { "same_but_for_versions" } else { "set_otherwise" },
        }),
        Verdict::Different { fields, page, fits_own_data } => json!({
            "fields": fields, "page": page,
            "reason": match (fields.is_empty(), fits_own_data) {
                (true, _) => "altered",
                (false, true) => "records_changed",
                (false, false) => "other_data",
            },
        }),
        Verdict::Foreign(why) => json!({ "reason": match why {
            Foreign::Unmarked => "unmarked",
            Foreign::NoOrigin => "no_origin",
            Foreign::NoRecords => "no_records",
            Foreign::Missing => "missing",
        }}),
    };
    if let (Some(object), Value::Object(told)) = (object.as_object_mut(), told) {
        object.extend(told);
    }
    object
}

fn word(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Same { appended: 0, .. } => "identical",
        Verdict::Same { .. } => "appended",
        Verdict::OtherVersion { .. } => "other_version",
        Verdict::Different { .. } => "different",
        Verdict::Foreign(_) => "foreign",
    }
}

fn sentence(examined: &Examined) -> String {
    let origin = examined.origin.as_ref();
    let paper = origin.map_or_else(String::new, |origin| format!("`{}`", plain(&origin.paper)));
    let campaign = origin.map_or_else(String::new, |origin| format!("`{}`", plain(&origin.campaign)));
    match &examined.verdict {
        Verdict::Same { from: Basis::Records, appended } => format!(
            "nguyên vẹn, đúng từng byte với văn bản {paper} lập lại từ bản ghi của phong trào {campaign}.{}",
            behind(*appended)
        ),
        Verdict::Same { from: Basis::Attached, appended } => format!(
            "đúng từng byte với văn bản {paper} lập lại từ dữ liệu kèm trong tệp; ở đây không có bản ghi của phong trào {campaign} để đối chiếu dữ liệu ấy.{}",
            behind(*appended)
        ),
        Verdict::OtherVersion { of, same, page } => {
            let of = of.iter().map(|part| part_name(*part)).collect::<Vec<_>>().join(", ");
            let version = origin.map_or_else(String::new, |origin| {
                let program: String = origin.program.chars().take(16).collect();
                format!("hoso {}, mã chương trình {}", plain(&origin.version), plain(&program))
            });
            let outcome = match same {
                Some(appended) => format!(
                    "lập lại bằng bản đang dùng thì ngoài phần ghi phiên bản, mọi byte đều như nhau.{}",
                    behind(*appended)
                ),
                None => format!(
                    "lập lại bằng bản đang dùng thì {}, nên chưa kết luận được tệp có bị sửa hay không; muốn đối chiếu từng byte thì dùng đúng phiên bản ấy.",
                    differing(*page)
                ),
            };
            format!("khác phiên bản: cùng dữ liệu với bản ghi, nhưng lập bằng {of} khác ({version}); {outcome}")
        }
        Verdict::Different { fields, page, .. } if fields.is_empty() => {
            format!("không còn nguyên vẹn: dữ liệu như bản ghi của văn bản {paper}, nhưng tệp {}.", differing(*page))
        }
        Verdict::Different { fields, page, fits_own_data } => {
            let own = if *fits_own_data { " Tệp đúng với dữ liệu kèm trong nó: bản ghi đã thay đổi sau khi lập." } else { "" };
            format!(
                "khác với bản ghi của văn bản {paper}, phong trào {campaign}: dữ liệu khác ở {}; {}.{own}",
                named(fields),
                differing(*page)
            )
        }
        Verdict::Foreign(Foreign::Unmarked) => "không phải văn bản do hoso lập.".to_owned(),
        Verdict::Foreign(Foreign::NoOrigin) => {
            "mang dấu của hoso, nhưng phần nguồn gốc kèm trong tệp không còn hoặc không đọc được, nên không biết là văn bản nào.".to_owned()
        }
        Verdict::Foreign(Foreign::Missing) => "tệp đã cấp số không có ở đây, cần lấy lại từ nơi lưu.".to_owned(),
        Verdict::Foreign(Foreign::NoRecords) => {
            format!("tệp ghi là văn bản {paper} của phong trào {campaign}, nhưng bản ghi ở đây không có văn bản ấy.")
        }
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Program => "chương trình",
        Part::Template => "bản mẫu",
        Part::Fonts => "phông chữ",
    }
}

fn behind(appended: usize) -> String {
    match appended {
        0 => String::new(),
        n => format!(" Sau bản gốc có {n} byte nối thêm, như khi ký số; chương trình không xét phần ấy."),
    }
}

fn differing(page: Option<usize>) -> String {
    page.map_or_else(|| "khác ở phần ngoài các trang".to_owned(), |page| format!("khác từ trang {page}"))
}

/// The first of some keys, and how many more there are.
pub fn named(fields: &[String]) -> String {
    let named = fields.iter().take(NAMED).map(|field| format!("`{}`", plain(field))).collect::<Vec<_>>().join(", ");
    match fields.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} và {more} mục khác"),
    }
}

/// What a file says of itself may be anything.
fn plain(text: &str) -> String {
    printable(text).replace('\n', "␊")
}
