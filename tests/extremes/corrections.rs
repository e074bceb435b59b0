//! Letters that correct papers, with whatever was printed wrong.

use super::*;

const LETTER: &str = "truong-hoa-mai/cong_van_dinh_chinh-to_trinh.pdf";

fn correcting(place: &str, printed: &str, corrected: &str, times: usize) -> Records {
    let [place, printed, corrected] = [place, printed, corrected].map(quoted);
    let one = format!("{{vi_tri: {place}, da_in: {printed}, sua_thanh: {corrected}}}");
    let places = vec![one; times].join(", ");
    let head = format!(
        "{{so: 11, ngay: 2026-07-12, nguoi_ky: {{chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}}, dinh_chinh: [{places}]}}"
    );
    Records::small().set(SCHOOL, "ho_so.cong_van_dinh_chinh", &format!("{{to_trinh: {head}}}"))
}

#[test]
fn the_longest_words_and_many_places() {
    let long = words(200);
    proved(&correcting(long.trim(), long.trim(), long.trim(), 1), LETTER);
    assert!(proved(&correcting(long.trim(), long.trim(), "a", 40), LETTER).pages > 3);
    let long_subject = quoted(&format!("Về việc {}", words(400).trim()));
    proved(&correcting("a", "b", "c", 1).set(SCHOOL, "ho_so.to_trinh.trich_yeu", &long_subject), LETTER);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_places(
        place in "a[a-zđăâêôơưáàảãạ0-9 ,.:;()“”#$*_@/-]{0,80}b",
        printed in "a[a-zđăâêôơưáàảãạ0-9 ,.:;()“”#$*_@/-]{0,200}b",
        corrected in "a[a-zđăâêôơưáàảãạ0-9 ,.:;()“”#$*_@/-]{0,200}b",
        times in 1_usize..6,
    ) {
        let checked = correcting(&place, &printed, &corrected, times).check();
        let document = checked.document(LETTER);
        prop_assume!(!document.blocked);
        made(document);
    }
}
