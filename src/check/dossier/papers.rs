//! What a paper must hold to be one at all.

use crate::check::wording::{whose, written};
use crate::check::{Sink, UnitScope};
use crate::finding::{At, Blocks, Rule};
use crate::record::kind::Kind;
use crate::record::paper::{Capacity, Filed, Paper, Signer};

pub(in crate::check) static NO_BODY: Rule = Rule::error("ho-so/thieu-noi-dung")
    .text(
        "Báo cáo và các văn bản soạn theo `noi_dung` phải có nội dung; để trống thì không coi là đã có văn bản.",
        "viết nội dung vào `noi_dung`; nếu văn bản đã ký ở nơi khác thì ghi `nguon: nhan`",
    )
    .example("bao_cao_thanh_tich: {tap-the: {ngay: 2021-05-12}}   # không có noi_dung");
pub(super) static NO_MEETING: Rule = Rule::error("ho-so/thieu-cuoc-hop")
    .text(
        "Trích biên bản soạn tại đây phải nêu biên bản được trích (`bien_ban`) và thành phần họp (`hop`), để in và để đối chiếu ngày họp, số người, số phiếu.",
        "ghi `bien_ban` và `hop` theo biên bản họp; nếu văn bản đã ký ở nơi khác thì ghi `nguon: nhan`",
    )
    .example("trich_bien_ban: {ngay: 2021-05-17, bieu_quyet: […]}   # không có bien_ban, hop");
pub(super) static NOTHING: Rule = Rule::error("ho-so/van-ban-trong")
    .blocking(Blocks::List)
    .text(
        "Văn bản nhận về phải ghi ít nhất một trong các mục số, ngày, trích yếu, tệp; để trống thì không chứng tỏ là đã nhận được.",
        "ghi số, ngày của văn bản; chưa nhận được thì xóa mục này",
    )
    .example("chung_nhan_sang_kien: {tap-the: {}}");
pub(super) static SIGNER: Rule = Rule::warning("ho-so/nguoi-ky")
    .blocking(Blocks::Numbering)
    .text(
        "Văn bản đã có số hoặc trong hồ sơ đã nộp phải ghi họ tên người ký; nêu tập thể được thay mặt thì quyền hạn ký phải có TM.",
        "ghi `ho_ten` của người ký; ký thay mặt tập thể thì ghi `quyen_han: [TM.]`, không thì bỏ `tap_the`",
    )
    .by("khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("nguoi_ky: {tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch}   # không có quyen_han, ho_ten");

pub(super) fn no_body(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper, kind) in of_known_kind(scope).filter(|(_, p, kind)| kind.is_body() && p.body.is_absent()) {
        if scope.is_misread(filed) {
            continue;
        }
        let of = whose(scope, filed);
        out.say(Some(paper.at), format!("{} của {of} chưa có nội dung", kind.name)).paper(filed.name());
    }
}

pub(super) fn no_meeting(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper, kind) in of_known_kind(scope).filter(|(_, _, kind)| kind.reports_meeting()) {
        let lacks = [
            paper.minutes.is_absent().then_some("biên bản được trích"),
            paper.meeting.is_absent().then_some("thành phần họp"),
        ];
        let lacks: Vec<&str> = lacks.into_iter().flatten().collect();
        if !lacks.is_empty() && !scope.is_misread(filed) {
            let message = format!("{} của {} chưa nêu {}", kind.name, scope.unit.short_name(), lacks.join(" và "));
            out.say(Some(paper.at), message).paper(filed.name());
        }
    }
}

pub(super) fn nothing(scope: &UnitScope, out: &mut Sink) {
    let kinds = &scope.all.loaded.kinds;
    for (filed, paper) in scope.papers() {
        let Some(kind) = kinds.get(&filed.kind.text) else { continue };
        let says =
            [paper.number.is_absent(), paper.date.is_absent(), paper.subject.is_absent(), paper.file.is_absent()];
        if paper.is_received(kind.origin) && says.iter().all(|absent| *absent) && !scope.is_misread(filed) {
            let message = format!("{} nhận về không ghi số, ngày, trích yếu hay tệp nào", kind.name);
            out.say(Some(paper.at), message).paper(filed.name());
        }
    }
}

pub(super) fn signer(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper, kind) in of_known_kind(scope) {
        let final_form = paper.number.get().is_some() || scope.unit.has_handed_in();
        if let Some(signer) = paper.signer.get().filter(|s| final_form && s.name.is_absent()) {
            let message = format!("{} của {} chưa ghi họ tên người ký", kind.name, whose(scope, filed));
            out.say(Some(signer.at), message).paper(filed.name());
        }
        for signer in paper.signers() {
            if let Some((at, why)) = needless_collective(signer) {
                out.say(Some(at), why).paper(filed.name());
            }
        }
    }
}

/// A collective is printed behind TM. only; a deputy without any capacity is told so by van-ban/quyen-han.
fn needless_collective(signer: &Signer) -> Option<(At, String)> {
    let collective = signer.collective.get()?;
    let deputy = signer.capacities.items.is_empty() && signer.is_deputy();
    let on_behalf = signer.has(Capacity::OnBehalf);
    let why = || format!("ghi tập thể được thay mặt là “{}” nhưng quyền hạn ký không có TM.", collective.value);
    (!on_behalf && !signer.capacities.faulty && !deputy).then(|| (collective.at, why()))
}

/// Papers written here, with their kinds.
fn of_known_kind<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper, &'a Kind)> {
    let kinds = &scope.all.loaded.kinds;
    written(scope).filter_map(|(filed, paper)| Some((filed, paper, kinds.get(&filed.kind.text)?)))
}
