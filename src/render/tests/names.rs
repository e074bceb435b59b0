//! Where the lines of a name end: words that belong together stand on one line.

use std::collections::BTreeMap;

use serde_json::json;
use typst::layout::{Frame, FrameItem, Point};

use super::*;

/// A line of a page: where it begins and ends, in pt, and its words.
#[derive(Clone, Debug, Default)]
struct Line {
    left: f64,
    right: f64,
    words: String,
}

/// The lines of the 13 pt text of a page, from the top, by whether it is bold and how far down it stands.
fn lines_of(frame: &Frame, at: Point, out: &mut BTreeMap<(bool, i64), Line>) {
    for (point, item) in frame.items() {
        match item {
            FrameItem::Group(group) => lines_of(&group.frame, at + *point, out),
            FrameItem::Text(text) if (text.size.to_pt() - 13.0).abs() < 0.01 => {
                let (x, y) = ((at.x + point.x).to_pt(), (at.y + point.y).to_pt());
                let bold = text.font.info().variant.weight.to_number() > 500;
                let line = out.entry((bold, (y * 10.0) as i64)).or_insert(Line { left: x, ..Line::default() });
                line.right = x + text.width().to_pt();
                line.words.push_str(&text.text.replace("\u{a0}", " "));
            }
            _ => {}
        }
    }
}

/// The lines of the first page of a template for a body with this parent.
fn first_page(template: &str, parent: &str) -> BTreeMap<(bool, i64), Line> {
    let day = json!({"ngay": "5", "thang": "1", "nam": "2021"});
    let body = json!({"cap_tren": parent, "ten": ""});
    let data = json!({"van_ban": {"co_quan": body, "ngay_pdf": day, "tieu_de": "Thử"}});
    let layout = engine_with_library(template).compile(&job(&data));
    let layout = layout.unwrap_or_else(|found| panic!("{:#?}", lines(&found)));
    let mut found = BTreeMap::new();
    lines_of(&layout.document.pages()[0].frame, Point::zero(), &mut found);
    found
}

/// The lines of the cells of a table, those of its head last.
fn table(head: &str, cells: &str) -> Vec<String> {
    let template = format!(
        "#import \"/nd30/nd30.typ\": *
#let vb = {{{{ van_ban | typ }}}}
#show: van-ban.with(vb)
#noi-dung[#bang({head}, than: ({cells}))]"
    );
    first_page(&template, "").into_values().map(|line| line.words.trim().to_owned()).collect()
}

/// The lines of the parent body's name, and how far it is from Quốc hiệu, in mm.
fn parent(name: &str) -> (Vec<String>, f64) {
    let template = "#import \"/nd30/nd30.typ\": *
#let vb = {{ van_ban | typ }}
#show: van-ban.with(vb)
#dau-van-ban(vb, ngay: false, so: none)";
    let found = first_page(template, name);
    let national = found.values().find(|line| line.words.starts_with("CỘNG HÒA")).unwrap().left;
    let parent: Vec<&Line> = found.iter().filter(|((bold, _), _)| !bold).map(|(_, line)| line).collect();
    let right = parent.iter().map(|line| line.right).fold(0.0, f64::max);
    (parent.iter().map(|line| line.words.trim().to_owned()).collect(), (national - right) / 72.0 * 25.4)
}

#[test]
fn the_name_of_a_parent_body_is_not_torn_and_clear_of_the_national_name() {
    let names: [(&str, &[&str]); 6] = [
        ("Ủy ban nhân dân thị xã Phước Long", &["UBND THỊ XÃ PHƯỚC LONG"]),
        ("Ủy ban nhân dân thị xã Phước Long Thượng", &["UBND THỊ XÃ", "PHƯỚC LONG THƯỢNG"]),
        ("Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm", &["UBND THÀNH PHỐ", "PHAN RANG - THÁP CHÀM"]),
        ("Sở Nông nghiệp và Môi trường tỉnh Bình Phước", &["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG", "TỈNH BÌNH PHƯỚC"]),
        ("Phòng Nội vụ - Lao động, Thương binh và Xã hội", &["PHÒNG NỘI VỤ - LAO ĐỘNG,", "THƯƠNG BINH VÀ XÃ HỘI"]),
        ("Ban Quản lý dự án Đầu tư thị xã Phước Long", &["BAN QUẢN LÝ", "DỰ ÁN ĐẦU TƯ", "THỊ XÃ PHƯỚC LONG"]),
    ];
    for (name, expected) in names {
        let (lines, gap) = parent(name);
        assert_eq!(lines, expected, "{name}");
        assert!(gap >= 4.0, "{name}: {gap} mm");
    }
}

/// Whoever has no sex in the record is a person all the same; a collective's name may break.
#[test]
fn a_name_in_a_table_is_on_one_line() {
    let (head, other) = ("rong: (1, 5), canh: (\"left\", \"left\"), dau: ([A], [B])", "[]");
    for pad in 1..12 {
        for name in ["\"Ông\", \"Trần Ân\"", "\"\", \"Trần Ân\"", "\"\", \"Hộ bà Trần Ân\""] {
            let read = table(head, &format!("[{} #ten-nguoi({name})], {other}", "a ".repeat(pad)));
            assert!(read.iter().any(|line| line.contains("Trần Ân")), "{pad}: {read:?}");
        }
    }
    let read = table(head, &format!("[a a #ten-nguoi(\"\", \"Tổ Hai nhỏ\")], {other}"));
    assert!(!read.iter().any(|line| line.contains("Tổ Hai nhỏ")), "{read:?}");
}

/// What a body is called stays on one line of a cell that has room for it, and breaks in one that has not.
#[test]
fn a_bodys_name_in_a_table_is_on_one_line() {
    let head = |width: u32| format!("rong: ({width}, 20), canh: (\"left\", \"left\"), dau: ([A], [B])");
    for pad in 0..12 {
        for name in ["Ủy ban nhân dân, phường", "_Uỷ ban nhân dân_ xã", "Chủ tịch Ủy ban nhân dân; xã"]
        {
            let read = table(&head(8), &format!("[{}{name} Long Thủy], []", "a ".repeat(pad)));
            let whole = |line: &String| line.contains("y ban nhân dân") || line.contains("ỷ ban nhân dân");
            assert!(read.iter().any(whole), "{pad}: {read:?}");
            assert!(!read.iter().any(|line| line.starts_with([',', ';'])), "{pad}: {read:?}");
        }
    }
    let narrow = table(&head(2), "[Ủy ban nhân dân phường], []");
    assert!(narrow.iter().any(|line| line.ends_with("nhân")) || narrow.len() > 3, "{narrow:?}");
}

/// A table from Markdown, whose many columns of a few words would leave the last one a word a line.
#[test]
fn a_long_column_beside_many_short_ones_has_room() {
    let short = ["Kỳ", "Phải thu", "Đã thu", "Còn lại", "Quá hạn", "Đạt", "Hạng", "Loại", "Ghi nhận"];
    let merit = "Vận động các hộ dân hiến đất, góp ngày công mở rộng đường vào nhà văn hóa thôn";
    for columns in 5..=short.len() {
        let dau: String = short[..columns].iter().map(|word| format!("[{word}], ")).collect();
        let row = "[1.125], ".repeat(columns);
        let read = table(
            &format!("cot: {}, canh: (\"left\",) * {}, dau: ({dau}[Nội dung])", columns + 1, columns + 1),
            &format!("{row}[{merit}]"),
        );
        // Each line of the body has the figures only once.
        let lines: Vec<&String> = read.iter().filter(|line| !line.is_empty()).collect();
        assert!(lines.len() <= 12, "{columns}: {read:?}");
        assert!(!read.iter().any(|line| line.contains("1.12") && !line.contains("1.125")), "{columns}: {read:?}");
    }
}

/// What is left open is shared out by what the rows hold, and a column in which no row has anything is left out.
#[test]
fn columns_share_the_line_by_what_they_hold() {
    let head = "rong: (\"vua\", auto, auto, auto), canh: (\"left\",) * 4, dau: ([S], [Tên], [Chức vụ], [Thành tích])";
    let (name, merit) = ("#ten-nguoi(\"Bà\", \"Nguyễn Thị Ngọc\")", "Có nhiều đóng góp cho phong trào ".repeat(3));
    let row = |post: &str| table(head, &format!("[1], [{name}], [{post}], [{merit}]"));
    let (long, none) = (row("Công chức Văn phòng - Thống kê, Ủy ban nhân dân phường"), row(""));
    assert!(long.iter().any(|line| line.contains("Chức vụ")) && !none.iter().any(|line| line.contains("Chức vụ")));
    for read in [&long, &none] {
        assert!(read.iter().any(|line| line.contains("Bà Nguyễn Thị Ngọc")), "{read:?}");
    }
    // Lines of post and of merit, between which the name stands, and the head; two of merit without a post.
    assert!(long.len() <= 8 && none.len() == 4, "{long:?} {none:?}");
}
