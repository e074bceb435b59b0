use proptest::prelude::*;
use serde_json::{Value as Json, json};
use typst::syntax::{SyntaxNode, ast, parse};

use super::*;

/// Findings of one template, as lines.
fn loading(text: &str) -> Vec<String> {
    lines(&engine_of(&[("thu.typ", text), ("con.typ", "chữ")]).1)
}

#[test]
fn sound_places_are_accepted() {
    for text in [
        "{{ x }}",
        "*{{ x }}* _{{ x }}_ ({{ x }}). {{ x }}.{{ y }}[a]",
        "= Đề mục {{ x }}\n- {{ x }}\n+ {{ x }}\n/ {{ x }}: {{ y }}",
        "#f[{{ x }}]",
        "#f({{ x | typ }}, k: {{ x | upper | typ }})",
        "#let a = {{ x | typ }}\n#{ {{ x | typ }} }",
        "#{{ x | typ }}",
        "#f(({% for i in x %}{{ i | typ }}, {% endfor %}))",
        "#f({{ (a if b else c) | typ }})",
        "#f({{ a | typ if b else c | typ }})",
        "#f({{ {\"k\": \"}}\"} | typ }})",
        "{% if x %}#f[{{ x }}]{% else %}#f[{{ y }}]{% endif %}",
        "{% set a = x %}{{ a }}",
        "{{ x | markdown }}",
        "#f[{{ x | markdown }}]",
        "{% include \"con.typ\" %}",
        "{# // {{ x }} #}chữ",
        "{% raw %}\"{{ x }}\"{% endraw %}",
        "\"{% if x %}a{% endif %}\" // {% if x %} b {% endif %}",
        "$ {{ x }} $",
        "{{- x -}} {%- if x -%} a {%- endif -%}",
        // Branches are read one at a time, and a condition may come again.
        "{% if a -%}\n#let k = f({{ x | typ }})\n{%- elif b -%}\n#let k = g({{ x | typ }})\n{%- else -%}\n#let k = {{ x | typ }}\n{%- endif %}",
        "{% if a %}#f({% else %}#f[{% endif %}{% if a %}{{ x | typ }}){% else %}{{ x }}]{% endif %}",
        "{% for i in x %}{% if i %}{{ i }}{% else %}#f({{ i | typ }}){% endif %}{% else %}{{ x }}{% endfor %}",
    ] {
        assert_eq!(loading(text), [""; 0], "{text}");
    }
}

#[test]
fn places_where_data_would_be_code_are_refused() {
    for (text, column) in [
        ("#f(\"{{ x }}\")", 5),
        ("#f(\"a {{ x | typ }}\")", 7),
        ("// {{ x }}", 4),
        ("/* {{ x }} */", 4),
        ("`{{ x }}`", 2),
        ("```typ {{ x }} ```", 8),
        ("\\{{ x }}", 2),
        ("\\ {{- x }}", 3),
        ("\\{% if a %}{{ x }}{% endif %}", 12),
        ("#f({{ x }})", 4),
        ("#let a = {{ x }}", 10),
        ("#{{ x }}", 2),
        ("{{ x | typ }}", 1),
        ("#f[{{ x | typ }}]", 4),
        ("https://{{ x }}", 9),
        ("#f({{ x | markdown }})", 4),
        ("#f(\"{{ x | markdown }}\")", 5),
        ("#f({% include \"con.typ\" %})", 4),
        ("#f({{ a ~ b | typ }})", 4),
        ("#f({{ a | typ if b else c }})", 4),
        ("#f({{ x | typ }}{{ y }})", 17),
    ] {
        let found = loading(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(
            found[0].starts_with(&format!("mau/thu.typ:1:{column}: lỗi[ban-mau/chen-trong-chuoi]")),
            "{text}: {found:?}"
        );
    }
}

/// Text as code vanishes in print: it is refused where it stands, in the layout library too.
#[test]
fn text_as_code_is_refused() {
    for (text, line, column) in [
        ("a\nMã `12` chữ", 2, 4),
        ("{{ x }} #doan[Mã `12`]", 1, 18),
        ("{% if a -%}\n  {{ x }}\n{%- else -%}\n  b `12`\n{%- endif %}", 4, 5),
        ("```typ\nchữ\n```", 1, 1),
        ("{% raw %}{{ {% endraw %} `12`", 1, 26),
        ("#raw(\"12\")", 1, 2),
    ] {
        let found = loading(text);
        let place = format!("mau/thu.typ:{line}:{column}: lỗi[ban-mau/chu-ma]: ");
        assert!(found.len() == 1 && found[0].starts_with(&place), "{text}: {found:?}");
    }
    for sound in ["// `12`\nchữ", "#\"`12`\"", "#f({{ x | typ }}) \\`", "{# `12` #}"] {
        assert_eq!(loading(sound), [""; 0], "{sound}");
    }
    let (_, found) = engine_of(&[("thu.typ", HEAD), ("nd30/a.typ", "#let a = [\n`12`]")]);
    let lines = lines(&found);
    assert!(lines.len() == 1 && lines[0].starts_with("mau/nd30/a.typ:2:1: lỗi[ban-mau/chu-ma]: "), "{lines:?}");
}

#[test]
fn every_bad_place_of_a_template_is_reported() {
    let found = loading("#f(\"{{ x }}\")\n#f(\"{{ y }}\")\n{{ z }} // {{ t }}\n");
    let places: Vec<_> = found.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(places, ["mau/thu.typ:1:5", "mau/thu.typ:2:5", "mau/thu.typ:3:12"]);
}

#[test]
fn ways_around_the_escape_are_refused() {
    for text in
        ["{{ x | safe }}", "{{ x | escape_html }}", "{{ x | upper | newlines_to_br }}", "{% if x | safe %}{% endif %}"]
    {
        assert!(loading(text)[0].contains("[ban-mau/ten-la]"), "{text}");
    }
    for text in ["{% for k, v in x %}{{ v }}{% endfor %}", "{{ x | keys | join }}"] {
        assert!(loading(text)[0].contains("[ban-mau/ten-la]: không duyệt qua khóa"), "{text}");
    }
    for text in ["{% set a = x | typ %}", "{% set a %}b{% endset %}", "{% filter upper %}b{% endfilter %}"] {
        assert!(
            loading(text).iter().any(|line| line.contains("[ban-mau/chen-trong-chuoi]")),
            "{text}: {:?}",
            loading(text)
        );
    }
}

/// What reading the template alone cannot see is caught in the finished source.
#[test]
fn data_that_lands_in_code_after_all_is_refused() {
    let data = json!({"x": "#panic()", "y": "a\"b", "khong": false});
    for body in [
        "\\{% if khong %}a{% endif %}{{ x }}",
        "{% if khong %}#f(\"a\"){% else %}#f(\"a{% endif %} {{ x }}",
        "{{ x | escape | truncate(length=5) }}",
        "{{ x | escape | replace(from=\"#\", to=\"\") }}",
        "{% for c in x | escape %}{{ c }}{% endfor %}",
    ] {
        let (engine, findings) = engine_of(&[("thu.typ", body)]);
        assert!(findings.is_empty(), "{body}: {findings:?}");
        // Either the proof refuses it, or what is printed is the text itself.
        match engine.fill(&job(&data)) {
            Err(findings) => assert_eq!(findings[0].rule.code, "ban-mau/chen-trong-chuoi", "{body}: {findings:?}"),
            Ok(source) => {
                assert_eq!(calls(&parse(&source)).iter().filter(|name| *name == "panic").count(), 0, "{body}: {source}")
            }
        }
    }
}

fn calls(node: &SyntaxNode) -> Vec<String> {
    let own = node.cast::<ast::FuncCall>().and_then(|call| match call.callee() {
        ast::Expr::Ident(name) => Some(name.get().to_string()),
        _ => None,
    });
    own.into_iter().chain(node.children().flat_map(calls)).collect()
}

fn read_back(expression: ast::Expr<'_>) -> Json {
    match expression {
        ast::Expr::None(_) => Json::Null,
        ast::Expr::Bool(yes) => json!(yes.get()),
        ast::Expr::Int(number) => json!(number.get()),
        ast::Expr::Float(number) => json!(number.get()),
        ast::Expr::Unary(minus) => match read_back(minus.expr()) {
            Json::Number(number) if number.is_i64() => json!(-number.as_i64().unwrap()),
            number => json!(-number.as_f64().unwrap()),
        },
        ast::Expr::Str(text) => json!(text.get().to_string()),
        ast::Expr::Array(items) => items
            .items()
            .map(|item| match item {
                ast::ArrayItem::Pos(item) => read_back(item),
                ast::ArrayItem::Spread(_) => panic!("spread"),
            })
            .collect(),
        ast::Expr::Dict(items) => Json::Object(
            items
                .items()
                .map(|item| match item {
                    ast::DictItem::Keyed(pair) => {
                        (read_back(pair.key()).as_str().unwrap().to_owned(), read_back(pair.expr()))
                    }
                    _ => panic!("not keyed"),
                })
                .collect(),
        ),
        other => panic!("{other:?}"),
    }
}

/// JSON of strings that literals keep unchanged, numbers, booleans; nested, with empty and single containers.
fn any_json() -> impl Strategy<Value = Json> {
    let text = "[ -~\\nà-ỹ#“]{0,12}";
    let leaf = prop_oneof![
        any::<bool>().prop_map(Json::from),
        (-1000_i64..1000).prop_map(Json::from),
        text.prop_map(Json::from),
        (-1e3..1e3_f64).prop_map(Json::from)
    ];
    leaf.prop_recursive(3, 20, 4, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            proptest::collection::btree_map(text, inner, 0..4).prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn typ_writes_any_value_as_one_literal(value in any_json()) {
        let (engine, _) = engine_of(&[("thu.typ", "#let a = {{ x | typ }}")]);
        let data = json!({"x": value});
        let source = engine.fill(&job(&data)).unwrap();
        let root = parse(&source);
        prop_assert!(!root.diagnosis().errors, "{}", source);
        let binding = root.children().find_map(SyntaxNode::cast::<ast::LetBinding>).unwrap();
        prop_assert_eq!(read_back(binding.init().unwrap()), value, "{}", source);
    }

    /// Line and paragraph separators become line ends: `markdown::push_literal` has its own test.
    #[test]
    fn any_text_is_one_string_in_markup(before in "[#*_`(\\[.\\-=+/ 0-9\\n]{0,4}", text in "[^\\pC\\p{Zl}\\p{Zp}]{0,30}|[#\"\\\\\\[\\](){};. \\n]{0,30}", after in "[\\[(.;a =\\-]{0,3}") {
        let template = format!("{before}{{{{ x }}}}{after}");
        let (engine, findings) = engine_of(&[("thu.typ", &template)]);
        // A template that would make code of it is refused at loading; all others print the text.
        if findings.is_empty() {
            let fill = |text: &str| engine.fill(&job(&json!({"x": text}))).unwrap();
            let source = fill(&text);
            let mut strings = Vec::new();
            collect(&parse(&source), &mut strings);
            prop_assert!(strings.contains(&text), "{:?}", source);
            // Calls are the template's own (`#_0[`); data adds none.
            prop_assert_eq!(calls(&parse(&source)), calls(&parse(&fill("a"))));
        }
    }

    #[test]
    fn cutting_a_template_never_fails(text in "([{}%#\"'\\- a\\n]|\\{\\{|\\}\\}|\\{%|%\\}){0,30}") {
        let file = TemplateFile { path: "thu.typ".into(), text: text.into() };
        let _ = skeleton::examine(&file);
    }
}

fn collect(node: &SyntaxNode, strings: &mut Vec<String>) {
    strings.extend(node.cast::<ast::Str>().map(|text| text.get().to_string()));
    node.children().for_each(|child| collect(child, strings));
}
