use icu_normalizer::ComposingNormalizerBorrowed;
use proptest::prelude::*;

use super::*;

/// Vietnamese of all tones and rimes, to be typed in each code.
const PLAIN: &[&str] = &[
    "Trần Văn K",
    "Công chức Văn phòng - Thống kê",
    "Hội trường Ủy ban nhân dân",
    "Ủy ban nhân dân phường Long Thủy",
    "Phước Long, ngày 18 tháng 5 năm 2021",
    "Đồng chí Nguyễn Thị Hường",
    "Bà Đỗ Thị Lượng, Phó Chủ tịch",
    "Quyết định về việc khen thưởng",
];

fn typed_in_tcvn3(text: &str) -> String {
    let code = |c: char| TCVN3_FROM.chars().zip(TCVN3_TO.chars()).find(|(_, to)| *to == c).map(|(from, _)| from);
    // Capitals with tones need another font; clerks type them as small letters.
    text.chars()
        .map(|c| if c.is_ascii() { c } else { code(c).or(code(c.to_lowercase().next().unwrap())).unwrap() })
        .collect()
}

fn typed_in_vni(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let small = c.to_lowercase().to_string();
        match VNI.iter().find(|(_, to)| *to == small) {
            Some((from, _)) if c.is_uppercase() => out.push_str(&from.to_uppercase()),
            Some((from, _)) => out.push_str(from),
            None => out.push(c),
        }
    }
    out
}

#[test]
fn vietnamese_in_either_code_is_found() {
    for text in PLAIN {
        assert_eq!(legacy(text), None, "{text}");
        let tcvn3 = typed_in_tcvn3(text);
        assert_eq!(legacy(&tcvn3).map(|(kind, _)| kind), Some(Legacy::Tcvn3), "{text}: {tcvn3}");
        let vni = typed_in_vni(text);
        assert_eq!(legacy(&vni).map(|(kind, _)| kind), Some(Legacy::Vni), "{text}: {vni}");
        assert_eq!(legacy(&vni.to_uppercase()).map(|(kind, _)| kind), Some(Legacy::Vni), "{text}: {vni}");
        // One sentence among others in Unicode.
        let mixed = format!("Đơn vị đã nộp đủ hồ sơ. {tcvn3}. Kết quả rất tốt.");
        let (_, found) = legacy(&mixed).unwrap();
        assert!(tcvn3.contains(&mixed[found]), "{mixed}");
    }
}

#[test]
fn a_place_name_alone_is_found() {
    for word in [
        "Long Thñy",
        "§ång MÉu",
        "x· Long Giang",
        "TrÇn",
        "C«ng",
        "lµ",
        "Coâng",
        "Long Thuûy",
        "Phöôùc",
        "hoïp taïi Coâng",
    ] {
        let plain = word == "x· Long Giang";
        assert_eq!(legacy(word).is_some(), !plain, "{word}");
    }
}

#[test]
fn other_languages_and_signs_are_not() {
    for text in [
        "Märkische Höhe, Köln, München, Jörg Müller, Gänsemännchen, Straße, Mädchen für größere Übung",
        "København, Søren Kierkegaard, Bø, Malmö, Skåne län",
        "Hän asuu Jyväskylässä, hänen äitinsä myös",
        "Zoé, Noël, Chloé, Joël, Raphaël, Loïc, Maël, Hélène, André, René, José, Łukasz",
        "Où est l'aînée ? Le goût, l'août, la forêt, une thèse, le théâtre, la coïncidence, un Thaï, naïve, où l'on naît",
        "São Paulo, João, Curaçao, España, Núñez, señor, mañana, El Niño, país, Raúl, Luís, François",
        "Hsüan, Lü, Chü Yüan, Chün",
        "Windows® và Intel®, ©2021, «Lâm», “Hà”, col·lega, 5 µm, 10 °C, 15ºC, Nº 5, 2½, §5, m² và m³, ±0,5, 3×4",
        "Seán MacÉoin, McÉvoy, O’Éire, coöperatie, Reeën, Israël",
        "là, và, đã, bà Hà, Thúy, Bích, Lâm, Lê, Công, thì, nó, nhé, quý, tôi, ghé, Lý, hôm, thôn, có lê, êm, mình, tím",
        "LÊ THỊ HÀ, CÔNG TY TNHH MTV, HÒA BÌNH, ĐÌNH, ÂN, LÀNG",
        "café, crème, cô-ca, xê-mi-na, gác-đờ-bu, pâtê, ô-tô, sơ-mi, cà-vạt, Pa-ri, Mátxcơva, Lêônốp, Ôxtrâylia",
    ] {
        assert_eq!(legacy(text).map(|(kind, at)| (kind, &text[at])), None, "{text}");
    }
}

#[test]
fn nothing_that_is_shipped_is() {
    let home = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = 0;
    for folder in ["records", "templates", "tests/cases", "docs"] {
        for entry in walkdir::WalkDir::new(home.join(folder)).into_iter().map(Result::unwrap) {
            let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
            files += 1;
            for line in text.lines() {
                assert_eq!(legacy(line), None, "{}: {line}", entry.path().display());
            }
        }
    }
    assert!(files > 40, "{files}");
}

proptest! {
    /// Any text of Vietnamese syllables in Unicode, in any case, is just that.
    #[test]
    fn any_syllables_in_unicode_are_not(picks in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..6_usize, 0..3_u8), 1..8)) {
        let rimes: Vec<&str> = RIMES.split_whitespace().collect();
        let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
        let syllable = |(initial, rime, tone, case): &(prop::sample::Index, prop::sample::Index, usize, u8)| {
            let rime = rime.get(&rimes);
            let mut letters: Vec<String> = rime.chars().map(String::from).collect();
            letters[rime.chars().count() / 2].push_str(tones[*tone]);
            let word = format!("{}{}", initial.get(INITIALS), letters.concat());
            let word = ComposingNormalizerBorrowed::new_nfc().normalize(&word).into_owned();
            match case {
                0 => word,
                1 => word.to_uppercase(),
                _ => word.chars().enumerate().map(|(n, c)| if n == 0 { c.to_uppercase().to_string() } else { c.to_string() }).collect(),
            }
        };
        // What is no syllable (a stop with a level tone) nobody writes, and a code may explain it.
        let text = picks.iter().map(syllable).filter(|word| is_syllable(word)).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(legacy(&text), None, "{}", text);
    }

    #[test]
    fn spelling_by_table_is_spelling(word in "[a-zA-ZÀ-ỹß\u{300}-\u{323}]{0,8}") {
        prop_assert_eq!(spell(&word), spell_any(&word));
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,40}|[\u{a1}-\u{ff}a-z ]{0,40}") {
        if let Some((_, at)) = legacy(&text) {
            prop_assert!(text.get(at).is_some_and(|word| !word.is_empty()));
        }
    }
}
