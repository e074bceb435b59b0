//! The dictionary as a page for people: every record kind, every key, from the tables themselves.

use super::campaign as c;
use super::committee as m;
use super::decode::Field;
use super::event as v;
use super::evidence as e;
use super::in_force as f;
use super::kind::KindPatch;
use super::paper as p;
use super::plan as l;
use super::results as r;
use super::review as x;
use super::unit as u;

/// Every record kind with its title and keys, in the order a reader meets them.
pub fn groups() -> Vec<(&'static str, &'static [Field])> {
    vec![
        ("phong-trao.yaml", c::Campaign::FIELDS),
        ("phong-trao.yaml › ky_thi_dua", c::Period::FIELDS),
        ("phong-trao.yaml › ke_hoach", l::Plan::FIELDS),
        ("mọi văn bản được viện dẫn", c::Cited::FIELDS),
        ("phong-trao.yaml › co_quan › <mã>", c::Agency::FIELDS),
        ("phong-trao.yaml › hinh_thuc_khen › <mã>", c::Award::FIELDS),
        ("phong-trao.yaml › loai_don_vi › <mã>", c::UnitKind::FIELDS),
        ("phong-trao.yaml › han_nop", c::Deadline::FIELDS),
        ("phong-trao.yaml › gia_han[]", c::Extension::FIELDS),
        ("phong-trao.yaml › thanh_phan_ho_so[]", c::Part::FIELDS),
        ("phong-trao.yaml › thanh_phan_ho_so[] › khi, dạng đầy đủ", c::When::FIELDS),
        ("phong-trao.yaml › tieu_chi[]", c::Criterion::FIELDS),
        ("phong-trao.yaml › loai_minh_chung › <loại>", e::EvidenceKind::FIELDS),
        ("phong-trao.yaml › so_luong › <hình thức>[]", c::QuotaLine::FIELDS),
        ("phong-trao.yaml › bieu_quyet", c::Voting::FIELDS),
        ("phong-trao.yaml › ban_chi_dao[], to_giup_viec[]", m::Member::FIELDS),
        ("phong-trao.yaml › chuc_danh", m::Posts::FIELDS),
        ("phong-trao.yaml › chuc_danh › ban_chi_dao[], to_giup_viec[]", m::Post::FIELDS),
        ("phong-trao.yaml › tien_thuong", m::Money::FIELDS),
        ("phong-trao.yaml › tien_thuong › luong_co_so[]", m::BaseWage::FIELDS),
        ("phong-trao.yaml › tien_thuong › he_so › <hình thức>", m::Factor::FIELDS),
        ("phong-trao.yaml › loai_van_ban › <loại>, và templates/loai-van-ban.yaml", KindPatch::FIELDS),
        ("don-vi/<mã>.yaml", u::UnitHead::FIELDS),
        ("don-vi/<mã>.yaml › lien_he", u::Contact::FIELDS),
        ("don-vi/<mã>.yaml › nhiem_vu", u::Tasks::FIELDS),
        ("don-vi/<mã>.yaml › tiep_nhan[]", u::Receipt::FIELDS),
        ("don-vi/<mã>.yaml › khong_de_nghi", u::NoProposal::FIELDS),
        ("don-vi/<mã>.yaml › ky_luat[]", u::Discipline::FIELDS),
        ("don-vi/<mã>.yaml › mien[]", u::Waiver::FIELDS),
        ("don-vi/<mã>.yaml › de_nghi[]", u::Nominee::FIELDS),
        ("don-vi/<mã>.yaml › de_nghi[] › minh_chung[]", u::Evidence::FIELDS),
        ("don-vi/<mã>.yaml › de_nghi[] › da_khen[]", u::PastAward::FIELDS),
        ("don-vi/<mã>.yaml › de_nghi[] › rut", u::Withdrawal::FIELDS),
        ("don-vi/<mã>.yaml › ho_so › <loại> (hoặc › <mã đề nghị>)", p::Paper::FIELDS),
        ("… › nguoi_ky, xac_nhan", p::Signer::FIELDS),
        ("… › bien_ban", p::Minutes::FIELDS),
        ("… › hop", p::Attendance::FIELDS),
        ("… › hop › vang[]", p::Absence::FIELDS),
        ("… › bieu_quyet[]", p::Vote::FIELDS),
        ("ket-qua.yaml", r::Results::FIELDS),
        ("ket-qua.yaml › cong_bo_khac[]", r::Announcement::FIELDS),
        ("ket-qua.yaml › don_vi › <mã> › <khóa xếp loại>", r::Grading::FIELDS),
        ("xet-duyet.yaml", x::ReviewHead::FIELDS),
        ("xet-duyet.yaml › hoi_nghi", x::Conference::FIELDS),
        ("xet-duyet.yaml › su_kien[]", v::Event::FIELDS),
        ("xet-duyet.yaml › su_kien[] › theo_ke_hoach", v::Window::FIELDS),
        ("xet-duyet.yaml › su_kien[] › khach_moi[]", v::GuestGroup::FIELDS),
        ("xet-duyet.yaml › su_kien[] › chuong_trinh[]", v::Item::FIELDS),
        ("xet-duyet.yaml › hop[]", x::Sitting::FIELDS),
        ("xet-duyet.yaml › hop[] › kiem_phieu[]", x::Counter::FIELDS),
        ("xet-duyet.yaml › hop[] › ket_qua[]", x::Outcome::FIELDS),
        ("xet-duyet.yaml › quyet_dinh[]", x::Decision::FIELDS),
        ("templates/hieu-luc.yaml › van_ban[]", f::LegalText::FIELDS),
        ("templates/chua-dien.yaml", super::placeholders::Placeholders::FIELDS),
    ]
}

/// What each kind of criterion judges, and by which keys.
const CRITERIA: &str = "\n## Các kiểu tiêu chuẩn (`tieu_chi[] › kieu`)\n\n\
    | Kiểu | Cần khóa | Xét gì |\n|---|---|---|\n\
    | `nhiem_vu` | `khoa: nhiem_vu` | ở `nhiem_vu` của đơn vị, `dung_han` bằng `duoc_giao`, hoặc có `giai_trinh` |\n\
    | `xep_loai` | `khoa`, `toi_thieu` | mức xếp loại ghi ở `ket-qua.yaml` (của đơn vị), `xep_loai_nam` hoặc `xep_loai` (của người được đề nghị), trên thang cùng tên ở `thang_xep_loai` |\n\
    | `minh_chung` | `loai`, `it_nhat` | số minh chứng thuộc các loại ấy, ghi đủ điều cần: `quyet_dinh` có số và ngày; `mo_hinh` cần `mo_ta`; loại khác theo `can` ở `loai_minh_chung` |\n\
    | `danh_sach_rong` | `khoa: ky_luat` | đơn vị khai danh sách ấy và không có ai trong đó |\n\
    | `de_muc` | `de_muc` | báo cáo thành tích có đề mục ấy và dưới đề mục có nội dung |\n\
    | `thuoc` | `khoa`, `cho_phep` | giá trị khai ở người được đề nghị (`doi_tuong`, `hinh_thuc`, `du_phong`, `loai`, `gioi_tinh`, `chuc_vu`, `bo_phan`, `quan_he`, `que_quan`, `tru_quan`, `trinh_do`, `xep_loai_nam`, hoặc một thang ghi ở `xep_loai`) hay loại của đơn vị (`loai_don_vi`) là một trong các giá trị ấy |\n\
    | `khai_bao` | `khoa` | điều ấy được khai `true` ở `khai_bao` của người được đề nghị hoặc của đơn vị |\n\
    | `nhan_xet` | không | do người xét nhận xét; chương trình chỉ nhắc |\n";

/// The page `docs/ban-ghi.md`.
pub fn page() -> String {
    let mut page = String::from(
        "# Bản ghi: mọi khóa\n\n\
        Trang này lập từ chính bảng khóa mà chương trình dùng để đọc bản ghi (`src/record/`), nên luôn đúng với\n\
        chương trình. Khóa không có trong bảng là lỗi `yaml/truong-la`. Ngày ghi `2021-05-25` hoặc `25/5/2021`; mã ghi\n\
        bằng a-z, 0-9 và gạch nối; chữ ghi bằng Unicode; tên người, chức vụ, địa danh, cơ quan phải có chữ cái.\n",
    );
    for (title, fields) in groups() {
        page.push_str(&format!("\n## {title}\n\n| Khóa | Bắt buộc | Giá trị | Ý nghĩa |\n|---|---|---|---|\n"));
        for field in fields {
            let required = if field.required { "có" } else { "" };
            let members = field.members.map_or_else(String::new, |members| format!(", mỗi mục là {members}"));
            let holds = format!("{}{members}", field.holds);
            page.push_str(&format!("| `{}` | {required} | {holds} | {} |\n", field.key, field.meaning));
        }
    }
    page.push_str(CRITERIA);
    page
}
