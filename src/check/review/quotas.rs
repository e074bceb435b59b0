//! Results against the numbers that the campaign allots.

use std::collections::{BTreeMap, BTreeSet};

use super::{Granted, granted, judged, meeting_name, results, sittings};
use crate::check::{Scope, Sink, words};
use crate::finding::{Blocks, Rule};
use crate::record::Unit;
use crate::record::campaign::{NomineeKind, Quota, QuotaLine, UnitKind};
use crate::record::decode::Slot;
use crate::record::review::{Outcome, Sitting};
use crate::record::scalar::Count;
use crate::record::text::name_key;

pub(super) static EXCEEDED: Rule = Rule::error("so-luong/vuot")
    .blocking(Blocks::List)
    .text(
        "Kết quả của mọi cuộc họp cộng lại không vượt số lượng khen thưởng mà phong trào phân bổ cho từng hình thức, nhóm đơn vị và loại đối tượng.",
        "chuyển trường hợp xếp sau thành `khong_dat` kèm lý do; nếu được phân bổ thêm thì sửa `so_luong`",
    )
    .by("số lượng khen thưởng của phong trào")
    .example("so_luong: {giay_khen: [{ca_nhan: 6}]}   # kết quả xét chọn 07 cá nhân");
pub(super) static UNUSED: Rule = Rule::warning("so-luong/chua-du")
    .text(
        "Hình thức khen thưởng đã có kết quả xét mà chưa dùng hết số lượng được phân bổ thì cần xem xét thêm.",
        "xét tiếp các đề nghị còn lại; nếu không còn ai đủ tiêu chuẩn thì nêu trong biên bản",
    )
    .by("số lượng khen thưởng của phong trào")
    .example("so_luong: {giay_khen: [{ca_nhan: 6}]}   # kết quả xét chọn 05 cá nhân");
pub(super) static TWICE: Rule = Rule::error("so-luong/hai-danh-sach")
    .blocking(Blocks::List)
    .text(
        "Mỗi tập thể, cá nhân chỉ được chọn cho một hình thức khen thưởng, và chỉ được chọn một lần.",
        "giữ một hình thức: ở kết quả kia ghi `khong_dat` kèm lý do; một dòng ghi hai lần thì bỏ một dòng",
    )
    .example("ket_qua: [{…, ket_qua: bang_khen}, {…, ket_qua: giay_khen}]   # cùng một cá nhân");
pub(super) static UNDECIDED: Rule = Rule::warning("so-luong/chua-phan-bo")
    .text(
        "Hình thức khen thưởng chưa được phân bổ số lượng thì kết quả xét còn phải chờ phân bổ.",
        "khi có số lượng thì ghi vào `so_luong` của phong-trao.yaml thay cho `chua_phan_bo`",
    )
    .example("so_luong: {bang_khen: chua_phan_bo}   # kết quả xét có bang_khen");

pub(super) static UNLISTED: Rule = Rule::warning("so-luong/khong-co-hinh-thuc")
    .text(
        "Phong trào có phân bổ số lượng thì mỗi hình thức khen thưởng được xét chọn đều có mục ở `so_luong`.",
        "ghi số lượng của hình thức ấy vào `so_luong`, hoặc `chua_phan_bo` khi còn chờ; nếu không giới hạn thì tắt cảnh báo này ở `muc_do`",
    )
    .by("số lượng khen thưởng của phong trào")
    .example("so_luong: {giay_khen: [{ca_nhan: 6}]}   # kết quả xét có bang_khen");

/// A number that is allotted: one award, one kind of nominee, one group of units or all.
struct Limit<'a> {
    award: &'a str,
    line: &'a QuotaLine,
    kind: NomineeKind,
    number: &'a Count,
}

fn number(line: &QuotaLine, kind: NomineeKind) -> &Slot<Count> {
    match kind {
        NomineeKind::Collective => &line.collectives,
        NomineeKind::Household => &line.households,
        NomineeKind::Individual => &line.individuals,
    }
}

const KINDS: [NomineeKind; 3] = [NomineeKind::Collective, NomineeKind::Household, NomineeKind::Individual];

pub(super) fn kind_name(kind: NomineeKind) -> &'static str {
    match kind {
        NomineeKind::Collective => "tập thể",
        NomineeKind::Household => "hộ gia đình",
        NomineeKind::Individual => "cá nhân",
    }
}

/// Every line of quotas with its award; one whose group could not be read counts nobody.
fn lines<'a>(scope: &Scope<'a>) -> impl Iterator<Item = (&'a str, &'a QuotaLine)> + use<'a> {
    scope.campaign.quotas.iter().flat_map(|(award, quota)| {
        let lines = if let Quota::Limits(lines) = quota { lines.as_slice() } else { &[] };
        lines.iter().filter(|line| !line.group.is_faulty()).map(|line| (award.text.as_str(), line))
    })
}

fn limits_of<'a>(award: &'a str, line: &'a QuotaLine) -> impl Iterator<Item = Limit<'a>> {
    KINDS.into_iter().filter_map(move |kind| Some(Limit { award, line, kind, number: number(line, kind).get()? }))
}

/// The group a unit is counted in; the outer none where its kind does not tell.
pub(super) fn group<'a>(scope: &Scope<'a>, unit: &Unit) -> Option<Option<&'a str>> {
    match &scope.campaign.unit_kinds.get(unit.head.kind.get()?)?.group {
        Slot::Set(group) => Some(Some(&group.value)),
        Slot::Absent => Some(None),
        Slot::Faulty => None,
    }
}

impl Limit<'_> {
    fn counts(&self, scope: &Scope, one: &Granted) -> bool {
        one.award.value == self.award
            && one.judged.nominee.kind.get() == Some(&self.kind)
            && covers(self.line, group(scope, one.judged.unit).flatten())
    }

    /// `tập thể`, `tập thể thuộc nhóm …`
    fn whom(&self, scope: &Scope) -> String {
        let group = self
            .line
            .group
            .get()
            .map_or_else(String::new, |group| format!(" thuộc nhóm {}", group_name(scope, &group.value)));
        format!("{}{group}", kind_name(self.kind))
    }

    fn clause(&self) -> Option<&str> {
        self.line.ground.get().map(|ground| ground.value.as_str())
    }
}

/// A group as people call it: the campaign's own `ten_goi`, else the kinds of unit that it holds.
fn group_name(scope: &Scope, group: &str) -> String {
    if let Some(label) = scope.campaign.labels.get(group) {
        return label.value.clone();
    }
    let own = |kind: &&UnitKind| kind.group.get().is_some_and(|own| own.value == group);
    let kinds = scope.campaign.unit_kinds.iter().map(|(_, kind)| kind).filter(own);
    let names: Option<Vec<String>> = kinds.map(|kind| Some(kind.name.get()?.value.clone())).collect();
    names.filter(|names| !names.is_empty()).map_or_else(|| format!("`{group}`"), |names| words::listed(&names))
}

fn covers(line: &QuotaLine, group: Option<&str>) -> bool {
    line.group.get().is_none_or(|own| Some(own.value.as_str()) == group)
}

/// Everyone chosen, each once for an award: twice is reported by itself.
pub(super) fn each_once<'a>(scope: &Scope<'a>) -> Vec<Granted<'a>> {
    let mut seen = BTreeSet::new();
    granted(scope).into_iter().filter(|one| seen.insert((one.who(), one.award.value.as_str()))).collect()
}

pub(super) fn exceeded(scope: &Scope, out: &mut Sink) {
    // A second award of somebody, or one that the unit did not propose, is one mistake, said by itself; it may be what
    // goes beyond the number.
    let mut seen = BTreeSet::new();
    let proposed = |one: &Granted| results::is_proposed(scope, one.judged.nominee, one.award);
    let granted: Vec<Granted> =
        granted(scope).into_iter().filter(|one| seen.insert(identity(one)) && proposed(one)).collect();
    for limit in lines(scope).flat_map(|(award, line)| limits_of(award, line)) {
        let within: Vec<&Granted> = granted.iter().filter(|one| limit.counts(scope, one)).collect();
        let Some(over) = within.get(limit.number.value as usize) else { continue };
        let message = format!(
            "đã chọn {} {} để tặng {}, vượt số lượng được phân bổ là {}",
            words::count(within.len()),
            limit.whom(scope),
            words::label(scope.campaign, limit.award),
            words::count(limit.number.value as usize)
        );
        out.say(Some(over.award.at), message).clause(limit.clause());
    }
    for one in &granted {
        not_allotted(scope, one, out);
    }
}

/// An award that has its numbers has none for a kind of nominee that no line speaks of; where a kind has them by group,
/// a group without one has none.
fn not_allotted(scope: &Scope, one: &Granted, out: &mut Sink) {
    let Some(kind) = one.judged.nominee.kind.get().copied() else { return };
    let Some(group) = group(scope, one.judged.unit) else { return };
    let Some(Quota::Limits(all)) = scope.campaign.quotas.get(&one.award.value) else { return };
    let of_kind: Vec<&QuotaLine> = all.iter().filter(|line| !number(line, kind).is_absent()).collect();
    let unread = of_kind.iter().any(|line| line.group.is_faulty());
    if unread || of_kind.iter().any(|line| covers(line, group)) {
        return;
    }
    let of_group = if of_kind.is_empty() { "" } else { " của nhóm đơn vị này" };
    let message = format!(
        "{} được chọn tặng {}, nhưng số lượng phân bổ không có {}{of_group}",
        words::upper_first(&one.judged.whom()),
        words::label(scope.campaign, &one.award.value),
        kind_name(kind)
    );
    let line = of_kind.first().copied().or(all.iter().next());
    out.say(Some(one.award.at), message).clause(line.and_then(|line| Some(line.ground.get()?.value.as_str())));
}

/// Whether results that could not be read, or that name something unknown, may be the ones that lack.
pub(super) fn is_unread(scope: &Scope) -> bool {
    let misread = |outcome: &Outcome| {
        outcome.award.is_faulty() || outcome.chosen_for().is_some_and(|award| results::is_unknown(scope, award))
    };
    let partly = |sitting: &Sitting| {
        let found = judged(scope, sitting).len();
        sitting.outcomes.faulty || sitting.outcomes.iter().any(misread) || found < sitting.outcomes.items.len()
    };
    scope.loaded.review.as_ref().is_some_and(|review| review.head.meetings.faulty) || sittings(scope).any(partly)
}

/// Whether nobody can tell which numbers somebody is counted in.
fn is_uncounted(scope: &Scope, one: &Granted) -> bool {
    one.judged.nominee.kind.get().is_none() || group(scope, one.judged.unit).is_none()
}

pub(super) fn unused(scope: &Scope, out: &mut Sink) {
    let granted = each_once(scope);
    let unread = is_unread(scope) || granted.iter().any(|one| is_uncounted(scope, one));
    let has_results = |award: &str| !unread && granted.iter().any(|one| one.award.value == award);
    for (award, line) in lines(scope).filter(|(award, _)| has_results(award)) {
        let lacks = limits_of(award, line).filter_map(|limit| {
            let got = granted.iter().filter(|one| limit.counts(scope, one)).count();
            let wanted = limit.number.value as usize;
            (got < wanted).then(|| format!("{}/{} {}", words::count(got), words::count(wanted), limit.whom(scope)))
        });
        let lacks: Vec<String> = lacks.collect();
        if !lacks.is_empty() {
            let message = format!("mới có {} được chọn tặng {}", lacks.join(", "), words::label(scope.campaign, award));
            out.say(Some(line.at), message).clause(line.ground.get().map(|ground| ground.value.as_str()));
        }
    }
}

/// The clause that allots the number somebody is counted in.
fn ground<'a>(scope: &Scope<'a>, one: &Granted) -> Option<&'a str> {
    let limits = lines(scope).flat_map(|(award, line)| limits_of(award, line));
    let mut own = limits.filter(|limit| limit.counts(scope, one));
    own.find_map(|limit| Some(limit.line.ground.get()?.value.as_str()))
}

/// Who somebody is: unit and code; but a unit has only one collective of a name, under whatever codes it is proposed.
fn identity<'a>(one: &Granted<'a>) -> (&'a str, String) {
    let (unit, code) = one.who();
    let nominee = one.judged.nominee;
    let name = nominee.name.get().filter(|_| nominee.kind.get() == Some(&NomineeKind::Collective));
    (unit, name.map_or_else(|| code.to_owned(), |name| format!("ten: {}", name_key(name))))
}

pub(super) fn twice(scope: &Scope, out: &mut Sink) {
    let mut seen: BTreeMap<(&str, String), Granted> = BTreeMap::new();
    for one in granted(scope) {
        let Some(first) = seen.get(&identity(&one)) else {
            seen.insert(identity(&one), one);
            continue;
        };
        let label = |one: &Granted| words::label(scope.campaign, &one.award.value);
        let awards = if first.award.value == one.award.value {
            format!("được chọn hai lần để tặng {}", label(&one))
        } else {
            format!("vừa được chọn tặng {}, vừa được chọn tặng {}", label(first), label(&one))
        };
        let at = if first.sitting.code.value == one.sitting.code.value {
            meeting_name(one.sitting)
        } else {
            format!("{} và {}", meeting_name(first.sitting), meeting_name(one.sitting))
        };
        let clause = [first, &one].into_iter().find_map(|one| ground(scope, one));
        out.say(Some(one.award.at), format!("{} {awards} ({at})", words::upper_first(&one.judged.whom())))
            .clause(clause);
    }
}

pub(super) fn undecided(scope: &Scope, out: &mut Sink) {
    let mut seen = BTreeSet::new();
    for one in granted(scope) {
        let award = one.award.value.as_str();
        if matches!(scope.campaign.quotas.get(award), Some(Quota::Undecided)) && seen.insert(award) {
            let message = format!(
                "cuộc họp đã chọn tập thể, cá nhân để tặng {}, nhưng số lượng chưa được phân bổ",
                words::label(scope.campaign, award)
            );
            out.say(Some(one.award.at), message);
        }
    }
}

/// Awards that results are for and of which nothing is said where numbers are allotted, each once.
pub(super) fn unlisted(scope: &Scope, out: &mut Sink) {
    let quotas = &scope.campaign.quotas;
    // Under a name that is no award's may stand the one that lacks; that is said there.
    let strange = quotas.iter().any(|(name, _)| scope.campaign.awards.get(&name.text).is_none());
    if quotas.items.is_empty() || quotas.faulty || strange {
        return;
    }
    let mut seen = BTreeSet::new();
    for one in granted(scope).iter().filter(|one| results::is_proposed(scope, one.judged.nominee, one.award)) {
        let award = one.award.value.as_str();
        if quotas.get(award).is_none() && seen.insert(award) {
            let message = format!(
                "{} được chọn tặng {}, nhưng `so_luong` không phân bổ số lượng cho hình thức này",
                words::upper_first(&one.judged.whom()),
                words::label(scope.campaign, award)
            );
            out.say(Some(one.award.at), message);
        }
    }
}
