//! Keys of a paper that papers of its kind do not print: what stands there reaches nobody.

use super::written;
use crate::check::{Sink, UnitScope};
use crate::finding::{At, Rule};
use crate::record::kind::{Block, Kind};
use crate::record::paper::Paper;

pub(super) static UNUSED: Rule = Rule::warning("van-ban/khoa-khong-in")
    .text(
        "Mỗi khóa của một văn bản phải được loại văn bản ấy in hoặc đối chiếu; ghi ở văn bản khác thì không ai thấy.",
        "bỏ khóa này, hoặc chuyển sang văn bản dùng nó",
    )
    .example("to_trinh: {noi_dung: …}   # tờ trình lập theo danh sách đề nghị, không in noi_dung");

pub(super) fn keys(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        let kind = scope.all.loaded.kinds.get(&filed.kind.text);
        // Of a paper that cannot be made at all it is said why.
        let Some(kind) = kind.filter(|kind| !kind.unclear && (scope.all.has_template)(&kind.template)) else {
            continue;
        };
        for (key, at) in unused(paper, kind, filed.nominee.is_some()) {
            out.say(Some(at), format!("{} không dùng khóa `{key}`", kind.name)).paper(filed.name());
        }
    }
}

/// The keys that are written though nothing of the kind uses them.
fn unused(paper: &Paper, kind: &Kind, of_nominee: bool) -> Vec<(&'static str, At)> {
    let has = |block| kind.blocks.contains(&block);
    let (body, meeting, data, list) = (has(Block::Body), has(Block::Meeting), has(Block::Data), has(Block::Nominees));
    let text = |slot: &crate::record::decode::Slot<crate::record::scalar::Text>| slot.get().map(|text| text.at);
    let written = [
        ("noi_dung", body, paper.body.get().map(|body| At { end: body.at.start + 1, ..body.at })),
        ("xac_nhan", body, paper.confirmation.get().map(|signer| signer.at)),
        ("hop", meeting, paper.meeting.get().map(|meeting| meeting.at)),
        ("bien_ban", meeting, paper.minutes.get().map(|minutes| minutes.at)),
        ("bieu_quyet", meeting, paper.votes.at),
        ("du_lieu", data, paper.data.get().map(|data| data.node.at)),
        ("de_nghi", list, paper.nominees.at),
        ("ten", of_nominee, text(&paper.name)),
        ("chuc_vu", of_nominee, text(&paper.post)),
        ("hinh_thuc", of_nominee, text(&paper.award)),
        // A certified extract has a number of its own, whatever its kind (Mẫu 3.1 Phụ lục III NĐ 30/2020).
        ("so", kind.numbered || meeting, paper.number.get().map(|number| number.at)),
        ("dinh_chinh", has(Block::Correction), paper.corrections.at),
        ("han", false, paper.due.get().map(|due| due.at)),
    ];
    written.into_iter().filter(|(_, used, _)| !used).filter_map(|(key, _, at)| Some((key, at?))).collect()
}
