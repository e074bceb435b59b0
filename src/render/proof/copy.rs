//! The block that makes a paper a copy (Phần II Phụ lục I): its words and its number.

use super::ledger::{Ledger, Subject};
use super::lines::text;
use super::page::quote;
use super::parts::Part;
use super::rules;
use super::seen::Seen;

/// Hình thức sao, with what its number says of it (Phụ lục III).
const FORMS: [(&str, &str); 3] = [("SAO Y", "SY-"), ("SAO LỤC", "SL-"), ("TRÍCH SAO", "TrS-")];

/// Enters everything about copies.
pub(super) fn measure(seen: &Seen, ledger: &mut Ledger) {
    for piece in seen.copy().iter().filter(|piece| piece.part == Part::CopyKind) {
        let said = text(seen, piece);
        let form = FORMS.iter().find(|(words, _)| *words == said);
        let subject = Subject::new(&rules::COPY, "hình thức sao");
        ledger.fact(subject, piece.page, form.is_some(), || quote(&said), "“SAO Y”, “SAO LỤC” hoặc “TRÍCH SAO”");
        let number = seen.copy().iter().find(|piece| piece.part == Part::Number).map(|piece| text(seen, piece));
        let (Some((_, symbol)), Some(number)) = (form, number) else { continue };
        let holds = number.split_once('/').is_some_and(|(_, rest)| rest.starts_with(symbol));
        let subject = Subject::new(&rules::COPY, "ký hiệu bản sao");
        ledger.fact(subject, piece.page, holds, || quote(&number), "SY với sao y, SL với sao lục, TrS với trích sao");
    }
}
