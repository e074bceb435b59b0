//! Who sat in a meeting, beside the committee's roster.

use super::{in_office, meeting_name, roster, same_person, sittings};
use crate::check::agreement::votes;
use crate::check::{Scope, Sink, words};
use crate::finding::{At, Rule};
use crate::record::committee::{Member, Role};
use crate::record::paper::Ballot;
use crate::record::review::Sitting;
use crate::record::scalar::Text;

pub(super) static PEOPLE: Rule = Rule::warning("khop/thanh-phan-hop")
    .text(
        "Cơ quan họp, người chủ trì (trưởng ban hoặc phó trưởng ban), người vắng và số người được triệu tập khớp với Ban Chỉ đạo (khi có khai) vào ngày họp; bỏ phiếu kín thì có người kiểm phiếu, một tổ trưởng, không phải người vắng.",
        "đối chiếu với biên bản họp và quyết định thành lập Ban Chỉ đạo rồi sửa `tham_du`, `kiem_phieu`, hoặc `ban_chi_dao` của phong-trao.yaml",
    )
    .example("tham_du: {trieu_tap: 40, …}   # Ban Chỉ đạo có 21 thành viên");

pub(super) fn people(scope: &Scope, out: &mut Sink) {
    for sitting in sittings(scope) {
        let found = body(scope, sitting).into_iter().chain(strangers(scope, sitting)).chain(counters(sitting));
        for (at, message) in found {
            out.say(Some(at), message);
        }
    }
}

/// Where the committee is a body of its own, using the seal of another, it is the one that meets; a meeting that names
/// no body is taken for one of the standing office.
fn body(scope: &Scope, sitting: &Sitting) -> Option<(At, String)> {
    let campaign = scope.campaign;
    let known = roster::is_whole(scope, &campaign.committee) && !campaign.agencies.faulty && !sitting.body.is_faulty();
    let (code, committee) = campaign.agencies.iter().find(|(_, body)| known && body.seal_of.get().is_some())?;
    let met = match sitting.body.get() {
        Some(body) => campaign.agencies.get(body)?,
        None => campaign.standing_office()?,
    };
    (met.seal_of.is_absent()).then(|| {
        let at = sitting.body.get().map_or(sitting.code.at, |body| body.at);
        let (who, own) = (&met.name.value, &committee.name.value);
        (at, format!("{} ghi là của {who}, không phải của {own} (`co_quan: {}`)", meeting_name(sitting), code.text))
    })
}

/// What does not agree with the roster of the day; where none is declared, or a member of it lacks, nothing can be told.
fn strangers(scope: &Scope, sitting: &Sitting) -> Vec<(At, String)> {
    let committee = &scope.campaign.committee;
    let Some(meeting) = sitting.attendance.get().filter(|_| roster::is_whole(scope, committee)) else {
        return Vec::new();
    };
    let day = sitting.date.get().map(|day| day.value);
    let members: Vec<&Member> = committee.iter().filter(|member| in_office(member, day)).collect();
    let stranger = |name: &Text| !members.iter().any(|member| same_person(&member.name, name));
    let chair = meeting.chair.get().filter(|name| stranger(name)).map(|name| (name, "chủ trì"));
    let absent = meeting.absent.iter().map(|absence| (&absence.name, "được nêu là vắng"));
    let unknown = chair.into_iter().chain(absent.filter(|(name, _)| stranger(name)));
    let mut found: Vec<(At, String)> = unknown
        .map(|(name, what)| {
            let message = format!(
                "{} {what} {}, nhưng không có trong Ban Chỉ đạo vào ngày ấy",
                name.value,
                meeting_name(sitting)
            );
            (name.at, message)
        })
        .collect();
    found.extend(meeting.chair.get().and_then(|name| led_by_member(name, &members, sitting)));
    // Who is not on the roster, or was convened in a number that is said to be wrong, makes the count differ as well.
    let told = votes::impossible(meeting).is_some() || votes::too_few(scope.campaign, meeting).is_some();
    let sound = found.is_empty() && !told;
    let convened = meeting.convened.get().filter(|convened| sound && convened.value as usize != members.len());
    if let Some(convened) = convened {
        let message = format!(
            "{} triệu tập {} người, trong khi Ban Chỉ đạo vào ngày ấy có {} thành viên",
            meeting_name(sitting),
            words::count(convened.value as usize),
            words::count(members.len())
        );
        found.push((convened.at, message));
    }
    found
}

/// A meeting is led by the head of the committee or a deputy.
fn led_by_member(name: &Text, members: &[&Member], sitting: &Sitting) -> Option<(At, String)> {
    let mut own = members.iter().filter(|member| same_person(&member.name, name)).peekable();
    own.peek()?;
    own.all(|member| member.role == Role::Member).then(|| {
        let what = "trong Ban Chỉ đạo chỉ là thành viên, không phải trưởng ban hay phó trưởng ban";
        (name.at, format!("{} chủ trì {}, nhưng {what}", name.value, meeting_name(sitting)))
    })
}

/// What is wrong with those who counted the ballots.
fn counters(sitting: &Sitting) -> Vec<(At, String)> {
    let counters = &sitting.counters;
    let secret = sitting.ballot.get() == Some(&Ballot::Secret);
    if secret && counters.items.is_empty() && !counters.faulty && !sitting.outcomes.items.is_empty() {
        let at = counters.at.unwrap_or(sitting.at);
        return vec![(at, format!("{} bỏ phiếu kín nhưng chưa ghi người kiểm phiếu", meeting_name(sitting)))];
    }
    let mut found = Vec::new();
    let mut heads = counters.iter().filter(|counter| counter.heads.get().is_some_and(|heads| heads.value));
    if let (Some(first), Some(second)) = (heads.next(), heads.next()) {
        let message = format!("tổ kiểm phiếu có hai tổ trưởng: {} và {}", first.name.value, second.name.value);
        found.push((second.name.at, message));
    }
    let absent = sitting.attendance.get().into_iter().flat_map(|meeting| meeting.absent.iter());
    for absence in absent {
        if let Some(counter) = counters.iter().find(|counter| same_person(&counter.name, &absence.name)) {
            let message = format!("{} được nêu là vắng mặt nhưng lại là người kiểm phiếu", counter.name.value);
            found.push((counter.name.at, message));
        }
    }
    found
}
