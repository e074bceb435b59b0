//! The characters that Vietnamese papers are written with.

/// Whether a character is one of every day: printable ASCII, a letter of Vietnamese, a quotation mark or a dash. Every
/// typeface that papers may be set in has them all, so that texts of nothing else need not be asked about.
///
/// ```
/// assert!("Số 12/QĐ-UBND: “Ủy ban nhân dân” – phường…".chars().all(hoso::vietnamese::is_everyday));
/// assert!(!"中✓\u{200b}\u{301}ß".chars().any(hoso::vietnamese::is_everyday));
/// ```
pub fn is_everyday(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\n' | '\u{1ea0}'..='\u{1ef9}'
        | 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
        | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
        | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        | '“' | '”' | '‘' | '’' | '–' | '…')
}

/// All of them that print something.
pub fn everyday() -> impl Iterator<Item = char> {
    ('!'..='\u{2026}').filter(|c| is_everyday(*c))
}

#[cfg(test)]
mod tests {
    #[test]
    fn vietnamese_has_twelve_vowels_of_six_tones_and_one_more_consonant() {
        let letters = super::everyday().filter(|c| c.is_alphabetic() && !c.is_ascii());
        assert_eq!(letters.count(), 2 * (12 * 6 - 6 + 1));
    }
}
