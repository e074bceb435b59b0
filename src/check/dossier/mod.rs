//! The family `ho-so/`: who takes part, what was handed in, and when.

mod deadline;
mod names;
mod nominees;
mod papers;
mod plans;
mod receipts;
mod units;

pub use deadline::{common_deadline_words, common_last_day, deadline_words, last_day, period_after_deadline};
pub use nominees::awards;
pub(super) use papers::NO_BODY;
pub use plans::{filed_plan, own_plan};
pub(super) use units::closest;

use super::required::{self, State};
use super::{Check, Judge, Scope, Sink, UnitScope, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::LevelWord;
use crate::record::nearest::nearest;

/// A required part is not there.
pub static MISSING: Rule = Rule::error("ho-so/thieu-thanh-phan")
    .blocking(Blocks::List)
    .text(
        "Hồ sơ đã nộp phải có đủ các thành phần mà phong trào quy định.",
        "đề nghị đơn vị bổ sung; lập xong thì thêm vào `ho_so` và ghi lần nộp vào `tiep_nhan`",
    )
    .by("thành phần hồ sơ của phong trào")
    .example("ho_so: {to_trinh: {…}}   # không có trich_bien_ban");
static LEVEL: Rule = Rule::warning("ho-so/muc-do-la")
    .text(
        "Mã ghi ở `muc_do` phải là mã của một phát hiện được phép đổi mức độ.",
        "sửa lại mã; `hoso explain` liệt kê mọi mã",
    )
    .example("muc_do: {ho-so/qua-hang: tat}");

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &MISSING, judge: Judge::Unit(missing) },
    Check { rule: &papers::NO_BODY, judge: Judge::Unit(papers::no_body) },
    Check { rule: &papers::NO_MEETING, judge: Judge::Unit(papers::no_meeting) },
    Check { rule: &papers::NOTHING, judge: Judge::Unit(papers::nothing) },
    Check { rule: &papers::SIGNER, judge: Judge::Unit(papers::signer) },
    Check { rule: &receipts::ORDER, judge: Judge::Unit(receipts::order) },
    Check { rule: &receipts::NUMBER_TWICE, judge: Judge::Campaign(receipts::number_twice) },
    Check { rule: &receipts::LISTED, judge: Judge::Unit(receipts::listed) },
    Check { rule: &deadline::LATE, judge: Judge::Unit(deadline::late) },
    Check { rule: &deadline::NOT_YET, judge: Judge::Campaign(deadline::not_yet) },
    Check { rule: &deadline::DEADLINE, judge: Judge::Campaign(deadline::deadline_before_evidence) },
    Check { rule: &units::KIND, judge: Judge::Unit(units::unit_kind) },
    Check { rule: &units::KIND, judge: Judge::Campaign(units::misspelt_kinds) },
    Check { rule: &names::NAMES, judge: Judge::Unit(names::of_unit) },
    Check { rule: &names::NAMES, judge: Judge::Campaign(names::of_bodies) },
    Check { rule: &units::NAME_OF_KIND, judge: Judge::Unit(units::kind_by_name) },
    Check { rule: &units::SAME_NAME, judge: Judge::Campaign(units::same_names) },
    Check { rule: &units::KIND_COUNT, judge: Judge::Campaign(units::kind_count) },
    Check { rule: &units::UNLISTED, judge: Judge::Campaign(units::unlisted) },
    Check { rule: &units::TWICE, judge: Judge::Campaign(units::listed_twice) },
    Check { rule: &units::STRANGER, judge: Judge::Campaign(units::strangers) },
    Check { rule: &nominees::CODE_TWICE, judge: Judge::Unit(nominees::code_twice) },
    Check { rule: &nominees::PARTICULARS, judge: Judge::Unit(nominees::particulars) },
    Check { rule: &nominees::NOBODY, judge: Judge::Unit(nominees::nobody) },
    Check { rule: &nominees::AWARD, judge: Judge::Unit(nominees::award) },
    Check { rule: &nominees::AWARD, judge: Judge::Campaign(nominees::quota_awards) },
    Check { rule: &LEVEL, judge: Judge::Campaign(levels) },
    Check { rule: &plans::PLAN, judge: Judge::Unit(plans::plan) },
];

fn missing(scope: &UnitScope, out: &mut Sink) {
    if !scope.unit.has_handed_in() {
        return;
    }
    for item in required::items(scope.unit, scope.all.campaign, &scope.all.loaded.kinds) {
        // What is misspelt where it is asked for is said there, and nobody owes it.
        let misspelt = scope.all.slips.parts.iter().any(|slip| slip.declared == item.kind.code);
        if !item.is_lacking() || misspelt {
            continue;
        }
        let of = item.nominee.map_or_else(String::new, |n| format!(" của {}", words::who(n)));
        let unit = scope.unit.short_name();
        let copies = words::count(item.copies as usize);
        let near = item.near.or(scope.top());
        let paper = match item.nominee {
            Some(n) => format!("{}/{}", item.kind.code, n.code.as_str()),
            None => item.kind.code.clone(),
        };
        let message = match item.state {
            State::NotHandedIn => {
                format!("Hồ sơ của {unit} chưa nộp {copies} {}{of}: không có trong các lần tiếp nhận", item.name)
            }
            _ => format!("Hồ sơ của {unit} còn thiếu {copies} {}{of}", item.name),
        };
        let help = match item.state {
            State::NotHandedIn => {
                format!("đề nghị nộp {}{of}, rồi ghi `{}` vào `nop` của lần tiếp nhận", item.name, item.kind.code)
            }
            _ => format!("đề nghị bổ sung {}{of}", item.name),
        };
        out.say(near, message).clause(item.clause).paper(paper).help(help);
    }
}

fn levels(scope: &Scope, out: &mut Sink) {
    for (name, _) in scope.campaign.severities.iter().filter(|(_, word)| *word != LevelWord::Error) {
        if super::known_rules(scope).any(|rule| rule.fixed && rule.code == name.text) {
            let message = format!(
                "không giảm được mức độ của `{}`: còn lỗi này thì chương trình không lập được văn bản",
                name.text
            );
            out.say(Some(name.at), message).help("xóa dòng này rồi sửa chính lỗi ấy");
        }
    }
    let known: Vec<&str> = super::known_rules(scope).map(|rule| rule.code).collect();
    for (name, _) in scope.campaign.severities.iter().filter(|(name, _)| !known.contains(&name.text.as_str())) {
        let near = nearest(&name.text, known.iter().copied());
        let said = out.say(Some(name.at), format!("`{}` không phải là mã được phép đổi mức độ", name.text));
        if let Some(near) = near {
            said.help(format!("sửa thành `{near}`, nếu đúng ý; `hoso explain` liệt kê mọi mã"));
        }
    }
}
