//! What the program tells the layout library of texts is what a script would tell it.

use proptest::prelude::*;
use serde_json::json;

use super::*;

const SCRIPT: &str = include_str!("../../../benches/support/chu.typ");

/// A paper that compares, for each text, as a string and in pieces.
const COMPARED: &str = r#"
#import "/nd30/chu.typ": mau-ghep, ten-dat, ten-uy-ban, tu-ghep, uy-ban
#set document(title: "A", date: datetime(year: 2021, month: 1, day: 1))
#set text(lang: "vi")
#let cac = {{ cac | typ }}
#let giong(dau, may, tay) = if may != tay { panic(dau, repr(may), repr(tay)) }
#for chuoi in cac {
  let giua = int(chuoi.clusters().len() / 2)
  let (truoc, sau) = (chuoi.clusters().slice(0, giua).join(default: ""), chuoi.clusters().slice(giua).join(default: ""))
  for than in (
    chuoi, [#chuoi], [#truoc#sau], [#truoc *#sau*], [_#truoc#[ ]_ #sau;], [#strong(chuoi)#[ ]], [#truoc \ #[#sau #box(truoc)]],
    [#metadata(chuoi)], [#[#truoc #emph[#sau *#chuoi*]] ], (chuoi, [#sau], none), none, [], [ ],
  ) {
    giong("do-dai", do-dai(than), tay.do-dai(than))
    giong("manh-dai-nhat", manh-dai-nhat(than), tay.manh-dai-nhat(than))
    giong("giu-cuoi", giu-cuoi(than, 24), tay.giu-cuoi(than, 24))
    for mau in ((tu-ghep,), (ten-dat, tu-ghep), (ten-uy-ban, ten-dat, tu-ghep)) {
      giong("giu-lien", giu-lien(than, mau), tay.giu-lien(than, mau))
      giong("giu-lien, hop", giu-lien(than, mau, hop: uy-ban), tay.giu-lien(than, mau, hop: uy-ban))
      giong("manh", manh-dai-nhat(giu-lien(than, mau)), tay.manh-dai-nhat(tay.giu-lien(than, mau)))
    }
  }
}
"#;

/// The same for the widths of columns.
const SHARED: &str = r#"
#set document(title: "A", date: datetime(year: 2021, month: 1, day: 1))
#set text(lang: "vi")
#let (cot, hang, lan) = {{ cac | typ }}
#let (may, tay) = (chia-them(cot, hang, lan, 2), tay.chia-them(cot, hang, lan, 2))
#if may != tay { panic(repr(may), repr(tay)) }
"#;

fn compare(texts: &[String]) -> Result<(), String> {
    run(COMPARED, &json!({"cac": texts}))
}

fn run(paper: &str, data: &Json) -> Result<(), String> {
    let templates: Templates = Templates::embedded()
        .iter()
        .map(|(name, file)| (name.to_owned(), name.to_owned(), file.text.to_string()))
        .chain([
            ("nd30/tay.typ".to_owned(), "nd30/tay.typ".to_owned(), SCRIPT.to_owned()),
            ("thu.typ".to_owned(), "thu.typ".to_owned(), format!("#import \"/nd30/tay.typ\"\n{paper}")),
        ])
        .collect();
    let (engine, findings) = Engine::new(&templates, Fonts::embedded());
    assert!(findings.is_empty(), "{findings:#?}");
    engine.compile(&job(data)).map(drop).map_err(|found| lines(&found).join("\n"))
}

fn phrase() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Ủy ban nhân dân"),
        Just("UỶ BAN NHÂN DÂN,"),
        Just("phường Long Phước"),
        Just("thị xã Phước Long."),
        Just("xã Hòa-Bình"),
        Just("khen thưởng"),
        Just("Hội đồng Thi đua"),
        Just("kiểm tra;"),
        Just(" - "),
        Just("(bằng chữ:"),
        Just("cải\u{a0}cách"),
        Just("12 tháng 5"),
        Just("…"),
        Just(""),
        Just("a  b"),
        Just("Nguyễn Văn A"),
        Just("rấtdàikhôngcókhoảngtrắngnàoởgiữa"),
    ];
    proptest::collection::vec(piece, 0..7).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn the_program_tells_what_the_script_tells(texts in proptest::collection::vec(phrase(), 12)) {
        let compared = compare(&texts);
        prop_assert!(compared.is_ok(), "{compared:?}\n{texts:?}");
    }

    #[test]
    fn the_program_shares_out_as_the_script_does(
        columns in proptest::collection::vec(1..30_u32, 1..6),
        rows in proptest::collection::vec(proptest::collection::vec(0..400_u32, 6), 1..8),
        times in 0..30_u32,
    ) {
        let rows: Vec<&[u32]> = rows.iter().map(|row| &row[..columns.len()]).collect();
        let compared = run(SHARED, &json!({"cac": [columns, rows, times]}));
        prop_assert!(compared.is_ok(), "{compared:?}");
    }
}

/// What is compared above would be told apart.
#[test]
fn words_stay_together() {
    let keep = |call: &str, expected: &str| {
        let template = format!(
            "#import \"/nd30/chu.typ\": *\n#set document(title: \"A\", date: datetime(year: 2021, month: 1, day: 1))\n#set \
             text(lang: \"vi\")\n#let la = {call}\n#if la != {expected} {{ panic(repr(la)) }}\n{{{{ than }}}}"
        );
        let layout = engine_with_library(&template).compile(&job(&json!({"than": "a"})));
        assert!(layout.is_ok(), "{call}: {:?}", layout.err().map(|found| lines(&found)));
    };
    keep("do-dai([Tờ *trình*])", "8");
    keep("giu-tu(\"thi đua ở thị xã Phước Long\")", "\"thi\u{a0}đua ở thị\u{a0}xã Phước\u{a0}Long\"");
    keep("giu-uy-ban(\"Chủ tịch Ủy ban nhân dân\")", "\"Chủ tịch Ủy\u{a0}ban\u{a0}nhân\u{a0}dân\"");
    keep("giu-tu-trong-o([Ủy ban nhân dân phường])", "[#box(\"Ủy\u{a0}ban nhân\u{a0}dân\")#\" phường\"]");
    keep("giu-cuoi(\"theo đúng quy định\", 24)", "\"theo đúng quy\u{a0}định\"");
    keep("giu-cuoi(\"theo quy định\", 24)", "\"theo quy định\"");
    keep("giu-cuoi([theo đúng quy định#\":\"], 24)", "[#\"theo đúng quy\u{a0}định\"#\":\"]");
    keep("manh-dai-nhat((\"một hai\", [ba bốnnăm], none))", "\"bốnnăm\"");
}

/// What is measured without labels and tags is as high as what is drawn with them, posts of several lines too.
#[test]
fn a_closing_part_is_as_high_as_it_is_measured() {
    let template = "#import \"/nd30/nd30.typ\": *\n#let vb = {{ van_ban | typ }}\n#show: van-ban.with(vb)\n#context {
  let hai = ky-hai-ben(trai: vb.nguoi_ky, phai: vb.nguoi_ky + (chuc_vu_khac: \"Phó\"), duoi: vb.nguoi_ky, noi: vb.noi_nhan)
  for ky in (ky-ten(vb), hai) {
    let cao(do) = measure(width: 163mm, (ky.value.nd30-ky)(20mm, true, 163mm, do)).height
    if cao(true) != cao(false) { panic(cao(true), cao(false)) }
    if cao(true) < 60mm { panic(\"no post of several lines\") }
  }
}\n{{ van_ban.tieu_de }}";
    let post =
        "Phó Giám đốc Sở Lao động, Thương binh và Xã hội kiêm Phó Chủ tịch Hội đồng Thi đua - Khen thưởng thị xã";
    let data = json!({"van_ban": {
        "co_quan": {"cap_tren": "", "ten": "Phòng Nội vụ"}, "ngay_pdf": {"ngay": "05", "thang": "01", "nam": "2021"},
        "tieu_de": "Thử", "noi_nhan": [post, "Lưu: VT"],
        "nguoi_ky": {"dong": ["KT. Trưởng ban", post], "ho_ten": "Nguyễn Văn A", "chuc_vu_khac": post},
    }});
    let layout = engine_with_library(template).compile(&job(&data));
    assert!(layout.is_ok(), "{:?}", layout.err().map(|found| lines(&found)));
}

#[test]
fn a_pattern_must_be_one() {
    let template = "#set document(title: \"A\", date: datetime(year: 2021, month: 1, day: 1))\n#giu-lien({{ than | typ }}, (\"a\",))";
    let found = engine_with_library(template).compile(&job(&json!({"than": "a b"}))).map(drop).unwrap_err();
    assert_eq!(found.len(), 1, "{:?}", lines(&found));
}
