//! What must be true of a nominee: kinds of test as words, each with the keys it needs.

use super::campaign::NomineeKind;
use super::decode::{List, Slot, record, words};
use super::scalar::{Count, Located, Text};

words! {
    /// The predicates that criteria can use.
    pub enum Test = "kiểu tiêu chuẩn" {
        /// A grade on a scale is at least the given one.
        Grade = "xep_loai",
        /// There is enough evidence of the given kinds.
        Evidence = "minh_chung",
        /// A list is declared and empty.
        EmptyList = "danh_sach_rong",
        /// A word is one of the allowed.
        Within = "thuoc",
        /// Something is declared true.
        Declared = "khai_bao",
        /// All assigned tasks are done on time, or it is explained.
        Tasks = "nhiem_vu",
        /// The report has a section of this name.
        Section = "de_muc",
        /// Only people can tell.
        Judgement = "nhan_xet",
    }
}

record! {
    /// A criterion: what must be true of a nominee.
    pub struct Criterion = "tiêu chuẩn" {
        required "ma" code: Text = "mã tiêu chuẩn",
        required "kieu" test: Test = "kiểu kiểm tra",
        optional "doi_tuong" subject: Slot<NomineeKind> = "chỉ áp dụng cho tap_the, ca_nhan hoặc ho_gia_dinh",
        optional "khoa" key: Slot<Text> = "khóa dữ liệu được xét",
        optional "toi_thieu" minimum: Slot<Text> = "mức tối thiểu trên thang xếp loại",
        optional "loai" kinds: List<Text> = "loại minh chứng được chấp nhận",
        optional "it_nhat" at_least: Slot<Count> = "số minh chứng ít nhất",
        optional "cho_phep" allowed: List<Text> = "các giá trị được chấp nhận",
        optional "de_muc" section: Slot<Text> = "tên đề mục phải có trong báo cáo",
        optional "noi_dung" text: Slot<Text> = "nội dung tiêu chuẩn",
        optional "dieu_khoan" clause: Slot<Text> = "điều khoản",
        optional "la_tieu_chuan" counted: Slot<Located<bool>> = "false: yêu cầu khác (về đối tượng, về nội dung báo cáo), vẫn xét nhưng không đếm là tiêu chuẩn trong danh sách trích ngang",
    }
}

impl Criterion {
    /// Whether it is a criterion for awards, and not what the plan asks of whom or of a report.
    pub fn is_counted(&self) -> bool {
        self.counted.get().is_none_or(|counted| counted.value)
    }
}
