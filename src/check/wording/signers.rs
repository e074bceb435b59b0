//! Who signs, and in what capacity.

use super::{whose, written};
use crate::check::agreement::names;
use crate::check::{Said, Sink, UnitScope, words};
use crate::finding::{At, Blocks, Rule};
use crate::record::kind::{Form, Issuer, Kind};
use crate::record::paper::{Attendance, Capacity, Signer};
use crate::record::scalar::Text;
use crate::record::text::{fold, same_words};
use crate::record::unit::is_committee;

pub(in crate::check) static NO_SIGNER: Rule = Rule::error("van-ban/thieu-nguoi-ky")
    .blocking(Blocks::Numbering)
    .text(
        "Văn bản đã có số (loại không có số: đã có ngày) hoặc trong hồ sơ đã nộp phải có người ký.",
        "ghi `nguoi_ky: {chuc_vu, ho_ten}`",
    )
    .by("khoản 2 Điều 8 và khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("to_trinh: {so: 15, ngay: 2021-05-18}   # không có nguoi_ky");
pub(in crate::check) static CAPACITY: Rule = Rule::warning("van-ban/quyen-han")
    .blocking(Blocks::Numbering)
    .text(
        "Quyền hạn ký phải đi với chức vụ: TM. cần ghi tập thể được thay mặt; KT. do cấp phó ký; TL., TUQ. cần ghi chức vụ của người đứng đầu.",
        "sửa `quyen_han`, hoặc ghi `tap_the`, `ky_thay`",
    )
    .by("Điều 13 và khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("nguoi_ky: {quyen_han: [KT.], chuc_vu: Chủ tịch}");

pub(in crate::check) static REGIME: Rule = Rule::warning("van-ban/thay-mat")
    .blocking(Blocks::Numbering)
    .text(
        "Ủy ban nhân dân làm việc theo chế độ tập thể: Chủ tịch ký TM., Phó Chủ tịch ký TM. và KT.; phòng, ban, đơn vị trực thuộc Ủy ban nhân dân làm việc theo chế độ thủ trưởng: người đứng đầu ký không ghi TM.",
        "sửa `quyen_han`, `tap_the`, `chuc_vu` theo thẩm quyền ký của cơ quan, đơn vị",
    )
    .by("khoản 1, 2 Điều 13 và khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("ten: Ủy ban nhân dân phường Long Thủy\nto_trinh: {nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: …}}   # thiếu quyen_han: [TM.], tap_the: Ủy ban nhân dân");

pub(in crate::check) static TITLE: Rule = Rule::warning("van-ban/hoc-ham")
    .text(
        "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu; riêng lực lượng vũ trang, đơn vị sự nghiệp giáo dục, y tế, khoa học theo quy định của ngành.",
        "bỏ học hàm, học vị, danh hiệu trước họ tên; ngành có quy định cho ghi thì khai `mien` với lý do",
    )
    .by("điểm c khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("nguoi_ky: {chuc_vu: Hiệu trưởng, ho_ten: ThS. …}");

pub(super) fn no_signer(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        // An extract of minutes is signed by its secretary and chair; they stand in `hop`.
        let signed_by_meeting = !paper.meeting.is_absent() || kind.reports_meeting();
        let finished = if kind.numbered { paper.number.get().is_some() } else { paper.date.get().is_some() };
        let signed_by_office = kind.body(scope.all.campaign).is_some_and(|office| !office.signer.is_absent());
        let unsigned = paper.signer.is_absent() && !signed_by_meeting && !signed_by_office;
        if unsigned && (finished || scope.unit.has_handed_in()) {
            let message = format!("{} của {} chưa ghi người ký", kind.name, whose(scope, filed));
            out.say(Some(paper.at), message).paper(filed.name());
        }
    }
}

pub(super) fn capacities(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        for signer in paper.signers() {
            if let Some(said) = say_capacity(signer, out) {
                said.paper(filed.name());
            }
        }
    }
}

/// Titles before the names of those who sign papers; whoever led and recorded a meeting signs what tells of it.
pub(super) fn titles(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        let named = paper.signers().filter_map(|signer| Some((signer.name.get()?, "người ký")));
        for (name, who) in named.chain(paper.meeting.get().into_iter().flat_map(|meeting| leads(meeting))) {
            if let Some(said) = say_title(name, who, out) {
                said.paper(filed.name());
            }
        }
    }
}

/// Who signs the minutes of a meeting, and as what.
pub(in crate::check) fn leads(meeting: &Attendance) -> impl Iterator<Item = (&Text, &'static str)> {
    let leads = [(meeting.chair.get(), "người chủ trì"), (meeting.secretary.get(), "thư ký")];
    leads.into_iter().filter_map(|(name, who)| Some((name?, who)))
}

/// Says what title stands before the name of somebody who signs as `who`.
pub(in crate::check) fn say_title<'o>(name: &Text, who: &str, out: &'o mut Sink) -> Option<Said<'o>> {
    let title = title_before(&name.value)?;
    Some(out.say(Some(name.at), format!("trước họ tên {who} có “{title}”")))
}

/// Whether two names are one person's, titles before them aside.
pub fn same_person(one: &str, other: &str) -> bool {
    same_words(without_title(one), without_title(other))
}

/// A name without the titles it begins with: "PGS. TS. Tô Văn Tổ" is Tô Văn Tổ, whom other papers name without them.
pub(in crate::check) fn without_title(name: &str) -> &str {
    let mut bare = name;
    while let Some(rest) = title_before(bare).and_then(|title| bare.strip_prefix(title)) {
        bare = rest.trim_start_matches(['.', ',', ' ']);
    }
    if bare.is_empty() { name } else { bare }
}

/// The academic title, degree or title of honour that a name begins with.
fn title_before(name: &str) -> Option<&str> {
    const SHORT: [&str; 16] = [
        "GS", "PGS", "TSKH", "TS", "ThS", "BS", "DS", "KS", "CN", "LS", "NGƯT", "NGND", "NSƯT", "NSND", "TTƯT", "TTND",
    ];
    const LONG: [&str; 13] = [
        "Giáo sư ",
        "Phó Giáo sư ",
        "Phó giáo sư ",
        "Tiến sĩ ",
        "Tiến sỹ ",
        "Thạc sĩ ",
        "Thạc sỹ ",
        "Bác sĩ ",
        "Kỹ sư ",
        "Cử nhân ",
        "Luật sư ",
        "Nhà giáo ",
        "Thầy thuốc ",
    ];
    let first = name.split(['.', ' ']).next().filter(|first| SHORT.contains(first));
    first.or_else(|| LONG.into_iter().find(|long| name.starts_with(long)).map(str::trim_end))
}

/// Papers that a body issues and its head or a deputy signs. A decision may be within the chairman's own power, and
/// who signs copies the head decides (Điều 27).
pub(in crate::check) fn is_of_body(kind: &Kind) -> bool {
    kind.form != Form::Copy && kind.abbreviation.as_deref() != Some("QĐ")
}

pub(super) fn regimes(scope: &UnitScope, out: &mut Sink) {
    let kind =
        |code: &str| scope.all.loaded.kinds.get(code).filter(|kind| kind.issuer == Issuer::Unit && is_of_body(kind));
    for (filed, paper) in written(scope).filter(|(filed, _)| kind(&filed.kind.text).is_some()) {
        let Some(signer) = paper.signer.get() else { continue };
        // A collective that is named without TM. is told by ho-so/nguoi-ky.
        let on_behalf = signer.has(Capacity::OnBehalf);
        let half_said = !signer.collective.is_absent() && !on_behalf;
        if half_said || names::is_on_self(signer, filed, scope.unit) {
            continue;
        }
        let unit = &scope.unit.head;
        let kind = unit.kind.get().and_then(|kind| scope.all.campaign.unit_kinds.get(kind));
        let parent = unit.parent.get().or(kind.and_then(|kind| kind.parent.get()));
        let short = scope.unit.short_name();
        let body = Signing { name: scope.unit.name(), short: &short, parent: parent.map(|text| text.value.as_str()) };
        if let Some((at, why, help)) = body.fault(signer) {
            out.say(Some(at), why).help(help).paper(filed.name());
        }
    }
}

/// A body whose papers somebody signs.
pub(in crate::check) struct Signing<'a> {
    /// Full name.
    pub name: &'a str,
    /// As findings call it.
    pub short: &'a str,
    /// The body it belongs to.
    pub parent: Option<&'a str>,
}

impl Signing<'_> {
    /// Why nobody signs the body's papers this way, where, and how to mend it. What is wrong with the capacity itself is
    /// said by van-ban/quyen-han.
    pub(in crate::check) fn fault(&self, signer: &Signer) -> Option<(At, String, &'static str)> {
        let by_order = signer.has(Capacity::ByOrder) || signer.has(Capacity::Authorised);
        if signer.capacities.faulty || by_order || capacity_fault(signer).is_some() {
            return None;
        }
        if is_committee(self.name) { of_committee(signer) } else { self.of_office(signer) }
    }

    /// Why an office under a people's committee does not sign this way. On behalf of a council within it (Hội đồng …)
    /// its head may.
    fn of_office(&self, signer: &Signer) -> Option<(At, String, &'static str)> {
        let parent = self.parent.filter(|parent| is_committee(parent))?;
        let whole = |body: &str| is_committee(body) || fold(self.name).starts_with(&fold(body));
        let on_behalf = signer.has(Capacity::OnBehalf);
        (on_behalf && signer.collective.get().is_some_and(|body| whole(body))).then(|| {
            let why = format!("{} là cơ quan, đơn vị thuộc {parent}: người đứng đầu ký không ghi TM.", self.short);
            (signer.capacities.at.unwrap_or(signer.at), why, "bỏ TM. khỏi `quyen_han` và bỏ `tap_the`")
        })
    }
}

/// Why a people's committee does not sign this way, and how it does.
fn of_committee(signer: &Signer) -> Option<(At, String, &'static str)> {
    if !fold(&signer.post).contains("chu tich") {
        let why = format!("“{}” không ký thay mặt Ủy ban nhân dân", signer.post.value);
        return Some((signer.post.at, why, "người ký là Chủ tịch hoặc Phó Chủ tịch; đối chiếu lại `chuc_vu`"));
    }
    let on_behalf = signer.has(Capacity::OnBehalf);
    let why = || format!("“{}” ký văn bản của Ủy ban nhân dân nhưng không ghi TM.", signer.post.value);
    let help = match signer.is_deputy() {
        true => "ghi `quyen_han: [TM., KT.]` và `tap_the: Ủy ban nhân dân`",
        false => "ghi `quyen_han: [TM.]` và `tap_the: Ủy ban nhân dân`",
    };
    (!on_behalf).then(|| (signer.capacities.at.unwrap_or(signer.at), why(), help))
}

/// Says what is wrong with the capacity somebody signs in.
pub(in crate::check) fn say_capacity<'o>(signer: &Signer, out: &'o mut Sink) -> Option<Said<'o>> {
    let (why, at) = capacity_fault(signer)?;
    let said = out.say(Some(at), why);
    // A deputy who signs as if he were the head.
    let head = signer.post.value.split_once(' ').filter(|_| signer.is_deputy() && signer.capacities.items.is_empty());
    Some(match head {
        Some((_, head)) => said.help(format!("ghi `quyen_han: [KT.]`, `ky_thay: {}`", words::upper_first(head))),
        None => said,
    })
}

/// What is wrong with the capacity somebody signs in, and where.
pub(in crate::check) fn capacity_fault(signer: &Signer) -> Option<(String, At)> {
    let at = signer.capacities.at.unwrap_or(signer.at);
    let deputy = signer.is_deputy();
    if signer.has(Capacity::OnBehalf) && signer.collective.is_absent() {
        return Some(("ký TM. nhưng chưa ghi tập thể được thay mặt".into(), at));
    }
    if signer.has(Capacity::InPlace) && !deputy && signer.for_post.is_absent() {
        return Some((format!("ký KT. nhưng “{}” không phải cấp phó", signer.post.value), signer.post.at));
    }
    if (signer.has(Capacity::ByOrder) || signer.has(Capacity::Authorised)) && signer.for_post.is_absent() {
        return Some(("ký TL. hoặc TUQ. nhưng chưa ghi chức vụ của người đứng đầu".into(), at));
    }
    if deputy && signer.capacities.items.is_empty() && !signer.capacities.faulty {
        return Some((format!("“{}” là cấp phó, ký văn bản thì ghi KT.", signer.post.value), signer.post.at));
    }
    None
}
