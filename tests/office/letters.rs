//! Letters to units whose dossiers have not come, or not whole.

use serde_json::json;

use crate::data;
use crate::support::*;

const LETTER: &str = "cong_van_bo_sung/truong-hoa-mai.pdf";

#[test]
fn a_dossier_that_lacks_something_gets_a_letter_that_says_what() {
    let lacking = Records::small()
        .without(SCHOOL, "ho_so.ban_cam_ket")
        .set(SCHOOL, "de_nghi[bui-thi-sen].xep_loai_nam", "hoan_thanh")
        .check();
    let letter = data(&lacking, LETTER);
    assert_eq!(
        letter["con_thieu"]["thieu"],
        json!([{"ten": "01 Bản cam kết", "dieu_khoan": "điểm e khoản 1 Mục III Kế hoạch"}])
    );
    assert_eq!(letter["con_thieu"]["can_sua"].as_array().unwrap().len(), 1);
    assert_eq!(letter["van_ban"]["kinh_gui"], json!(["Trường Tiểu học Hoa Mai"]));
    assert_eq!(letter["van_ban"]["du_thao"], json!(true));
    let filled = PROGRAM.engine.fill(&job(lacking.document(LETTER))).unwrap();
    assert!(filled.contains("11/KH-UBND"), "the plan whose clauses it cites: {filled}");
    // Whoever lacks nothing, has not come yet or proposes nobody gets none.
    let letters = |checked: &Checked| checked.documents.iter().filter(|d| d.kind == "cong_van_bo_sung").count();
    assert_eq!((letters(&lacking), letters(&Records::small().check())), (1, 0));
    let not_come = Records::small().without(SCHOOL, "ho_so.ban_cam_ket").without(SCHOOL, "tiep_nhan").check();
    assert_eq!(letters(&not_come), 0);
    // A fault of writing is the office's own: the unit is not asked to mend it.
    let misspelt = Records::small().replace(SCHOOL, "dia_danh:", "diadanh:").check();
    assert_eq!(letters(&misspelt), 0);
}

/// The head of a letter to a unit, with the new deadline, stands under the unit's code.
#[test]
fn a_letter_takes_its_head_from_the_record() {
    let heads = |text: &str| format!("phien_ban: 1\nvan_ban:\n  cong_van_bo_sung: {{{text}}}\n");
    let lacking = |text: &str| Records::small().without(SCHOOL, "ho_so.ban_cam_ket").write(REVIEW, heads(text)).check();
    let letter = data(&lacking("truong-hoa-mai: {so: 61, ngay: 2026-07-16, han: 2026-07-20}"), LETTER);
    assert_eq!((letter["van_ban"]["so"].as_str(), letter["van_ban"]["du_thao"].as_bool()), (Some("61"), Some(false)));
    assert_eq!(letter["con_thieu"]["han"], json!({"ngay": "20", "thang": "7", "nam": "2026"}));
    assert_eq!(letter["van_ban"]["kinh_gui"], json!(["Trường Tiểu học Hoa Mai"]));
    // What it states goes before what is usual; another unit's head is another letter's.
    let own = data(&lacking("truong-hoa-mai: {kinh_gui: [Hiệu trưởng]}, tram-y-te: {so: 9}"), LETTER);
    assert_eq!(
        (own["van_ban"]["kinh_gui"][0].as_str(), own["van_ban"]["so"].as_str()),
        (Some("Hiệu trưởng"), Some(""))
    );
}

#[test]
fn units_that_have_not_come_are_urged_in_one_letter() {
    let urged = |day: &str| {
        let head = format!("{{ngay: {day}, so: 7}}");
        let records =
            Records::small().write("xet-duyet.yaml", format!("phien_ban: 1\nvan_ban: {{cong_van_don_doc: {head}}}\n"));
        data(&records.check(), "cong_van_don_doc.pdf")["chua_nop"]["don_vi"].clone()
    };
    // Who had come by the day of the letter is not in it.
    assert_eq!(urged("2026-07-10"), json!(["Trạm Y tế xã Đồng Mẫu", "Thôn Tây"]));
    assert_eq!(urged("2026-07-30"), json!(["Thôn Tây"]));
    // Who proposes nobody had not answered before it wrote so.
    assert_eq!(
        urged("2026-07-08"),
        json!(["Trường Tiểu học Hoa Mai", "Trạm Y tế xã Đồng Mẫu", "Thôn Đông", "Thôn Tây"])
    );
    let misspelt = "phien_ban: 1\nvan_ban: {cong_van_dondoc: {so: 1}}\n";
    insta::assert_snapshot!(Records::small().write("xet-duyet.yaml", misspelt).check().text(), @"xet-duyet.yaml:2:11: lỗi[yaml/truong-la]: không có loại văn bản chung `cong_van_dondoc` ⟨chặn van_ban · cong_van_don_doc⟩");
}

/// The letter as a draft: by the record, or by the day that the user states.
#[test]
fn units_are_urged_before_the_letter_has_its_number() {
    let letter = "phien_ban: 1\nvan_ban: {cong_van_don_doc: {}}\n";
    let drafted = data(&Records::small().write(REVIEW, letter).check(), "cong_van_don_doc.pdf");
    assert_eq!(drafted["van_ban"]["du_thao"], json!(true));
    assert_eq!(drafted["chua_nop"]["don_vi"], json!(["Thôn Tây"]));
    assert_eq!(drafted["chua_nop"]["mot"], "Thôn Tây");
    assert_eq!(drafted["van_ban"]["kinh_gui"], json!(["Thôn Tây"]));
    assert_eq!(drafted["van_ban"]["noi_nhan"], json!(["Như trên", "Lưu: VT"]));
    // Where all have come there is nobody to urge.
    let all = Records::small().set(CAMPAIGN, "don_vi", "[truong-hoa-mai, tram-y-te, thon-dong]").remove(WEST);
    assert!(all.write(REVIEW, letter).check().documents.iter().all(|d| d.kind != "cong_van_don_doc"));
    let records = Records::small();
    let build = |more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_hoso"));
        command.current_dir(records.home()).args(["build", "--kind", "cong_van_don_doc", "--keep-typ"]).args(more);
        assert!(command.output().unwrap().status.success());
        let campaign = records.path("").file_name().unwrap().to_owned();
        std::fs::read_to_string(records.home().join("output").join(campaign).join("cong_van_don_doc.typ")).ok()
    };
    assert_eq!(build(&[]), None);
    let urged = build(&["--den-ngay", "10/7/2026"]).unwrap();
    assert!(urged.contains("Trạm Y tế xã Đồng Mẫu") && urged.contains("Thôn Tây"), "{urged}");
    assert!(!urged.contains("Trường Tiểu học Hoa Mai"), "{urged}");
}

/// What the clerk states goes before what is usual.
#[test]
fn who_a_letter_goes_to_and_comes_from() {
    let lacking = |head: &str| {
        let head = format!("phien_ban: 1\nvan_ban: {{cong_van_bo_sung: {{truong-hoa-mai: {head}}}}}\n");
        let records = Records::small().without(SCHOOL, "ho_so.ban_cam_ket").write(REVIEW, head);
        data(&records.check(), LETTER)["van_ban"]["noi_nhan"].clone()
    };
    assert_eq!(lacking("{so: 3}"), json!(["Như trên", "Lưu: VT"]));
    assert_eq!(lacking("{noi_nhan: [\"Lưu: VT, VHXH\"]}"), json!(["Như trên", "Lưu: VT, VHXH"]));
}
