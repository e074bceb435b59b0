//! The template files: those in the program, and an office's own laid over them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::rules;
use crate::finding::{Finding, Place};

/// Every file below `templates/`, sorted; written by `build.rs`.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));
/// The tables of kinds, of texts in force and of placeholders, which no template reads.
const TABLES: [&str; 3] = ["loai-van-ban.yaml", "hieu-luc.yaml", "chua-dien.yaml"];
/// No template is larger.
const LARGEST: u64 = 1 << 20;

/// One file of templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFile {
    /// The path to show, relative to the working folder, with `/`.
    pub path: Arc<str>,
    /// The text exactly as stored.
    pub text: Arc<str>,
}

impl TemplateFile {
    /// A stretch of the file, ready to print.
    pub fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place::new(self.path.clone(), self.text.clone(), span)
    }
}

/// All template files under their names (`to_trinh.typ`, `nd30/dau.typ`, `loai-van-ban.yaml`).
#[derive(Clone, Debug, Default)]
pub struct Templates {
    files: BTreeMap<String, TemplateFile>,
}

impl Templates {
    /// The files in the program.
    pub fn embedded() -> Self {
        EMBEDDED.iter().map(|(name, text)| (*name, format!("templates/{name}"), *text)).collect()
    }

    /// Lays a folder over them: its files replace those of the same name and add new ones. Every file that
    /// cannot be used is a finding.
    pub fn overlay(mut self, dir: &Path) -> Result<Self, Vec<Finding>> {
        if !dir.is_dir() {
            return Err(vec![fault(dir, "không có thư mục mẫu này")]);
        }
        let mut findings = Vec::new();
        for entry in WalkDir::new(dir).follow_links(false).sort_by_file_name() {
            match entry.map_err(io::Error::from).map(|entry| self.lay(dir, &entry)) {
                Ok(Ok(())) => {}
                Ok(Err(finding)) => findings.push(*finding),
                Err(error) => findings.push(unreadable(dir, &error)),
            }
        }
        if findings.is_empty() { Ok(self) } else { Err(findings) }
    }

    fn lay(&mut self, dir: &Path, entry: &DirEntry) -> Result<(), Box<Finding>> {
        let path = entry.path();
        let Some(name) = path.strip_prefix(dir).ok().and_then(Path::to_str).map(|name| name.replace('\\', "/")) else {
            return Ok(());
        };
        let wanted = path.extension().is_some_and(|extension| extension == "typ" || extension == "yaml");
        if !wanted || entry.file_type().is_dir() {
            return Ok(());
        }
        if !entry.file_type().is_file() {
            return Err(fault(path, "mẫu là liên kết hoặc thiết bị, không phải tệp thường").into());
        }
        let text = read(path)?;
        self.files.insert(name, TemplateFile { path: shown(path).into(), text: text.into() });
        Ok(())
    }

    /// A file by its name below the template folder.
    pub fn get(&self, name: &str) -> Option<&TemplateFile> {
        self.files.get(name)
    }

    /// Whether a file is the program's own, as it stands there: its tests have examined it.
    pub(super) fn is_own(name: &str, file: &TemplateFile) -> bool {
        EMBEDDED.iter().any(|(own, text)| *own == name && **text == *file.text)
    }

    /// All files by name, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &TemplateFile)> {
        self.files.iter().map(|(name, file)| (name.as_str(), file))
    }

    /// The files that Tera fills: `.typ` directly in the folder. Those in subfolders are the layout library.
    pub(super) fn filled(&self) -> impl Iterator<Item = (&str, &TemplateFile)> {
        self.iter().filter(|(name, _)| name.ends_with(".typ") && !name.contains('/'))
    }

    /// Figures that templates read (`yaml("/giay-khen.yaml")`).
    pub(super) fn figures(&self) -> impl Iterator<Item = (&str, &TemplateFile)> {
        self.iter().filter(|(name, _)| name.ends_with(".yaml") && !TABLES.contains(name))
    }

    /// The Typst files that templates import, never given to Tera.
    pub(super) fn library(&self) -> impl Iterator<Item = (&str, &TemplateFile)> {
        self.iter().filter(|(name, _)| name.ends_with(".typ") && name.contains('/'))
    }
}

impl<N: Into<String>, P: Into<Arc<str>>, T: Into<Arc<str>>> FromIterator<(N, P, T)> for Templates {
    /// From name, path to show, and text.
    fn from_iter<I: IntoIterator<Item = (N, P, T)>>(files: I) -> Self {
        let file = |(name, path, text): (N, P, T)| (name.into(), TemplateFile { path: path.into(), text: text.into() });
        Self { files: files.into_iter().map(file).collect() }
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn read(path: &Path) -> Result<String, Box<Finding>> {
    let mut text = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut text))
        .map_err(|error| unreadable(path, &error))?;
    if text.len() as u64 > LARGEST {
        return Err(fault(path, "mẫu lớn quá 1 MB").into());
    }
    String::from_utf8(text).map_err(|_| fault(path, "mẫu không phải văn bản UTF-8").into())
}

fn unreadable(path: &Path, error: &io::Error) -> Finding {
    fault(path, &format!("không đọc được mẫu ({})", io_words(error)))
}

fn fault(path: &Path, message: &str) -> Finding {
    Finding::new(&rules::FOLDER, message).at(Place::file(shown(path)))
}

/// The system's refusal in Vietnamese.
pub(super) fn io_words(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "không có ở đó",
        io::ErrorKind::PermissionDenied => "không có quyền đọc",
        io::ErrorKind::NotADirectory => "không phải thư mục",
        io::ErrorKind::IsADirectory => "là thư mục",
        _ => "lỗi đọc đĩa",
    }
}
