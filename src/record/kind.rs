//! Kinds of paper: built-in ones from `templates/loai-van-ban.yaml`, changed and extended by the campaign.

pub use super::block::Block;
use super::campaign::{Agency, Campaign, Origin, Part, Per};
use super::decode::{Decode, Decoder, List, Slot, Table, record, words};
use super::scalar::{Located, Text};
use super::yaml::{Node, Value};

words! {
    /// Which layout rules a kind obeys.
    pub enum Form = "thể thức" {
        /// Administrative papers (NĐ 30/2020).
        Administrative = "hanh_chinh",
        /// Copies (Phần II Phụ lục I NĐ 30/2020).
        Copy = "ban_sao",
        /// Forms set by a specialised text.
        Specialised = "chuyen_nganh",
        /// Print on a blank.
        Blank = "phoi_in",
        /// Internal slips.
        Internal = "noi_bo",
    }
}

words! {
    /// Who issues a kind.
    pub enum Issuer = "cơ quan ban hành" {
        /// The unit itself.
        Unit = "don_vi",
        /// The standing office.
        Office = "thuong_truc",
        /// The first body of the campaign, whose head decides.
        Authority = "quyet_dinh",
        /// The body that met, or holds the event.
        Committee = "hop",
        /// Whoever issued the paper that is corrected.
        Corrected = "van_ban",
    }
}

record! {
    /// A kind as a file declares it; what is left out keeps its former value.
    pub struct KindPatch = "loại văn bản" {
        optional "ten" name: Slot<Text> as name = "tên loại",
        optional "viet_tat" abbreviation: Slot<Text> as name = "chữ viết tắt trong ký hiệu",
        optional "co_so" numbered: Slot<Located<bool>> = "có đánh số hay không",
        optional "the_thuc" form: Slot<Form> = "thể thức",
        optional "theo" per: Slot<Per> = "lập cho mỗi",
        optional "ban_hanh" issuer: Slot<Issuer> = "cơ quan ban hành",
        optional "trich_yeu" subject: Slot<Text> = "trích yếu mặc định",
        optional "mau" template: Slot<Text> = "tên tệp mẫu trong templates, không có đuôi",
        optional "lay" blocks: List<Block> = "các khối dữ liệu mà mẫu dùng",
        optional "tu_lap" automatic: Slot<Located<bool>> = "chương trình tự lập cho mỗi đơn vị",
        optional "nguon" origin: Slot<Origin> = "soạn tại đây hay nhận về, khi văn bản không ghi",
        optional "hinh_thuc" awards: List<Text> = "mã các hình thức khen thưởng được lập loại văn bản này; bỏ trống là mọi hình thức",
    }
}

/// A kind of paper, complete.
#[derive(Clone, Debug)]
pub struct Kind {
    /// The word in records and file names.
    pub code: String,
    /// Its name in ordinary case.
    pub name: String,
    /// Abbreviation in the symbol; none for kinds without one.
    pub abbreviation: Option<String>,
    /// Whether it carries a number.
    pub numbered: bool,
    /// Which layout rules it obeys.
    pub form: Form,
    /// What it is made for each of.
    pub per: Per,
    /// Who issues it.
    pub issuer: Issuer,
    /// Default subject line.
    pub subject: Option<String>,
    /// Template without ending: `mau`, or the kind's own code.
    pub template: String,
    /// Context blocks.
    pub blocks: Vec<Block>,
    /// Made by the tool for each unit, without a paper in the record.
    pub automatic: bool,
    /// Where such papers come from when they do not say.
    pub origin: Origin,
    /// Codes of the awards that it is made for, where it is not made for all: a letter of praise is no certificate.
    pub awards: Vec<String>,
    /// Something that the campaign says of it could not be read (and was reported), so that nobody knows how its
    /// papers are written.
    pub unclear: bool,
}

impl KindPatch {
    /// Whether something in it could not be read.
    pub fn is_faulty(&self) -> bool {
        let texts = [&self.name, &self.abbreviation, &self.subject, &self.template];
        texts.iter().any(|slot| slot.is_faulty())
            || [&self.numbered, &self.automatic].iter().any(|slot| slot.is_faulty())
            || self.form.is_faulty()
            || self.per.is_faulty()
            || self.issuer.is_faulty()
            || self.origin.is_faulty()
            || self.blocks.faulty
            || self.awards.faulty
    }
}

impl Kind {
    fn named(code: &str) -> Self {
        let mut name = code.replace('_', " ");
        if let Some(first) = name.get(..1).map(str::to_uppercase) {
            name.replace_range(..1, &first);
        }
        Self {
            code: code.to_owned(),
            name,
            abbreviation: None,
            numbered: false,
            form: Form::Administrative,
            per: Per::Unit,
            issuer: Issuer::Unit,
            subject: None,
            template: code.to_owned(),
            blocks: Vec::new(),
            automatic: false,
            origin: Origin::Written,
            awards: Vec::new(),
            unclear: false,
        }
    }

    /// The body of the campaign that issues it; none where the unit does, or where the record of the meeting says who met.
    pub fn body<'c>(&self, campaign: &'c Campaign) -> Option<&'c Agency> {
        match self.issuer {
            Issuer::Unit | Issuer::Committee | Issuer::Corrected => None,
            Issuer::Office => campaign.standing_office(),
            Issuer::Authority => campaign.authority(),
        }
    }

    /// Whether it is made for an award.
    pub fn serves(&self, award: &str) -> bool {
        self.awards.is_empty() || self.awards.iter().any(|own| own == award)
    }

    /// Whether nothing states its name: then it is the code with blanks, which has no marks.
    pub fn is_nameless(&self) -> bool {
        self.name == Self::named(&self.code).name
    }

    /// Whether it is a letter (công văn): it has no title, so its subject stands under its number and no abbreviation
    /// of a title begins its symbol (khoản 3, 5 Mục II Phần I Phụ lục I NĐ 30/2020). The code says so.
    pub fn is_letter(&self) -> bool {
        self.code
            .split_once("cong_van")
            .is_some_and(|(head, tail)| head.is_empty() && (tail.is_empty() || tail.starts_with('_')))
    }

    /// The symbol where the record states none: `TTr-UBND`; of a letter the body's abbreviation alone, since only the
    /// record knows which section drafted it (khoản 3 Mục II Phần I Phụ lục I NĐ 30/2020).
    pub fn symbol(&self, body: &str) -> String {
        match &self.abbreviation {
            Some(word) => format!("{word}-{body}"),
            None if self.numbered => body.to_owned(),
            None => String::new(),
        }
    }

    /// Whether it is the minutes that other papers cite, so that the record keeps its number and day with the meeting.
    pub fn is_minutes(&self) -> bool {
        self.per == Per::Sitting && self.issuer == Issuer::Committee && self.blocks.contains(&Block::Sitting)
    }

    /// Whether it is the decision that other papers cite, so that the record keeps its number and day there.
    pub fn is_decision(&self) -> bool {
        self.per == Per::Decision && self.issuer == Issuer::Authority && self.blocks.contains(&Block::Decision)
    }

    /// Whether it is the plan that launches the campaign: the record keeps its head under `ke_hoach`, its body in a file.
    pub fn is_plan(&self) -> bool {
        self.per == Per::Campaign && self.blocks.contains(&Block::Plan)
    }

    /// Whether it sets up the committee.
    pub fn sets_up(&self) -> bool {
        self.blocks.contains(&Block::Roster)
    }

    /// Whether it asks a unit for what its dossier lacks.
    pub fn asks_for_the_rest(&self) -> bool {
        self.blocks.contains(&Block::Lacking)
    }

    /// Whether it is a unit's own plan for carrying the campaign out. Its abbreviation says so.
    pub fn is_plan_of_unit(&self) -> bool {
        self.per == Per::Unit && self.issuer == Issuer::Unit && self.abbreviation.as_deref() == Some("KH")
    }

    /// Whether it is a paper about a meeting: it prints one and proposes nobody.
    pub fn reports_meeting(&self) -> bool {
        self.blocks.contains(&Block::Meeting) && !self.blocks.contains(&Block::Nominees)
    }

    /// Whether its body is what it consists of, rather than a list, a meeting or data of its own.
    pub fn is_body(&self) -> bool {
        let other = [Block::Meeting, Block::Nominees, Block::Data];
        self.blocks.contains(&Block::Body) && !self.blocks.iter().any(|block| other.contains(block))
    }

    /// Whether its template is the plain one, which prints the body and nothing else.
    pub fn is_plain(&self) -> bool {
        self.template == "van_ban_don_gian"
    }

    /// Whether it corrects the form of other papers, a unit's or the campaign's.
    pub fn corrects(&self) -> bool {
        self.per == Per::Paper
    }

    /// Whether it is about the campaign as a whole, a meeting or a decision, not about one unit's dossier.
    pub fn is_of_campaign(&self) -> bool {
        matches!(self.per, Per::Campaign | Per::Event | Per::Sitting | Per::Decision | Per::Recipient)
    }

    /// Whether it is about an event: a launch, a meeting, a closing.
    pub fn is_of_event(&self) -> bool {
        self.per == Per::Event
    }

    /// Whether the office writes one to each unit by itself: a slip for its own use lies with the unit's papers, what
    /// goes out lies by its kind.
    pub fn is_sent_by_office(&self) -> bool {
        self.automatic && self.issuer == Issuer::Office && self.form != Form::Internal
    }

    fn patch(&mut self, patch: &KindPatch) {
        self.unclear |= patch.is_faulty();
        let text = |slot: &Slot<Text>| slot.get().map(|t| t.value.clone());
        self.name = text(&patch.name).unwrap_or(std::mem::take(&mut self.name));
        self.abbreviation = text(&patch.abbreviation).or(self.abbreviation.take());
        self.subject = text(&patch.subject).or(self.subject.take());
        self.template = text(&patch.template).unwrap_or(std::mem::take(&mut self.template));
        self.numbered = patch.numbered.get().map_or(self.numbered, |v| v.value);
        self.automatic = patch.automatic.get().map_or(self.automatic, |v| v.value);
        self.form = patch.form.get().copied().unwrap_or(self.form);
        self.per = patch.per.get().copied().unwrap_or(self.per);
        self.issuer = patch.issuer.get().copied().unwrap_or(self.issuer);
        self.origin = patch.origin.get().copied().unwrap_or(self.origin);
        if !patch.blocks.items.is_empty() {
            self.blocks.clone_from(&patch.blocks.items);
        }
        if !patch.awards.items.is_empty() {
            self.awards = patch.awards.iter().map(|award| award.value.clone()).collect();
        }
    }
}

/// All kinds of a campaign, built-in ones first.
#[derive(Clone, Debug, Default)]
pub struct Kinds {
    kinds: Vec<Kind>,
    undeclared: Vec<String>,
    partial: bool,
}

impl Kinds {
    /// Reads the built-in table: a kind under each key beside `phien_ban`.
    pub fn builtin(root: &Node, d: &mut Decoder) -> Self {
        let mut kinds = Self::default();
        let Value::Map(entries) = &root.value else { return kinds };
        for (code, node) in entries.iter().filter(|(key, _)| key.name != "phien_ban") {
            if let Some(patch) = KindPatch::decode(node, d) {
                kinds.edit(&code.name, |kind| kind.patch(&patch));
            }
        }
        kinds
    }

    /// The kinds of a campaign: its own table over the built-in one, and what its required set adds.
    #[must_use]
    pub fn with(&self, campaign: &Campaign) -> Self {
        let mut kinds = self.clone();
        kinds.apply(&campaign.kinds);
        kinds.partial = campaign.kinds.faulty || campaign.required_set.faulty;
        for part in campaign.required_set.iter() {
            kinds.require(part, &Slot::Absent, self, campaign);
        }
        kinds
    }

    /// The kinds where the campaign cannot be read: there may be others that nobody can know.
    #[must_use]
    pub fn without_campaign(&self) -> Self {
        Self { partial: true, ..self.clone() }
    }

    /// Whether some kinds were declared in a way that could not be read (and was reported).
    pub fn is_partial(&self) -> bool {
        self.partial
    }

    /// Whether the required set names a kind that nothing declares: the campaign's own fault, not that of
    /// a unit that files such a paper.
    pub fn is_undeclared(&self, code: &str) -> bool {
        self.undeclared.iter().any(|known| known == code)
    }

    fn apply(&mut self, table: &Table<KindPatch>) {
        for (code, patch) in table.iter() {
            self.edit(&code.text, |kind| kind.patch(patch));
        }
    }

    /// Takes over what a part says of its kind; `outer` is how often the choice or the paper around it repeats, and so
    /// do kinds of the campaign's own that do not say it themselves.
    fn require(&mut self, part: &Part, outer: &Slot<Per>, builtin: &Self, campaign: &Campaign) {
        let per = if part.per.is_absent() { outer } else { &part.per };
        // A new kind says what it is; a word that merely stands there is more likely misspelt.
        let declares = !part.name.is_absent() || !part.origin.is_absent();
        let own = part.kind.get().filter(|_| part.one_of.items.is_empty());
        if let Some(code) = own.filter(|code| !declares && self.get(code).is_none()) {
            self.undeclared.push(code.value.clone());
        } else if let Some(code) = own {
            self.edit(code, |kind| {
                // Of a kind that comes with the program it is known how its papers are written.
                let own = builtin.get(code).is_none();
                let says =
                    !part.per.is_absent() || campaign.kinds.get(code).is_some_and(|patch| !patch.per.is_absent());
                let per = if own && !says { outer } else { &part.per };
                kind.unclear |= own && (per.is_faulty() || part.origin.is_faulty());
                kind.per = per.get().copied().unwrap_or(kind.per);
                kind.origin = part.origin.get().copied().unwrap_or(kind.origin);
                if let Some(name) = part.name.get() {
                    kind.name.clone_from(&name.value);
                }
            });
        }
        for inner in part.one_of.iter().chain(part.parts.iter()) {
            self.require(inner, per, builtin, campaign);
        }
    }

    fn edit(&mut self, code: &str, change: impl FnOnce(&mut Kind)) {
        match self.kinds.iter_mut().find(|k| k.code == code) {
            Some(kind) => change(kind),
            None => {
                let mut kind = Kind::named(code);
                change(&mut kind);
                self.kinds.push(kind);
            }
        }
    }

    /// A kind by code.
    pub fn get(&self, code: &str) -> Option<&Kind> {
        self.kinds.iter().find(|k| k.code == code)
    }

    /// The symbol of minutes where their record states none, as other papers cite them. Minutes of a unit are no kind of
    /// their own; their abbreviation is the same.
    pub fn symbol_of_minutes(&self, body: &str) -> String {
        self.symbol_of(Kind::is_minutes, body).unwrap_or_else(|| format!("BB-{body}"))
    }

    /// The symbol of a decision where its record states none, as other papers cite it.
    pub fn symbol_of_decision(&self, body: &str) -> String {
        self.symbol_of(Kind::is_decision, body).unwrap_or_else(|| format!("QĐ-{body}"))
    }

    fn symbol_of(&self, cited: fn(&Kind) -> bool, body: &str) -> Option<String> {
        self.iter().find(|kind| cited(kind) && kind.abbreviation.is_some()).map(|kind| kind.symbol(body))
    }

    /// All kinds, in the order of declaration.
    pub fn iter(&self) -> std::slice::Iter<'_, Kind> {
        self.kinds.iter()
    }

    /// All codes.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|k| k.code.as_str())
    }
}
