//! Parts of `phong-trao.yaml` about those who judge and about money.

use super::decode::{List, Slot, Table, record, words};
use super::scalar::{Count, Date, Decimal, Text};

words! {
    /// What somebody is in the committee or its secretariat.
    pub enum Role = "vai trò" {
        /// Head of the committee.
        Head = "truong_ban",
        /// The deputy who acts for the head day by day.
        StandingDeputy = "pho_truong_ban_thuong_truc",
        /// A deputy.
        Deputy = "pho_truong_ban",
        /// Head of the secretariat.
        Secretary = "to_truong",
        /// A member.
        Member = "thanh_vien",
    }
}

record! {
    /// Somebody in the committee or its secretariat.
    pub struct Member = "thành viên" {
        required "ho_ten" name: Text = "họ và tên",
        required "chuc_vu" post: Text = "chức vụ",
        required "vai_tro" role: Role = "vai trò",
        optional "don_vi" unit: Slot<Text> = "mã đơn vị mà người ấy đứng đầu",
        optional "tu" from: Slot<Date> = "từ ngày",
        optional "den" to: Slot<Date> = "đến ngày",
    }
}

record! {
    /// The posts that the plan names for the committee and its secretariat.
    pub struct Posts = "chức danh của Ban Chỉ đạo, Tổ giúp việc" {
        optional "ban_chi_dao" committee: List<Post> = "trong Ban Chỉ đạo",
        optional "to_giup_viec" secretariat: List<Post> = "trong Tổ giúp việc",
    }
}

record! {
    /// The post of somebody who is to be in the committee or its secretariat.
    pub struct Post = "chức danh" {
        required "vai_tro" role: Role = "vai trò",
        required "chuc_vu" post: Text as name = "chức vụ của người giữ vai trò ấy",
        optional "dieu_khoan" clause: Slot<Text> = "điều khoản quy định",
    }
}

record! {
    /// What goes with an award.
    pub struct Money = "tiền thưởng" {
        required "luong_co_so" base: List<BaseWage> = "các mức lương cơ sở theo thời gian",
        required "he_so" factors: Table<Factor> = "hệ số của từng hình thức khen thưởng",
        optional "lam_tron" rounding: Slot<Count> = "làm tròn lên bội số này, đồng; không ghi thì không làm tròn",
        optional "nguon" source: Slot<Text> = "nguồn chi",
        optional "can_cu" ground: Slot<Text> = "căn cứ",
    }
}

record! {
    /// A base wage.
    pub struct BaseWage = "mức lương cơ sở" {
        required "tu" from: Date = "áp dụng từ ngày",
        required "muc" amount: Count = "số tiền, đồng",
        optional "can_cu" ground: Slot<Text> = "căn cứ",
    }
}

record! {
    /// What an award is multiplied by, for each kind of nominee.
    pub struct Factor = "hệ số" {
        optional "tap_the" collective: Slot<Decimal> = "của tập thể",
        optional "ho_gia_dinh" household: Slot<Decimal> = "của hộ gia đình",
        optional "ca_nhan" individual: Slot<Decimal> = "của cá nhân",
    }
}
