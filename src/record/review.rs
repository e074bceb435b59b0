//! `xet-duyet.yaml`: the committee's meetings, their results, and the decisions. Several rounds are normal.

use super::campaign::Cited;
use super::decode::{Decode, Decoder, List, Slot, record};
use super::event::Event;
use super::kind::Kinds;
use super::paper::{Attendance, Ballot, Filed, Paper, Signer, decode_office_papers};
use super::rules;
use super::scalar::{Code, Count, Date, DocNumber, Located, Markdown, Text, Time};
use super::yaml::{Node, Value};
use crate::finding::At;

record! {
    /// What the committee and the deciding authority did.
    pub struct ReviewHead = "bản ghi xét duyệt" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bản ghi",
        optional "hoi_nghi" conference: Slot<Conference> = "hội nghị tổng kết, công bố kết quả",
        optional "su_kien" events: List<Event> = "các sự kiện của phong trào: phát động, sơ kết, họp, tổng kết",
        optional "hop" meetings: List<Sitting> = "các cuộc họp xét",
        optional "quyet_dinh" decisions: List<Decision> = "các quyết định khen thưởng",
        optional "van_ban" papers: Slot<OfficePapers> = "số, ngày, người ký của các văn bản chung",
        optional "ghi_chu" note: Slot<Text> = "ghi chú",
    }
}

record! {
    /// The conference that the awards are announced at.
    pub struct Conference = "hội nghị" {
        required "ngay" date: Slot<Date> = "ngày",
        optional "du_kien" tentative: Slot<Located<bool>> = "mới là dự kiến",
        optional "hop_truoc" days_before: Slot<Count> = "cuộc họp xét phải trước hội nghị bao nhiêu ngày",
        optional "dieu_khoan" clause: Slot<Text> = "điều khoản",
    }
}

record! {
    /// A meeting that judges the nominees.
    pub struct Sitting = "cuộc họp xét" {
        required "ma" code: Code = "mã cuộc họp",
        optional "co_quan" body: Slot<Text> = "mã cơ quan họp, khai ở co_quan của phong trào",
        optional "so" number: Slot<DocNumber> = "số biên bản",
        optional "ky_hieu" symbol: Slot<Text> = "ký hiệu, khi khác với ký hiệu chương trình ghép",
        required "ngay" date: Slot<Date> = "ngày họp",
        optional "bat_dau" begins: Slot<Time> = "giờ bắt đầu",
        optional "ket_thuc" ends: Slot<Time> = "giờ kết thúc",
        optional "dia_diem" place: Slot<Text> = "địa điểm",
        optional "tham_du" attendance: Slot<Attendance> = "thành phần họp; cuộc họp sắp tới thì chưa ghi",
        optional "cach" ballot: Slot<Ballot> = "cách biểu quyết",
        optional "kiem_phieu" counters: List<Counter> = "những người kiểm phiếu",
        optional "kiem_phieu_tu" counting_begins: Slot<Time> = "giờ bắt đầu kiểm phiếu",
        optional "kiem_phieu_den" counting_ends: Slot<Time> = "giờ kiểm phiếu xong",
        optional "noi_dung" body_text: Slot<Markdown> = "diễn biến, viết bằng Markdown",
        optional "thu_tu" order: Slot<Text> = "cách xếp thứ tự và chọn khi bằng nhau",
        optional "ket_qua" outcomes: List<Outcome> = "kết quả xét từng tập thể, cá nhân; cuộc họp sắp tới thì chưa ghi",
        optional "noi_nhan" recipients: List<Text> = "nơi nhận biên bản",
    }
}

impl Sitting {
    /// A meeting to come has neither attendance nor results; one that was held has both.
    fn check_complete(&self, d: &mut Decoder) {
        let missing = match (&self.attendance, self.outcomes.at) {
            (Slot::Absent, Some(_)) => "ghi `ket_qua` nhưng thiếu khóa `tham_du` (thành phần họp)",
            (Slot::Set(_), None) if !self.outcomes.faulty => {
                "ghi `tham_du` nhưng thiếu khóa `ket_qua` (kết quả xét từng tập thể, cá nhân)"
            }
            _ => return,
        };
        d.say(&rules::MISSING, self.at, format!("cuộc họp xét {missing}"));
    }
}

record! {
    /// Who counts the ballots.
    pub struct Counter = "người kiểm phiếu" {
        required "ho_ten" name: Text = "họ và tên",
        optional "chuc_vu" post: Slot<Text> = "chức vụ",
        optional "to_truong" heads: Slot<Located<bool>> = "là tổ trưởng",
    }
}

/// The word of `ket_qua` for a nominee who was not chosen.
pub const NOT_CHOSEN: &str = "khong_dat";

record! {
    /// What a meeting decided on one nominee.
    pub struct Outcome = "kết quả xét" {
        required "don_vi" unit: Code = "mã đơn vị",
        required "de_nghi" nominee: Code = "mã đề nghị",
        optional "dong_y" in_favour: Slot<Count> = "số đồng ý",
        optional "khong_dong_y" against: Slot<Count> = "số không đồng ý",
        optional "khong_hop_le" invalid: Slot<Count> = "số phiếu không hợp lệ",
        optional "khong_tham_gia" recused: Slot<Count> = "số người không tham gia biểu quyết",
        required "ket_qua" award: Slot<Text> = "mã hình thức khen thưởng, hoặc khong_dat",
        optional "ly_do" reason: Slot<Text> = "lý do không được chọn",
    }
}

impl Outcome {
    /// The award that the meeting chose the nominee for.
    pub fn chosen_for(&self) -> Option<&Text> {
        self.award.get().filter(|award| award.value != NOT_CHOSEN)
    }
}

record! {
    /// A decision that grants one award to all whom a meeting chose for it.
    pub struct Decision = "quyết định khen thưởng" {
        required "hinh_thuc" award: Text = "mã hình thức khen thưởng",
        required "hop" sitting: Text = "mã cuộc họp xét",
        optional "so" number: Slot<DocNumber> = "số",
        optional "ky_hieu" symbol: Slot<Text> = "ký hiệu, khi khác với ký hiệu chương trình ghép",
        optional "ngay" date: Slot<Date> = "ngày ký",
        optional "nguoi_ky" signer: Slot<Signer> = "người ký",
        optional "can_cu" grounds: List<Text> = "căn cứ, khi khác với căn cứ chung của phong trào",
        optional "trich_yeu" subject: Slot<Text> = "trích yếu",
        optional "noi_nhan" recipients: List<Text> = "nơi nhận",
        optional "thi_hanh" executors: List<Text> = "những người chịu trách nhiệm thi hành",
        optional "de_nghi_cua" proposed_by: Slot<Text> = "người đề nghị, ghi ở dòng “Theo đề nghị của”",
        optional "thay_the" replaces: Slot<Cited> = "văn bản bị thay thế",
        optional "vao_so_tu" book_from: Slot<Count> = "số vào sổ khen thưởng của người đầu tiên trong danh sách; những người sau lấy số tiếp theo",
    }
}

/// The mapping under `van_ban`; its keys are kinds, so it is read with the campaign at hand.
#[derive(Clone, Debug)]
pub struct OfficePapers;

impl Decode for OfficePapers {
    const HOLDS: &'static str = "một nhóm khóa (các văn bản chung của phong trào)";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return Some(Self);
        }
        d.wrong_type(node, Self::HOLDS);
        None
    }
}

/// `xet-duyet.yaml` with the heads of the campaign's own papers.
#[derive(Clone, Debug)]
pub struct Review {
    /// What the file says.
    pub head: ReviewHead,
    /// The campaign's own papers; one to each unit is filed under the unit's code.
    pub papers: Vec<Filed>,
    /// Where groups of keys stand, since a fault in one costs only papers about it.
    pub groups: ReviewGroups,
}

/// Where groups of keys stand in `xet-duyet.yaml`.
#[derive(Clone, Debug, Default)]
pub struct ReviewGroups {
    /// Each event.
    pub events: Vec<At>,
    /// Each meeting.
    pub meetings: Vec<At>,
    /// Each decision.
    pub decisions: Vec<At>,
    /// `van_ban`.
    pub papers: Option<At>,
    /// What no paper prints.
    pub unprinted: Vec<At>,
}

impl ReviewGroups {
    fn of(root: &Node) -> Self {
        let members = |key| match root.get(key).map(|node| &node.value) {
            Some(Value::List(members)) => members.iter().map(|node| node.at).collect(),
            _ => Vec::new(),
        };
        Self {
            events: members("su_kien"),
            meetings: members("hop"),
            decisions: members("quyet_dinh"),
            papers: root.get("van_ban").map(|node| node.at),
            unprinted: ["hoi_nghi", "ghi_chu"].into_iter().filter_map(|key| Some(root.get(key)?.at)).collect(),
        }
    }
}

impl Review {
    /// Reads the file.
    pub fn decode(root: &Node, kinds: &Kinds, d: &mut Decoder) -> Option<Self> {
        let head = ReviewHead::decode(root, d)?;
        super::campaign::check_version(&head.version, root, d);
        head.meetings.iter().for_each(|sitting| sitting.check_complete(d));
        let papers = root.get("van_ban").map_or_else(Vec::new, |node| decode_office_papers(node, kinds, d));
        Some(Self { head, papers, groups: ReviewGroups::of(root) })
    }

    /// The head of a kind's paper to a unit.
    pub fn letter(&self, kind: &str, unit: &str) -> Option<&Slot<Paper>> {
        let own = |filed: &&Filed| filed.kind.text == kind && filed.nominee.as_ref().is_some_and(|to| to.text == unit);
        self.papers.iter().find(own).map(|filed| &filed.paper)
    }

    /// The decision on an award of a meeting.
    pub fn decision(&self, award: &str, sitting: &str) -> Option<&Decision> {
        self.head.decisions.iter().find(|decision| decision.award.value == award && decision.sitting.value == sitting)
    }

    /// Each decision with the meeting that it follows; not those of which there is none.
    pub fn decided(&self) -> impl Iterator<Item = (&Decision, &Sitting)> {
        self.head.decisions.iter().filter_map(|decision| Some((decision, self.sitting(&decision.sitting)?)))
    }

    /// A meeting by its code.
    pub fn sitting(&self, code: &str) -> Option<&Sitting> {
        self.head.meetings.iter().find(|sitting| sitting.code.as_str() == code)
    }
}
