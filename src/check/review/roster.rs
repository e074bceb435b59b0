//! The committee and its secretariat as the campaign writes them.

use chrono::NaiveDate;

use super::{in_office, same_person};
use crate::check::campaign::lists::knows_units;
use crate::check::{Scope, Sink, codes, dossier};
use crate::finding::Rule;
use crate::record::committee::{Member, Role};
use crate::record::decode::List;
use crate::record::kind::Block;
use crate::record::paper::{Filed, Signer};
use crate::record::scalar::Text;
use crate::record::text::same_words;

pub(super) static ROSTER: Rule = Rule::warning("phong-trao/ban-chi-dao")
    .text(
        "Ban Chỉ đạo (khi có khai, hoặc khi có quyết định thành lập) ghi mỗi người một lần, có một trưởng ban, có phó trưởng ban thường trực và có người đứng đầu của mọi đơn vị tham gia; Tổ giúp việc (khi có khai) ghi mỗi người một lần, có một tổ trưởng và có thành viên; vai trò của bên nào ghi ở bên ấy.",
        "đối chiếu với quyết định thành lập rồi sửa `ban_chi_dao`, `to_giup_viec` của phong-trao.yaml",
    )
    .example("ban_chi_dao: [{ho_ten: …, chuc_vu: …, vai_tro: thanh_vien}]   # không có trưởng ban");

pub(super) fn roster(scope: &Scope, out: &mut Sink) {
    let (committee, secretariat) = (&scope.campaign.committee, &scope.campaign.secretariat);
    if committee.at.is_some() && !committee.faulty {
        one(committee, Role::Head, "Ban Chỉ đạo", "trưởng ban", out);
        if !committee.iter().any(|member| member.role == Role::StandingDeputy) {
            out.say(committee.at, "Ban Chỉ đạo chưa có phó trưởng ban thường trực");
        }
        unrepresented(scope, committee, out);
        others(scope, committee, out);
        twice(committee, "Ban Chỉ đạo", out);
        misplaced(committee, &[Role::Secretary], "Ban Chỉ đạo", out);
    }
    if secretariat.at.is_some() && !secretariat.faulty {
        one(secretariat, Role::Secretary, "Tổ giúp việc", "tổ trưởng", out);
        if !secretariat.iter().any(|member| member.role == Role::Member) {
            out.say(secretariat.at, "Tổ giúp việc chưa có thành viên nào ngoài tổ trưởng");
        }
        twice(secretariat, "Tổ giúp việc", out);
        misplaced(secretariat, &[Role::Head, Role::StandingDeputy, Role::Deputy], "Tổ giúp việc", out);
    }
    strangers(scope, out);
    undeclared(scope, out);
}

/// Roles of the one body that stand in the other.
fn misplaced(list: &List<Member>, foreign: &[Role], body: &str, out: &mut Sink) {
    for member in list.iter().filter(|member| foreign.contains(&member.role)) {
        let message = format!("{body} không có vai trò `{}` ({})", member.role.word(), member.name.value);
        out.say(Some(member.name.at), message)
            .help("sửa `vai_tro`, hoặc chuyển người này sang danh sách kia (`ban_chi_dao`, `to_giup_viec`)");
    }
}

/// A decision that sets up the committee needs to know who is in it.
fn undeclared(scope: &Scope, out: &mut Sink) {
    let campaign = scope.campaign;
    if campaign.committee.at.is_some() || campaign.committee.faulty {
        return;
    }
    for filed in scope.loaded.founding_papers() {
        out.say(Some(filed.kind.at), "có quyết định thành lập nhưng phong trào chưa khai thành viên (`ban_chi_dao`)")
            .paper(filed.name())
            .help("khai `ban_chi_dao`, `to_giup_viec` ở phong-trao.yaml; chưa khai thì quyết định chỉ nêu chức vụ theo `chuc_danh` và người đứng đầu các đơn vị");
    }
}

/// Exactly one at any time: a successor takes over when the one before leaves.
fn one(list: &List<Member>, role: Role, body: &str, post: &str, out: &mut Sink) {
    let own: Vec<&Member> = list.iter().filter(|member| member.role == role).collect();
    if own.is_empty() {
        out.say(list.at, format!("{body} chưa có {post}"));
    }
    for (index, member) in own.iter().enumerate() {
        if let Some(other) = own.iter().take(index).find(|other| meet(other, member)) {
            let message = format!("{body} có hai {post} cùng lúc: {} và {}", other.name.value, member.name.value);
            out.say(Some(member.name.at), message)
                .help("giữ một người; nếu là thay nhau thì ghi `den`, `tu` của từng người");
        }
    }
}

/// Nobody is a member twice at a time; namesakes have other posts.
fn twice(list: &List<Member>, body: &str, out: &mut Sink) {
    for (index, member) in list.iter().enumerate() {
        let same = |other: &&Member| {
            same_words(&other.name, &member.name) && same_words(&other.post, &member.post) && meet(other, member)
        };
        if list.iter().take(index).any(|other| same(&other)) {
            out.say(Some(member.name.at), format!("{body} ghi {} ({}) hai lần", member.name.value, member.post.value))
                .help("bỏ một dòng; nếu là hai nhiệm kỳ thì ghi `den`, `tu` của từng nhiệm kỳ");
        }
    }
}

/// Whether two terms of office overlap; one ends on the day the other begins.
fn meet(one: &Member, other: &Member) -> bool {
    if [one, other].iter().any(|member| member.from.is_faulty() || member.to.is_faulty()) {
        return false;
    }
    let term = |member: &Member| {
        let from = member.from.get().map_or(NaiveDate::MIN, |day| day.value);
        (from, member.to.get().map_or(NaiveDate::MAX, |day| day.value))
    };
    let ((from, to), (other_from, other_to)) = (term(one), term(other));
    from < other_to && other_from < to
}

/// Whether a committee is declared, and has everybody that a committee has.
pub(super) fn is_whole(scope: &Scope, committee: &List<Member>) -> bool {
    let has = |role| committee.iter().any(|member| member.role == role);
    !committee.faulty && has(Role::Head) && has(Role::StandingDeputy) && missing(scope, committee).is_empty()
}

/// Units whose head is not in the committee; none where nobody can tell.
fn missing(scope: &Scope, committee: &List<Member>) -> Vec<String> {
    let named: Vec<&str> = committee.iter().filter_map(|member| Some(member.unit.get()?.value.as_str())).collect();
    // A misspelt code is reported as such; the unit it was meant for is not missing.
    let meant = |code: &&str| dossier::closest(code, scope, |unit| unit != *code && named.contains(&unit));
    let meant: Vec<&str> = named.iter().filter_map(meant).collect();
    if committee.iter().any(|member| member.unit.is_faulty()) || !knows_units(scope.campaign) {
        return Vec::new();
    }
    let missing = scope.campaign.units.iter().map(|unit| unit.as_str()).filter(|unit| !meant.contains(unit));
    missing.map(|unit| scope.unit_name(unit)).collect()
}

/// All such units in one finding.
fn unrepresented(scope: &Scope, committee: &List<Member>, out: &mut Sink) {
    let missing = missing(scope, committee);
    if !missing.is_empty() {
        let message = format!("Ban Chỉ đạo chưa có người đứng đầu của: {}", missing.join(", "));
        out.say(committee.at, message)
            .help("thêm người đứng đầu đơn vị, hoặc ghi `don_vi` cho thành viên là người đứng đầu");
    }
}

/// Members said to be the head of a unit whose proposal another signed as its head; a deputy who stands in for the head
/// tells nothing, and neither does a unit without a head.
fn others(scope: &Scope, committee: &List<Member>, out: &mut Sink) {
    for unit in scope.loaded.known_units() {
        let own = |member: &&Member| member.unit.get().is_some_and(|code| code.value == unit.code);
        let mut own = committee.iter().filter(own).peekable();
        let Some(first) = own.peek().copied() else { continue };
        let Some((signer, name, day)) = unit.papers.iter().find_map(|filed| head(scope, filed)) else { continue };
        let named = own.any(|member| in_office(member, Some(day)) && same_person(&member.name, name));
        if !named && in_office(first, Some(day)) {
            let message = format!(
                "Ban Chỉ đạo ghi người đứng đầu {} là {}, trong khi tờ trình của đơn vị do {} ký với chức vụ {}",
                unit.short_name(),
                first.name.value,
                name.value,
                signer.post.value
            );
            out.say(Some(first.name.at), message).help(
                "sửa `ho_ten`, `chuc_vu` của thành viên theo người đứng đầu; nếu đã đổi người thì ghi `den`, `tu`",
            );
        }
    }
}

/// Who signed a proposal as the unit's head, and when.
fn head<'a>(scope: &Scope, filed: &'a Filed) -> Option<(&'a Signer, &'a Text, NaiveDate)> {
    let proposes = scope.loaded.kinds.get(&filed.kind.text)?.blocks.contains(&Block::Nominees);
    let paper = filed.paper.get().filter(|_| proposes)?;
    let signer = paper.signer.get().filter(|signer| !signer.stands_in())?;
    Some((signer, signer.name.get()?, paper.date.get()?.value))
}

fn strangers(scope: &Scope, out: &mut Sink) {
    let known = |code: &str| {
        !knows_units(scope.campaign) || scope.loaded.lists(code) || codes::explains(&scope.slips.units, code)
    };
    let members = scope.campaign.committee.iter().chain(scope.campaign.secretariat.iter());
    for code in members.filter_map(|member| member.unit.get()).filter(|code| !known(&code.value)) {
        let near = dossier::closest(code, scope, |_| false).map(|near| format!("sửa thành `{near}`, nếu đúng ý"));
        out.say(Some(code.at), format!("thành viên của đơn vị `{}`, không có trong danh sách `don_vi`", code.value))
            .help(near.unwrap_or_else(|| "sửa lại mã đơn vị".into()));
    }
}
