//! The committee's meetings: who came, how they voted, and when.

use std::collections::BTreeMap;

use super::{choose, in_office, judged, likewise, meeting_name, results, same_person, sittings, subject};
use crate::check::agreement::{days, votes};
use crate::check::campaign::near;
use crate::check::{Scope, Sink, codes, words};
use crate::finding::{At, Blocks, Rule};
use crate::record::Unit;
use crate::record::campaign::Campaign;
use crate::record::committee::Member;
use crate::record::decode::Slot;
use crate::record::paper::Ballot;
use crate::record::review::{Outcome, Sitting};
use crate::record::scalar::{Count, Date};

pub(super) static MEETING: Rule = Rule::error("khop/cuoc-hop")
    .blocking(Blocks::List)
    .text(
        "Mỗi cuộc họp xét có mã riêng và do một cơ quan khai ở `co_quan` của phong trào họp.",
        "đặt lại mã cuộc họp, hoặc sửa mã cơ quan",
    )
    .example("hop: [{ma: dot-1, …}, {ma: dot-1, …}]");
pub(super) static RECUSAL: Rule = Rule::warning("khop/tu-bieu-quyet")
    .text(
        "Thành viên Ban Chỉ đạo không biểu quyết về đơn vị do mình đứng đầu (chỉ xét khi `bieu_quyet` của phong trào có nêu).",
        "ghi số người không tham gia biểu quyết vào `khong_tham_gia` của kết quả này, theo biên bản họp",
    )
    .by("quy định biểu quyết của phong trào")
    .example("ket_qua: [{don_vi: long-thuy, …, dong_y: 23}]   # Chủ tịch UBND phường Long Thủy có mặt");
pub(super) static SHORT: Rule = Rule::warning("khop/thieu-phieu")
    .text(
        "Khi bỏ phiếu kín, tổng số phiếu đồng ý, không đồng ý, không hợp lệ và số người không tham gia của mỗi kết quả bằng số người có mặt.",
        "đối chiếu với biên bản kiểm phiếu: phiếu không hợp lệ ghi ở `khong_hop_le`, người không bỏ phiếu ghi ở `khong_tham_gia`",
    )
    .example("cach: phieu_kin\ntham_du: {co_mat: 20}\nket_qua: [{…, dong_y: 12, khong_dong_y: 1}]");
pub(super) static EARLY: Rule = Rule::warning("khop/hop-truoc-ho-so")
    .text(
        "Cuộc họp xét không trước ngày nhận hồ sơ được xét tại cuộc họp ấy.",
        "đối chiếu lại ngày họp với ngày nhận hồ sơ cuối cùng của đơn vị",
    )
    .example("hop: [{ngay: 2021-06-01}]   # long-thuy nộp bổ sung ngày 05/6/2021");
pub(super) static CONFERENCE: Rule = Rule::warning("khop/hop-sat-hoi-nghi")
    .text(
        "Cuộc họp xét phải trước hội nghị ít nhất số ngày ghi ở `hop_truoc` (chỉ xét khi `hoi_nghi` có nêu).",
        "chưa họp thì họp sớm hơn; đã họp thì lùi ngày hội nghị, hoặc báo cáo người có thẩm quyền quyết định",
    )
    .example("hoi_nghi: {ngay: 2022-04-28, hop_truoc: 15}\nhop: [{ngay: 2022-04-20}]");

fn number(count: &Count) -> String {
    words::count(count.value as usize)
}

pub(super) fn meetings(scope: &Scope, out: &mut Sink) {
    let mut seen = Vec::new();
    let agencies = &scope.campaign.agencies;
    for sitting in sittings(scope) {
        if seen.contains(&&sitting.code.value) {
            out.say(Some(sitting.code.at), format!("mã `{}` dùng cho hai cuộc họp", sitting.code.as_str()))
                .help("đặt lại mã cho một trong hai cuộc họp");
        }
        seen.push(&sitting.code.value);
        let strange = |code: &str| !agencies.faulty && !agencies.items.is_empty() && agencies.get(code).is_none();
        let unknown = |code: &str| strange(code) && !codes::explains(&scope.slips.agencies, code);
        if let Some(body) = sitting.body.get().filter(|body| unknown(body)) {
            let known: Vec<&str> = agencies.iter().map(|(name, _)| name.text.as_str()).collect();
            let message = format!("cơ quan họp `{}` không có trong `co_quan` của phong trào", body.value);
            choose(out.say(Some(body.at), message), body, "các cơ quan đã khai", &known);
        }
    }
}

/// The ballots that a result counts, and those who took no part.
fn cast(outcome: &Outcome) -> (u64, u64) {
    let value = |slot: &Slot<Count>| slot.get().map_or(0, |count| u64::from(count.value));
    let cast = [&outcome.in_favour, &outcome.against, &outcome.invalid].into_iter().map(value).sum();
    (cast, value(&outcome.recused))
}

/// Those present, with the results that count more ballots than that.
fn beyond(sitting: &Sitting) -> Option<(&Count, Vec<&Outcome>)> {
    let present = sitting.attendance.get()?.present.get()?;
    let more = |outcome: &&Outcome| {
        let (cast, recused) = cast(outcome);
        cast + recused > u64::from(present.value)
    };
    Some((present, sitting.outcomes.iter().filter(more).collect()))
}

/// Whether so many cannot have come; khop/tham-du says why.
fn is_impossible(sitting: &Sitting) -> bool {
    sitting.attendance.get().is_some_and(|meeting| votes::impossible(meeting).is_some())
}

/// Whether it is rather the number of those present that is wrong: the ballots of several agree against it, or the
/// absent who are named.
fn is_miscounted(sitting: &Sitting) -> bool {
    is_impossible(sitting) || beyond(sitting).is_some_and(|(_, found)| found.len() > 1)
}

pub(super) fn counts(scope: &Scope, out: &mut Sink) {
    for sitting in sittings(scope) {
        let Some((present, found)) = beyond(sitting) else { continue };
        let Some(first) = found.first() else { continue };
        if let [only] = found.as_slice() {
            let (cast, recused) = cast(only);
            let apart = if recused > 0 { format!(" và {recused:02} người không tham gia") } else { String::new() };
            let message = format!(
                "biểu quyết đối với {} có tổng cộng {cast:02} phiếu{apart}, nhiều hơn {} người có mặt",
                subject(scope, only),
                number(present)
            );
            out.say(Some(only.in_favour.get().map_or(only.at, |count| count.at)), message);
        } else if !is_impossible(sitting) {
            let message = format!(
                "có mặt {} người, nhưng {} kết quả (trước hết là kết quả đối với {}) có tổng số phiếu nhiều hơn số ấy",
                number(present),
                words::count(found.len()),
                subject(scope, first)
            );
            out.say(Some(present.at), message).help("đối chiếu số người có mặt và số phiếu với biên bản kiểm phiếu");
        }
    }
}

/// In a secret vote every ballot given out comes back, valid or not.
pub(super) fn short(scope: &Scope, out: &mut Sink) {
    for sitting in sittings(scope).filter(|sitting| sitting.ballot.get() == Some(&Ballot::Secret)) {
        let present = sitting.attendance.get().and_then(|meeting| meeting.present.get());
        let Some(present) = present.filter(|_| !is_miscounted(sitting)) else { continue };
        let unread = |outcome: &Outcome| {
            [&outcome.in_favour, &outcome.against, &outcome.invalid, &outcome.recused].iter().any(|n| n.is_faulty())
        };
        let short = |outcome: &&Outcome| {
            let (cast, recused) = cast(outcome);
            outcome.in_favour.get().is_some() && !unread(outcome) && cast + recused < u64::from(present.value)
        };
        let found: Vec<&Outcome> = sitting.outcomes.iter().filter(short).collect();
        let Some(first) = found.first() else { continue };
        let more = likewise(", ", found.len(), "kết quả");
        let (cast, recused) = cast(first);
        let message = format!(
            "bỏ phiếu kín đối với {} chỉ có {:02} phiếu, ít hơn số người có mặt ({} người){more}",
            subject(scope, first),
            cast + recused,
            number(present)
        );
        out.say(Some(first.in_favour.get().map_or(first.at, |count| count.at)), message);
    }
}

pub(super) fn attendance(scope: &Scope, out: &mut Sink) {
    for (at, message) in sittings(scope).filter_map(|sitting| votes::impossible(sitting.attendance.get()?)) {
        out.say(Some(at), message);
    }
}

pub(super) fn quorum(scope: &Scope, out: &mut Sink) {
    let sound = sittings(scope).filter(|sitting| !is_miscounted(sitting));
    for (at, message) in sound.filter_map(|s| votes::too_few(scope.campaign, s.attendance.get()?)) {
        out.say(Some(at), message);
    }
}

/// Those chosen, with the meeting that chose them.
fn chosen<'a>(scope: &'a Scope) -> impl Iterator<Item = (&'a Sitting, &'a Outcome)> {
    sittings(scope).flat_map(|sitting| {
        let known = |outcome: &&Outcome| outcome.chosen_for().is_some_and(|award| !results::is_unknown(scope, award));
        sitting.outcomes.iter().filter(known).map(move |outcome| (sitting, outcome))
    })
}

/// Where a majority is set, nobody is chosen without a count of votes.
pub(super) fn not_voted(scope: &Scope, out: &mut Sink) {
    if scope.campaign.voting.get().and_then(|voting| voting.majority.get()).is_none() {
        return;
    }
    for (sitting, outcome) in chosen(scope).filter(|(_, outcome)| outcome.in_favour.is_absent()) {
        let who = words::upper_first(&subject(scope, outcome));
        let message = format!("{who} được chọn nhưng {} không ghi số phiếu đồng ý", meeting_name(sitting));
        out.say(Some(outcome.at), message).help("ghi `dong_y`, `khong_dong_y` theo biên bản kiểm phiếu");
    }
}

pub(super) fn not_passed(scope: &Scope, out: &mut Sink) {
    for (sitting, outcome) in chosen(scope) {
        let Some(yes) = outcome.in_favour.get() else { continue };
        if let Some((at, why)) = votes::missed(scope.campaign, sitting.attendance.get(), yes) {
            let who = words::upper_first(&subject(scope, outcome));
            out.say(Some(at), format!("{who} được chọn nhưng cuộc họp không thông qua: {why}"))
                .help("đối chiếu số phiếu với biên bản; nếu đúng như vậy thì ghi `ket_qua: khong_dat` kèm lý do");
        }
    }
}

/// Whether somebody who heads this unit sat in the committee on the day of the meeting.
fn head_of<'a>(campaign: &'a Campaign, sitting: &Sitting, unit: &str) -> Option<&'a Member> {
    let day = sitting.date.get().map(|day| day.value);
    let is_absent = |member: &&Member| {
        let mut absent = sitting.attendance.get().into_iter().flat_map(|meeting| meeting.absent.iter());
        absent.any(|absence| same_person(&absence.name, &member.name))
    };
    let heads = campaign.committee.iter().filter(|member| member.unit.get().is_some_and(|own| own.value == unit));
    heads.filter(|member| in_office(member, day)).find(|member| !is_absent(member))
}

pub(super) fn recusal(scope: &Scope, out: &mut Sink) {
    let asked = scope.campaign.voting.get().and_then(|voting| voting.recusal.get());
    if !asked.is_some_and(|asked| asked.value) {
        return;
    }
    for sitting in sittings(scope) {
        let took_part = |outcome: &Outcome| {
            outcome.recused.is_absent() || outcome.recused.get().is_some_and(|count| count.value == 0)
        };
        let voted = sitting.outcomes.iter().filter(|outcome| took_part(outcome));
        let found: Vec<(&Outcome, &Member)> =
            voted.filter_map(|outcome| Some((outcome, head_of(scope.campaign, sitting, &outcome.unit)?))).collect();
        let Some((first, head)) = found.first() else { continue };
        let more = likewise("; ", found.len(), "kết quả");
        let message = format!(
            "kết quả đối với {} chưa ghi số người không tham gia biểu quyết, trong khi người đứng đầu đơn vị ({}) là thành viên Ban Chỉ đạo{more}",
            subject(scope, first),
            head.name.value
        );
        out.say(Some(first.at), message);
    }
}

/// What is wrong with the hours of a count: it ends after it begins, and while the meeting lasts.
fn miscounted(sitting: &Sitting) -> Option<(At, String)> {
    let (begins, ends) = (sitting.counting_begins.get(), sitting.counting_ends.get());
    if let Some((begins, ends)) = begins.zip(ends).filter(|(begins, ends)| ends.of_day() <= begins.of_day()) {
        return Some((ends.at, format!("kiểm phiếu xong lúc {ends}, không sau giờ bắt đầu kiểm phiếu ({begins})")));
    }
    let early = begins.zip(sitting.begins.get()).filter(|(count, meeting)| count.of_day() < meeting.of_day());
    let late = ends.zip(sitting.ends.get()).filter(|(count, meeting)| count.of_day() > meeting.of_day());
    let (counted, meeting) = early.or(late)?;
    Some((counted.at, format!("giờ kiểm phiếu ({counted}) nằm ngoài cuộc họp ({meeting})")))
}

pub(super) fn hours(scope: &Scope, out: &mut Sink) {
    let met = sittings(scope).filter_map(|sitting| days::turned(&sitting.begins, &sitting.ends));
    for (at, message) in met.chain(sittings(scope).filter_map(miscounted)) {
        out.say(Some(at), message);
    }
}

pub(super) fn early(scope: &Scope, out: &mut Sink) {
    for sitting in sittings(scope) {
        let Some(met) = near(sitting.date.get(), scope.campaign) else { continue };
        // One finding for a dossier, however many nominees it has.
        let mut units: BTreeMap<&str, (&Unit, bool)> = BTreeMap::new();
        for one in judged(scope, sitting) {
            let entry = units.entry(&one.unit.code).or_insert((one.unit, false));
            entry.1 |= one.outcome.chosen_for().is_some();
        }
        let mut found = Vec::new();
        for (unit, chosen) in units.into_values() {
            let received = unit.head.receipts.iter().filter_map(|receipt| near(receipt.date.get(), scope.campaign));
            let last = received.max_by_key(|day| day.value).filter(|last| last.value > met.value);
            // What was not chosen may be mended, handed in again and judged by a later meeting.
            let Some(last) = last.filter(|last| chosen || !is_judged_since(scope, unit, last)) else { continue };
            found.push((unit, last));
        }
        let Some((unit, last)) = found.first() else { continue };
        let message = format!(
            "{} xét hồ sơ của {} trước lần nhận cuối cùng (ngày {}){}",
            meeting_name(sitting),
            unit.short_name(),
            words::day(last.value),
            likewise("; ", found.len(), "đơn vị")
        );
        out.say(Some(met.at), message);
    }
}

/// Whether a meeting on or after a day judged nominees of a unit.
fn is_judged_since(scope: &Scope, unit: &Unit, since: &Date) -> bool {
    let later = |sitting: &&Sitting| sitting.date.get().is_some_and(|day| day.value >= since.value);
    sittings(scope).filter(later).any(|s| s.outcomes.iter().any(|outcome| outcome.unit.as_str() == unit.code))
}

pub(super) fn conference(scope: &Scope, out: &mut Sink) {
    let Some(conference) = scope.loaded.review.as_ref().and_then(|review| review.head.conference.get()) else { return };
    let (Some(held), Some(before)) = (near(conference.date.get(), scope.campaign), conference.days_before.get()) else {
        return;
    };
    let tentative = conference.tentative.get().is_some_and(|tentative| tentative.value);
    for sitting in sittings(scope) {
        let Some(met) = near(sitting.date.get(), scope.campaign) else { continue };
        let gap = held.value.signed_duration_since(met.value).num_days();
        if gap >= i64::from(before.value) {
            continue;
        }
        let gap = match usize::try_from(gap) {
            Ok(0) => "cùng ngày với hội nghị".to_owned(),
            Ok(days) => format!("chỉ trước hội nghị {} ngày", words::count(days)),
            Err(_) => "sau hội nghị".to_owned(),
        };
        let message = format!(
            "{} {gap} ({}{}); phải trước ít nhất {} ngày",
            meeting_name(sitting),
            if tentative { "dự kiến ngày " } else { "ngày " },
            words::day(held.value),
            number(before)
        );
        out.say(Some(met.at), message).clause(conference.clause.get().map(|clause| clause.value.as_str()));
    }
}
