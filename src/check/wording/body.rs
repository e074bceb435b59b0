//! What papers say at length: the name of the campaign, and Markdown that can be set.

use crate::check::{Sink, UnitScope};
use crate::finding::{At, Rule};
use crate::record::scalar::Markdown;
use crate::record::text::{fold, nfc, one_line};

pub(super) static NAME: Rule = Rule::warning("van-ban/ten-phong-trao")
    .text(
        "Tên phong trào viết giống nhau ở mọi nơi, đúng như `ten` của phong-trao.yaml.",
        "viết lại tên phong trào đúng như đã định",
    )
    .by("tên của phong trào")
    .example("noi_dung: … phong trào “Thực hiện CCHC, nâng cao chỉ số CCHC” …");
pub(super) static MARKDOWN: Rule = Rule::error("van-ban/markdown")
    .fixed()
    .text(
        "Nội dung chỉ dùng đề mục, đoạn văn, danh sách, bảng và chữ nhấn mạnh.",
        "bỏ phần không dùng được, hoặc viết lại thành đoạn văn, danh sách hay bảng",
    )
    .example("noi_dung: |\n  ![ảnh](anh.png)");

pub(super) fn campaign_name(scope: &UnitScope, out: &mut Sink) {
    let Some(name) = scope.all.campaign.name.get() else { return };
    let core = quoted(name).next().unwrap_or(name).trim().to_owned();
    let mut judge = |text: &str, at: At, paper: Option<String>| {
        for phrase in quoted(text) {
            let said = one_line(phrase);
            if said != core && resembles(&said, &core) {
                let mut finding = out.say(Some(at), format!("tên phong trào viết là “{said}”, khác với “{core}”"));
                if let Some(paper) = &paper {
                    finding = finding.paper(paper.clone());
                }
                drop(finding);
            }
        }
    };
    for nominee in scope.unit.proposed() {
        if let Some(merit) = nominee.merit.get() {
            judge(merit, merit.at, None);
        }
    }
    for (filed, paper) in scope.papers() {
        if let Some(subject) = paper.subject.get() {
            judge(subject, subject.at, Some(filed.name()));
        }
        if let Some(body) = paper.body.get() {
            judge(&body.text, At { end: body.at.start + 1, ..body.at }, Some(filed.name()));
        }
    }
}

/// The phrases between “ and ” (or straight quotes).
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split(['“', '"', '«']).skip(1).filter_map(|rest| rest.split(['”', '"', '»']).next())
}

/// Close enough to be meant for the campaign's name: most words in common, abbreviations spelt out.
fn resembles(said: &str, core: &str) -> bool {
    let plain = |s: &str| fold(s).replace("cchc", "cai cach hanh chinh");
    let (said, core) = (plain(said), plain(core));
    said.len() * 2 > core.len() && strsim::normalized_levenshtein(&said, &core) > 0.7
}

pub(super) fn markdown(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        let Some(body) = paper.body.get() else { continue };
        for problem in crate::markdown::problems(&body.text) {
            let (message, remedy) = problem.parts();
            let said = out.say(Some(within(scope, body, problem.offset.start)), message).paper(filed.name());
            if let Some(remedy) = remedy {
                said.help(remedy);
            }
        }
    }
}

/// The place in the file of a byte of a body, up to the end of its line. A body that does not stand
/// in the file line by line (quoted, folded) is only known as a whole.
pub(super) fn within(scope: &UnitScope, body: &Markdown, offset: usize) -> At {
    let at = body.at;
    let Some(file) = scope.all.loaded.sources.get(at.file) else { return at };
    let Some(block) = file.text.get(at.start as usize..at.end as usize) else { return at };
    let head = body.text.get(..offset).unwrap_or_default();
    let said = head.rsplit('\n').next().unwrap_or_default();
    let n = head.matches('\n').count();
    let wanted = body.text.lines().nth(n).unwrap_or_default();
    let mut start = at.start as usize;
    for line in block.split_inclusive('\n').take(n) {
        start += line.len();
    }
    let line = file.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    let own = wanted.len() - wanted.trim_start().len();
    if nfc(line.trim()) != wanted.trim() {
        return At { end: at.start + 1, ..at };
    }
    let spoken: usize =
        line.chars().skip(indent).take(said.chars().count().saturating_sub(own)).map(char::len_utf8).sum();
    let byte = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    At { start: byte(start + indent + spoken), end: byte(start + line.len()), ..at }
}
