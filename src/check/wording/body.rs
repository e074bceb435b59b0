//! What papers say at length: the name of the campaign, and Markdown that can be set.

use crate::check::{Scope, Sink, UnitScope, campaign};
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

/// The campaign's name as other texts should have it.
struct Named<'a> {
    /// What stands in quotation marks, or the whole name.
    core: String,
    /// The campaign's year, where the name has it.
    year: Option<u32>,
    all: &'a Scope<'a>,
}

impl<'a> Named<'a> {
    fn of(all: &'a Scope<'a>) -> Option<Self> {
        let name = all.campaign.name.get()?;
        let core = quoted(name).next().map_or_else(|| name.trim().to_owned(), |(phrase, _)| one_line(phrase));
        let year = year(all).filter(|year| name.contains(&year.to_string()));
        Some(Self { core, year, all })
    }

    /// How a text names the campaign otherwise.
    fn faults(&self, text: &str) -> Vec<String> {
        self.placed(text).into_iter().map(|(_, fault)| fault).collect()
    }

    /// The same, each with where in the text it stands.
    fn placed(&self, text: &str) -> Vec<(usize, String)> {
        let fault = |(phrase, rest): (&str, &str)| {
            // It is a piece of the text.
            let at = (phrase.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
            self.fault(phrase, rest).map(|fault| (at, fault))
        };
        quoted(text).filter_map(fault).collect()
    }

    fn fault(&self, phrase: &str, rest: &str) -> Option<String> {
        let said = one_line(phrase);
        let another = self.year.zip(said_year(rest)).filter(|(own, said)| own != said);
        match another {
            _ if said != self.core && (resembles(&said, &self.core) || is_cut_short(&said, &self.core)) => {
                Some(format!("tên phong trào viết là “{said}”, khác với “{}”", self.core))
            }
            Some((own, other)) if said == self.core => Some(other_year(other, own)),
            _ => None,
        }
    }

    /// The same for the subject of a paper, which speaks of no other campaign.
    fn faults_of_subject(&self, text: &str) -> Vec<String> {
        let mut faults = self.faults(text);
        let rest =
            text.split_once("phong trào thi đua").map(|(_, rest)| rest).filter(|_| quoted(text).next().is_none());
        let year = year(self.all);
        let another = rest.and_then(said_year).zip(year).filter(|(said, own)| said != own);
        faults.extend(another.map(|(said, own)| other_year(said, own)));
        faults
    }
}

/// The campaign's year, unless it cannot be one; phong-trao/nam says so.
fn year(scope: &Scope) -> Option<u32> {
    campaign::last_year(scope.campaign)?;
    scope.campaign.year.get().map(|year| year.value)
}

fn other_year(said: u32, own: u32) -> String {
    format!("tên phong trào ghi năm {said}, khác với năm {own} của phong trào")
}

pub(super) fn campaign_name(scope: &UnitScope, out: &mut Sink) {
    let Some(named) = Named::of(scope.all) else { return };
    for merit in scope.unit.proposed().filter_map(|nominee| nominee.merit.get()) {
        for fault in named.faults(merit) {
            out.say(Some(merit.at), fault);
        }
    }
    for (filed, paper) in scope.papers() {
        let subject = paper.subject.get().map(|subject| (subject.at, named.faults_of_subject(subject)));
        let body = paper.body.get().map(|b| (At { end: b.at.start + 1, ..b.at }, named.faults(&b.text)));
        for (at, faults) in subject.into_iter().chain(body) {
            for fault in faults {
                out.say(Some(at), fault).paper(filed.name());
            }
        }
    }
}

/// The same where the campaign's own records say it: in its name, its plan, the papers for all.
pub(super) fn own_name(scope: &Scope, out: &mut Sink) {
    let (campaign, Some(named)) = (scope.campaign, Named::of(scope)) else { return };
    let year = year(scope);
    if let Some((name, (said, own))) =
        campaign.name.get().zip(campaign.name.get().and_then(|n| year_at_end(n)).zip(year))
        && said != own
    {
        out.say(Some(name.at), format!("tên phong trào ghi năm {said}, trong khi `nam` là {own}"))
            .help("sửa `ten` hoặc `nam`");
    }
    if let Some(subject) = campaign.plan.get().and_then(|plan| plan.subject.get()) {
        for fault in named.faults_of_subject(subject) {
            out.say(Some(subject.at), fault);
        }
    }
    for (filed, paper) in scope.loaded.common_papers().filter_map(|f| Some((f, f.paper.get()?))) {
        // The plan's subject is the campaign's own, whether the plan is written here or not.
        let is_plan = scope.loaded.plan.as_ref().is_some_and(|plan| std::ptr::eq(plan, filed));
        let subject = paper.subject.get().filter(|_| !is_plan);
        let of_subject = subject.map(|subject| (subject.at, named.faults_of_subject(subject)));
        let of_body = paper.body.get().map(|body| (body, named.placed(&body.text)));
        for (at, fault) in of_subject.into_iter().flat_map(|(at, faults)| faults.into_iter().map(move |f| (at, f))) {
            out.say(Some(at), fault).paper(filed.name());
        }
        for (body, (at, fault)) in of_body.into_iter().flat_map(|(body, all)| all.into_iter().map(move |f| (body, f))) {
            out.say(Some(within(scope, body, at)), fault).paper(filed.name());
        }
    }
}

/// The year that ends a name: `… thị xã Phước Long năm 2021`.
fn year_at_end(name: &str) -> Option<u32> {
    let (_, year) = name.trim().rsplit_once("năm ")?;
    (year.len() == 4).then(|| year.parse().ok()).flatten()
}

/// The phrases between “ and ” (or straight quotes), each with what follows it.
fn quoted(text: &str) -> impl Iterator<Item = (&str, &str)> {
    // Most texts quote nothing, and one character is found faster than several.
    let text = if ['“', '«', '"'].iter().any(|sign| text.contains(*sign)) { text } else { "" };
    text.split(['“', '«']).skip(1).filter_map(|rest| rest.split_once(['”', '»', '"'])).chain(straight(text))
}

/// The same between straight quotes, where one sign opens and closes.
fn straight(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let signs: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let pairs: Vec<_> = signs.chunks_exact(2).map(|pair| (pair.first().copied(), pair.last().copied())).collect();
    pairs.into_iter().filter_map(|(open, close)| Some((text.get(open? + 1..close?)?, text.get(close? + 1..)?)))
}

/// The year that stands in the words which follow a name: `thị xã Phước Long năm 2021`.
fn said_year(rest: &str) -> Option<u32> {
    let clause = rest.split([',', ';', '.', ':', '(', '“', '"', '\n']).next()?;
    let (place, year) = clause.split_once("năm ")?;
    let digits: String = year.chars().take_while(char::is_ascii_digit).collect();
    let near = place.split_whitespace().count() <= WORDS_OF_A_PLACE && digits.len() == 4;
    near.then(|| digits.parse().ok()).flatten()
}

/// Most words between a campaign's name and its year: `trên địa bàn thị xã Phước Long`.
const WORDS_OF_A_PLACE: usize = 8;

/// Whether it is the beginning of the name, cut off in the middle: three words or more of it.
fn is_cut_short(said: &str, core: &str) -> bool {
    let (said, core) = (fold(said), fold(core));
    said.split(' ').count() >= 3 && core.strip_prefix(&said).is_some_and(|rest| rest.starts_with([' ', ',']))
}

/// Close enough to be meant for the campaign's name: most words in common, abbreviations spelt out.
fn resembles(said: &str, core: &str) -> bool {
    let plain = |s: &str| fold(s).replace("cchc", "cai cach hanh chinh");
    let (said, core) = (plain(said), plain(core));
    said.len() * 2 > core.len() && strsim::normalized_levenshtein(&said, &core) > 0.7
}

pub(super) fn markdown(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        let problems = paper.body.get().map(|body| (body, filed.name()));
        problems.into_iter().for_each(|(body, name)| say_problems(scope.all, body, name, out));
    }
}

/// The same of the campaign's own papers.
pub(super) fn common_markdown(scope: &Scope, out: &mut Sink) {
    for (filed, paper) in scope.loaded.common_papers().filter_map(|filed| Some((filed, filed.paper.get()?))) {
        let problems = paper.body.get().map(|body| (body, filed.name()));
        problems.into_iter().for_each(|(body, name)| say_problems(scope, body, name, out));
    }
}

fn say_problems(scope: &Scope, body: &Markdown, paper: String, out: &mut Sink) {
    for problem in crate::markdown::problems(&body.text) {
        let (message, remedy) = problem.parts();
        let said = out.say(Some(within(scope, body, problem.offset.start)), message).paper(&paper);
        if let Some(remedy) = remedy {
            said.help(remedy);
        }
    }
}

/// The place in the file of a byte of a body, up to the end of its line. A body that does not stand
/// in the file line by line (quoted, folded) is only known as a whole.
pub(in crate::check) fn within(scope: &Scope, body: &Markdown, offset: usize) -> At {
    let at = body.at;
    let Some(file) = scope.loaded.sources.get(at.file) else { return at };
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
