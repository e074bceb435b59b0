//! The worst that a record can hold, and anything between: all papers are made, and every page passes the proof.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use std::fmt::Write as _;

use hoso::render::Pdf;
use proptest::prelude::*;
use support::*;

const PROPOSAL: &str = "truong-hoa-mai/to_trinh.pdf";
const EXTRACT: &str = "truong-hoa-mai/trich_bien_ban.pdf";
const REPORT: &str = "truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf";

/// A paper that is made without anything to say of its pages.
#[track_caller]
fn proved(records: &Records, path: &str) -> Pdf {
    let checked = records.check();
    let document = checked.document(path);
    assert!(!document.blocked, "{path} is blocked:\n{}", checked.text());
    made(document)
}

#[track_caller]
fn made(document: &hoso::plan::Document) -> Pdf {
    let pdf = PROGRAM.engine.render(&job(document)).unwrap_or_else(|found| panic!("{}: {found:#?}", document.path));
    assert!(pdf.findings.is_empty(), "{}: {:#?}", document.path, pdf.findings);
    pdf
}

/// Every paper of the school.
#[track_caller]
fn all_proved(records: &Records) {
    let checked = records.check();
    let school = checked.documents.iter().filter(|d| d.unit.as_deref() == Some("truong-hoa-mai") && !d.blocked);
    assert!(school.map(made).count() >= 6, "{}", checked.text());
}

/// Words of a text of so many characters.
fn words(length: usize) -> String {
    "Trung tâm Bồi dưỡng nghiệp vụ và Phát triển nguồn nhân lực vùng sâu ".chars().cycle().take(length).collect()
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

#[test]
fn names_of_two_hundred_characters() {
    let long = quoted(words(200).trim());
    let mut records = Records::small();
    for field in ["ten", "de_nghi[tap-the].ten", "de_nghi[bui-thi-sen].chuc_vu", "ho_so.to_trinh.kinh_gui[0]"] {
        records = records.set(SCHOOL, field, &long);
    }
    all_proved(&records);
}

/// A line before a word that is as long as a line is left nearly empty, and still sound.
#[test]
fn an_address_longer_than_its_line() {
    let address = format!("Nhà trường công bố tại https://{}.vn/ket-qua để phụ huynh theo dõi.", "dongmau".repeat(7));
    let records = Records::small().set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the.noi_dung", &quoted(&address));
    proved(&records, REPORT);
}

#[test]
fn a_name_that_fills_a_line() {
    let name = quoted("Nguyễn Hoàng Thị Tuyết Phượng Khánh Ngọc Quỳnh Anh");
    let records = Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].ten", &name);
    all_proved(&records.set(SCHOOL, "ho_so.to_trinh.nguoi_ky.ho_ten", &name));
}

#[test]
fn a_subject_of_eight_lines_and_thirty_recipients() {
    let recipients: Vec<String> = (1..30).map(|n| format!("Ủy ban nhân dân xã số {n}")).collect();
    let records = Records::small().set(SCHOOL, "ho_so.to_trinh.trich_yeu", &quoted(words(400).trim())).set(
        SCHOOL,
        "ho_so.to_trinh.noi_nhan",
        &format!("[{}, \"Lưu: VT\"]", recipients.join(", ")),
    );
    proved(&records, PROPOSAL);
}

#[test]
fn one_nominee_and_two_hundred() {
    proved(&Records::small().set(SCHOOL, "ho_so.to_trinh.de_nghi", "[tap-the]"), PROPOSAL);
    let (mut nominees, mut votes) = (String::new(), String::new());
    for n in 1..=200 {
        let merit = "Có nhiều đóng góp cho phong trào xây dựng nông thôn mới kiểu mẫu của xã";
        write!(nominees, "\n  - {{ma: nguoi-{n}, loai: ca_nhan, ten: Nguyễn Văn Số {n}, gioi_tinh: nam, chuc_vu: Giáo viên, doi_tuong: vien_chuc, xep_loai_nam: hoan_thanh_tot, hinh_thuc: giay_khen, thanh_tich: {merit} {n}}}").unwrap();
        write!(votes, "\n      - {{de_nghi: nguoi-{n}, cach: phieu_kin, dong_y: 16, khong_dong_y: 0}}").unwrap();
    }
    let records = Records::small();
    let text = records.read(SCHOOL);
    let text = text.replacen("de_nghi:\n", &format!("de_nghi:{nominees}\n"), 1);
    let text = text.replacen("    bieu_quyet:\n", &format!("    bieu_quyet:{votes}\n"), 1);
    let records = records.write(SCHOOL, text);
    assert!(proved(&records, PROPOSAL).pages > 10);
    assert!(proved(&records, EXTRACT).pages > 10);
}

#[test]
fn a_report_of_forty_pages() {
    let mut body = String::new();
    for n in 1..=40 {
        write!(body, "# Phần việc thứ {n}\n\n").unwrap();
        for m in 1..=6 {
            write!(body, "{}, lần {m}.\n\n- Việc {m} đã xong;\n- Việc sau đang làm.\n\n", words(380).trim()).unwrap();
        }
        body.push_str("| STT | Nội dung | Kết quả |\n|---|---|---|\n| 1 | Việc | Xong |\n| 2 | Việc | Chưa |\n\n");
    }
    let records = Records::small().set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the.noi_dung", &quoted(&body));
    assert!(proved(&records, REPORT).pages >= 40);
}

#[test]
fn every_letter_in_every_case_and_tone_composed_or_not() {
    let mut letters = String::from("Đ đ ");
    for base in ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"] {
        for tone in ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"] {
            write!(letters, "{base}{tone} {}{tone} ", base.to_uppercase()).unwrap();
        }
    }
    let records = Records::small().set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the.noi_dung", &quoted(&letters));
    let text = pdf_extract::extract_text_from_mem(&proved(&records, REPORT).bytes).unwrap();
    let held: String = hoso::record::text::nfc(&letters).split_whitespace().collect();
    assert!(text.split_whitespace().collect::<String>().contains(&held), "{text}");
    all_proved(&Records::small().set(
        SCHOOL,
        "ten",
        &quoted("Tru\u{31b}o\u{31b}\u{300}ng Tie\u{302}\u{309}u ho\u{323}c 19/5 số 2"),
    ));
}

/// The closing line goes with the signatures to the next page; a table before it stays where it fits.
#[test]
fn the_table_of_an_extract_does_not_follow_the_signatures() {
    let mut parted = 0;
    for paragraphs in 1..16 {
        let body = "Chủ trì nêu tiêu chuẩn khen thưởng theo kế hoạch của xã.\n\n".repeat(paragraphs);
        let records = Records::small().set(SCHOOL, "ho_so.trich_bien_ban.noi_dung", &quoted(&body));
        let pdf = proved(&records, EXTRACT);
        let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf.bytes).unwrap();
        let page = |words: &str| {
            let on = |page: &String| page.split_whitespace().collect::<String>().contains(words);
            pages.iter().position(on).unwrap_or_else(|| panic!("{words}: {pages:?}"))
        };
        let (table, closing, signed) = (page("Tỷlệ"), page("Cuộchọpkếtthúc"), page("CHỦTRÌ"));
        assert_eq!(closing, signed, "{paragraphs} paragraphs");
        parted += usize::from(table < signed);
    }
    assert!(parted > 2, "the table went along but for {parted} lengths");
}

/// Words as long as real ones, in any number: a word longer than a line is rightly a finding, and so is what reads as
/// typed in TCVN3 or VNI. None begins with a slash, which no line may begin with either: with the word before it, it
/// would be a word of twice the length.
fn words_at_random() -> impl Strategy<Value = String> {
    let letters = "[A-ZĐÂƠ][a-zđăâêôơưàảãáạấềộựỹ0-9]{0,9}( [(“]?[a-zđăâêôơưàảãáạấềộựỹĐÂ0-9-][a-zđăâêôơưàảãáạấềộựỹĐÂ0-9/-]{0,8}[,.;%)”]?){0,25}";
    letters.prop_filter("reads as another code", |text| hoso::record::legacy::legacy(text).is_none())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_in_all_fields_at_once(texts in proptest::collection::vec(words_at_random(), 11)) {
        let fields = [
            "ten", "dia_danh", "de_nghi[tap-the].thanh_tich", "de_nghi[bui-thi-sen].thanh_tich",
            "de_nghi[bui-thi-sen].chuc_vu", "ho_so.to_trinh.trich_yeu", "ho_so.to_trinh.kinh_gui[0]",
            "ho_so.trich_bien_ban.bien_ban.dia_diem", "ho_so.trich_bien_ban.hop.thanh_phan",
            "ho_so.trich_bien_ban.hop.chuc_vu_thu_ky", "tiep_nhan[0].nguoi_nop",
        ];
        let with = |records: Records, (field, text): (&&str, &String)| records.set(SCHOOL, field, &quoted(text));
        let records = fields.iter().zip(&texts).fold(Records::small(), with);
        all_proved(&records);
        // The extract has a second form: a certified copy, with a part of its own below the minutes.
        let list = format!("[{}, \"Lưu: VT\"]", quoted(&texts[0]));
        let certified = [
            ("kieu", "trich_sao"), ("so", "7"), ("noi_nhan", &list), ("bien_ban.noi_nhan", &list),
            ("nguoi_ky", "{quyen_han: [KT.], ky_thay: Hiệu trưởng, chuc_vu: Phó Hiệu trưởng, ho_ten: Lê Văn B}"),
        ];
        let records = certified.iter().fold(records, |records, (key, value)| {
            records.set(SCHOOL, &format!("ho_so.trich_bien_ban.{key}"), value)
        });
        let text = pdf_extract::extract_text_from_mem(&proved(&records, EXTRACT).bytes).unwrap();
        let dense: String = text.split_whitespace().collect();
        assert!(dense.contains("TRÍCHSAO") && dense.contains("BIÊNBẢN"), "{text}");
    }
}

/// Texts of any length that papers of the office and the committee print.
const LONG: &[(&str, &str)] = &[
    (CAMPAIGN, "ten"),
    (CAMPAIGN, "tien_thuong.nguon"),
    (CAMPAIGN, "co_quan.van-hoa-xa-hoi.ten"),
    (CAMPAIGN, "hinh_thuc_khen.giay_khen.cua"),
    (CAMPAIGN, "hinh_thuc_khen.bang_khen.cua"),
    (SCHOOL, "ten"),
    (WEST, "ten"),
    (SCHOOL, "de_nghi[tap-the].ten"),
    (STATION, "de_nghi[tap-the].thanh_tich"),
    (SCHOOL, "de_nghi[bui-thi-sen].thanh_tich"),
    (SCHOOL, "de_nghi[bui-thi-sen].chuc_vu"),
    (REVIEW, "hop[0].dia_diem"),
    (REVIEW, "hop[0].thu_tu"),
    (REVIEW, "hop[0].noi_dung"),
    (REVIEW, "hop[0].kiem_phieu[0].chuc_vu"),
    (REVIEW, "hop[0].tham_du.thanh_phan"),
    (REVIEW, "hop[0].tham_du.chuc_vu_chu_tri"),
    (REVIEW, "hop[0].tham_du.chuc_vu_thu_ky"),
    (REVIEW, "hop[0].tham_du.vang[0].ly_do"),
    (REVIEW, "hop[0].ket_qua[1].ly_do"),
    (REVIEW, "hop[0].noi_nhan[0]"),
    (REVIEW, "quyet_dinh[0].nguoi_ky.chuc_vu"),
    (REVIEW, "quyet_dinh[0].can_cu[0]"),
    (REVIEW, "quyet_dinh[0].noi_nhan[0]"),
    (REVIEW, "quyet_dinh[0].thi_hanh[0]"),
    (REVIEW, "quyet_dinh[0].trich_yeu"),
    (REVIEW, "quyet_dinh[0].de_nghi_cua"),
    (REVIEW, "van_ban.cong_van_don_doc.trich_yeu"),
    (REVIEW, "van_ban.thong_bao_ket_qua.kinh_gui[0]"),
    (REVIEW, "van_ban.to_trinh_khen_thuong.kinh_gui[0]"),
    (REVIEW, "van_ban.to_trinh_khen_thuong.trich_yeu"),
    (REVIEW, "van_ban.to_trinh_bang_khen.dot-2.trich_yeu"),
];
/// Names of people; the name of an award stands in columns for a figure, which have room for the words of the language.
const PEOPLE: &[(&str, &str)] = &[
    (CAMPAIGN, "hinh_thuc_khen.thu_khen.ten"),
    (CAMPAIGN, "co_quan.van-hoa-xa-hoi.nguoi_ky.ho_ten"),
    (SCHOOL, "de_nghi[bui-thi-sen].ten"),
    (REVIEW, "hop[0].tham_du.chu_tri"),
    (REVIEW, "hop[0].tham_du.thu_ky"),
    (REVIEW, "hop[0].tham_du.vang[0].ho_ten"),
    (REVIEW, "hop[0].kiem_phieu[0].ho_ten"),
    (REVIEW, "quyet_dinh[0].nguoi_ky.ho_ten"),
];

/// Every kind of paper that is about all dossiers, a meeting or a decision.
const OFFICE: [&str; 14] = [
    "bang_tong_hop",
    "danh_sach_trich_ngang",
    "cong_van_bo_sung",
    "cong_van_don_doc",
    "bien_ban_hop",
    "phieu_bau",
    "bien_ban_kiem_phieu",
    "to_trinh_khen_thuong",
    "to_trinh_bang_khen",
    "thong_bao_ket_qua",
    "qd_khen_thuong",
    "danh_sach_ky_nhan",
    "giay_khen",
    "giay_khen_in_thu",
];

/// All papers of the office and the committee, of every kind.
#[track_caller]
fn office_proved(records: &Records) {
    let checked = records.check();
    let made: std::collections::BTreeSet<&str> = checked
        .documents
        .iter()
        .filter(|d| OFFICE.contains(&d.kind.as_str()))
        .map(|document| {
            assert!(!document.blocked, "{} is blocked:\n{}", document.path, checked.text());
            made(document);
            document.kind.as_str()
        })
        .collect();
    assert_eq!(made, OFFICE.into_iter().collect(), "{}", checked.text());
}

#[test]
fn the_longest_words_in_every_paper_of_the_committee() {
    let (long, name) = (quoted(words(200).trim()), quoted("Nguyễn Hoàng Thị Tuyết Phượng Khánh Ngọc Quỳnh Anh"));
    let records = LONG.iter().fold(Records::with_every_paper(), |r, (file, field)| r.set(file, field, &long));
    office_proved(&PEOPLE.iter().fold(records, |r, (file, field)| r.set(file, field, &name)));
}

/// Papers of the office and the committee that a campaign has; all are made and proved.
#[track_caller]
fn committee_papers(records: &Records) -> Vec<String> {
    let checked = records.check();
    let own = checked.documents.iter().filter(|d| OFFICE.contains(&d.kind.as_str()));
    own.map(|document| {
        assert!(!document.blocked, "{} is blocked:\n{}", document.path, checked.text());
        made(document);
        document.path.clone()
    })
    .collect()
}

#[test]
fn two_hundred_nominees_in_one_meeting() {
    let (mut nominees, mut results) = (String::new(), String::new());
    for n in 1..=200 {
        let merit = "Có nhiều đóng góp cho phong trào xây dựng nông thôn mới kiểu mẫu của xã";
        let (result, reason) =
            if n % 4 == 0 { ("khong_dat", ", ly_do: Đã hết số lượng") } else { ("thu_khen", "") };
        write!(nominees, "\n  - {{ma: nguoi-{n}, loai: ca_nhan, ten: Nguyễn Văn Số {n}, gioi_tinh: nam, chuc_vu: Giáo viên, doi_tuong: vien_chuc, xep_loai_nam: hoan_thanh_tot, hinh_thuc: thu_khen, thanh_tich: {merit} {n}}}").unwrap();
        write!(results, "\n      - {{don_vi: truong-hoa-mai, de_nghi: nguoi-{n}, dong_y: 8, khong_dong_y: 1, ket_qua: {result}{reason}}}").unwrap();
    }
    let records = Records::with_every_paper();
    let unit = records.read(SCHOOL).replacen("de_nghi:\n", &format!("de_nghi:{nominees}\n"), 1);
    let review = records.read(REVIEW).replacen("    ket_qua:\n", &format!("    ket_qua:{results}\n"), 1);
    let checked = records.write(SCHOOL, unit).write(REVIEW, review).check();
    let paths = ["bien_ban_hop", "phieu_bau", "bien_ban_kiem_phieu", "to_trinh_khen_thuong", "thong_bao_ket_qua"];
    for path in paths.into_iter().chain(["qd_khen_thuong-thu-khen-dot-1", "danh_sach_ky_nhan-thu-khen-dot-1"]) {
        assert!(made(checked.document(&format!("{path}.pdf"))).pages > 4, "{path}");
    }
    // The summary only counts, and each has a certificate.
    assert!(made(checked.document("bang_tong_hop.pdf")).pages < 3);
    assert_eq!(checked.documents.iter().filter(|d| d.kind == "giay_khen").count(), 2 + 150);
}

#[test]
fn a_meeting_that_judged_nobody() {
    const BALLOTS: [&str; 4] =
        ["bang_tong_hop.pdf", "danh_sach_trich_ngang.pdf", "phieu_bau.pdf", "bien_ban_kiem_phieu.pdf"];
    let empty = |results: &str| {
        let records = Records::reviewed().set(REVIEW, "hop[0].ket_qua", results).without(REVIEW, "quyet_dinh");
        committee_papers(&records.without(REVIEW, "hop[1]"))
    };
    assert_eq!(empty("[]"), ["bang_tong_hop.pdf", "danh_sach_trich_ngang.pdf", "bien_ban_hop.pdf"]);
    let rejected = "[{don_vi: truong-hoa-mai, de_nghi: tap-the, ket_qua: khong_dat, ly_do: A}]";
    assert_eq!(empty(rejected), [&BALLOTS[..], &["bien_ban_hop.pdf", "thong_bao_ket_qua.pdf"]].concat());
    let chosen = "[{don_vi: truong-hoa-mai, de_nghi: tap-the, ket_qua: giay_khen}]";
    assert_eq!(
        empty(chosen),
        [&BALLOTS[..], &["bien_ban_hop.pdf", "to_trinh_khen_thuong.pdf", "thong_bao_ket_qua.pdf"]].concat()
    );
}

/// What a campaign need not state: votes, money, quotas, how it votes, who sits in its committee.
#[test]
fn nothing_but_who_was_chosen() {
    let without = ["tien_thuong", "so_luong", "bieu_quyet", "ban_chi_dao", "to_giup_viec"];
    let mut records = without.into_iter().fold(Records::reviewed(), |r, key| r.without(CAMPAIGN, key));
    for (meeting, outcomes) in [(0, 3), (1, 1)] {
        for outcome in 0..outcomes {
            for key in ["dong_y", "khong_dong_y", "khong_tham_gia"] {
                records = records.without(REVIEW, &format!("hop[{meeting}].ket_qua[{outcome}].{key}"));
            }
        }
    }
    assert_eq!(committee_papers(&records).len(), committee_papers(&Records::reviewed()).len());
    let text = records.check().text();
    assert!(!text.contains("lỗi["), "{text}");
}

/// The names of awards are the campaign's own.
#[test]
fn a_campaign_without_certificates_of_merit() {
    let files = [CAMPAIGN, SCHOOL, STATION, REVIEW];
    let rename = |r: Records, file| {
        let text = r.read(file).replace("giay_khen", "bieu_duong").replace("Giấy khen", "Biểu dương");
        r.write(file, text)
    };
    let records = files.into_iter().fold(Records::reviewed(), rename);
    assert_eq!(records.check().text(), "");
    let papers = committee_papers(&records);
    assert_eq!(papers.len(), committee_papers(&Records::reviewed()).len());
    let decision = proved(&records, "qd_khen_thuong.pdf");
    let text = pdf_extract::extract_text_from_mem(&decision.bytes).unwrap();
    assert!(text.contains("Biểu dương") && !text.contains("Giấy khen"), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_in_every_paper_of_the_committee(
        texts in proptest::collection::vec(words_at_random(), LONG.len()),
        names in proptest::collection::vec("[A-ZĐÂ][a-zđêưả]{1,6}( [A-ZĐÂ][a-zđêưả]{1,6}){1,6}", PEOPLE.len()),
    ) {
        let fields = LONG.iter().zip(&texts).chain(PEOPLE.iter().zip(&names));
        office_proved(&fields.fold(Records::with_every_paper(), |r, ((file, field), text)| r.set(file, field, &quoted(text))));
    }
}

/// A word of so many letters, as missing blanks make them.
fn glued(letters: usize) -> String {
    "Trungtâmbồidưỡngnghiệpvụ".chars().cycle().take(letters).collect()
}

/// The codes of what the proof says of a paper, and its messages.
fn said(document: &hoso::plan::Document) -> (Vec<&'static str>, String) {
    let found = PROGRAM.engine.render(&job(document)).unwrap().findings;
    (found.iter().map(|f| f.rule.code).collect(), found.iter().map(|f| f.message.as_str()).collect())
}

#[test]
fn a_name_in_one_word_is_one_finding_a_paper() {
    let checked = Records::small().set(SCHOOL, "ten", &glued(87)).check();
    let headed = ["to_trinh", "trich_bien_ban", "bao_cao_thanh_tich-tap-the", "ban_cam_ket"];
    for paper in headed {
        let (codes, message) = said(checked.document(&format!("truong-hoa-mai/{paper}.pdf")));
        assert_eq!(codes, ["the-thuc/tu-qua-dai"], "{paper}: {message}");
        assert!(message.contains("“TRUNGTÂMBỒIDƯỠNG"), "{paper}: {message}");
    }
    // In the running text it breaks.
    assert_eq!(said(checked.document("truong-hoa-mai/giay_tiep_nhan.pdf")).0, [""; 0]);
}

/// A recipient stands beside the signature, or where that is short below it: the first is the fault.
#[test]
fn a_recipient_in_one_word_is_one_finding() {
    for letters in [60, 70, 100] {
        let list = format!("[{}, \"Lưu: VT\"]", glued(letters));
        let checked = Records::small().set(SCHOOL, "ho_so.to_trinh.noi_nhan", &list).check();
        let (codes, message) = said(checked.document(PROPOSAL));
        assert_eq!(codes, ["the-thuc/tu-qua-dai"], "{letters}: {message}");
        assert!(message.contains("“Trungtâm"), "{message}");
    }
}

/// Wherever a blank is forgotten, and however long the word that comes of it.
#[test]
fn a_word_too_long_is_one_finding_in_every_field() {
    let fields = [
        "dia_danh",
        "de_nghi[tap-the].ten",
        "de_nghi[bui-thi-sen].chuc_vu",
        "ho_so.to_trinh.trich_yeu",
        "ho_so.to_trinh.kinh_gui[0]",
        "ho_so.to_trinh.nguoi_ky.chuc_vu",
        "ho_so.to_trinh.nguoi_ky.ho_ten",
    ];
    let mut found = 0;
    for (field, letters) in fields.into_iter().flat_map(|field| [18, 30, 87].map(|letters| (field, letters))) {
        let checked = Records::small().set(SCHOOL, field, &glued(letters)).check();
        let (codes, message) = said(checked.document(PROPOSAL));
        assert!(matches!(codes.as_slice(), [] | ["the-thuc/tu-qua-dai"]), "{field}, {letters}: {message}");
        found += codes.len();
    }
    assert!(found >= fields.len(), "{found}");
}

/// An address longer than its line breaks, and is read back as it was written.
#[test]
fn a_word_longer_than_its_line_breaks() {
    for text in
        [glued(90), format!("Nhà trường {} và các lớp", glued(90)), format!("- {};\n- {}", glued(90), glued(40))]
    {
        let records = Records::small().set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the.noi_dung", &quoted(&text));
        let read = pdf_extract::extract_text_from_mem(&proved(&records, REPORT).bytes).unwrap();
        assert!(!read.contains(['\u{200b}', '\u{ad}', '\u{2060}']), "{read}");
        let dense: String = read.split_whitespace().collect();
        assert!(dense.contains(&glued(90)), "{read}");
    }
    let cell = format!("| STT | Trang thông tin |\n|---|---|\n| 1 | {} |", glued(90));
    proved(&Records::small().set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the.noi_dung", &quoted(&cell)), REPORT);
}

/// A row is torn only where it is longer than a page.
#[test]
fn a_reason_longer_than_a_page() {
    for length in [250, 400, 700, 1000, 1300, 1400, 1500, 1700, 2000, 4000] {
        let reason = quoted(words(length).trim());
        let records = Records::reviewed().set(REVIEW, "hop[0].ket_qua[1].ly_do", &reason);
        proved(&records, "thong_bao_ket_qua.pdf");
        proved(&records, "bien_ban_hop.pdf");
    }
}
