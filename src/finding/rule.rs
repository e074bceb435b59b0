//! What a rule is: a code with everything `explain` says of it.

use super::{Blocks, Severity};

/// A rule: one code, one sentence, one clause. Each family keeps its rules in one table.
#[derive(Debug)]
pub struct Rule {
    /// `family/name` in unaccented Vietnamese, unique in the program.
    pub code: &'static str,
    /// Severity unless the campaign says otherwise (`muc_do`).
    pub severity: Severity,
    /// What it stands in the way of.
    pub blocks: Option<Blocks>,
    /// Whether no campaign may soften it and no unit waive it: the paper cannot be made before it is mended.
    pub fixed: bool,
    /// One sentence: what is checked.
    pub says: &'static str,
    /// The clause that asks for it; none where no law does (a convention or a matter of the file itself).
    pub clause: Option<&'static str>,
    /// How to mend it, as an action.
    pub help: &'static str,
    /// A fragment that breaks the rule.
    pub example: &'static str,
}

impl Rule {
    /// An error that blocks the paper it is about.
    pub const fn error(code: &'static str) -> Self {
        Self {
            code,
            severity: Severity::Error,
            blocks: Some(Blocks::Paper),
            fixed: false,
            says: "",
            clause: None,
            help: "",
            example: "",
        }
    }

    /// A warning that blocks nothing.
    pub const fn warning(code: &'static str) -> Self {
        Self { severity: Severity::Warning, blocks: None, ..Self::error(code) }
    }

    /// Sets the sentence and the remedy.
    #[must_use]
    pub const fn text(mut self, says: &'static str, help: &'static str) -> Self {
        self.says = says;
        self.help = help;
        self
    }

    /// Sets the clause.
    #[must_use]
    pub const fn by(mut self, clause: &'static str) -> Self {
        self.clause = Some(clause);
        self
    }

    /// Sets what it stands in the way of.
    #[must_use]
    pub const fn blocking(mut self, blocks: Blocks) -> Self {
        self.blocks = Some(blocks);
        self
    }

    /// Takes it out of the hands of campaigns (`muc_do`) and units (`mien`).
    #[must_use]
    pub const fn fixed(mut self) -> Self {
        self.fixed = true;
        self
    }

    /// Sets the example.
    #[must_use]
    pub const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }

    /// The family: what stands before the slash.
    pub fn family(&self) -> &'static str {
        self.code.split_once('/').map_or(self.code, |(family, _)| family)
    }
}
