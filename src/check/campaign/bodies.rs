//! The bodies that appear on paper, and what a campaign had better state though it may leave it out.

use super::top;
use crate::check::{Said, Scope, Sink, codes};
use crate::finding::{Blocks, Rule};
use crate::record::kind::Issuer;
use crate::record::nearest::nearest;
use crate::record::scalar::Text;

pub(super) static OFFICE: Rule = Rule::error("phong-trao/thuong-truc")
    .text(
        "Giấy tiếp nhận và phiếu kiểm tra do cơ quan thường trực lập, nên `thuong_truc` phải là mã của một cơ quan khai ở `co_quan`.",
        "khai cơ quan thường trực ở `co_quan`, rồi ghi đúng mã ấy vào `thuong_truc`",
    )
    .example("thuong_truc: noi-vq   # co_quan: {noi-vu: {…}}");
pub(super) static SEAL: Rule = Rule::error("phong-trao/co-quan")
    .blocking(Blocks::List)
    .text("Mã ghi ở `dung_dau_cua` phải là mã của một cơ quan khác khai ở `co_quan`; mã ghi ở `co_quan_xet` của hình thức khen thưởng cũng phải khai ở đó.", "sửa lại mã cơ quan")
    .example("co_quan: {bcd: {ten: Ban Chỉ đạo, dung_dau_cua: ubdn}}");
pub(super) static UNSTATED: Rule = Rule::warning("phong-trao/chua-neu")
    .text(
        "Bản ghi phong trào cần nêu kế hoạch phát động, hạn nộp hồ sơ, tiêu chuẩn, cơ quan thường trực (khi có nhiều cơ quan) và người ký của cơ quan ấy; thiếu mục nào thì không in, không xét được theo mục ấy.",
        "ghi khóa được nêu vào phong-trao.yaml",
    )
    .example("(không có khóa ke_hoach trong phong-trao.yaml)");

pub(super) fn office(scope: &Scope, out: &mut Sink) {
    let agencies = &scope.campaign.agencies;
    if agencies.faulty || !scope.loaded.kinds.iter().any(|kind| kind.issuer == Issuer::Office) {
        return;
    }
    if agencies.items.is_empty() {
        let message = "phong trào chưa khai cơ quan nào ở `co_quan`, nên không có cơ quan thường trực để lập giấy tiếp nhận và phiếu kiểm tra";
        out.say(agencies.at.or(top(scope)), message);
        return;
    }
    let slips = &scope.slips.agencies;
    for slip in slips {
        out.say(Some(slip.at), slip.message("cơ quan")).help(slip.help());
    }
    let unknown = |code: &&Text| agencies.get(code).is_none() && !codes::explains(slips, code);
    if let Some(code) = scope.campaign.office.get().filter(unknown) {
        let message = format!("cơ quan thường trực `{}` không có trong `co_quan`", code.value);
        choices(out.say(Some(code.at), message), code, scope);
    }
}

pub(super) fn seals(scope: &Scope, out: &mut Sink) {
    let agencies = &scope.campaign.agencies;
    for (own, agency) in agencies.iter().filter(|_| !agencies.faulty) {
        let Some(host) = agency.seal_of.get() else { continue };
        if host.value == own.text {
            out.say(Some(host.at), format!("cơ quan `{}` ghi `dung_dau_cua` là chính mình", own.text));
        } else if agencies.get(host).is_none() && !codes::explains(&scope.slips.agencies, host) {
            let message = format!("cơ quan `{}` dùng dấu của `{}`, không có trong `co_quan`", own.text, host.value);
            choices(out.say(Some(host.at), message), host, scope);
        }
    }
}

/// Bodies whose meetings awards need.
pub(super) fn judges(scope: &Scope, out: &mut Sink) {
    let agencies = &scope.campaign.agencies;
    for (own, award) in scope.campaign.awards.iter().filter(|_| !agencies.faulty) {
        let Some(body) = award.judged_by.get().filter(|body| agencies.get(body).is_none()) else { continue };
        if !codes::explains(&scope.slips.agencies, body) {
            let message = format!("hình thức `{}` do `{}` họp xét, không có trong `co_quan`", own.text, body.value);
            choices(out.say(Some(body.at), message), body, scope);
        }
    }
}

pub(super) fn unstated(scope: &Scope, out: &mut Sink) {
    let campaign = scope.campaign;
    if campaign.office.is_absent() && campaign.agencies.items.len() > 1 {
        let first = campaign.agencies.iter().next().map_or("", |(name, _)| &name.text);
        let message =
            format!("phong trào chưa nêu cơ quan thường trực (`thuong_truc`); tạm lấy cơ quan đầu tiên, `{first}`");
        out.say(campaign.agencies.at.or(top(scope)), message);
    }
    let office = campaign.office.get().and_then(|code| Some((code, campaign.agencies.get(code)?)));
    if let Some((code, office)) = office.filter(|(_, office)| office.signer.is_absent()) {
        let message = format!("cơ quan thường trực `{}` chưa nêu người ký (`nguoi_ky`)", code.value);
        out.say(Some(office.name.at), message)
            .help("ghi `nguoi_ky: {chuc_vu, ho_ten}` của cơ quan ấy; chưa ghi thì văn bản in chức danh chung");
    }
    let left_out = [
        (campaign.plan.is_absent(), "kế hoạch phát động (`ke_hoach`), nên văn bản chỉ viện dẫn chung là “Kế hoạch”"),
        (campaign.deadline.is_absent(), "hạn nộp hồ sơ (`han_nop`), nên không xét được hồ sơ nào nộp muộn"),
        (
            campaign.criteria.at.is_none() && !campaign.criteria.faulty,
            "tiêu chuẩn nào (`tieu_chi`), nên không đề nghị nào được xét theo tiêu chuẩn",
        ),
    ];
    for (_, what) in left_out.into_iter().filter(|(absent, _)| *absent) {
        out.say(top(scope), format!("phong trào chưa nêu {what}"));
    }
}

fn choices(said: Said, code: &str, scope: &Scope) {
    let known: Vec<&str> = scope.campaign.agencies.iter().map(|(name, _)| name.text.as_str()).collect();
    said.choices(nearest(code, known.iter().copied()), "các cơ quan đã khai", &known);
}
