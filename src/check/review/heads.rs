//! Heads of the campaign's own papers (`van_ban`): each stands under something that there is, and what others cite
//! where they read it.

use super::{choose, sittings};
use crate::check::campaign::lists::knows_units;
use crate::check::{Scope, Sink, dossier};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::Per;
use crate::record::decode::Name;
use crate::record::kind::{Form, Kind};
use crate::record::paper::Paper;

pub(super) static HEAD: Rule = Rule::error("khop/van-ban-chung")
    .blocking(Blocks::Numbering)
    .text(
        "Ở `van_ban` của xet-duyet.yaml, dưới loại văn bản lập theo cuộc họp hoặc quyết định là mã cuộc họp, dưới loại lập theo sự kiện là mã sự kiện, dưới loại gửi từng đơn vị là mã đơn vị; số, ký hiệu, ngày của biên bản họp, của quyết định và giấy khen thì ghi ở `hop`, `quyet_dinh`.",
        "sửa lại mã, hoặc chuyển các khóa ấy về đúng chỗ",
    )
    .example("van_ban: {to_trinh_khen_thuong: {dot-3: {so: 40}}}   # không có cuộc họp nào mang mã dot-3");

pub(super) fn heads(scope: &Scope, out: &mut Sink) {
    let papers = scope.loaded.common_papers();
    for filed in papers {
        let Some(kind) = scope.loaded.kinds.get(&filed.kind.text) else { continue };
        match &filed.nominee {
            Some(under) if kind.is_of_event() => event(scope, under, out),
            // Whether there is the paper that it corrects is told where papers are planned.
            Some(_) if kind.corrects() => {}
            None if kind.corrects() => {
                out.say(Some(filed.kind.at), format!("`{}` lập riêng cho từng văn bản được đính chính", kind.code))
                    .help("ghi tên tệp của văn bản ấy, không có đuôi, thành một khóa, rồi thụt các khóa này vào dưới khóa ấy");
            }
            Some(under) if kind.is_of_campaign() => meeting(scope, under, out),
            Some(under) => unit(scope, under, out),
            None if kind.is_of_event() => {
                out.say(Some(filed.kind.at), format!("`{}` lập cho từng sự kiện", kind.code))
                    .help("ghi mã sự kiện thành một khóa, rồi thụt các khóa này vào dưới mã ấy");
            }
            None if !kind.is_of_campaign() => {
                let message = format!("`{}` gửi riêng từng đơn vị", kind.code);
                out.say(Some(filed.kind.at), message)
                    .help("ghi mã đơn vị thành một khóa, rồi thụt các khóa này vào dưới mã ấy");
            }
            None => {}
        }
        if let Some((place, stated)) = elsewhere(kind).zip(filed.paper.get().filter(|paper| is_cited(paper))) {
            let why = match kind.form {
                Form::Blank => format!("văn bản này in số, ngày theo `{place}`"),
                _ => format!("các văn bản khác viện dẫn theo `{place}`"),
            };
            let message = format!("số, ký hiệu, ngày của `{}` ghi ở `van_ban`, trong khi {why}", kind.code);
            out.say(Some(stated.at), message).help(format!("chuyển các khóa này về `{place}`"));
        }
    }
}

/// A paper that consists of its body has one, whoever it is about.
pub(super) fn no_body(scope: &Scope, out: &mut Sink) {
    for filed in scope.loaded.common_papers() {
        let kind = scope.loaded.kinds.get(&filed.kind.text).filter(|kind| kind.is_of_campaign() && kind.is_plain());
        let Some((kind, paper)) = kind.zip(filed.paper.get().filter(|paper| paper.body.is_absent())) else { continue };
        out.say(Some(paper.at), format!("{} chưa có nội dung", kind.name))
            .help("viết nội dung vào `noi_dung` của văn bản này")
            .paper(filed.name());
    }
}

fn meeting(scope: &Scope, under: &Name, out: &mut Sink) {
    // A meeting that could not be read may be the one.
    let unread = scope.loaded.review.as_ref().is_some_and(|review| review.head.meetings.faulty);
    let known: Vec<&str> = sittings(scope).map(|sitting| sitting.code.as_str()).collect();
    if !unread && !known.contains(&under.text.as_str()) {
        let message = format!("không có cuộc họp nào mang mã `{}`", under.text);
        choose(out.say(Some(under.at), message), &under.text, "các cuộc họp đã ghi", &known);
    }
}

fn event(scope: &Scope, under: &Name, out: &mut Sink) {
    let Some(review) = &scope.loaded.review else { return };
    let known: Vec<&str> = review.head.events.iter().map(|event| event.code.as_str()).collect();
    if !review.head.events.faulty && !known.contains(&under.text.as_str()) {
        let message = format!("không có sự kiện nào mang mã `{}`", under.text);
        choose(out.say(Some(under.at), message), &under.text, "các sự kiện đã ghi", &known);
    }
}

fn unit(scope: &Scope, under: &Name, out: &mut Sink) {
    let code = under.text.as_str();
    if !scope.loaded.lists(code) && scope.loaded.unit(code).is_none() && knows_units(scope.campaign) {
        let message = format!("không có đơn vị nào mang mã `{code}`");
        let help = dossier::closest(code, scope, |_| false).map(|near| format!("sửa thành `{near}`, nếu đúng ý"));
        out.say(Some(under.at), message).help(help.unwrap_or_else(|| "sửa lại mã đơn vị".into()));
    }
}

/// Where other papers take what they cite of a kind: its number and day must be the same everywhere.
fn elsewhere(kind: &Kind) -> Option<&'static str> {
    match kind {
        _ if kind.is_minutes() => Some("hop"),
        _ if kind.is_decision() || is_on_blank(kind) => Some("quyet_dinh"),
        _ => None,
    }
}

/// What is printed on a blank, after a decision.
fn is_on_blank(kind: &Kind) -> bool {
    kind.form == Form::Blank && matches!(kind.per, Per::Decision | Per::Recipient)
}

fn is_cited(paper: &Paper) -> bool {
    !(paper.number.is_absent() && paper.symbol.is_absent() && paper.date.is_absent())
}
