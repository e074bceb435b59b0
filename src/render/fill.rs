//! Filling templates: Tera with our way of writing data.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde_json::Value as Json;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, Value};

use super::marks::Kind;
use super::skeleton::{self, FORBIDDEN};
use super::templates::{TemplateFile, Templates};
use super::{code_text, rules, tera_words};
use crate::finding::Finding;
use crate::markdown;

/// All templates, parsed once.
pub(super) struct Forms {
    tera: Tera,
    files: BTreeMap<String, TemplateFile>,
    broken: BTreeSet<String>,
}

impl Forms {
    /// Parses all templates; each fault is a finding, and sound templates stay usable.
    pub fn new(templates: &Templates) -> (Self, Vec<Finding>) {
        let files: BTreeMap<_, _> = templates.filled().map(|(name, file)| (name.to_owned(), file.clone())).collect();
        let mut findings = Vec::new();
        let mut broken = BTreeSet::new();
        for (name, file) in files.iter().filter(|(name, file)| !Templates::is_own(name, file)) {
            let faults = faults(name, file);
            if !faults.is_empty() {
                broken.insert(name.clone());
                findings.extend(faults);
            }
        }
        // The library's files are used whatever is found in them: an error all the same.
        let library = templates.library().filter(|(name, file)| !Templates::is_own(name, file));
        findings.extend(library.flat_map(|(_, file)| code_text::in_library(file)));
        let tera = loop {
            let mut tera = bare();
            let sound = files
                .iter()
                .filter(|(name, _)| !broken.contains(*name))
                .map(|(name, file)| (name.as_str(), &*file.text));
            let Err(error) = tera.add_raw_templates(sound) else { break tera };
            // References between templates are judged together: leave out those at fault and try again.
            let faults = tera_words::of_references(&error, &files);
            let before = broken.len();
            for (name, finding) in faults {
                broken.insert(name);
                findings.push(finding);
            }
            if broken.len() == before {
                broken.extend(files.keys().cloned());
            }
        };
        (Self { tera, files, broken }, findings)
    }

    /// The file of a template.
    pub fn file(&self, template: &str) -> Option<&TemplateFile> {
        self.files.get(&format!("{template}.typ"))
    }

    /// Fills one template; the outcome still carries its marks.
    pub fn fill(&self, template: &str, data: &Json) -> Result<String, Box<Finding>> {
        let name = format!("{template}.typ");
        let Some(file) = self.files.get(&name) else {
            return Err(Finding::new(&rules::UNKNOWN, format!("không có mẫu `{name}`")).into());
        };
        if self.broken.contains(&name) {
            return Err(Finding::new(&rules::UNKNOWN, format!("mẫu `{name}` có lỗi nên không dùng được"))
                .at(file.place(0..0))
                .into());
        }
        self.tera
            .render(&name, &context(data))
            .map_err(|error| tera_words::of_rendering(&error, &name, &self.files).into())
    }
}

/// What is wrong with a template by itself.
pub(super) fn faults(name: &str, file: &TemplateFile) -> Vec<Finding> {
    // Alone, so that only its own syntax is judged; unknown names come with the references.
    match bare().add_raw_template(name, &file.text) {
        Err(error) if matches!(error.kind(), ErrorKind::SyntaxError(_)) => vec![tera_words::of_syntax(&error, file)],
        _ => skeleton::examine(file),
    }
}

fn bare() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".typ"]);
    tera.set_escape_fn(escape);
    tera.register_filter("typ", typ);
    tera.register_filter("markdown", body);
    for name in FORBIDDEN {
        tera.register_filter(name, forbidden);
    }
    tera
}

/// `{{ x }}`: a closed Typst string expression, so that nothing in `x` is ever markup.
fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut expression = String::from("#");
    markdown::push_literal(&mut expression, text);
    expression.push(';');
    out.write_all(Kind::Text.wrap(&expression).as_bytes())
}

/// `{{ x | typ }}`: the value as a Typst literal.
fn typ(value: &Value, _: Kwargs, _: &State) -> Result<Value, Error> {
    if value.is_undefined() {
        // Of all kinds of error this one alone is reported at the value, not at the filter.
        let (expected_type, actual_type) = ("any".to_owned(), value.name().to_owned());
        return Err(Error::new(ErrorKind::InvalidArgument { expected_type, actual_type }));
    }
    let mut literal = String::new();
    push_value(&mut literal, value);
    Ok(Value::safe_string(&Kind::Literal.wrap(&literal)))
}

/// `{{ x | markdown }}`: a body as calls of the layout library.
fn body(text: &str, _: Kwargs, _: &State) -> Result<Value, Error> {
    match markdown::problems(text).into_iter().next() {
        Some(problem) => Err(Error::message(format!("{}{}", tera_words::MARKDOWN, problem.message))),
        None => Ok(Value::safe_string(&Kind::Block.wrap(&markdown::to_typst(text)))),
    }
}

/// Stands in for the filters that would let text through unescaped, should one escape [`skeleton`].
fn forbidden(_: &Value, _: Kwargs, _: &State) -> Result<Value, Error> {
    Err(Error::message(tera_words::FORBIDDEN))
}

/// Dictionaries are written in the order of their keys: Tera's own order changes from run to run.
fn push_value(out: &mut String, value: &Value) {
    if let Some(text) = value.as_str() {
        markdown::push_literal(out, text);
    } else if let Some(yes) = value.as_bool() {
        out.push_str(if yes { "true" } else { "false" });
    } else if let Some(items) = value.as_array() {
        out.push('(');
        for item in items {
            push_value(out, item);
            out.push_str(", ");
        }
        out.push(')');
    } else if let Some(map) = value.as_map() {
        let entries: BTreeMap<String, &Value> = map.iter().map(|(key, value)| (key.to_string(), value)).collect();
        out.push_str(if entries.is_empty() { "(:" } else { "(" });
        for (key, value) in entries {
            markdown::push_literal(out, &key);
            out.push_str(": ");
            push_value(out, value);
            out.push_str(", ");
        }
        out.push(')');
    } else if let Some(number) = value.as_i64() {
        out.push_str(&number.to_string());
    } else if let Some(number) = value.as_f64() {
        // `{:?}` keeps the point, so that a float stays a float.
        out.push_str(&format!("{number:?}"));
    } else {
        out.push_str("none");
    }
}

/// The data as Tera wants it. A key whose value is null is left out: Tera prints null as nothing at all,
/// and a gap in an official paper must be an error unless the template asks `is defined`.
fn context(data: &Json) -> Context {
    let mut context = Context::new();
    for (key, value) in data.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
        context.insert_value(key.clone(), to_tera(value));
    }
    context
}

fn to_tera(json: &Json) -> Value {
    match json {
        Json::Null => Value::none(),
        Json::Bool(yes) => Value::from(*yes),
        Json::String(text) => Value::normal_string(text),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::from(whole),
            None => Value::from(number.as_f64().unwrap_or_default()),
        },
        Json::Array(items) => Value::from(items.iter().map(to_tera).collect::<Vec<_>>()),
        Json::Object(entries) => {
            let entries = entries.iter().filter(|(_, value)| !value.is_null());
            Value::from(entries.map(|(key, value)| (key.clone(), to_tera(value))).collect::<BTreeMap<_, _>>())
        }
    }
}
