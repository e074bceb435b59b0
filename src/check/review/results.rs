//! Results of meetings: about nominees that stand, for awards that there are.

use std::collections::BTreeMap;

use super::{choose, judged, meant, meeting_name, sittings, subject};
use crate::check::campaign::lists::knows_units;
use crate::check::{Scope, Sink, codes, dossier, words};
use crate::finding::{Blocks, Rule};
use crate::record::review::{NOT_CHOSEN, Outcome, Sitting};
use crate::record::scalar::Text;
use crate::record::unit::Nominee;

pub(super) static STRANGE: Rule = Rule::error("khop/ket-qua-la")
    .fixed()
    .blocking(Blocks::List)
    .text(
        "Mỗi kết quả xét nêu một đề nghị có trong bản ghi của đơn vị và một hình thức khen thưởng của phong trào; không thì văn bản lập theo kết quả sẽ sót tên, nên không lập.",
        "đối chiếu với biên bản họp và bản ghi của đơn vị, rồi sửa kết quả này",
    )
    .example("ket_qua: [{don_vi: long-thuyy, de_nghi: tap-the, ket_qua: giay_khen}]");
pub(super) static CONTRARY: Rule = Rule::error("khop/ket-qua-trai")
    .blocking(Blocks::List)
    .text(
        "Kết quả xét về một đề nghị chưa rút, tặng hình thức được đề nghị hoặc hình thức dự phòng; trong một cuộc họp, mỗi tập thể, cá nhân có một kết quả.",
        "đối chiếu với biên bản họp và bản ghi của đơn vị, rồi sửa kết quả này",
    )
    .example("de_nghi: [{ma: tap-the, hinh_thuc: giay_khen, …}]   # không có du_phong\nket_qua: [{…, de_nghi: tap-the, ket_qua: bang_khen}]");
pub(super) static NO_REASON: Rule = Rule::warning("khop/thieu-ly-do")
    .text(
        "Tập thể, cá nhân không được chọn thì biên bản và thông báo kết quả nêu lý do.",
        "ghi lý do vào `ly_do` của kết quả này",
    )
    .example("ket_qua: [{don_vi: long-thuy, de_nghi: tap-the, ket_qua: khong_dat}]");

pub(super) fn strange(scope: &Scope, out: &mut Sink) {
    for sitting in sittings(scope) {
        for outcome in sitting.outcomes.iter() {
            unknown_nominee(scope, outcome, out);
            unknown_award(scope, outcome, out);
        }
    }
}

pub(super) fn contrary(scope: &Scope, out: &mut Sink) {
    for sitting in sittings(scope) {
        withdrawn(scope, sitting, out);
        judged_twice(scope, sitting, out);
        another_award(scope, sitting, out);
    }
}

fn unknown_nominee(scope: &Scope, outcome: &Outcome, out: &mut Sink) {
    let code = &outcome.unit;
    let Some(file) = scope.loaded.units.iter().find(|file| file.code == code.as_str()) else {
        if scope.loaded.lists(code) {
            let message = format!("đơn vị `{}` chưa có bản ghi, nên không có đề nghị nào để xét", code.as_str());
            out.say(Some(code.at), message).help("đối chiếu lại mã đơn vị; nếu đúng thì lập bản ghi của đơn vị ấy");
        } else if knows_units(scope.campaign) {
            let message = format!("không có đơn vị nào mang mã `{}`", code.as_str());
            let help = dossier::closest(code, scope, |_| false).map(|near| format!("sửa thành `{near}`, nếu đúng ý"));
            out.say(Some(code.at), message).help(help.unwrap_or_else(|| "sửa lại mã đơn vị".into()));
        }
        return;
    };
    // A file that could not be read, or a list with faults, may hold the nominee.
    let Some(unit) = file.unit.as_ref().filter(|unit| !unit.head.nominees.faulty) else { return };
    let explained = || codes::explains(&codes::nominees(scope, unit), &outcome.nominee);
    if unit.nominee(&outcome.nominee).is_none() && !explained() {
        let code = &outcome.nominee;
        let message = format!("{} không có đề nghị nào mang mã `{}`", unit.short_name(), code.as_str());
        let known: Vec<&str> = unit.head.nominees.iter().map(|n| n.code.as_str()).collect();
        let near = unit.meant(code).map(|n| n.code.as_str());
        out.say(Some(code.at), message).choices(near, "các mã có trong `de_nghi`", &known);
    }
}

/// Whether the campaign has no such award, where its list can tell.
pub(super) fn is_unknown(scope: &Scope, award: &str) -> bool {
    let known = dossier::awards(scope.campaign);
    let strange = !scope.campaign.awards.faulty && !known.is_empty() && !known.contains(&award);
    strange && !codes::explains(&scope.slips.awards, award)
}

fn unknown_award(scope: &Scope, outcome: &Outcome, out: &mut Sink) {
    let Some(award) = outcome.chosen_for().filter(|award| is_unknown(scope, award)) else { return };
    let known: Vec<&str> = dossier::awards(scope.campaign).into_iter().chain([NOT_CHOSEN]).collect();
    let message = format!("`{}` không phải là hình thức khen thưởng của phong trào", award.value);
    choose(out.say(Some(award.at), message), award, "các kết quả ghi được", &known);
}

/// Whether a result was probably meant for an award, though it names none that there is.
pub(super) fn may_mean(scope: &Scope, outcome: &Outcome, award: &str) -> bool {
    let misspelt =
        |said: &Text| is_unknown(scope, said) && meant(said, &dossier::awards(scope.campaign)) == Some(award);
    outcome.award.is_faulty() || outcome.chosen_for().is_some_and(misspelt)
}

/// A proposal withdrawn before the meeting is not there to be judged; one withdrawn after it cannot stay chosen.
fn withdrawn(scope: &Scope, sitting: &Sitting, out: &mut Sink) {
    for one in judged(scope, sitting) {
        let Some(withdrawal) = one.nominee.withdrawn.get() else { continue };
        let before = sitting.date.get().is_some_and(|day| withdrawal.date.value <= day.value);
        if before || one.outcome.chosen_for().is_some() {
            let message = format!(
                "{} đã rút đề nghị ngày {}",
                words::upper_first(&one.whom()),
                words::day(withdrawal.date.value)
            );
            out.say(Some(one.outcome.nominee.at), message)
                .help("bỏ kết quả này; nếu đề nghị vẫn còn thì bỏ `rut` trong bản ghi của đơn vị");
        }
    }
}

fn judged_twice(scope: &Scope, sitting: &Sitting, out: &mut Sink) {
    let mut seen = BTreeMap::new();
    for one in judged(scope, sitting) {
        let who = (one.unit.code.as_str(), one.nominee.code.as_str());
        let is_chosen = one.outcome.chosen_for().is_some();
        match seen.get(&who) {
            None => drop(seen.insert(who, is_chosen)),
            // Chosen both times is a matter of the lists; so-luong/hai-danh-sach says it.
            Some(true) if is_chosen => {}
            Some(_) => {
                let message =
                    format!("{} có hai kết quả trong {}", words::upper_first(&one.whom()), meeting_name(sitting));
                out.say(Some(one.outcome.nominee.at), message).help("giữ một kết quả, theo biên bản họp");
            }
        }
    }
}

/// Whether an award is one that the unit proposed the nominee for, so far as anybody can tell.
pub(super) fn is_proposed(scope: &Scope, nominee: &Nominee, award: &str) -> bool {
    // An award that nobody knows is reported where the unit proposes it.
    let Some(proposed) = nominee.award.get().filter(|proposed| !is_unknown(scope, proposed)) else { return true };
    let fallback = nominee.fallback.get();
    let accepted = proposed.value == award || fallback.is_some_and(|f| f.value == award);
    accepted || nominee.fallback.is_faulty() || fallback.is_some_and(|f| is_unknown(scope, f))
}

fn another_award(scope: &Scope, sitting: &Sitting, out: &mut Sink) {
    for judged in judged(scope, sitting) {
        let Some(award) = judged.outcome.chosen_for().filter(|award| !is_unknown(scope, award)) else { continue };
        let nominee = judged.nominee;
        let Some(proposed) = nominee.award.get().filter(|_| !is_proposed(scope, nominee, award)) else { continue };
        let fallback = nominee.fallback.get();
        let label = |word: &Text| words::label(scope.campaign, word);
        let instead =
            fallback.map_or_else(|| "không có hình thức dự phòng".into(), |f| format!("dự phòng {}", label(f)));
        let message = format!(
            "{} được chọn tặng {}, trong khi đơn vị đề nghị {} ({instead})",
            words::upper_first(&judged.whom()),
            label(award),
            label(proposed)
        );
        out.say(Some(award.at), message).help(
            "sửa kết quả theo hình thức được đề nghị; nếu đơn vị đồng ý hình thức khác thì ghi `du_phong` vào đề nghị",
        );
    }
}

pub(super) fn no_reason(scope: &Scope, out: &mut Sink) {
    for outcome in sittings(scope).flat_map(|sitting| sitting.outcomes.iter()) {
        let Some(result) = outcome.award.get().filter(|result| result.value == NOT_CHOSEN) else { continue };
        if outcome.reason.is_absent() {
            out.say(Some(result.at), format!("chưa ghi lý do không chọn {}", subject(scope, outcome)));
        }
    }
}
