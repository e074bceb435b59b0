//! What the minutes count: who came, who voted, what passed.

use std::collections::{HashMap, HashSet};

use super::{all_proposed, clause, kind_name, meetings};
use crate::check::wording::signers::same_person;
use crate::check::{Sink, UnitScope, words};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::{Base, Campaign, Origin};
use crate::record::paper::{Attendance, Paper, Vote};
use crate::record::scalar::Count;
use crate::record::unit::Nominee;

pub(in crate::check) static NOT_VOTED: Rule = Rule::error("khop/chua-bieu-quyet")
    .blocking(Blocks::List)
    .text(
        "Tập thể, cá nhân được đề nghị trong tờ trình, hoặc được cuộc họp xét chọn, phải có kết quả biểu quyết trong biên bản họp.",
        "bổ sung kết quả biểu quyết, hoặc bỏ đề nghị này khỏi tờ trình",
    )
    .example("bieu_quyet: []   # tờ trình đề nghị nguyen-van-a");
pub(in crate::check) static NOT_PASSED: Rule = Rule::error("khop/khong-thong-qua")
    .blocking(Blocks::List)
    .text(
        "Tập thể, cá nhân được đề nghị trong tờ trình, hoặc được ghi là chọn khen thưởng, phải được cuộc họp thông qua (chỉ xét khi `bieu_quyet` của phong trào có nêu `ty_le`).",
        "đối chiếu số phiếu với biên bản; nếu đúng như vậy thì bỏ đề nghị này khỏi tờ trình",
    )
    .example("bieu_quyet: [{de_nghi: nguyen-van-a, dong_y: 5, khong_dong_y: 18}]");
pub(super) static VOTED_TWICE: Rule = Rule::error("khop/bieu-quyet-trung")
    .text(
        "Mỗi tập thể, cá nhân chỉ có một kết quả biểu quyết trong một cuộc họp.",
        "đối chiếu với biên bản, giữ lại một dòng kết quả",
    )
    .example("bieu_quyet: [{de_nghi: nguyen-van-a, dong_y: 22}, {de_nghi: nguyen-van-a, dong_y: 21}]");
pub(in crate::check) static COUNT: Rule = Rule::error("khop/kiem-phieu")
    .text(
        "Tổng số phiếu của một lần biểu quyết không nhiều hơn số người có mặt.",
        "đối chiếu lại số phiếu với biên bản kiểm phiếu",
    )
    .example("hop: {co_mat: 23}\nbieu_quyet: [{dong_y: 23, khong_dong_y: 2}]");
pub(in crate::check) static ATTENDANCE: Rule = Rule::error("khop/tham-du")
    .text(
        "Số người có mặt không nhiều hơn số người được triệu tập; khi nêu tên người vắng thì số người được nêu phải đúng bằng số chênh lệch, mỗi người một lần, và không có người chủ trì, thư ký.",
        "đối chiếu lại thành phần dự họp với biên bản",
    )
    .example("hop: {trieu_tap: 25, co_mat: 26}");
pub(in crate::check) static QUORUM: Rule = Rule::error("khop/du-so-hop")
    .blocking(Blocks::List)
    .text(
        "Cuộc họp phải có đủ tỷ lệ người dự họp mà phong trào quy định (chỉ xét khi `bieu_quyet` của phong trào có nêu).",
        "đối chiếu số người có mặt với biên bản; nếu đúng như vậy thì phải họp lại",
    )
    .by("quy định biểu quyết của phong trào")
    .example("hop: {trieu_tap: 30, co_mat: 12}   # quy định: 2/3");

pub(super) fn not_voted(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in meetings(scope) {
        if paper.votes.faulty || paper.is_received(Origin::Written) && paper.votes.at.is_none() {
            continue;
        }
        let votes = Votes::of(scope, paper);
        let lacks_vote = |n: &&Nominee| votes.on(n).is_empty() && !votes.meant.contains(n.code.as_str());
        let lacking: Vec<&Nominee> = all_proposed(scope).into_iter().filter(lacks_vote).collect();
        // Votes under codes that resemble nobody's may be those on them, where there is one for each.
        if lacking.len() <= votes.odd {
            continue;
        }
        for nominee in lacking {
            let message = format!(
                "{} được đề nghị nhưng không có kết quả biểu quyết trong {}",
                words::upper_first(&words::who(nominee)),
                kind_name(scope, filed)
            );
            out.say(paper.votes.at.or(Some(filed.kind.at)), message).clause(clause(scope, filed)).paper(filed.name());
        }
    }
}

pub(super) fn not_passed(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in meetings(scope) {
        let votes = Votes::of(scope, paper);
        for nominee in all_proposed(scope) {
            for vote in votes.on(nominee) {
                if let Some((at, why)) = shortfall(scope, paper, vote) {
                    let who = words::upper_first(&words::who(nominee));
                    out.say(Some(at), format!("{who} được đề nghị nhưng cuộc họp không thông qua: {why}"))
                        .nominee(nominee)
                        .clause(clause(scope, filed))
                        .paper(filed.name());
                }
            }
        }
    }
}

fn shortfall(scope: &UnitScope, paper: &Paper, vote: &Vote) -> Option<(At, String)> {
    missed(scope.all.campaign, paper.meeting.get().map(Box::as_ref), vote.in_favour.get()?)
}

/// Why a vote did not pass the campaign's majority; where it states none nothing is judged.
pub(in crate::check) fn missed(campaign: &Campaign, meeting: Option<&Attendance>, yes: &Count) -> Option<(At, String)> {
    let majority = campaign.voting.get()?.majority.get()?;
    let (base, of) = base(campaign, meeting?)?;
    let passed = majority.is_met(yes.value, base, true);
    let (yes_of_all, at) = (format!("{}/{}", number(yes), words::count(base as usize)), yes.at);
    (!passed).then(|| (at, format!("chỉ {yes_of_all} người {of} đồng ý, chưa quá {majority}")))
}

/// The number a ratio is taken of, and what it is called.
fn base(campaign: &Campaign, meeting: &Attendance) -> Option<(u32, &'static str)> {
    match campaign.voting.get().and_then(|v| v.base.get()) {
        Some(Base::All) => Some((meeting.convened.get()?.value, "được triệu tập")),
        _ => Some((meeting.present.get()?.value, "có mặt")),
    }
}

/// The votes of a meeting by whom they are on.
struct Votes<'a> {
    by_code: HashMap<&'a str, Vec<&'a Vote>>,
    /// Whom votes under codes that nobody carries were probably about; khop/nguoi-la says so.
    meant: HashSet<&'a str>,
    /// How many codes there are that nobody carries and that resemble nobody's.
    odd: usize,
}

impl<'a> Votes<'a> {
    fn of(scope: &'a UnitScope, paper: &'a Paper) -> Self {
        let mut votes = Self { by_code: HashMap::new(), meant: HashSet::new(), odd: 0 };
        for vote in paper.votes.iter() {
            votes.by_code.entry(vote.nominee.as_str()).or_default().push(vote);
            if vote.name.is_absent() && scope.unit.nominee(&vote.nominee).is_none() {
                match scope.unit.meant(&vote.nominee) {
                    Some(nominee) => drop(votes.meant.insert(nominee.code.as_str())),
                    None => votes.odd += 1,
                }
            }
        }
        votes
    }

    fn on(&self, nominee: &Nominee) -> &[&'a Vote] {
        self.by_code.get(nominee.code.as_str()).map_or(&[], Vec::as_slice)
    }
}

/// Whom a vote is on, by name where one is known.
fn voted_on(scope: &UnitScope, vote: &Vote) -> String {
    let name = || vote.name.get().map_or_else(|| format!("`{}`", vote.nominee.as_str()), |name| name.value.clone());
    scope.unit.nominee(&vote.nominee).map_or_else(name, words::who)
}

fn number(count: &Count) -> String {
    words::count(count.value as usize)
}

pub(super) fn voted_twice(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        let mut seen = std::collections::BTreeSet::new();
        for vote in paper.votes.iter().filter(|vote| !seen.insert(vote.nominee.as_str())) {
            let message = format!("có hai kết quả biểu quyết đối với {}", voted_on(scope, vote));
            out.say(Some(vote.at), message).paper(filed.name());
        }
    }
}

pub(super) fn counts(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        let Some(present) = paper.meeting.get().and_then(|m| m.present.get()) else { continue };
        for vote in paper.votes.iter() {
            let parts = [&vote.in_favour, &vote.against, &vote.invalid];
            let total: u64 = parts.iter().filter_map(|slot| slot.get()).map(|c| u64::from(c.value)).sum();
            if total > u64::from(present.value) {
                let message = format!(
                    "biểu quyết đối với {} có tổng cộng {total:02} phiếu, nhiều hơn {} người có mặt",
                    voted_on(scope, vote),
                    number(present)
                );
                out.say(vote.in_favour.get().map(|c| c.at).or(Some(vote.at)), message).paper(filed.name());
            }
        }
    }
}

pub(super) fn attendance(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        if let Some((at, message)) = paper.meeting.get().and_then(|meeting| impossible(meeting)) {
            out.say(Some(at), message).paper(filed.name());
        }
    }
}

/// Why so many cannot have come.
pub(in crate::check) fn impossible(meeting: &Attendance) -> Option<(At, String)> {
    absent_and_present(meeting).or_else(|| too_many(meeting))
}

/// Who cannot have been away: who led or recorded the meeting, or was counted as absent before.
fn absent_and_present(meeting: &Attendance) -> Option<(At, String)> {
    let leads = [(&meeting.chair, "chủ trì"), (&meeting.secretary, "thư ký")];
    meeting.absent.iter().enumerate().find_map(|(index, absence)| {
        let name = &absence.name;
        let lead =
            leads.iter().find_map(|(slot, what)| Some((slot.get().filter(|lead| same_person(lead, name))?, what)));
        if let Some((lead, what)) = lead {
            let who = spelt(name, lead);
            return Some((name.at, format!("{who} vừa là {what} vừa được nêu là vắng mặt")));
        }
        let before = meeting.absent.iter().take(index).find(|other| same_person(&other.name, name))?;
        Some((name.at, format!("{} được nêu là vắng mặt hai lần", spelt(name, &before.name))))
    })
}

/// A name, with the other way in which it is written where there is one.
fn spelt(name: &str, other: &str) -> String {
    if name == other { name.to_owned() } else { format!("{name} (chỗ khác ghi “{other}”)") }
}

fn too_many(meeting: &Attendance) -> Option<(At, String)> {
    let (convened, present) = (meeting.convened.get()?, meeting.present.get()?);
    if present.value > convened.value {
        let message = format!("có mặt {} người, nhiều hơn {} người được triệu tập", number(present), number(convened));
        return Some((present.at, message));
    }
    let named = &meeting.absent;
    let at = named.at.filter(|_| !named.items.is_empty() && !named.faulty)?;
    let gone = (convened.value - present.value) as usize;
    (named.items.len() != gone).then(|| {
        let message = format!(
            "triệu tập {}, có mặt {}, nhưng nêu tên {:02} người vắng",
            number(convened),
            number(present),
            named.items.len()
        );
        (at, message)
    })
}

pub(super) fn quorum(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        if let Some((at, message)) = paper.meeting.get().and_then(|m| too_few(scope.all.campaign, m)) {
            out.say(Some(at), message).paper(filed.name());
        }
    }
}

/// Why a meeting could decide nothing, by the quorum that the campaign sets.
pub(in crate::check) fn too_few(campaign: &Campaign, meeting: &Attendance) -> Option<(At, String)> {
    let ratio = campaign.voting.get()?.quorum.get()?;
    let (convened, present) = (meeting.convened.get()?, meeting.present.get()?);
    (!ratio.is_met(present.value, convened.value, false)).then(|| {
        let (present_count, convened_count) = (number(present), number(convened));
        (present.at, format!("chỉ {present_count}/{convened_count} người được triệu tập có mặt, chưa đủ {ratio}"))
    })
}
