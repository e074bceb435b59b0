use proptest::prelude::*;

use super::*;

const STEPS: &[Step] = &[Step::Key("ho_so"), Step::Key("to_trinh")];
const GIVEN: Given = Given { number: "15", day: "2021-05-18", replaces: None };

fn spliced(text: &str) -> String {
    splice(text, STEPS, GIVEN).unwrap()
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
        assert_eq!(splice(&text(paper), STEPS, GIVEN).as_deref(), Ok(text(expected).as_str()), "{paper:?}");
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
        assert_eq!(splice(text, STEPS, GIVEN), Err(why), "{text:?}");
    }
}

/// Members of lists, and papers that nothing is recorded of yet.
#[test]
fn papers_at_other_places() {
    let spliced = |text: &str, steps: &[Step]| splice(text, steps, GIVEN);
    let member = [Step::Key("quyet_dinh"), Step::Member(1)];
    for (text, expected) in [
        (
            "quyet_dinh:\n  - {hop: a}\n  - hop: b   # sau\n    hinh_thuc: c\n",
            "quyet_dinh:\n  - {hop: a}\n  - so: 15\n    ngay: 2021-05-18\n    hop: b   # sau\n    hinh_thuc: c\n",
        ),
        ("quyet_dinh: [{}, {hop: b}, {}]", "quyet_dinh: [{}, {so: 15, ngay: 2021-05-18, hop: b}, {}]"),
    ] {
        assert_eq!(spliced(text, &member).as_deref(), Ok(expected));
    }
    assert_eq!(spliced("quyet_dinh: [{}]", &member), Err(Unspliced::NoPaper));
    let new = [Step::New("van_ban"), Step::New("thong_bao"), Step::New("dot-1")];
    for (text, expected) in [
        ("a: 1\n", "a: 1\nvan_ban: {thong_bao: {dot-1: {so: 15, ngay: 2021-05-18}}}\n"),
        ("a: 1\r\nb: 2", "a: 1\r\nb: 2\r\nvan_ban: {thong_bao: {dot-1: {so: 15, ngay: 2021-05-18}}}\r\n"),
        ("van_ban:\n", "van_ban: {thong_bao: {dot-1: {so: 15, ngay: 2021-05-18}}}\n"),
        (
            "van_ban:\n  # trước\n  cong_van: {so: 1}\n",
            "van_ban:\n  # trước\n  thong_bao: {dot-1: {so: 15, ngay: 2021-05-18}}\n  cong_van: {so: 1}\n",
        ),
        ("van_ban: {thong_bao: {}}", "van_ban: {thong_bao: {dot-1: {so: 15, ngay: 2021-05-18}}}"),
        ("van_ban:\n  thong_bao:\n", "van_ban:\n  thong_bao: {dot-1: {so: 15, ngay: 2021-05-18}}\n"),
        (
            "van_ban: {thong_bao: {dot-2: {so: 3}}}",
            "van_ban: {thong_bao: {dot-1: {so: 15, ngay: 2021-05-18}, dot-2: {so: 3}}}",
        ),
    ] {
        assert_eq!(spliced(text, &new).as_deref(), Ok(expected), "{text:?}");
    }
    assert_eq!(spliced("van_ban: [1]\n", &new), Err(Unspliced::Form));
}

/// A paper that stands in another's place says which that was; nothing else changes.
#[test]
fn a_paper_in_place_of_another() {
    let given = Given { number: "20", day: "2021-06-01", replaces: Some(Some("{so: 15, ngay: 2021-05-18}")) };
    for (paper, expected) in [
        (" {so: 15, ngay: 18/5/2021, a: 1}", " {thay_the: {so: 15, ngay: 2021-05-18}, so: 20, ngay: 2021-06-01, a: 1}"),
        (
            "\n    so: \"15\"   # cũ\n    a: 1\n    ngay: 2021-05-18\n",
            "\n    thay_the: {so: 15, ngay: 2021-05-18}\n    so: 20   # cũ\n    a: 1\n    ngay: 2021-06-01\n",
        ),
        (
            "\n    so: 15\n    ngay: 2021-05-18\n    thay_the: {so: 9}\n",
            "\n    so: 20\n    ngay: 2021-06-01\n    thay_the: {so: 15, ngay: 2021-05-18}\n",
        ),
    ] {
        let text = |paper: &str| format!("ho_so:\n  to_trinh:{paper}");
        assert_eq!(splice(&text(paper), STEPS, given).as_deref(), Ok(text(expected).as_str()), "{paper:?}");
    }
    let unsaid = Given { replaces: Some(None), ..given };
    let text = "ho_so: {to_trinh: {so: 15, ngay: 2021-05-18}}";
    assert_eq!(splice(text, STEPS, unsaid).as_deref(), Ok("ho_so: {to_trinh: {so: 20, ngay: 2021-06-01}}"));
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
            if let Ok(spliced) = splice(text, STEPS, Given { number: &number.to_string(), ..GIVEN }) {
                let mut rest = spliced.chars();
                let kept = text.replace('~', "");
                prop_assert!(kept.chars().all(|c| rest.any(|other| other == c)), "{text:?} {spliced:?}");
            }
        }
    }
}
