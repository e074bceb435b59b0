//! `don-vi/<ma>.yaml`: who a unit is, whom it proposes, and its papers.

use std::collections::HashMap;

use super::campaign::{Cited, NomineeKind};
use super::decode::{Decode, Decoder, Field, List, Name, Shape, Slot, Table, record, words};
use super::kind::Kinds;
use super::nearest::nearest;
use super::paper::{self, Filed};
use super::scalar::{Code, Count, Date, DocNumber, Located, Slug, Text};
use super::yaml::{Node, Value};
use crate::finding::At;

record! {
    /// What a unit's file says of the unit, its papers aside.
    pub struct UnitHead = "bản ghi đơn vị" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bản ghi",
        required "ten" name: Slot<Text> as name = "tên đầy đủ",
        required "loai" kind: Slot<Text> = "loại đơn vị",
        required "dia_danh" place: Slot<Text> as name = "địa danh",
        required "viet_tat" abbreviation: Slot<Text> as name = "chữ viết tắt trong ký hiệu",
        optional "cap_tren" parent: Slot<Text> as name = "cơ quan chủ quản in trên đầu văn bản",
        optional "lien_he" contact: Slot<Contact> = "liên hệ",
        optional "ke_hoach" plan: Slot<Cited> = "kế hoạch thực hiện phong trào của đơn vị",
        optional "nhiem_vu" tasks: Slot<Tasks> = "nhiệm vụ được giao trong năm",
        optional "khai_bao" declared: Table<Located<bool>> = "những điều đơn vị cam đoan",
        optional "tiep_nhan" receipts: List<Receipt> = "các lần nộp hồ sơ",
        optional "khong_de_nghi" proposes_nobody: Slot<NoProposal> = "văn bản báo không đề nghị khen thưởng",
        optional "ky_luat" discipline: List<Discipline> = "những người bị kỷ luật trong năm",
        optional "de_nghi" nominees: List<Nominee> = "tập thể, cá nhân được đề nghị",
        optional "ho_so" dossier: Slot<Dossier> = "các văn bản của hồ sơ",
        optional "mien" waivers: List<Waiver> = "những phát hiện được chấp nhận có lý do",
        optional "ghi_chu" note: Slot<Text> = "ghi chú",
    }
}

/// The mapping under `ho_so`; its keys are kinds, so it is read with the campaign at hand.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// Where it stands.
    pub at: At,
}

impl Decode for Dossier {
    const HOLDS: &'static str = "các văn bản của hồ sơ";
    const SHAPE: Shape = Shape::Table;

    fn decode(node: &Node, _: &mut Decoder) -> Option<Self> {
        // Anything else is reported where the papers are read.
        matches!(node.value, Value::Map(_)).then_some(Self { at: node.head })
    }
}

record! {
    /// Whom to call.
    pub struct Contact = "liên hệ" {
        optional "nguoi" person: Slot<Text> as name = "người liên hệ",
        optional "dien_thoai" phone: Slot<Text> = "điện thoại",
        optional "email" email: Slot<Text> = "thư điện tử",
    }
}

record! {
    /// Tasks of the year.
    pub struct Tasks = "nhiệm vụ" {
        required "duoc_giao" assigned: Count = "số nhiệm vụ được giao",
        required "hoan_thanh" done: Count = "số đã hoàn thành",
        required "dung_han" on_time: Count = "số hoàn thành đúng hạn",
        optional "giai_trinh" explanation: Slot<Text> = "giải trình phần chưa đúng hạn",
    }
}

words! {
    /// How a dossier came.
    pub enum Channel = "cách nộp" {
        /// By hand.
        InPerson = "truc_tiep",
        /// By post.
        Post = "buu_chinh",
        /// Electronically.
        Electronic = "dien_tu",
    }
}

record! {
    /// Something handed in.
    pub struct Receipt = "lần tiếp nhận" {
        optional "lan" ordinal: Slot<Count> = "lần thứ mấy",
        required "ngay" date: Slot<Date> = "ngày nhận",
        optional "so_den" number: Slot<Text> = "số đến",
        optional "kenh" channel: Slot<Channel> = "cách nộp",
        optional "nguoi_nop" sender: Slot<Text> as name = "người nộp",
        optional "nguoi_nhan" receiver: Slot<Text> as name = "người nhận",
        optional "nop" papers: List<Text> = "các loại văn bản đã nộp",
    }
}

record! {
    /// The letter in which a unit says that it proposes nobody.
    pub struct NoProposal = "văn bản không đề nghị" {
        required "ly_do" reason: Text = "lý do",
        optional "ten_loai" kind: Slot<Text> as name = "tên loại của văn bản ấy, khi không phải là công văn",
        optional "so" number: Slot<DocNumber> = "số",
        optional "ky_hieu" symbol: Slot<Text> = "ký hiệu",
        optional "ngay" date: Slot<Date> = "ngày",
    }
}

record! {
    /// A disciplinary measure.
    pub struct Discipline = "kỷ luật" {
        required "ho_ten" name: Text as name = "họ và tên",
        required "hinh_thuc" measure: Text = "hình thức",
        optional "ngay" date: Slot<Date> = "ngày quyết định",
        optional "so" number: Slot<Text> = "số quyết định",
    }
}

words! {
    /// Gender, for Ông / Bà.
    pub enum Gender = "giới tính" {
        /// Ông.
        Male = "nam",
        /// Bà.
        Female = "nu",
    }
}

record! {
    /// Evidence a nominee relies on.
    pub struct Evidence = "minh chứng" {
        optional "tieu_chi" criterion: Slot<Text> = "mã tiêu chuẩn",
        required "loai" kind: Text = "loại minh chứng",
        required "ten" name: Text as name = "tên",
        optional "mo_ta" description: Slot<Text> = "mô tả",
        optional "quyet_dinh" decision: Slot<Cited> = "quyết định công nhận",
    }
}

record! {
    /// An award received before.
    pub struct PastAward = "khen thưởng đã nhận" {
        required "nam" year: Count = "năm",
        required "hinh_thuc" award: Text = "danh hiệu hoặc hình thức",
        optional "la_danh_hieu" title: Slot<Located<bool>> = "true: danh hiệu thi đua, in ở bảng riêng; false: hình thức khen thưởng",
        optional "so" number: Slot<Text> = "số quyết định",
        optional "ky_hieu" symbol: Slot<Text> = "ký hiệu",
        optional "ngay" date: Slot<Date> = "ngày quyết định",
        optional "co_quan" issuer: Slot<Text> as name = "cơ quan ban hành",
    }
}

record! {
    /// Why a proposal was withdrawn.
    pub struct Withdrawal = "rút đề nghị" {
        required "ngay" date: Date = "ngày",
        required "ly_do" reason: Text = "lý do",
    }
}

record! {
    /// Someone proposed for an award.
    pub struct Nominee = "đề nghị khen thưởng" {
        required "ma" code: Code = "mã",
        required "loai" kind: Slot<NomineeKind> = "tap_the, ca_nhan hoặc ho_gia_dinh",
        required "ten" name: Slot<Text> as name = "tên tập thể hoặc họ và tên",
        required "hinh_thuc" award: Slot<Text> = "hình thức khen thưởng",
        optional "du_phong" fallback: Slot<Text> = "hình thức dự phòng",
        required "thanh_tich" merit: Slot<Text> = "thành tích, một dòng",
        optional "gioi_tinh" gender: Slot<Gender> = "giới tính",
        optional "ngay_sinh" born: Slot<Date> = "ngày sinh",
        optional "chuc_vu" post: Slot<Text> as name = "chức vụ",
        optional "doi_tuong" staff: Slot<Text> = "cán bộ, công chức, viên chức, hợp đồng hay khác",
        optional "bo_phan" section: Slot<Text> as name = "bộ phận trong đơn vị",
        optional "quan_he" relation: Slot<Text> = "quan hệ với đơn vị",
        optional "que_quan" native_place: Slot<Text> as name = "quê quán",
        optional "tru_quan" residence: Slot<Text> as name = "nơi thường trú",
        optional "trinh_do" education: Slot<Text> = "trình độ chuyên môn",
        optional "xep_loai_nam" yearly_grade: Slot<Text> = "mức xếp loại chất lượng trong năm",
        optional "xep_loai" grades: Table<Text> = "các mức xếp loại khác",
        optional "khai_bao" declared: Table<Located<bool>> = "những điều được cam đoan",
        optional "minh_chung" evidence: List<Evidence> = "minh chứng",
        optional "da_khen" past: List<PastAward> = "các hình thức đã được khen thưởng",
        optional "rut" withdrawn: Slot<Withdrawal> = "rút đề nghị",
        optional "ghi_chu" note: Slot<Text> = "ghi chú",
    }
}

record! {
    /// A finding that somebody accepted, with the reason.
    pub struct Waiver = "miễn" {
        required "ma" code: Text = "mã phát hiện",
        required "ly_do" reason: Text = "lý do",
        required "nguoi_duyet" by: Text as name = "người duyệt",
        optional "ngay" date: Slot<Date> = "ngày",
        optional "van_ban" paper: Slot<Text> = "chỉ cho văn bản này",
    }
}

/// What lists shorten to UBND, in both placements of the tone.
pub const SHORTENED: [&str; 2] = ["Ủy ban nhân dân", "Uỷ ban nhân dân"];

/// What follows `Ủy ban nhân dân` in a name that begins with it.
fn after_committee(name: &str) -> Option<&str> {
    SHORTENED.iter().find_map(|words| name.strip_prefix(words))
}

/// Whether a name is that of a people's committee, in full or shortened.
pub fn is_committee(name: &str) -> bool {
    after_committee(name).is_some() || name.split(' ').next() == Some("UBND")
}

/// A unit with its papers.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The code: file name, output folder, every reference.
    pub code: String,
    /// What the file says of the unit.
    pub head: UnitHead,
    /// Its papers, in file order.
    pub papers: Vec<Filed>,
    /// Where groups of keys stand whose faults cost less than the whole file.
    pub groups: Groups,
    /// Kinds of paper that are written with nothing below them.
    pub blank: Vec<Name>,
    index: Index,
}

/// Where nominees and their papers stand in their lists: a unit may have thousands.
#[derive(Clone, Debug, Default)]
struct Index {
    nominees: HashMap<String, usize>,
    papers: HashMap<String, Vec<usize>>,
}

impl Index {
    fn of(nominees: &List<Nominee>, papers: &[Filed]) -> Self {
        let mut index = Self::default();
        for (i, nominee) in nominees.iter().enumerate() {
            index.nominees.entry(nominee.code.to_string()).or_insert(i);
        }
        for (i, name) in papers.iter().enumerate().filter_map(|(i, filed)| Some((i, filed.nominee.as_ref()?))) {
            index.papers.entry(name.text.clone()).or_default().push(i);
        }
        index
    }
}

/// Where groups of keys stand in a unit's file.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// `ke_hoach`.
    pub plan: Option<At>,
    /// `lien_he`: printed nowhere.
    pub contact: Option<At>,
    /// `tiep_nhan`: printed by the office's own slips only.
    pub receipts: Option<At>,
    /// Each nominee whose code can be read, with the code.
    pub nominees: Vec<(At, String)>,
}

impl Groups {
    fn of(root: &Node) -> Self {
        let code = |node: &Node| match &node.get("ma")?.value {
            Value::Scalar(code) => Slug::new(code.trim()).map(|code| (node.at, code.to_string())),
            _ => None,
        };
        let nominees = match root.get("de_nghi").map(|node| &node.value) {
            Some(Value::List(members)) => members.iter().filter_map(code).collect(),
            _ => Vec::new(),
        };
        Self {
            plan: root.get("ke_hoach").map(|node| node.head),
            contact: root.get("lien_he").map(|node| node.at),
            receipts: root.get("tiep_nhan").map(|node| node.at),
            nominees,
        }
    }
}

impl Unit {
    /// The keys of a unit's file.
    pub const FIELDS: &'static [Field] = UnitHead::FIELDS;

    /// Reads a unit's file.
    pub fn decode(code: &str, root: &Node, kinds: &Kinds, d: &mut Decoder) -> Option<Self> {
        let head = UnitHead::decode(root, d)?;
        super::campaign::check_version(&head.version, root, d);
        let papers = root.get("ho_so").map_or_else(Vec::new, |node| match node.value {
            Value::Null => Vec::new(),
            _ => paper::decode_dossier(node, kinds, d),
        });
        let blank = root.get("ho_so").map_or_else(Vec::new, paper::blank_kinds);
        let index = Index::of(&head.nominees, &papers);
        Some(Self { code: code.to_owned(), head, papers, groups: Groups::of(root), blank, index })
    }

    /// The full name, or the code where the name is missing.
    pub fn name(&self) -> &str {
        self.head.name.get().map_or(&self.code, |name| &name.value)
    }

    /// The name as lists and findings print it: `Ủy ban nhân dân` at its head shortened to UBND.
    pub fn short_name(&self) -> String {
        let name = self.name();
        after_committee(name).map_or_else(|| name.to_owned(), |rest| format!("UBND{rest}"))
    }

    /// Whether the unit is a people's committee (Ủy ban nhân dân), which decides as a body.
    pub fn is_committee(&self) -> bool {
        is_committee(self.name())
    }

    /// Nominees whose proposal stands.
    pub fn proposed(&self) -> impl Iterator<Item = &Nominee> {
        self.head.nominees.iter().filter(|n| n.withdrawn.is_absent())
    }

    /// A nominee by code.
    pub fn nominee(&self, code: &str) -> Option<&Nominee> {
        self.head.nominees.items.get(*self.index.nominees.get(code)?)
    }

    /// The nominee that a code which nobody carries was probably meant for.
    pub fn meant(&self, word: &str) -> Option<&Nominee> {
        let near = nearest(word, self.head.nominees.iter().map(|n| n.code.as_str()))?;
        self.nominee(near).filter(|_| near != word)
    }

    /// Where a kind is written with nothing below it.
    pub fn blank_at(&self, kind: &str) -> Option<At> {
        self.blank.iter().find(|name| name.text == kind).map(|name| name.at)
    }

    /// The papers filed under a nominee's code, in file order.
    pub fn papers_for(&self, code: &str) -> impl Iterator<Item = &Filed> {
        self.index.papers.get(code).into_iter().flatten().filter_map(|i| self.papers.get(*i))
    }

    /// The papers of a kind.
    pub fn papers_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Filed> {
        self.papers.iter().filter(move |f| f.kind.text == kind)
    }

    /// The first paper of a kind that could be read.
    pub fn paper(&self, kind: &str) -> Option<&paper::Paper> {
        self.papers.iter().filter(|f| f.kind.text == kind).find_map(|f| f.paper.get())
    }

    /// Whether anything was handed in.
    pub fn has_handed_in(&self) -> bool {
        !self.head.receipts.items.is_empty()
    }
}
