//! What a paper's data says, and no more: the room `plan` on the small campaign.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod printed;
mod sentences;
#[path = "../support/mod.rs"]
mod support;

use serde_json::{Value, json};
use support::*;

const REPORT: &str = "truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf";

fn data(records: Records, path: &str) -> Value {
    records.check().document(path).data.clone()
}

fn past(awards: &str) -> Value {
    data(Records::small().set(SCHOOL, "de_nghi[tap-the].da_khen", awards), REPORT)["nguoi"].clone()
}

#[test]
fn titles_and_awards_are_two_tables_once_one_of_them_is_marked() {
    let unsorted = past("[{nam: 2024, hinh_thuc: Lao động tiên tiến}, {nam: 2025, hinh_thuc: Giấy khen}]");
    assert_eq!(unsorted["chia_danh_hieu"], false);
    assert_eq!(unsorted["da_khen"].as_array().unwrap().len(), 2);

    let sorted =
        past("[{nam: 2024, hinh_thuc: Lao động tiên tiến, la_danh_hieu: true}, {nam: 2025, hinh_thuc: Giấy khen}]");
    assert_eq!(sorted["chia_danh_hieu"], true);
    assert_eq!(sorted["danh_hieu"], json!([{"nam": "2024", "hinh_thuc": "Lao động tiên tiến", "quyet_dinh": ""}]));
    assert_eq!(sorted["da_khen"], json!([{"nam": "2025", "hinh_thuc": "Giấy khen", "quyet_dinh": ""}]));

    let no_title = past("[{nam: 2025, hinh_thuc: Giấy khen, la_danh_hieu: false}]");
    assert_eq!((&no_title["chia_danh_hieu"], &no_title["danh_hieu"]), (&json!(true), &json!([])));
}

#[test]
fn a_unit_that_proposes_nobody_has_one_paper_its_letter() {
    let checklist = |letter: &str| {
        let records = Records::small().set(EAST, "khong_de_nghi", letter);
        data(records, "thon-dong/phieu_kiem_tra_ho_so.pdf")["kiem_tra"].clone()
    };
    let known = checklist("{ly_do: Thôn mới sáp nhập, so: 1, ngay: 2026-07-09}");
    let part = &known["thanh_phan"][0]["cac"][0];
    assert_eq!(part["ten"], "Công văn về việc không đề nghị khen thưởng");
    assert_eq!((&part["so_ngay"], &part["tinh_trang"]), (&json!("Số 01 ngày 09/7/2026"), &json!("Có")));
    assert_eq!(
        known["ket_luan"],
        "Thôn Đông báo cáo không đề nghị khen thưởng tại Công văn số 01 ngày 09/7/2026; không phải nộp hồ sơ."
    );
    let unknown = checklist("{ly_do: Thôn mới sáp nhập, ten_loai: Báo cáo}");
    assert_eq!(unknown["thanh_phan"][0]["cac"][0]["tinh_trang"], "Chưa ghi số, ngày");
    assert_eq!(
        unknown["ket_luan"],
        "Thôn Đông báo cáo không đề nghị khen thưởng (Báo cáo chưa ghi số, ngày); không phải nộp hồ sơ."
    );

    let handed_in = Records::small().append(EAST, "tiep_nhan: [{lan: 1, ngay: 2026-07-10}]\n");
    let slip = data(handed_in, "thon-dong/giay_tiep_nhan.pdf")["tiep_nhan"].clone();
    assert_eq!(slip["nop"][0]["ten"], "Công văn về việc không đề nghị khen thưởng");
    assert_eq!(slip["thieu"], json!([]));
}

#[test]
fn a_checklist_names_nominees_only_where_their_outcomes_differ() {
    let second = "[{ma: tap-the, loai: tap_the, ten: Trường, hinh_thuc: giay_khen, thanh_tich: a}, \
        {ma: bui-thi-sen, loai: ca_nhan, ten: Bùi Thị Sen, gioi_tinh: nu, doi_tuong: vien_chuc, xep_loai_nam: hoan_thanh_tot, hinh_thuc: thu_khen, thanh_tich: a}, \
        {ma: b, loai: ca_nhan, ten: Lê B, gioi_tinh: nam, doi_tuong: hop_dong, xep_loai_nam: hoan_thanh_tot, hinh_thuc: thu_khen, thanh_tich: a}]";
    let records = Records::small().set(SCHOOL, "de_nghi", second);
    let checked = records.check();
    let groups = checked.document("truong-hoa-mai/phieu_kiem_tra_ho_so.pdf").data["kiem_tra"]["tieu_chi"].clone();
    let individuals = &groups[1];
    assert_eq!(individuals["ten"], "Cá nhân: bà\u{a0}Bùi\u{a0}Thị\u{a0}Sen; ông\u{a0}Lê\u{a0}B");
    let row = |code: &str| {
        let mut rows = individuals["cac"].as_array().unwrap().iter();
        rows.find(|row| row["noi_dung"] == *checked.criterion(code)).unwrap().clone()
    };
    assert_eq!(
        (row("M-6")["ket_qua"].clone(), row("M-6")["ly_do"].clone()),
        (json!("Đạt"), json!("Xếp loại hoàn thành tốt nhiệm vụ"))
    );
    assert_eq!(row("M-7")["ket_qua"], "Không đạt");
    assert!(
        row("M-7")["ly_do"]
            .as_str()
            .unwrap()
            .starts_with("Bà\u{a0}Bùi\u{a0}Thị\u{a0}Sen: đạt, viên chức; ông\u{a0}Lê\u{a0}B: không đạt, "),
        "{}",
        row("M-7")
    );
}

#[test]
fn one_way_of_voting_is_said_once_two_take_a_column() {
    let extract =
        |ballots: [&str; 2]| {
            let records = Records::small()
                .set(SCHOOL, "ho_so.trich_bien_ban.bieu_quyet[tap-the].cach", ballots[0])
                .set(SCHOOL, "ho_so.trich_bien_ban.bieu_quyet[bui-thi-sen].cach", ballots[1]);
            let hop = data(records, "truong-hoa-mai/trich_bien_ban.pdf")["hop"].clone();
            (hop["cach_chung"].clone(), hop["cach_rieng"].clone())
        };
    assert_eq!(extract(["phieu_kin", "phieu_kin"]), (json!("bỏ phiếu kín"), json!(false)));
    assert_eq!(extract(["gio_tay", "gio_tay"]), (json!("biểu quyết giơ tay"), json!(false)));
    assert_eq!(extract(["gio_tay", "phieu_kin"]), (json!("biểu quyết"), json!(true)));
    assert_eq!(extract(["null", "null"]), (json!("biểu quyết"), json!(false)));
}

const PROPOSAL: &str = "truong-hoa-mai/to_trinh.pdf";

/// What the record states for a subject stands; what it leaves out names the campaign and whom the paper is about.
#[test]
fn a_units_papers_name_the_campaign() {
    let campaign = "phong trào thi đua “Chung sức xây dựng nông thôn mới kiểu mẫu” xã Đồng Mẫu năm 2026";
    let subject = |records: Records, path: &str| data(records, path)["van_ban"]["trich_yeu"].clone();
    assert_eq!(
        subject(Records::small(), PROPOSAL),
        format!(
            "Về việc đề nghị tặng Giấy khen và Thư khen cho tập thể, cá nhân có thành tích xuất sắc trong {campaign}"
        )
    );
    let alone = Records::small().set(SCHOOL, "ho_so.to_trinh.de_nghi", "[bui-thi-sen]");
    let for_one = format!("Về việc đề nghị tặng Thư khen cho cá nhân có thành tích xuất sắc trong {campaign}");
    assert_eq!(subject(alone, PROPOSAL), for_one);
    let extract = subject(Records::small(), "truong-hoa-mai/trich_bien_ban.pdf");
    assert_eq!(extract, format!("Họp xét, đề nghị khen thưởng {campaign}"));
    let stated = Records::small().set(SCHOOL, "ho_so.to_trinh.trich_yeu", "Về việc đề nghị khen thưởng");
    assert_eq!(subject(stated, PROPOSAL), "Về việc đề nghị khen thưởng");
}

#[test]
fn an_award_of_a_higher_body_is_submitted_to_it() {
    let asked = |of: &str| {
        let data = data(Records::small().set(CAMPAIGN, "hinh_thuc_khen.giay_khen.cua", of), PROPOSAL);
        (
            data["theo_hinh_thuc"][0]["cap_tren"].clone(),
            data["nguoi_quyet_dinh"].clone(),
            data["trinh_cap_tren"].clone(),
        )
    };
    let head = "Chủ tịch Ủy ban nhân dân xã Đồng Mẫu";
    assert_eq!(asked(head), (json!(false), json!(head), json!(false)));
    // Both awards are the commune's: two ways of writing its name are nobody above it.
    assert_eq!(asked("Chủ tịch UBND xã Đồng Mẫu").0, json!(false));
    assert_eq!(asked("Chủ tịch Ủy ban nhân dân tỉnh"), (json!(true), json!(head), json!(true)));
    assert_eq!(data(Records::small(), PROPOSAL)["noi_nhan_de_nghi"], "Ủy ban nhân dân xã Đồng Mẫu");
}

#[test]
fn a_withdrawal_changes_only_papers_of_a_later_day() {
    let names = |day: &str| {
        let rut = format!("{{ngay: {day}, ly_do: Xin rút}}");
        let data = data(Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].rut", &rut), PROPOSAL);
        data["de_nghi"].as_array().unwrap().iter().map(|n| n["ma"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("2026-07-09"), ["tap-the", "bui-thi-sen"]);
    assert_eq!(names("2026-07-08"), ["tap-the"]);
}

#[test]
fn households_are_counted_as_households() {
    let household = data(
        Records::small().set(SCHOOL, "de_nghi[tap-the].loai", "ho_gia_dinh").set(
            SCHOOL,
            "ho_so.to_trinh.de_nghi",
            "[tap-the]",
        ),
        PROPOSAL,
    );
    let group = &household["theo_hinh_thuc"][0];
    assert_eq!((&group["so_tap_the"], &group["so_ho_gia_dinh"]), (&json!("0"), &json!("01")));
    assert_eq!(household["cot_ten"], json!(["Tên hộ gia đình"]));
    let records = Records::small().set(SCHOOL, "de_nghi[tap-the].loai", "ho_gia_dinh");
    let groups = data(records, "truong-hoa-mai/phieu_kiem_tra_ho_so.pdf")["kiem_tra"]["tieu_chi"].clone();
    // No criterion of this campaign is about households.
    assert!(groups.as_array().unwrap().iter().all(|g| g["cac"] != json!([])), "{groups}");
    assert_eq!(data(Records::small(), PROPOSAL)["cot_ten"], json!(["Tên tập thể", "Họ và tên"]));
}

/// The row of somebody's, however deep.
fn row_of<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Object(map) if map.get("ten").is_some_and(|own| own == name) => Some(value),
        Value::Object(map) => map.values().find_map(|inner| row_of(inner, name)),
        Value::Array(items) => items.iter().find_map(|inner| row_of(inner, name)),
        _ => None,
    }
}

#[test]
fn a_post_and_the_body_it_is_held_in() {
    let post = |name: &str, post: &str| {
        let records = Records::small().set(SCHOOL, "ten", name).set(SCHOOL, "de_nghi[bui-thi-sen].chuc_vu", post);
        let checked = records.check();
        let roll = &checked.document("danh_sach_trich_ngang.pdf").data["trich_ngang"];
        let row = row_of(roll, "Bùi Thị Sen").unwrap()["chuc_vu_don_vi"].as_str().unwrap().to_owned();
        let extract = &checked.document("truong-hoa-mai/trich_bien_ban.pdf").data["hop"]["bieu_quyet"][1]["chuc_vu"];
        (row, extract.as_str().unwrap().to_owned())
    };
    let both = |row: &str, extract: &str| (row.to_owned(), extract.to_owned());
    let school = "Trường Tiểu học Hoa Mai";
    assert_eq!(post(school, "Giáo viên"), both("Giáo viên Trường Tiểu học Hoa Mai", "giáo viên"));
    assert_eq!(post(school, "Hiệu trưởng"), both("Hiệu trưởng Trường Tiểu học Hoa Mai", "Hiệu trưởng"));
    assert_eq!(post(school, "Phó Hiệu trưởng"), both("Phó Hiệu trưởng Trường Tiểu học Hoa Mai", "Phó Hiệu trưởng"));
    assert_eq!(post("Phòng Tư pháp", "Trưởng phòng").0, "Trưởng phòng Tư pháp");
    assert_eq!(post(school, "Giáo viên Mỹ thuật").0, "Giáo viên Mỹ thuật, Trường Tiểu học Hoa Mai");
    let ward = "Ủy ban nhân dân phường Đông";
    assert_eq!(post(ward, "Bí thư, Chủ tịch Ủy ban nhân dân phường").0, "Bí thư, Chủ tịch UBND phường Đông");
    assert_eq!(post(ward, "Phó Chủ tịch UBND phường").0, "Phó Chủ tịch UBND phường Đông");
    assert_eq!(post("Văn phòng Ủy ban nhân dân", "Chuyên viên").0, "Chuyên viên Văn phòng Ủy ban nhân dân");
}

#[test]
fn a_paper_is_cited_with_its_symbol_and_belongs_to_whom_it_is_about() {
    let records =
        Records::small().set(SCHOOL, "ho_so.chung_nhan_sang_kien.tap-the.co_quan", "Hội đồng sáng kiến xã Đồng Mẫu");
    let parts = data(records, "truong-hoa-mai/phieu_kiem_tra_ho_so.pdf")["kiem_tra"]["thanh_phan"].clone();
    let rows: Vec<Value> =
        parts.as_array().unwrap().iter().flat_map(|g| g["cac"].as_array().unwrap().clone()).collect();
    let of = |name: &str| {
        let row = rows.iter().find(|r| r["ten"] == name).unwrap();
        (row["noi"].as_str().unwrap(), row["so_ngay"].as_str().unwrap())
    };
    assert_eq!(of("Tờ trình"), ("của", "Số 09/TTr-THHM ngày 08/7/2026"));
    assert_eq!(of("Báo cáo thành tích"), ("của", "Ngày 05/7/2026"));
    assert_eq!(of("Giấy chứng nhận sáng kiến"), ("đối với", "Số 05/QĐ-HĐSK ngày 02/4/2026"));
}

#[test]
fn a_slip_of_a_late_day_asks_for_no_day_that_has_passed() {
    let late = |day: &str| {
        let records = Records::small().set(SCHOOL, "tiep_nhan[0].ngay", day);
        data(records, "truong-hoa-mai/giay_tiep_nhan.pdf")["tiep_nhan"]["qua_han"].clone()
    };
    assert_eq!(late("2026-07-15"), false);
    assert_eq!(late("2026-07-16"), true);
}

#[test]
fn only_proposals_print_the_grounds_of_the_campaign() {
    let grounds = |records: Records, path: &str| data(records, path)["van_ban"]["can_cu"].clone();
    let commitment = "truong-hoa-mai/ban_cam_ket.pdf";
    assert_eq!(grounds(Records::small(), PROPOSAL).as_array().unwrap().len(), 1);
    assert_eq!(grounds(Records::small(), commitment), json!([]));
    let own = Records::small().set(SCHOOL, "ho_so.ban_cam_ket.can_cu", "[Kế hoạch số 4]");
    assert_eq!(grounds(own, commitment), json!(["Kế hoạch số 4"]));
}

#[test]
fn the_symbol_of_a_letter_names_its_body_at_least() {
    let symbol = |own: &str| {
        let kind = "{ten: Công văn, co_so: true, mau: van_ban_don_gian, lay: [noi_dung]}";
        let paper =
            format!("{{so: 5, {own}ngay: 2026-07-08, trich_yeu: Về việc mượn hội trường, noi_dung: Xin mượn.}}");
        let records =
            Records::small().set(CAMPAIGN, "loai_van_ban.cong_van", kind).set(SCHOOL, "ho_so.cong_van", &paper);
        data(records, "truong-hoa-mai/cong_van.pdf")["van_ban"]["ky_hieu"].clone()
    };
    assert_eq!(symbol(""), "THHM");
    assert_eq!(symbol("ky_hieu: THHM-CM, "), "THHM-CM");
}

#[test]
fn marks_that_the_layout_sets_are_not_printed_twice() {
    let head = |key: &str, list: &str| {
        let records = Records::small().set(SCHOOL, &format!("ho_so.to_trinh.{key}"), list);
        data(records, PROPOSAL)["van_ban"][key].clone()
    };
    for ends in [["", ""], [";", "."], [",", ";"], [" ;", "./."], [".", ","]] {
        let list = format!("[\"Như trên{}\", \"Lưu: VT{}\"]", ends[0], ends[1]);
        assert_eq!(head("noi_nhan", &list), json!(["Như trên", "Lưu: VT"]), "{list}");
    }
    // One mark, and none of an ellipsis.
    let recipients = head("noi_nhan", "[\"Các hội...\", \"Lưu: VT..\"]");
    // What is addressed begins with those it is addressed to.
    assert_eq!(recipients, json!(["Như trên", "Các hội...", "Lưu: VT.."]));
    assert_eq!(head("can_cu", "[\"Luật A;\", \"Căn cứ Luật B.\"]"), json!(["Luật A", "Luật B"]));

    let letter = Records::small().set(SCHOOL, "ho_so.to_trinh.kinh_gui", "[\"Ủy ban nhân dân xã Đồng Mẫu.\"]");
    let letter = data(letter, PROPOSAL);
    assert_eq!(letter["van_ban"]["kinh_gui"], json!(["Ủy ban nhân dân xã Đồng Mẫu"]));
    assert_eq!(letter["noi_nhan_de_nghi"], "Ủy ban nhân dân xã Đồng Mẫu");

    let common = Records::small().set(CAMPAIGN, "can_cu", "[\"Căn cứ Luật C;\"]");
    assert_eq!(data(common, PROPOSAL)["van_ban"]["can_cu"], json!(["Luật C"]));
    let extract = Records::small()
        .set(SCHOOL, "ho_so.trich_bien_ban.bien_ban.noi_nhan", "[\"Lưu: VT.\"]")
        .set(SCHOOL, "ho_so.trich_bien_ban.bien_ban.dia_diem", "Phòng họp số 2.")
        .set(SCHOOL, "ho_so.trich_bien_ban.hop.thanh_phan", "Toàn thể viên chức.");
    let meeting = data(extract, "truong-hoa-mai/trich_bien_ban.pdf")["hop"].clone();
    assert_eq!(meeting["bien_ban_noi_nhan"], json!(["Lưu: VT"]));
    assert_eq!([&meeting["dia_diem"], &meeting["thanh_phan"]], ["Phòng họp số 2", "Toàn thể viên chức"]);
}

#[test]
fn a_subject_line_says_once_what_it_is_about() {
    let subject = |paper: &str, words: &str| {
        let kind = "{ten: Công văn, co_so: true, mau: van_ban_don_gian, lay: [noi_dung]}";
        let records = Records::small().set(CAMPAIGN, "loai_van_ban.cong_van", kind).set(
            SCHOOL,
            "ho_so.cong_van",
            "{so: 5, ngay: 2026-07-08, noi_dung: Xin mượn.}",
        );
        let records = records.set(SCHOOL, &format!("ho_so.{paper}.trich_yeu"), &format!("\"{words}\""));
        data(records, &format!("truong-hoa-mai/{paper}.pdf"))["van_ban"].clone()
    };
    for kind in ["cong_van", "to_trinh", "trich_bien_ban", "ban_cam_ket"] {
        for written in ["Về việc", "về việc", "V/v", "v/v:", "V/v về việc", "Về việc:", "VỀ VIỆC", "V/v."]
        {
            let line = subject(kind, &format!("{written} mượn hội trường"));
            assert_eq!(line["trich_yeu"], "Về việc mượn hội trường", "{kind}: {written}");
        }
        for own in ["Mượn hội trường", "Về kết quả phong trào", "Về việc", "V/vv"] {
            assert_eq!(subject(kind, own)["trich_yeu"], own, "{kind}");
        }
    }
    // The title in the PDF's own data says it too.
    assert_eq!(
        subject("cong_van", "V/v mượn hội trường")["tieu_de"],
        "Công văn về việc mượn hội trường (Trường Tiểu học Hoa Mai)"
    );
}

/// In a list of open files, each paper of a unit has a name of its own.
#[test]
fn no_two_papers_of_a_unit_bear_the_same_title() {
    let receipts = "[{lan: 1, ngay: 2026-08-10}, {lan: 2, ngay: 2026-08-12}]";
    let records = Records::reviewed().set(SCHOOL, "tiep_nhan", receipts);
    let checked = records.check();
    let of_units = checked.documents.iter().filter(|document| document.unit.is_some());
    let mut titles: Vec<&str> = of_units.map(|d| d.data["van_ban"]["tieu_de"].as_str().unwrap()).collect();
    let report = "Báo cáo thành tích đề nghị tặng Thư khen của Chủ tịch Ủy ban nhân dân xã Đồng Mẫu - Bùi Thị Sen (Trường Tiểu học Hoa Mai)";
    assert!(titles.contains(&report), "{titles:#?}");
    titles.sort();
    let twice: Vec<_> = titles.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn a_checklist_counts_nominees_that_are_too_many_to_name_and_says_what_is_left_open() {
    let school = |count: usize| {
        let one = |n| {
            format!(
                "{{ma: nguoi-{n}, loai: ca_nhan, ten: Lê Văn {n}, gioi_tinh: nam, doi_tuong: vien_chuc, xep_loai_nam: hoan_thanh_tot, hinh_thuc: thu_khen, thanh_tich: a}}"
            )
        };
        let list = format!("[{}]", (0..count).map(one).collect::<Vec<_>>().join(", "));
        let records = Records::small().set(SCHOOL, "de_nghi", &list);
        data(records, "truong-hoa-mai/phieu_kiem_tra_ho_so.pdf")["kiem_tra"]["tieu_chi"][0]["ten"].clone()
    };
    assert!(school(6).as_str().unwrap().starts_with("Cá nhân: ông\u{a0}Lê\u{a0}Văn\u{a0}0; "), "{}", school(6));
    assert_eq!(school(7), "07 cá nhân");
}

#[test]
fn a_checklist_does_not_call_open_criteria_settled() {
    let checked = data(Records::small(), "truong-hoa-mai/phieu_kiem_tra_ho_so.pdf")["kiem_tra"].clone();
    let rows: Vec<&Value> =
        checked["tieu_chi"].as_array().unwrap().iter().flat_map(|g| g["cac"].as_array().unwrap()).collect();
    let conclusion = checked["ket_luan"].as_str().unwrap();
    let judged: Vec<_> = rows.iter().filter(|row| row["ket_qua"] == "Cần xem xét").collect();
    assert!(!judged.is_empty());
    for row in judged {
        assert_eq!(row["ly_do"], "Do cấp có thẩm quyền xem xét, đánh giá");
        assert!(conclusion.contains(row["stt"].as_str().unwrap()), "{conclusion}");
    }
    assert!(
        conclusion.contains("còn nội dung tại số thứ tự ") && !conclusion.contains("không có vướng mắc"),
        "{conclusion}"
    );
}

#[test]
fn a_vote_without_invalid_ballots_has_no_column_for_them() {
    let column = |invalid: &str| {
        let key = "ho_so.trich_bien_ban.bieu_quyet[tap-the].khong_hop_le";
        data(Records::small().set(SCHOOL, key, invalid), "truong-hoa-mai/trich_bien_ban.pdf")["hop"]["co_khong_hop_le"]
            .clone()
    };
    assert_eq!([column("0"), column("1")], [json!(false), json!(true)]);
}

#[test]
fn what_was_handed_in_beyond_the_required_set_is_listed() {
    let of = |records: Records| {
        let checked = records.check();
        let names = |rows: &Value| -> Vec<String> {
            let name = |row: &Value| format!("{} {}", row["ten"].as_str().unwrap(), row["cua"].as_str().unwrap());
            rows.as_array().into_iter().flatten().map(|row| name(row).trim().to_owned()).collect()
        };
        let slip = checked.document("truong-hoa-mai/giay_tiep_nhan.pdf").data["tiep_nhan"]["nop"].clone();
        let parts = checked.document("truong-hoa-mai/phieu_kiem_tra_ho_so.pdf").data["kiem_tra"]["thanh_phan"].clone();
        let other = parts.as_array().unwrap().iter().find(|group| group["ten"].as_str().unwrap().contains("khác"));
        (names(&slip), other.map_or_else(Vec::new, |group| names(&group["cac"])))
    };
    let (all, none) = of(Records::small());
    assert!(none.is_empty(), "{none:?}");
    // A condition that does not hold; evidence that no certificate is owed for; a nominee who withdrew.
    let condition = Records::small().set(CAMPAIGN, "thanh_phan_ho_so[ban_cam_ket].khi", "{loai_don_vi: [thon]}");
    assert_eq!(of(condition), (all.clone(), vec!["Bản cam kết".to_owned()]));
    let no_initiative = Records::small().set(
        SCHOOL,
        "de_nghi[tap-the].minh_chung",
        "[{loai: mo_hinh, ten: Vườn rau, mo_ta: Vườn rau 600 m²}]",
    );
    let (slip, other) = of(no_initiative);
    assert_eq!(other, ["Giấy chứng nhận sáng kiến Trường Tiểu học Hoa Mai"]);
    assert!(slip.contains(&other[0]), "{slip:?}");
    let withdrawn = Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].rut", "{ngay: 2026-07-11, ly_do: Xin rút}");
    assert_eq!(of(withdrawn).1, ["Báo cáo thành tích Bùi Thị Sen"]);
    // What no receipt lists was not handed in, and what may be asked for after all is not beyond it.
    let unlisted = Records::small()
        .set(CAMPAIGN, "thanh_phan_ho_so[ban_cam_ket].khi", "{loai_don_vi: [thon]}")
        .without(SCHOOL, "tiep_nhan[0].nop[ban_cam_ket]");
    assert!(of(unlisted).1.is_empty());
    let unclear = Records::small().set(CAMPAIGN, "thanh_phan_ho_so[ban_cam_ket].khi", "{loai_don_vi: [thonn]}");
    assert!(of(unclear).1.is_empty());
}
