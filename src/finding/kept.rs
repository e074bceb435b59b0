//! A finding written down for a later run: all but the text it points into, which is read again.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Blocks, Finding, Place, Rule, Severity, Waived};
use crate::digest::sha256;

/// A finding without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    code: String,
    severity: Severity,
    message: String,
    place: Option<KeptPlace>,
    clause: Option<String>,
    help: Option<String>,
    unit: Option<String>,
    paper: Option<String>,
    nominee: Option<String>,
    blocks: Option<Blocks>,
    waived: Option<Waived>,
}

/// A file, and a stretch of its text; none where the file as a whole is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KeptPlace {
    path: String,
    span: Option<Stretch>,
}

/// The first byte and the one past the last of the text that has this SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stretch {
    start: usize,
    end: usize,
    sha256: String,
}

impl Kept {
    /// Writes a finding down. None of one that was measured on a page: it is made with its paper.
    pub fn of(finding: &Finding) -> Option<Self> {
        if finding.measured.is_some() {
            return None;
        }
        let place = finding.place.as_ref().map(|place| KeptPlace {
            path: place.path.to_string(),
            span: (!place.text.is_empty()).then(|| Stretch {
                start: place.span.start,
                end: place.span.end,
                sha256: sha256(place.text.as_bytes()),
            }),
        });
        Some(Self {
            code: finding.rule.code.to_owned(),
            severity: finding.severity,
            message: finding.message.clone(),
            place,
            clause: finding.clause.clone(),
            help: finding.help.clone(),
            unit: finding.unit.clone(),
            paper: finding.paper.clone(),
            nominee: finding.nominee.clone(),
            blocks: finding.blocks,
            waived: finding.waived.clone(),
        })
    }

    /// The finding again. `text` gives the text of a file by its path. None where anything is unknown, or the text another.
    pub fn restore(&self, rules: &[&'static Rule], text: &mut impl FnMut(&str) -> Option<Arc<str>>) -> Option<Finding> {
        let rule = rules.iter().find(|rule| rule.code == self.code)?;
        let place = match &self.place {
            Some(KeptPlace { path, span: Some(Stretch { start, end, sha256: own }) }) => {
                let text = text(path).filter(|text| sha256(text.as_bytes()) == *own)?;
                Some(Place::new(path.as_str(), text, *start..*end))
            }
            Some(KeptPlace { path, span: None }) => Some(Place::file(path.as_str())),
            None => None,
        };
        Some(Finding {
            rule,
            severity: self.severity,
            message: self.message.clone(),
            place,
            clause: self.clause.clone(),
            help: self.help.clone(),
            unit: self.unit.clone(),
            paper: self.paper.clone(),
            nominee: self.nominee.clone(),
            blocks: self.blocks,
            waived: self.waived.clone(),
            measured: None,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::finding::Measured;

    static RULE: Rule = Rule::error("thu/quy-tac").text("a", "b");

    fn finding() -> Finding {
        let place = Place::new("don-vi/y-te.yaml", "ten: x\nso: 1\n", 11..12);
        let mut finding = Finding::new(&RULE, "sai số").at(place).clause("khoản 1").unit("y-te").paper("to_trinh");
        finding.severity = Severity::Warning;
        finding.nominee = Some("tap-the".into());
        finding.waived = Some(Waived { reason: "đã rõ".into(), by: "Phạm Văn C".into() });
        finding
    }

    #[test]
    fn a_finding_comes_back_as_it_was() {
        for finding in [finding(), Finding::new(&RULE, "thiếu tệp").at(Place::file("a.yaml")), Finding::new(&RULE, "c")]
        {
            let json = serde_json::to_string(&Kept::of(&finding).unwrap()).unwrap();
            let kept: Kept = serde_json::from_str(&json).unwrap();
            let again = kept.restore(&[&RULE], &mut |_| Some("ten: x\nso: 1\n".into())).unwrap();
            assert_eq!(format!("{again:?}"), format!("{finding:?}"));
        }
    }

    #[test]
    fn what_is_unknown_does_not_come_back() {
        let kept = Kept::of(&finding()).unwrap();
        assert!(kept.restore(&[], &mut |_| Some("".into())).is_none());
        assert!(kept.restore(&[&RULE], &mut |_| None).is_none());
        assert!(kept.restore(&[&RULE], &mut |_| Some("ten: y\nso: 1\n".into())).is_none());
        let mut measured = finding();
        measured.measured = Some(Box::new(Measured { page: 1, measured: "a".into(), allowed: "b".into() }));
        assert!(Kept::of(&measured).is_none());
    }
}
