//! Money that goes with an award: factor times the base wage in force on the day of the decision.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Judged, choose, chosen, decisions, followed, quotas, results};
use crate::check::{Scope, Sink, campaign, dossier, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::{Campaign, NomineeKind};
use crate::record::committee::{BaseWage, Money};
use crate::record::decode::{Name, Slot};
use crate::record::review::Decision;
use crate::record::scalar::Decimal;
use crate::vietnamese::numerals::grouped;

pub(super) static UNKNOWN: Rule = Rule::warning("so-luong/tien-thuong")
    .text(
        "Tiền thưởng tính được khi hình thức khen thưởng có hệ số cho từng loại đối tượng và có mức lương cơ sở áp dụng vào ngày ký quyết định; không tính được thì bỏ trống.",
        "ghi thêm vào `tien_thuong` của phong-trao.yaml; hình thức không kèm tiền thưởng thì ghi hệ số 0",
    )
    .example("tien_thuong: {luong_co_so: [{tu: 2019-07-01, muc: 1490000}], he_so: {giay_khen: {tap_the: \"0,6\"}}}   # quyết định khen cả cá nhân");

/// A base wage that is not that of its time: no paper that pays by it is numbered.
pub static BASE: Rule = Rule::warning("so-luong/luong-co-so")
    .blocking(Blocks::Numbering)
    .text(
        "Ở `tien_thuong.luong_co_so`, mỗi ngày bắt đầu áp dụng chỉ có một mức lương cơ sở, đúng mức quy định cho thời gian ấy (chỉ xét các mức có trong bảng hieu-luc.yaml).",
        "đối chiếu với văn bản quy định mức lương cơ sở rồi sửa `tien_thuong.luong_co_so`",
    )
    .example("luong_co_so: [{tu: 2019-07-01, muc: 149000}]   # 1.490.000 đồng");

/// The largest factor taken for one; more is a slip.
const MOST_THOUSANDTHS: f64 = 1_000_000.0;

/// What goes with an award, in đồng: factor × base wage in force on a day, rounded up to a multiple of `lam_tron` (else
/// to a whole đồng). None where the record does not tell.
pub fn amount(campaign: &Campaign, award: &str, kind: NomineeKind, day: NaiveDate) -> Option<u64> {
    let money = campaign.money.get()?;
    let Slot::Set(factor) = factor(money, award, kind)? else { return None };
    let exact = (u64::from(base(money, day)?.amount.value) * thousandths(factor)?).div_ceil(1000);
    match &money.rounding {
        Slot::Set(step) if step.value > 0 => Some(exact.next_multiple_of(u64::from(step.value))),
        Slot::Faulty => None,
        _ => Some(exact),
    }
}

/// Whether money goes with a decision: some of those it honours have a factor that is not 0.
pub fn is_granted(campaign: &Campaign, award: &str, honoured: &[Judged]) -> bool {
    let free = |one: &Judged| one.nominee.kind.get().is_some_and(|kind| is_none(campaign, award, *kind));
    campaign.money.get().is_some() && !honoured.iter().all(free)
}

/// Whether no money goes with an award: its factor is 0.
fn is_none(campaign: &Campaign, award: &str, kind: NomineeKind) -> bool {
    let factor = campaign.money.get().and_then(|money| factor(money, award, kind)?.get());
    factor.is_some_and(|factor| thousandths(factor) == Some(0))
}

/// The base wage in force on a day. Where one could not be read, nobody knows which.
fn base(money: &Money, day: NaiveDate) -> Option<&BaseWage> {
    let in_force = money.base.iter().filter(|base| !money.base.faulty && base.from.value <= day);
    in_force.max_by_key(|base| base.from.value)
}

fn factor<'m>(money: &'m Money, award: &str, kind: NomineeKind) -> Option<&'m Slot<Decimal>> {
    let factor = money.factors.get(award)?;
    Some(match kind {
        NomineeKind::Collective => &factor.collective,
        NomineeKind::Household => &factor.household,
        NomineeKind::Individual => &factor.individual,
    })
}

/// A factor in thousandths, so that no amount depends on binary fractions; none for one that is no such number.
fn thousandths(factor: &Decimal) -> Option<u64> {
    let whole = (factor.value * 1000.0).round();
    // Both sides are the double nearest to the number as written, so they are the same only if it has no more decimals.
    let exact = (0.0..=MOST_THOUSANDTHS).contains(&whole) && (whole / 1000.0).total_cmp(&factor.value).is_eq();
    exact.then_some(whole as u64)
}

pub(super) fn unknown(scope: &Scope, out: &mut Sink) {
    let Some(money) = scope.campaign.money.get() else { return };
    let strays = strays(scope, money);
    for name in &strays {
        let known = dossier::awards(scope.campaign);
        let message = format!("hệ số ghi cho `{}`, không phải là hình thức khen thưởng của phong trào", name.text);
        choose(out.say(Some(name.at), message), &name.text, "các hình thức đã khai", &known);
    }
    let mut seen = BTreeSet::new();
    for decision in decisions(scope) {
        let Some(sitting) = followed(scope, decision) else { continue };
        let honoured: BTreeSet<&str> = chosen(scope, sitting, &decision.award)
            .iter()
            .filter_map(|one| one.nominee.kind.get().copied().map(NomineeKind::word))
            .collect();
        let kinds = [NomineeKind::Collective, NomineeKind::Household, NomineeKind::Individual];
        let first = |kind: &NomineeKind| seen.insert((decision.award.value.as_str(), kind.word()));
        for kind in kinds.into_iter().filter(|kind| honoured.contains(kind.word())).filter(first) {
            // A factor for an award that there is not may be the one that lacks.
            if strays.is_empty() || money.factors.get(&decision.award).is_some() {
                no_factor(scope, money, decision, kind, out);
            }
        }
        let Some(day) = decision.date.get().filter(|_| !honoured.is_empty() && !money.base.faulty) else { continue };
        // A day of another age is reported by itself.
        if base(money, day.value).is_none() && !campaign::is_far(day.value, scope.campaign) {
            let message = format!("chưa khai mức lương cơ sở áp dụng vào ngày {}", words::day(day.value));
            out.say(Some(day.at), message).help("ghi thêm mức lương cơ sở ấy vào `tien_thuong.luong_co_so`");
        }
    }
}

pub(super) fn base_wages(scope: &Scope, out: &mut Sink) {
    let Some(money) = scope.campaign.money.get().filter(|money| !money.base.faulty) else { return };
    let known = |day: NaiveDate| {
        let begun = scope.in_force.base_wages.iter().filter(|known| known.from.value <= day);
        begun.max_by_key(|known| known.from.value)
    };
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for wage in money.base.iter() {
        let twice = money.base.iter().filter(|other| other.from.value == wage.from.value).count() > 1;
        if twice && seen.insert(wage.from.value) {
            // Which of the two is meant is not yet known; it is said of the second.
            wrong.push(wage.from.value);
        } else if twice {
            let message = format!("có hai mức lương cơ sở cùng áp dụng từ ngày {}", words::day(wage.from.value));
            out.say(Some(wage.from.at), message).help("giữ một mức cho mỗi ngày bắt đầu");
        } else if let Some(known) = known(wage.from.value).filter(|known| known.amount.value != wage.amount.value) {
            let message = format!(
                "mức lương cơ sở từ ngày {} ghi {} đồng, trong khi mức quy định là {}",
                words::day(wage.from.value),
                grouped(wage.amount.value.into()),
                told(known)
            );
            out.say(Some(wage.amount.at), message);
            wrong.push(wage.from.value);
        }
    }
    // A level that is not in the campaign's list is asked for where it is first needed.
    let mut lacks = BTreeSet::new();
    for day in decisions(scope).filter_map(|decision| decision.date.get()) {
        let Some((used, known)) = base(money, day.value).zip(known(day.value)) else { continue };
        let outdated = used.from.value < known.from.value && used.amount.value != known.amount.value;
        if outdated && !wrong.contains(&used.from.value) && lacks.insert(known.from.value) {
            let message = format!(
                "tiền thưởng của quyết định ngày {} tính theo mức lương cơ sở {} đồng, trong khi từ ngày {} mức này là {}",
                words::day(day.value),
                grouped(used.amount.value.into()),
                words::day(known.from.value),
                told(known)
            );
            out.say(Some(day.at), message).help("ghi thêm mức ấy vào `tien_thuong.luong_co_so` của phong-trao.yaml");
        }
    }
}

/// A known level, with the text that sets it.
fn told(known: &BaseWage) -> String {
    let ground = known.ground.get().map_or_else(String::new, |ground| format!(" ({})", ground.value));
    format!("{} đồng{ground}", grouped(known.amount.value.into()))
}

/// Factors for awards that there are not.
fn strays<'m>(scope: &Scope, money: &'m Money) -> Vec<&'m Name> {
    let strange = |name: &&Name| results::is_unknown(scope, &name.text);
    money.factors.iter().map(|(name, _)| name).filter(strange).collect()
}

fn no_factor(scope: &Scope, money: &Money, decision: &Decision, kind: NomineeKind, out: &mut Sink) {
    let whom = quotas::kind_name(kind);
    let award = words::label(scope.campaign, &decision.award);
    match factor(money, &decision.award, kind) {
        None if money.factors.faulty => {}
        None | Some(Slot::Absent) => {
            let message = format!("chưa khai hệ số tiền thưởng của {award} đối với {whom}");
            out.say(Some(decision.award.at), message);
        }
        Some(Slot::Set(factor)) if thousandths(factor).is_none() => {
            let message = format!("hệ số tiền thưởng của {award} đối với {whom} không dùng để tính được");
            out.say(Some(factor.at), message)
                .help("hệ số là số không âm, không quá 1.000, có nhiều nhất ba chữ số thập phân");
        }
        Some(_) => {}
    }
}
