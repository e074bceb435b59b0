//! One document: Tera fills its template, Typst lays it out, PDF bytes come out.
//!
//! Pure: no clock, no network, no system fonts, no file but the templates given. The room knows templates
//! and a paper's data; it does not know records, dossiers or where a paper will be stored. Data never
//! becomes markup: see [`crate::markdown::push_literal`], `marks` and `placement`.

mod branches;
mod code_text;
mod columns;
mod cut;
mod fill;
mod fonts;
mod makings;
mod marks;
mod natives;
mod origin;
mod placement;
mod proof;
mod reads;
mod rules;
mod skeleton;
mod tags;
mod templates;
mod tera_words;
mod together;
mod typst_words;
mod words;
mod world;

pub use fonts::{Fonts, Repertoire};
pub use origin::{Attached, DATA, ORIGIN, Origin};
use proof::may_spare_a_page;
pub use proof::{Expected, Profile, Proof, Row, SERVES, Serving, Told, document_page as proof_page};
pub use templates::{TemplateFile, Templates};

use std::sync::LazyLock;

use typst::WorldExt as _;
use typst::diag::{Severity, SourceDiagnostic, Tracepoint, Warned};
use typst::foundations::Smart;
use typst::syntax::{DiagSpan, Source, Spanned};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::finding::{Finding, Place, Rule};
use fill::Forms;
use makings::Makings;
use world::{Desk, Shared};

/// The rules of this room: templates and what comes out of them (`ban-mau/`), and the pages (`the-thuc/`).
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::RULES.iter().copied().chain(SERVES.iter().map(|serving| serving.rule))
}

/// One paper to set.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The template's name: `to_trinh` is `to_trinh.typ`.
    pub template: &'a str,
    /// The whole Tera context.
    pub data: &'a serde_json::Value,
    /// What findings call the paper, e.g. `long-thuy/to_trinh`; also its stable identity in the PDF.
    pub name: &'a str,
    /// What the proof of form must know of it.
    pub expected: Expected,
    /// What goes into its PDF besides the pages: see [`Engine::origin`].
    pub attached: Option<&'a Attached>,
}

/// A finished paper.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The PDF/A-3a and PDF/UA-1 file.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// The generated Typst source.
    pub typ: String,
    /// What Typst only warned of, and where the pages depart from the decree.
    pub findings: Vec<Finding>,
    /// Everything that was measured on the pages.
    pub proof: Proof,
}

/// A paper that is laid out, not yet written as PDF.
pub struct Layout {
    /// The compiled pages, ready to be measured.
    pub document: PagedDocument,
    /// What Typst only warned of.
    pub warnings: Vec<Finding>,
    source: Source,
}

impl Layout {
    /// The generated Typst source.
    pub fn typ(&self) -> &str {
        self.source.text()
    }
}

/// Templates and faces, read once and shared by all worker threads.
pub struct Engine {
    forms: Forms,
    shared: Shared,
    repertoire: Repertoire,
    makings: Makings,
}

impl Engine {
    /// Reads all templates. Each bad one is a finding; sound ones stay usable.
    ///
    /// ```
    /// use hoso::render::{Engine, Fonts, Job, Templates};
    ///
    /// let text = "#set document(title: \"A\", date: datetime(year: 2021, month: 1, day: 1))\n#set text(lang: \"vi\")\n{{ ten }}";
    /// let templates = [("thu.typ", "thu.typ", text)].into_iter().collect::<Templates>();
    /// let (engine, findings) = Engine::new(&templates, Fonts::embedded());
    /// assert!(findings.is_empty());
    /// let data = serde_json::json!({"ten": "#panic() *không* là mã"});
    /// let job = Job { template: "thu", data: &data, name: "thu", expected: Default::default(), attached: None };
    /// let pdf = engine.render(&job).unwrap();
    /// assert_eq!(pdf.pages, 1);
    /// ```
    pub fn new(templates: &Templates, fonts: Fonts) -> (Self, Vec<Finding>) {
        let (forms, findings) = Forms::new(templates);
        let repertoire = Repertoire::of(&fonts);
        let makings = Makings::new(templates);
        (Self { forms, shared: Shared::new(templates, fonts), repertoire, makings }, findings)
    }

    /// The characters that all four faces have.
    pub fn repertoire(&self) -> &Repertoire {
        &self.repertoire
    }

    /// SHA-256 of a template with all that it draws on: other templates, the layout library, figures. None where there is
    /// no such template.
    pub fn template_sha256(&self, template: &str) -> Option<&str> {
        self.makings.template(template)
    }

    /// SHA-256 of the four faces.
    pub fn fonts_sha256(&self) -> &str {
        self.makings.fonts(self.shared.fonts())
    }

    /// Of what the records offer to a template, what it reads: the data of the paper. Whatever else changes in the records
    /// changes no paper of it.
    pub fn read(&self, template: &str, offered: serde_json::Value) -> serde_json::Value {
        self.makings.read(template, offered)
    }

    /// Fingerprint of all that papers are made from besides their data: the program, all templates, the faces.
    pub fn makings_sha256(&self) -> String {
        crate::digest::sha256_of([env!("HOSO_SOURCES"), self.fonts_sha256(), &self.makings.templates()])
    }

    /// Whether a paper that this program and this template made before would come out otherwise by its data alone.
    pub fn is_maker(&self, template: &str, (program, template_sha256): (&str, &str)) -> bool {
        program == env!("HOSO_SOURCES") && self.template_sha256(template) == Some(template_sha256)
    }

    /// Fingerprint of all that decides the bytes of a paper and what is said of it: of the same fingerprint comes the same
    /// file. `data_sha256` is that of the job's data; what will be attached is told by the campaign that it names, and
    /// whether the data goes along. None where there is no such template.
    pub fn fingerprint(&self, job: &Job<'_>, data_sha256: &str, attached: Option<(&str, bool)>) -> Option<String> {
        let expected = format!("{:?}", job.expected);
        let template = self.template_sha256(job.template)?;
        let program = env!("HOSO_SOURCES");
        let attached = format!("{attached:?}");
        let makings =
            [program, self.fonts_sha256(), template, job.template, job.name, &expected, data_sha256, &attached];
        Some(crate::digest::sha256_of(makings))
    }

    /// What a paper of a campaign says of its own making. None where there is no such template.
    pub fn origin(&self, job: &Job<'_>, campaign: &str) -> Option<Origin> {
        Some(Origin {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            program: env!("HOSO_SOURCES").to_owned(),
            campaign: campaign.to_owned(),
            paper: job.name.to_owned(),
            template: job.template.to_owned(),
            template_sha256: self.template_sha256(job.template)?.to_owned(),
            fonts_sha256: self.fonts_sha256().to_owned(),
            data_sha256: crate::digest::sha256(job.data.to_string().as_bytes()),
            parts: crate::digest::parts(job.data),
        })
    }

    /// Fills the template: the Typst source of a paper, with proof that all data stands in it as data.
    pub fn fill(&self, job: &Job<'_>) -> Result<String, Vec<Finding>> {
        self.source(job, job.data).map(|source| source.text().to_owned())
    }

    /// Lays a paper out; at single spacing where that spares it a page that would hold but a few lines.
    pub fn compile(&self, job: &Job<'_>) -> Result<Layout, Vec<Finding>> {
        let usual = self.set(job, self.source(job, job.data)?)?;
        if !may_spare_a_page(&usual.document) {
            return Ok(usual);
        }
        let Some(data) = tight(job.data) else { return Ok(usual) };
        let pages = |layout: &Layout| layout.document.pages().len();
        // What is attached is the data of the record, not that of the way it is set.
        match self.source(&Job { data: &data, ..*job }, job.data).and_then(|source| self.set(job, source)) {
            Ok(tight) if pages(&tight) < pages(&usual) => Ok(tight),
            _ => Ok(usual),
        }
    }

    /// Lays out a source that a paper was set from before and nothing else: what the engine alone has to do. What the
    /// program does besides is measured against it.
    pub fn typeset(&self, job: &Job<'_>, typ: &str) -> Result<Layout, Vec<Finding>> {
        self.set(job, self.shared.parse(typ.to_owned()))
    }

    fn set(&self, job: &Job<'_>, source: Source) -> Result<Layout, Vec<Finding>> {
        let Warned { output, warnings } =
            typst::compile::<PagedDocument>(&Desk { shared: &self.shared, main: &source });
        let sheet = self.sheet(&source, job);
        match output {
            Ok(document) => {
                let warnings = warnings.iter().map(|warning| sheet.finding(warning)).collect();
                Ok(Layout { document, warnings, source })
            }
            Err(errors) => Err(errors.iter().map(|error| sheet.finding(error)).collect()),
        }
    }

    /// Sets a paper, measures its pages and writes it as PDF.
    pub fn render(&self, job: &Job<'_>) -> Result<Pdf, Vec<Finding>> {
        let layout = self.compile(job)?;
        let proof = Proof::of(&layout.document, job.data, job.expected);
        let bytes = self.pdf(job, &layout)?;
        let pages = layout.document.pages().len();
        let typ = layout.typ().to_owned();
        let mut findings = layout.warnings;
        findings.extend(proof.findings().into_iter().map(|finding| finding.paper(job.name)));
        Ok(Pdf { bytes, pages, typ, findings, proof })
    }

    /// Writes a laid-out paper as PDF.
    pub fn pdf(&self, job: &Job<'_>, layout: &Layout) -> Result<Vec<u8>, Vec<Finding>> {
        let options = PdfOptions {
            ident: Smart::Custom(job.name.to_owned()),
            creator: Smart::Custom(Some(format!("hoso {}", env!("CARGO_PKG_VERSION")))),
            // The date stands in the document: a clock would give other bytes tomorrow.
            timestamp: None,
            page_ranges: None,
            standards: standards(),
            tagged: true,
            pretty: false,
        };
        let sheet = self.sheet(&layout.source, job);
        typst_pdf::pdf(&layout.document, &options)
            .map_err(|errors| errors.iter().map(|error| sheet.finding(error)).collect())
    }

    fn sheet<'a>(&'a self, source: &'a Source, job: &'a Job<'a>) -> Sheet<'a> {
        Sheet { shared: &self.shared, source, job, template: self.forms.file(job.template) }
    }

    /// The filled template, proved, and behind it what is attached: `recorded` is the data as the record gives it.
    fn source(&self, job: &Job<'_>, recorded: &serde_json::Value) -> Result<Source, Vec<Finding>> {
        let marked = self.forms.fill(job.template, job.data).map_err(|finding| vec![finding.paper(job.name)])?;
        let (mut text, marks) = marks::unmark(&marked);
        text += &job.attached.map_or_else(String::new, |attached| attached.source(recorded));
        let source = self.shared.parse(text);
        let bad = match &marks {
            Ok(marks) => placement::misplaced(source.root(), marks).map(|mark| mark.range.clone()),
            Err(at) => Some(*at..at + 1),
        };
        match bad {
            None => Ok(source),
            Some(span) => {
                let message = "dữ liệu rơi vào chỗ sẽ thành mã Typst (trong chuỗi, chú thích, sau dấu `\\`, hoặc bị bộ lọc cắt dở)";
                let place = Place::new(generated(job), source.text(), span);
                Err(vec![Finding::new(&rules::PLACE, message).at(place).paper(job.name)])
            }
        }
    }
}

/// The data of a paper that is set at single spacing, which the decree allows (khoản 6 Mục II Phần I Phụ lục I): the layout
/// library looks at `khit`. None for data without a head, which the library does not set.
fn tight(data: &serde_json::Value) -> Option<serde_json::Value> {
    let mut data = data.clone();
    data.get_mut("van_ban")?.as_object_mut()?.insert("khit".into(), true.into());
    Some(data)
}

/// Forgets what Typst remembers from papers set so far and has not used again since the last `kept` calls; with 0 all of it.
/// Call it after every paper: what all papers share (the layout library) is used by each and stays.
///
/// ```
/// hoso::render::evict(0);
/// ```
pub fn evict(kept: usize) {
    // Through typst: a `comemo` of another version would be another memory, and this would do nothing.
    typst::comemo::evict(kept);
}

fn standards() -> PdfStandards {
    static BOTH: LazyLock<PdfStandards> =
        LazyLock::new(|| PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap_or_default());
    BOTH.clone()
}

/// What findings call the generated source: no file of that name need exist.
fn generated(job: &Job<'_>) -> String {
    format!("{}.typ (bản sinh)", job.name)
}

/// A paper's source with all that is needed to point into it.
struct Sheet<'a> {
    shared: &'a Shared,
    source: &'a Source,
    job: &'a Job<'a>,
    template: Option<&'a TemplateFile>,
}

impl Sheet<'_> {
    fn finding(&self, diagnostic: &SourceDiagnostic) -> Finding {
        let said = match diagnostic.severity {
            Severity::Error => typst_words::of_error(&diagnostic.message),
            Severity::Warning => typst_words::of_warning(&diagnostic.message),
        };
        let finding = Finding::new(said.rule, said.message).paper(self.job.name);
        let place = self.place(diagnostic.span);
        // An error inside the library concerns whoever called it, unless the library itself cannot be read.
        let calls = |point: &&Spanned<Tracepoint>| {
            matches!(point.v, Tracepoint::Call(_)) && point.span.id() == Some(self.source.id())
        };
        let call = diagnostic.trace.iter().find(calls);
        let place = match call {
            Some(point) if diagnostic.span.id() != Some(self.source.id()) => self.place(point.span.into()).or(place),
            _ => place,
        };
        // What is missing altogether (a title, a date) stands nowhere: then the template is the place.
        match place.or_else(|| self.template.map(|file| Place::file(file.path.clone()))) {
            Some(place) => finding.at(place),
            None => finding,
        }
    }

    fn place(&self, span: DiagSpan) -> Option<Place> {
        let range = Desk { shared: self.shared, main: self.source }.range(span)?;
        let id = span.id()?;
        if id == self.source.id() {
            // What is attached is nobody's to mend: what it lacks, such as a date, the template has to state.
            if origin::start(self.source.text()).is_some_and(|start| range.start >= start) {
                return None;
            }
            return Some(Place::new(generated(self.job), self.source.text(), range));
        }
        let (file, _) = self.shared.library_file(id)?;
        Some(file.place(range))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
mod tests;
