//! What every command needs before it begins: templates, typeface, kinds of paper, and the campaigns.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use crate::check::{self, Scope};
use crate::finding::Finding;
use crate::lock::Lock;
use crate::plan::{self, Document, Selection};
use crate::record::book::Issued;
use crate::record::in_force::InForce;
use crate::record::{self, Kinds, Loaded};
use crate::render::{self, Engine, Fonts, Templates};

/// Everything that is opened once.
pub struct Desk {
    /// The typesetter.
    pub engine: Engine,
    /// Faults of templates and of the table of kinds.
    pub findings: Vec<Finding>,
    templates: Templates,
    kinds: Kinds,
    in_force: InForce,
    /// What usually stands for something that nobody has filled in.
    pub placeholders: Vec<String>,
}

/// Name of the table of kinds among the templates.
const KINDS: &str = "loai-van-ban.yaml";
/// Name of the table of texts in force.
const IN_FORCE: &str = "hieu-luc.yaml";
/// Name of the table of places on a certificate's blank.
const BLANK: &str = "giay-khen.yaml";
/// Name of the table of placeholders.
const PLACEHOLDERS: &str = "chua-dien.yaml";

impl Desk {
    /// Opens templates (with an overlay) and faces (the embedded ones, or an office's own).
    ///
    /// # Errors
    /// The overlay or the fonts cannot be used at all.
    pub fn open(templates: Option<&Path>, fonts: Option<&Path>) -> Result<Self> {
        let unusable = |findings: Vec<Finding>| {
            let file = |f: &Finding| f.place.as_ref().map_or_else(String::new, |place| format!("{}: ", place.path));
            let say = |f: &Finding| format!("{}{}\n  cách sửa: {}", file(f), f.message, f.help_text());
            anyhow!(findings.iter().map(say).collect::<Vec<_>>().join("\n"))
        };
        let templates = match templates {
            Some(dir) => Templates::embedded().overlay(dir).map_err(unusable)?,
            None => Templates::embedded(),
        };
        let fonts = match fonts {
            Some(dir) => Fonts::from_dir(dir).map_err(unusable)?,
            None => Fonts::embedded(),
        };
        let (engine, mut findings) = Engine::new(&templates, fonts);
        let table = templates.get(KINDS).ok_or_else(|| anyhow!("thiếu bảng loại văn bản {KINDS}"))?;
        let (kinds, mut faults) = record::load::kinds(&table.path, &table.text);
        findings.append(&mut faults);
        let table = templates.get(IN_FORCE).ok_or_else(|| anyhow!("thiếu bảng hiệu lực {IN_FORCE}"))?;
        let (in_force, mut faults) = record::in_force::table(&table.path, &table.text);
        findings.append(&mut faults);
        let table = templates.get(PLACEHOLDERS).ok_or_else(|| anyhow!("thiếu bảng chữ chưa điền {PLACEHOLDERS}"))?;
        let (placeholders, mut faults) = record::placeholders::table(&table.path, &table.text);
        findings.append(&mut faults);
        findings
            .extend(templates.get(BLANK).into_iter().flat_map(|table| record::blank::faults(&table.path, &table.text)));
        Ok(Self { engine, findings, templates, kinds, in_force, placeholders })
    }

    /// The campaigns to work on: the folder given (or its name below `records`), or all.
    ///
    /// # Errors
    /// There is none.
    pub fn campaigns(given: Option<&Path>, records: &Path) -> Result<Vec<PathBuf>> {
        let below =
            given.map(|name| records.join(name)).filter(|path| given.is_some_and(|g| !g.exists()) && path.exists());
        record::load::find(below.as_deref().or(given), records).map_err(|message| anyhow!(message))
    }

    /// Reads one campaign, with what its lock says has been issued; a lock that cannot be read is told where it is used.
    pub fn load(&self, folder: &Path) -> Loaded {
        let mut loaded = record::load(folder, &self.kinds);
        let lock = Lock::open(folder).unwrap_or_default();
        let in_force = lock.papers().filter(|(entry, _)| entry.is_in_force());
        loaded.issued = in_force
            .map(|(entry, sha256)| {
                let issued = Issued { number: entry.title(), day: entry.day, sha256: sha256.to_owned() };
                (entry.paper.clone(), issued)
            })
            .collect();
        loaded
    }

    /// The papers that a campaign's records make, each with the data that its template reads.
    pub fn documents(&self, scope: &Scope, findings: &mut Vec<Finding>, selection: &Selection) -> Vec<Document> {
        let mut documents = plan::documents(scope, findings, selection);
        for document in &mut documents {
            document.data = self.engine.read(&document.template, document.data.take());
        }
        documents
    }

    /// Judges one campaign, and hands over what was found. An unreadable campaign has no scope: there
    /// is nothing but its findings.
    pub fn judge<T>(
        &self,
        loaded: &Loaded,
        as_of: Option<NaiveDate>,
        then: impl FnOnce(Option<&Scope>, Vec<Finding>) -> T,
    ) -> T {
        let Some(campaign) = &loaded.campaign else {
            let mut findings = loaded.findings.clone();
            Finding::sort(&mut findings);
            return then(None, findings);
        };
        let has_glyph = |c: char| self.engine.repertoire().has(c);
        let has_template = |name: &str| self.templates.get(&format!("{name}.typ")).is_some();
        let later: Vec<_> = render::rules().collect();
        let scope = Scope {
            loaded,
            campaign,
            slips: check::codes::Slips::of(loaded, campaign),
            as_of,
            has_glyph: &has_glyph,
            has_template: &has_template,
            in_force: &self.in_force,
            later: &later,
        };
        let findings = check::run(&scope);
        then(Some(&scope), findings)
    }
}
