//! The model papers of Phụ lục III, Nghị định 30/2020/NĐ-CP, set from `tests/mau/`: each compiles to PDF/A and PDF/UA
//! without a finding, has the pages it should have, and reads its parts in order.
//!
//! `MAU_PDF=folder cargo test --test mau` also writes the PDFs there, to be looked at beside the decree's model pages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod edges;
mod mutants;
#[path = "../support/standards.rs"]
mod standards;

use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

use hoso::render::{Engine, Expected, Fonts, Job, Profile, Templates, Told};
use serde_json::{Value, json};

const ADMINISTRATIVE: Expected = Expected {
    profile: Profile::Administrative,
    numbered: true,
    draft: false,
    told: Told { signer: false, subject: false, filing: false },
};
const FOLDER: &str = "tests/mau";

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let templates = Templates::embedded().overlay(Path::new(FOLDER)).unwrap();
    let (engine, findings) = Engine::new(&templates, Fonts::embedded());
    assert!(findings.is_empty(), "{findings:#?}");
    engine
});

/// The data of a sample: its own file, its head filled up with what all samples share.
fn data(template: &str) -> Value {
    let read = |name: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(format!("{FOLDER}/{name}.json")).unwrap()).unwrap()
    };
    let mut data = read(template);
    let head = data["van_ban"].as_object_mut().unwrap();
    for (key, value) in read("chung").as_object().unwrap() {
        head.entry(key.clone()).or_insert_with(|| value.clone());
    }
    data
}

fn set(name: &str, template: &str, data: &Value) -> Vec<String> {
    let job = Job { template, data, name, expected: ADMINISTRATIVE, attached: None };
    let pdf = ENGINE.render(&job).unwrap_or_else(|findings| panic!("{name}: {findings:#?}"));
    assert!(pdf.findings.is_empty(), "{name}: {:#?}", pdf.findings);
    if let Some(folder) = env::var_os("MAU_PDF") {
        fs::create_dir_all(&folder).unwrap();
        fs::write(Path::new(&folder).join(format!("{name}.pdf")), &pdf.bytes).unwrap();
    }
    assert_eq!(standards::failures(&pdf.bytes), [""; 0], "{name}");
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf.bytes).unwrap();
    assert_eq!(pages.len(), pdf.pages, "{name}");
    let normal = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();
    assert!(pages.iter().all(|page| normal.is_normalized(page)), "{name}");
    pages
}

/// Where a PDF's blanks are is the reader's guess.
fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Every part stands in the text, one after the other, blanks aside.
#[track_caller]
fn in_order(text: &str, parts: &[&str]) {
    let text = tight(text);
    let mut rest = text.as_str();
    for part in parts.iter().map(|part| tight(part)) {
        let at = rest.find(&part).unwrap_or_else(|| panic!("{part:?} is not in {rest:?}\nof {text:?}"));
        rest = &rest[at + part.len()..];
    }
}

/// Sets a sample of one page as it is.
fn one_page(template: &str, parts: &[&str]) {
    let pages = set(template, template, &data(template));
    assert_eq!(pages.len(), 1, "{template}: {pages:#?}");
    in_order(&pages[0], parts);
}

#[test]
fn mau_1_1_nghi_quyet() {
    one_page(
        "mau_1_1",
        &[
            "HỘI ĐỒNG NHÂN DÂN",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Số: 05/NQ-HĐND",
            "Long Thủy, ngày 05 tháng 01 năm 2021",
            "NGHỊ QUYẾT",
            "Về việc thông qua",
            "HỘI ĐỒNG NHÂN DÂN PHƯỜNG LONG THỦY",
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "QUYẾT NGHỊ:",
            "Điều 1. Thông qua",
            "Điều 2.",
            "Nghị quyết này./.",
            "Nơi nhận: - Như Điều 2;",
            "- Lưu: VT, VP.",
            "CHỦ TỊCH",
            "Trần Thị B",
        ],
    );
}

#[test]
fn mau_1_2_quyet_dinh() {
    let pages = set("mau_1_2", "mau_1_2", &data("mau_1_2"));
    in_order(
        &pages.join(" "),
        &[
            "Số: 328/QĐ-UBND",
            "QUYẾT ĐỊNH Về việc tặng Giấy khen",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ PHƯỚC LONG",
            "Căn cứ Luật Tổ chức",
            "Luật Thi đua, khen thưởng;",
            "Theo đề nghị của Trưởng phòng",
            "năm 2021.",
            "QUYẾT ĐỊNH:",
            "Điều 1.",
            "Điều 3.",
            "thi hành Quyết định này./.",
            "- Lưu: VT, NV.",
            "PL.(300)",
            "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
            "Lê Văn C",
        ],
    );
}

/// Phần, Chương, Mục and Tiểu mục of the text that a decision issues; Điều runs through them.
const RULES: &[&str] = &[
    "QUY CHẾ Thi đua, khen thưởng của phường Long Thủy",
    "(Kèm theo Quyết định số",
    "Phần I NHỮNG QUY ĐỊNH CHUNG",
    "Chương I PHẠM VI VÀ NGUYÊN TẮC",
    "Điều 1. Phạm vi điều chỉnh",
    "1. Quy chế này",
    "2. Quy chế không",
    "Điều 2. Nguyên tắc",
    "1. Nguyên tắc thi đua",
    "2. Nguyên tắc khen thưởng",
    "a) Thành tích",
    "b) Không khen",
    "c) Không cộng",
    "d) Chú trọng",
    "Phần II TỔ CHỨC THI ĐUA VÀ XÉT KHEN THƯỞNG",
    "Chương II XÉT KHEN THƯỞNG",
    "Mục 1 HỒ SƠ",
    "Tiểu mục 1 THÀNH PHẦN HỒ SƠ",
    "Điều 3. Hồ sơ đề nghị",
    "Tiểu mục 2 NƠI NHẬN HỒ SƠ",
    "Điều 4.",
    "Mục 2 HỌP XÉT",
    "Điều 5. Biểu quyết",
    "Chương III TỔ CHỨC THỰC HIỆN",
    "Điều 6. Trách nhiệm thi hành",
    "xem xét, sửa đổi./.",
];

#[test]
fn mau_1_3_quyet_dinh_ban_hanh() {
    let pages = set("mau_1_3", "mau_1_3", &data("mau_1_3"));
    in_order(
        &pages[0],
        &[
            "Ban hành Quy chế",
            "ỦY BAN NHÂN DÂN PHƯỜNG LONG THỦY",
            "QUYẾT ĐỊNH:",
            "Điều 1. Ban hành kèm theo",
            "Điều 3.",
            "./.",
        ],
    );
    // The issued text counts its own pages: its first shows none, its second shows 2.
    in_order(&pages[1], &["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUY CHẾ"]);
    assert!(!tight(&pages[1]).contains("Số:12"), "{}", pages[1]);
    assert!(tight(&pages[2]).starts_with("2"), "{}", pages[2]);
    in_order(&pages[1..].join(" "), RULES);
    in_order(
        &pages[1],
        &["(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2021 của Ủy ban nhân dân phường Long Thủy)"],
    );
}

#[test]
fn mau_1_3_of_an_electronic_paper() {
    let mut data = data("mau_1_3");
    data["dien_tu"] = json!(true);
    let pages = set("mau_1_3-dien-tu", "mau_1_3", &data);
    in_order(&pages[1], &["Số: 12/QĐ-UBND; 05/01/2021; 08:30:15 +07:00", "CỘNG HÒA", "QUY CHẾ"]);
    in_order(&pages[1..].join(" "), RULES);
    assert!(!tight(&pages[1]).contains("Quyếtđịnhsố12/"), "{}", pages[1]);
}

#[test]
fn mau_1_4_ke_hoach() {
    let pages = set("mau_1_4", "mau_1_4", &data("mau_1_4"));
    in_order(
        &pages.join(" "),
        &[
            "LƯU HÀNH NỘI BỘ",
            "UBND THỊ XÃ PHƯỚC LONG",
            "BAN CHỈ ĐẠO",
            "KẾ HOẠCH Kiểm tra phong trào",
            "Phần I MỤC ĐÍCH, YÊU CẦU VÀ NỘI DUNG KIỂM TRA",
            "I. MỤC ĐÍCH, YÊU CẦU",
            "1. Mục đích",
            "2. Yêu cầu",
            "a) Kiểm tra",
            "b) Kết luận",
            "II. NỘI DUNG",
            "Phần II TỔ CHỨC THỰC HIỆN",
            "I. LỊCH KIỂM TRA",
            "08/3/2021",
            "II. PHÂN CÔNG",
            "Kế hoạch này./.",
            "TRƯỞNG BAN",
            "PHÓ CHỦ TỊCH UBND THỊ XÃ PHƯỚC LONG",
            "Lê Văn C",
        ],
    );
}

#[test]
fn mau_1_5_cong_van() {
    one_page(
        "mau_1_5",
        &[
            "UBND THỊ XÃ PHƯỚC LONG",
            "PHÒNG NỘI VỤ",
            "Số: 87/PNV-TĐKT",
            "V/v báo cáo",
            "MẬT",
            "THƯỢNG KHẨN",
            "Kính gửi: - Các phòng",
            "- UBND các xã, phường;",
            "thị xã.",
            "thực hiện./.",
            "Nơi nhận: - Như trên;",
            "PL.(300)",
            "TRƯỞNG PHÒNG",
            "Phạm Thị D",
        ],
    );
    let pages = set("mau_1_5", "mau_1_5", &data("mau_1_5"));
    in_order(&pages[0], &["Địa chỉ: Số 01 đường", "Điện thoại:"]);
}

/// The address stands on page 1 only; a long list goes on over the page, and the signer stays with the body.
#[test]
fn mau_1_5_of_two_pages() {
    let mut data = data("mau_1_5");
    let others = (1..30).map(|n| format!("Đơn vị nhận thứ {n}"));
    let recipients = ["Như trên".to_owned()].into_iter().chain(others).chain(["Lưu: VT".into()]);
    data["van_ban"]["noi_nhan"] = recipients.collect::<Vec<_>>().into();
    let pages = set("mau_1_5-dai", "mau_1_5", &data);
    assert_eq!(pages.len(), 2, "{pages:#?}");
    let address = |page: &str| tight(page).contains("Điệnthoại:");
    assert!(address(&pages[0]) && !address(&pages[1]), "{pages:#?}");
    in_order(&pages[0], &["thực hiện./.", "Nơi nhận: - Như trên; - Đơn vị nhận thứ 1;", "TRƯỞNG PHÒNG", "Phạm Thị D"]);
    in_order(&pages[1], &["2 ", "- Đơn vị nhận thứ 29; - Lưu: VT.", "PL.(300)"]);
}

#[test]
fn mau_1_7_giay_moi() {
    one_page(
        "mau_1_7",
        &[
            "HOẢ TỐC",
            "GIẤY MỜI Họp xét",
            "Ủy ban nhân dân phường Long Thủy trân trọng kính mời: - Các thành viên",
            "đoàn thể phường. Tới dự cuộc họp",
            "Chủ trì: Ông Nguyễn Văn A",
            "Thời gian: 08 giờ 00 phút",
            "Địa điểm: Hội trường",
            "đúng thành phần./.",
            "Nơi nhận:",
        ],
    );
}

#[test]
fn mau_1_9_bien_ban() {
    one_page(
        "mau_1_9",
        &[
            "Số: 03/BB-UBND",
            "BIÊN BẢN Họp xét",
            "Thời gian bắt đầu: 08 giờ",
            "Địa điểm:",
            "Thành phần tham dự:",
            "Chủ trì: Nguyễn Văn A - Chủ tịch",
            "Thư ký: Trần Thị B",
            "Nội dung: 1. Chủ trì",
            "2. Các thành viên",
            "ngày 14 tháng 5 năm 2021./.",
            "THƯ KÝ",
            "CHỦ TỌA",
            "Nơi nhận: - Thành viên dự họp;",
            "- Lưu: VT, Hồ sơ.",
        ],
    );
}

#[test]
fn mau_2_1_phu_luc() {
    let mut data = data("mau_2_1");
    let people = vec![data["ca_nhan"].as_array().unwrap().clone(); 9].concat();
    data["ca_nhan"] = json!(people);
    let pages = set("mau_2_1", "mau_2_1", &data);
    assert_eq!(pages.len(), 4, "{pages:#?}");
    let of = "(Kèm theo Thông báo số 12/TB-UBND ngày 05 tháng 01 năm 2021 của Ủy ban nhân dân phường Long Thủy)";
    in_order(&pages[1], &["Phụ lục I TIÊU CHUẨN XÉT KHEN THƯỞNG", of, "I. TẬP THỂ", "II. CÁ NHÂN", "./."]);
    in_order(&pages[2], &["Phụ lục II DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG", of, "STT"]);
    assert!(tight(&pages[1]).starts_with("PhụlụcI") && tight(&pages[2]).starts_with("PhụlụcII"), "{pages:#?}");
    in_order(&pages[3], &["2 STT", "Danh sách có 02 cá nhân./."]);
}

#[test]
fn mau_2_2_phu_luc_dien_tu() {
    one_page(
        "mau_2_2",
        &[
            "Số: 12/QĐ-UBND; 05/01/2021; 08:30:15 +07:00",
            "Phụ lục DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",
            "(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm của Ủy ban nhân dân phường Long Thủy)",
            "I. TẬP THỂ",
            "II. CÁ NHÂN",
            "Tư pháp - Hộ tịch./.",
        ],
    );
}

#[test]
fn mau_3_1_ban_sao() {
    for (form, sign) in [("Sao y", "SY-UBND"), ("Sao lục", "SL-UBND"), ("Trích sao", "TrS-UBND")] {
        let mut data = data("mau_3_1");
        data["sao"]["hinh_thuc"] = json!(form);
        data["sao"]["ky_hieu"] = json!(sign);
        let pages = set(&format!("mau_3_1-{sign}"), "mau_3_1", &data);
        assert_eq!(pages.len(), 1, "{pages:#?}");
        let (form, sign) = (form.to_uppercase(), format!("Số: 07/{sign}"));
        in_order(
            &pages[0],
            &[
                "Số: 12/TB-UBND",
                "THÔNG BÁO",
                "đúng thời hạn./.",
                "(Đã ký)",
                "Nguyễn Văn A",
                "ỦY BAN NHÂN DÂN PHƯỜNG LONG THỦY",
                &form,
                &sign,
                "Long Thủy, ngày 07 tháng 01 năm 2021",
                "Nơi nhận: - Các khu phố;",
                "TL. CHỦ TỊCH",
                "Trần Thị B",
            ],
        );
    }
}

#[test]
fn mau_3_2_ban_sao_dien_tu() {
    one_page(
        "mau_3_2",
        &[
            "SAO Y; Ủy ban nhân dân phường Long Thủy; 07/01/2021; 09:05:00 +07:00",
            "ỦY BAN NHÂN DÂN",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "THÔNG BÁO",
            "đúng thời hạn./.",
            "(Đã ký)",
        ],
    );
}

/// No model of the decree's: bars from nothing to the full mark, and a chart that goes on over the page.
#[test]
fn a_chart() {
    one_page("bieu_do", &["Đơn vị", "Điểm", "phường Long Thủy", "93,25", "Trạm Y tế", "0,00", "0 20 40 60 80 100"]);
    let mut long = data("bieu_do");
    let bars: Vec<Value> =
        (1..=70).map(|n| json!({"ten": format!("Đơn vị số {n}"), "so": n.to_string(), "chu": n.to_string()})).collect();
    long["cac"] = json!(bars);
    long["lon_nhat"] = json!("3");
    let pages = set("bieu_do-dai", "bieu_do", &long);
    assert!(pages.len() > 1, "{pages:#?}");
    // Each page has the heads of both axes and the marks, of a scale that has room for the highest figure.
    pages.iter().for_each(|page| in_order(page, &["Đơn vị", "Điểm", "0 20 40 60 80"]));
}
