//! The family `ho-so/`, of papers: what each must hold to be one at all.

use insta::assert_snapshot;

use crate::after;
use crate::support::*;

const EXTRACT: &str = "ho_so.trich_bien_ban";
const REPORT: &str = "ho_so.bao_cao_thanh_tich.bui-thi-sen";

#[test]
fn a_report_without_content_is_no_report() {
    let checked = Records::small().without(SCHOOL, &format!("{REPORT}.noi_dung")).check();
    assert_snapshot!(checked.text(), @"don-vi/truong-hoa-mai.yaml:69:5: lỗi[ho-so/thieu-noi-dung]: Báo cáo thành tích của bà Bùi Thị Sen chưa có nội dung ⟨chặn van_ban · truong-hoa-mai · bao_cao_thanh_tich/bui-thi-sen⟩");
    assert_eq!(checked.blocked(), ["truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf"]);
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.ban_cam_ket.noi_dung")), @"don-vi/truong-hoa-mai.yaml:78:3: lỗi[ho-so/thieu-noi-dung]: Bản cam kết của Trường Tiểu học Hoa Mai chưa có nội dung ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    // A received one is not set again here.
    assert_eq!(
        after(|r| r.without(SCHOOL, &format!("{REPORT}.noi_dung")).set(SCHOOL, &format!("{REPORT}.nguon"), "nhan")),
        ""
    );
    // An extract has its votes.
    assert_eq!(after(|r| r.set(SCHOOL, &format!("{EXTRACT}.noi_dung"), "Họp xét khen thưởng.")), "");
}

#[test]
fn an_extract_without_its_meeting() {
    let minutes = |r: Records| r.without(SCHOOL, "ho_so.trich_bien_ban.bien_ban");
    let attendance = |r: Records| r.without(SCHOOL, "ho_so.trich_bien_ban.hop");
    assert_snapshot!(after(minutes), @"don-vi/truong-hoa-mai.yaml:40:3: lỗi[ho-so/thieu-cuoc-hop]: Trích biên bản của Trường Tiểu học Hoa Mai chưa nêu biên bản được trích ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(attendance), @"don-vi/truong-hoa-mai.yaml:40:3: lỗi[ho-so/thieu-cuoc-hop]: Trích biên bản của Trường Tiểu học Hoa Mai chưa nêu thành phần họp ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    let both_missing = || minutes(attendance(Records::small()));
    let both = both_missing().check();
    assert_snapshot!(both.text(), @"don-vi/truong-hoa-mai.yaml:40:3: lỗi[ho-so/thieu-cuoc-hop]: Trích biên bản của Trường Tiểu học Hoa Mai chưa nêu biên bản được trích và thành phần họp ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    assert_eq!(both.blocked(), ["truong-hoa-mai/trich_bien_ban.pdf"]);
    // Where the campaign lets it pass, it is printed with blanks.
    let passed = both_missing().set(CAMPAIGN, "muc_do", "{ho-so/thieu-cuoc-hop: canh_bao}").check();
    let blank = passed.document("truong-hoa-mai/trich_bien_ban.pdf");
    assert!(!blank.blocked);
    PROGRAM.engine.render(&job(blank)).unwrap();
    // One that was signed elsewhere says what it says.
    let received = |r: Records| r.set(SCHOOL, "ho_so.trich_bien_ban.nguon", "nhan");
    assert_eq!(after(|r| received(minutes(attendance(r)))), "");
}

#[test]
fn a_certificate_of_which_nothing_is_known() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.chung_nhan_sang_kien.tap-the", "{}")), @"don-vi/truong-hoa-mai.yaml:77:5: lỗi[ho-so/van-ban-trong]: Giấy chứng nhận sáng kiến nhận về không ghi số, ngày, trích yếu hay tệp nào ⟨chặn danh_sach · truong-hoa-mai · chung_nhan_sang_kien/tap-the⟩");
    assert_eq!(after(|r| r.set(SCHOOL, "ho_so.chung_nhan_sang_kien.tap-the", "{tep: qd-5.pdf}")), "");
}

#[test]
fn what_a_paper_lacks_may_be_what_could_not_be_read() {
    let other = |r: Records| r.set(SCHOOL, "ho_so.chung_nhan_sang_kien.tap-the", "{van_ban_so: 5}");
    assert_snapshot!(after(other), @"don-vi/truong-hoa-mai.yaml:77:15: lỗi[yaml/truong-la]: không có khóa `van_ban_so` trong văn bản ⟨chặn van_ban · truong-hoa-mai · chung_nhan_sang_kien/tap-the⟩");
    let other = |r: Records| {
        r.without(SCHOOL, &format!("{REPORT}.noi_dung")).set(SCHOOL, &format!("{REPORT}.thanh_tich"), "Làm đường")
    };
    assert_snapshot!(after(other), @"don-vi/truong-hoa-mai.yaml:70:7: lỗi[yaml/truong-la]: không có khóa `thanh_tich` trong văn bản ⟨chặn van_ban · truong-hoa-mai · bao_cao_thanh_tich/bui-thi-sen⟩");
}

#[test]
fn a_signer_without_a_name() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.to_trinh.nguoi_ky.ho_ten")), @"don-vi/truong-hoa-mai.yaml:39:5: cảnh báo[ho-so/nguoi-ky]: Tờ trình của Trường Tiểu học Hoa Mai chưa ghi họ tên người ký ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    // Nobody has signed a draft yet.
    assert_eq!(after(|r| r.set(WEST, "ho_so", "{to_trinh: {nguoi_ky: {chuc_vu: Trưởng thôn}}}")), "");
}

#[test]
fn a_collective_on_whose_behalf_nobody_signs() {
    let signer = |of: &str| after(|r| r.set(SCHOOL, "ho_so.to_trinh.nguoi_ky", of));
    assert_snapshot!(signer("{tap_the: Hội đồng trường, chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}"), @"don-vi/truong-hoa-mai.yaml:39:25: cảnh báo[ho-so/nguoi-ky]: ghi tập thể được thay mặt là “Hội đồng trường” nhưng quyền hạn ký không có TM. ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    assert_eq!(signer("{quyen_han: [TM.], tap_the: Hội đồng trường, chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}"), "");
    // A deputy who names no capacity at all is told that, and only that.
    assert_snapshot!(signer("{tap_the: Hội đồng trường, chuc_vu: Phó Hiệu trưởng, ho_ten: Lê Thị Vở}"), @"don-vi/truong-hoa-mai.yaml:39:51: cảnh báo[van-ban/quyen-han]: “Phó Hiệu trưởng” là cấp phó, ký văn bản thì ghi KT. ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
}
