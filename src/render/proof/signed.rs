//! Who signs (ô 7): the signer of the record, or people whom the paper's data names.

use serde_json::Value as Json;

use super::ledger::{Ledger, Subject};
use super::page::quote;
use super::parts::Part;
use super::stated::{Own, Single, Stated, capitals, dense};
use super::{Expected, Profile, head, order, rules};

/// Whether the record's signer signs the paper: minutes, forms of a specialised text and slips are signed by others.
pub(super) fn signs(own: &Own, expected: Expected, certified: bool) -> bool {
    certified || expected.profile == Profile::Administrative && !head::is_minutes(own.seen)
}

/// Ô 7: the signer of the record, once, under their posts; beside them nobody whom no data names.
pub(super) fn signers(own: &Own, stated: Stated, data: &Json, signs: bool, ledger: &mut Ledger) {
    let signer = stated.group("nguoi_ky");
    let name = dense(signer.text("ho_ten"));
    let alone = signs && order::signatures(own.seen, own.pieces).len() <= 1;
    let subject = Subject::new(&rules::STATED, Part::Signer.name());
    let allowed = if alone && !name.is_empty() { quote(signer.text("ho_ten")) } else { NAMED.to_owned() };
    let mut times = 0;
    for (page, said) in own.of(Part::Signer) {
        let other = dense(&said) != name;
        times += usize::from(!other);
        let holds =
            if other { (!alone || name.is_empty()) && names(data, &dense(&said), dense) } else { !signs || times == 1 };
        ledger.fact(subject, page, holds, || quote(&said), &allowed);
    }
    if !signs {
        return;
    }
    let (mut page, mut posts) = (0, Vec::new());
    for (on, said) in own.of(Part::Capacity) {
        page = on;
        posts.push(said);
    }
    let lines: Vec<&str> = signer.list("dong").collect();
    if !posts.is_empty() && !lines.is_empty() {
        let printed: Vec<String> = posts.iter().map(|post| capitals(post)).collect();
        let bidden: Vec<String> = lines.iter().map(|line| capitals(line)).collect();
        let holds = if alone { printed == bidden } else { printed.windows(bidden.len()).any(|some| some == bidden) };
        let subject = Subject::new(&rules::STATED, Part::Capacity.name());
        ledger.fact(subject, page, holds, || quote(&posts.join(" / ")), &quote(&lines.join(" / ")));
    }
    if alone {
        let post = Single::new(Part::OtherPost, signer.text("chuc_vu_khac"));
        Single { alike: capitals, strict: true, ..post }.enter(own, ledger);
    }
}

/// What a name must be where it need not be the signer's.
pub(super) const NAMED: &str = "tên có trong dữ liệu của văn bản";

/// Whether some text of the data is this one.
pub(super) fn names(data: &Json, name: &str, alike: fn(&str) -> String) -> bool {
    match data {
        Json::String(text) => alike(text) == name,
        Json::Array(items) => items.iter().any(|item| names(item, name, alike)),
        Json::Object(entries) => entries.values().any(|value| names(value, name, alike)),
        _ => false,
    }
}
