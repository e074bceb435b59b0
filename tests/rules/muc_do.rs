//! What a campaign (`muc_do`) and a unit (`mien`) may do about a finding, and how findings are told.

use hoso::finding::Severity;
use insta::assert_snapshot;

use crate::support::*;
use crate::{after, helps_after};

fn late(records: Records) -> Records {
    records.set(STATION, "tiep_nhan[0].ngay", "2026-07-16")
}

#[test]
fn a_campaign_may_change_how_severe_a_code_is() {
    let level =
        |word: &str| late(Records::small()).set(CAMPAIGN, "muc_do", &format!("{{ho-so/qua-han: {word}}}")).check();
    assert_eq!(level("loi").finding("ho-so/qua-han").severity, Severity::Error);
    assert_eq!(level("canh_bao").finding("ho-so/qua-han").severity, Severity::Warning);
    assert_eq!(level("tat").text(), "");
}

#[test]
fn an_error_turned_warning_blocks_nothing() {
    let softened = |r: Records| {
        r.without(SCHOOL, "ho_so.ban_cam_ket").set(CAMPAIGN, "muc_do", "{ho-so/thieu-thanh-phan: canh_bao}")
    };
    assert_snapshot!(after(softened), @"don-vi/truong-hoa-mai.yaml:33:1: cảnh báo[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Bản cam kết ⟨truong-hoa-mai · ban_cam_ket⟩");
}

#[test]
fn a_waiver_is_printed_where_the_finding_is() {
    let waiver = "[{ma: ho-so/qua-han, ly_do: Đường ngập, nguoi_duyet: Phan Văn Cả, ngay: 2026-07-16}]";
    assert_snapshot!(after(|r| late(r).set(STATION, "mien", waiver)), @"don-vi/tram-y-te.yaml:10:20: cảnh báo[ho-so/qua-han]: Hồ sơ của Trạm Y tế xã Đồng Mẫu nộp ngày 16/7/2026, muộn 01 ngày so với hạn (đến hết ngày 15/7/2026) ⟨tram-y-te · miễn: Đường ngập (Phan Văn Cả)⟩");
}

#[test]
fn a_waiver_may_be_for_one_paper() {
    let waiver = "[{ma: ho-so/thieu-thanh-phan, van_ban: ban_cam_ket, ly_do: Gửi sau, nguoi_duyet: Phan Văn Cả}]";
    let two = |r: Records| {
        r.without(SCHOOL, "ho_so.ban_cam_ket").without(SCHOOL, "ho_so.bang_ke_anh").set(SCHOOL, "mien", waiver)
    };
    assert_snapshot!(after(two), @r"
    don-vi/truong-hoa-mai.yaml:33:1: cảnh báo[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Bản cam kết ⟨truong-hoa-mai · ban_cam_ket · miễn: Gửi sau (Phan Văn Cả)⟩
    don-vi/truong-hoa-mai.yaml:33:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Bảng kê ảnh ⟨chặn danh_sach · truong-hoa-mai · bang_ke_anh⟩
    ");
}

#[test]
fn a_waiver_is_for_its_own_unit() {
    let waiver = "[{ma: ho-so/qua-han, ly_do: Đường ngập, nguoi_duyet: Phan Văn Cả}]";
    assert_snapshot!(after(|r| late(r).set(SCHOOL, "mien", waiver)), @r"
    don-vi/tram-y-te.yaml:10:20: cảnh báo[ho-so/qua-han]: Hồ sơ của Trạm Y tế xã Đồng Mẫu nộp ngày 16/7/2026, muộn 01 ngày so với hạn (đến hết ngày 15/7/2026) ⟨tram-y-te⟩
    don-vi/truong-hoa-mai.yaml:88:13: cảnh báo[ho-so/mien-thua]: mục miễn `ho-so/qua-han` không ứng với phát hiện nào ⟨truong-hoa-mai⟩
    ");
}

#[test]
fn a_waiver_that_covers_nothing() {
    let waiver = "[{ma: ho-so/qua-han, ly_do: Đường ngập, nguoi_duyet: Phan Văn Cả}]";
    assert_snapshot!(after(|r| r.set(STATION, "mien", waiver)), @"don-vi/tram-y-te.yaml:57:13: cảnh báo[ho-so/mien-thua]: mục miễn `ho-so/qua-han` không ứng với phát hiện nào ⟨tram-y-te⟩");
}

#[test]
fn a_waiver_needs_a_reason_and_a_name() {
    assert_snapshot!(after(|r| late(r).set(STATION, "mien", "[{ma: ho-so/qua-han}]")), @r"
    don-vi/tram-y-te.yaml:10:20: cảnh báo[ho-so/qua-han]: Hồ sơ của Trạm Y tế xã Đồng Mẫu nộp ngày 16/7/2026, muộn 01 ngày so với hạn (đến hết ngày 15/7/2026) ⟨tram-y-te⟩
    don-vi/tram-y-te.yaml:57:8: lỗi[yaml/thieu-truong]: miễn thiếu khóa `ly_do` (lý do) ⟨chặn van_ban · tram-y-te⟩
    don-vi/tram-y-te.yaml:57:8: lỗi[yaml/thieu-truong]: miễn thiếu khóa `nguoi_duyet` (người duyệt) ⟨chặn van_ban · tram-y-te⟩
    ");
}

#[test]
fn what_makes_a_paper_impossible_is_neither_softened_nor_waived() {
    let faulty = || Records::small().set(SCHOOL, "ho_so.to_trinh.trich_yeu", "Về việc 😀");
    let levels = "{van-ban/ky-tu-thieu: tat, van-ban/markdown: canh_bao, ban-mau/typst: tat, van-ban/dau-roi: loi}";
    let checked = faulty().set(CAMPAIGN, "muc_do", levels).check();
    assert_snapshot!(checked.text(), @"
    don-vi/truong-hoa-mai.yaml:35:24: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `😀` (U+1F600) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩
    phong-trao.yaml:81:10: cảnh báo[ho-so/muc-do-la]: không giảm được mức độ của `van-ban/ky-tu-thieu`: còn lỗi này thì chương trình không lập được văn bản
    phong-trao.yaml:81:36: cảnh báo[ho-so/muc-do-la]: không giảm được mức độ của `van-ban/markdown`: còn lỗi này thì chương trình không lập được văn bản
    phong-trao.yaml:81:64: cảnh báo[ho-so/muc-do-la]: không giảm được mức độ của `ban-mau/typst`: còn lỗi này thì chương trình không lập được văn bản
    ");
    assert_eq!(checked.blocked(), ["truong-hoa-mai/to_trinh.pdf"]);
    let waivers = "[{ma: van-ban/ky-tu-thieu, ly_do: Chữ đẹp, nguoi_duyet: Phan Văn Cả}, {ma: ban-mau/pdf, ly_do: Vội, nguoi_duyet: Phan Văn Cả}]";
    let checked = faulty().set(SCHOOL, "mien", waivers).check();
    assert_snapshot!(checked.text(), @"
    don-vi/truong-hoa-mai.yaml:35:24: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `😀` (U+1F600) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩
    don-vi/truong-hoa-mai.yaml:89:13: cảnh báo[ho-so/mien-thua]: không miễn được `van-ban/ky-tu-thieu`: còn lỗi này thì chương trình không lập được văn bản ⟨truong-hoa-mai⟩
    don-vi/truong-hoa-mai.yaml:89:82: cảnh báo[ho-so/mien-thua]: không miễn được `ban-mau/pdf`: còn lỗi này thì chương trình không lập được văn bản ⟨truong-hoa-mai⟩
    ");
    assert_eq!(checked.blocked(), ["truong-hoa-mai/to_trinh.pdf"]);
}

#[test]
fn all_faults_of_a_run_are_told_in_one_pass_and_in_order() {
    let many = |r: Records| {
        r.set(SCHOOL, "ho_so.to_trinh.ngay", "31/6/2026")
            .set(SCHOOL, "dia_dan", "Đồng Mẫu")
            .without(SCHOOL, "ho_so.ban_cam_ket")
            .set(SCHOOL, "de_nghi[bui-thi-sen].xep_loai_nam", "hoan_thanh")
            .set(STATION, "viet_tat", "T Y T")
            .set(RESULTS, "don_vi.tram-y-te.nong_thon_moi.diem", "tám tư")
            .set(CAMPAIGN, "ky_thi_dua.den", "2026-12-31")
            .without(WEST, "ke_hoach")
    };
    assert_snapshot!(after(many), @"
    don-vi/thon-tay.yaml:1:1: cảnh báo[ho-so/ke-hoach-don-vi]: Thôn Tây chưa khai kế hoạch thực hiện phong trào của đơn vị ⟨thon-tay⟩
    don-vi/tram-y-te.yaml:5:11: cảnh báo[van-ban/so-ky-hieu]: chữ viết tắt `T Y T` không dùng trong ký hiệu văn bản được ⟨chặn cap_so · tram-y-te⟩
    don-vi/truong-hoa-mai.yaml:1:1: lỗi[yaml/truong-la]: không có khóa `dia_dan` trong bản ghi đơn vị ⟨chặn van_ban · truong-hoa-mai⟩
    don-vi/truong-hoa-mai.yaml:30:19: lỗi[tieu-chuan/xep-loai]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-6: xếp loại hoàn thành nhiệm vụ, dưới mức hoàn thành tốt nhiệm vụ ⟨chặn danh_sach · truong-hoa-mai⟩
    don-vi/truong-hoa-mai.yaml:34:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Bản cam kết ⟨chặn danh_sach · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:37:11: lỗi[yaml/ngay-sai]: trong lịch không có ngày `31/6/2026` ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩
    ket-qua.yaml:7:27: lỗi[yaml/sai-kieu]: ở đây cần một số, nhưng bản ghi có `tám tư` ⟨chặn danh_sach⟩
    phong-trao.yaml:41:17: cảnh báo[ho-so/han-truoc-minh-chung]: Hạn nộp hồ sơ (15/7/2026) sớm hơn ngày kết thúc kỳ thi đua (31/12/2026), nên khi nộp chưa thể có kết quả xếp loại của cả kỳ
    ");
}

#[test]
fn an_error_in_one_paper_costs_that_paper_alone() {
    let checked = Records::small().set(SCHOOL, "ho_so.to_trinh.ngay", "31/6/2026").check();
    assert_eq!(checked.blocked(), ["truong-hoa-mai/to_trinh.pdf"]);
}

#[test]
fn a_missing_paper_costs_no_other() {
    let checked = Records::small().without(SCHOOL, "ho_so.ban_cam_ket").check();
    assert_eq!(checked.blocked(), Vec::<&str>::new());
    // One paper less, and the letter that asks for it.
    assert_eq!(checked.documents.len(), 17);
    assert!(!checked.document("cong_van_bo_sung/truong-hoa-mai.pdf").blocked);
}

#[test]
fn every_finding_of_every_fixture_is_vietnamese() {
    // The messages themselves are pinned; this reads what they share, the rules' own words.
    for rule in crate::table::rules() {
        let finding = hoso::finding::Finding::new(rule, rule.says);
        assert_eq!(english(&finding), None, "{}", rule.code);
    }
}

#[test]
fn a_misspelt_code_of_a_waiver() {
    let waived = |r: Records, code: &str| {
        r.set(SCHOOL, "mien", &format!("[{{ma: {code}, ly_do: Đã xem xét, nguoi_duyet: Phan Văn Cả}}]"))
    };
    assert_snapshot!(after(|r| waived(r, "ho-so/qua-hang")), @"don-vi/truong-hoa-mai.yaml:88:13: cảnh báo[ho-so/mien-thua]: mục miễn ghi `ho-so/qua-hang`, không phải là mã phát hiện nào miễn được ⟨truong-hoa-mai⟩");
    assert_snapshot!(helps_after(|r| waived(r, "ho-so/qua-hang")), @"sửa thành `ho-so/qua-han`, nếu đúng ý; `hoso explain` liệt kê mọi mã");
    assert_snapshot!(helps_after(|r| waived(r, "muon")), @"xóa mục miễn không còn cần, hoặc sửa lại mã");
}
