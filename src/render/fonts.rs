//! The four faces papers are set in, and the characters they have.

use std::path::Path;
use std::{fs, io};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontStretch, FontStyle, FontWeight};
use typst::utils::LazyHash;

use super::rules;
use crate::finding::{Finding, Place};
use crate::vietnamese::everyday;

const EMBEDDED: [&[u8]; 4] = [
    include_bytes!("../../assets/fonts/Tinos-Regular.ttf"),
    include_bytes!("../../assets/fonts/Tinos-Bold.ttf"),
    include_bytes!("../../assets/fonts/Tinos-Italic.ttf"),
    include_bytes!("../../assets/fonts/Tinos-BoldItalic.ttf"),
];
/// Families an office may bring, the one the decree names first.
const FAMILIES: [&str; 2] = ["Times New Roman", "Tinos"];
/// Style and weight of a face, with the words for it.
type Face = (FontStyle, FontWeight, &'static str);
/// The four faces.
const FACES: [Face; 4] = [
    (FontStyle::Normal, FontWeight::REGULAR, "thường"),
    (FontStyle::Normal, FontWeight::BOLD, "đậm"),
    (FontStyle::Italic, FontWeight::REGULAR, "nghiêng"),
    (FontStyle::Italic, FontWeight::BOLD, "đậm nghiêng"),
];
/// A font file larger than this is not one of Times New Roman's.
const LARGEST: u64 = 16 << 20;

/// The four faces of one family. System fonts are never looked at: the same record gives the same bytes everywhere.
#[derive(Debug)]
pub struct Fonts {
    family: String,
    faces: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    /// The embedded faces of Tinos.
    pub fn embedded() -> Self {
        Self::of("Tinos", EMBEDDED.iter().filter_map(|data| Font::new(Bytes::new(*data), 0)).collect())
    }

    /// The four faces of Times New Roman (or Tinos) found directly in a folder.
    pub fn from_dir(dir: &Path) -> Result<Self, Vec<Finding>> {
        let found = read_folder(dir).map_err(|error| {
            let message = format!("không đọc được thư mục phông chữ ({})", super::templates::io_words(&error));
            vec![Finding::new(&rules::FONT, message).at(shown(dir))]
        })?;
        let mut lacking = Vec::new();
        for family in FAMILIES {
            let faces: Vec<_> = FACES.iter().map(|face| (face, pick(&found, family, face))).collect();
            if faces.iter().all(|(_, font)| font.is_none()) {
                continue;
            }
            lacking = faces
                .iter()
                .filter(|(_, font)| font.is_none())
                .map(|(face, _)| format!("{family} {}", face.2))
                .collect();
            if lacking.is_empty() {
                if let Some(finding) = illiterate(family, &faces) {
                    return Err(vec![finding.at(shown(dir))]);
                }
                return Ok(Self::of(family, faces.into_iter().filter_map(|(_, font)| font).collect()));
            }
        }
        let message = if lacking.is_empty() {
            "thư mục phông chữ không có phông Times New Roman hay Tinos nào".to_owned()
        } else {
            format!("thư mục phông chữ thiếu kiểu: {}", lacking.join(", "))
        };
        Err(vec![Finding::new(&rules::FONT, message).at(shown(dir))])
    }

    /// The family's name; templates read it as the input `phong-chu`.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// The faces, in the order of the book.
    pub(super) fn faces(&self) -> &[Font] {
        &self.faces
    }

    /// Typst's index of the faces.
    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// Faces of one family.
    pub(super) fn of(family: &str, faces: Vec<Font>) -> Self {
        let book = LazyHash::new(FontBook::from_fonts(&faces));
        Self { family: family.to_owned(), faces, book }
    }
}

fn shown(path: &Path) -> Place {
    Place::file(path.to_string_lossy().replace('\\', "/"))
}

fn read_folder(dir: &Path) -> io::Result<Vec<Font>> {
    let mut paths: Vec<_> = fs::read_dir(dir)?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut fonts = Vec::new();
    for path in paths {
        let wanted = path.extension().is_some_and(|e| ["ttf", "otf", "ttc"].iter().any(|w| e.eq_ignore_ascii_case(w)));
        let small = fs::metadata(&path).is_ok_and(|m| m.is_file() && m.len() <= LARGEST);
        if wanted && small {
            fonts.extend(Font::iter(Bytes::new(fs::read(&path)?)));
        }
    }
    Ok(fonts)
}

fn pick(fonts: &[Font], family: &str, face: &Face) -> Option<Font> {
    fonts
        .iter()
        .find(|font| {
            let info = font.info();
            let variant = info.variant;
            info.family.eq_ignore_ascii_case(family)
                && variant.style == face.0
                && variant.weight == face.1
                && variant.stretch == FontStretch::NORMAL
        })
        .cloned()
}

/// What is wrong with faces that cannot write Vietnamese: old typefaces have letters of another code.
fn illiterate(family: &str, faces: &[(&Face, Option<Font>)]) -> Option<Finding> {
    let lacks = |font: &Font| everyday().filter(|c| !font.info().coverage.contains(u32::from(*c))).collect::<String>();
    let faulty = faces.iter().filter_map(|(face, font)| Some((face.2, lacks(font.as_ref()?))));
    let said: Vec<String> = faulty
        .filter(|(_, lacks)| !lacks.is_empty())
        .map(|(style, lacks)| {
            let shown: Vec<String> = lacks.chars().take(8).map(|c| format!("`{c}`")).collect();
            format!("{style} ({}{})", shown.join(", "), if lacks.chars().nth(8).is_some() { "…" } else { "" })
        })
        .collect();
    let message = format!("phông {family} thiếu chữ tiếng Việt ở kiểu: {}", said.join("; "));
    (!said.is_empty()).then(|| Finding::new(&rules::FONT, message))
}

/// The characters that all four faces can draw; a value, so that `check` can judge a record without the engine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repertoire {
    /// A bit for each character: every text of every record is asked about, letter by letter.
    bits: Vec<u64>,
}

impl Repertoire {
    /// Whether the character can be printed: every face has a glyph for it, or it is a line end or tab,
    /// which become breaks and spaces.
    pub fn has(&self, character: char) -> bool {
        matches!(character, '\n' | '\r' | '\t') || self.has_glyph(character)
    }

    fn has_glyph(&self, character: char) -> bool {
        let code = character as usize;
        self.bits.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }

    /// What the faces have in common.
    pub(super) fn of(fonts: &Fonts) -> Self {
        let faces = fonts.faces().iter().map(|font| {
            let mut bits = Vec::new();
            for code in font.info().coverage.iter().map(|code| code as usize) {
                if bits.len() <= code / 64 {
                    bits.resize(code / 64 + 1, 0_u64);
                }
                if let Some(word) = bits.get_mut(code / 64) {
                    *word |= 1 << (code % 64);
                }
            }
            bits
        });
        let common = |all: Vec<u64>, face: Vec<u64>| all.iter().zip(&face).map(|(all, face)| all & face).collect();
        Self { bits: faces.reduce(common).unwrap_or_default() }
    }
}
