//! The committee's decision, units' plans and the plan itself at their extremes: all are made, and every page passes the
//! proof.

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::*;
use crate::{dense, printed};

const DECISION: &str = "qd_thanh_lap.pdf";
const OWN: &str = "truong-hoa-mai/ke_hoach_don_vi.pdf";
const HEAD: &str = "nguoi_ky: {quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}";

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// Words of a text of so many characters.
fn words(length: usize) -> String {
    "Trung tâm Bồi dưỡng nghiệp vụ và Phát triển nguồn nhân lực vùng sâu ".chars().cycle().take(length).collect()
}

/// The reviewed campaign with a decision that sets up its committee.
fn set_up(head: &str) -> Records {
    Records::reviewed().append(REVIEW, &format!("\nvan_ban:\n  qd_thanh_lap: {{{head}}}\n"))
}

/// A plan of the campaign and one of the school.
fn planned(body: &str) -> Records {
    let own = format!(
        "{{so: 4, ngay: 2026-01-28, nguoi_ky: {{chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}}, noi_dung: {}}}",
        quoted(body)
    );
    Records::small()
        .set(CAMPAIGN, "ke_hoach.nguoi_ky", &HEAD["nguoi_ky: ".len()..])
        .without(SCHOOL, "ke_hoach")
        .set(SCHOOL, "ho_so.ke_hoach_don_vi", &own)
        .write(PLAN, body)
}

/// Papers that are made without anything to say of their pages.
#[track_caller]
fn proved(records: &Records, paths: &[&str]) -> Vec<usize> {
    let checked = records.check();
    let made = |path: &&str| {
        let document = checked.document(path);
        assert!(!document.blocked, "{path} is blocked:\n{}", checked.text());
        let pdf = PROGRAM.engine.render(&job(document)).unwrap_or_else(|found| panic!("{path}: {found:#?}"));
        assert!(pdf.findings.is_empty(), "{path}: {:#?}", pdf.findings);
        pdf.pages
    };
    paths.iter().map(made).collect()
}

fn rows(data: &Value, group: usize) -> Vec<[&str; 3]> {
    let rows = data["ban_chi_dao"]["nhom"][group]["cac"].as_array().unwrap().iter();
    rows.map(|row| ["ten", "chuc_vu", "vai_tro"].map(|key| row[key].as_str().unwrap())).collect()
}

#[test]
fn the_decision_lists_everybody_with_post_and_body() {
    let checked = Records::phuoc_long().check();
    let document = checked.document(DECISION);
    assert!(document.draft && !document.blocked);
    let data = &document.data;
    let committee = rows(data, 0);
    assert_eq!(committee.len(), 21);
    assert_eq!(committee[0], ["Lý Văn G", "Chủ tịch Ủy ban nhân dân thị xã", "Trưởng ban"]);
    assert_eq!(
        committee[1],
        ["Nguyễn Văn A", "Trưởng phòng Nội vụ - Lao động, Thương binh và Xã hội", "Phó Trưởng ban Thường trực"]
    );
    assert_eq!(committee[3], ["Võ Thị T", "Trưởng phòng Tư pháp", "Thành viên"]);
    assert_eq!(committee[11][1], "Chánh Thanh tra thị xã Phước Long");
    assert_eq!(committee[15][1], "Chủ tịch Ủy ban nhân dân phường Long Thủy");
    assert_eq!(
        rows(data, 1)[0],
        ["Mai Thị V", "Phó Trưởng phòng Nội vụ - Lao động, Thương binh và Xã hội", "Tổ trưởng"]
    );
    assert_eq!(data["ban_chi_dao"]["nguoi_quyet_dinh"], "Ủy ban nhân dân thị xã Phước Long");
    let text = printed(document);
    for words in [
        "Số:/QĐ-UBND",
        "Về việc thành lập Ban Chỉ đạo, Tổ giúp việc tổ chức thực hiện phong trào thi đua theo chuyên đề",
        "ỦY BAN NHÂN DÂN THỊ XÃ PHƯỚC LONG Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;",
        "Theo đề nghị của Trưởng phòng Nội vụ - Lao động, Thương binh và Xã hội.",
        "Điều 1. Thành lập Ban Chỉ đạo thực hiện phong trào thi đua gồm 21 thành viên và Tổ giúp việc gồm 03 thành viên",
        "chịu trách nhiệm thi hành Quyết định này./.",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        "Danh sách có 24 thành viên./.",
    ] {
        assert!(text.contains(&dense(words)), "{words}: {text}");
    }
}

/// A chairman who decides in person stands in the authority line, and in the list's reference to its decision.
#[test]
fn who_sets_it_up_follows_from_who_signs() {
    let by = |signer: &str| {
        let head = format!("nguoi_ky: {signer}, noi_nhan: [Như Điều 3, \"Lưu: VT\"]");
        set_up(&head).check().document(DECISION).data["ban_chi_dao"]["nguoi_quyet_dinh"].clone()
    };
    assert_eq!(by("{chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}"), "Chủ tịch Ủy ban nhân dân xã Đồng Mẫu");
    assert_eq!(
        by("{quyen_han: [KT.], chuc_vu: Phó Chủ tịch, ho_ten: Tô Văn Tổ}"),
        "Chủ tịch Ủy ban nhân dân xã Đồng Mẫu"
    );
    assert_eq!(
        by("{quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}"),
        "Ủy ban nhân dân xã Đồng Mẫu"
    );
}

/// What the roster leaves out comes from the registry of units: heads by the name they sign with, or by their post.
#[test]
fn heads_of_units_come_from_the_registry() {
    let roster = |records: Records| {
        let checked = records.check();
        let data = checked.document(DECISION).data.clone();
        rows(&data, 0).iter().map(|row| row.join(" | ")).collect::<Vec<_>>()
    };
    let without = |records: Records, key: &str| records.without(CAMPAIGN, key);
    let partial = without(without(set_up(HEAD), "ban_chi_dao[5]"), "ban_chi_dao[2]");
    let rows_of = roster(partial);
    assert_eq!(rows_of.len(), 10);
    assert_eq!(
        rows_of[8..],
        ["Đinh Văn Cội | Hiệu trưởng Trường Tiểu học Hoa Mai | Thành viên", " | Người đứng đầu Thôn Tây | Thành viên"]
    );
    // Without any name there are the posts of the plan and the units.
    let posts = "{ban_chi_dao: [{vai_tro: truong_ban, chuc_vu: Chủ tịch UBND xã}, {vai_tro: pho_truong_ban, chuc_vu: Hiệu trưởng Trường Tiểu học}]}";
    let unnamed = without(without(set_up(HEAD), "ban_chi_dao"), "to_giup_viec").set(CAMPAIGN, "chuc_danh", posts);
    let paths = [DECISION];
    proved(&unnamed, &paths);
    let rows_of = roster(unnamed);
    assert_eq!(rows_of[0], " | Chủ tịch UBND xã | Trưởng ban");
    assert!(rows_of[2..].iter().all(|row| !row.contains("Hoa Mai")), "{rows_of:?}");
    assert_eq!(rows_of.len(), 5);
}

/// Members who came or went count on the day of the decision.
#[test]
fn the_roster_is_that_of_the_day() {
    let on = |day: &str| {
        let records = set_up(&format!("{HEAD}, so: 90, ngay: {day}"))
            .set(CAMPAIGN, "ban_chi_dao[6].den", "2026-03-01")
            .set(CAMPAIGN, "ban_chi_dao[7].tu", "2026-03-02");
        records.check().document(DECISION).data["ban_chi_dao"]["so"].clone()
    };
    assert_eq!((on("2026-02-01"), on("2026-04-01")), (json!("09"), json!("09")));
}

/// Duties other than the usual ones are Markdown.
#[test]
fn duties_of_its_own() {
    let records = set_up(&format!("{HEAD}, noi_dung: \"1. Chỉ đạo phong trào.\\n2. Họp xét khen thưởng.\""));
    proved(&records, &[DECISION]);
    let text = printed(records.check().document(DECISION));
    assert!(text.contains("Điều2.Nhiệmvụ1.Chỉđạophongtrào.2.Họpxétkhenthưởng."), "{text}");
}

#[test]
fn sixty_members_and_long_names() {
    let mut members = String::new();
    for n in 1..=60 {
        let post = if n % 7 == 0 { words(200) } else { "Trưởng thôn".to_owned() };
        writeln!(
            members,
            "  - {{ho_ten: Nguyễn Hoàng Thị Tuyết Phượng Khánh Ngọc Quỳnh Anh {n}, chuc_vu: {}, vai_tro: thanh_vien}}",
            quoted(post.trim())
        )
        .unwrap();
    }
    let records = set_up(HEAD);
    let text = records.read(CAMPAIGN).replacen("to_giup_viec:\n", &format!("{members}to_giup_viec:\n"), 1);
    let records = records.write(CAMPAIGN, text);
    assert!(proved(&records, &[DECISION])[0] > 4);
    let long = quoted(words(200).trim());
    let records = set_up(HEAD).set(CAMPAIGN, "co_quan.bcd.ten", &long).set(CAMPAIGN, "co_quan.ubnd.ten", &long);
    proved(&records.set(CAMPAIGN, "ten", &long), &[DECISION]);
}

#[test]
fn a_plan_of_forty_pages() {
    let mut body = String::new();
    for n in 1..=30 {
        write!(body, "# Phần việc thứ {n}\n\n## Việc chung\n\n1. {}, lần {n}:\n\n- Việc {n} đã xong;\n- Việc sau đang làm.\n\n2. {}.\n\n", words(60).trim(), words(900).trim()).unwrap();
        body.push_str("| STT | Nội dung | Kết quả |\n|---|---|---|\n| 1 | Việc | Xong |\n| 2 | Việc | Chưa |\n\n");
    }
    let pages = proved(&planned(&body), &["ke_hoach.pdf", OWN]);
    assert!(pages.iter().all(|pages| *pages > 15), "{pages:?}");
}

#[test]
fn a_plan_of_one_word_and_names_of_two_hundred_characters() {
    let long = quoted(words(200).trim());
    let mut records = planned("Làm.");
    for (file, field) in [
        (CAMPAIGN, "ten"),
        (CAMPAIGN, "co_quan.ubnd.ten"),
        (CAMPAIGN, "ke_hoach.co_quan"),
        (SCHOOL, "ten"),
        (SCHOOL, "ho_so.ke_hoach_don_vi.nguoi_ky.chuc_vu"),
    ] {
        records = records.set(file, field, &long);
    }
    let recipients: Vec<String> = (1..30).map(|n| format!("Ủy ban nhân dân xã số {n}")).collect();
    let records = records.set(CAMPAIGN, "ke_hoach.noi_nhan", &format!("[{}, \"Lưu: VT\"]", recipients.join(", ")));
    proved(&records, &["ke_hoach.pdf", OWN]);
}

/// A heading's list and its dashes stay together wherever the page ends.
#[test]
fn a_line_that_says_what_dashes_follow_is_never_the_last_of_a_page() {
    for length in 1..28 {
        let body = format!(
            "# Một\n\n{}## Hai\n\n1. Đối với tập thể:\n\n- Việc một;\n- Việc hai.\n",
            "Một dòng chữ.\n\n".repeat(length)
        );
        let checked = planned(&body).check();
        let pdf = PROGRAM.engine.render(&job(checked.document("ke_hoach.pdf"))).unwrap();
        let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf.bytes).unwrap();
        let on = |words: &str| pages.iter().position(|page| dense(page).contains(words));
        assert_eq!(on("a)Đốivớitậpthể:"), on("-Việcmột;"), "{length}: {pages:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_in_plans_and_the_decision(
        texts in proptest::collection::vec("[A-ZĐÂƠ][a-zđăâêôơưàảãáạấềộựỹ0-9]{0,9}( [a-zđăâêôơưàảãáạấềộựỹĐÂ0-9][a-zđăâêôơưàảãáạấềộựỹĐÂ0-9/-]{0,8}[,.;%)]?){0,25}", 8)
    ) {
        prop_assume!(texts.iter().all(|text| hoso::record::legacy::legacy(text).is_none()));
        // A body whose last word ends in a stroke is not told from its end mark.
        let texts: Vec<&str> = texts.iter().map(|text| text.trim_end_matches([' ', '/', ',', '.', ';', '%', ')', '-'])).collect();
        let body = format!("# {}\n\n{}\n\n## {}\n\n1. {}\n\n- {}\n", texts[0], texts[1], texts[2], texts[3], texts[4]);
        let records = planned(&body)
            .set(CAMPAIGN, "ten", &quoted(texts[5]))
            .set(CAMPAIGN, "ke_hoach.trich_yeu", &quoted(texts[6]))
            .set(CAMPAIGN, "ke_hoach.noi_nhan", &format!("[{}, \"Lưu: VT\"]", quoted(texts[7])));
        proved(&records, &["ke_hoach.pdf", OWN]);
        let records = set_up(&format!("{HEAD}, noi_nhan: [{}, \"Lưu: VT\"], trich_yeu: {}", quoted(texts[0]), quoted(texts[1])));
        let records = [("ten", 5), ("ban_chi_dao[0].ho_ten", 2), ("ban_chi_dao[0].chuc_vu", 3), ("ban_chi_dao[7].chuc_vu", 4), ("co_quan.bcd.ten", 6)]
            .into_iter()
            .fold(records, |records, (field, n)| records.set(CAMPAIGN, field, &quoted(texts[n])));
        proved(&records, &[DECISION]);
    }
}
