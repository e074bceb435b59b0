//! Bodies whose numbers the program counts (`cap_so: hoso`).

use super::states::{lock, states};
use super::*;

fn counted() -> Records {
    Records::reviewed()
        .set(CAMPAIGN, "co_quan.bcd.cap_so", "hoso")
        .replace(REVIEW, "    so: 1\n    ngay: 2026-07-20\n", "    ngay: 2026-07-20\n")
        .replace(REVIEW, "    so: 2\n    ngay: 2026-07-28\n", "    ngay: 2026-07-28\n")
}

fn minutes(records: &Records, hop: &str, more: &[&str]) -> Output {
    run(records, &[&["cap-so", "--kind", "bien_ban_hop", "--hop", hop], more].concat())
}

#[test]
fn the_next_number() {
    let records = counted();
    sound(&minutes(&records, "dot-1", &["--ngay", "20/7/2026"]));
    // A number beyond the next would leave a gap.
    let output = minutes(&records, "dot-2", &["--so", "3", "--ngay", "28/7/2026"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("số tiếp theo là 2"), "{}", text(&output.stderr));
    sound(&minutes(&records, "dot-2", &["--ngay", "28/7/2026"]));
    let titles: Vec<String> = lock(&records).iter().map(|entry| entry.title()).collect();
    assert_eq!(titles, ["01/BB-BCĐ", "02/BB-BCĐ"]);
    // Once more it is told, not counted on.
    sound(&minutes(&records, "dot-2", &["--ngay", "28/7/2026"]));
    assert_eq!(states(&records).len(), 2);
    assert_eq!(told("van-ban/khuyet-so", &run(&records, &["check", "--format", "json"])), [""; 0]);
}

/// Numbers kept and given up count; what nobody accounts for is told.
#[test]
fn gaps() {
    let records = counted();
    sound(&minutes(&records, "dot-1", &["--giu-so", "--ngay", "18/7/2026"]));
    sound(&minutes(&records, "dot-2", &["--ngay", "28/7/2026"]));
    sound(&minutes(&records, "dot-1", &["--void", "--ngay", "19/7/2026"]));
    sound(&minutes(&records, "dot-1", &["--ngay", "20/7/2026"]));
    let titles: Vec<String> =
        lock(&records).iter().map(|entry| format!("{} {}", entry.title(), entry.state.word())).collect();
    assert_eq!(titles, ["03/BB-BCĐ da_cap", "01/BB-BCĐ da_huy", "02/BB-BCĐ da_cap"]);
    for command in ["check", "build", "register"] {
        assert_eq!(told("van-ban/khuyet-so", &run(&records, &[command, "--format", "json"])), [""; 0]);
    }
    let gappy = Records::reviewed().set(CAMPAIGN, "co_quan.bcd.cap_so", "hoso").replace(
        REVIEW,
        "    so: 2\n    ngay: 2026-07-28\n",
        "    so: 4\n    ngay: 2026-07-28\n",
    );
    for command in ["check", "build", "register"] {
        let said = told("van-ban/khuyet-so", &run(&gappy, &[command, "--format", "json"]));
        assert_eq!(
            said,
            [
                "records/xa-mau-2026/phong-trao.yaml:22: dãy số BB năm 2026 của Ban Chỉ đạo phong trào còn thiếu số 02, 03"
            ],
            "{command}"
        );
    }
    // Where the office's own clerk gives the numbers, gaps are nobody's business here.
    let own = gappy.set(CAMPAIGN, "co_quan.bcd.cap_so", "van_thu");
    assert_eq!(told("van-ban/khuyet-so", &run(&own, &["check", "--format", "json"])), [""; 0]);
}

/// Kinds that `so_van_ban` puts into one series are counted in one.
#[test]
fn one_series() {
    let records = Records::reviewed().set(CAMPAIGN, "co_quan.van-hoa-xa-hoi.cap_so", "hoso").set(
        CAMPAIGN,
        "so_van_ban",
        "{chung: [to_trinh_khen_thuong, thong_bao_ket_qua]}",
    );
    let give = |kind, day| run(&records, &["cap-so", "--kind", kind, "--hop", "dot-1", "--ngay", day]);
    sound(&give("to_trinh_khen_thuong", "20/7/2026"));
    sound(&give("thong_bao_ket_qua", "30/7/2026"));
    let known: Vec<(String, String)> =
        lock(&records).iter().map(|entry| (entry.title(), entry.book.clone().unwrap().series)).collect();
    let expected = [("02/TB-VHXH", "chung"), ("01/TTr-VHXH", "chung")];
    assert_eq!(known.len(), 2);
    for (own, (number, series)) in known.iter().zip(expected) {
        assert!(own.0.starts_with(number.split('-').next().unwrap()) && own.1 == series, "{own:?}");
    }
}
