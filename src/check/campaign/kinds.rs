//! The campaign's own kinds of paper: a number needs a symbol, and no official paper passes for a slip.

use std::collections::BTreeMap;

use crate::check::{Scope, Sink, codes, dossier};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::Origin;
use crate::record::kind::{Form, Kind, KindPatch};
use crate::record::nearest::nearest;

pub(super) static KIND: Rule = Rule::error("phong-trao/loai-van-ban")
    .blocking(Blocks::Numbering)
    .text(
        "Loại văn bản hành chính có số phải khai chữ viết tắt tên loại để ghép ký hiệu; riêng công văn có số nhưng không có chữ viết tắt tên loại.",
        "sửa `viet_tat`, `co_so` của loại văn bản này",
    )
    .by("khoản 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("loai_van_ban: {thong_bao: {ten: Thông báo, co_so: true}}   # thiếu viet_tat: TB");

pub(super) static NAMELESS: Rule = Rule::error("phong-trao/loai-khong-ten")
    .blocking(Blocks::Numbering)
    .text(
        "Loại văn bản do phong trào thêm phải có tên (`ten`), vì tên ấy in trên văn bản.",
        "ghi `ten` cho loại văn bản này",
    )
    .example("loai_van_ban: {ban_cam_ket: {co_so: false}}   # in ra là “BAN CAM KET”");

pub(super) static SERIES: Rule = Rule::warning("phong-trao/so-van-ban")
    .text(
        "Mỗi loại văn bản nêu ở `so_van_ban` là một loại đã khai và thuộc một dãy số; viết sai thì số của loại ấy được xét theo dãy riêng.",
        "sửa lại theo mã loại văn bản, mỗi loại ghi ở một dãy",
    )
    .by("khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP")
    .example("so_van_ban: {chung: [to_trinh, bao_cao_thanh_tichh]}");

pub(super) static AWARDS: Rule = Rule::warning("phong-trao/loai-theo-hinh-thuc")
    .text(
        "Loại văn bản chỉ lập cho một số hình thức khen thưởng (`hinh_thuc`) thì nêu mã của hình thức đã khai; viết sai thì không văn bản nào được lập.",
        "sửa lại theo mã hình thức khai ở `hinh_thuc_khen`",
    )
    .example("loai_van_ban: {giay_khen: {hinh_thuc: [giay_ken]}}");

/// Papers that are numbered besides those of a dossier: a unit's plan and its minutes.
const NUMBERED: [&str; 2] = ["ke_hoach", "bien_ban"];

pub(super) fn series(scope: &Scope, out: &mut Sink) {
    let kinds = &scope.loaded.kinds;
    let mut seen = BTreeMap::new();
    for (series, words) in scope.campaign.series.iter() {
        for word in words.iter() {
            if let Some(first) = seen.insert(&word.value, &series.text) {
                out.say(Some(word.at), format!("`{}` đã thuộc dãy số `{first}`", word.value));
            } else if !kinds.is_partial() && kinds.get(word).is_none() && !NUMBERED.contains(&word.value.as_str()) {
                let near = nearest(word, kinds.codes().chain(NUMBERED));
                let message =
                    format!("dãy số `{}` nêu `{}`, không phải loại văn bản nào đã khai", series.text, word.value);
                let said = out.say(Some(word.at), message);
                if let Some(near) = near {
                    said.help(format!("sửa thành `{near}`, nếu đúng ý"));
                }
            }
        }
    }
}

pub(super) static FORM: Rule = Rule::error("phong-trao/the-thuc-loai")
    .blocking(Blocks::Numbering)
    .text(
        "Loại văn bản soạn tại đây mà có số (`co_so: true`), có chữ viết tắt tên loại hoặc là công văn thì là văn bản hành chính, không khai thể thức `noi_bo` hay `phoi_in`.",
        "ghi `the_thuc: hanh_chinh`; giấy tờ nội bộ, chữ in lên phôi thì không lấy số và không có `viet_tat`",
    )
    .by("Điều 7 và khoản 2 Điều 8 Nghị định số 30/2020/NĐ-CP")
    .example("loai_van_ban: {to_trinh: {the_thuc: noi_bo}}");

/// Of all kinds, since an office's own table of them is not looked at elsewhere.
pub(super) fn forms(scope: &Scope, out: &mut Sink) {
    let slip = |kind: &&Kind| kind.origin == Origin::Written && matches!(kind.form, Form::Internal | Form::Blank);
    for kind in scope.loaded.kinds.iter().filter(slip) {
        let why = match (kind.numbered, &kind.abbreviation) {
            (true, _) => "có số, ký hiệu".to_owned(),
            (_, Some(word)) => format!("có chữ viết tắt tên loại {word}"),
            _ if kind.is_letter() => "là công văn".to_owned(),
            _ => continue,
        };
        let declared = scope.campaign.kinds.iter().find(|(code, _)| code.text == kind.code).map(|(code, _)| code.at);
        let message = format!("loại văn bản `{}` {why}, nhưng khai thể thức `{}`", kind.code, kind.form.word());
        out.say(declared.or(super::top(scope)), message);
    }
}

pub(super) fn nameless(scope: &Scope, out: &mut Sink) {
    for (code, _) in scope.campaign.kinds.iter().filter(|(_, patch)| patch.name.is_absent()) {
        if scope.loaded.kinds.get(&code.text).is_some_and(Kind::is_nameless) {
            out.say(Some(code.at), format!("loại văn bản `{}` chưa có tên", code.text));
        }
    }
}

pub(super) fn symbols(scope: &Scope, out: &mut Sink) {
    for (code, patch) in scope.campaign.kinds.iter() {
        let Some(kind) = scope.loaded.kinds.get(&code.text) else { continue };
        let written = kind.origin == Origin::Written && matches!(kind.form, Form::Administrative | Form::Copy);
        let misread = patch.abbreviation.is_faulty() || patch.numbered.is_faulty();
        if let Some((message, help)) = fault(kind).filter(|_| written && !misread) {
            out.say(Some(place(kind, patch).unwrap_or(code.at)), message).help(help);
        }
    }
}

fn fault(kind: &Kind) -> Option<(String, &'static str)> {
    match (kind.is_letter(), kind.numbered, &kind.abbreviation) {
        (false, true, None) => Some((
            format!("loại văn bản `{}` có số nhưng chưa khai chữ viết tắt tên loại (`viet_tat`)", kind.code),
            "ghi `viet_tat` theo Phụ lục III Nghị định số 30/2020/NĐ-CP; văn bản không lấy số thì ghi `co_so: false`",
        )),
        (true, true, Some(word)) => Some((
            format!("ký hiệu công văn không có chữ viết tắt tên loại, nhưng `{}` khai `viet_tat: {word}`", kind.code),
            "bỏ `viet_tat`: ký hiệu công văn là chữ viết tắt của cơ quan và của đơn vị soạn thảo, như UBND-VP",
        )),
        (true, false, _) => {
            Some((format!("công văn phải có số, nhưng `{}` chưa ghi `co_so: true`", kind.code), "ghi `co_so: true`"))
        }
        _ => None,
    }
}

/// The value that is wrong, where there is one.
fn place(kind: &Kind, patch: &KindPatch) -> Option<crate::finding::At> {
    let abbreviation = patch.abbreviation.get().map(|word| word.at);
    let numbered = patch.numbered.get().map(|numbered| numbered.at);
    if kind.is_letter() && kind.numbered { abbreviation } else { numbered }
}

/// A declaration that is itself misspelt is said where it stands.
pub(super) fn awards(scope: &Scope, out: &mut Sink) {
    let known = dossier::awards(scope.campaign);
    if scope.campaign.awards.faulty || known.is_empty() {
        return;
    }
    let is_strange = |award: &str| !known.contains(&award) && !codes::explains(&scope.slips.awards, award);
    for (code, patch) in scope.campaign.kinds.iter() {
        for award in patch.awards.iter().filter(|award| is_strange(award)) {
            let message =
                format!("`{}` lập cho `{}`, không phải hình thức khen thưởng đã khai", code.text, award.value);
            let near = nearest(award, known.iter().copied());
            out.say(Some(award.at), message).choices(near, "các hình thức đã khai", &known);
        }
    }
}
