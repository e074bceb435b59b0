//! The family `van-ban/`: numbers, symbols, signing capacities, characters and names on paper.

mod body;
mod characters;
mod head;
pub(super) mod numbers;
pub(super) mod signers;
mod unused;

use super::{Check, Judge, Scope, Sink, UnitScope, planned};
pub(super) use body::within;

use crate::finding::Rule;
use crate::record::campaign::Origin;
use crate::record::paper::{Filed, Paper};

static NO_TEMPLATE: Rule = Rule::error("van-ban/khong-co-mau")
    .fixed()
    .text(
        "Văn bản soạn tại đây phải có mẫu.",
        "ghi `nguon: nhan` nếu văn bản nhận từ nơi khác, hoặc khai `mau` cho loại này ở `loai_van_ban`",
    )
    .example("ho_so: {giay_chung_nhan: {so: 1}}   # loại không có mẫu");

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &characters::GLYPH, judge: Judge::Campaign(characters::glyphs) },
    Check { rule: &characters::GLYPH, judge: Judge::Unit(characters::referenced_glyphs) },
    Check { rule: &characters::CONTROL, judge: Judge::Campaign(characters::controls) },
    Check { rule: &characters::CONTROL, judge: Judge::Unit(characters::referenced_controls) },
    Check { rule: &characters::LOOSE_MARK, judge: Judge::Campaign(characters::loose_marks) },
    Check { rule: &characters::LOOSE_MARK, judge: Judge::Unit(characters::referenced_marks) },
    Check { rule: &body::NAME, judge: Judge::Unit(body::campaign_name) },
    Check { rule: &body::NAME, judge: Judge::Campaign(body::own_name) },
    Check { rule: &numbers::SYMBOL, judge: Judge::Unit(numbers::symbols) },
    Check { rule: &numbers::NUMBER_TWICE, judge: Judge::Unit(numbers::number_twice) },
    Check { rule: &head::NO_SUBJECT, judge: Judge::Unit(head::no_subject) },
    Check { rule: &head::FILING, judge: Judge::Unit(head::filing) },
    Check { rule: &numbers::NO_NUMBER, judge: Judge::Unit(numbers::no_number) },
    Check { rule: &signers::NO_SIGNER, judge: Judge::Unit(signers::no_signer) },
    Check { rule: &signers::CAPACITY, judge: Judge::Unit(signers::capacities) },
    Check { rule: &signers::TITLE, judge: Judge::Unit(signers::titles) },
    Check { rule: &signers::REGIME, judge: Judge::Unit(signers::regimes) },
    Check { rule: &unused::UNUSED, judge: Judge::Unit(unused::keys) },
    Check { rule: &body::MARKDOWN, judge: Judge::Unit(body::markdown) },
    Check { rule: &body::MARKDOWN, judge: Judge::Campaign(body::common_markdown) },
    Check { rule: &planned::UNKNOWN, judge: Judge::Campaign(planned::unknown) },
    Check { rule: &NO_TEMPLATE, judge: Judge::Unit(no_template) },
    Check { rule: &NO_TEMPLATE, judge: Judge::Campaign(no_template_of_office) },
];

/// Papers that are written here and not received.
pub(super) fn written<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper)> {
    let kinds = &scope.all.loaded.kinds;
    scope.papers().filter(|(f, p)| !p.is_received(kinds.get(&f.kind.text).map_or(Origin::Written, |k| k.origin)))
}

/// Whose a paper is, as findings say it: the nominee's it is made for, or the unit's.
pub(super) fn whose(scope: &UnitScope, filed: &Filed) -> String {
    let nominee = filed.nominee.as_ref().and_then(|name| scope.unit.nominee(&name.text));
    nominee.map_or_else(|| scope.unit.short_name(), super::words::who)
}

fn no_template(scope: &UnitScope, out: &mut Sink) {
    for (filed, _) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        let declared = &scope.all.campaign.kinds;
        let misdeclared = declared.faulty || declared.get(&kind.code).is_some_and(|patch| patch.template.is_faulty());
        if !misdeclared && !(scope.all.has_template)(&kind.template) {
            out.say(Some(filed.kind.at), format!("{} là văn bản soạn tại đây nhưng không có mẫu", kind.name))
                .paper(filed.name());
        }
    }
}

/// A kind that the campaign declares for papers which the office writes by itself: without a template there would be
/// none, and nobody would know.
fn no_template_of_office(scope: &Scope, out: &mut Sink) {
    for (code, patch) in scope.campaign.kinds.iter().filter(|(_, patch)| !patch.template.is_faulty()) {
        let Some(kind) = scope.loaded.kinds.get(&code.text) else { continue };
        let by_itself = kind.origin == Origin::Written && (kind.automatic || kind.is_of_campaign());
        if by_itself && !(scope.has_template)(&kind.template) {
            let at = patch.template.get().map_or(code.at, |template| template.at);
            let message = format!("loại văn bản `{}` ({}) không có mẫu `{}.typ`", kind.code, kind.name, kind.template);
            let help = "đặt mẫu ấy vào thư mục của `--templates`, hoặc ghi tên một mẫu đã có vào `mau`";
            out.say(Some(at), message).help(help).paper(&kind.code);
        }
    }
}
