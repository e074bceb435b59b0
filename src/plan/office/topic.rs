//! What the subject line of a paper of the office leaves open.

use super::people::Listed;
use crate::check::{Scope, words};
use crate::plan::proposal::subjects;
use crate::record::unit::Nominee;

/// What the subject line of a paper names: awards, and who is to have them.
#[derive(Default)]
pub(super) struct Topic {
    awards: Vec<String>,
    whom: String,
    event: String,
}

impl Topic {
    /// Of the awards of some who are listed.
    pub fn new<'a>(awards: Vec<String>, all: &[impl Listed<'a>]) -> Self {
        let nominees: Vec<&Nominee> = all.iter().map(|one| one.who().1).collect();
        Self { awards, whom: subjects(&nominees), ..Self::default() }
    }

    /// Of an event by its name.
    pub fn of_event(name: String) -> Self {
        Self { event: name, ..Self::default() }
    }

    /// A kind's subject line with what it leaves open filled in.
    pub fn subject(&self, pattern: &str, scope: &Scope) -> String {
        let names: Vec<String> = self.awards.iter().map(|code| words::label(scope.campaign, code)).collect();
        let campaign = scope.campaign.name.get().map_or_else(String::new, |name| words::lower_first(name));
        let filled = pattern.replace("{hinh_thuc}", &words::listed(&names)).replace("{doi_tuong}", &self.whom);
        let filled = filled.replace("{su_kien}", &self.event);
        words::upper_first(&filled.replace("{phong_trao}", &campaign))
    }
}
