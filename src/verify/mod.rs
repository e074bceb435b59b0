//! The last room: is this PDF the paper, and from what was it made?
//!
//! A paper is proved by making it again: from its records, or from the data that lies in it. What a file says of itself only
//! tells which paper to make; it is never believed.

mod fields;
mod file;

use serde_json::Value;

use crate::digest::sha256;
use crate::render::{Attached, Engine, Expected, Job, Origin};

/// What was found of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    /// What the file says of its making.
    pub origin: Option<Origin>,
    /// What it is.
    pub verdict: Verdict,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The paper, byte for byte; with `appended` bytes behind it, such as an electronic signature.
    Same {
        /// From what it was made again.
        from: Basis,
        /// Bytes behind those of the paper.
        appended: usize,
    },
    /// Made from the same data by another version.
    OtherVersion {
        /// What is another.
        of: Vec<Part>,
        /// Nothing but the version differs: all else came out byte for byte, with so many bytes behind.
        same: Option<usize>,
        /// The first page that came out otherwise.
        page: Option<usize>,
    },
    /// Not what is made of the records.
    Different {
        /// Where the data differs; empty where the data is the same.
        fields: Vec<String>,
        /// The first page that differs; none where all are the same, or nothing could be made.
        page: Option<usize>,
        /// The file is what is made of the data in it: only the records are others.
        fits_own_data: bool,
    },
    /// No paper of these records.
    Foreign(Foreign),
}

/// From what a paper was made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// From the records.
    Records,
    /// From the data in the file, since there are no records of it.
    Attached,
}

/// What papers are made from besides their data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The program.
    Program,
    /// The template.
    Template,
    /// The faces.
    Fonts,
}

/// Why a file is no paper of these records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Another program made it.
    Unmarked,
    /// It bears our mark, but what it says of its making is gone or unreadable.
    NoOrigin,
    /// No such paper is in the records at hand.
    NoRecords,
    /// The file of an issued paper is not there.
    Missing,
}

impl Verdict {
    /// Whether there is nothing to look into.
    pub fn is_sound(&self) -> bool {
        matches!(self, Self::Same { .. } | Self::OtherVersion { same: Some(_), .. })
    }
}

/// What the records make of a paper.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// The template.
    pub template: &'a str,
    /// The whole Tera context.
    pub data: &'a Value,
}

/// Examines a file. `records` tells what the records hold of the paper that it says it is.
pub fn examine<'r>(engine: &Engine, bytes: &[u8], records: impl Fn(&Origin) -> Option<Recorded<'r>>) -> Examined {
    // An update may hide what stands before it, so only the first writing is asked.
    let first = file::first_writing(bytes);
    let Some(origin) = file::origin(first) else {
        let why = if file::is_marked(first) { Foreign::NoOrigin } else { Foreign::Unmarked };
        return Examined { origin: None, verdict: Verdict::Foreign(why) };
    };
    let own = file::data(first, &origin.data_sha256);
    let with_data = own.is_some();
    let case = Case { engine, bytes, first, origin: &origin, with_data };
    let verdict = match (records(&origin), own) {
        (Some(records), _) if case.is_of(records) => case.of_same_data(records, Basis::Records),
        (Some(records), own) => case.of_other_data(records, own.as_ref()),
        (None, Some(own)) => case.of_same_data(Recorded { template: &origin.template, data: &own }, Basis::Attached),
        (None, None) => Verdict::Foreign(Foreign::NoRecords),
    };
    Examined { verdict, origin: Some(origin) }
}

/// What a file says of its making: which campaign's records to look into. Only its first writing is asked.
pub fn origin(bytes: &[u8]) -> Option<Origin> {
    file::origin(file::first_writing(bytes))
}

struct Case<'a> {
    engine: &'a Engine,
    bytes: &'a [u8],
    first: &'a [u8],
    origin: &'a Origin,
    with_data: bool,
}

impl Case<'_> {
    /// Whether the file was made from this data, as far as what was made otherwise can be told.
    fn is_of(&self, records: Recorded) -> bool {
        let is_other = || !self.other_parts(records).is_empty() && self.origin.differing(records.data, true).is_empty();
        sha256(records.data.to_string().as_bytes()) == self.origin.data_sha256 || is_other()
    }

    fn of_same_data(&self, made_of: Recorded, from: Basis) -> Verdict {
        let of = self.other_parts(made_of);
        let rebuilt = self.rebuilt(made_of);
        let appended = rebuilt.as_deref().and_then(|rebuilt| Some(self.bytes.strip_prefix(rebuilt)?.len()));
        let page = rebuilt.and_then(|rebuilt| file::first_differing_page(self.first, &rebuilt));
        match (of.is_empty(), appended) {
            (true, Some(appended)) => Verdict::Same { from, appended },
            (true, None) => Verdict::Different { fields: Vec::new(), page, fits_own_data: false },
            (false, same) => Verdict::OtherVersion { of, same, page },
        }
    }

    fn of_other_data(&self, records: Recorded, own: Option<&Value>) -> Verdict {
        let fields = match own {
            Some(own) => fields::differing(own, records.data),
            None => self.origin.differing(records.data, !self.other_parts(records).is_empty()),
        };
        let rebuilt = self.rebuilt(records);
        let page = rebuilt.and_then(|rebuilt| file::first_differing_page(self.first, &rebuilt));
        let fits = |own| self.of_same_data(Recorded { template: &self.origin.template, data: own }, Basis::Attached);
        Verdict::Different { fields, page, fits_own_data: own.is_some_and(|own| fits(own).is_sound()) }
    }

    /// The paper as the file says it was made: where only versions differ, only what is said of them does.
    fn rebuilt(&self, made_of: Recorded) -> Option<Vec<u8>> {
        let attached = Attached { origin: self.origin.clone(), with_data: self.with_data };
        let job = Job { attached: Some(&attached), ..self.job(made_of) };
        let layout = self.engine.compile(&job).ok()?;
        self.engine.pdf(&job, &layout).ok()
    }

    fn other_parts(&self, made_of: Recorded) -> Vec<Part> {
        let Some(own) = self.engine.origin(&self.job(made_of), &self.origin.campaign) else {
            return vec![Part::Template];
        };
        let Origin { version, program, template, template_sha256, fonts_sha256, .. } = self.origin;
        let parts = [
            (Part::Program, (version, program) == (&own.version, &own.program)),
            (Part::Template, (template, template_sha256) == (&own.template, &own.template_sha256)),
            (Part::Fonts, *fonts_sha256 == own.fonts_sha256),
        ];
        parts.into_iter().filter(|(_, same)| !same).map(|(part, _)| part).collect()
    }

    fn job<'j>(&'j self, made_of: Recorded<'j>) -> Job<'j> {
        let Recorded { template, data } = made_of;
        Job { template, data, name: &self.origin.paper, expected: Expected::default(), attached: None }
    }
}
