//! What the paper says against what its record states (`van_ban` of its data): a template prints the record, nothing
//! else. Blanks are left out of all comparing; what has a form of its own (a number, a day) is compared only where the
//! form is right, so that one mistake is told once.

use serde_json::Value as Json;

use super::ledger::{Ledger, Subject};
use super::lines::text;
use super::page::quote;
use super::parts::Part;
use super::seen::{Piece, Seen};
use super::signed::{NAMED, names};
use super::{Expected, Profile, head, listed, rules, signed};

/// Enters everything about the record. Data without a head states nothing; an annex by itself only says whose it is.
pub(super) fn measure(seen: &Seen, data: &Json, expected: Expected, ledger: &mut Ledger) {
    let Some(stated) = data.get("van_ban").map(Stated) else { return };
    notes(seen, stated, ledger);
    if head::is_annex(seen) {
        return;
    }
    // The head above a certified copy is that of its original.
    let certified = expected.profile == Profile::Copy && !seen.copy().is_empty();
    let main = seen.main();
    let own = match certified {
        true => Own { seen, from: main.len(), pieces: seen.copy() },
        false => Own { seen, from: 0, pieces: main },
    };
    let signs = signed::signs(&own, expected, certified);
    head(&own, stated, certified, ledger);
    elsewhere(&own, data, ledger);
    signed::signers(&own, stated, data, signs, ledger);
    listed::measure(&own, stated, expected, ledger);
    demanded(&own, stated, signs, certified, ledger);
    body(seen, data, ledger);
}

/// The head of a paper as its data has it; what is not there is empty.
#[derive(Clone, Copy)]
pub(super) struct Stated<'a>(&'a Json);

impl<'a> Stated<'a> {
    pub fn text(self, key: &str) -> &'a str {
        self.0.get(key).and_then(Json::as_str).unwrap_or_default()
    }

    pub fn flag(self, key: &str) -> Option<bool> {
        self.0.get(key).and_then(Json::as_bool)
    }

    pub fn list(self, key: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.get(key).and_then(Json::as_array).map_or(&[][..], Vec::as_slice).iter().filter_map(Json::as_str)
    }

    pub fn group(self, key: &str) -> Self {
        Self(self.0.get(key).unwrap_or(&Json::Null))
    }

    fn number(self) -> String {
        let symbol = self.text("ky_hieu");
        format!("{}{}{symbol}", self.text("so"), if symbol.is_empty() { "" } else { "/" })
    }

    fn day(self) -> String {
        let day = self.group("ngay");
        format!("ngày {} tháng {} năm {}", day.text("ngay"), day.text("thang"), day.text("nam"))
    }

    /// `V/v`, then the subject without another one.
    fn regarding(self) -> String {
        let subject = self.text("trich_yeu");
        let lower = subject.to_lowercase();
        let opening = ["về việc ", "v/v "].into_iter().find(|opening| lower.starts_with(opening));
        let rest = subject.chars().skip(opening.map_or(0, |opening| opening.chars().count()));
        format!("V/v {}", rest.collect::<String>())
    }

    fn addressees(self) -> String {
        let all: Vec<&str> = self.list("kinh_gui").collect();
        match all.as_slice() {
            [] => String::new(),
            [one] => format!("Kính gửi: {one}"),
            all => format!("Kính gửi: - {}", all.join("; - ")),
        }
    }
}

/// The components that the record is about.
pub(super) struct Own<'a> {
    pub seen: &'a Seen,
    /// How many stand before them.
    from: usize,
    pub pieces: &'a [Piece],
}

impl Own<'_> {
    pub fn of(&self, part: Part) -> impl Iterator<Item = (usize, String)> {
        self.pieces.iter().filter(move |piece| piece.part == part).map(|piece| (piece.page, text(self.seen, piece)))
    }

    fn others(&self) -> impl Iterator<Item = &Piece> {
        let (before, after) = (self.seen.pieces.iter().take(self.from), self.from + self.pieces.len());
        before.chain(self.seen.pieces.iter().skip(after))
    }

    pub fn has(&self, part: Part) -> bool {
        self.pieces.iter().any(|piece| piece.part == part)
    }
}

/// Words as they are compared: without blanks and final marks.
pub(super) fn dense(text: &str) -> String {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || ".;,".contains(c));
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The same for what is printed IN HOA, and "UBND" for the words that khoản 2 lets a parent body's name shorten.
pub(super) fn capitals(text: &str) -> String {
    dense(&text.to_uppercase()).replace("ỦYBANNHÂNDÂN", "UBND").replace("UỶBANNHÂNDÂN", "UBND")
}

/// How a component is compared.
pub(super) struct Single {
    pub part: Part,
    pub stated: String,
    pub alike: fn(&str) -> String,
    /// Whether what is printed has the form it must have.
    pub formed: fn(&str) -> bool,
    /// What the record does not state may not be printed either.
    pub strict: bool,
}

impl Single {
    pub fn new(part: Part, stated: impl Into<String>) -> Self {
        Self { part, stated: stated.into(), alike: dense, formed: |_| true, strict: false }
    }

    /// There once, and as stated.
    pub fn enter(&self, own: &Own, ledger: &mut Ledger) {
        if self.stated.is_empty() && !self.strict {
            return;
        }
        let subject = Subject::new(&rules::STATED, self.part.name());
        let stated = (self.alike)(&self.stated);
        let allowed = if self.stated.is_empty() { "không có".to_owned() } else { quote(&self.stated) };
        for (index, (page, said)) in own.of(self.part).enumerate() {
            let same = !self.stated.is_empty() && (self.alike)(&said) == stated;
            let holds = index == 0 && (same || !(self.formed)(&said));
            let read =
                || if same && index > 0 { format!("{} lần thứ {}", quote(&said), index + 1) } else { quote(&said) };
            ledger.fact(subject, page, holds, read, &allowed);
        }
    }
}

/// Ô 10–12, which few papers have.
const OTHERS: [(Part, &str); 4] = [
    (Part::Secrecy, "do_mat"),
    (Part::Urgency, "do_khan"),
    (Part::Circulation, "luu_hanh"),
    (Part::Typist, "nguoi_soan"),
];

/// Ô 1–5, 9a, 10–12.
fn head(own: &Own, stated: Stated, certified: bool, ledger: &mut Ledger) {
    let agency = stated.group("co_quan");
    // An extract takes a number only where it is certified.
    let numbered = certified || stated.flag("co_so") != Some(false);
    let number = if numbered { format!("Số: {}", stated.number()) } else { String::new() };
    let place = match stated.text("dia_danh") {
        "" => stated.day(),
        place => format!("{place}, {}", stated.day()),
    };
    let mut all = vec![
        Single { alike: capitals, strict: true, ..Single::new(Part::Parent, agency.text("cap_tren")) },
        Single { alike: capitals, ..Single::new(Part::Agency, agency.text("ten")) },
        Single { formed: head::is_number, strict: true, ..Single::new(Part::Number, number) },
        Single { formed: head::is_place_and_day, ..Single::new(Part::PlaceDate, place) },
    ];
    if !certified {
        // A công văn has no title, and only a công văn has its subject below its number.
        let letter = stated.flag("cong_van");
        let kind = match letter {
            Some(true) => Single { strict: true, ..Single::new(Part::Kind, "") },
            _ => Single { alike: capitals, ..Single::new(Part::Kind, stated.text("ten_loai")) },
        };
        let regarding = match letter {
            Some(false) => Single { strict: true, ..Single::new(Part::Regarding, "") },
            _ => Single { formed: |said| said.starts_with("V/v "), ..Single::new(Part::Regarding, stated.regarding()) },
        };
        let once = |part, words: &'static str| Single { formed: |_| false, ..Single::new(part, words) };
        all.extend([
            once(Part::NationalName, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            once(Part::Motto, "Độc lập - Tự do - Hạnh phúc"),
            kind,
            regarding,
            Single::new(Part::Subject, stated.text("trich_yeu")),
            Single::new(Part::Addressee, stated.addressees()),
        ]);
        all.extend(OTHERS.map(|(part, key)| Single { alike: capitals, ..Single::new(part, stated.text(key)) }));
    }
    all.iter().for_each(|single| single.enter(own, ledger));
}

/// The body that issues an annex, or the original of a copy: some text of the data names it.
fn elsewhere(own: &Own, data: &Json, ledger: &mut Ledger) {
    for piece in own.others().filter(|piece| matches!(piece.part, Part::Agency | Part::Parent)) {
        let said = text(own.seen, piece);
        let subject = Subject::new(&rules::STATED, "tên cơ quan ở phụ lục, bản chính");
        ledger.fact(subject, piece.page, names(data, &capitals(&said), capitals), || quote(&said), NAMED);
    }
}

/// What the record states is on the page (khoản 2 Điều 8); what is there is compared above.
fn demanded(own: &Own, stated: Stated, signs: bool, certified: bool, ledger: &mut Ledger) {
    let signer = stated.group("nguoi_ky");
    let (letter, titled) = (stated.flag("cong_van"), own.has(Part::Kind));
    let subject = !stated.text("trich_yeu").is_empty();
    let signed = signs && own.has(Part::Capacity);
    let demands = [
        (!certified && own.has(Part::Agency) && !stated.group("co_quan").text("cap_tren").is_empty(), Part::Parent),
        (!certified && titled && letter != Some(true) && subject, Part::Subject),
        (!certified && stated.list("kinh_gui").next().is_some(), Part::Addressee),
        (!certified && stated.list("can_cu").next().is_some(), Part::Ground),
        (signed && !signer.text("ho_ten").is_empty(), Part::Signer),
        (signed && !signer.text("chuc_vu_khac").is_empty(), Part::OtherPost),
    ];
    // What stands in an annex or beside a copy's block does not stand in the paper.
    let elsewhere = [
        (true, Part::Agency),
        (true, Part::Number),
        (true, Part::PlaceDate),
        (signer.list("dong").next().is_some(), Part::Capacity),
        (stated.list("noi_nhan").next().is_some(), Part::Recipients),
    ]
    .map(|(stated, part)| (stated && own.seen.pieces_of(part).next().is_some(), part));
    let others = OTHERS.map(|(part, key)| (!certified && !stated.text(key).is_empty(), part));
    for (_, part) in demands.into_iter().chain(elsewhere).chain(others).filter(|(demanded, _)| *demanded) {
        ledger.present(Subject::new(&rules::MISSING, part.name()), 0, own.has(part), "có");
    }
    let body = own.seen.main().iter().any(|piece| piece.part.is_body() && own.seen.runs_of(piece).next().is_some());
    ledger.present(Subject::new(&rules::MISSING, "nội dung"), 0, body, "có");
}

/// The body that the record writes is printed: of its longest stretches that no mark interrupts one stands in the body.
fn body(seen: &Seen, data: &Json, ledger: &mut Ledger) {
    let Some(written) = data.get("noi_dung").and_then(Json::as_str) else { return };
    let stretches = written.split(|c: char| !c.is_alphabetic() && c != ' ');
    let mut stretches: Vec<&str> = stretches.map(str::trim).filter(|stretch| !stretch.is_empty()).collect();
    stretches.sort_by_key(|stretch| std::cmp::Reverse(stretch.len()));
    let Some(longest) = stretches.first() else { return };
    let runs = seen.body().flat_map(|piece| seen.runs_of(piece));
    let printed: String = runs.flat_map(|run| run.text.chars()).filter(|c| !c.is_whitespace()).collect();
    // One may be a heading, which is printed IN HOA, or be torn by a page's end together with its row.
    let longest_ones = || stretches.iter().take(3).map(|stretch| dense(stretch));
    let upper = |stretch: String| printed.to_uppercase().contains(&stretch.to_uppercase());
    let holds = longest_ones().any(|stretch| printed.contains(&stretch)) || longest_ones().any(upper);
    let subject = Subject::new(&rules::STATED, "nội dung");
    let page = seen.body().next().map_or(0, |piece| piece.page);
    ledger.fact(subject, page, holds, || if holds { quote(longest) } else { "thiếu".to_owned() }, &quote(longest));
}

/// "(Kèm theo …)" gives the number and the day of the paper, or leaves both blank.
fn notes(seen: &Seen, stated: Stated, ledger: &mut Ledger) {
    if stated.text("so").is_empty() {
        return;
    }
    let subject = Subject::new(&rules::STATED, Part::AnnexOf.name());
    let (number, day) = (dense(&format!("số {}", stated.number())), dense(&stated.day()));
    for piece in seen.pieces_of(Part::AnnexOf) {
        let said = text(seen, piece);
        let words = dense(&said);
        let filled = |word: &str| words.split(word).skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let holds = (!filled("số") || words.contains(&number)) && (!filled("ngày") || words.contains(&day));
        let allowed = format!("số {}, {}", stated.number(), stated.day());
        ledger.fact(subject, piece.page, holds, || quote(&said), &allowed);
    }
}
