//! The papers of a unit as its record states them: one head for every kind, and what each kind adds.

use super::campaign::{Cited, Origin, Per};
use super::decode::{Decode, Decoder, List, Name, Slot, record, words};
use super::free::Free;
use super::kind::{Kind, Kinds};
use super::nearest::nearest;
use super::rules;
use super::scalar::{Code, Count, Date, DocNumber, Markdown, Text, Time};
use super::text::fold;
use super::unit::Gender;
use super::yaml::{Key, Node, Value};

words! {
    /// Signing capacity (khoản 7 Mục II Phần I Phụ lục I NĐ 30/2020).
    pub enum Capacity = "quyền hạn ký" {
        /// On behalf of a collective.
        OnBehalf = "TM.",
        /// A deputy in place of the head.
        InPlace = "KT.",
        /// By order.
        ByOrder = "TL.",
        /// By written authorisation.
        Authorised = "TUQ.",
        /// Acting head.
        Acting = "Q.",
    }
}

record! {
    /// Who signs, and in what capacity.
    pub struct Signer = "người ký" {
        optional "quyen_han" capacities: List<Capacity> = "quyền hạn ký",
        optional "tap_the" collective: Slot<Text> as name = "tập thể được thay mặt",
        optional "ky_thay" for_post: Slot<Text> as name = "chức vụ của người đứng đầu, ghi sau KT., TL., TUQ.",
        required "chuc_vu" post: Text as name = "chức vụ",
        optional "chuc_vu_khac" other_post: Slot<Text> as name = "chức vụ ghi thêm trên họ tên",
        optional "ho_ten" name: Slot<Text> as name = "họ và tên",
    }
}

impl Signer {
    /// Whether somebody signs in a capacity, perhaps beside others.
    pub fn has(&self, capacity: Capacity) -> bool {
        self.capacities.iter().any(|own| *own == capacity)
    }

    /// Whether the post is a deputy's.
    pub fn is_deputy(&self) -> bool {
        is_deputy(&self.post)
    }

    /// Whether somebody else heads the body, for whom, by whose order or with whose authority it is signed.
    pub fn stands_in(&self) -> bool {
        let for_another = |c: &Capacity| matches!(c, Capacity::InPlace | Capacity::ByOrder | Capacity::Authorised);
        self.is_deputy() || self.capacities.iter().any(for_another)
    }
}

/// Whether a post is a deputy's: `Phó Chủ tịch`.
pub fn is_deputy(post: &str) -> bool {
    fold(post).starts_with("pho ")
}

words! {
    /// On what a received paper came.
    pub enum Medium = "bản" {
        /// Paper.
        Paper = "giay",
        /// Electronic.
        Electronic = "dien_tu",
    }
}

words! {
    /// The form of a meeting extract.
    pub enum ExtractForm = "kiểu trích biên bản" {
        /// As offices write it.
        Plain = "thuong",
        /// As a certified extract (Mẫu 3.1 Phụ lục III NĐ 30/2020).
        Certified = "trich_sao",
    }
}

words! {
    /// How a vote was taken.
    pub enum Ballot = "cách biểu quyết" {
        /// Secret ballot.
        Secret = "phieu_kin",
        /// Show of hands.
        Hands = "gio_tay",
    }
}

record! {
    /// The minutes that an extract is taken from.
    pub struct Minutes = "biên bản" {
        optional "so" number: Slot<DocNumber> = "số",
        optional "ky_hieu" symbol: Slot<Text> = "ký hiệu",
        required "ngay" date: Slot<Date> = "ngày họp",
        optional "bat_dau" begins: Slot<Time> = "giờ bắt đầu",
        optional "ket_thuc" ends: Slot<Time> = "giờ kết thúc",
        optional "dia_diem" place: Slot<Text> as name = "địa điểm",
        optional "noi_nhan" recipients: List<Text> as name = "nơi nhận của biên bản, in lại khi trích sao",
    }
}

record! {
    /// Someone absent.
    pub struct Absence = "người vắng" {
        required "ho_ten" name: Text as name = "họ và tên",
        optional "ly_do" reason: Slot<Text> = "lý do",
    }
}

record! {
    /// Who met.
    pub struct Attendance = "thành phần họp" {
        required "trieu_tap" convened: Slot<Count> = "số người được triệu tập",
        required "co_mat" present: Slot<Count> = "số người có mặt",
        optional "vang" absent: List<Absence> = "những người vắng mặt",
        optional "thanh_phan" who: Slot<Text> = "thành phần dự họp",
        required "chu_tri" chair: Slot<Text> as name = "họ tên người chủ trì",
        optional "chuc_vu_chu_tri" chair_post: Slot<Text> as name = "chức vụ người chủ trì",
        required "thu_ky" secretary: Slot<Text> as name = "họ tên thư ký",
        optional "chuc_vu_thu_ky" secretary_post: Slot<Text> as name = "chức vụ thư ký",
    }
}

record! {
    /// The vote on one nominee.
    pub struct Vote = "kết quả biểu quyết" {
        required "de_nghi" nominee: Code = "mã đề nghị",
        optional "ten" name: Slot<Text> as name = "tên, khi người ấy không được đề nghị nữa",
        optional "gioi_tinh" gender: Slot<Gender> = "giới tính, khi người ấy không được đề nghị nữa",
        optional "chuc_vu" post: Slot<Text> as name = "chức vụ ghi trong biên bản",
        optional "hinh_thuc" award: Slot<Text> = "hình thức khen thưởng ghi trong biên bản",
        optional "cach" ballot: Slot<Ballot> = "cách biểu quyết",
        required "dong_y" in_favour: Slot<Count> = "số đồng ý",
        optional "khong_dong_y" against: Slot<Count> = "số không đồng ý",
        optional "khong_hop_le" invalid: Slot<Count> = "số phiếu không hợp lệ",
    }
}

record! {
    /// A place in a paper whose form was wrong.
    pub struct Correction = "chỗ đính chính" {
        optional "vi_tri" place: Slot<Text> = "ở đâu trong văn bản, như “phần căn cứ, trang 1”; chữ “Tại” do mẫu ghi",
        required "da_in" printed: Text = "chữ đã in, hoặc cách trình bày đã in",
        required "sua_thanh" corrected: Text = "chữ đúng, hoặc cách trình bày đúng",
    }
}

record! {
    /// A paper: the head every kind has, and the parts some kinds print.
    pub struct Paper = "văn bản" {
        optional "so" number: Slot<DocNumber> = "số",
        optional "ky_hieu" symbol: Slot<Text> = "ký hiệu, khi khác với ký hiệu chương trình ghép",
        optional "ngay" date: Slot<Date> = "ngày ký",
        optional "nguoi_ky" signer: Slot<Signer> = "người ký",
        optional "xac_nhan" confirmation: Slot<Box<Signer>> = "người xác nhận",
        optional "kinh_gui" addressees: List<Text> as name = "nơi kính gửi; dấu ở cuối dòng do mẫu ghi",
        optional "noi_nhan" recipients: List<Text> as name = "nơi nhận; dấu ở cuối dòng do mẫu ghi",
        optional "can_cu" grounds: List<Text> = "căn cứ, khi khác với căn cứ chung của phong trào; từ “Căn cứ” và dấu ở cuối dòng do mẫu ghi",
        optional "trich_yeu" subject: Slot<Text> = "trích yếu; “Về việc …” và “V/v …” được in theo loại văn bản",
        optional "nguon" origin: Slot<Origin> = "soạn tại đây hay nhận về",
        optional "tep" file: Slot<Text> = "tệp của văn bản nhận về",
        optional "ban" medium: Slot<Medium> = "bản giấy hay điện tử",
        optional "co_quan" issuer: Slot<Text> as name = "cơ quan ban hành văn bản nhận về",
        optional "so_ban" copies: Slot<Count> = "số bản",
        optional "de_nghi" nominees: List<Code> = "mã những người được đề nghị trong văn bản",
        optional "ten" name: Slot<Text> as name = "tên người được đề nghị ghi trong văn bản",
        optional "chuc_vu" post: Slot<Text> as name = "chức vụ ghi trong văn bản",
        optional "hinh_thuc" award: Slot<Text> = "hình thức khen thưởng ghi trong văn bản",
        optional "noi_dung" body: Slot<Markdown> = "nội dung, viết bằng Markdown",
        optional "kieu" form: Slot<ExtractForm> = "kiểu trích biên bản",
        optional "bien_ban" minutes: Slot<Box<Minutes>> = "biên bản được trích",
        optional "hop" meeting: Slot<Box<Attendance>> = "thành phần họp",
        optional "bieu_quyet" votes: List<Vote> = "kết quả biểu quyết",
        optional "du_lieu" data: Slot<Free> = "dữ liệu riêng của loại văn bản, do mẫu của loại ấy dùng",
        optional "han" due: Slot<Date> = "hạn bổ sung hồ sơ, nêu trong công văn",
        optional "thay_the" replaces: Slot<Cited> = "văn bản bị thay thế",
        optional "dinh_chinh" corrections: List<Correction> = "những chỗ đính chính, của công văn đính chính",
        optional "ghi_chu" note: Slot<Text> = "ghi chú",
    }
}

impl Paper {
    /// Who signs it, and who confirms it.
    pub fn signers(&self) -> impl Iterator<Item = &Signer> {
        self.signer.get().into_iter().chain(self.confirmation.get().map(Box::as_ref))
    }

    /// Whether the paper is received rather than written here.
    pub fn is_received(&self, default: Origin) -> bool {
        self.origin.get().copied().unwrap_or(default) == Origin::Received
    }
}

/// A paper in its place in the dossier.
#[derive(Clone, Debug)]
pub struct Filed {
    /// The kind, with the place of its key.
    pub kind: Name,
    /// The nominee it is about, where the kind is made for each; of a correction the paper that it corrects.
    pub nominee: Option<Name>,
    /// The paper; faulty where the record could not be read.
    pub paper: Slot<Paper>,
}

impl Filed {
    /// `kind` or `kind/nominee`: how findings and output name the paper.
    pub fn name(&self) -> String {
        match &self.nominee {
            Some(nominee) => format!("{}/{}", self.kind.text, nominee.text),
            None => self.kind.text.clone(),
        }
    }
}

/// The kinds that are written in `ho_so` with nothing below them: nothing is known of such a paper but its line.
pub fn blank_kinds(node: &Node) -> Vec<Name> {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    let is_blank = |value: &Node| match &value.value {
        Value::Null => true,
        Value::Map(entries) => entries.is_empty(),
        _ => false,
    };
    let blank = entries.iter().filter(|(_, value)| is_blank(value));
    blank.map(|(key, _)| Name { text: key.name.clone(), at: key.at }).collect()
}

/// Reads `ho_so`: a paper for each kind, or one for each nominee where the kind says so.
pub fn decode_dossier(node: &Node, kinds: &Kinds, d: &mut Decoder) -> Vec<Filed> {
    let Value::Map(entries) = &node.value else {
        d.wrong_type(node, "một nhóm khóa (các văn bản của hồ sơ)");
        return Vec::new();
    };
    // A paper takes more than a thousand bytes: a list that grew would hold half as many again.
    let room = |(key, value): &(Key, Node)| match (&value.value, kinds.get(&key.name).map(|kind| kind.per)) {
        (Value::Map(people), Some(Per::Nominee | Per::Paper)) => people.len(),
        _ => 1,
    };
    let mut filed = Vec::with_capacity(entries.iter().map(room).sum());
    for (key, value) in entries {
        let kind = Name { text: key.name.clone(), at: key.at };
        let Some(known) = kinds.get(&key.name) else {
            if kinds.is_undeclared(&key.name) {
                // That there is such a paper is known; the campaign's record says why no more is.
                filed.push(Filed { kind, nominee: None, paper: Slot::Faulty });
                continue;
            }
            if kinds.is_partial() {
                continue;
            }
            // A kind that is there under its own name is not what this one was meant for.
            let near = nearest(&key.name, kinds.codes()).filter(|near| node.get(near).is_none());
            let known: Vec<&str> = kinds.codes().collect();
            let help = super::decode::choices(near, "các loại văn bản đã khai", &known);
            let meant = near.map(str::to_owned);
            let message = format!("không có loại văn bản `{}`", key.name);
            d.within(meant.clone().unwrap_or_default(), |d| d.say_help(&rules::UNKNOWN_KEY, key.at, message, help));
            // Misspelt is not missing: the paper is there, it only cannot be read.
            filed.extend(meant.map(|text| Filed {
                kind: Name { text, at: key.at },
                nominee: None,
                paper: Slot::Faulty,
            }));
            continue;
        };
        match (&value.value, known.per) {
            (Value::Null, _) => {}
            // How it is written cannot be known; the campaign's record says why.
            _ if known.unclear => filed.push(Filed { kind, nominee: None, paper: Slot::Faulty }),
            (Value::Map(people), Per::Nominee | Per::Paper) if people.iter().any(|(k, _)| is_head_key(&k.name)) => {
                let (each, code) = match known.per {
                    Per::Paper => ("văn bản được đính chính", "tên tệp của văn bản ấy, không có đuôi,"),
                    _ => ("tập thể, cá nhân được đề nghị", "mã đề nghị"),
                };
                let message = format!("`{}` lập riêng cho từng {each}", key.name);
                let help = format!("ghi {code} thành một khóa, rồi thụt các khóa này vào dưới khóa ấy");
                d.say_help(&rules::TYPE, key.at, message, Some(help));
            }
            _ if known.is_of_campaign() => {
                let message = format!("`{}` lập chung cho cả phong trào, không thuộc hồ sơ của một đơn vị", key.name);
                d.say_help(&rules::TYPE, key.at, message, Some("bỏ văn bản này khỏi `ho_so`".into()));
            }
            (Value::Map(people), Per::Nominee | Per::Paper) => {
                for (person, value) in people {
                    let nominee = Some(Name { text: person.name.clone(), at: person.at });
                    filed.push(file_one(kind.clone(), nominee, value, d));
                }
            }
            _ => filed.push(file_one(kind, None, value, d)),
        }
    }
    filed
}

/// Reads `van_ban` of the campaign: a paper for each kind that the office writes, or one for each unit or meeting.
pub fn decode_office_papers(node: &Node, kinds: &Kinds, d: &mut Decoder) -> Vec<Filed> {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    let mut filed = Vec::new();
    for (key, value) in entries.iter().filter(|(_, value)| !matches!(value.value, Value::Null)) {
        let kind = Name { text: key.name.clone(), at: key.at };
        if kinds.get(&key.name).is_some_and(Kind::is_plan) {
            let message = format!("`{}` không ghi ở đây", key.name);
            let help = "ghi số, ngày, người ký, nơi nhận ở khóa `ke_hoach` của phong-trao.yaml, nội dung ở ke-hoach.md";
            d.say_help(&rules::UNKNOWN_KEY, key.at, message, Some(help.into()));
            continue;
        }
        let of_office =
            |kind: &&Kind| kind.is_of_campaign() && !kind.is_plan() || kind.is_sent_by_office() || kind.corrects();
        let own = || kinds.iter().filter(of_office);
        let Some(known) = own().find(|known| known.code == key.name) else {
            let codes: Vec<&str> = own().map(|kind| kind.code.as_str()).collect();
            let near = nearest(&key.name, codes.iter().copied());
            let help = super::decode::choices(near, "các loại văn bản chung của phong trào", &codes);
            let message = format!("không có loại văn bản chung `{}`", key.name);
            let meant = near.unwrap_or_default().to_owned();
            d.within(meant, |d| d.say_help(&rules::UNKNOWN_KEY, key.at, message, help));
            continue;
        };
        match &value.value {
            Value::Map(units) if known.per != Per::Campaign && !units.iter().any(|(k, _)| is_head_key(&k.name)) => {
                let of = |(unit, value): &(super::yaml::Key, Node), d: &mut Decoder| {
                    let unit = Name { text: unit.name.clone(), at: unit.at };
                    file_one(kind.clone(), Some(unit), value, d)
                };
                filed.extend(units.iter().map(|entry| of(entry, d)));
            }
            _ => filed.push(file_one(kind, None, value, d)),
        }
    }
    filed
}

fn is_head_key(key: &str) -> bool {
    Paper::FIELDS.iter().any(|field| field.key == key)
}

fn file_one(kind: Name, nominee: Option<Name>, value: &Node, d: &mut Decoder) -> Filed {
    let mut filed = Filed { kind, nominee, paper: Slot::Faulty };
    filed.paper = d.within(filed.name(), |d| Paper::decode(value, d).map_or(Slot::Faulty, Slot::Set));
    filed
}
