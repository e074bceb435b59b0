//! All that Typst may see while it sets one paper: the source, the layout library with its figures, four faces. No clock,
//! no network, no other file.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue as _};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::fonts::Fonts;
use super::natives;
use super::templates::{TemplateFile, Templates};

/// What all papers share.
pub(super) struct Shared {
    library: LazyHash<Library>,
    sources: HashMap<FileId, (TemplateFile, Source)>,
    figures: HashMap<FileId, Bytes>,
    fonts: Fonts,
    main: FileId,
}

impl Shared {
    /// Parses the layout library once.
    pub fn new(templates: &Templates, fonts: Fonts) -> Self {
        // The only input, and the same for all papers: another for each would undo Typst's memory of the library.
        let inputs: Dict = [("phong-chu".into(), fonts.family().into_value())].into_iter().collect();
        let sources = templates
            .library()
            .filter_map(|(name, file)| {
                let id = file_id(name)?;
                Some((id, (file.clone(), Source::new(id, file.text.to_string()))))
            })
            .collect();
        let figures = templates.figures();
        let figures =
            figures.filter_map(|(name, file)| Some((file_id(name)?, Bytes::from_string(file.text.to_string()))));
        let figures = figures.collect();
        // One id for every paper: ids are never given back, and there are only 65 535.
        let main = file_id("van-ban.typ").unwrap_or_else(|| Source::detached("").id());
        let mut library = Library::builder().with_inputs(inputs).build();
        natives::define(library.global.scope_mut());
        Self { library: LazyHash::new(library), sources, figures, fonts, main }
    }

    /// The generated text of a paper, parsed.
    pub fn parse(&self, text: String) -> Source {
        Source::new(self.main, text)
    }

    /// The faces.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// A file of the layout library.
    pub fn library_file(&self, id: FileId) -> Option<&(TemplateFile, Source)> {
        self.sources.get(&id)
    }
}

fn file_id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// The world of one paper.
pub(super) struct Desk<'a> {
    /// What all papers share.
    pub shared: &'a Shared,
    /// The paper's source.
    pub main: &'a Source,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shared.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.shared.library_file(id).map(|(_, source)| source.clone()).ok_or_else(|| refuse(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.shared.figures.get(&id).cloned().ok_or_else(|| refuse(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.faces().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn refuse(id: FileId) -> FileError {
    match id.root() {
        VirtualRoot::Package(package) => FileError::Package(PackageError::Other(Some(
            format!("hoso: mẫu không được dùng gói ngoài: {package}").into(),
        ))),
        VirtualRoot::Project => FileError::Other(Some(
            format!("hoso: mẫu chỉ dùng tệp của thư viện trình bày, không có `{}`", id.vpath().get_with_slash()).into(),
        )),
    }
}
