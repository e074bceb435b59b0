//! Which paper a command line names, and where its number and day are recorded.

use anyhow::{Result, anyhow, bail};

use crate::check::Scope;
use crate::cli::Issue;
use crate::finding::At;
use crate::plan::Document;
use crate::record::campaign::Per;
use crate::record::kind::Kind;
use crate::record::load::{CAMPAIGN_FILE, REVIEW_FILE};
use crate::record::plan::PLAN_KEY;
use crate::record::review::Review;
use crate::record::splice::{self, Given, Step, Unspliced};

/// Where a paper's record stands.
pub(super) struct Place {
    /// The file, below the campaign's folder.
    pub file: String,
    /// It can say which paper it replaces.
    pub tells_replaced: bool,
    way: Vec<Part>,
}

/// A step on the way to it.
enum Part {
    Key(String),
    New(String),
    Member(usize),
}

impl Place {
    /// The way from the top of the file.
    pub fn steps(&self) -> Vec<Step<'_>> {
        let step = |part| match part {
            &Part::Member(place) => Step::Member(place),
            Part::Key(key) => Step::Key(key.as_str()),
            Part::New(key) => Step::New(key.as_str()),
        };
        self.way.iter().map(step).collect()
    }
}

/// What tells papers of one kind apart.
type Code = fn(&Document) -> &Option<String>;

/// The paper that a command line names.
pub(super) fn wanted<'d>(documents: &'d [Document], args: &Issue) -> Result<&'d Document> {
    let fits = |document: &&Document| {
        let is_said = |said: &Option<String>, own: &Option<String>| said.is_none() || said == own;
        document.kind == args.kind
            && document.unit == args.unit
            && is_said(&args.nominee, &document.nominee)
            && is_said(&args.hop, &document.sitting)
            && is_said(&args.hinh_thuc, &document.award)
            && is_said(&args.su_kien, &document.event)
            && is_said(&args.van_ban, &document.corrects)
    };
    let found: Vec<&Document> = documents.iter().filter(fits).collect();
    let of = args.unit.as_ref().map_or_else(String::new, |unit| format!(" của đơn vị `{unit}`"));
    match found.as_slice() {
        [] => bail!("không có văn bản loại `{}`{of} để cấp số", args.kind),
        [only] if !only.numbered => bail!("loại văn bản `{}` không đánh số", args.kind),
        [only] => Ok(only),
        [first, rest @ ..] => {
            let differ = |of: Code| rest.iter().any(|other| of(other) != of(first));
            let choices: [(&str, Code); 5] = [
                ("--nominee", |d| &d.nominee),
                ("--hop", |d| &d.sitting),
                ("--hinh-thuc", |d| &d.award),
                ("--su-kien", |d| &d.event),
                ("--van-ban", |d| &d.corrects),
            ];
            let choice = |(flag, of): &(&str, Code)| {
                let mut codes: Vec<&str> = found.iter().filter_map(|document| of(document).as_deref()).collect();
                codes.dedup();
                differ(*of).then(|| format!("{flag} ({})", codes.join(", ")))
            };
            let told: Vec<String> = choices.iter().filter_map(choice).collect();
            bail!("có {} văn bản loại `{}`{of}: nêu thêm {}", found.len(), args.kind, told.join(", "))
        }
    }
}

/// Where number and day of a paper are recorded.
pub(super) fn place(scope: &Scope, document: &Document) -> Result<Place> {
    let key = |text: &str| Part::Key(text.to_owned());
    if let (Some(unit), Some(_)) = (&document.unit, document.filed(scope.loaded)) {
        let under = document.nominee.as_deref().or(document.corrects.as_deref()).map(key);
        let way = [key("ho_so"), key(&document.kind)].into_iter().chain(under).collect();
        return Ok(Place { file: format!("don-vi/{unit}.yaml"), tells_replaced: true, way });
    }
    if scope.loaded.kinds.get(&document.kind).is_some_and(Kind::is_plan) {
        return Ok(Place { file: CAMPAIGN_FILE.to_owned(), tells_replaced: false, way: vec![key(PLAN_KEY)] });
    }
    let (Some(review), Some(kind)) = (&scope.loaded.review, scope.loaded.kinds.get(&document.kind)) else {
        bail!(
            "số của văn bản {} ghi ở {REVIEW_FILE}, nhưng phong trào chưa có tệp ấy: lập tệp {REVIEW_FILE} với dòng `phien_ban: 1` rồi chạy lại",
            document.name
        )
    };
    let of_review = |tells_replaced, way| Ok(Place { file: REVIEW_FILE.to_owned(), tells_replaced, way });
    if kind.is_minutes() {
        let at = document.sitting.as_deref().and_then(|code| review.sitting(code)).map(|sitting| sitting.at);
        let place = at.and_then(|at| member(&review.groups.meetings, at));
        // Minutes say what happened on their day; there is no key for those that they would replace.
        return of_review(false, vec![key("hop"), Part::Member(place.ok_or_else(|| unplaced(document))?)]);
    }
    if kind.is_decision() {
        let at = document.decision(scope.loaded).map(|decision| decision.at);
        let place = at.and_then(|at| member(&review.groups.decisions, at));
        return of_review(true, vec![key("quyet_dinh"), Part::Member(place.ok_or_else(|| unplaced(document))?)]);
    }
    of_review(true, common(review, kind, document))
}

/// The way to a paper of `van_ban`: under its own code, unless the first meeting's stands right under the kind.
fn common(review: &Review, kind: &Kind, document: &Document) -> Vec<Part> {
    let code = match kind.per {
        Per::Campaign => None,
        Per::Event => document.event.as_deref(),
        Per::Sitting | Per::Decision | Per::Recipient => document.sitting.as_deref(),
        Per::Paper => document.corrects.as_deref(),
        _ => document.unit.as_deref(),
    };
    let first = review.head.meetings.items.first().map(|sitting| sitting.code.as_str());
    let of_kind = || review.papers.iter().filter(|filed| filed.kind.text == kind.code);
    let own = of_kind().any(|filed| filed.nominee.as_ref().map(|under| under.text.as_str()) == code);
    let shared = code == first && of_kind().any(|filed| filed.nominee.is_none());
    let code = code.filter(|_| own || !shared);
    ["van_ban", &kind.code].into_iter().chain(code).map(|name| Part::New(name.to_owned())).collect()
}

/// Which of some groups of keys one begins at.
fn member(groups: &[At], at: At) -> Option<usize> {
    groups.iter().position(|group| group.file == at.file && (group.start..=group.end).contains(&at.start))
}

fn unplaced(document: &Document) -> anyhow::Error {
    anyhow!("không tìm được mục của văn bản {} trong {REVIEW_FILE}; xem `hoso check`", document.name)
}

/// Why a record cannot be spliced, as the clerk is told.
pub(super) fn refusal(why: Unspliced, file: &str, given: Given) -> anyhow::Error {
    let lines = splice::lines(given).replace('\n', "\n  ");
    match why {
        Unspliced::NoPaper => anyhow!("{file} chưa có văn bản này"),
        Unspliced::Taken => anyhow!("{file} đã ghi số hoặc ngày khác cho văn bản này; xem lại trước khi cấp số"),
        Unspliced::Form => anyhow!(
            "không ghi được số vào {file} mà giữ nguyên phần còn lại; hãy tự sửa các dòng này ở văn bản ấy rồi chạy lại:\n  {lines}"
        ),
    }
}
