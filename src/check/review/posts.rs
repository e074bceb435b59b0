//! The committee is made up of those whose posts the plan names.

use std::iter;

use crate::check::{Scope, Sink, words};
use crate::finding::Rule;
use crate::record::committee::{Member, Post, Role};
use crate::record::decode::List;

pub(super) static POSTS: Rule = Rule::warning("phong-trao/chuc-danh")
    .text(
        "Người giữ từng vai trò trong Ban Chỉ đạo, Tổ giúp việc có chức vụ mà kế hoạch quy định (chỉ xét vai trò khai ở `chuc_danh`).",
        "đối chiếu với kế hoạch và quyết định thành lập rồi sửa `ban_chi_dao`, `to_giup_viec` hoặc `chuc_danh` của phong-trao.yaml",
    )
    .example("chuc_danh: {ban_chi_dao: [{vai_tro: truong_ban, chuc_vu: Chủ tịch UBND thị xã}]}\nban_chi_dao: [{ho_ten: …, chuc_vu: Phó Chủ tịch UBND thị xã, vai_tro: truong_ban}]");

pub(super) fn posts(scope: &Scope, out: &mut Sink) {
    let Some(posts) = scope.campaign.posts.get() else { return };
    of_body(&posts.committee, &scope.campaign.committee, "Ban Chỉ đạo", out);
    of_body(&posts.secretariat, &scope.campaign.secretariat, "Tổ giúp việc", out);
}

fn of_body(posts: &List<Post>, members: &List<Member>, body: &str, out: &mut Sink) {
    if members.at.is_none() || members.faulty {
        return;
    }
    for post in posts.iter() {
        let clause = post.clause.get().map(|clause| clause.value.as_str());
        let own: Vec<&Member> = members.iter().filter(|member| member.role == post.role).collect();
        if is_of_one(post.role) {
            for member in own.iter().filter(|member| !holds(member, post)) {
                let message = format!(
                    "{body} có {} là {} ({}), trong khi quy định là {}",
                    name(post.role),
                    member.name.value,
                    member.post.value,
                    post.post.value
                );
                out.say(Some(member.post.at), message).clause(clause);
            }
        } else if !own.iter().any(|member| holds(member, post)) {
            let message = format!("{body} chưa có {} là {}", name(post.role), post.post.value);
            out.say(members.at, message).clause(clause);
        }
    }
}

/// Roles that one person has at a time; that nobody has them is said of the roster.
fn is_of_one(role: Role) -> bool {
    matches!(role, Role::Head | Role::StandingDeputy | Role::Secretary)
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Head => "trưởng ban",
        Role::StandingDeputy => "phó trưởng ban thường trực",
        Role::Deputy => "phó trưởng ban",
        Role::Secretary => "tổ trưởng",
        Role::Member => "thành viên",
    }
}

/// Whether a member's post is the one named, or one of several that the member holds (`Phó Bí thư, Chủ tịch …`).
fn holds(member: &Member, post: &Post) -> bool {
    let held = member.post.replace(" kiêm ", ", ");
    let starts = iter::once(0).chain(held.match_indices([',', ';']).map(|(at, mark)| at + mark.len()));
    starts.filter_map(|at| held.get(at..)).any(|own| is_that(own, &post.post))
}

/// Whether a post is the one named, which may say less of the body: `Trưởng phòng Nội vụ` is held by a
/// `Trưởng phòng, Phòng Nội vụ - Lao động, Thương binh và Xã hội`, but not by that one's deputy.
fn is_that(own: &str, named: &str) -> bool {
    let spelt_out = [own, named].map(words::spelt_out);
    let [own, named] = spelt_out.each_ref().map(|text| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        // Somebody who acts in a post holds it.
        words.skip_while(|word| matches!(*word, "q" | "quyen")).collect::<Vec<_>>()
    });
    let mut rest = own.iter();
    own.first() == named.first() && named.iter().all(|word| rest.any(|own| own == word))
}
