//! How whoever led a meeting signs its minutes: as the model has it, and in a body that uses its host's seal with the
//! office in the body above the signature and the post in the host below it (khoản 7 Mục II Phần I Phụ lục I).

use serde_json::{Value, json};

use super::sitting::body;
use crate::check::Scope;
use crate::check::review::{in_office, same_person};
use crate::record::campaign::Agency;
use crate::record::committee::{Member, Role};
use crate::record::review::Sitting;
use crate::record::text::fold;

/// What bodies are called that a chairman leads; others are led by a `Trưởng ban`.
const COUNCIL: &str = "Hội đồng";

/// The lines above the signature, and the post just above the name.
pub(super) fn block(scope: &Scope, sitting: &Sitting) -> Value {
    let mut lines = vec!["Chủ tọa".to_owned()];
    let mut other = String::new();
    if let Some(body) = body(scope, sitting).filter(|body| body.seal_of.get().is_some()) {
        let (office, post) = posts(scope, sitting, body);
        lines.extend(office);
        other = post;
    }
    json!({"dong": lines, "chuc_vu_khac": other})
}

/// The office in the body, and the post outside it: as the meeting's record states them, what it leaves out as the
/// roster has it.
fn posts(scope: &Scope, sitting: &Sitting, body: &Agency) -> (Option<String>, String) {
    let attendance = sitting.attendance.get();
    let stated = attendance.and_then(|a| a.chair_post.get()).map_or("", |post| post.value.as_str());
    let (of_body, others): (Vec<&str>, Vec<&str>) =
        stated.split(", ").filter(|part| !part.is_empty()).partition(|part| is_of(part, &body.name.value));
    let day = sitting.date.get().map(|day| day.value);
    let name = attendance.and_then(|a| a.chair.get());
    let is_chair =
        |member: &&Member| name.is_some_and(|name| same_person(&member.name, name)) && in_office(member, day);
    let member = scope.campaign.committee.iter().find(is_chair);
    let is_council = body.name.value.starts_with(COUNCIL);
    let of_roster = member.and_then(|member| office(member.role, is_council)).map(str::to_owned);
    let office = of_roster.or_else(|| of_body.first().map(|part| (*part).to_owned()));
    let post = match (others.join(", "), member) {
        (post, Some(member)) if post.is_empty() => member.post.value.clone(),
        (post, _) => post,
    };
    (office, post)
}

/// What an office is called in the signature; members have none.
fn office(role: Role, is_council: bool) -> Option<&'static str> {
    match role {
        Role::Head if is_council => Some("Chủ tịch Hội đồng"),
        Role::Head => Some("Trưởng ban"),
        Role::StandingDeputy | Role::Deputy if is_council => Some("Phó Chủ tịch Hội đồng"),
        Role::StandingDeputy | Role::Deputy => Some("Phó Trưởng ban"),
        Role::Secretary | Role::Member => None,
    }
}

/// Whether a post is held in a body: it ends in the body's first words, `Trưởng Ban Chỉ đạo`, `Chủ tịch Hội đồng`.
fn is_of(post: &str, body: &str) -> bool {
    let (post, body) = (fold(post), fold(body));
    let words: Vec<&str> = body.split(' ').collect();
    (2..=words.len()).any(|n| words.get(..n).is_some_and(|head| post.ends_with(&format!(" {}", head.join(" ")))))
}
