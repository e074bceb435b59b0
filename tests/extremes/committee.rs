//! The same for papers of the office and the committee.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{made, proved, quoted, words, words_at_random};
use crate::support::*;

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
    let records = records.set(CAMPAIGN, "tien_thuong.he_so.thu_khen.ca_nhan", "0.1");
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
fn a_meeting_that_judged_nobody_has_no_papers_but_its_ballot() {
    const BALLOTS: [&str; 4] =
        ["bang_tong_hop.pdf", "danh_sach_trich_ngang.pdf", "phieu_bau.pdf", "bien_ban_kiem_phieu.pdf"];
    let empty = |results: &str| {
        let records = Records::reviewed()
            .set(REVIEW, "hop[0].ket_qua", results)
            .without(REVIEW, "quyet_dinh")
            .without(CAMPAIGN, "bieu_quyet");
        committee_papers(&records.without(REVIEW, "hop[1]"))
    };
    assert_eq!(empty("[]"), ["bang_tong_hop.pdf", "danh_sach_trich_ngang.pdf", "phieu_bau.pdf"]);
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
    // Without money there is nothing to sign for; all else is made.
    let mut all = committee_papers(&Records::reviewed());
    all.retain(|path| !path.starts_with("danh_sach_ky_nhan"));
    assert_eq!(committee_papers(&records), all);
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

/// Up to five awards more, each for collectives, households and individuals.
#[test]
fn a_summary_of_many_columns() {
    let awards = ["Giấy khen", "Bằng khen", "Thư khen", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"];
    for more in 1..=awards.len() {
        let (mut named, mut nominees) = (String::new(), String::new());
        for (n, name) in awards.iter().take(more).enumerate() {
            write!(named, ", loai_{n}: {{ten: {name}}}").unwrap();
            for (code, kind) in [("tt", "tap_the"), ("cn", "ca_nhan"), ("ho", "ho_gia_dinh")] {
                let nominee =
                    format!("{{ma: n-{n}-{code}, loai: {kind}, ten: Tên {n}, hinh_thuc: loai_{n}, thanh_tich: A}}");
                write!(nominees, "\n  - {nominee}").unwrap();
            }
        }
        let named = format!("{{giay_khen: {{ten: Giấy khen}}, thu_khen: {{ten: Thư khen}}{named}}}");
        let records = Records::small().set(CAMPAIGN, "hinh_thuc_khen", &named);
        let text = records.read(SCHOOL).replacen("de_nghi:\n", &format!("de_nghi:{nominees}\n"), 1);
        let checked = records.write(SCHOOL, text).check();
        let document = checked.document("bang_tong_hop.pdf");
        assert_eq!(document.data["tong_hop"]["cot"].as_array().unwrap().len(), 2 + 3 * more);
        let text = pdf_extract::extract_text_from_mem(&made(document).bytes).unwrap();
        let dense: String = text.split_whitespace().collect();
        assert!(dense.contains("Sốđềnghị") == (more > 2), "{text}");
    }
}
