//! Embeds `templates/`: writes a sorted table of every file below it for `src/render/templates.rs`. And tells the program
//! what it was compiled from, so that papers of another program are not taken for its own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest as _, Sha256};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=build.rs");
    let home = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    sources(&home)?;
    let root = home.join("templates");
    let mut files = Vec::new();
    if root.is_dir() {
        collect(&root, &["typ", "yaml"], &mut files)?;
    }
    files.sort();
    let rows: String = files
        .iter()
        .filter_map(|file| {
            let name = file.strip_prefix(&root).ok()?.to_str()?.replace('\\', "/");
            Some(format!("    ({name:?}, include_str!({:?})),\n", file.to_str()?))
        })
        .collect();
    let table = format!("&[\n{rows}]\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("templates.rs"), table)
}

/// `HOSO_SOURCES`: a fingerprint of the program's own text and of the versions of what it is built with. Papers carry it, so
/// it is one that every compiler makes the same.
fn sources(home: &Path) -> io::Result<()> {
    let mut files = vec![home.join("Cargo.lock")];
    collect(&home.join("src"), &["rs"], &mut files)?;
    files.sort();
    let mut hasher = Sha256::new();
    for file in files.iter().filter(|file| file.is_file()) {
        hasher.update(Sha256::digest(fs::read(file)?));
    }
    let mut sources = String::new();
    for byte in hasher.finalize().iter().take(8) {
        let _ = write!(sources, "{byte:02x}");
    }
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=Cargo.lock");
    println!("cargo:rustc-env=HOSO_SOURCES={sources}");
    Ok(())
}

/// Only what `render` reads; an editor's backup must not end up in the program.
fn collect(folder: &Path, endings: &[&str], files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, endings, files)?;
        } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending)) {
            files.push(path);
        }
    }
    Ok(())
}
