//! What a paper says of its own making: an attachment of every PDF (PDF/A-3, relationship `source`).
//!
//! Hashes, codes and versions only: an outgoing copy tells nothing that its pages do not. The data itself goes along where the
//! office asks for it, for the copy that it keeps.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::digest::parts;
use crate::markdown::push_literal;

/// Name of the attachment that says how a paper was made.
pub const ORIGIN: &str = "nguon-goc.json";
/// Name of the attachment that holds a paper's data.
pub const DATA: &str = "du-lieu.json";
/// How a paper was made.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// Version of the program.
    #[serde(rename = "hoso")]
    pub version: String,
    /// Fingerprint of the program's sources: versions stay the same while a program is worked on.
    #[serde(rename = "chuong_trinh")]
    pub program: String,
    /// Code of the campaign.
    #[serde(rename = "phong_trao")]
    pub campaign: String,
    /// The paper's place below the campaign's folder, without ending: `long-thuy/to_trinh`.
    #[serde(rename = "van_ban")]
    pub paper: String,
    /// Name of its template.
    #[serde(rename = "ban_mau")]
    pub template: String,
    /// Of the template with all that it draws on.
    #[serde(rename = "ban_mau_sha256")]
    pub template_sha256: String,
    /// Of the four faces.
    #[serde(rename = "phong_chu_sha256")]
    pub fonts_sha256: String,
    /// Of the data as canonical JSON.
    #[serde(rename = "du_lieu_sha256")]
    pub data_sha256: String,
    /// Of each part of the data, shortened: says later which part was another, to a program and a template that know other
    /// parts, too. A part is told by the keys that lead to it, `de_nghi[].ten` being all of a list.
    #[serde(rename = "muc_du_lieu")]
    pub parts: BTreeMap<String, String>,
}

impl Origin {
    /// The text of the attachment.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads the text of an attachment; none where it is not of this kind.
    ///
    /// ```
    /// assert!(hoso::render::Origin::read(b"{}").is_none());
    /// ```
    pub fn read(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok()
    }

    /// Which parts of the data are not those that the paper was made from. `is_other`: of another program or template, only
    /// parts that both know are held against each other.
    pub fn differing(&self, data: &Value, is_other: bool) -> Vec<String> {
        let parts = parts(data);
        let names = self.parts.keys().chain(parts.keys().filter(|name| !self.parts.contains_key(*name)));
        let is_known = |name: &&String| !is_other || self.parts.contains_key(*name) && parts.contains_key(*name);
        names.filter(is_known).filter(|name| self.parts.get(*name) != parts.get(*name)).cloned().collect()
    }
}

/// What is put into a PDF besides its pages.
#[derive(Clone, Debug)]
pub struct Attached {
    /// How the paper was made.
    pub origin: Origin,
    /// Whether its data goes along.
    pub with_data: bool,
}

impl Attached {
    /// The end of the paper's source. Nothing of it is set: Typst takes an attachment for a mark without extent.
    pub(super) fn source(&self, data: &Value) -> String {
        let mut source = attachment(
            ORIGIN,
            &self.origin.text(),
            "source",
            "Nguồn gốc văn bản: mã băm của dữ liệu, bản mẫu, phông chữ và phiên bản chương trình; không có dữ liệu",
        );
        if self.with_data {
            let text = data.to_string();
            source += &attachment(DATA, &text, "data", "Dữ liệu lập ra văn bản, kèm theo bản lưu của cơ quan");
        }
        source
    }
}

/// Where the attachments begin in a paper's source.
pub(super) fn start(source: &str) -> Option<usize> {
    // Within data every quotation mark is escaped.
    source.rfind(&format!("{ATTACH}(\"{ORIGIN}\""))
}

const ATTACH: &str = "\n\n#std.pdf.attach";

fn attachment(name: &str, json: &str, relationship: &str, description: &str) -> String {
    let mut literal = String::new();
    push_literal(&mut literal, &plain(json));
    format!(
        "{ATTACH}(\"{name}\", std.bytes({literal}), relationship: \"{relationship}\", \
         mime-type: \"application/json\", description: \"{description}\")\n"
    )
}

/// The same JSON in signs and letters that every literal keeps, among them all of Vietnamese: all else is written by its code.
fn plain(json: &str) -> String {
    let mut units = [0; 2];
    json.chars().fold(String::with_capacity(json.len()), |mut text, c| {
        match c {
            '\n' | ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1ea0}'..='\u{1eff}' => text.push(c),
            c => c.encode_utf16(&mut units).iter().for_each(|unit| text += &format!("\\u{unit:04x}")),
        }
        text
    })
}
