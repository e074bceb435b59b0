//! The main job, end to end: the shipped campaign is built once by the real program, and the papers
//! are read back from their PDFs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[path = "support/standards.rs"]
mod standards;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn hoso(arguments: &[&str], output: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoso"));
    command.current_dir(repository()).args(arguments).arg("-o").arg(output);
    command.output().expect("the program runs")
}

struct Built {
    folder: PathBuf,
    answer: Value,
    code: Option<i32>,
    _keep: tempfile::TempDir,
}

/// The one whole build of this test binary.
static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let keep = tempfile::tempdir().unwrap();
    let folder = keep.path().join("output");
    let output = hoso(&["build", "--format", "json"], &folder);
    let answer = serde_json::from_slice(&output.stdout).expect("JSON");
    Built { folder, answer, code: output.status.code(), _keep: keep }
});

fn text(path: &str) -> String {
    let bytes = std::fs::read(BUILT.folder.join("phuoc-long-2021").join(path)).expect(path);
    pdf_extract::extract_text_from_mem(&bytes).expect(path)
}

/// Without white space: the reader guesses blanks from distances, and guesses wrongly in justified lines.
fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

#[track_caller]
fn prints(path: &str, phrases: &[&str]) {
    let text = text(path);
    for phrase in phrases {
        assert!(dense(&text).contains(&dense(phrase)), "{path} lacks “{phrase}”:\n{text}");
    }
}

#[test]
fn every_paper_is_built_and_the_only_finding_is_the_plans_own_defect() {
    assert_eq!(BUILT.code, Some(0));
    let documents = BUILT.answer["documents"].as_array().unwrap();
    assert!(documents.len() >= 100);
    for document in documents {
        assert_eq!(document["status"], "built", "{document}");
        assert_eq!(document["sha256"].as_str().unwrap().len(), 64);
        assert!(document["pages"].as_u64().unwrap() >= 1);
    }
    let findings = BUILT.answer["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0]["code"], "ho-so/han-truoc-minh-chung");
    assert_eq!(findings[0]["severity"], "warning");
    assert!(findings[0]["file"].as_str().unwrap().ends_with("records/phuoc-long-2021/phong-trao.yaml"));
}

#[test]
fn every_file_is_a_conforming_pdf_and_the_manifest_names_it() {
    let root = BUILT.folder.join("phuoc-long-2021");
    let manifest: Value = serde_json::from_slice(&std::fs::read(root.join("manifest.json")).unwrap()).unwrap();
    for document in manifest["documents"].as_array().unwrap() {
        let bytes = std::fs::read(root.join(document["path"].as_str().unwrap())).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let has = |needle: &[u8]| bytes.windows(needle.len()).any(|w| w == needle);
        assert!(has(b"<pdfaid:part>3</pdfaid:part>") && has(b"<pdfuaid:part>1</pdfuaid:part>"));
        assert_eq!(document["sha256"].as_str().unwrap(), hoso::digest::sha256(&bytes));
    }
}

/// By another program's word, not by that of the one that wrote them.
#[test]
fn every_file_conforms_to_the_archive_and_accessibility_standards() {
    for document in BUILT.answer["documents"].as_array().unwrap() {
        let path = document["path"].as_str().unwrap();
        assert_eq!(standards::failures(&std::fs::read(path).unwrap()), [""; 0], "{path}");
    }
}

/// What a screen reader or a search sees: composed letters, head before body before signature.
#[test]
fn every_text_is_composed_and_in_reading_order() {
    let normal = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();
    for document in BUILT.answer["documents"].as_array().unwrap() {
        let bytes = std::fs::read(document["path"].as_str().unwrap()).unwrap();
        let text = pdf_extract::extract_text_from_mem(&bytes).unwrap();
        assert!(normal.is_normalized(&text), "{document}");
        let text = dense(&text);
        // A certificate is print on a blank: no paper with an end.
        let end =
            if document["kind"].as_str().unwrap().starts_with("giay_khen") { "ngày18tháng4năm2022" } else { "./." };
        let places = ["CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM", "Độclập-Tựdo-Hạnhphúc", end].map(|words| text.find(words));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{document}: {places:?}");
    }
}

#[test]
fn a_second_build_in_another_way_gives_the_same_bytes() {
    let other = tempfile::tempdir().unwrap();
    let output = hoso(&["build", "--jobs", "1", "--unit", "long-thuy", "--format", "json"], other.path());
    assert_eq!(output.status.code(), Some(0));
    let again: Value = serde_json::from_slice(&output.stdout).unwrap();
    let first = BUILT.answer["documents"].as_array().unwrap();
    let again = again["documents"].as_array().unwrap();
    assert_eq!(again.len(), 7);
    for document in again {
        let same = first.iter().find(|d| {
            d["unit"] == document["unit"] && d["kind"] == document["kind"] && d["nominee"] == document["nominee"]
        });
        assert_eq!(same.unwrap()["sha256"], document["sha256"]);
    }
    let third = hoso(&["build", "--unit", "long-thuy", "--format", "json"], other.path());
    let third: Value = serde_json::from_slice(&third.stdout).unwrap();
    assert!(third["documents"].as_array().unwrap().iter().all(|d| d["status"] == "unchanged"));
}

#[test]
fn a_wards_proposal_reads_as_the_decree_wants() {
    prints(
        "long-thuy/to_trinh.pdf",
        &[
            "ỦY BAN NHÂN DÂN PHƯỜNG LONG THỦY",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 15/TTr-UBND",
            "Long Thủy, ngày 18 tháng 5 năm 2021",
            "TỜ TRÌNH",
            "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;",
            "01 tập thể và 02 cá nhân",
            "xem xét, quyết định khen thưởng./.",
            "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
            "Nơi nhận: - Như trên;",
            "- Lưu: VT.",
        ],
    );
}

#[test]
fn the_plan_is_a_draft_and_cited_by_who_issues_it() {
    prints(
        "long-thuy/to_trinh.pdf",
        &["Thực hiện Kế hoạch của Ủy ban nhân dân thị xã Phước Long về việc phát động phong trào thi đua"],
    );
}

/// What the plan says word for word: tests/plan.
#[test]
fn the_plan_the_committee_and_the_units_plans_are_papers_too() {
    prints(
        "ke_hoach.pdf",
        &[
            "Số: /KH-UBND Phước Long, ngày tháng năm 2021 KẾ HOẠCH Phát động phong trào thi đua theo chuyên đề",
            "Căn cứ Kế hoạch số 24/KH-UBND ngày 27 tháng 01 năm 2021",
            "II. NỘI DUNG, ĐỐI TƯỢNG 1. Nội dung thi đua",
            "a) Đối với tập thể: Gồm có:",
            "trước ngày 25/5/2021.",
            "hiệu quả./.",
            "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        ],
    );
    prints(
        "qd_thanh_lap.pdf",
        &["Thành lập Ban Chỉ đạo", "Nguyễn Văn A Trưởng phòng Nội vụ", "Phó Trưởng ban Thường trực"],
    );
    prints(
        "thac-mo/ke_hoach_don_vi.pdf",
        &["Số: 22/KH-UBND", "Thực hiện Kế hoạch của Ủy ban nhân dân thị xã Phước Long về việc phát động phong trào"],
    );
    prints("tu-phap/ke_hoach_don_vi.pdf", &["Số: 06/KH-TP", "TRƯỞNG PHÒNG"]);
}

#[test]
fn an_office_prints_its_parent_and_signs_without_tm() {
    prints("tu-phap/to_trinh.pdf", &["UBND THỊ XÃ PHƯỚC LONG PHÒNG TƯ PHÁP", "TRƯỞNG PHÒNG"]);
    assert!(!dense(&text("tu-phap/to_trinh.pdf")).contains("TM."));
    prints("ban-qlda-dau-tu/to_trinh.pdf", &["GIÁM ĐỐC"]);
}

#[test]
fn a_deputy_signs_for_the_collective_and_in_place_of_the_head() {
    prints("long-giang/to_trinh.pdf", &["TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH"]);
}

#[test]
fn extracts_come_in_both_forms() {
    prints("long-thuy/trich_bien_ban.pdf", &["TRÍCH BIÊN BẢN", "23/25", "95,7%", "THƯ KÝ", "CHỦ TỌA"]);
    prints(
        "van-hoa-thong-tin/trich_bien_ban.pdf",
        &["BIÊN BẢN", "(Đã ký)", "Nơi nhận: - Trưởng phòng", "- Lưu: VT, Hồ sơ.", "TRÍCH SAO", "/TrS-VHTT"],
    );
}

#[test]
fn reports_carry_the_sections_of_the_form() {
    prints(
        "long-thuy/bao_cao_thanh_tich-tap-the.pdf",
        &[
            "Tên tập thể đề nghị: ỦY BAN NHÂN DÂN PHƯỜNG LONG THỦY",
            "I. SƠ LƯỢC ĐẶC ĐIỂM",
            "II. THÀNH TÍCH ĐẠT ĐƯỢC",
            "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
            "1. Danh hiệu thi đua",
            "quyết định công nhận danh hiệu thi đua; cơ quan ban hành quyết định 2020 Tập thể lao động tiên tiến",
            "2. Hình thức khen thưởng",
            "quyết định khen thưởng; cơ quan ban hành quyết định 2018 Giấy khen",
        ],
    );
    prints("thanh-tra/bao_cao_thanh_tich-tap-the.pdf", &["1. Danh hiệu thi đua Chưa có. 2. Hình thức khen thưởng"]);
    prints(
        "long-thuy/bao_cao_thanh_tich-tran-van-k.pdf",
        &[
            "I. SƠ LƯỢC LÝ LỊCH",
            "Họ và tên: TRẦN VĂN K",
            "Sinh ngày: 02/3/1985",
            "NGƯỜI BÁO CÁO",
            "THỦ TRƯỞNG ĐƠN VỊ XÁC NHẬN",
        ],
    );
}

#[test]
fn slips_say_what_had_come_by_their_day() {
    let first = text("thac-mo/giay_tiep_nhan.pdf");
    assert!(dense(&first).contains(&dense("Báo cáo thành tích")), "the first slip asks for the reports:\n{first}");
    prints("thac-mo/giay_tiep_nhan-lan-2.pdf", &["hồ sơ đã nộp đủ thành phần theo quy định./."]);
}

#[test]
fn the_checklist_names_every_part_and_criterion() {
    prints(
        "long-thuy/phieu_kiem_tra_ho_so.pdf",
        &[
            "Quyết định công nhận sáng kiến",
            "Có mục “Tuyên truyền, giáo dục, phát huy vai trò giám sát”",
            "Đáp ứng theo kê khai của đơn vị",
            "Điểm a khoản 5 Mục II Kế hoạch",
            "Tập thể: Ủy ban nhân dân phường Long Thủy (điểm a khoản 3 Mục II Kế hoạch)",
            "Hồ sơ đủ thành phần",
        ],
    );
    // A criterion is printed once; where nominees differ, each is named.
    let checklist = dense(&text("thac-mo/phieu_kiem_tra_ho_so.pdf"));
    assert_eq!(checklist.matches(&dense("Trong năm được đánh giá hoàn thành tốt nhiệm vụ trở lên")).count(), 1);
    prints("thac-mo/phieu_kiem_tra_ho_so.pdf", &["Bà Nguyễn Thị Ngọc D: công chức; ông Cao Văn Đ: cán bộ."]);
    prints(
        "y-te/phieu_kiem_tra_ho_so.pdf",
        &["Lý do: Kết quả chấm điểm", "không đề nghị khen thưởng tại Báo cáo số 21/BC-YT ngày 19/5/2021"],
    );
    prints("y-te/giay_tiep_nhan.pdf", &["Báo cáo về việc không đề nghị khen thưởng", "Số 21/BC-YT ngày 19/5/2021"]);
}

#[test]
fn the_committee_and_the_decision_say_one_thing() {
    prints(
        "bien_ban_hop.pdf",
        &[
            "Số: 01/BB-BCĐ",
            "20/21 người được triệu tập",
            "bỏ phiếu kín",
            "Bà Phạm Thị P",
            "CHỦ TỌA",
            "số phiếu đồng ý không quá 1/2 số người có mặt",
        ],
    );
    prints(
        "qd_khen_thuong.pdf",
        &[
            "Số: 1215/QĐ-UBND",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ PHƯỚC LONG Căn cứ",
            "Theo đề nghị của Trưởng phòng Nội vụ",
            "Tặng Giấy khen cho 03 tập thể và 06 cá nhân",
            "tại Tờ trình số 64/TTr-PNV ngày 11 tháng 4 năm 2022.",
            "Tổng số tiền thưởng kèm theo Giấy khen là 5.400.000 đồng (bằng chữ: Năm triệu bốn trăm nghìn đồng), trích từ Quỹ thi đua",
            "các tập thể, cá nhân có tên tại Phụ lục chịu trách nhiệm thi hành Quyết định này./.",
            "(Kèm theo Quyết định số 1215/QĐ-UBND ngày 18 tháng 4 năm 2022 của Chủ tịch Ủy ban nhân dân thị xã Phước Long)",
            "Bà Lương Thị Y Chuyên viên Phòng Tài chính - Kế hoạch 450.000",
        ],
    );
    prints(
        "to_trinh_khen_thuong.pdf",
        &["Kính gửi: Chủ tịch Ủy ban nhân dân thị xã Phước Long", "03 tập thể và 06 cá nhân"],
    );
    prints("to_trinh_bang_khen.pdf", &["Chủ tịch Ủy ban nhân dân tỉnh Bình Phước", "02 tập thể", "Phòng Tư pháp"]);
    prints(
        "thong_bao_ket_qua.pdf",
        &[
            "Được tặng Giấy khen của Chủ tịch Ủy ban nhân dân thị xã Phước Long (Quyết định số 1215/QĐ-UBND ngày 18 tháng 4 năm 2022), gồm 03 tập thể và 06 cá nhân:",
            "Được đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Bình Phước (Tờ trình số 37/TTr-UBND",
        ],
    );
    prints("danh_sach_ky_nhan.pdf", &["Tổng cộng 5.400.000", "Năm triệu bốn trăm nghìn đồng./."]);
    prints(
        "bang_tong_hop.pdf",
        &["19/20 cơ quan, đơn vị đã nộp", "01 cơ quan, đơn vị có văn bản không", "Tổng cộng 02 15 22"],
    );
    prints(
        "danh_sach_trich_ngang.pdf",
        &["17 tập thể và 22 cá nhân", "Đạt 4/4 tiêu chuẩn", "Đạt 2/3 tiêu chuẩn; cuộc họp xem xét tiêu chuẩn (1)"],
    );
    // Nobody is honoured in one paper and not in the other.
    let folder = BUILT.folder.join("phuoc-long-2021/giay_khen");
    let decision = dense(&text("qd_khen_thuong.pdf"));
    let certificates: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(certificates.len(), 9);
    for file in certificates {
        let certificate = text(&format!("giay_khen/{file}"));
        let name =
            certificate.lines().skip_while(|line| dense(line) != "GIẤYKHEN").skip(1).find(|l| !l.trim().is_empty());
        assert!(decision.contains(&dense(name.unwrap())), "{file}: {name:?}");
    }
}

#[test]
fn foreign_files_are_left_alone_and_no_temporary_file_remains() {
    let output = tempfile::tempdir().unwrap();
    let folder = output.path().join("phuoc-long-2021/long-thuy");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("ghi-chu.txt"), "của văn thư").unwrap();
    hoso(&["build", "--unit", "long-thuy", "--kind", "to_trinh"], output.path());
    assert_eq!(std::fs::read_to_string(folder.join("ghi-chu.txt")).unwrap(), "của văn thư");
    let mut names: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["ghi-chu.txt", "to_trinh.pdf"]);
}
