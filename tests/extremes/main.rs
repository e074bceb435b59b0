//! The worst that a record can hold, and anything between: all papers are made, and every page passes the proof.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod committee;
#[path = "../support/mod.rs"]
mod support;
mod year;

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
    // What is long is set smaller on a certificate, and said to be.
    let unexpected = pdf.findings.iter().any(|finding| finding.rule.code != "the-thuc/chu-thu-nho");
    assert!(!unexpected, "{}: {:#?}", document.path, pdf.findings);
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

/// A list longer than its page goes on over it; the signer stays with the body's last lines.
#[test]
fn thirty_recipients_of_two_lines_each() {
    let list: Vec<String> =
        (1..=30).map(|n| format!("Ủy ban nhân dân xã số {n} và các trường mầm non trên địa bàn xã ấy")).collect();
    let list = format!("[{}, \"Lưu: VT\"]", list.join(", "));
    let minutes = || Records::small().set(SCHOOL, "ho_so.trich_bien_ban.noi_nhan", &list);
    let signer = "{chuc_vu: Hiệu trưởng, ho_ten: Lê Văn B}";
    let certified = minutes().set(SCHOOL, "ho_so.trich_bien_ban.kieu", "trich_sao").set(
        SCHOOL,
        "ho_so.trich_bien_ban.nguoi_ky",
        signer,
    );
    let proposal = Records::small().set(SCHOOL, "ho_so.to_trinh.noi_nhan", &list);
    for (records, path) in [(proposal, PROPOSAL), (minutes(), EXTRACT), (certified, EXTRACT)] {
        let text = pdf_extract::extract_text_from_mem(&proved(&records, path).bytes).unwrap();
        let dense: String = text.split_whitespace().collect();
        assert_eq!(dense.matches("-Ủybannhândânxãsố").count(), 30, "{path}: {text}");
    }
}

/// The room for a signature is what its page has left, from 20 to 28 mm.
#[test]
fn the_room_for_a_signature_gives_way_before_the_page_does() {
    let mut rooms = Vec::new();
    for (recipients, paragraphs) in (1..5).flat_map(|r| (1..4).map(move |p| (r, p))) {
        let others: String = (0..recipients).map(|n| format!("Trường số {n}, ")).collect();
        let list = format!("[{others} \"Lưu: VT\"]");
        let body = "Chủ trì nêu tiêu chuẩn.\n\n".repeat(paragraphs);
        let records = Records::small().set(SCHOOL, "ho_so.trich_bien_ban.noi_nhan", &list);
        let pdf = proved(&records.set(SCHOOL, "ho_so.trich_bien_ban.noi_dung", &quoted(&body)), EXTRACT);
        let room = pdf.proof.rows().iter().find(|row| row.rule.code == "the-thuc/khoang-ky").unwrap();
        rooms.push((pdf.pages, room.measured.trim_end_matches(" mm").replace(',', ".").parse::<f64>().unwrap()));
    }
    // Between baselines: the room and a line.
    assert!(rooms.iter().all(|(_, room)| (25.8..34.0).contains(room)), "{rooms:?}");
    assert!(rooms.iter().any(|(pages, room)| *pages == 1 && *room < 33.0), "{rooms:?}");
    assert!(rooms.iter().filter(|(pages, _)| *pages == 2).all(|(_, room)| *room > 33.8), "{rooms:?}");
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
        let (table, closing, signed) = (page("Tỷlệ"), page("Cuộchọpkếtthúc"), page("CHỦTỌA"));
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

/// Names, quantities, places and the last words of the body stand on one line each, wherever the line ends.
#[test]
fn what_belongs_together_is_not_torn() {
    let kept = ["Đặng Văn M", "tháng 7 năm 2026", "15 ngày", "0,75 điểm", "80 m²", "Đông Hà", "tốt đẹp./."];
    for blanks in 1..40 {
        let pad = "đã ".repeat(blanks);
        let body = format!("{pad}họp 15 ngày, {pad}đạt 0,75 điểm, {pad}làm 80 m² ở {pad}xã Đông Hà, {pad}rất tốt đẹp.");
        let records = Records::small().set(SCHOOL, "ho_so.ban_cam_ket.noi_dung", &quoted(&body)).set(
            SCHOOL,
            "ho_so.trich_bien_ban.hop.vang",
            &format!("[{{ho_ten: Đặng Văn M, ly_do: {}}}, {{ho_ten: Lê Văn N}}]", quoted(pad.trim())),
        );
        for path in ["truong-hoa-mai/ban_cam_ket.pdf", EXTRACT] {
            let text = pdf_extract::extract_text_from_mem(&proved(&records, path).bytes).unwrap();
            let dense: Vec<String> =
                text.lines().map(|line| line.chars().filter(|c| !c.is_whitespace()).collect()).collect();
            let all = dense.concat();
            for words in kept {
                let words: String = words.split_whitespace().collect();
                let whole: usize = dense.iter().map(|line| line.matches(&words).count()).sum();
                assert_eq!(whole, all.matches(&words).count(), "{words}: {text}");
            }
        }
    }
}
