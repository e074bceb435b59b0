//! What the subject line of a paper of the office leaves open.

use crate::check::review::Judged;
use crate::check::{Scope, words};
use crate::plan::proposal::subjects;
use crate::record::unit::Nominee;

/// What the subject line of a paper names: awards, and who is to have them.
#[derive(Default)]
pub(super) struct Topic {
    awards: Vec<String>,
    whom: String,
}

impl Topic {
    /// Of the awards of some whom a meeting judged.
    pub fn new(awards: Vec<String>, all: &[Judged]) -> Self {
        let nominees: Vec<&Nominee> = all.iter().map(|j| j.nominee).collect();
        Self { awards, whom: subjects(&nominees) }
    }

    /// A kind's subject line with what it leaves open filled in.
    pub fn subject(&self, pattern: &str, scope: &Scope) -> String {
        let names: Vec<String> = self.awards.iter().map(|code| words::label(scope.campaign, code)).collect();
        let campaign = scope.campaign.name.get().map_or_else(String::new, |name| words::lower_first(name));
        let filled = pattern.replace("{hinh_thuc}", &names.join(" và ")).replace("{doi_tuong}", &self.whom);
        filled.replace("{phong_trao}", &campaign)
    }
}
