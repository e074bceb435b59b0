//! Embeds `templates/`: writes a sorted table of every file below it for `src/render/templates.rs`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("templates");
    let mut files = Vec::new();
    if root.is_dir() {
        collect(&root, &mut files)?;
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

/// Only what `render` reads; an editor's backup must not end up in the program.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "typ" || e == "yaml") {
            files.push(path);
        }
    }
    Ok(())
}
