use super::*;
use crate::plan::{Milestone, Stage};

fn row(unit: &str, cells: &[Cell], remark: &str) -> Row {
    let whole = cells.iter().max().copied().unwrap_or(Cell::NotRequired);
    let code = unit.to_lowercase().replace(' ', "-");
    Row { code, unit: unit.into(), cells: cells.into(), whole, remark: remark.into() }
}

fn matrix() -> Matrix {
    use Cell::{Complete, Draft, Error, Missing, NotProposed, NotRequired, NotSubmitted};
    Matrix {
        kinds: vec!["to_trinh".into(), "trich_bien_ban".into(), "bao_cao_thanh_tich".into()],
        columns: vec!["Tờ trình".into(), "Trích biên bản".into(), "Báo cáo thành tích".into()],
        rows: vec![
            row("UBND phường Long Thủy", &[Complete, Complete, Complete], ""),
            row("UBND phường Thác Mơ", &[Draft, Complete, Missing], ""),
            row("Phòng Nội vụ", &[Complete, Error, NotRequired], ""),
            row("UBND xã Long Giang", &[NotSubmitted; 3], ""),
            row("Thanh tra thị xã", &[NotProposed; 3], ""),
        ],
        stage: Stage::Compiling,
        year: Vec::new(),
    }
}

fn plain(matrix: &Matrix, width: usize) -> String {
    let text = table(matrix, &Style { width, colour: false });
    assert!(text.lines().all(|line| line.chars().count() <= width), "{text}");
    text
}

#[test]
fn names_and_words() {
    insta::assert_snapshot!(plain(&matrix(), 80), @"
    Đơn vị                 Tờ trình  Trích biên bản  Báo cáo thành tích
    ─────────────────────  ────────  ──────────────  ──────────────────
    UBND phường Long Thủy  đủ        đủ              đủ
    UBND phường Thác Mơ    dự thảo   đủ              thiếu
    Phòng Nội vụ           đủ        lỗi             –
    UBND xã Long Giang     chưa nộp  chưa nộp        chưa nộp
    Thanh tra thị xã       không đề nghị

    5 đơn vị: 1 đủ, 1 thiếu, 1 lỗi, 1 chưa nộp, 1 không đề nghị.
    Giai đoạn: tổng hợp.
    ");
}

#[test]
fn remarks_are_cut_last() {
    let mut matrix = matrix();
    for row in matrix.rows.iter_mut().take(2) {
        row.remark = "nộp ngày 26/5/2021, quá hạn 01 ngày, đã có văn bản giải trình".into();
    }
    insta::assert_snapshot!(plain(&matrix, 120), @"
    Đơn vị                 Tờ trình  Trích biên bản  Báo cáo thành tích  Ghi chú
    ─────────────────────  ────────  ──────────────  ──────────────────  ───────────────────────────────────────────────────
    UBND phường Long Thủy  đủ        đủ              đủ                  nộp ngày 26/5/2021, quá hạn 01 ngày, đã có văn bản…
    UBND phường Thác Mơ    dự thảo   đủ              thiếu               nộp ngày 26/5/2021, quá hạn 01 ngày, đã có văn bản…
    Phòng Nội vụ           đủ        lỗi             –
    UBND xã Long Giang     chưa nộp  chưa nộp        chưa nộp
    Thanh tra thị xã       không đề nghị

    5 đơn vị: 1 đủ, 1 thiếu, 1 lỗi, 1 chưa nộp, 1 không đề nghị.
    Giai đoạn: tổng hợp.
    ");
    insta::assert_snapshot!(plain(&matrix, 80), @"
    Đơn vị                Tờ trình  Trích biên bản  Báo cáo thành tích  Ghi chú
    ────────────────────  ────────  ──────────────  ──────────────────  ────────────
    UBND phường Long Th…  đủ        đủ              đủ                  nộp ngày 26…
    UBND phường Thác Mơ   dự thảo   đủ              thiếu               nộp ngày 26…
    Phòng Nội vụ          đủ        lỗi             –
    UBND xã Long Giang    chưa nộp  chưa nộp        chưa nộp
    Thanh tra thị xã      không đề nghị

    5 đơn vị: 1 đủ, 1 thiếu, 1 lỗi, 1 chưa nộp, 1 không đề nghị.
    Giai đoạn: tổng hợp.
    ");
}

#[test]
fn numbers_for_names_that_do_not_fit() {
    let mut matrix = matrix();
    matrix.columns.push("Giấy chứng nhận sáng kiến, giải pháp, mô hình cải cách hành chính".into());
    for row in &mut matrix.rows {
        row.cells.push(Cell::NotRequired);
    }
    insta::assert_snapshot!(plain(&matrix, 80), @"
    Đơn vị                 (1)       (2)       (3)       (4)
    ─────────────────────  ────────  ────────  ────────  ───
    UBND phường Long Thủy  đủ        đủ        đủ        –
    UBND phường Thác Mơ    dự thảo   đủ        thiếu     –
    Phòng Nội vụ           đủ        lỗi       –         –
    UBND xã Long Giang     chưa nộp  chưa nộp  chưa nộp  –
    Thanh tra thị xã       không đề nghị

    (1) Tờ trình
    (2) Trích biên bản
    (3) Báo cáo thành tích
    (4) Giấy chứng nhận sáng kiến, giải pháp, mô hình cải cách hành chính

    5 đơn vị: 1 đủ, 1 thiếu, 1 lỗi, 1 chưa nộp, 1 không đề nghị.
    Giai đoạn: tổng hợp.
    ");
}

#[test]
fn signs_for_words_that_do_not_fit() {
    let mut matrix = matrix();
    matrix.columns.extend((4..=9).map(|n| format!("Văn bản thứ {n}")));
    for row in &mut matrix.rows {
        row.cells.extend([Cell::NotSubmitted; 6]);
        row.whole = row.cells.iter().max().copied().unwrap_or(Cell::NotRequired);
    }
    insta::assert_snapshot!(plain(&matrix, 80), @"
    Đơn vị                 (1)  (2)  (3)  (4)  (5)  (6)  (7)  (8)  (9)
    ─────────────────────  ───  ───  ───  ───  ───  ───  ───  ───  ───
    UBND phường Long Thủy  Đ    Đ    Đ    C    C    C    C    C    C
    UBND phường Thác Mơ    D    Đ    T    C    C    C    C    C    C
    Phòng Nội vụ           Đ    L    –    C    C    C    C    C    C
    UBND xã Long Giang     C    C    C    C    C    C    C    C    C
    Thanh tra thị xã       K    K    K    C    C    C    C    C    C

    (1) Tờ trình
    (2) Trích biên bản
    (3) Báo cáo thành tích
    (4) Văn bản thứ 4
    (5) Văn bản thứ 5
    (6) Văn bản thứ 6
    (7) Văn bản thứ 7
    (8) Văn bản thứ 8
    (9) Văn bản thứ 9
    L: lỗi; T: thiếu; C: chưa nộp; D: dự thảo; Đ: đủ; K: không đề nghị

    5 đơn vị: 1 thiếu, 1 lỗi, 3 chưa nộp.
    Giai đoạn: tổng hợp.
    ");
}

#[test]
fn no_unit_and_no_column() {
    assert_eq!(plain(&Matrix::default(), 80), "Phong trào chưa có đơn vị nào.\n");
    let matrix = Matrix {
        kinds: Vec::new(),
        columns: Vec::new(),
        rows: vec![row("UBND phường Long Thủy", &[], "")],
        stage: Stage::Receiving,
        year: [("phát động", 7, false), ("tổng kết", 27, true)]
            .map(|(name, day, tentative)| Milestone {
                name: name.to_owned(),
                day: chrono::NaiveDate::from_ymd_opt(2021, 5, day).unwrap_or_default(),
                tentative,
            })
            .into(),
    };
    insta::assert_snapshot!(plain(&matrix, 80), @"
    Đơn vị
    ─────────────────────
    UBND phường Long Thủy

    1 đơn vị: 1 không phải nộp.
    Giai đoạn: tiếp nhận hồ sơ.
    Cả năm: phát động 07/5/2021; tổng kết 27/5/2021 (dự kiến).
    ");
}

#[test]
fn columns_stay_aligned_in_colour() {
    let text = table(&matrix(), &Style { width: 80, colour: true });
    let mut bare = String::new();
    let mut escape = false;
    for c in text.chars() {
        match c {
            '\u{1b}' => escape = true,
            'm' if escape => escape = false,
            c if !escape => bare.push(c),
            _ => {}
        }
    }
    let bare: Vec<&str> = bare.lines().map(str::trim_end).collect();
    assert_eq!(bare, plain(&matrix(), 80).lines().collect::<Vec<_>>());
}

#[test]
fn for_programs() {
    let mut matrix = matrix();
    matrix.rows.truncate(2);
    matrix.columns.truncate(2);
    insta::assert_snapshot!(json(&[("phuoc-long-2021".to_owned(), matrix)]), @r#"
    {
      "campaigns": [
        {
          "campaign": "phuoc-long-2021",
          "units": [
            {
              "unit": "ubnd-phường-long-thủy",
              "name": "UBND phường Long Thủy",
              "state": "du",
              "papers": [
                {
                  "kind": "to_trinh",
                  "state": "du"
                },
                {
                  "kind": "trich_bien_ban",
                  "state": "du"
                },
                {
                  "kind": "bao_cao_thanh_tich",
                  "state": "du"
                }
              ]
            },
            {
              "unit": "ubnd-phường-thác-mơ",
              "name": "UBND phường Thác Mơ",
              "state": "thieu",
              "papers": [
                {
                  "kind": "to_trinh",
                  "state": "du_thao"
                },
                {
                  "kind": "trich_bien_ban",
                  "state": "du"
                },
                {
                  "kind": "bao_cao_thanh_tich",
                  "state": "thieu"
                }
              ]
            }
          ],
          "counts": {
            "du": 1,
            "thieu": 1
          },
          "stage": "tong_hop",
          "year": []
        }
      ]
    }
    "#);
}

#[test]
fn many_papers_on_a_narrow_terminal_stand_close_together() {
    let mut matrix = matrix();
    matrix.columns = (1..=9).map(|n| format!("Văn bản thứ {n}")).collect();
    matrix.kinds = (1..=9).map(|n| format!("van_ban_{n}")).collect();
    for row in &mut matrix.rows {
        row.cells = row.cells.iter().cycle().take(9).copied().collect();
    }
    insta::assert_snapshot!(plain(&matrix, 40), @"
    Đơn vị                1 2 3 4 5 6 7 8 9
    ───────────────────── ─ ─ ─ ─ ─ ─ ─ ─ ─
    UBND phường Long Thủy Đ Đ Đ Đ Đ Đ Đ Đ Đ
    UBND phường Thác Mơ   D Đ T D Đ T D Đ T
    Phòng Nội vụ          Đ L – Đ L – Đ L –
    UBND xã Long Giang    C C C C C C C C C
    Thanh tra thị xã      không đề nghị

    1 Văn bản thứ 1
    2 Văn bản thứ 2
    3 Văn bản thứ 3
    4 Văn bản thứ 4
    5 Văn bản thứ 5
    6 Văn bản thứ 6
    7 Văn bản thứ 7
    8 Văn bản thứ 8
    9 Văn bản thứ 9
    L: lỗi; T: thiếu; C: chưa nộp; D: dự
    thảo; Đ: đủ; K: không đề nghị

    5 đơn vị: 1 đủ, 1 thiếu, 1 lỗi, 1 chưa
    nộp, 1 không đề nghị.
    Giai đoạn: tổng hợp.
    ");
}
