//! The decision that sets up the committee and its secretariat: who is in them.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::decision::office_head;
use crate::check::review::in_office;
use crate::check::{Scope, words};
use crate::plan::context::Facts;
use crate::plan::head::without_deputy;
use crate::plan::posts;
use crate::record::Unit;
use crate::record::committee::{Member, Post, Role};
use crate::record::decode::List;
use crate::record::paper::{Capacity, Paper, Signer};
use crate::record::text::fold;

/// What most such bodies are called.
const COMMITTEE: &str = "Ban Chỉ đạo";

/// Somebody in a body; who is not named is there by the post.
struct Seat {
    name: String,
    post: String,
    role: Role,
}

/// The block `ban_chi_dao`: who sets the bodies up, at whose proposal, and everybody in them on the day of the paper.
/// Nothing where nobody can tell who would be in them.
pub(super) fn block(scope: &Scope, paper: &Paper, facts: &mut Facts) -> Option<Value> {
    let campaign = scope.campaign;
    facts.faulty |= campaign.committee.faulty || campaign.secretariat.faulty || campaign.posts.is_faulty();
    let day = facts.get(&paper.date).map(|day| day.value);
    let posts = campaign.posts.get();
    let mut committee = seats(scope, &campaign.committee, posts.map(|posts| &posts.committee), day);
    committee.extend(heads_of_units(scope, &committee, day));
    let secretariat = seats(scope, &campaign.secretariat, posts.map(|posts| &posts.secretariat), day);
    let body = campaign.agencies.iter().map(|(_, body)| body).find(|body| body.seal_of.get().is_some());
    let name = body.map_or(COMMITTEE, |body| body.name.value.as_str());
    let is_council = name.starts_with("Hội đồng");
    let group = |name: &str, seats: &[Seat]| {
        let row = |(i, seat): (usize, &Seat)| {
            json!({
                "stt": (i + 1).to_string(),
                "ten": seat.name,
                "chuc_vu": seat.post,
                "vai_tro": role(seat.role, is_council),
            })
        };
        let rows: Vec<Value> = seats.iter().enumerate().map(row).collect();
        json!({"ten": name, "so": words::count(rows.len()), "cac": rows})
    };
    let groups = [(name, &committee), ("Tổ giúp việc", &secretariat)];
    let groups: Vec<Value> =
        groups.iter().filter(|(_, seats)| !seats.is_empty()).map(|(name, seats)| group(name, seats)).collect();
    let signer = facts.get(&paper.signer).or(campaign.authority().and_then(|body| body.signer.get()));
    (!committee.is_empty()).then(|| {
        json!({
            "ten": name,
            // In the articles after the first.
            "ten_ngan": if name.starts_with(COMMITTEE) { COMMITTEE } else { name },
            "tong": words::count(committee.len() + secretariat.len()),
            "so": words::count(committee.len()),
            "so_giup_viec": if secretariat.is_empty() { String::new() } else { words::count(secretariat.len()) },
            "nguoi_quyet_dinh": set_up_by(scope, signer),
            "theo_de_nghi": office_head(scope),
            "nhom": groups,
        })
    })
}

/// The body itself where it decides as a collective, else its head.
fn set_up_by(scope: &Scope, signer: Option<&Signer>) -> String {
    let Some(body) = scope.campaign.authority().map(|body| body.name.value.as_str()) else { return String::new() };
    match signer.filter(|signer| !signer.has(Capacity::OnBehalf)) {
        Some(signer) => {
            let own = || words::upper_first(without_deputy(&signer.post));
            posts::of_body(&signer.for_post.get().map_or_else(own, |post| post.value.clone()), body)
        }
        None => body.to_owned(),
    }
}

/// Those who are in office on a day; where the record names nobody, the posts that the plan names.
fn seats(scope: &Scope, members: &List<Member>, posts: Option<&List<Post>>, day: Option<NaiveDate>) -> Vec<Seat> {
    if members.at.is_some() {
        let sitting = members.iter().filter(|member| in_office(member, day));
        let seat =
            |member: &Member| Seat { name: member.name.value.clone(), post: held(scope, member), role: member.role };
        return sitting.map(seat).collect();
    }
    let seat = |post: &Post| Seat { name: String::new(), post: post.post.value.clone(), role: post.role };
    posts.into_iter().flat_map(|posts| posts.iter()).map(seat).collect()
}

/// A member's post with the body it is held in: `Trưởng phòng, Phòng Tư pháp` reads `Trưởng phòng Tư pháp`.
fn held(scope: &Scope, member: &Member) -> String {
    let post = member.post.value.as_str();
    let own = member.unit.get().and_then(|code| scope.loaded.unit(&code.value));
    let bodies = scope.campaign.agencies.iter().map(|(_, body)| body.name.value.as_str());
    let names = own.map(Unit::name).into_iter().chain(bodies).chain(scope.loaded.known_units().map(Unit::name));
    let parted =
        |name: &str| post.strip_suffix(name)?.trim_end().strip_suffix(',').map(|head| posts::of_body(head, name));
    let joined = names.into_iter().find_map(parted);
    joined.or_else(|| own.map(|unit| posts::in_full(post, unit))).unwrap_or_else(|| post.to_owned())
}

/// Heads of the units that take part and that nobody in the committee heads, in the campaign's order: by name where a
/// paper of the unit is signed by its head.
fn heads_of_units(scope: &Scope, committee: &[Seat], day: Option<NaiveDate>) -> Vec<Seat> {
    let members = scope.campaign.committee.iter().filter(|member| in_office(member, day));
    let represented: Vec<&str> = members.filter_map(|member| Some(member.unit.get()?.value.as_str())).collect();
    let units = scope.campaign.units.iter().filter_map(|code| scope.loaded.unit(code.as_str()));
    let seat = |unit: &Unit| {
        let signers = unit.papers.iter().filter_map(|filed| filed.paper.get()?.signer.get());
        let head = signers.into_iter().find(|signer| !signer.stands_in() && signer.name.get().is_some());
        let post = head.map_or("Người đứng đầu", |head| head.post.value.as_str());
        let name = head.and_then(|head| head.name.get()).map_or_else(String::new, |name| name.value.clone());
        Seat { name, post: posts::in_full(post, unit), role: Role::Member }
    };
    // A post that the plan names may be that of a unit's head.
    let has_seat =
        |post: &str| committee.iter().any(|seat| seat.name.is_empty() && fold(post).starts_with(&fold(&seat.post)));
    let others = units.filter(|unit| !represented.contains(&unit.code.as_str())).map(seat);
    others.filter(|seat| !has_seat(&seat.post)).collect()
}

/// What a role is called in a list of members.
fn role(role: Role, is_council: bool) -> &'static str {
    match role {
        Role::Head if is_council => "Chủ tịch Hội đồng",
        Role::StandingDeputy if is_council => "Phó Chủ tịch Thường trực Hội đồng",
        Role::Deputy if is_council => "Phó Chủ tịch Hội đồng",
        Role::Head => "Trưởng ban",
        Role::StandingDeputy => "Phó Trưởng ban Thường trực",
        Role::Deputy => "Phó Trưởng ban",
        Role::Secretary => "Tổ trưởng",
        Role::Member => "Thành viên",
    }
}
