//! `phong-trao.yaml`: everything that makes a campaign this campaign.

pub use super::criterion::{Criterion, Test};

use super::committee::{Member, Money, Posts};
use super::decode::{Decode, Decoder, Field, List, Name, Shape, Slot, Table, record, words};
use super::evidence::EvidenceKind;
use super::kind::KindPatch;
use super::paper::Signer;
use super::plan::Plan;
use super::rules;
use super::scalar::{Code, Count, Date, Decimal, DocNumber, Located, Ratio, Slug, Text, scalar};
use super::yaml::{Node, Value};
use crate::finding::At;

record! {
    /// The campaign.
    pub struct Campaign = "bản ghi phong trào" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bản ghi",
        required "ten" name: Slot<Text> as name = "tên chính thức của phong trào",
        required "nam" year: Slot<Count> = "năm",
        optional "ky_thi_dua" period: Slot<Period> = "kỳ thi đua được xét",
        optional "thuong_truc" office: Slot<Text> = "mã cơ quan thường trực, nhận hồ sơ",
        optional "loai_khen_thuong" award_form: Slot<AwardForm> = "loại hình khen thưởng",
        optional "ke_hoach" plan: Slot<Plan> = "kế hoạch phát động; nội dung viết ở ke-hoach.md thì kế hoạch được lập tại đây",
        optional "can_cu" grounds: List<Text> = "căn cứ pháp lý; từ “Căn cứ” và dấu ở cuối dòng do mẫu ghi",
        optional "co_quan" agencies: Table<Agency> = "các cơ quan có tên trên văn bản",
        optional "hinh_thuc_khen" awards: Table<Award> = "các hình thức khen thưởng",
        required "loai_don_vi" unit_kinds: Table<UnitKind> = "các loại đơn vị tham gia",
        required "don_vi" units: List<Code> = "mã các đơn vị theo thứ tự của mọi danh sách",
        optional "han_nop" deadline: Slot<Deadline> = "hạn nộp hồ sơ",
        optional "gia_han" extensions: List<Extension> = "gia hạn cho từng đơn vị",
        required "thanh_phan_ho_so" required_set: List<Part> = "thành phần hồ sơ",
        optional "tieu_chi" criteria: List<Criterion> = "tiêu chuẩn xét khen thưởng",
        optional "loai_minh_chung" evidence_kinds: Table<EvidenceKind> = "các loại minh chứng riêng của phong trào",
        optional "thang_xep_loai" scales: Table<List<Text>> = "các thang xếp loại, từ cao xuống thấp",
        optional "thang_diem" full_marks: Table<Decimal> = "điểm cao nhất của mỗi thang xếp loại có cho điểm; không ghi thì chỉ xét điểm âm",
        optional "so_luong" quotas: Table<Quota> = "số lượng khen thưởng",
        optional "bieu_quyet" voting: Slot<Voting> = "quy định biểu quyết",
        optional "ban_chi_dao" committee: List<Member> = "thành viên Ban Chỉ đạo",
        optional "to_giup_viec" secretariat: List<Member> = "thành viên Tổ giúp việc",
        optional "chuc_danh" posts: Slot<Posts> = "chức vụ mà kế hoạch quy định cho các vai trò trong Ban Chỉ đạo, Tổ giúp việc; không ghi thì không xét",
        optional "che_do" regime: Slot<Regime> = "quy định áp dụng cho quyết định là của ngày nào",
        optional "thu_tu_danh_sach" roll_order: Slot<RollOrder> = "thứ tự cá nhân trong danh sách trích ngang",
        optional "tien_thuong" money: Slot<Money> = "tiền thưởng kèm theo hình thức khen thưởng",
        optional "muc_do" severities: Table<LevelWord> = "mức độ của từng mã phát hiện trong phong trào này",
        optional "loai_van_ban" kinds: Table<KindPatch> = "loại văn bản thêm hoặc sửa",
        optional "so_van_ban" series: Table<List<Text>> = "các loại văn bản dùng chung một dãy số",
        optional "chua_dien" placeholders: List<Text> = "chữ đứng thay chỗ chưa điền, thay cho danh sách có sẵn; còn chữ ấy thì văn bản không được cấp số",
        optional "ten_goi" labels: Table<Text> = "cách gọi của các từ dùng trong bản ghi",
        optional "ghi_chu" note: Slot<Text> = "ghi chú",
    }
}

impl Campaign {
    /// The body whose head decides on awards: the first one.
    pub fn authority(&self) -> Option<&Agency> {
        self.agencies.iter().next().map(|(_, agency)| agency)
    }

    /// Takes out kinds of paper whose code cannot be a file's name.
    pub(super) fn refuse_odd_kinds(&mut self, d: &mut Decoder) {
        let is_odd = |code: &str| code.contains('-') || Slug::new(&code.replace('_', "-")).is_none();
        let odd: Vec<Name> =
            self.kinds.iter().map(|(code, _)| code.clone()).filter(|code| is_odd(&code.text)).collect();
        for code in &odd {
            let message = format!("`{}` không dùng làm mã loại văn bản được", code.text);
            let help = "mã loại văn bản chỉ gồm a-z, 0-9 và dấu gạch dưới giữa các chữ, dài không quá 64, không trùng tên thiết bị (con, nul…)";
            d.say_help(&rules::CODE, code.at, message, Some(help.into()));
        }
        self.kinds.faulty |= !odd.is_empty();
        self.kinds.items.retain(|(code, _)| !is_odd(&code.text));
    }

    /// The standing office: `thuong_truc`, or where that is not written the first body.
    pub fn standing_office(&self) -> Option<&Agency> {
        match &self.office {
            Slot::Set(code) => self.agencies.get(code),
            Slot::Faulty => None,
            Slot::Absent => self.authority(),
        }
    }
}

words! {
    /// Whose day decides which law applies to a decision.
    pub enum Regime = "chế độ" {
        /// The day on which the dossiers were handed in.
        Receipt = "theo_ngay_tiep_nhan",
        /// The day of the decision.
        Decision = "theo_ngay_quyet_dinh",
    }
}

words! {
    /// How persons are ordered in lists that have no rank.
    pub enum RollOrder = "thứ tự danh sách" {
        /// By unit, in the campaign's order.
        Unit = "don_vi",
        /// By given name, then middle and family name.
        Name = "ten",
    }
}

record! {
    /// The period that is judged.
    pub struct Period = "kỳ thi đua" {
        required "tu" from: Date = "từ ngày",
        required "den" to: Date = "đến ngày",
    }
}

words! {
    /// Kinds of award (loại hình khen thưởng).
    pub enum AwardForm = "loại hình khen thưởng" {
        /// For a campaign on one theme.
        Theme = "chuyen_de",
        /// For a sudden merit.
        Sudden = "dot_xuat",
        /// For merit over years.
        Merit = "cong_trang",
    }
}

record! {
    /// A paper cited by number and day.
    pub struct Cited = "văn bản viện dẫn" {
        optional "so" number: Slot<DocNumber> = "số",
        optional "ky_hieu" symbol: Slot<Text> = "ký hiệu",
        optional "ngay" date: Slot<Date> = "ngày",
        optional "co_quan" issuer: Slot<Text> as name = "cơ quan ban hành",
        optional "trich_yeu" subject: Slot<Text> = "trích yếu",
    }
}

record! {
    /// A body that appears on paper.
    pub struct Agency = "cơ quan" {
        required "ten" name: Text as name = "tên đầy đủ",
        optional "viet_tat" abbreviation: Slot<Text> as name = "chữ viết tắt trong ký hiệu",
        optional "dia_danh" place: Slot<Text> as name = "địa danh",
        optional "cap_tren" parent: Slot<Text> as name = "cơ quan chủ quản in trên đầu văn bản",
        optional "dung_dau_cua" seal_of: Slot<Text> = "mã cơ quan có con dấu được dùng",
        optional "cap_so" numbering: Slot<Text> = "ai cấp số; ghi hoso thì chương trình đếm số, chỉ khi mọi văn bản của cơ quan ấy do chương trình cấp số trong phong trào này",
        optional "nguoi_ky" signer: Slot<Signer> = "người ký",
    }
}

record! {
    /// A kind of award.
    pub struct Award = "hình thức khen thưởng" {
        required "ten" name: Text as name = "tên",
        optional "cua" of: Slot<Text> as name = "người có thẩm quyền tặng",
        optional "co_quan_xet" judged_by: Slot<Text> = "mã cơ quan phải họp xét, khai ở co_quan; không ghi thì không xét",
    }
}

record! {
    /// A kind of unit.
    pub struct UnitKind = "loại đơn vị" {
        optional "ten" name: Slot<Text> as name = "tên loại",
        optional "nhom" group: Slot<Text> = "nhóm tính số lượng",
        optional "so_luong" expected: Slot<Count> = "số đơn vị mà kế hoạch nêu",
        optional "cap_tren" parent: Slot<Text> as name = "cơ quan chủ quản in trên đầu văn bản",
    }
}

record! {
    /// The last day for dossiers.
    pub struct Deadline = "hạn nộp" {
        required "ngay" date: Date = "ngày",
        optional "ke_ca" inclusive: Slot<Located<bool>> = "có kể cả ngày ấy không",
        optional "dieu_khoan" clause: Slot<Text> = "điều khoản",
    }
}

record! {
    /// A later deadline for one unit.
    pub struct Extension = "gia hạn" {
        required "don_vi" unit: Code = "mã đơn vị",
        required "den" to: Date = "đến hết ngày",
        optional "can_cu" ground: Slot<Text> = "căn cứ",
    }
}

record! {
    /// One entry of the required set: a paper, a choice of papers, or a paper with parts.
    pub struct Part = "thành phần hồ sơ" {
        optional "loai" kind: Slot<Text> = "loại văn bản",
        optional "mot_trong" one_of: List<Part> = "cần một trong các thành phần",
        optional "bat_buoc" mandatory: Slot<Located<bool>> = "bắt buộc hay không",
        optional "gom" parts: List<Part> = "các thành phần con, cần khi có thành phần này",
        optional "theo" per: Slot<Per> = "lặp lại theo",
        optional "khi" when: Slot<When> = "chỉ cần khi",
        optional "nguon" origin: Slot<Origin> = "soạn tại đây hay nhận về",
        optional "so_ban" copies: Slot<Count> = "số bản",
        optional "ten" name: Slot<Text> as name = "tên gọi",
        optional "dieu_khoan" clause: Slot<Text> = "điều khoản",
    }
}

words! {
    /// What a paper is made for each of.
    pub enum Per = "cách lặp" {
        /// Once for a unit.
        Unit = "don_vi",
        /// Once for each nominee.
        Nominee = "de_nghi",
        /// Once for each receipt.
        Receipt = "tiep_nhan",
        /// Once for the whole campaign.
        Campaign = "phong_trao",
        /// Once for each event: launch, meeting, closing.
        Event = "su_kien",
        /// Once for each meeting of the committee.
        Sitting = "hop",
        /// Once for each decision.
        Decision = "quyet_dinh",
        /// Once for each of those whom decisions honour.
        Recipient = "nguoi_nhan",
        /// Once for each paper whose form it corrects.
        Paper = "van_ban",
    }
}

words! {
    /// Where a paper comes from.
    pub enum Origin = "nguồn" {
        /// Written here: checked and rendered.
        Written = "soan",
        /// Received: checked and listed, never rendered.
        Received = "nhan",
    }
}

/// The condition of a required part: every list that is given must contain the nominee's or unit's word.
#[derive(Clone, Debug, Default)]
pub struct When {
    /// Where the condition stands.
    pub at: Option<At>,
    /// Kinds of evidence, one of which the nominee relies on.
    pub evidence: List<Text>,
    /// Awards.
    pub awards: List<Text>,
    /// Nominee kinds.
    pub nominee_kinds: List<Text>,
    /// Unit kinds.
    pub unit_kinds: List<Text>,
}

record! {
    /// The long form of a condition.
    struct WhenGroup = "điều kiện" {
        optional "minh_chung" evidence: List<Text> = "loại minh chứng mà người được đề nghị dựa vào",
        optional "hinh_thuc" awards: List<Text> = "hình thức khen thưởng",
        optional "doi_tuong" nominee_kinds: List<Text> = "tap_the, ca_nhan hoặc ho_gia_dinh",
        optional "loai_don_vi" unit_kinds: List<Text> = "loại đơn vị",
    }
}

impl When {
    /// The keys of the long form.
    pub const FIELDS: &'static [Field] = WhenGroup::FIELDS;
}

impl Decode for When {
    const HOLDS: &'static str =
        "một điều kiện: `dua_vao_` nối với loại minh chứng (`dua_vao_sang_kien`), hoặc một nhóm khóa";
    const SHAPE: Shape = Shape::Any;

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let before = d.findings.len();
            let WhenGroup { at, evidence, awards, nominee_kinds, unit_kinds } = WhenGroup::decode(node, d)?;
            // A condition that is not wholly understood must not hold for everybody.
            if d.findings.len() > before {
                return None;
            }
            if [&evidence, &awards, &nominee_kinds, &unit_kinds].iter().all(|list| list.at.is_none()) {
                d.say(&rules::EMPTY, node.at, "điều kiện để trống, chưa nêu khi nào thì cần");
                return None;
            }
            return Some(Self { at: Some(at), evidence, awards, nominee_kinds, unit_kinds });
        }
        // Words of the form `dua_vao_X`: the nominee relies on evidence of kind X.
        let word = scalar(node, Self::HOLDS, d)?;
        match word.strip_prefix("dua_vao_") {
            Some(kind) => {
                let kind = Text { value: kind.to_owned(), at: node.at };
                Some(Self {
                    at: Some(node.at),
                    evidence: List { items: vec![kind], at: Some(node.at), faulty: false },
                    ..Self::default()
                })
            }
            None => {
                d.wrong_word(node.at, word, Self::HOLDS, ["dua_vao_sang_kien", "dua_vao_mo_hinh"].into_iter());
                None
            }
        }
    }
}

words! {
    /// Whom an award is for.
    pub enum NomineeKind = "loại đối tượng" {
        /// A collective.
        Collective = "tap_the",
        /// An individual.
        Individual = "ca_nhan",
        /// A household.
        Household = "ho_gia_dinh",
    }
}

/// How many of one award there are.
#[derive(Clone, Debug)]
pub enum Quota {
    /// Not yet allotted (`chua_phan_bo`).
    Undecided,
    /// Limits, each for a group or for all.
    Limits(Vec<QuotaLine>),
}

record! {
    /// One limit.
    pub struct QuotaLine = "số lượng" {
        optional "nhom" group: Slot<Text> = "nhóm đơn vị",
        optional "tap_the" collectives: Slot<Count> = "số tập thể",
        optional "ca_nhan" individuals: Slot<Count> = "số cá nhân",
        optional "ho_gia_dinh" households: Slot<Count> = "số hộ gia đình",
        optional "can_cu" ground: Slot<Text> = "căn cứ",
    }
}

impl Decode for Quota {
    const HOLDS: &'static str = "số lượng hoặc chua_phan_bo";
    const SHAPE: Shape = Shape::Any;

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        match &node.value {
            Value::List(_) => Some(Self::Limits(List::decode(node, d)?.items)),
            Value::Map(_) => Some(Self::Limits(vec![QuotaLine::decode(node, d)?])),
            _ => match scalar(node, Self::HOLDS, d)? {
                "chua_phan_bo" => Some(Self::Undecided),
                word => {
                    d.wrong_word(node.at, word, Self::HOLDS, ["chua_phan_bo"].into_iter());
                    None
                }
            },
        }
    }
}

words! {
    /// Of whom a ratio is taken.
    pub enum Base = "cơ sở tính tỷ lệ" {
        /// Those present.
        Present = "co_mat",
        /// All members.
        All = "trieu_tap",
    }
}

record! {
    /// Quorum and majority, where the campaign sets them.
    pub struct Voting = "quy định biểu quyết" {
        optional "trieu_tap_toi_thieu" quorum: Slot<Ratio> = "tỷ lệ có mặt tối thiểu",
        optional "ty_le" majority: Slot<Ratio> = "tỷ lệ đồng ý phải vượt quá",
        optional "co_so" base: Slot<Base> = "tính trên số có mặt hay số triệu tập",
        optional "khong_tu_bieu_quyet" recusal: Slot<Located<bool>> = "người đứng đầu không biểu quyết về đơn vị mình",
    }
}

words! {
    /// Words of `muc_do`.
    pub enum LevelWord = "mức độ" {
        /// An error.
        Error = "loi",
        /// A warning.
        Warning = "canh_bao",
        /// Not reported.
        Off = "tat",
    }
}

/// Checks `phien_ban`: absent is a warning, another version than 1 an error.
pub(crate) fn check_version(version: &Slot<Count>, root: &Node, d: &mut Decoder) {
    match version {
        Slot::Set(count) if count.value != 1 => {
            d.say_help(
                &rules::VERSION,
                count.at,
                format!("bản ghi theo phiên bản {}, chương trình này chỉ đọc phiên bản 1", count.value),
                Some("dùng bản hoso mới hơn".into()),
            );
        }
        Slot::Absent => {
            d.say(&rules::VERSION, root.head, "tệp chưa ghi `phien_ban: 1`");
            if let Some(finding) = d.findings.last_mut() {
                finding.severity = crate::finding::Severity::Warning;
                finding.blocks = None;
            }
        }
        _ => {}
    }
}
