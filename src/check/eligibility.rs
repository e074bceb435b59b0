//! The family `tieu-chuan/`: does a nominee meet the criteria that the campaign sets?

use super::codes::{self, Slip};
use super::criteria::{self, Verdict};
use super::{Check, Judge, Said, Scope, Sink, UnitScope, scores, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::{Criterion, Test};
use crate::record::decode::List;
use crate::record::nearest::nearest;
use crate::record::scalar::Text;
use crate::record::unit::Nominee;

/// One rule for each kind of test: what it says when a criterion is not met.
macro_rules! criterion_rule {
    ($name:ident, $judge:ident, $test:ident, $rule:expr) => {
        static $name: Rule = $rule;
        fn $judge(scope: &UnitScope, out: &mut Sink) {
            failed(scope, out, Test::$test);
        }
    };
}

criterion_rule!(
    GRADE,
    grade,
    Grade,
    Rule::error("tieu-chuan/xep-loai")
        .blocking(Blocks::List)
        .text(
            "Kết quả xếp loại (của đơn vị hoặc cá nhân) phải từ mức tối thiểu của tiêu chuẩn trở lên (C-2, C-5, C-6).",
            "đối chiếu văn bản công bố; nếu xếp loại đúng như vậy thì rút đề nghị này",
        )
        .by("tiêu chuẩn xét khen thưởng của phong trào")
        .example("xep_loai_nam: hoan_thanh   # tiêu chuẩn: từ hoàn thành tốt nhiệm vụ")
);
criterion_rule!(
    EVIDENCE,
    evidence,
    Evidence,
    Rule::error("tieu-chuan/minh-chung")
        .blocking(Blocks::List)
        .text(
            "Phải có đủ minh chứng mà tiêu chuẩn yêu cầu: sáng kiến có quyết định công nhận, mô hình có mô tả (C-3), loại khác có đủ thông tin mà phong trào yêu cầu ở `loai_minh_chung`.",
            "bổ sung mục `minh_chung` với `quyet_dinh: {so, ngay, co_quan}` (sáng kiến) hoặc `mo_ta` (mô hình)",
        )
        .by("tiêu chuẩn xét khen thưởng của phong trào")
        .example("minh_chung: []")
);
criterion_rule!(
    EMPTY_LIST,
    empty_list,
    EmptyList,
    Rule::error("tieu-chuan/ky-luat")
        .blocking(Blocks::List)
        .text(
            "Trong năm, đơn vị không có ai bị thi hành kỷ luật (C-4).",
            "đối chiếu quyết định kỷ luật; nếu đúng như vậy thì rút đề nghị tập thể",
        )
        .by("tiêu chuẩn xét khen thưởng của phong trào")
        .example("ky_luat: [{ho_ten: Nguyễn Văn X, hinh_thuc: Khiển trách, ngay: 2021-02-01}]")
);
criterion_rule!(
    WITHIN,
    within,
    Within,
    Rule::warning("tieu-chuan/doi-tuong")
        .text(
            "Điều khai ở người được đề nghị hoặc đơn vị phải là một trong các giá trị mà tiêu chuẩn chấp nhận, như đối tượng là cán bộ, công chức, viên chức (R-12).",
            "đối chiếu lại thông tin đã khai; khai đúng mà không thuộc diện của tiêu chuẩn thì Ban Chỉ đạo quyết định",
        )
        .by("tiêu chuẩn xét khen thưởng của phong trào")
        .example("doi_tuong: hop_dong")
);
criterion_rule!(
    DECLARED,
    declared,
    Declared,
    Rule::warning("tieu-chuan/cam-doan")
        .text(
            "Phải có cam đoan rằng người được đề nghị không đang trong thời gian bị xem xét kỷ luật hoặc bị điều tra, thanh tra, kiểm tra (C-8).",
            "ghi điều cam đoan vào `khai_bao` sau khi đã xác minh",
        )
        .by("nguyên tắc khen thưởng của pháp luật về thi đua, khen thưởng")
        .example("khai_bao: {khong_dang_bi_xem_xet_ky_luat: false}")
);
criterion_rule!(
    TASKS,
    tasks,
    Tasks,
    Rule::warning("tieu-chuan/nhiem-vu")
        .text(
            "Các nhiệm vụ được giao phải hoàn thành đúng hạn, phần chưa đúng hạn phải có giải trình (C-1).",
            "đối chiếu số liệu ở `nhiem_vu`, hoặc ghi `giai_trinh`",
        )
        .by("tiêu chuẩn xét khen thưởng của phong trào")
        .example("nhiem_vu: {duoc_giao: 24, hoan_thanh: 22, dung_han: 20}")
);
criterion_rule!(
    SECTION,
    section,
    Section,
    Rule::warning("tieu-chuan/de-muc")
        .text(
            "Báo cáo thành tích phải có các mục mà nội dung thi đua nêu, và mục không để trống (R-06 đến R-09).",
            "thêm đề mục này vào `noi_dung` của báo cáo",
        )
        .by("nội dung thi đua của phong trào")
        .example("noi_dung: |\n  # Thành tích đạt được\n  (không có mục “Trách nhiệm của người đứng đầu”)")
);

static UNKNOWN: Rule = Rule::warning("tieu-chuan/chua-ro")
    .text(
        "Mỗi tiêu chuẩn phải xét được từ bản ghi; chưa xét được thì nêu ra, không coi là đạt (C-1 đến C-8).",
        "bổ sung dữ kiện còn thiếu vào bản ghi",
    )
    .by("tiêu chuẩn xét khen thưởng của phong trào")
    .example("(không có khóa ky_luat trong bản ghi đơn vị)");

static UNJUDGED: Rule = Rule::error("tieu-chuan/xet-khi-chua-ro")
    .blocking(Blocks::List)
    .text(
        "Khi đã họp xét thì kết quả xếp loại và việc kỷ luật phải rõ; chưa rõ thì không coi là đạt tiêu chuẩn (C-2, C-4, C-5, C-6).",
        "bổ sung dữ kiện còn thiếu vào bản ghi",
    )
    .by("tiêu chuẩn xét khen thưởng của phong trào")
    .example("hop: [{…, ket_qua: [{don_vi: long-thuy, de_nghi: tap-the, …}]}]   # bản ghi long-thuy không có khóa ky_luat");

static SCALE: Rule = Rule::error("tieu-chuan/thang-xep-loai")
    .blocking(Blocks::List)
    .text("Mức xếp loại phải là một bậc của thang xếp loại đã khai.", "sửa lại theo một trong các bậc của thang")
    .by("thang xếp loại của phong trào")
    .example("xep_loai_nam: hoan_thanh_totnhat");

static DECLARATION: Rule = Rule::warning("tieu-chuan/khai-bao-la")
    .text(
        "Mỗi điều khai trong `khai_bao` phải ứng với một tiêu chuẩn của phong trào, để không điều nào khai mà không được xét.",
        "sửa lại khóa theo `khoa` của tiêu chuẩn kiểu khai_bao, hoặc xóa dòng này",
    )
    .by("tiêu chuẩn xét khen thưởng của phong trào")
    .example("khai_bao: {khong_dang_bi_xem_xet: true}   # tiêu chuẩn dùng khóa khác");

static EVIDENCE_OF: Rule = Rule::error("tieu-chuan/minh-chung-la")
    .blocking(Blocks::List)
    .text(
        "Tiêu chuẩn ghi ở `minh_chung` phải là một tiêu chuẩn của phong trào xét bằng minh chứng hoặc do cơ quan có thẩm quyền xem xét; loại minh chứng phải là một loại mà phong trào dùng.",
        "sửa `tieu_chi` theo mã tiêu chuẩn, hoặc bỏ khóa này",
    )
    .by("tiêu chuẩn xét khen thưởng của phong trào")
    .example("minh_chung: [{tieu_chi: C-33, loai: sang_kien, …}]");

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &GRADE, judge: Judge::Unit(grade) },
    Check { rule: &EVIDENCE, judge: Judge::Unit(evidence) },
    Check { rule: &EMPTY_LIST, judge: Judge::Unit(empty_list) },
    Check { rule: &WITHIN, judge: Judge::Unit(within) },
    Check { rule: &DECLARED, judge: Judge::Unit(declared) },
    Check { rule: &TASKS, judge: Judge::Unit(tasks) },
    Check { rule: &SECTION, judge: Judge::Unit(section) },
    Check { rule: &UNKNOWN, judge: Judge::Unit(unknown) },
    Check { rule: &UNJUDGED, judge: Judge::Unit(unjudged) },
    Check { rule: &SCALE, judge: Judge::Unit(scale) },
    Check { rule: &SCALE, judge: Judge::Campaign(scales_in_use) },
    Check { rule: &SCALE, judge: Judge::Campaign(scores::scales) },
    Check { rule: &scores::RANGE, judge: Judge::Campaign(scores::range) },
    Check { rule: &scores::ORDER, judge: Judge::Campaign(scores::order) },
    Check { rule: &EVIDENCE_OF, judge: Judge::Unit(evidence_of) },
    Check { rule: &EVIDENCE_OF, judge: Judge::Campaign(misspelt_criteria) },
    Check { rule: &DECLARATION, judge: Judge::Unit(declarations) },
    Check { rule: &DECLARATION, judge: Judge::Campaign(misspelt_declarations) },
];

/// Nominees with every wanted criterion about them.
fn judgeable<'a>(
    scope: &'a UnitScope,
    wanted: impl Fn(&Criterion) -> bool + Copy + 'a,
) -> impl Iterator<Item = (&'a Nominee, &'a Criterion)> {
    scope.unit.proposed().flat_map(move |nominee| {
        let criteria = scope.all.campaign.criteria.iter().filter(move |c| wanted(c) && criteria::concerns(c, nominee));
        criteria.map(move |criterion| (nominee, criterion))
    })
}

fn failed(scope: &UnitScope, out: &mut Sink, test: Test) {
    for (nominee, criterion) in judgeable(scope, move |criterion| criterion.test == test) {
        if let Verdict::Failed(why, at) = criteria::judge(criterion, nominee, scope.unit, scope.all) {
            let said = say(scope, out, nominee, criterion, "chưa đạt", &why, at);
            if let Some(meant) = criteria::meant_value(criterion, nominee, scope.unit) {
                said.help(format!("sửa thành `{meant}`, nếu đúng ý; nếu không thì đối chiếu lại thông tin đã khai"));
            }
        }
    }
}

/// Criteria that a meeting cannot pass over: whether they are met is a matter of record.
fn is_of_record(criterion: &Criterion) -> bool {
    matches!(criterion.test, Test::Grade | Test::EmptyList)
}

/// Whether a meeting has judged a nominee.
fn is_judged(scope: &UnitScope, nominee: &Nominee) -> bool {
    scope.all.loaded.outcomes_of(&scope.unit.code).any(|one| one.nominee.as_str() == nominee.code.as_str())
}

fn unknown(scope: &UnitScope, out: &mut Sink) {
    say_unknown(scope, out, |nominee, criterion| !(is_of_record(criterion) && is_judged(scope, nominee)));
}

fn unjudged(scope: &UnitScope, out: &mut Sink) {
    say_unknown(scope, out, |nominee, criterion| is_of_record(criterion) && is_judged(scope, nominee));
}

fn say_unknown(scope: &UnitScope, out: &mut Sink, wanted: impl Fn(&Nominee, &Criterion) -> bool) {
    // A report is there or it is not: what it holds is never unknown.
    let open = judgeable(scope, |criterion| criterion.test != Test::Section);
    for (nominee, criterion) in open.filter(|(nominee, criterion)| wanted(nominee, criterion)) {
        if let Verdict::Unknown(why, at) = criteria::judge(criterion, nominee, scope.unit, scope.all) {
            let said = say(scope, out, nominee, criterion, "chưa xét được", &why, at);
            if let Some(help) = criteria::remedy(criterion, scope.all) {
                said.help(help);
            }
        }
    }
}

fn say<'o>(
    scope: &UnitScope,
    out: &'o mut Sink,
    nominee: &Nominee,
    criterion: &Criterion,
    verdict: &str,
    why: &str,
    at: Option<crate::finding::At>,
) -> Said<'o> {
    let who = words::upper_first(&words::who(nominee));
    // The unit itself needs no word of where it belongs.
    let of = match words::name(nominee) == scope.unit.name() {
        true => String::new(),
        false => format!(" ({})", scope.unit.short_name()),
    };
    let message = format!("{who}{of} {verdict} tiêu chuẩn {}: {why}", criterion.code.value);
    out.say(at, message).nominee(nominee).clause(criterion.clause.get().map(|c| c.value.as_str()))
}

fn scale(scope: &UnitScope, out: &mut Sink) {
    let scales = &scope.all.campaign.scales;
    let mut grades: Vec<(&str, &Text)> = Vec::new();
    for nominee in scope.unit.proposed() {
        grades.extend(nominee.yearly_grade.get().map(|g| ("xep_loai_nam", g)));
        grades.extend(nominee.grades.iter().map(|(key, g)| (key.text.as_str(), g)));
    }
    if let Some(results) = &scope.all.loaded.results
        && let Some(gradings) = results.gradings(&scope.unit.code)
    {
        grades.extend(gradings.iter().map(|(key, g)| (key.text.as_str(), &g.grade)));
    }
    for (name, _) in scope.unit.proposed().flat_map(|nominee| nominee.grades.iter()) {
        if criteria::is_stray(scope.all.campaign, &name.text) && !codes::explains(&scope.all.slips.scales, &name.text) {
            let known = scales.iter().map(|(scale, _)| scale.text.as_str());
            choices(out.say(Some(name.at), no_scale(&name.text)), &name.text, known);
        }
    }
    for (key, grade) in grades {
        let Some(steps) = scales.get(key).filter(|steps| is_whole(steps)) else { continue };
        if steps.iter().any(|step| step.value == grade.value) || scope.all.slips.explain_grade(key, grade) {
            continue;
        }
        let known: Vec<&str> = steps.iter().map(|s| s.value.as_str()).collect();
        let near = nearest(&grade.value, known.iter().copied());
        out.say(Some(grade.at), format!("`{}` không phải là một bậc của thang `{key}`", grade.value)).choices(
            near,
            "các bậc của thang",
            &known,
        );
    }
}

/// Whether a scale can be measured by; one with a faulty step, or without any, is reported where it stands.
fn is_whole(steps: &List<Text>) -> bool {
    !steps.faulty && !steps.items.is_empty()
}

pub(super) fn no_scale(key: &str) -> String {
    format!("không có thang xếp loại nào tên `{key}` (thang_xep_loai của phong-trao.yaml)")
}

/// Scales that criteria and announced gradings name must be declared.
fn scales_in_use(scope: &Scope, out: &mut Sink) {
    let scales = &scope.campaign.scales;
    if scales.faulty || scales.items.is_empty() {
        return;
    }
    let slips = &scope.slips.scales;
    for slip in slips {
        out.say(Some(slip.at), slip.message("thang xếp loại")).help(slip.help());
    }
    for (scale, slip) in &scope.slips.steps {
        let message = slip.message(&format!("bậc của thang `{scale}`"));
        out.say(Some(slip.at), message).help(slip.help());
    }
    let known = || scales.iter().map(|(name, _)| name.text.as_str());
    for criterion in scope.campaign.criteria.iter().filter(|c| c.test == Test::Grade) {
        let Some(key) = criterion.key.get() else { continue };
        match (scales.get(key), criterion.minimum.get()) {
            (None, _) if codes::explains(slips, key) => {}
            (None, _) => drop(choices(out.say(Some(key.at), no_scale(key)), key, known())),
            (Some(_), Some(least)) if scope.slips.explain_grade(key, least) => {}
            (Some(steps), Some(least)) if is_whole(steps) && !steps.iter().any(|step| step.value == least.value) => {
                let steps = steps.iter().map(|step| step.value.as_str());
                let message = format!("`{}` không phải là một bậc của thang `{}`", least.value, key.value);
                choices(out.say(Some(least.at), message), least, steps);
            }
            _ => {}
        }
    }
    for (unit, gradings) in
        scope.loaded.results.iter().flat_map(|results| results.announced()).flat_map(|units| units.iter())
    {
        let stray = |name: &str| criteria::is_stray(scope.campaign, name) && !codes::explains(slips, name);
        for (name, _) in gradings.iter().filter(|(name, _)| stray(&name.text)) {
            let said = choices(out.say(Some(name.at), no_scale(&name.text)), &name.text, known());
            if scope.loaded.unit(&unit.text).is_some() {
                said.unit(&unit.text);
            }
        }
    }
}

fn declarations(scope: &UnitScope, out: &mut Sink) {
    let criteria = scope.all.campaign.criteria.iter().filter(|c| c.test == Test::Declared);
    let known: Vec<&str> = criteria.filter_map(|c| c.key.get()).map(|key| key.value.as_str()).collect();
    // A criterion that does not say what it wants declared may want any of them.
    let unsaid = scope
        .all
        .campaign
        .criteria
        .iter()
        .any(|c| c.test == Test::Declared && !super::campaign::criteria::is_judgeable(c, scope.all.campaign));
    if known.is_empty() || unsaid {
        return;
    }
    let own = scope.unit.head.declared.iter();
    for (name, _) in own.chain(scope.unit.proposed().flat_map(|nominee| nominee.declared.iter())) {
        if !known.contains(&name.text.as_str()) && !codes::explains(&scope.all.slips.declarations, &name.text) {
            let message = format!("không có tiêu chuẩn nào xét điều khai `{}`", name.text);
            choices(out.say(Some(name.at), message), &name.text, known.iter().copied());
        }
    }
}

/// A criterion whose own code is misspelt is said itself, and not at all evidence for it.
fn misspelt_criteria(scope: &Scope, out: &mut Sink) {
    codes::say(&scope.slips.criteria, out, |Slip { declared, used, .. }, places| {
        format!(
            "không minh chứng nào nêu tiêu chuẩn `{declared}`, trong khi `{used}` được nêu ở {places} chỗ mà không phải tiêu chuẩn nào"
        )
    });
}

/// A criterion that asks for a misspelt declaration is said itself, and not of everybody who declares it.
fn misspelt_declarations(scope: &Scope, out: &mut Sink) {
    codes::say(&scope.slips.declarations, out, |Slip { declared, used, .. }, places| {
        format!(
            "tiêu chuẩn xét điều khai `{declared}` mà không bản ghi nào khai, trong khi `{used}`, viết gần giống, được khai ở {places} chỗ"
        )
    });
}

fn evidence_of(scope: &UnitScope, out: &mut Sink) {
    let criteria = &scope.all.campaign.criteria;
    // People weigh evidence too where only they can tell.
    let weighs = |c: &&Criterion| matches!(c.test, Test::Evidence | Test::Judgement);
    let named = scope.unit.head.nominees.iter().flat_map(|n| n.evidence.iter()).filter_map(|e| e.criterion.get());
    // A campaign without any is said to be one, once.
    let named = named.filter(|code| !codes::explains(&scope.all.slips.criteria, code));
    for code in named.filter(|_| !criteria.faulty && !criteria.items.is_empty()) {
        let message = match criteria.iter().find(|c| c.code.value == code.value) {
            Some(criterion) if weighs(&criterion) => continue,
            Some(_) => {
                format!("tiêu chuẩn {} không xét bằng minh chứng", code.value)
            }
            None => format!("phong trào không có tiêu chuẩn `{}`", code.value),
        };
        let known: Vec<&str> = criteria.iter().filter(weighs).map(|c| c.code.value.as_str()).collect();
        out.say(Some(code.at), message).choices(None, "các tiêu chuẩn dùng minh chứng", &known);
    }
    let kinds = scope.unit.proposed().flat_map(|n| n.evidence.iter()).map(|evidence| &evidence.kind);
    for kind in kinds.filter(|kind| !codes::explains(&scope.all.slips.evidence, kind)) {
        if let Some(meant) = scope.all.campaign.meant_evidence(kind) {
            let message = format!("phong trào không dùng loại minh chứng `{}`", kind.value);
            out.say(Some(kind.at), message).help(format!("sửa thành `{meant}`, nếu đúng ý"));
        }
    }
}

/// The likeliest word, and all that could be meant.
pub(super) fn choices<'s, 'w>(said: Said<'s>, word: &str, known: impl Iterator<Item = &'w str>) -> Said<'s> {
    let known: Vec<&str> = known.collect();
    said.choices(nearest(word, known.iter().copied()), "các từ được dùng", &known)
}
