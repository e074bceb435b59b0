//! The family `tieu-chuan/`: the criteria of the campaign.

use insta::assert_snapshot;

use crate::after;
use crate::support::*;

#[test]
fn a_grade_below_the_least() {
    assert_snapshot!(after(|r| r.set(RESULTS, "don_vi.tram-y-te.nong_thon_moi.xep_loai", "kha")), @"ket-qua.yaml:7:41: lỗi[tieu-chuan/xep-loai]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-2: xếp loại khá, dưới mức tốt ⟨chặn danh_sach · tram-y-te⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "de_nghi[bui-thi-sen].xep_loai_nam", "hoan_thanh")), @"don-vi/truong-hoa-mai.yaml:29:19: lỗi[tieu-chuan/xep-loai]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-6: xếp loại hoàn thành nhiệm vụ, dưới mức hoàn thành tốt nhiệm vụ ⟨chặn danh_sach · truong-hoa-mai⟩");
}

#[test]
fn a_grade_that_is_not_announced_is_unknown_whatever_the_unit_says() {
    let own = |r: Records| {
        r.without(RESULTS, "don_vi.tram-y-te").set(STATION, "de_nghi[tap-the].xep_loai", "{nong_thon_moi: xuat_sac}")
    };
    assert_snapshot!(after(own), @"don-vi/tram-y-te.yaml:12:5: cảnh báo[tieu-chuan/chua-ro]: Trạm Y tế xã Đồng Mẫu chưa xét được tiêu chuẩn M-2: chưa có kết quả xếp loại ⟨tram-y-te⟩");
}

#[test]
fn an_individual_judged_by_what_is_announced_is_judged_by_the_unit() {
    let by_unit = |grade: &str| {
        let graded = format!("{{nong_thon_moi: {{diem: 70, xep_loai: {grade}}}}}");
        Records::small().set(CAMPAIGN, "tieu_chi[M-2].doi_tuong", "ca_nhan").set(
            RESULTS,
            "don_vi.truong-hoa-mai",
            &graded,
        )
    };
    assert_snapshot!(by_unit("kha").check().text(), @"ket-qua.yaml:5:42: lỗi[tieu-chuan/xep-loai]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-2: đơn vị xếp loại khá, dưới mức tốt ⟨chặn danh_sach · truong-hoa-mai⟩");
    let unknown =
        Records::small().set(CAMPAIGN, "tieu_chi[M-2].doi_tuong", "ca_nhan").without(RESULTS, "don_vi.truong-hoa-mai");
    assert_snapshot!(unknown.check().text(), @"don-vi/truong-hoa-mai.yaml:22:5: cảnh báo[tieu-chuan/chua-ro]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa xét được tiêu chuẩn M-2: chưa có kết quả xếp loại của đơn vị ⟨truong-hoa-mai⟩");
    assert_snapshot!(unknown.check().helps(), @"ghi kết quả `nong_thon_moi` vào ket-qua.yaml (điểm b khoản 1 Mục II Kế hoạch)");
}

#[test]
fn what_is_unknown_says_which_key_is_missing_in_the_remedy_only() {
    let helps = |path: &str| Records::small().without(SCHOOL, path).check().helps();
    assert_snapshot!(helps("ky_luat"), @"ghi khóa `ky_luat`; không có người bị kỷ luật thì ghi `ky_luat: []` (điểm d khoản 1 Mục II Kế hoạch)");
    assert_snapshot!(helps("nhiem_vu"), @"ghi `nhiem_vu: {duoc_giao, hoan_thanh, dung_han}` của đơn vị (điểm a khoản 1 Mục II Kế hoạch)");
    assert_snapshot!(helps("de_nghi[bui-thi-sen].khai_bao"), @"ghi `khong_bi_to_cao` vào `khai_bao` sau khi đã xác minh (điểm c khoản 2 Mục II Kế hoạch)");
    assert_snapshot!(helps("de_nghi[bui-thi-sen].doi_tuong"), @"ghi `doi_tuong` của người được đề nghị (điểm b khoản 2 Mục II Kế hoạch)");
    assert_snapshot!(helps("de_nghi[bui-thi-sen].xep_loai_nam"), @"ghi `xep_loai_nam` của cá nhân vào bản ghi đơn vị (điểm a khoản 2 Mục II Kế hoạch)");
}

#[test]
fn a_grade_nobody_announces_is_the_nominees_own() {
    let own = |r: Records| {
        r.remove(RESULTS).set(STATION, "de_nghi[tap-the].xep_loai", "{nong_thon_moi: kha}").set(
            SCHOOL,
            "de_nghi[tap-the].xep_loai",
            "{nong_thon_moi: tot}",
        )
    };
    assert_snapshot!(after(own), @"don-vi/tram-y-te.yaml:12:31: lỗi[tieu-chuan/xep-loai]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-2: xếp loại khá, dưới mức tốt ⟨chặn danh_sach · tram-y-te⟩");
}

#[test]
fn a_grade_outside_its_scale_is_reported_once() {
    assert_snapshot!(after(|r| r.set(RESULTS, "don_vi.tram-y-te.nong_thon_moi.xep_loai", "tott")), @"ket-qua.yaml:7:41: lỗi[tieu-chuan/thang-xep-loai]: `tott` không phải là một bậc của thang `nong_thon_moi` ⟨chặn danh_sach · tram-y-te⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "de_nghi[bui-thi-sen].xep_loai_nam", "gioi")), @"don-vi/truong-hoa-mai.yaml:29:19: lỗi[tieu-chuan/thang-xep-loai]: `gioi` không phải là một bậc của thang `xep_loai_nam` ⟨chặn danh_sach · truong-hoa-mai⟩");
}

#[test]
fn a_criterion_whose_scale_or_least_grade_is_not_declared() {
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "thang_xep_loai.xep_loai_nam")), @"phong-trao.yaml:66:57: lỗi[tieu-chuan/thang-xep-loai]: không có thang xếp loại nào tên `xep_loai_nam` (thang_xep_loai của phong-trao.yaml) ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-6].toi_thieu", "gioi")), @"phong-trao.yaml:66:82: lỗi[tieu-chuan/thang-xep-loai]: `gioi` không phải là một bậc của thang `xep_loai_nam` ⟨chặn danh_sach⟩");
}

#[test]
fn evidence_that_is_not_there() {
    assert_snapshot!(after(|r| r.without(STATION, "de_nghi[tap-the].minh_chung")), @"don-vi/tram-y-te.yaml:12:5: lỗi[tieu-chuan/minh-chung]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-3: chưa có minh chứng (sáng kiến hoặc mô hình mới), cần ít nhất 01 ⟨chặn danh_sach · tram-y-te⟩");
}

#[test]
fn evidence_without_what_proves_it() {
    assert_snapshot!(after(|r| r.without(STATION, "de_nghi[tap-the].minh_chung[0].mo_ta")), @"don-vi/tram-y-te.yaml:18:9: lỗi[tieu-chuan/minh-chung]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-3: minh chứng “Tủ thuốc thôn” chưa có mô tả ⟨chặn danh_sach · tram-y-te⟩");
    assert_snapshot!(after(|r| r.without(SCHOOL, "de_nghi[tap-the].minh_chung[0].quyet_dinh.so")), @"don-vi/truong-hoa-mai.yaml:19:9: lỗi[tieu-chuan/minh-chung]: Trường Tiểu học Hoa Mai chưa đạt tiêu chuẩn M-3: minh chứng “Vườn rau sạch trong trường học” chưa có số, ngày quyết định công nhận ⟨chặn danh_sach · truong-hoa-mai⟩");
}

#[test]
fn what_evidence_of_a_kind_of_the_campaigns_own_needs() {
    let own = |declared: &str| {
        let declared = declared.to_owned();
        move |r: Records| {
            let r = r.set(CAMPAIGN, "tieu_chi[M-3].loai", "[sang_kien, cong_trinh]").set(
                STATION,
                "de_nghi[tap-the].minh_chung[0].loai",
                "cong_trinh",
            );
            if declared.is_empty() { r } else { r.set(CAMPAIGN, "loai_minh_chung", &declared) }
        }
    };
    // As a recognised initiative, where the campaign does not say.
    assert_snapshot!(after(own("")), @"don-vi/tram-y-te.yaml:18:9: lỗi[tieu-chuan/minh-chung]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-3: minh chứng “Tủ thuốc thôn” chưa có số, ngày quyết định công nhận ⟨chặn danh_sach · tram-y-te⟩");
    assert_eq!(after(own("{cong_trinh: {ten: công trình, can: [mo_ta]}}")), "");
    assert_eq!(after(own("{cong_trinh: {can: []}}")), "");
    assert_snapshot!(after(own("{cong_trinh: {ten: công trình, can: [mo_ta, quyet_dinh]}}")), @"don-vi/tram-y-te.yaml:18:9: lỗi[tieu-chuan/minh-chung]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-3: minh chứng “Tủ thuốc thôn” chưa có số, ngày quyết định công nhận ⟨chặn danh_sach · tram-y-te⟩");
    let bare =
        |r: Records| own("{cong_trinh: {can: [mo_ta]}}")(r).without(STATION, "de_nghi[tap-the].minh_chung[0].mo_ta");
    assert_snapshot!(after(bare), @"don-vi/tram-y-te.yaml:18:9: lỗi[tieu-chuan/minh-chung]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-3: minh chứng “Tủ thuốc thôn” chưa có mô tả ⟨chặn danh_sach · tram-y-te⟩");
    // What cannot be read is said where it stands, and nobody is said to lack it.
    assert_snapshot!(after(own("{cong_trinh: {can: [mo_taa]}}")), @"phong-trao.yaml:2:38: lỗi[yaml/gia-tri-la]: `mo_taa` không phải là thông tin bắt buộc của minh chứng ⟨chặn danh_sach⟩");
    assert_snapshot!(after(own("{cong_trihn: {can: [mo_ta]}}")), @"phong-trao.yaml:2:19: lỗi[phong-trao/tieu-chi]: loại minh chứng `cong_trihn` không được dùng ở đâu, trong khi `cong_trinh`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn danh_sach⟩");
    // A kind of the program's own can be changed too.
    let changed = |r: Records| {
        r.without(SCHOOL, "de_nghi[tap-the].minh_chung[0].quyet_dinh").set(
            CAMPAIGN,
            "loai_minh_chung",
            "{sang_kien: {can: []}}",
        )
    };
    assert_eq!(after(changed), "");
    // What it is called.
    let lacking =
        |r: Records| own("{cong_trinh: {ten: công trình của dân}}")(r).without(STATION, "de_nghi[tap-the].minh_chung");
    assert_snapshot!(after(lacking), @"don-vi/tram-y-te.yaml:12:5: lỗi[tieu-chuan/minh-chung]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-3: chưa có minh chứng (sáng kiến hoặc công trình của dân), cần ít nhất 01 ⟨chặn danh_sach · tram-y-te⟩");
}

#[test]
fn evidence_of_another_kind_does_not_count() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-3].loai", "[sang_kien]")), @"don-vi/tram-y-te.yaml:17:5: lỗi[tieu-chuan/minh-chung]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-3: chưa có minh chứng (sáng kiến), cần ít nhất 01 ⟨chặn danh_sach · tram-y-te⟩");
}

#[test]
fn more_evidence_is_asked_for_than_there_is() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-3].it_nhat", "2")), @r"
    don-vi/tram-y-te.yaml:17:5: lỗi[tieu-chuan/minh-chung]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-3: mới có 01 minh chứng (sáng kiến hoặc mô hình mới), cần ít nhất 02 ⟨chặn danh_sach · tram-y-te⟩
    don-vi/truong-hoa-mai.yaml:18:5: lỗi[tieu-chuan/minh-chung]: Trường Tiểu học Hoa Mai chưa đạt tiêu chuẩn M-3: mới có 01 minh chứng (sáng kiến hoặc mô hình mới), cần ít nhất 02 ⟨chặn danh_sach · truong-hoa-mai⟩
    ");
}

#[test]
fn a_disciplinary_measure_within_the_year() {
    let measure = "[{ho_ten: Tạ Văn Muộn, hinh_thuc: Khiển trách, ngay: 2026-03-03}]";
    assert_snapshot!(after(|r| r.set(SCHOOL, "ky_luat", measure)), @"don-vi/truong-hoa-mai.yaml:8:11: lỗi[tieu-chuan/ky-luat]: Trường Tiểu học Hoa Mai chưa đạt tiêu chuẩn M-4: có người bị kỷ luật khiển trách trong năm: Tạ Văn Muộn ⟨chặn danh_sach · truong-hoa-mai⟩");
    assert_eq!(after(|r| r.set(SCHOOL, "ky_luat", &measure.replace("2026", "2025"))), "");
}

#[test]
fn discipline_that_is_not_declared_is_unknown() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "ky_luat")), @"don-vi/truong-hoa-mai.yaml:11:5: cảnh báo[tieu-chuan/chua-ro]: Trường Tiểu học Hoa Mai chưa xét được tiêu chuẩn M-4: đơn vị chưa khai có người bị kỷ luật hay không ⟨truong-hoa-mai⟩");
}

#[test]
fn a_nominee_outside_the_circle() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "de_nghi[bui-thi-sen].doi_tuong", "hop_dong")), @"don-vi/truong-hoa-mai.yaml:28:16: cảnh báo[tieu-chuan/doi-tuong]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-7: là người lao động theo hợp đồng, không thuộc viên chức, công chức ⟨truong-hoa-mai⟩");
    assert_snapshot!(after(|r| r.without(SCHOOL, "de_nghi[bui-thi-sen].doi_tuong")), @"don-vi/truong-hoa-mai.yaml:22:5: cảnh báo[tieu-chuan/chua-ro]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa xét được tiêu chuẩn M-7: chưa khai đối tượng (cán bộ, công chức, viên chức hay đối tượng khác) ⟨truong-hoa-mai⟩");
}

/// M-7 asks that a key of the nominee be one of these values.
fn asks(key: &str, values: &str) -> impl Fn(Records) -> Records {
    move |r| r.set(CAMPAIGN, "tieu_chi[M-7].khoa", key).set(CAMPAIGN, "tieu_chi[M-7].cho_phep", values)
}

#[test]
fn membership_over_any_key_of_a_nominee() {
    let mother = |r: Records| r.set(SCHOOL, "de_nghi[bui-thi-sen].quan_he", "phu_huynh");
    assert_eq!(after(|r| mother(asks("quan_he", "[phu_huynh, hoi_vien]")(r))), "");
    assert_snapshot!(after(|r| mother(asks("quan_he", "[hoi_vien]")(r))), @"don-vi/truong-hoa-mai.yaml:22:14: cảnh báo[tieu-chuan/doi-tuong]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-7: quan hệ với đơn vị là phu huynh, không thuộc hoi vien ⟨truong-hoa-mai⟩");
    assert_snapshot!(after(asks("quan_he", "[phu_huynh]")), @"don-vi/truong-hoa-mai.yaml:22:5: cảnh báo[tieu-chuan/chua-ro]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa xét được tiêu chuẩn M-7: chưa khai quan hệ với đơn vị ⟨truong-hoa-mai⟩");
    assert_snapshot!(after(asks("gioi_tinh", "[nam]")), @"don-vi/truong-hoa-mai.yaml:22:5: cảnh báo[tieu-chuan/doi-tuong]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-7: giới tính là nữ, không thuộc nam ⟨truong-hoa-mai⟩");
    // Posts are written by people, with or without a capital.
    assert_eq!(after(asks("chuc_vu", "[giáo viên]")), "");
    assert_snapshot!(after(asks("chuc_vu", "[Hiệu trưởng]")), @"don-vi/truong-hoa-mai.yaml:27:14: cảnh báo[tieu-chuan/doi-tuong]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-7: là Giáo viên, không thuộc Hiệu trưởng ⟨truong-hoa-mai⟩");
    assert_snapshot!(after(asks("bo_phan", "[Tổ 1]")), @"don-vi/truong-hoa-mai.yaml:22:5: cảnh báo[tieu-chuan/chua-ro]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa xét được tiêu chuẩn M-7: chưa khai bộ phận ⟨truong-hoa-mai⟩");
    assert_eq!(after(asks("xep_loai_nam", "[hoan_thanh_tot]")), "");
    assert_snapshot!(after(asks("loai_don_vi", "[tram_y_te]")), @"don-vi/truong-hoa-mai.yaml:3:7: cảnh báo[tieu-chuan/doi-tuong]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-7: loại đơn vị là Trường học, không thuộc Trạm Y tế ⟨truong-hoa-mai⟩");
    assert_snapshot!(asks("quan_he", "[phu_huynh]")(Records::small()).check().helps(), @"ghi `quan_he` của người được đề nghị (điểm b khoản 2 Mục II Kế hoạch)");
}

#[test]
fn membership_over_a_key_that_no_record_has() {
    assert_snapshot!(after(asks("quan_hee", "[phu_huynh]")), @"phong-trao.yaml:67:54: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-7 (kiểu `thuoc`) xét khóa `quan_hee`, không phải khóa nào của người được đề nghị hay thang xếp loại nào đã khai ⟨chặn danh_sach⟩");
    let remedy = |key: &str, values: &str| asks(key, values)(Records::small()).check().helps();
    assert_snapshot!(remedy("quan_hee", "[phu_huynh]"), @"sửa thành `quan_he`, nếu đúng ý; các khóa dùng được: doi_tuong, hinh_thuc, du_phong, loai, gioi_tinh, chuc_vu, bo_phan, quan_he, que_quan, tru_quan, trinh_do, xep_loai_nam, loai_don_vi, nong_thon_moi (điểm b khoản 2 Mục II Kế hoạch)");
    assert_snapshot!(remedy("chieu_cao", "[cao]"), @"các khóa dùng được: doi_tuong, hinh_thuc, du_phong, loai, gioi_tinh, chuc_vu, bo_phan, quan_he, que_quan, tru_quan, trinh_do, xep_loai_nam, loai_don_vi, nong_thon_moi (điểm b khoản 2 Mục II Kế hoạch)");
    // What `ten_goi` names is the campaign's own.
    let own = |r: Records| {
        asks("suc_khoe", "[loai_1]")(r).set(CAMPAIGN, "ten_goi", "{suc_khoe: sức khỏe}").set(
            SCHOOL,
            "de_nghi[bui-thi-sen].xep_loai",
            "{suc_khoe: loai_1}",
        )
    };
    assert_eq!(after(own), "");
}

#[test]
fn membership_of_values_that_cannot_be_written() {
    assert_snapshot!(after(asks("gioi_tinh", "[nuw]")), @"phong-trao.yaml:67:76: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-7 (kiểu `thuoc`) chấp nhận `nuw`, không phải giá trị nào của khóa `gioi_tinh` ⟨chặn danh_sach⟩");
    assert_snapshot!(after(asks("hinh_thuc", "[thu_ken]")), @"phong-trao.yaml:67:76: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-7 (kiểu `thuoc`) chấp nhận `thu_ken`, không phải giá trị nào của khóa `hinh_thuc` ⟨chặn danh_sach⟩");
    assert_snapshot!(after(asks("xep_loai_nam", "[hoan_thanh_totn]")), @"phong-trao.yaml:67:79: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-7 (kiểu `thuoc`) chấp nhận `hoan_thanh_totn`, không phải giá trị nào của khóa `xep_loai_nam` ⟨chặn danh_sach⟩");
    assert_snapshot!(asks("gioi_tinh", "[nuw]")(Records::small()).check().helps(), @"sửa thành `nu`, nếu đúng ý; các giá trị ghi được: nam, nu (điểm b khoản 2 Mục II Kế hoạch)");
}

#[test]
fn a_declaration_that_is_refused_or_not_made() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "de_nghi[bui-thi-sen].khai_bao.khong_bi_to_cao", "false")), @"don-vi/truong-hoa-mai.yaml:32:33: cảnh báo[tieu-chuan/cam-doan]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-8: không cam đoan được nội dung này ⟨truong-hoa-mai⟩");
    assert_snapshot!(after(|r| r.without(SCHOOL, "de_nghi[bui-thi-sen].khai_bao")), @"don-vi/truong-hoa-mai.yaml:22:5: cảnh báo[tieu-chuan/chua-ro]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa xét được tiêu chuẩn M-8: chưa có cam đoan về nội dung này ⟨truong-hoa-mai⟩");
    // The unit may declare it for all its people.
    let by_unit = |r: Records| {
        r.without(SCHOOL, "de_nghi[bui-thi-sen].khai_bao").set(SCHOOL, "khai_bao", "{khong_bi_to_cao: true}")
    };
    assert_eq!(after(by_unit), "");
}

#[test]
fn tasks_that_were_late_and_not_explained() {
    assert_snapshot!(after(|r| r.without(STATION, "nhiem_vu.giai_trinh")), @"don-vi/tram-y-te.yaml:7:51: cảnh báo[tieu-chuan/nhiem-vu]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-1: 04/05 nhiệm vụ hoàn thành đúng hạn, chưa có giải trình ⟨tram-y-te⟩");
    assert_snapshot!(after(|r| r.without(STATION, "nhiem_vu")), @"don-vi/tram-y-te.yaml:11:5: cảnh báo[tieu-chuan/chua-ro]: Trạm Y tế xã Đồng Mẫu chưa xét được tiêu chuẩn M-1: đơn vị chưa khai số nhiệm vụ được giao và kết quả thực hiện ⟨tram-y-te⟩");
}

#[test]
fn a_report_without_a_section_that_the_contest_asks_for() {
    assert_snapshot!(after(|r| r.replace(STATION, "# Kết quả", "# Việc đã làm")), @"don-vi/tram-y-te.yaml:54:9: cảnh báo[tieu-chuan/de-muc]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-5: báo cáo thành tích chưa có mục “Kết quả” ⟨tram-y-te⟩");
    let empty = "|\n# Kết quả\n\n# Thành tích\n\nTrạm khám tại nhà.";
    assert_snapshot!(after(|r| r.set(STATION, "ho_so.bao_cao_tom_tat.tap-the.noi_dung", empty)), @"don-vi/tram-y-te.yaml:54:9: cảnh báo[tieu-chuan/de-muc]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-5: mục “Kết quả” trong báo cáo còn trống ⟨tram-y-te⟩");
}

#[test]
fn what_only_people_can_tell_is_not_said() {
    let checked = Records::small().check();
    assert!(checked.loaded.campaign.as_ref().unwrap().criteria.iter().any(|c| c.code.value == "M-9"));
    checked.none("tieu-chuan/chua-ro");
}

#[test]
fn a_criterion_about_a_list_that_no_record_has() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-4].khoa", "khieu_nai")), @"phong-trao.yaml:64:63: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-4 (kiểu `danh_sach_rong`) xét danh sách `khieu_nai`, bản ghi chỉ có danh sách `ky_luat` ⟨chặn danh_sach⟩");
}

#[test]
fn criteria_are_not_about_nominees_who_withdrew() {
    let withdrawn = "{ngay: 2026-07-11, ly_do: Xin rút}";
    let unclear = |r: Records| {
        r.without(SCHOOL, "de_nghi[bui-thi-sen].xep_loai_nam").set(SCHOOL, "de_nghi[bui-thi-sen].rut", withdrawn)
    };
    assert_eq!(after(unclear), "");
}

#[test]
fn a_declaration_that_no_criterion_asks_for() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "khai_bao", "{khong_ai_hoi: true}")), @"don-vi/truong-hoa-mai.yaml:1:12: cảnh báo[tieu-chuan/khai-bao-la]: không có tiêu chuẩn nào xét điều khai `khong_ai_hoi` ⟨truong-hoa-mai⟩");
}

#[test]
fn a_criterion_whose_scale_is_not_declared_is_said_once() {
    assert_snapshot!(after(|r| r.replace(CAMPAIGN, "  nong_thon_moi: [", "  thon_sach: [")), @"phong-trao.yaml:62:57: lỗi[tieu-chuan/thang-xep-loai]: không có thang xếp loại nào tên `nong_thon_moi` (thang_xep_loai của phong-trao.yaml) ⟨chặn danh_sach⟩");
}

#[test]
fn a_grading_under_a_misspelt_key_is_one_finding() {
    let one = |r: Records| r.replace(RESULTS, "  tram-y-te:\n    nong_thon_moi:", "  tram-y-te:\n    nong_thon_mo:");
    assert_snapshot!(after(one), @"ket-qua.yaml:7:5: lỗi[tieu-chuan/thang-xep-loai]: không có thang xếp loại nào tên `nong_thon_mo` (thang_xep_loai của phong-trao.yaml) ⟨chặn danh_sach · tram-y-te⟩");
    assert_snapshot!(one(Records::small()).check().helps(), @"sửa thành `nong_thon_moi`, nếu đúng ý; các từ được dùng: nong_thon_moi, xep_loai_nam (thang xếp loại của phong trào)");
    // Where every unit's is: one each, since each is to be mended.
    assert_snapshot!(after(|r| r.replace(RESULTS, "nong_thon_moi:", "nong_thon_mo:")), @"
    ket-qua.yaml:5:5: lỗi[tieu-chuan/thang-xep-loai]: không có thang xếp loại nào tên `nong_thon_mo` (thang_xep_loai của phong-trao.yaml) ⟨chặn danh_sach · truong-hoa-mai⟩
    ket-qua.yaml:7:5: lỗi[tieu-chuan/thang-xep-loai]: không có thang xếp loại nào tên `nong_thon_mo` (thang_xep_loai của phong-trao.yaml) ⟨chặn danh_sach · tram-y-te⟩
    ");
    // Where nobody announces such grades, in the unit's own record.
    let own = |r: Records| {
        r.remove(RESULTS).set(STATION, "de_nghi[tap-the].xep_loai", "{nong_thon_mo: tot}").set(
            SCHOOL,
            "de_nghi[tap-the].xep_loai",
            "{nong_thon_moi: tot}",
        )
    };
    assert_snapshot!(after(own), @"don-vi/tram-y-te.yaml:12:16: lỗi[tieu-chuan/thang-xep-loai]: không có thang xếp loại nào tên `nong_thon_mo` (thang_xep_loai của phong-trao.yaml) ⟨chặn danh_sach · tram-y-te⟩");
}

#[test]
fn gradings_under_a_misspelt_unit_are_one_finding() {
    assert_snapshot!(after(|r| r.replace(RESULTS, "  tram-y-te:", "  tram-y-tee:")), @"ket-qua.yaml:6:3: lỗi[ho-so/don-vi-la]: kết quả của `tram-y-tee`, không có trong danh sách `don_vi` ⟨chặn danh_sach⟩");
    // A stranger that resembles nobody takes nothing from the unit that is not graded.
    assert_snapshot!(after(|r| r.replace(RESULTS, "  tram-y-te:", "  buu-dien:")), @"
    don-vi/tram-y-te.yaml:12:5: cảnh báo[tieu-chuan/chua-ro]: Trạm Y tế xã Đồng Mẫu chưa xét được tiêu chuẩn M-2: chưa có kết quả xếp loại ⟨tram-y-te⟩
    ket-qua.yaml:6:3: lỗi[ho-so/don-vi-la]: kết quả của `buu-dien`, không có trong danh sách `don_vi` ⟨chặn danh_sach⟩
    ");
}

#[test]
fn a_criterion_about_the_kind_of_unit_says_nothing_of_an_unknown_kind() {
    let about_kind = |r: Records| {
        r.set(CAMPAIGN, "tieu_chi[M-7].khoa", "loai_don_vi").set(CAMPAIGN, "tieu_chi[M-7].cho_phep", "[truong_hoc]")
    };
    assert_eq!(after(about_kind), "");
    let checked = about_kind(Records::small()).set(SCHOOL, "loai", "truong_hocc").check();
    assert_eq!(checked.finding("ho-so/loai-don-vi").unit.as_deref(), Some("truong-hoa-mai"));
    assert_eq!(checked.findings.len(), 1, "{}", checked.text());
}

#[test]
fn evidence_for_a_criterion_that_is_none_or_another() {
    let of = |code: &str| after(|r| r.set(SCHOOL, "de_nghi[tap-the].minh_chung[0].tieu_chi", code));
    assert_eq!(of("M-3"), "");
    assert_eq!(of("M-9"), "", "people weigh evidence too");
    assert_snapshot!(of("M-33"), @"don-vi/truong-hoa-mai.yaml:19:19: lỗi[tieu-chuan/minh-chung-la]: phong trào không có tiêu chuẩn `M-33` ⟨chặn danh_sach · truong-hoa-mai⟩");
    assert_snapshot!(of("M-2"), @"don-vi/truong-hoa-mai.yaml:19:19: lỗi[tieu-chuan/minh-chung-la]: tiêu chuẩn M-2 không xét bằng minh chứng ⟨chặn danh_sach · truong-hoa-mai⟩");
}

#[test]
fn no_task_is_said_in_words() {
    let school = |tasks: &str| Records::small().set(SCHOOL, "nhiem_vu", tasks).check();
    let none_given = school("{duoc_giao: 0, hoan_thanh: 0, dung_han: 0}");
    assert_eq!(none_given.none("tieu-chuan/nhiem-vu").verdict("M-1"), "Đạt");
    let checklist = none_given.document("truong-hoa-mai/phieu_kiem_tra_ho_so.pdf").data.to_string();
    assert!(checklist.contains("Không được giao nhiệm vụ nào"), "{checklist}");
    let none_on_time = school("{duoc_giao: 6, hoan_thanh: 5, dung_han: 0}");
    assert_snapshot!(none_on_time.finding("tieu-chuan/nhiem-vu").message, @"Trường Tiểu học Hoa Mai chưa đạt tiêu chuẩn M-1: không có nhiệm vụ nào hoàn thành đúng hạn trong số 06 nhiệm vụ được giao, chưa có giải trình");
    let none_present = Records::small().set(SCHOOL, "ho_so.trich_bien_ban.hop.co_mat", "0").check();
    assert!(!none_present.text().contains("00 "), "{}", none_present.text());
}

#[test]
fn scores_that_cannot_be() {
    let score = |r: Records, value: &str| r.set(RESULTS, "don_vi.tram-y-te.nong_thon_moi.diem", value);
    assert_snapshot!(after(|r| score(r, "-1")), @"ket-qua.yaml:7:27: lỗi[tieu-chuan/diem]: Trạm Y tế xã Đồng Mẫu: điểm -1 là số âm ⟨chặn danh_sach · tram-y-te⟩");
    // How many points there are only the campaign can tell.
    assert_eq!(after(|r| score(r, "\"84,25\"").set(CAMPAIGN, "thang_diem", "{nong_thon_moi: 100}")), "");
    assert_snapshot!(after(|r| score(r, "888").set(CAMPAIGN, "thang_diem", "{nong_thon_moi: 100}")), @"ket-qua.yaml:7:27: lỗi[tieu-chuan/diem]: Trạm Y tế xã Đồng Mẫu: điểm 888 vượt điểm tối đa của thang `nong_thon_moi` (100) ⟨chặn danh_sach · tram-y-te⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "thang_diem", "{nong_thon_mo: 100}")), @"phong-trao.yaml:2:14: lỗi[tieu-chuan/thang-xep-loai]: không có thang xếp loại nào tên `nong_thon_mo` (thang_xep_loai của phong-trao.yaml) ⟨chặn danh_sach⟩");
}

#[test]
fn a_higher_score_has_no_lower_grade() {
    let score = |r: Records, value: &str| r.set(RESULTS, "don_vi.tram-y-te.nong_thon_moi.diem", value);
    assert_snapshot!(after(|r| score(r, "\"95,5\"")), @"ket-qua.yaml:5:27: cảnh báo[tieu-chuan/diem-xep-loai]: Trường Tiểu học Hoa Mai: điểm 91,5 xếp loại xuất sắc, trong khi Trạm Y tế xã Đồng Mẫu được 95,5 điểm xếp loại tốt ⟨truong-hoa-mai⟩");
    assert_eq!(after(|r| score(r, "\"91,5\"")), "");
    // Of many the one that is at odds with all the others.
    let wrong = Records::phuoc_long().set(RESULTS, "don_vi.long-thuy.cchc.diem", "99").check();
    let odd = wrong.all("tieu-chuan/diem-xep-loai");
    assert_eq!(odd.len(), 1, "{}", wrong.text());
    assert_eq!(odd[0].unit.as_deref(), Some("long-thuy"));
}

#[test]
fn a_label_that_says_what_it_grades_is_not_doubled() {
    let graded = Records::phuoc_long().without("don-vi/long-thuy.yaml", "de_nghi[tran-van-k].xep_loai_nam").check();
    let unknown = graded.all("tieu-chuan/xet-khi-chua-ro");
    assert_snapshot!(unknown[0].message, @"Ông Trần Văn K (UBND phường Long Thủy) chưa xét được tiêu chuẩn C-6: chưa có kết quả xếp loại chất lượng năm 2020");
}

/// A neighbour's code is near, but it is the neighbour's: nothing was misspelt.
#[test]
fn a_grading_that_is_missing_is_not_taken_for_a_neighbours() {
    for unit in ["phuoc-binh", "phuoc-tin", "long-thuy", "long-phuoc", "son-giang", "thac-mo"] {
        let without = Records::phuoc_long().remove(REVIEW).without(RESULTS, &format!("don_vi.{unit}")).check();
        let unknown = without.findings.iter().filter(|finding| finding.rule.code == "tieu-chuan/chua-ro");
        assert!(unknown.clone().count() > 0, "{unit}: {}", without.text());
        assert!(unknown.clone().all(|finding| finding.unit.as_deref() == Some(unit)), "{unit}");
    }
}
