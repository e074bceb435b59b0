//! The units and kinds that a command line names: a code that no campaign has is a slip of the hand,
//! not an empty answer, and is refused before anything is made.

use anyhow::{Result, bail};

use crate::record::Loaded;
use crate::record::nearest::nearest;
use crate::report::text::hang;

/// Columns of the list of known codes.
const WIDTH: usize = 80;

/// Refuses units and kinds that none of the campaigns knows, naming every one of them.
///
/// # Errors
/// Some code is unknown.
pub fn refuse_unknown(units: &[String], kinds: &[String], campaigns: &[Loaded]) -> Result<()> {
    let mut complaints = complaints("đơn vị", units, &known_units(campaigns));
    // Where a campaign's own kinds cannot be read, nobody can say that there is no such kind.
    if !campaigns.iter().any(|loaded| loaded.kinds.is_partial()) {
        complaints.append(&mut self::complaints("loại văn bản", kinds, &known_kinds(campaigns)));
    }
    match complaints.is_empty() {
        true => Ok(()),
        false => bail!("{}", complaints.join("\n  ")),
    }
}

/// Codes in the order of the campaigns' lists; files that are not listed come last.
fn known_units(campaigns: &[Loaded]) -> Vec<&str> {
    let listed = campaigns.iter().filter_map(|l| l.campaign.as_ref()).flat_map(|c| c.units.iter());
    let filed = campaigns.iter().flat_map(|l| &l.units);
    distinct(listed.map(|code| code.as_str()).chain(filed.map(|file| file.code.as_str())))
}

fn known_kinds(campaigns: &[Loaded]) -> Vec<&str> {
    distinct(campaigns.iter().flat_map(|l| l.kinds.codes()))
}

fn distinct<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut seen = std::collections::BTreeSet::new();
    words.filter(|word| seen.insert(*word)).collect()
}

/// A line for each unknown code; the known ones below, where some code resembles none of them.
fn complaints(what: &str, asked: &[String], known: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut clueless = false;
    for word in distinct(asked.iter().map(String::as_str)).into_iter().filter(|word| !known.contains(word)) {
        let near = nearest(word, known.iter().copied());
        clueless |= near.is_none();
        let meant = near.map_or_else(String::new, |near| format!(", có phải là `{near}`?"));
        lines.push(format!("không có {what} `{word}`{meant}"));
    }
    if clueless && !known.is_empty() {
        lines.push(hang(&format!("  các {what}: "), &known.join(", "), WIDTH).trim().to_owned());
    }
    lines
}
