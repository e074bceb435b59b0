use proptest::prelude::*;

use super::*;

const KEYS: &[&str] = &["ho_so", "to_trinh"];

fn spliced(text: &str) -> String {
    splice(text, KEYS, "15", "2021-05-18").unwrap()
}

#[test]
fn missing_keys_come_first_and_all_else_stays() {
    let text = "# đầu tệp\nten: A\nho_so:\n  to_trinh:   # tờ trình\n    # ghi chú\n    trich_yeu: \"B: c\"  # nháy\n    noi_dung: |\n      # Đề mục\n\n  khac: {so: 1}\n";
    insta::assert_snapshot!(spliced(text));
}

#[test]
fn line_ends_of_windows_and_a_mark_at_the_beginning() {
    let text = "\u{feff}ho_so:\r\n  to_trinh:\r\n    trich_yeu: A\r\n";
    let expected = "\u{feff}ho_so:\r\n  to_trinh:\r\n    so: 15\r\n    ngay: 2021-05-18\r\n    trich_yeu: A\r\n";
    assert_eq!(spliced(text), expected);
}

#[test]
fn every_way_of_writing_a_paper() {
    for (paper, expected) in [
        (" {trich_yeu: A}", " {so: 15, ngay: 2021-05-18, trich_yeu: A}"),
        (" { }  # chưa có", " {so: 15, ngay: 2021-05-18 }  # chưa có"),
        (" {}", " {so: 15, ngay: 2021-05-18}"),
        ("   # chưa có", " {so: 15, ngay: 2021-05-18}   # chưa có"),
        (" ~", " {so: 15, ngay: 2021-05-18}"),
        (" {so: , ngay: ~}", " {so: 15 , ngay: 2021-05-18}"),
        (" {\"so\": null, 'ngay': , trich_yeu: A}", " {\"so\": 15, 'ngay': 2021-05-18 , trich_yeu: A}"),
        ("\n    so:\n    ngay:   # sau\n", "\n    so: 15\n    ngay: 2021-05-18   # sau\n"),
        ("\n    so: 15\n    trich_yeu: A\n", "\n    ngay: 2021-05-18\n    so: 15\n    trich_yeu: A\n"),
        ("\n    ngay: 18/5/2021\n    so: \"015\"\n", "\n    ngay: 18/5/2021\n    so: \"015\"\n"),
        ("\n      trich_yeu: A\n      so:", "\n      ngay: 2021-05-18\n      trich_yeu: A\n      so: 15"),
    ] {
        let text = |paper: &str| format!("ho_so:\n  truoc: {{so: 1}}\n  to_trinh:{paper}");
        assert_eq!(splice(&text(paper), KEYS, "15", "2021-05-18").as_deref(), Ok(text(expected).as_str()), "{paper:?}");
    }
    assert_eq!(spliced("{ho_so: {to_trinh: {a: 1}}}"), "{ho_so: {to_trinh: {so: 15, ngay: 2021-05-18, a: 1}}}");
}

#[test]
fn what_is_left_as_it_is() {
    for (text, why) in [
        ("ho_so:\n  to_trinh: {so: 14}\n", Unspliced::Taken),
        ("ho_so:\n  to_trinh: {ngay: 2021-05-19}\n", Unspliced::Taken),
        ("ho_so:\n  khac: {so: 14}\n", Unspliced::NoPaper),
        ("ho_so:\n  to_trinh: [1]\n", Unspliced::Form),
        ("ho_so:\n  to_trinh: {so, a: 1}\n", Unspliced::Form),
        ("ho_so:\n  to_trinh: {so\n", Unspliced::Form),
        ("", Unspliced::Form),
    ] {
        assert_eq!(splice(text, KEYS, "15", "2021-05-18"), Err(why), "{text:?}");
    }
}

proptest! {
    /// Whatever a record looks like: it is spliced soundly or left alone, and nothing of it is lost.
    #[test]
    fn nothing_is_lost(pieces in prop::collection::vec(0_usize..16, 0..12), number in 1_u32..999) {
        const PIECES: [&str; 16] = [
            "ho_so:\n", "  to_trinh:", "\n", "    so:", " ~", " {", "}", "    trich_yeu: A", ", ", "a: 1", "# x", "\r\n",
            "    ngay: ", "\"so\": ", "    - b", "|",
        ];
        let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        for text in [&text, &format!("ho_so:\n  to_trinh:{text}")] {
            if let Ok(spliced) = splice(text, KEYS, &number.to_string(), "2021-05-18") {
                let mut rest = spliced.chars();
                let kept = text.replace('~', "");
                prop_assert!(kept.chars().all(|c| rest.any(|other| other == c)), "{text:?} {spliced:?}");
            }
        }
    }
}
