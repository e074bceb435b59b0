//! A tiny template of our own: the shipped ones are tested where papers are made.

mod breaks;
mod components;
mod engine;
mod fooled;
mod names;
mod placing;
mod proof;
mod tags;
mod together;

use serde_json::Value as Json;

use super::*;

/// What every sound paper needs.
const HEAD: &str = "#set document(title: \"Thử\", date: datetime(year: 2021, month: 1, day: 1))\n#set text(lang: \"vi\", font: \"Tinos\", fallback: false)\n";

fn engine_of(files: &[(&str, &str)]) -> (Engine, Vec<Finding>) {
    let templates: Templates = files.iter().map(|(name, text)| (*name, format!("mau/{name}"), *text)).collect();
    Engine::new(&templates, Fonts::embedded())
}

/// A sound template below [`HEAD`].
fn engine(body: &str) -> Engine {
    let (engine, findings) = engine_of(&[("thu.typ", &format!("{HEAD}{body}"))]);
    assert!(findings.is_empty(), "{findings:#?}");
    engine
}

/// A template of ours, `thu`, beside the shipped ones and the layout library.
fn engine_with_library(text: &str) -> Engine {
    let templates: Templates = Templates::embedded()
        .iter()
        .map(|(name, file)| (name.to_owned(), name.to_owned(), file.text.to_string()))
        .chain([("thu.typ".to_owned(), "thu.typ".to_owned(), text.to_owned())])
        .collect();
    let (engine, findings) = Engine::new(&templates, Fonts::embedded());
    assert!(findings.is_empty(), "{findings:#?}");
    engine
}

fn job(data: &Json) -> Job<'_> {
    // A blank's proof asks least: these tests are not about form.
    let expected = Expected { profile: Profile::Blank, ..Expected::default() };
    Job { template: "thu", data, name: "don-vi/thu", expected, attached: None }
}

/// Findings as one line each.
fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
