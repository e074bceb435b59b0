use proptest::prelude::*;

use super::*;

const WORDS: &[(u64, &str)] = &[
    (0, "không"),
    (1, "một"),
    (4, "bốn"),
    (5, "năm"),
    (9, "chín"),
    (10, "mười"),
    (11, "mười một"),
    (14, "mười bốn"),
    (15, "mười lăm"),
    (19, "mười chín"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi tư"),
    (25, "hai mươi lăm"),
    (31, "ba mươi mốt"),
    (44, "bốn mươi tư"),
    (55, "năm mươi lăm"),
    (99, "chín mươi chín"),
    (100, "một trăm"),
    (101, "một trăm linh một"),
    (104, "một trăm linh bốn"),
    (105, "một trăm linh năm"),
    (110, "một trăm mười"),
    (111, "một trăm mười một"),
    (114, "một trăm mười bốn"),
    (115, "một trăm mười lăm"),
    (121, "một trăm hai mươi mốt"),
    (124, "một trăm hai mươi tư"),
    (205, "hai trăm linh năm"),
    (555, "năm trăm năm mươi lăm"),
    (999, "chín trăm chín mươi chín"),
    (1_000, "một nghìn"),
    (1_001, "một nghìn không trăm linh một"),
    (1_005, "một nghìn không trăm linh năm"),
    (1_010, "một nghìn không trăm mười"),
    (1_015, "một nghìn không trăm mười lăm"),
    (1_021, "một nghìn không trăm hai mươi mốt"),
    (1_100, "một nghìn một trăm"),
    (2_021, "hai nghìn không trăm hai mươi mốt"),
    (2_500, "hai nghìn năm trăm"),
    (10_000, "mười nghìn"),
    (15_000, "mười lăm nghìn"),
    (21_000, "hai mươi mốt nghìn"),
    (24_500, "hai mươi tư nghìn năm trăm"),
    (100_000, "một trăm nghìn"),
    (105_005, "một trăm linh năm nghìn không trăm linh năm"),
    (447_000, "bốn trăm bốn mươi bảy nghìn"),
    (450_000, "bốn trăm năm mươi nghìn"),
    (894_000, "tám trăm chín mươi tư nghìn"),
    (1_000_000, "một triệu"),
    (1_000_001, "một triệu không trăm linh một"),
    (1_001_000, "một triệu không trăm linh một nghìn"),
    (1_390_000, "một triệu ba trăm chín mươi nghìn"),
    (1_490_000, "một triệu bốn trăm chín mươi nghìn"),
    (2_340_000, "hai triệu ba trăm bốn mươi nghìn"),
    (5_364_000, "năm triệu ba trăm sáu mươi tư nghìn"),
    (10_005_024, "mười triệu không trăm linh năm nghìn không trăm hai mươi tư"),
    (101_000_000, "một trăm linh một triệu"),
    (999_999_999, "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín"),
    (1_000_000_000, "một tỷ"),
    (1_000_000_005, "một tỷ không trăm linh năm"),
    (1_050_000_000, "một tỷ không trăm năm mươi triệu"),
    (21_000_000_000, "hai mươi mốt tỷ"),
    (1_005_000_000_000, "một nghìn không trăm linh năm tỷ"),
    (1_000_000_000_000_000_000, "một tỷ tỷ"),
];

#[test]
fn in_words_as_papers_say_them() {
    for (number, words) in WORDS {
        assert_eq!(in_words(*number), *words, "{number}");
    }
    assert!(WORDS.len() >= 60);
}

#[test]
fn figures_and_shares() {
    let figures = [(0, "0"), (7, "7"), (999, "999"), (1_000, "1.000"), (12_345, "12.345"), (1_490_000, "1.490.000")];
    figures.iter().for_each(|(number, text)| assert_eq!(grouped(*number), *text));
    assert_eq!(grouped(u64::MAX), "18.446.744.073.709.551.615");
    let shares = [(12, 12, "100%"), (11, 12, "91,7%"), (1, 2, "50%"), (2, 3, "66,7%"), (0, 9, "0%"), (1, 2000, "0,1%")];
    shares.iter().for_each(|(part, whole, text)| assert_eq!(percent(*part, *whole).as_deref(), Some(*text)));
    assert_eq!((percent(1, 0), percent(0, 0)), (None, None));
    assert_eq!(percent(u64::MAX, u64::MAX).as_deref(), Some("100%"));
}

/// Reads words back, as a clerk who checks the figure does.
fn value(words: &str) -> u64 {
    let (mut total, mut below_billion, mut group) = (0_u64, 0_u64, 0_u64);
    let mut billions = 0;
    for word in words.split(' ') {
        match word {
            "tỷ" => {
                billions += 1;
                total = (total + below_billion + group) * BILLION;
                (below_billion, group) = (0, 0);
            }
            "triệu" | "nghìn" => {
                below_billion += group * if word == "triệu" { 1_000_000 } else { 1_000 };
                group = 0;
            }
            "trăm" => group *= 100,
            "mười" => group += 10,
            "mươi" => group = group / 100 * 100 + group % 100 * 10,
            "linh" => {}
            "mốt" => group += 1,
            "tư" => group += 4,
            "lăm" => group += 5,
            digit => group += u64::try_from(DIGITS.iter().position(|d| *d == digit).unwrap()).unwrap(),
        }
    }
    assert!(billions < 3);
    total + below_billion + group
}

proptest! {
    #[test]
    fn words_say_the_number_and_no_other(number in prop_oneof![0..2_000_u64, 0..10_000_000_000_u64, 0..BILLION * BILLION]) {
        prop_assert_eq!(value(&in_words(number)), number);
        prop_assert_eq!(grouped(number).replace('.', ""), number.to_string());
    }
}
