//! Letters that correct the form of papers that were issued.

use serde_json::json;

use crate::data;
use crate::support::*;

const OF_SCHOOL: &str = "truong-hoa-mai/cong_van_dinh_chinh-to_trinh.pdf";
const SIGNER: &str = "nguoi_ky: {chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}";
const PLACES: &str = "dinh_chinh: [{vi_tri: \"Phần căn cứ, trang 1.\", da_in: ngày 31/7/2017, sua_thanh: ngày 31 tháng 7 năm 2017}, {da_in: KT. HIỆU TRƯỞNG, sua_thanh: HIỆU TRƯỞNG}]";

fn letter(head: &str) -> String {
    format!("{{{SIGNER}, {head}}}")
}

fn of_school(records: Records, head: &str) -> Records {
    records.set(SCHOOL, "ho_so.cong_van_dinh_chinh", &format!("{{to_trinh: {}}}", letter(head)))
}

#[test]
fn a_unit_corrects_its_proposal() {
    let checked = of_school(Records::small(), &format!("so: 11, ngay: 2026-07-12, {PLACES}")).check();
    assert_eq!(checked.text(), "");
    let paper = data(&checked, OF_SCHOOL);
    assert_eq!(
        paper["dinh_chinh"],
        json!({
            "van_ban": "Tờ trình số 09/TTr-THHM",
            "ngay": {"ngay": "08", "thang": "7", "nam": "2026"},
            "trich_yeu": "về việc đề nghị tặng Giấy khen và Thư khen cho tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua “Chung sức xây dựng nông thôn mới kiểu mẫu” xã Đồng Mẫu năm 2026",
            "cac_cho": [
                {"vi_tri": "phần căn cứ, trang 1", "da_in": "ngày 31/7/2017", "sua_thanh": "ngày 31 tháng 7 năm 2017"},
                {"vi_tri": "", "da_in": "KT. HIỆU TRƯỞNG", "sua_thanh": "HIỆU TRƯỞNG"},
            ],
        })
    );
    let head = &paper["van_ban"];
    assert_eq!((&head["so"], &head["ky_hieu"]), (&json!("11"), &json!("THHM")));
    assert_eq!(head["trich_yeu"], "Về việc đính chính Tờ trình số 09/TTr-THHM");
    assert_eq!(head["kinh_gui"], json!(["Ủy ban nhân dân xã Đồng Mẫu"]));
    assert_eq!(head["co_quan"]["ten"], "Trường Tiểu học Hoa Mai");
    // What it corrects is as it was.
    let before = data(&Records::small().check(), "truong-hoa-mai/to_trinh.pdf");
    assert_eq!(data(&checked, "truong-hoa-mai/to_trinh.pdf"), before);
}

/// Each of the campaign's own papers is corrected by whoever issued it.
#[test]
fn of_whoever_issued_the_paper() {
    let head = |number: u32| {
        format!("{{so: {number}, ngay: 2026-08-03, nguoi_ky: {{chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}}, {PLACES}}}")
    };
    let papers = format!(
        "van_ban: {{cong_van_dinh_chinh: {{qd_khen_thuong-giay-khen-dot-2: {}, bien_ban_hop: {}}}}}\n",
        head(40),
        head(3)
    );
    let checked = Records::reviewed().append(REVIEW, &papers).check();
    let of_decision = data(&checked, "cong_van_dinh_chinh-qd_khen_thuong-giay-khen-dot-2.pdf");
    assert_eq!(of_decision["van_ban"]["co_quan"]["ten"], "Ủy ban nhân dân xã Đồng Mẫu");
    assert_eq!(of_decision["van_ban"]["ky_hieu"], "UBND");
    assert_eq!(of_decision["dinh_chinh"]["van_ban"], "Quyết định số 108/QĐ-UBND");
    assert_eq!(of_decision["van_ban"]["kinh_gui"], json!(["Các cơ quan, đơn vị và cá nhân có liên quan"]));
    let of_minutes = data(&checked, "cong_van_dinh_chinh-bien_ban_hop.pdf");
    assert_eq!(of_minutes["van_ban"]["co_quan"]["ten"], "Ban Chỉ đạo phong trào");
    // A number of that body's letters is given once.
    let twice = format!(
        "van_ban: {{cong_van_dinh_chinh: {{qd_khen_thuong: {0}, qd_khen_thuong-giay-khen-dot-2: {0}}}}}\n",
        head(40)
    );
    assert_eq!(Records::reviewed().append(REVIEW, &twice).check().all("van-ban/trung-so").len(), 1);
}

#[test]
fn nothing_that_could_be_corrected() {
    let said = |records: Records| line(records.check().finding("van-ban/dinh-chinh"));
    insta::assert_snapshot!(said(of_school(Records::small(), "so: 11, ngay: 2026-07-12")), @"don-vi/truong-hoa-mai.yaml:34:25: lỗi[van-ban/dinh-chinh]: công văn chưa nêu chỗ nào của `to_trinh` phải đính chính ⟨chặn cap_so · truong-hoa-mai · cong_van_dinh_chinh/to_trinh⟩");
    let draft = Records::small().replace(SCHOOL, "    so: 9\n    ngay: 2026-07-08\n", "");
    insta::assert_snapshot!(said(of_school(draft, PLACES)), @"don-vi/truong-hoa-mai.yaml:34:25: lỗi[van-ban/dinh-chinh]: văn bản `to_trinh` chưa có số, ngày nên chưa có gì để đính chính ⟨chặn cap_so · truong-hoa-mai · cong_van_dinh_chinh/to_trinh⟩");
    let other = Records::small().set(SCHOOL, "ho_so.cong_van_dinh_chinh", &format!("{{to_trin: {}}}", letter(PLACES)));
    insta::assert_snapshot!(said(other), @"don-vi/truong-hoa-mai.yaml:34:25: lỗi[van-ban/dinh-chinh]: không có văn bản `to_trin` để đính chính ⟨chặn cap_so · truong-hoa-mai · cong_van_dinh_chinh/to_trin⟩");
    // Its keys stand under the paper's name.
    let flat = Records::small().set(SCHOOL, "ho_so.cong_van_dinh_chinh", &letter("so: 11"));
    insta::assert_snapshot!(line(flat.check().finding("yaml/sai-kieu")), @"don-vi/truong-hoa-mai.yaml:34:3: lỗi[yaml/sai-kieu]: `cong_van_dinh_chinh` lập riêng cho từng văn bản được đính chính ⟨chặn van_ban · truong-hoa-mai⟩");
    let flat = Records::reviewed().append(REVIEW, "van_ban: {cong_van_dinh_chinh: {so: 4}}\n");
    insta::assert_snapshot!(line(flat.check().finding("khop/van-ban-chung")), @"xet-duyet.yaml:28:11: lỗi[khop/van-ban-chung]: `cong_van_dinh_chinh` lập riêng cho từng văn bản được đính chính ⟨chặn cap_so⟩");
    // Other papers have no use for the key.
    let stray = Records::small().set(SCHOOL, "ho_so.to_trinh.dinh_chinh", "[{da_in: a b, sua_thanh: c d}]");
    assert_eq!(stray.check().all("van-ban/khoa-khong-in").len(), 1);
}

/// However long what is corrected is.
#[test]
fn corrections_of_any_length() {
    let words = "Phần căn cứ pháp lý và phần nội dung trình bày ".repeat(12);
    let places: Vec<String> =
        (0..12).map(|_| format!("{{vi_tri: {words}, da_in: {words}, sua_thanh: {words}}}")).collect();
    let head = format!("so: 11, ngay: 2026-07-12, dinh_chinh: [{}]", places.join(", "));
    data(&of_school(Records::small(), &head).check(), OF_SCHOOL);
    let bare = "dinh_chinh: [{da_in: a, sua_thanh: b}], noi_nhan: [Như trên, \"Lưu: VT\"]";
    data(&of_school(Records::small(), bare).check(), OF_SCHOOL);
}
