//! What was handed in, as the receipts say.

use crate::check::{Sink, UnitScope, required};
use crate::finding::Rule;
use crate::record::campaign::Per;
use crate::record::decode::nearest;

pub(super) static LISTED: Rule = Rule::error("ho-so/nop-la")
    .text(
        "Mỗi từ ghi ở `nop` của một lần tiếp nhận phải là mã một loại văn bản, vì giấy tiếp nhận in theo danh sách này.",
        "sửa lại theo mã loại văn bản dùng ở `ho_so`",
    )
    .example("tiep_nhan: [{lan: 1, nop: [to_trinhh]}]");

pub(super) fn listed(scope: &UnitScope, out: &mut Sink) {
    let kinds = &scope.all.loaded.kinds;
    let slip = kinds.iter().find(|kind| kind.automatic && kind.per == Per::Receipt);
    for word in scope.unit.head.receipts.iter().flat_map(|receipt| receipt.papers.iter()) {
        if required::is_kind(word, kinds) {
            continue;
        }
        let said = out.say(Some(word.at), format!("`{}` không phải là loại văn bản nào", word.value));
        let said = match slip {
            Some(slip) => said.paper(&slip.code),
            None => said,
        };
        if let Some(near) = nearest(word, kinds.codes()) {
            said.help(format!("có phải là `{near}`?"));
        }
    }
}
