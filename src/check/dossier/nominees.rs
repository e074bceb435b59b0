//! Whom a unit proposes, and for which award.

use crate::check::wording::written;
use crate::check::{Scope, Sink, UnitScope, codes, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::{Campaign, NomineeKind};
use crate::record::kind::Block;
use crate::record::nearest::nearest;

pub(super) static CODE_TWICE: Rule = Rule::error("ho-so/trung-ma")
    .blocking(Blocks::List)
    .text("Trong một đơn vị, mỗi đề nghị khen thưởng có mã riêng.", "đặt lại mã cho một trong hai")
    .example("de_nghi: [{ma: tap-the, …}, {ma: tap-the, …}]");
pub(super) static NOBODY: Rule = Rule::error("ho-so/khong-de-nghi")
    .blocking(Blocks::List)
    .text(
        "Hồ sơ đã nộp phải có tập thể, cá nhân được đề nghị; đơn vị không đề nghị khen thưởng thì ghi `khong_de_nghi`; không ghi cả hai.",
        "chỉ giữ một trong hai khóa: `de_nghi`, hoặc `khong_de_nghi: {ly_do, so, ngay}`",
    )
    .example("khong_de_nghi: {ly_do: …}\nde_nghi: [{ma: tap-the, …}]");
pub(super) static AWARD: Rule = Rule::error("ho-so/hinh-thuc")
    .blocking(Blocks::List)
    .text(
        "Hình thức khen thưởng phải là một hình thức của phong trào.",
        "sửa `hinh_thuc`, hoặc khai thêm ở `hinh_thuc_khen` của phong-trao.yaml",
    )
    .by("hình thức khen thưởng của phong trào")
    .example("hinh_thuc: giay_ken");

pub(super) static PARTICULARS: Rule = Rule::warning("ho-so/thieu-ly-lich")
    .text(
        "Cá nhân được đề nghị có giới tính, để xưng ông hay bà; cán bộ, công chức, viên chức có chức vụ hoặc chức danh; người có báo cáo thành tích soạn tại đây có ngày sinh: văn bản in những mục ấy.",
        "ghi các khóa được nêu vào đề nghị này",
    )
    .example("de_nghi: [{ma: nguyen-van-a, loai: ca_nhan, ten: Nguyễn Văn A, …}]   # không có gioi_tinh, ngay_sinh");

/// Staff whom law gives a post or a title; others, such as villagers, may have none.
const STAFF: [&str; 3] = ["can_bo", "cong_chuc", "vien_chuc"];

pub(super) fn particulars(scope: &UnitScope, out: &mut Sink) {
    // Nothing is printed of a dossier that has no papers yet.
    if scope.papers().next().is_none() {
        return;
    }
    let kinds = &scope.all.loaded.kinds;
    for nominee in scope.unit.proposed().filter(|n| n.kind.get() == Some(&NomineeKind::Individual)) {
        let is_staff = nominee.staff.get().is_some_and(|staff| STAFF.contains(&staff.value.as_str()));
        let has_report = written(scope).any(|(filed, _)| {
            let prints = kinds.get(&filed.kind.text).is_some_and(|kind| kind.blocks.contains(&Block::Nominee));
            prints && filed.nominee.as_ref().is_some_and(|name| name.text == nominee.code.as_str())
        });
        let lacks = [
            nominee.gender.is_absent().then_some("giới tính (`gioi_tinh`)"),
            (has_report && nominee.born.is_absent()).then_some("ngày sinh (`ngay_sinh`)"),
            (is_staff && nominee.post.is_absent()).then_some("chức vụ (`chuc_vu`)"),
        ];
        let lacks: Vec<&str> = lacks.into_iter().flatten().collect();
        if !lacks.is_empty() {
            let who = words::upper_first(&words::who(nominee));
            out.say(Some(nominee.at), format!("{who} chưa có {}", lacks.join(", ")));
        }
    }
}

pub(super) fn code_twice(scope: &UnitScope, out: &mut Sink) {
    let mut repeated = codes::repeated(scope.unit).map(|nominee| &nominee.code).peekable();
    // Few units have one; looking for slips goes through all their papers.
    let slips = repeated.peek().map_or_else(Vec::new, |_| codes::nominees(scope.all, scope.unit));
    for code in repeated {
        let said = out.say(Some(code.at), format!("mã `{}` dùng cho hai đề nghị", code.as_str()));
        if let Some(slip) = slips.iter().find(|slip| slip.at == code.at) {
            let (meant, places) = (slip.used, words::count(slip.times));
            said.help(format!("sửa thành `{meant}`, nếu đúng ý: mã ấy được dùng ở {places} chỗ mà chưa khai"));
        }
    }
}

pub(super) fn nobody(scope: &UnitScope, out: &mut Sink) {
    let head = &scope.unit.head;
    match head.proposes_nobody.get() {
        Some(letter) if !head.nominees.items.is_empty() => {
            let message = format!(
                "{} báo không đề nghị khen thưởng nhưng bản ghi vẫn có đề nghị khen thưởng",
                scope.unit.short_name()
            );
            out.say(Some(letter.at), message);
        }
        None if head.nominees.items.is_empty()
            && !head.nominees.faulty
            && head.proposes_nobody.is_absent()
            && scope.unit.has_handed_in() =>
        {
            let message = format!(
                "{} đã nộp hồ sơ nhưng không đề nghị tập thể, cá nhân nào, cũng không báo là không đề nghị khen thưởng",
                scope.unit.short_name()
            );
            out.say(head.nominees.at.or(scope.top()), message);
        }
        _ => {}
    }
}

/// Awards of the campaign: declared ones, and those that have a quota.
pub fn awards(campaign: &Campaign) -> Vec<&str> {
    let mut known: Vec<&str> = campaign.awards.iter().map(|(name, _)| name.text.as_str()).collect();
    for (name, _) in campaign.quotas.iter() {
        if !known.contains(&name.text.as_str()) {
            known.push(&name.text);
        }
    }
    known
}

pub(super) fn award(scope: &UnitScope, out: &mut Sink) {
    let known = awards(scope.all.campaign);
    if known.is_empty() {
        return;
    }
    for nominee in scope.unit.head.nominees.iter() {
        for award in [nominee.award.get(), nominee.fallback.get()].into_iter().flatten() {
            if known.contains(&award.value.as_str()) || codes::explains(&scope.all.slips.awards, award) {
                continue;
            }
            let near = nearest(&award.value, known.iter().copied());
            out.say(Some(award.at), format!("`{}` không phải là hình thức khen thưởng của phong trào", award.value))
                .choices(near, "các hình thức đã khai", &known);
        }
    }
}

/// Quotas are for awards that are declared, where any are; an award misspelt where it is declared is said there.
pub(super) fn quota_awards(scope: &Scope, out: &mut Sink) {
    let awards = &scope.campaign.awards;
    if awards.items.is_empty() || awards.faulty {
        return;
    }
    let slips = &scope.slips.awards;
    for slip in slips {
        out.say(Some(slip.at), slip.message("hình thức khen thưởng")).help(slip.help());
    }
    let unknown = |name: &str| awards.get(name).is_none() && !codes::explains(slips, name);
    for (name, _) in scope.campaign.quotas.iter().filter(|(name, _)| unknown(&name.text)) {
        let known: Vec<&str> = awards.iter().map(|(name, _)| name.text.as_str()).collect();
        let near = nearest(&name.text, known.iter().copied());
        out.say(Some(name.at), format!("`{}` có số lượng nhưng chưa khai ở `hinh_thuc_khen`", name.text)).choices(
            near,
            "các hình thức đã khai",
            &known,
        );
    }
}
