//! The same for papers of the campaign's year: events, closing report, registers.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{made, quoted, words, words_at_random};
use crate::support::*;

const YEAR: [&str; 7] = [
    "giay_moi",
    "chuong_trinh",
    "giao_uoc",
    "danh_sach_trao_thuong",
    "bao_cao_tong_ket",
    "so_tiep_nhan",
    "so_khen_thuong",
];

/// Texts of any length that these papers print.
const LONG: &[(&str, &str)] = &[
    (CAMPAIGN, "ten"),
    (CAMPAIGN, "hinh_thuc_khen.giay_khen.cua"),
    (SCHOOL, "ten"),
    (WEST, "ten"),
    (SCHOOL, "de_nghi[tap-the].ten"),
    (SCHOOL, "de_nghi[bui-thi-sen].chuc_vu"),
    (REVIEW, "su_kien[0].ten"),
    (REVIEW, "su_kien[0].dia_diem"),
    (REVIEW, "su_kien[0].chu_tri"),
    (REVIEW, "su_kien[0].luu_y"),
    (REVIEW, "su_kien[0].khach_moi[0]"),
    (REVIEW, "su_kien[0].chuong_trinh[0].noi_dung"),
    (REVIEW, "su_kien[0].chuong_trinh[0].thuc_hien"),
    (REVIEW, "su_kien[0].giao_uoc"),
    (REVIEW, "su_kien[2].khach_moi[0].ten"),
    (REVIEW, "su_kien[2].nguoi_trao.giay_khen"),
    (REVIEW, "van_ban.giay_moi.phat-dong.noi_nhan[0]"),
    (REVIEW, "van_ban.giay_moi.phat-dong.nguoi_ky.chuc_vu"),
    (REVIEW, "van_ban.bao_cao_tong_ket.noi_dung"),
];

const PEOPLE: &[(&str, &str)] = &[
    (CAMPAIGN, "hinh_thuc_khen.thu_khen.ten"),
    (CAMPAIGN, "ban_chi_dao[2].ho_ten"),
    (SCHOOL, "de_nghi[bui-thi-sen].ten"),
    (REVIEW, "van_ban.giay_moi.phat-dong.nguoi_ky.ho_ten"),
];

fn whole_year() -> Records {
    Records::through_the_year()
        // Tests put in words of any kind: the results stand all the same.
        .set(CAMPAIGN, "muc_do", "{khop/tham-du: canh_bao, khop/quyet-dinh: canh_bao, van-ban/bien-ban-thieu-muc: tat}")
        .set(REVIEW, "su_kien[0].luu_y", "A")
        .set(REVIEW, "su_kien[0].ten", "Lễ phát động")
        .append(
            RESULTS,
            "cong_bo_khac: [{nam: 2025, don_vi: {tram-y-te: {nong_thon_moi: {diem: 80.5, xep_loai: tot}}}}]\n",
        )
}

/// All papers of the year are made, and every page passes the proof.
#[track_caller]
fn year_proved(records: &Records) {
    let checked = records.check();
    let own = checked.documents.iter().filter(|d| YEAR.contains(&d.kind.as_str()));
    let kinds: std::collections::BTreeSet<&str> = own
        .map(|document| {
            assert!(!document.blocked, "{} is blocked:\n{}", document.path, checked.text());
            made(document);
            document.kind.as_str()
        })
        .collect();
    assert_eq!(kinds, YEAR.into_iter().collect(), "{}", checked.text());
}

#[test]
fn the_longest_words_in_every_paper_of_the_year() {
    let (long, name) = (quoted(words(200).trim()), quoted("Nguyễn Hoàng Thị Tuyết Phượng Khánh Ngọc Quỳnh Anh"));
    let records = LONG.iter().fold(whole_year(), |r, (file, field)| r.set(file, field, &long));
    year_proved(&PEOPLE.iter().fold(records, |r, (file, field)| r.set(file, field, &name)));
}

/// Sixty units in the chart, in the pledge and at the ceremony; scores equal, missing and none.
#[test]
fn a_chart_and_a_pledge_of_sixty_units() {
    let mut records = whole_year();
    let (mut codes, mut scores) = (String::new(), String::new());
    for n in 1..=60 {
        let code = format!("to-dan-pho-{n}");
        write!(codes, ", {code}").unwrap();
        if n % 7 > 0 {
            let grade = if n % 3 == 0 { "kha" } else { "tot" };
            let score = if n % 3 == 0 { 60 + n % 9 } else { 85 + n % 5 };
            write!(scores, "\n  {code}:\n    nong_thon_moi: {{diem: {score}.25, xep_loai: {grade}}}").unwrap();
        }
        let unit = records.read(EAST).replace("Thôn Đông", &format!("Tổ dân phố số {n} khu Đông xã Đồng Mẫu"));
        records = records.write(&format!("don-vi/{code}.yaml"), unit);
    }
    let text = records.read(CAMPAIGN).replacen("thon-tay]", &format!("thon-tay{codes}]"), 1);
    let results = records.read(RESULTS).replacen("don_vi:", &format!("don_vi:{scores}"), 1);
    year_proved(&records.write(CAMPAIGN, text).write(RESULTS, results));
    // Of no unit a score: no chart, and the report is made all the same.
    let none = whole_year().set(RESULTS, "don_vi", "{}").without(RESULTS, "cong_bo_khac");
    let none = none.without(CAMPAIGN, "tieu_chi[1]");
    let checked = none.check();
    let report = checked.document("bao_cao_tong_ket.pdf");
    assert_eq!(report.data["tong_ket"]["chi_so"], serde_json::Value::Null);
    made(report);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_in_all_papers_of_the_year(texts in proptest::collection::vec(words_at_random(), LONG.len())) {
        let with = |records: Records, ((file, field), text): (&(&str, &str), &String)| records.set(file, field, &quoted(text));
        year_proved(&LONG.iter().zip(&texts).fold(whole_year(), with));
    }
}
