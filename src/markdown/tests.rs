use proptest::prelude::*;
use typst::syntax::{SyntaxKind, SyntaxNode, ast, parse, parse_code};

use super::*;

/// Text as the literal keeps it: line ends unified, characters that carry nothing dropped.
fn kept(text: &str) -> String {
    let mut out = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\n' => out.push('\n'),
            '\t' => out.push(' '),
            c if c.is_control() || c == '\u{feff}' => {}
            '\u{fdd0}'..='\u{fdef}' => {}
            c if u32::from(c) & 0xfffe == 0xfffe => {}
            c => out.push(c),
        }
    }
    out
}

fn strings(node: &SyntaxNode, found: &mut Vec<String>) {
    if let Some(string) = node.cast::<ast::Str>() {
        found.push(string.get().to_string());
    }
    for child in node.children() {
        strings(child, found);
    }
}

fn kinds(node: &SyntaxNode, found: &mut Vec<SyntaxKind>) {
    found.push(node.kind());
    for child in node.children() {
        kinds(child, found);
    }
}

/// All that a body may become: calls with string, number and content arguments, nothing that evaluates anything else.
const ALLOWED: &[SyntaxKind] = &[
    SyntaxKind::Markup,
    SyntaxKind::Hash,
    SyntaxKind::FuncCall,
    SyntaxKind::Ident,
    SyntaxKind::Args,
    SyntaxKind::Named,
    SyntaxKind::Colon,
    SyntaxKind::Comma,
    SyntaxKind::Semicolon,
    SyntaxKind::LeftParen,
    SyntaxKind::RightParen,
    SyntaxKind::LeftBracket,
    SyntaxKind::RightBracket,
    SyntaxKind::ContentBlock,
    SyntaxKind::Array,
    SyntaxKind::Str,
    SyntaxKind::Int,
    SyntaxKind::Space,
];
const CALLS: &[&str] = &[
    "de-muc",
    "doan",
    "gach-dau-dong",
    "muc-so",
    "bang",
    "strong",
    "emph",
    "linebreak",
    "cot",
    "canh",
    "dau",
    "than",
    "cap",
];

fn assert_harmless(body: &str) {
    let typst = to_typst(body);
    let root = parse(&typst);
    assert!(!root.diagnosis().errors, "{body:?} gave {typst:?}");
    let mut found = Vec::new();
    kinds(&root, &mut found);
    if let Some(kind) = found.iter().find(|kind| !ALLOWED.contains(kind)) {
        panic!("{body:?} gave {kind:?} in {typst:?}");
    }
    fn names(node: &SyntaxNode, found: &mut Vec<String>) {
        if node.kind() == SyntaxKind::Ident {
            found.push(node.leaf_text().to_string());
        }
        node.children().for_each(|child| names(child, found));
    }
    let mut found = Vec::new();
    names(&root, &mut found);
    assert!(found.iter().all(|name| CALLS.contains(&name.as_str())), "{found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_string_is_one_literal(text in ".*|[\"\\\\\\n\\r#\\[\\]{}()u ;]{0,40}|\\PC{0,20}") {
        let mut literal = String::new();
        push_literal(&mut literal, &text);
        let code = parse_code(&literal);
        let nodes: Vec<_> = code.children().collect();
        prop_assert_eq!(nodes.len(), 1, "{}", literal);
        let string = nodes[0].cast::<ast::Str>().unwrap();
        prop_assert_eq!(string.get().to_string(), kept(&text));
    }

    #[test]
    fn any_characters_are_one_literal(characters in proptest::collection::vec(any::<char>(), 0..40)) {
        let text: String = characters.into_iter().collect();
        let mut literal = String::from("#");
        push_literal(&mut literal, &text);
        literal.push(';');
        let mut found = Vec::new();
        let root = parse(&literal);
        strings(&root, &mut found);
        prop_assert!(!root.diagnosis().errors);
        prop_assert_eq!(found, [kept(&text)]);
    }

    #[test]
    fn any_body_is_harmless(body in "[#*_`\\[\\](){}<>!|:=+\\-/0-9a-cI. \\n\"\\\\$@~^&;]{0,120}") {
        assert_harmless(&body);
        let _ = (problems(&body), headings(&body), plain(&body));
    }

    #[test]
    fn any_lines_are_harmless(lines in proptest::collection::vec(
        "(# |## |### |#### |- |  - |1\\. |   2\\. |> |\\||    |```|---|===|\\| - \\| - \\||\\[a\\]: |)[a-zà-ỹ*_`#\"\\\\|$ ]{0,12}", 0..12)) {
        assert_harmless(&lines.join("\n"));
    }
}

#[test]
fn a_body_becomes_calls() {
    let body = "# I. Đặc điểm\n\nĐoạn *một*,\ndòng hai.  \nXuống dòng.\n\n## 1. Việc\n\n- một\n- hai **đậm**\n  - hai một\n\n3. ba\n4. bốn\n";
    assert_eq!(
        to_typst(body),
        "#de-muc(1)[#\"Đặc điểm\";]\n\
         #doan[#\"Đoạn \";#emph[#\"một\";]#\", dòng hai.\";#linebreak();#\"Xuống dòng.\";]\n\
         #de-muc(2)[#\"Việc\";]\n\
         #gach-dau-dong[#\"một\";]\n\
         #gach-dau-dong[#\"hai \";#strong[#\"đậm\";]]\n\
         #gach-dau-dong(cap: 2)[#\"hai một\";]\n\
         #muc-so(\"3\")[#\"ba\";]\n\
         #muc-so(\"4\")[#\"bốn\";]\n"
    );
    assert_eq!(problems(body), []);
}

#[test]
fn numbers_are_printed_as_they_are_written() {
    let printed = |body: &str| {
        let typst = to_typst(body);
        typst.split("#muc-so(\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(printed("1. một\n\n5. năm"), ["1", "5"]);
    assert_eq!(printed("1990. Năm ấy\n2021. Năm này"), ["1990", "2021"]);
    assert_eq!(printed("1. một\n1. hai\n\n   đoạn\n\n1. ba"), ["1", "1", "1"]);
    assert_eq!(printed("07. bảy\n08. tám"), ["07", "08"]);
    assert_eq!(printed("- một\n  1. hai\n  2. ba"), ["1", "2"]);
    assert_eq!(problems("1990. Năm ấy\n2021. Năm này"), []);
}

#[test]
fn one_mistake_is_one_problem() {
    for body in ["chữ <b>đậm</b> chữ", "chữ[^1]\n\n[^1]: chú thích", "| a |\n| 1 |\n| 2 |", "#"] {
        assert_eq!(problems(body).len(), 1, "{body:?}: {:?}", problems(body));
    }
    // The offset is that of the row, for the place in the record.
    let body = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 |\n";
    assert_eq!(body[problems(body)[0].offset.clone()].trim_end(), "| 3 | 4 | 5 |");
}

#[test]
fn a_loose_item_keeps_its_paragraphs() {
    assert_eq!(
        to_typst("- một\n\n  tiếp\n\n- hai\n"),
        "#gach-dau-dong[#\"một\";]\n#doan[#\"tiếp\";]\n#gach-dau-dong[#\"hai\";]\n"
    );
}

#[test]
fn tables_keep_alignment_and_shape() {
    assert_eq!(
        to_typst("| Năm | Hình thức |\n|:-:|--:|\n| 2020 | *Giấy* khen |\n"),
        "#bang(cot: 2, canh: (\"center\",\"right\",), dau: ([#\"Năm\";],[#\"Hình thức\";],), than: ([#\"2020\";],[#emph[#\"Giấy\";]#\" khen\";],))\n"
    );
    assert_eq!(to_typst("| a |\n|---|\n"), "#bang(cot: 1, canh: (\"left\",), dau: ([#\"a\";],), than: ())\n");
    assert_harmless("| a | b |\n|---|---|\n| | |\n");
}

#[test]
fn typed_numbers_of_headings_are_dropped() {
    for (typed, printed) in [
        ("I. Một", "Một"),
        ("IV. Một", "Một"),
        ("2. Một", "Một"),
        ("2.1. Một", "Một"),
        ("a) Một", "Một"),
        ("đ) Một", "Một"),
        ("**I. Một**", "Một"),
        ("Năm 2021. Một", "Năm 2021. Một"),
        ("2021 là năm", "2021 là năm"),
        ("A. Một", "A. Một"),
        ("I.Một", "I.Một"),
    ] {
        let body = format!("# {typed}");
        assert_eq!(headings(&body), [(1, printed.to_owned())], "{typed}");
        assert!(to_typst(&body).contains(&format!("\"{printed}\"")), "{}", to_typst(&body));
    }
}

#[test]
fn everything_unprintable_is_reported_where_it_stands() {
    for (body, start) in [
        ("![ảnh](a.png)", "văn bản không chèn ảnh"),
        ("[chữ](http://a.vn)", "văn bản in không có liên kết"),
        ("```\nmã\n```", "đoạn này bị hiểu là khối mã"),
        ("    thụt vào", "đoạn này bị hiểu là khối mã"),
        ("chữ `mã`", "không dùng dấu `"),
        ("chữ <b>đậm</b>", "không dùng thẻ HTML"),
        ("<div>\nchữ\n</div>", "không dùng thẻ HTML"),
        ("chữ[^1]\n\n[^1]: chú thích", "không dùng chú thích"),
        ("> trích", "không dùng khối trích dẫn"),
        ("một\n\n---\n\nhai", "không dùng đường kẻ ngang"),
        ("[nơi]: đây", "dòng dạng `[…]: …`"),
        ("## Hai", "đề mục đầu tiên phải ở cấp 1"),
        ("# Một\n### Ba", "đề mục nhảy từ cấp 1 xuống cấp 3"),
        ("# Một\n## Hai\n### Ba\n#### Bốn", "đề mục chỉ có ba cấp"),
        ("Dòng chữ\n---", "dòng chữ phía trên dãy"),
        ("#Một", "thiếu dấu cách sau dấu `#`"),
        ("# \n\nchữ", "đề mục không có chữ"),
        ("- một\n-\n- ba", "mục này của danh sách không có chữ"),
        ("- một\n  1. hai\n  3. ba", "mục con đánh số không liên tục"),
        ("15*20*30 cm", "dấu `*` hoặc `_`"),
        ("rộng 2*3 và 4*5", "dấu `*` hoặc `_`"),
        ("*nghiêng*chữ", "dấu `*` hoặc `_`"),
        ("2**3 và 4**5", "dấu `*` hoặc `_`"),
        ("(*) Ghi chú (*)", "dấu `*` hoặc `_`"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "hàng này có 3 ô"),
        ("a | b\n---|---\n1 | 2 | 3", "hàng này có 3 ô"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nĐoạn sau", "dòng này dính vào bảng"),
        ("| a | b |\n|---|---|---|\n| 1 | 2 |", "bảng viết sai"),
        ("| a | b |\n| 1 | 2 |", "bảng viết sai"),
        ("a | b\n1 | 2", "bảng viết sai"),
    ] {
        let found = problems(body);
        assert!(found.iter().any(|problem| problem.message.starts_with(start)), "{body:?}: {found:?}");
        assert!(found.iter().all(|problem| body.get(problem.offset.clone()).is_some()));
        assert_harmless(body);
    }
    for sound in [
        "# Một\n## Hai\n### Ba\n# Bốn\n\n<https://a.vn> và 3 < 4, a_b_c, 2*3",
        "15\\*20\\*30 cm, 15×20, 5 * 6 * 7, khách sạn 5* và 6*",
        "(*nghiêng*), “**đậm**”: *một*, ***hai***.",
        "| a | b |\n|---|---|\n| 1 | a \\| b |\n| 1 |\n\nĐoạn a|b sau",
        "1. một\n2. hai\n   1. hai một\n   2. hai hai\n\n\\#Một và C#5",
        "- một\n\n  đoạn\n- - hai\n",
    ] {
        assert_eq!(problems(sound), [], "{sound}");
    }
    let body = "# Một\n\nchữ ![ảnh](a.png)";
    assert_eq!(&body[problems(body)[0].offset.clone()], "![ảnh](a.png)");
}

#[test]
fn emphasis_that_would_be_printed_as_signs_is_reported_at_the_sign() {
    let after_word = "dấu `**` kết thúc sát chữ đứng sau";
    for (body, rest, start) in [
        ("**Kết quả:**đạt", "**đạt", after_word),
        ("- **“Đậm”**và", "**và", after_word),
        ("# **Kết quả:**đạt", "**đạt", after_word),
        ("| a |\n|---|\n| **b:**c |", "**c |", after_word),
        ("*nghiêng:*đạt", "*đạt", "dấu `*` kết thúc sát chữ"),
        ("_nghiêng_đạt", "_đạt", "dấu `_` kết thúc sát chữ"),
        ("chữ**“đậm”** chữ", "**“đậm”** chữ", "dấu `**` mở đầu sát chữ đứng trước"),
        ("** đậm**", "** đậm**", "có dấu cách ngay sau dấu `**`"),
        ("chữ ** đậm ** chữ", "** đậm ** chữ", "có dấu cách ngay sau dấu `**`"),
        ("**đậm **chữ", "**chữ", "có dấu cách ngay trước dấu `**`"),
        ("*nghiêng *", "*", "có dấu cách ngay trước dấu `*`"),
        ("*nghiêng * chữ", "* chữ", "có dấu cách ngay trước dấu `*`"),
        ("**Kết quả: đạt", "**Kết quả: đạt", "dấu `**` ở đây không có dấu kết thúc"),
        ("**Một.\n\nHai.**", "**Một.\n\nHai.**", "dấu `**` ở đây không có dấu kết thúc"),
        ("**Một:**b và c**.", "**Một:**b và c**.", "dấu `**` ở đây không có dấu kết thúc"),
        ("**đậm* chữ", "**đậm* chữ", "thừa dấu `*`"),
        ("*nghiêng** chữ", "* chữ", "thừa dấu `*`"),
        ("**A:**b **c** d", "**b **c** d", after_word),
    ] {
        let found = problems(body);
        assert_eq!(found.len(), 1, "{body:?}: {found:?}");
        assert!(found[0].message.starts_with(start), "{body:?}: {found:?}");
        assert_eq!(&body[found[0].offset.start..], rest, "{found:?}");
    }
    assert_eq!(problems("**A:**b, **C:**d").len(), 2);
    // The remedies that the messages name.
    for mended in ["**Kết quả:** đạt", "**Kết quả**: đạt", "“**Đậm**”và", "chữ **“đậm”** chữ", "\\*\\*Kết quả: đạt"]
    {
        assert_eq!(problems(mended), [], "{mended}");
    }
}

#[test]
fn bold_within_a_word_is_bold() {
    for body in ["**A**B", "A**B**", "**đậm**chữ", "chữ**đậm**chữ", "Điều **3**a"] {
        assert_eq!(problems(body), [], "{body}");
    }
    assert_eq!(to_typst("**A**B"), "#doan[#strong[#\"A\";]#\"B\";]\n");
}

#[test]
fn asterisks_that_are_text_stay_text() {
    for body in [
        "5 * 3 = 15, 5 * 6 * 7",
        "*Ghi chú: 5 * 3 = 15",
        "GRDP (*) và PCI (**)",
        "GRDP* đạt 8%, PCI** đạt 65 điểm",
        "GRDP*, PCI*; chỉ số* khác",
        "*Ghi chú: số ước.\n*Nguồn: Cục Thống kê",
        "** Số liệu ước tính",
        "Họ tên: ____ ngày __ tháng __ năm ____",
        "a_b_c và thư_điện_tử",
        "\\*nghiêng:\\*đạt, \\**đậm* và &#42;&#42;chữ",
    ] {
        assert_eq!(problems(body), [], "{body}");
    }
}

#[test]
fn hostile_bodies_stay_text() {
    for body in [
        "#panic(\"x\")",
        "a #panic() b",
        "\\#let x = 1",
        "$x$ @a <a> // b /* c",
        "{{ 7*7 }} {% if %}",
        "= Đề mục",
        "“ngoặc” \"thẳng\"]",
    ] {
        assert_harmless(body);
    }
    assert_eq!(to_typst("#panic(\"x\")"), "#doan[#\"#panic(\\\"x\\\")\";]\n");
}
