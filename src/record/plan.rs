//! The plan that launches the campaign: its head in `ke_hoach` of `phong-trao.yaml`, its body in `ke-hoach.md` beside it.
//!
//! A plan runs over pages. In a file of its own its lines need no indenting, any editor and any web view of git shows it as
//! a text, and a change of one paragraph is a change of one paragraph.

use super::campaign::Cited;
use super::decode::{Decode, Decoder, List, Name, Slot, record};
use super::kind::Kind;
use super::paper::{Filed, Paper, Signer};
use super::scalar::{Date, DocNumber, Markdown, Text};
use super::yaml::{Node, Value};
use crate::finding::Sources;

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

/// The plan as a paper of its kind: what the group under its key says of its head, with the body.
pub(super) fn filed(kind: &Kind, head: Option<&Node>, body: Markdown, sources: &Sources) -> Filed {
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
