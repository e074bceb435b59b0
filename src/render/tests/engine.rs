use std::path::Path;

use serde_json::json;

use super::*;

const HOSTILE: &[&str] = &[
    "#panic(\"x\")",
    "*đậm* _nghiêng_",
    "$x$",
    "@a <a>",
    "// không phải chú thích",
    "/* cũng không */",
    "dấu \" và '",
    "dấu \\ ngược",
    "[ngoặc] {nhọn}",
    "= x",
    "- x",
    "+ x",
    "/ x: y",
    "1. x",
    "{{ 7*7 }} {% if %}",
    "`mã` ~ -- ... https://a.vn",
    "Ủy ban nhân dân phường Long Thủy, “ngoặc kép” – gạch",
];

#[test]
fn hostile_text_is_printed_as_it_is() {
    let data = json!({"ds": HOSTILE});
    let engine = engine("{% for x in ds %}{{ x }}\n\n{% endfor %}");
    let pdf = engine.render(&job(&data)).unwrap();
    let text = pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap();
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for hostile in HOSTILE {
        assert!(flat.contains(hostile), "{hostile}\n{flat}");
    }
    assert_eq!(pdf.findings.len(), 0, "{:?}", pdf.findings);
    assert_eq!(pdf.pages, 1);
}

#[test]
fn hostile_markdown_is_printed_as_it_is() {
    let library = ("nd30/nd30.typ", "#let doan(it) = par(it)");
    let body = format!("{HEAD}#import \"/nd30/nd30.typ\": *\n{{{{ md | markdown }}}}");
    let (engine, findings) = engine_of(&[("thu.typ", &body), library]);
    assert!(findings.is_empty());
    let data = json!({"md": "Chữ #panic(\"x\") \\*sao\\* $x$ @a"});
    let pdf = engine.render(&job(&data)).unwrap();
    let text = pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap();
    assert!(text.contains("Chữ #panic(\"x\") *sao* $x$ @a"), "{text}");
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let data = json!({"x": {"b": "1", "a": "2", "c": {"d": ["e"]}}});
    let body = "#let d = {{ x | typ }}\n#repr(d)";
    let first = engine(body).render(&job(&data)).unwrap();
    for _ in 0..3 {
        evict(0);
        assert_eq!(engine(body).render(&job(&data)).unwrap().bytes, first.bytes);
    }
    assert!(first.bytes.starts_with(b"%PDF-1.7"));
    let plain = String::from_utf8_lossy(&first.bytes).into_owned();
    assert!(
        plain.contains("<pdfaid:part>3</pdfaid:part>") && plain.contains("<pdfaid:conformance>A</pdfaid:conformance>")
    );
    assert!(plain.contains("<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn templates_that_do_not_parse_are_all_reported_and_the_others_work() {
    let good = format!("{HEAD}{{{{ x }}}}");
    let (engine, findings) = engine_of(&[
        ("a.typ", "một\n{% if x %}hai"),
        ("b.typ", "một {{ x | khong_co }}\n{{ y | cung_khong }}"),
        ("c.typ", "{% include \"d.typ\" %}"),
        ("e.typ", "{{ x + }}"),
        ("thu.typ", &good),
    ]);
    assert_eq!(
        lines(&findings),
        [
            "mau/a.typ:2:11: lỗi[ban-mau/cu-phap]: mẫu hết giữa chừng: thiếu dấu đóng hoặc thẻ đóng (`}}`, `%}`, `{% endif %}`, `{% endfor %}`)",
            "mau/e.typ:1:8: lỗi[ban-mau/cu-phap]: không hiểu `}}` ở chỗ này",
            "mau/b.typ:1:12: lỗi[ban-mau/ten-la]: không có bộ lọc `khong_co`",
            "mau/b.typ:2:8: lỗi[ban-mau/ten-la]: không có bộ lọc `cung_khong`",
            "mau/c.typ:1:12: lỗi[ban-mau/ten-la]: không có mẫu con `d.typ`",
        ]
    );
    let data = json!({"x": "chữ"});
    assert!(engine.render(&job(&data)).is_ok());
    let broken = engine.fill(&Job { template: "a", ..job(&data) }).unwrap_err();
    assert_eq!(lines(&broken), ["mau/a.typ:1:1: lỗi[ban-mau/khong-co]: mẫu `a.typ` có lỗi nên không dùng được"]);
    let missing = engine.fill(&Job { template: "z", ..job(&data) }).unwrap_err();
    assert_eq!(lines(&missing), ["lỗi[ban-mau/khong-co]: không có mẫu `z.typ`"]);
    assert_eq!(missing[0].paper.as_deref(), Some("don-vi/thu"));
}

#[test]
fn names_the_data_lacks_are_reported_at_their_place() {
    let data = json!({"van_ban": {"trich_yeu": "a", "so": null}, "ds": ["a"], "co": true});
    for (body, line, help) in [
        (
            "chữ {{ van_bann.so }}",
            "mau/thu.typ:3:8: lỗi[ban-mau/thieu-bien]: biến `van_bann` không có trong dữ liệu của văn bản",
            "sửa thành `van_ban`, nếu đúng ý",
        ),
        (
            "chữ {{ van_ban.trich_yeuu }}",
            "mau/thu.typ:3:16: lỗi[ban-mau/thieu-bien]: biến `trich_yeuu` không có trong dữ liệu của văn bản",
            "sửa thành `trich_yeu`, nếu đúng ý",
        ),
        (
            "{{ van_ban.so }}",
            "mau/thu.typ:3:12: lỗi[ban-mau/thieu-bien]: biến `so` không có trong dữ liệu của văn bản",
            "ở đây có: trich_yeu",
        ),
        (
            "#let a = {{ thieu | typ }}",
            "mau/thu.typ:3:13: lỗi[ban-mau/thieu-bien]: biến `thieu` không có trong dữ liệu của văn bản",
            super::rules::MISSING.help,
        ),
        (
            "#let a = {{ van_ban.thieu | typ }}",
            "mau/thu.typ:3:13: lỗi[ban-mau/thieu-bien]: biến `van_ban.thieu` không có trong dữ liệu của văn bản",
            super::rules::MISSING.help,
        ),
    ] {
        let found = engine(body).fill(&job(&data)).unwrap_err();
        assert_eq!(lines(&found), [line]);
        assert_eq!(found[0].help_text(), help);
    }
    assert!(engine("{% if van_ban.so is defined %}{{ van_ban.so }}{% endif %}").fill(&job(&data)).is_ok());
    let found = engine("{% for x in van_ban.trich_yeu.y %}{% endfor %}").fill(&job(&data)).unwrap_err();
    assert_eq!(found[0].rule.code, "ban-mau/thieu-bien");
    let found = engine("{% for x in co %}{% endfor %}").fill(&job(&data)).unwrap_err();
    assert_eq!(lines(&found), ["mau/thu.typ:3:13: lỗi[ban-mau/gia-tri]: không lặp được trên giá trị đúng/sai"]);
    let found = engine("{{ ds | markdown }}").fill(&job(&data)).unwrap_err();
    assert_eq!(
        lines(&found),
        ["mau/thu.typ:3:4: lỗi[ban-mau/gia-tri]: giá trị sai kiểu: cần chuỗi chữ, gặp danh sách"]
    );
}

#[test]
fn markdown_that_cannot_be_printed_is_refused() {
    let found = engine("{{ x | markdown }}").fill(&job(&json!({"x": "## Hai"}))).unwrap_err();
    assert_eq!(found[0].rule.code, "ban-mau/markdown");
    assert!(found[0].message.starts_with("đề mục đầu tiên"), "{}", found[0].message);
}

#[test]
fn what_typst_refuses_is_said_in_vietnamese_at_its_place() {
    let data = json!({"x": "😀"});
    for (body, line) in [
        (
            "#khong-co()",
            "don-vi/thu.typ (bản sinh):3:2: lỗi[ban-mau/typst]: không có hàm hay biến `khong-co` trong mẫu và trong thư viện trình bày. Chi tiết kỹ thuật (Typst): unknown variable: khong-co",
        ),
        (
            "#(1 + \"a\")",
            "don-vi/thu.typ (bản sinh):3:3: lỗi[ban-mau/typst]: phép tính hoặc phép ghép không làm được. Chi tiết kỹ thuật (Typst): cannot add integer and string",
        ),
        ("chữ {{ x }}", "don-vi/thu.typ (bản sinh):3:6: lỗi[ban-mau/thieu-chu]: phông chữ không có nét cho “😀”"),
        ("== Hai", "don-vi/thu.typ (bản sinh):3:1: lỗi[ban-mau/de-muc]: đề mục đầu tiên phải ở cấp 1"),
        (
            "#set document(date: none)\na",
            "mau/thu.typ:1:1: lỗi[ban-mau/pdf]: tài liệu không có ngày (`set document(date: …)`)",
        ),
        (
            "#datetime.today()",
            "don-vi/thu.typ (bản sinh):3:2: lỗi[ban-mau/typst]: mẫu không được đọc đồng hồ; ngày lấy từ dữ liệu",
        ),
        (
            "#import \"@preview/cetz:0.3.0\"",
            "don-vi/thu.typ (bản sinh):3:9: lỗi[ban-mau/tep-ngoai]: mẫu không được dùng gói ngoài: @preview/cetz:0.3.0",
        ),
        (
            "#read(\"/etc/passwd\")",
            "don-vi/thu.typ (bản sinh):3:7: lỗi[ban-mau/tep-ngoai]: mẫu chỉ dùng tệp của thư viện trình bày, không có `/etc/passwd`",
        ),
        (
            "#include \"nd30/thieu.typ\"",
            "don-vi/thu.typ (bản sinh):3:10: lỗi[ban-mau/tep-ngoai]: mẫu chỉ dùng tệp của thư viện trình bày, không có `/nd30/thieu.typ`",
        ),
        (
            "#f(",
            "don-vi/thu.typ (bản sinh):3:3: lỗi[ban-mau/typst]: thiếu dấu đóng. Chi tiết kỹ thuật (Typst): unclosed delimiter",
        ),
    ] {
        let found = engine(body).render(&job(&data)).unwrap_err();
        assert_eq!(lines(&found), [line]);
    }
}

#[test]
fn errors_of_the_library_point_at_its_caller_and_syntax_errors_at_the_library() {
    let body = format!("{HEAD}#import \"/nd30/a.typ\": *\n#f(1)");
    let (engine, _) =
        engine_of(&[("thu.typ", &body), ("nd30/a.typ", "#let f(x) = { assert(x == 2, message: \"phải là 2\") }")]);
    let found = engine.render(&job(&json!({}))).unwrap_err();
    assert_eq!(
        lines(&found),
        [
            "don-vi/thu.typ (bản sinh):4:2: lỗi[ban-mau/typst]: thư viện trình bày không nhận giá trị này. Chi tiết kỹ thuật (Typst): assertion failed: phải là 2"
        ]
    );
    let (engine, _) = engine_of(&[("thu.typ", &body), ("nd30/a.typ", "#let f(x) = {\n (")]);
    let found = engine.render(&job(&json!({}))).unwrap_err();
    assert!(found[0].to_string().starts_with("mau/nd30/a.typ:"), "{:?}", lines(&found));
}

#[test]
fn warnings_do_not_stop_a_paper() {
    let pdf = engine("#set text(font: (\"Khong Co\", \"Tinos\"))\na").render(&job(&json!({}))).unwrap();
    assert_eq!(pdf.findings.len(), 1);
    assert_eq!(pdf.findings[0].rule.code, "ban-mau/canh-bao");
}

#[test]
fn faces_and_their_characters() {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
    let own = Fonts::from_dir(&fonts).unwrap();
    assert_eq!(own.family(), "Tinos");
    let (engine, _) = Engine::new(&Templates::default(), own);
    let (embedded, _) = Engine::new(&Templates::default(), Fonts::embedded());
    assert_eq!(engine.repertoire(), embedded.repertoire());
    assert!("ẠẶỆỸƯỢđĐ–“”…\u{a0}\n".chars().all(|c| engine.repertoire().has(c)));
    assert!("😀漢".chars().all(|c| !engine.repertoire().has(c)));
    let folder = tempfile::tempdir().unwrap();
    assert!(Fonts::from_dir(folder.path()).unwrap_err()[0].message.contains("không có phông"));
    std::fs::copy(fonts.join("Tinos-Bold.ttf"), folder.path().join("b.ttf")).unwrap();
    assert!(
        Fonts::from_dir(folder.path()).unwrap_err()[0]
            .message
            .ends_with("Tinos thường, Tinos nghiêng, Tinos đậm nghiêng")
    );
    assert!(Fonts::from_dir(&folder.path().join("khong-co")).unwrap_err()[0].message.contains("không có ở đó"));
}

#[test]
fn an_overlay_replaces_and_adds() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("nd30")).unwrap();
    std::fs::write(folder.path().join("nd30/a.typ"), "mới").unwrap();
    std::fs::write(folder.path().join("thu.typ"), "mới").unwrap();
    std::fs::write(folder.path().join("doc-toi.md"), "bỏ qua").unwrap();
    let base: Templates =
        [("thu.typ", "templates/thu.typ", "cũ"), ("cu.typ", "templates/cu.typ", "cũ")].into_iter().collect();
    let templates = base.clone().overlay(folder.path()).unwrap();
    let names: Vec<_> = templates.iter().map(|(name, file)| (name, &*file.text)).collect();
    assert_eq!(names, [("cu.typ", "cũ"), ("nd30/a.typ", "mới"), ("thu.typ", "mới")]);
    assert!(templates.get("thu.typ").unwrap().path.ends_with("/thu.typ"));
    assert!(base.clone().overlay(&folder.path().join("khong-co")).is_err());
    std::fs::write(folder.path().join("to.typ"), vec![b' '; (1 << 20) + 1]).unwrap();
    assert!(base.clone().overlay(folder.path()).unwrap_err()[0].message.contains("1 MB"));
    std::fs::write(folder.path().join("to.typ"), [0xff, 0xfe]).unwrap();
    assert!(base.clone().overlay(folder.path()).unwrap_err()[0].message.contains("UTF-8"));
    std::fs::remove_file(folder.path().join("to.typ")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", folder.path().join("lien-ket.typ")).unwrap();
        assert!(base.overlay(folder.path()).unwrap_err()[0].message.contains("liên kết"));
    }
}

#[test]
fn the_embedded_templates_can_be_read() {
    let templates = Templates::embedded();
    let (_, findings) = Engine::new(&templates, Fonts::embedded());
    assert!(findings.is_empty(), "{:#?}", lines(&findings));
    // The program trusts its own files because they are examined here.
    let filled = templates.filled().flat_map(|(name, file)| fill::faults(name, file));
    let library = templates.library().flat_map(|(_, file)| code_text::in_library(file));
    let findings: Vec<_> = filled.chain(library).collect();
    assert!(findings.is_empty(), "{:#?}", lines(&findings));
    assert!(templates.filled().count() > 10 && templates.library().count() > 5);
}

#[test]
fn rules_are_complete_and_unique() {
    let mut codes: Vec<_> = rules().map(|rule| rule.code).collect();
    for rule in rules() {
        assert!(["ban-mau", "the-thuc"].contains(&rule.family()), "{}", rule.code);
        assert!(!rule.says.is_empty() && !rule.help.is_empty() && !rule.example.is_empty(), "{}", rule.code);
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), rules().count());
}

#[test]
fn an_engine_is_shared_by_threads() {
    let engine = engine("{{ x }}");
    let bytes: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let data = json!({"x": "chữ"});
                    let pdf = engine.render(&job(&data)).unwrap();
                    evict(0);
                    pdf.bytes
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(bytes.windows(2).all(|pair| pair[0] == pair[1]));
}
