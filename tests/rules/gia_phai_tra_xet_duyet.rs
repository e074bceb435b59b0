//! What a fault of reading in `xet-duyet.yaml` costs: papers about the meeting or decision that was misread.

use insta::assert_snapshot;

use crate::support::*;

/// The finding, and what cannot be made; certificates as one.
fn cost(change: impl FnOnce(Records) -> Records) -> String {
    let checked = change(Records::reviewed()).check();
    let blocked = checked.blocked().join(" ");
    for document in checked.documents.iter().filter(|document| !document.blocked) {
        PROGRAM.engine.render(&job(document)).unwrap_or_else(|found| panic!("{}: {found:#?}", document.path));
    }
    format!("{}\n→ {blocked}", checked.text())
}

#[test]
fn a_fault_of_a_meeting_costs_what_follows_from_it() {
    assert_snapshot!(cost(|r| r.set(REVIEW, "hop[1].ket_qua[0].dong_y", "chín")), @"
    xet-duyet.yaml:23:55: lỗi[yaml/sai-kieu]: ở đây cần một số nguyên không âm, nhưng bản ghi có `chín` ⟨chặn van_ban⟩
    → bien_ban_hop-dot-2.pdf to_trinh_khen_thuong-dot-2.pdf thong_bao_ket_qua-dot-2.pdf qd_khen_thuong-giay-khen-dot-2.pdf danh_sach_ky_nhan-giay-khen-dot-2.pdf giay_khen/tram-y-te-tap-the.pdf giay_khen_in_thu-giay-khen-dot-2.pdf
    ");
    assert_snapshot!(cost(|r| r.set(REVIEW, "hop[1].tham_du.chu_tri", "[]")), @"
    xet-duyet.yaml:21:51: lỗi[yaml/sai-kieu]: ở đây cần một dòng chữ, nhưng bản ghi có một danh sách ⟨chặn van_ban⟩
    → bien_ban_hop-dot-2.pdf to_trinh_khen_thuong-dot-2.pdf thong_bao_ket_qua-dot-2.pdf qd_khen_thuong-giay-khen-dot-2.pdf danh_sach_ky_nhan-giay-khen-dot-2.pdf giay_khen/tram-y-te-tap-the.pdf giay_khen_in_thu-giay-khen-dot-2.pdf
    ");
    // Which meeting is the first cannot be told.
    assert_snapshot!(cost(|r| r.set(REVIEW, "hop[0].ma", "Đợt 1")), @r"
    xet-duyet.yaml:4:9: lỗi[yaml/ma-sai]: `Đợt 1` không dùng làm mã được ⟨chặn van_ban⟩
    → bien_ban_hop.pdf to_trinh_khen_thuong.pdf thong_bao_ket_qua.pdf qd_khen_thuong.pdf danh_sach_ky_nhan.pdf giay_khen/tram-y-te-tap-the.pdf giay_khen_in_thu.pdf
    ");
}

#[test]
fn a_fault_of_a_decision_costs_its_own_papers() {
    assert_snapshot!(cost(|r| r.set(REVIEW, "quyet_dinh[1].ngay", "31/6/2026")), @"
    xet-duyet.yaml:26:54: lỗi[yaml/ngay-sai]: trong lịch không có ngày `31/6/2026` ⟨chặn van_ban⟩
    → qd_khen_thuong-thu-khen-dot-1.pdf giay_khen/truong-hoa-mai-bui-thi-sen.pdf giay_khen_in_thu-thu-khen-dot-1.pdf
    ");
    assert_snapshot!(cost(|r| r.set(REVIEW, "quyet_dinh[2].nguoi_kyy", "A")), @"
    xet-duyet.yaml:27:6: lỗi[yaml/truong-la]: không có khóa `nguoi_kyy` trong quyết định khen thưởng ⟨chặn van_ban⟩
    → so_khen_thuong.pdf qd_khen_thuong-giay-khen-dot-2.pdf danh_sach_ky_nhan-giay-khen-dot-2.pdf giay_khen/tram-y-te-tap-the.pdf giay_khen_in_thu-giay-khen-dot-2.pdf
    ");
}

#[test]
fn a_letter_that_cannot_be_printed_costs_what_prints_it() {
    assert_snapshot!(cost(|r| r.set(REVIEW, "hop[1].dia_diem", "Nhà 鄉")), @"
    xet-duyet.yaml:17:19: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `鄉` (U+9109) ⟨chặn van_ban⟩
    → bien_ban_hop-dot-2.pdf to_trinh_khen_thuong-dot-2.pdf thong_bao_ket_qua-dot-2.pdf qd_khen_thuong-giay-khen-dot-2.pdf danh_sach_ky_nhan-giay-khen-dot-2.pdf giay_khen/tram-y-te-tap-the.pdf giay_khen_in_thu-giay-khen-dot-2.pdf
    ");
    assert_snapshot!(cost(|r| r.set(REVIEW, "ghi_chu", "Nhà 鄉")), @r"
    xet-duyet.yaml:1:14: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `鄉` (U+9109)
    →
    ");
}

#[test]
fn what_no_paper_prints_costs_none() {
    assert_snapshot!(cost(|r| r.set(REVIEW, "hoi_nghi.ngay", "31/6/2026")), @r"
    xet-duyet.yaml:2:18: lỗi[yaml/ngay-sai]: trong lịch không có ngày `31/6/2026`
    →
    ");
}

#[test]
fn a_fault_of_a_head_costs_that_paper() {
    let heads = |text: &str| format!("van_ban:\n  {text}\n");
    assert_snapshot!(cost(|r| r.append(REVIEW, &heads("to_trinh_khen_thuong: {dot-1: {so: A}}"))), @"
    xet-duyet.yaml:29:38: lỗi[yaml/sai-kieu]: ở đây cần một số văn bản (ví dụ 15 hoặc 12a), nhưng bản ghi có `A` ⟨chặn van_ban · to_trinh_khen_thuong/dot-1⟩
    → to_trinh_khen_thuong.pdf
    ");
    assert_snapshot!(cost(|r| r.append(REVIEW, &heads("to_trinh_khen_thuong: {so: A}"))), @"
    xet-duyet.yaml:29:30: lỗi[yaml/sai-kieu]: ở đây cần một số văn bản (ví dụ 15 hoặc 12a), nhưng bản ghi có `A` ⟨chặn van_ban · to_trinh_khen_thuong⟩
    → to_trinh_khen_thuong.pdf
    ");
    assert_snapshot!(cost(|r| r.append(REVIEW, &heads("thong_bao_ket_qua: {dot-2: {soo: 1}}"))), @"
    xet-duyet.yaml:29:31: lỗi[yaml/truong-la]: không có khóa `soo` trong văn bản ⟨chặn van_ban · thong_bao_ket_qua/dot-2⟩
    → thong_bao_ket_qua-dot-2.pdf
    ");
    assert_snapshot!(cost(|r| r.append(REVIEW, &heads("thu_cam_on: {so: 1}"))), @"
    xet-duyet.yaml:29:3: lỗi[yaml/truong-la]: không có loại văn bản chung `thu_cam_on` ⟨chặn cap_so⟩
    →
    ");
    let letter = "cong_van_bo_sung: {truong-hoa-mai: {han: 2026-13-01}}";
    let lacking =
        |r: Records| r.without(SCHOOL, "ho_so.ban_cam_ket").without(REVIEW, "hop").without(REVIEW, "quyet_dinh");
    assert_snapshot!(cost(|r| lacking(r).append(REVIEW, &heads(letter))), @r"
    don-vi/truong-hoa-mai.yaml:33:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Bản cam kết ⟨chặn danh_sach · truong-hoa-mai · ban_cam_ket⟩
    xet-duyet.yaml:4:44: lỗi[yaml/ngay-sai]: trong lịch không có ngày `2026-13-01` ⟨chặn van_ban · cong_van_bo_sung/truong-hoa-mai⟩
    → cong_van_bo_sung/truong-hoa-mai.pdf
    ");
}

/// A paper drawn from results is not made with somebody left out.
#[test]
fn a_result_on_nobody_costs_what_would_leave_one_out() {
    let wrong = |from: &str, to: &str| {
        let checked = Records::reviewed().replace(REVIEW, from, to).check();
        checked.blocked().join("\n")
    };
    let chosen = "de_nghi: bui-thi-sen, dong_y: 7";
    assert_snapshot!(wrong(chosen, "de_nghi: khong-ai, dong_y: 7"), @"
    so_khen_thuong.pdf
    phieu_bau.pdf
    bien_ban_kiem_phieu.pdf
    bien_ban_hop.pdf
    to_trinh_khen_thuong.pdf
    thong_bao_ket_qua.pdf
    qd_khen_thuong.pdf
    qd_khen_thuong-thu-khen-dot-1.pdf
    danh_sach_ky_nhan.pdf
    giay_khen/truong-hoa-mai-tap-the.pdf
    giay_khen_in_thu.pdf
    giay_khen_in_thu-thu-khen-dot-1.pdf
    ");
    // Who was not chosen is submitted nowhere.
    let refused = "{don_vi: tram-y-te, de_nghi: tap-the, dong_y: 5";
    assert_snapshot!(wrong(refused, "{don_vi: tram-y-te, de_nghi: khong-ai, dong_y: 5"), @"
    so_khen_thuong.pdf
    phieu_bau.pdf
    bien_ban_kiem_phieu.pdf
    bien_ban_hop.pdf
    to_trinh_khen_thuong.pdf
    thong_bao_ket_qua.pdf
    qd_khen_thuong.pdf
    qd_khen_thuong-thu-khen-dot-1.pdf
    danh_sach_ky_nhan.pdf
    giay_khen/truong-hoa-mai-tap-the.pdf
    giay_khen/truong-hoa-mai-bui-thi-sen.pdf
    giay_khen_in_thu.pdf
    giay_khen_in_thu-thu-khen-dot-1.pdf
    ");
    // An award that there is not may be the one decided on.
    assert_snapshot!(wrong("ket_qua: thu_khen}", "ket_qua: thu_ken}"), @"
    so_khen_thuong.pdf
    phieu_bau.pdf
    bien_ban_kiem_phieu.pdf
    bien_ban_hop.pdf
    to_trinh_khen_thuong.pdf
    thong_bao_ket_qua.pdf
    qd_khen_thuong.pdf
    qd_khen_thuong-thu-khen-dot-1.pdf
    danh_sach_ky_nhan.pdf
    giay_khen/truong-hoa-mai-tap-the.pdf
    giay_khen_in_thu.pdf
    giay_khen_in_thu-thu-khen-dot-1.pdf
    ");
}
