//! Where the lines of running text and the pages of a body end.

use serde_json::json;
use typst::layout::{Frame, FrameItem, Point};

use super::*;

/// The pages of a body, each as its lines from the top, blanks that do not break as plain ones.
fn pages(body: &str) -> Vec<Vec<String>> {
    let template = format!(
        "#import \"/nd30/nd30.typ\": *
#let vb = {{{{ van_ban | typ }}}}
#show: van-ban.with(vb)
{body}"
    );
    let day = json!({"ngay": "5", "thang": "1", "nam": "2021"});
    let data = json!({"van_ban": {"co_quan": {"cap_tren": "", "ten": ""}, "ngay_pdf": day, "tieu_de": "Thử"}});
    let layout = engine_with_library(&template).compile(&job(&data));
    let layout = layout.unwrap_or_else(|found| panic!("{:#?}", lines(&found)));
    let lines_of_page = |frame: &Frame| {
        let mut pieces = Vec::new();
        walk(frame, Point::zero(), &mut pieces);
        pieces.sort_by_key(|piece| (piece.0, piece.1));
        let mut lines: Vec<(i64, String)> = Vec::new();
        for (y, _, words) in pieces {
            match lines.last_mut().filter(|(line, _)| y - *line < 20) {
                Some((_, line)) => line.push_str(&words),
                None => lines.push((y, words)),
            }
        }
        lines.into_iter().map(|(_, line)| line.trim().to_owned()).collect()
    };
    layout.document.pages().iter().map(|page| lines_of_page(&page.frame)).collect()
}

/// Texts of a frame: how far down and how far right they begin, in tenths of a point, and their words.
fn walk(frame: &Frame, at: Point, out: &mut Vec<(i64, i64, String)>) {
    for (point, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, at + *point, out),
            FrameItem::Text(text) => {
                let tenths = |length: f64| (length * 10.0) as i64;
                let (x, y) = ((at.x + point.x).to_pt(), (at.y + point.y).to_pt());
                out.push((tenths(y), tenths(x), text.text.to_string().replace('\u{a0}', " ")));
            }
            _ => {}
        }
    }
}

/// The head alone, as somebody leaves it who has not begun to fill a table in.
#[test]
fn a_table_without_rows_is_its_head() {
    for table in [
        "#bang(dau: ([STT], [Nội dung]), than: ())",
        "#bang(rong: (\"vua\", auto), dau: ([STT], [Nội dung]), than: ())",
    ] {
        for body in [format!("#noi-dung[{table}#doan[Hết]]"), format!("#noi-dung[#doan[Đầu]{table}]"), table.to_owned()]
        {
            let read = pages(&body);
            assert!(read[0].iter().any(|line| line.contains("STT") && line.contains("Nội dung")), "{body}: {read:?}");
        }
    }
}

/// A name that is parted by force before its place, and again because it is long.
#[test]
fn a_long_name_before_its_place_breaks_evenly() {
    let name = "Phòng Tài nguyên và Môi trường thị xã Phước Long";
    let body = format!("#dau-van-ban((co_quan: (cap_tren: \"\", ten: \"{name}\")), ngay: false, so: none)");
    // National name and motto stand on the first two lines, to the right.
    let begins = ["PHÒNG TÀI NGUYÊN CỘNG HÒA", "VÀ MÔI TRƯỜNGĐộc lập", "THỊ XÃ PHƯỚC LONG"];
    let read = pages(&body);
    assert!(read[0].iter().zip(begins).all(|(line, begin)| line.starts_with(begin)), "{read:?}");
}

/// A date breaks before its month or its year and nowhere else, wherever its line ends.
#[test]
fn a_date_keeps_each_word_with_its_figure() {
    let mut ends = std::collections::BTreeSet::new();
    for date in ["ngày 15 tháng 6 năm 2022", "ngày 05 tháng 01 năm 2022"] {
        for pad in 28..82 {
            let read = pages(&format!(
                "#noi-dung[#doan[{}a{} {date} có hiệu lực thi hành]]",
                "a ".repeat(pad / 2),
                "i".repeat(pad % 2)
            ));
            let of = |words: &str| read.concat().iter().filter(|line| line.contains(words)).count();
            let (day, rest) = date.split_once(" tháng ").unwrap();
            let (month, year) = rest.split_once(" năm ").unwrap();
            for part in [day, &format!("tháng {month}"), &format!("năm {year}")] {
                assert_eq!(of(part), 1, "{pad}: {read:?}");
            }
            ends.insert((of(&format!("{day} tháng {month}")), of(&format!("tháng {month} năm {year}"))));
        }
    }
    assert_eq!(ends.into_iter().collect::<Vec<_>>(), [(0, 1), (1, 0), (1, 1)], "lines end before month and year");
}

/// A short line that says what dashes follow is never the last of its page.
#[test]
fn a_line_that_says_what_dashes_follow_keeps_to_them() {
    let mut last = 0;
    for filled in 20..36 {
        let body = format!(
            "#noi-dung[{}#doan[Tổ kiểm phiếu gồm:]#gach-dau-dong[Nguyễn Văn A;]#gach-dau-dong[Trần Thị B.]]",
            "#doan[Một dòng]".repeat(filled)
        );
        let read = pages(&body);
        let page = |words: &str| read.iter().position(|page| page.iter().any(|line| line.starts_with(words))).unwrap();
        assert_eq!(page("Tổ kiểm phiếu gồm:"), page("- Nguyễn"), "{filled}: {read:?}");
        last += usize::from(page("- Nguyễn") > 0);
    }
    assert!(last > 0 && last < 16, "the list stood on both pages: {last}");
}

/// The post in the agency, above the name, does not part what a body is called.
#[test]
fn a_post_above_a_name_keeps_the_bodys_name() {
    for post in ["Chủ tịch Ủy ban nhân dân thị xã Phước Long", "Phó Chủ tịch Ủy ban nhân dân xã Bình Thử"]
    {
        let read =
            pages(&format!("#nguoi-ky(dong: (\"Trưởng ban\",), ho-ten: \"Nguyễn Văn A\", chuc-vu-khac: \"{post}\")"));
        assert!(read.concat().iter().any(|line| line.contains("ỦY BAN NHÂN DÂN")), "{read:?}");
    }
}
