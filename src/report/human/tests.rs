use super::*;
use crate::finding::{Blocks, Rule, Waived};

static LACKS: Rule = Rule::error("ho-so/thieu-thanh-phan")
    .text("Hồ sơ phải đủ thành phần.", "lập văn bản còn thiếu rồi ghi vào `ho_so`")
    .blocking(Blocks::List);
static LATE: Rule = Rule::warning("ho-so/qua-han")
    .text("Hồ sơ nộp đúng hạn.", "Hội đồng xem xét, quyết định")
    .by("điểm b khoản 5 Mục II Kế hoạch");
static BOM: Rule = Rule::warning("yaml/bom").text("Không có BOM.", "lưu lại là “UTF-8”");
static UNREADABLE: Rule = Rule::error("yaml/khong-doc-duoc").text("Tệp phải đọc được.", "kiểm tra quyền đọc tệp");
static GAP: Rule = Rule::warning("the-thuc/khoang-ky").text("Chỗ ký đủ rộng.", "");

const RECORD: &str = "\
ten: Ủy ban nhân dân phường Long Thủy
tiep_nhan:
  - {lan: 1, ngay: 2021-05-26}
ho_so:
  bao_cao_thanh_tich:
    tap-the: {ngay: 2021-05-12}
";

fn place(part: &str) -> Place {
    let start = RECORD.find(part).unwrap();
    Place::new("records/phuoc-long-2021/don-vi/long-thuy.yaml", RECORD, start..start + part.len())
}

fn lacks() -> Finding {
    let message = "hồ sơ của UBND phường Long Thủy còn thiếu 01 Báo cáo thành tích của bà Nguyễn Thị B, \
                   công chức Văn phòng - Thống kê";
    Finding::new(&LACKS, message)
        .at(place("bao_cao_thanh_tich"))
        .clause("điểm a khoản 5 Mục II Kế hoạch số 91/KH-UBND ngày 05 tháng 5 năm 2021 của UBND thị xã Phước Long")
}

fn late() -> Finding {
    let mut late =
        Finding::new(&LATE, "hồ sơ nộp ngày 26/5/2021, sau hạn “trước ngày 25/5/2021”").at(place("2021-05-26"));
    late.waived =
        Some(Waived { reason: "mất điện toàn phường ngày 24/5/2021".into(), by: "Phạm Văn C".into() });
    late
}

fn plain(all: &[Finding], width: usize) -> String {
    findings(all, &Style { width, colour: false })
}

#[test]
fn excerpts_at_eighty_columns() {
    insta::assert_snapshot!(plain(&[lacks(), late()], 80), @r"
    lỗi[ho-so/thieu-thanh-phan]: hồ sơ của UBND phường Long Thủy còn thiếu 01 Báo
                                 cáo thành tích của bà Nguyễn Thị B, công chức Văn
                                 phòng - Thống kê
     --> records/phuoc-long-2021/don-vi/long-thuy.yaml:5:3
      |
    5 |   bao_cao_thanh_tich:
      |   ^^^^^^^^^^^^^^^^^^
      |
      = căn cứ: điểm a khoản 5 Mục II Kế hoạch số 91/KH-UBND ngày 05 tháng 5 năm
                2021 của UBND thị xã Phước Long
      = cách sửa: lập văn bản còn thiếu rồi ghi vào `ho_so`

    cảnh báo[ho-so/qua-han]: hồ sơ nộp ngày 26/5/2021, sau hạn “trước ngày
                             25/5/2021”
     --> records/phuoc-long-2021/don-vi/long-thuy.yaml:3:20
      |
    3 |   - {lan: 1, ngay: 2021-05-26}
      |                    ^^^^^^^^^^
      |
      = căn cứ: điểm b khoản 5 Mục II Kế hoạch
      = cách sửa: Hội đồng xem xét, quyết định
      = đã miễn: mất điện toàn phường ngày 24/5/2021 (người duyệt: Phạm Văn C)
    ");
}

#[test]
fn excerpts_at_a_hundred_and_twenty_columns() {
    insta::assert_snapshot!(plain(&[lacks()], 120), @r"
    lỗi[ho-so/thieu-thanh-phan]: hồ sơ của UBND phường Long Thủy còn thiếu 01 Báo cáo thành tích của bà Nguyễn Thị B, công
                                 chức Văn phòng - Thống kê
     --> records/phuoc-long-2021/don-vi/long-thuy.yaml:5:3
      |
    5 |   bao_cao_thanh_tich:
      |   ^^^^^^^^^^^^^^^^^^
      |
      = căn cứ: điểm a khoản 5 Mục II Kế hoạch số 91/KH-UBND ngày 05 tháng 5 năm 2021 của UBND thị xã Phước Long
      = cách sửa: lập văn bản còn thiếu rồi ghi vào `ho_so`
    ");
}

#[test]
fn without_excerpt() {
    let unreadable = Finding::new(&UNREADABLE, "không đọc được tệp này").at(Place::file("records/a.yaml"));
    let gap = Finding::new(&GAP, "khoảng để ký ở tờ trình chỉ còn 18 mm");
    let bom =
        Finding::new(&BOM, "tệp mở đầu bằng dấu thứ tự byte (BOM)").at(Place::new("a.yaml", "\u{feff}a: 1", 0..3));
    insta::assert_snapshot!(plain(&[unreadable, gap, bom], 80), @r"
    lỗi[yaml/khong-doc-duoc]: không đọc được tệp này
    --> records/a.yaml
     |
     = cách sửa: kiểm tra quyền đọc tệp

    cảnh báo[the-thuc/khoang-ky]: khoảng để ký ở tờ trình chỉ còn 18 mm
     |
     = quy ước trình bày

    cảnh báo[yaml/bom]: tệp mở đầu bằng dấu thứ tự byte (BOM)
     --> a.yaml:1:1
      |
    1 | �a: 1
      | ^
      |
      = cách sửa: lưu lại là “UTF-8”
    ");
}

#[test]
fn colours_say_what_is_bad() {
    let text = findings(&[lacks()], &Style { width: 80, colour: true });
    assert!(text.starts_with("\u{1b}[1m\u{1b}[91mlỗi[ho-so/thieu-thanh-phan]"), "{text:?}");
    assert!(!plain(&[lacks()], 80).contains('\u{1b}'));
}

#[test]
fn nothing_in_a_record_acts_on_the_terminal() {
    let text = "ten: \"\u{1b}]0;pwned\u{7}\u{9b}2J\"\r\nb: \u{202e}x\n";
    let mut finding = Finding::new(&LATE, "tên \u{1b}[2J\nxấu").at(Place::new("a\u{1b}[31m\n.yaml", text, 5..12));
    finding.help = Some("xóa \u{1b}[0m đi".into());
    finding.clause = Some("khoản\u{7} 5".into());
    finding.waived = Some(Waived { reason: "\u{1b}".into(), by: "\u{8}".into() });
    let shown = plain(&[finding], 80);
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
    insta::assert_snapshot!(shown, @r#"
    cảnh báo[ho-so/qua-han]: tên ␛[2J
                             xấu
     --> a␛[31m␊.yaml:1:6
      |
    1 | ten: "␛]0;pwned␇�2J"
      |      ^^^^^^^
      |
      = căn cứ: khoản␇ 5
      = cách sửa: xóa ␛[0m đi
      = đã miễn: ␛ (người duyệt: ␈)
    "#);
}

#[test]
fn long_lines_are_cut_around_the_mark() {
    let text = format!("noi_dung: {}CHỖ SAI {}", "chữ ".repeat(50_000), "sau ".repeat(50_000));
    let start = text.find("CHỖ SAI").unwrap();
    let here = Finding::new(&LATE, "sai").at(Place::new("a.yaml", text.as_str(), start..start + "CHỖ SAI".len()));
    let all = Finding::new(&LATE, "dài").at(Place::new("a.yaml", text.as_str(), 10..text.len()));
    let shown = plain(&[here, all], 80);
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    insta::assert_snapshot!(shown, @r"
    cảnh báo[ho-so/qua-han]: sai
     --> a.yaml:1:200011
      |
    1 | ...hữ chữ chữ chữ chữ chữ chữ chữ CHỖ SAI sau sau sau sau sau sau sau sau...
      |                                   ^^^^^^^
      |
      = căn cứ: điểm b khoản 5 Mục II Kế hoạch
      = cách sửa: Hội đồng xem xét, quyết định

    cảnh báo[ho-so/qua-han]: dài
     --> a.yaml:1:11
      |
    1 | ...g: chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ...
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = căn cứ: điểm b khoản 5 Mục II Kế hoạch
      = cách sửa: Hội đồng xem xét, quyết định
    ");
}

#[test]
fn messages_fit_any_width() {
    for width in [80, 100, 120] {
        let shown = plain(&[lacks(), late()], width);
        assert!(shown.lines().all(|line| line.chars().count() <= width), "{shown}");
    }
    // Narrower than any terminal: nothing falls over.
    assert!(!plain(&[lacks()], 1).is_empty());
}

#[test]
fn every_span_of_a_record_can_be_shown() {
    let text = "\u{feff}a: Ủy ban\r\n\tb: |\n  đ\u{301}\n\n";
    for start in 0..=text.len() {
        for end in start..=text.len() {
            let finding = Finding::new(&GAP, "x").at(Place::new("a.yaml", text, start..end));
            let shown = plain(&[finding], 80);
            assert!(shown.contains('^'), "{start}..{end}\n{shown}");
        }
    }
}

#[test]
fn closing_lines() {
    let row = |status| DocumentRow {
        unit: None,
        kind: "to_trinh".into(),
        nominee: None,
        path: String::new(),
        sha256: None,
        pages: None,
        status,
    };
    let rows: Vec<DocumentRow> = [Status::Built, Status::Built, Status::Unchanged, Status::Failed].map(row).into();
    let check = |all: &[Finding]| summary(&Summary::new(all, 20), &Style::PLAIN);
    insta::assert_snapshot!(check(&[]), @"Đã kiểm tra hồ sơ của 20 đơn vị. Không có lỗi, không có cảnh báo.");
    insta::assert_snapshot!(check(&[late()]), @"Đã kiểm tra hồ sơ của 20 đơn vị. Không có lỗi, 1 đã miễn.");
    insta::assert_snapshot!(check(&[lacks(), late(), Finding::new(&BOM, "")]), @"Đã kiểm tra hồ sơ của 20 đơn vị. 1 lỗi, 1 cảnh báo, 1 đã miễn.");
    insta::assert_snapshot!(check(&[Finding::new(&BOM, "")]), @"Đã kiểm tra hồ sơ của 20 đơn vị. Không có lỗi, 1 cảnh báo.");
    insta::assert_snapshot!(summary(&Summary::new(&[lacks()], 20).papers(Papers::of(&rows)), &Style::PLAIN), @"Đã lập 3 văn bản của 20 đơn vị (1 không đổi). 1 văn bản chưa lập được: . 1 lỗi.");
    insta::assert_snapshot!(summary(&Summary::new(&[], 1).papers(Papers::of(rows.get(..2).unwrap())), &Style::PLAIN), @"Đã lập 2 văn bản của 1 đơn vị. Không có lỗi, không có cảnh báo.");
}

#[test]
fn beside_a_long_code_there_is_no_room_at_forty_columns() {
    insta::assert_snapshot!(plain(&[lacks()], 40), @"
    lỗi[ho-so/thieu-thanh-phan]:
      hồ sơ của UBND phường Long Thủy còn
      thiếu 01 Báo cáo thành tích của bà
      Nguyễn Thị B, công chức Văn phòng -
      Thống kê
     --> records/phuoc-long-2021/don-vi/long-thuy.yaml:5:3
      |
    5 |   bao_cao_thanh_tich:
      |   ^^^^^^^^^^^^^^^^^^
      |
      = căn cứ: điểm a khoản 5 Mục II Kế
                hoạch số 91/KH-UBND ngày 05
                tháng 5 năm 2021 của UBND
                thị xã Phước Long
      = cách sửa: lập văn bản còn thiếu rồi
                  ghi vào `ho_so`
    ");
    insta::assert_snapshot!(summary(&Summary::new(&[lacks()], 20), &Style { width: 40, colour: false }), @"Đã kiểm tra hồ sơ của 20 đơn vị. 1 lỗi.");
    // All but the path, which cannot be parted.
    let wide = |line: &&str| line.chars().count() > 40 && !line.contains("-->");
    assert_eq!(plain(&[lacks(), late()], 40).lines().filter(wide).collect::<Vec<_>>(), Vec::<&str>::new());
    let coloured = findings(&[lacks()], &Style { width: 40, colour: true });
    assert!(coloured.contains("còn"), "{coloured}");
}
