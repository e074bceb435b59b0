//! What has been issued stays as it was: the records are held against `hoso.lock`.

use crate::check::Scope;
use crate::digest::sha256;
use crate::finding::{Finding, Place};
use crate::lock::{ISSUED, LOCK_FILE, Lock};
use crate::plan::{Document, day_in_words};

/// Says of each issued paper that the records would make otherwise, or no longer make, where they were changed and where it was
/// issued; such a paper is not made.
pub fn changed(scope: &Scope, documents: &mut [Document], lock: &Lock, is_all: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in lock.iter() {
        let Some(made) = &entry.made else { continue };
        let issued = format!(
            "đã cấp số {}/{} {} ({LOCK_FILE} dòng {})",
            entry.number,
            entry.symbol,
            day_in_words(entry.day),
            lock.line(&entry.paper)
        );
        match documents.iter_mut().find(|document| document.path.trim_end_matches(".pdf") == entry.paper) {
            Some(document) if sha256(document.data.to_string().as_bytes()) != made.data => {
                document.blocked = true;
                let message =
                    format!("{} {issued}, nhưng bản ghi đã đổi nên không còn lập ra đúng văn bản ấy", entry.paper);
                let mut finding = Finding::new(&ISSUED, message).paper(&document.name);
                finding.unit.clone_from(&document.unit);
                findings.push(finding.at(recorded(scope, document)));
            }
            None if is_all => {
                let message = format!("{} {issued}, nhưng bản ghi không còn văn bản ấy", entry.paper);
                findings.push(
                    Finding::new(&ISSUED, message).at(Place::file(format!("{}/{LOCK_FILE}", scope.loaded.shown))),
                );
            }
            _ => {}
        }
    }
    findings
}

/// Where a paper stands in the records, as nearly as is known.
fn recorded(scope: &Scope, document: &Document) -> Place {
    let common = || scope.loaded.common_papers().find(|filed| document.unit.is_none() && filed.name() == document.name);
    let filed = document.filed(scope.loaded).or_else(common);
    let place = filed.and_then(|filed| scope.loaded.sources.place(filed.kind.at));
    place.unwrap_or_else(|| Place::file(scope.loaded.shown.as_str()))
}
