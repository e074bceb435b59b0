//! The plan that launches the campaign: its head in `ke_hoach` of `phong-trao.yaml`, its body in `ke-hoach.md` beside it.
//!
//! A plan runs over pages. In a file of its own its lines need no indenting, any editor and any web view of git shows it as
//! a text, and a change of one paragraph is a change of one paragraph.

use std::path::Path;

use walkdir::WalkDir;

use super::campaign::Cited;
use super::decode::{Decode, Decoder, List, Name, Slot, record};
use super::kind::Kind;
use super::load::{self, Loaded, shown};
use super::nearest::is_near;
use super::paper::{Filed, Paper, Signer};
use super::scalar::{Date, DocNumber, Markdown, Text};
use super::yaml::{Node, Value};
use super::{file, rules};
use crate::finding::{Finding, Place, Sources};

/// Name of the file with the plan's body.
pub const PLAN_FILE: &str = "ke-hoach.md";
/// Key of its head.
pub const PLAN_KEY: &str = "ke_hoach";

record! {
    /// What other papers cite of the plan, and what else its own head states.
    pub struct Plan = "kế hoạch phát động" {
        optional "so" number: Slot<DocNumber> = "số",
        optional "ky_hieu" symbol: Slot<Text> = "ký hiệu",
        optional "ngay" date: Slot<Date> = "ngày",
        optional "co_quan" issuer: Slot<Text> as name = "cơ quan ban hành",
        optional "trich_yeu" subject: Slot<Text> = "trích yếu",
        optional "nguoi_ky" signer: Slot<Signer> = "người ký, khi kế hoạch được lập từ ke-hoach.md",
        optional "noi_nhan" recipients: List<Text> as name = "nơi nhận, khi kế hoạch được lập từ ke-hoach.md; dấu ở cuối dòng do mẫu ghi",
        optional "can_cu" grounds: List<Text> = "căn cứ của kế hoạch, khi khác với căn cứ chung của phong trào",
    }
}

impl Plan {
    /// The plan as other papers cite it.
    pub fn cited(&self) -> Cited {
        let Self { at, number, symbol, date, issuer, subject, .. } = self.clone();
        Cited { at, number, symbol, date, issuer, subject }
    }
}

impl Loaded {
    /// The plan's body, where there is one, with its head.
    pub(super) fn read_plan(&mut self, folder: &Path, head: Option<&Node>) {
        let path = folder.join(PLAN_FILE);
        if path.symlink_metadata().is_err() {
            return self.misnamed_plan(folder);
        }
        let Some(kind) = self.kinds.iter().find(|kind| kind.is_plan()).cloned() else { return };
        let load::Text { id, mut findings } = self.text(&path);
        let body = id.and_then(|id| file::body(id, &self.sources, &mut findings));
        let mut decoder = Decoder::new(&self.sources, None);
        if let Some(body) = &body {
            decoder.within(kind.code.clone(), |d| d.written(body.at, &body.text));
        }
        findings.append(&mut decoder.findings);
        findings.iter_mut().for_each(|finding| finding.paper = Some(kind.code.clone()));
        self.texts.append(&mut decoder.texts);
        self.findings.append(&mut findings);
        self.plan = body.map(|body| filed(&kind, head, body, &self.sources));
    }

    /// A file that was probably meant for the plan: without it there would be none, and nobody would know.
    fn misnamed_plan(&mut self, folder: &Path) {
        for entry in WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name().into_iter().flatten() {
            let name = entry.file_name().to_string_lossy().replace(['_', ' '], "-");
            if is_near(&name, PLAN_FILE) {
                let message = format!(
                    "tệp `{}` không được đọc: nội dung kế hoạch đọc từ `{PLAN_FILE}`",
                    entry.file_name().to_string_lossy()
                );
                let mut finding = Finding::new(&rules::STRAY, message).at(Place::file(shown(entry.path())));
                finding.help = Some(format!("đổi tên tệp thành `{PLAN_FILE}`, nếu đúng ý"));
                self.findings.push(finding);
            }
        }
    }
}

/// The plan as a paper of its kind: what the group under its key says of its head, with the body.
fn filed(kind: &Kind, head: Option<&Node>, body: Markdown, sources: &Sources) -> Filed {
    // What is wrong with the group was said when the campaign was read.
    let mut silent = Decoder::new(sources, None);
    let nothing = Node { at: body.at, head: body.at, value: Value::Map(Vec::new()) };
    let head = head.filter(|node| !matches!(node.value, Value::Null)).unwrap_or(&nothing);
    let paper = Paper::decode(head, &mut silent).map(|paper| Paper { body: Slot::Set(body), ..paper });
    Filed {
        kind: Name { text: kind.code.clone(), at: head.head },
        nominee: None,
        paper: paper.map_or(Slot::Faulty, Slot::Set),
    }
}
