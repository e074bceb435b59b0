//! The help pages, laid out from clap's own tables: its template speaks English between the words.

use clap::builder::ValueRange;
use clap::{Arg, Command};

use crate::report::text::{hang, wrap};

/// Columns of a help page.
const WIDTH: usize = 80;
/// Widest flag that shares its line with its meaning.
const FLAG: usize = 28;

/// A space at which no line is broken.
const STAY: char = '\u{a0}';

/// The command with every page written.
pub(super) fn command(root: Command) -> Command {
    let globals: Vec<Arg> = root.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    let text = page(&root, "hoso", &globals);
    let names: Vec<String> = root.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    names.into_iter().fold(root.override_help(text), |root, name| {
        root.mut_subcommand(&name, |command| {
            let text = page(&command, &format!("hoso {name}"), &globals);
            command.override_help(text)
        })
    })
}

/// `hoso build [PHONG-TRÀO] [TÙY CHỌN]`.
pub(super) fn usage(command: &Command, name: &str) -> String {
    let mut words = vec![name.to_owned()];
    if command.has_subcommands() {
        words.push("<LỆNH>".to_owned());
    }
    words.extend(command.get_positionals().map(positional));
    words.push("[TÙY CHỌN]".to_owned());
    words.join(" ")
}

fn page(command: &Command, name: &str, globals: &[Arg]) -> String {
    let mut out = String::new();
    if let Some(about) = command.get_long_about().or_else(|| command.get_about()) {
        out.push_str(&hang("", &about.to_string(), WIDTH));
    }
    let aliases: Vec<&str> = command.get_visible_aliases().collect();
    if !aliases.is_empty() {
        out.push_str(&hang("", &format!("Tên khác: hoso {}", aliases.join(", ")), WIDTH));
    }
    out.push_str(&format!("\nCách dùng: {}\n", usage(command, name)));
    section(&mut out, "Lệnh", command.get_subcommands().map(subcommand).collect());
    section(&mut out, "Tham số", command.get_positionals().map(argument).collect());
    let own = command.get_opts().filter(|arg| !arg.is_global_set());
    section(&mut out, "Tùy chọn", own.map(argument).collect());
    let mut common: Vec<(String, String)> = globals.iter().map(argument).collect();
    common.push(("-h, --help".to_owned(), "In hướng dẫn này".to_owned()));
    if command.has_subcommands() {
        common.push(("-V, --version".to_owned(), "In phiên bản".to_owned()));
    }
    section(&mut out, "Tùy chọn chung", common);
    if let Some(after) = command.get_after_help() {
        out.push_str(&format!("\n{}\n", after.to_string().trim_end()));
    }
    out
}

fn section(out: &mut String, title: &str, rows: Vec<(String, String)>) {
    if rows.is_empty() {
        return;
    }
    let widest = rows.iter().map(|(flag, _)| flag.chars().count()).filter(|width| *width <= FLAG).max().unwrap_or(0);
    out.push_str(&format!("\n{title}:\n"));
    for (flag, meaning) in rows {
        let head = format!("  {flag:widest$}  ");
        let text = if flag.chars().count() > widest {
            format!("  {flag}\n{}", hang(&" ".repeat(widest + 4), &meaning, WIDTH))
        } else {
            hang(&head, &meaning, WIDTH)
        };
        out.push_str(&text.replace(STAY, " "));
    }
}

fn subcommand(command: &Command) -> (String, String) {
    let names: Vec<&str> = [command.get_name()].into_iter().chain(command.get_visible_aliases()).collect();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    (names.join(", "), wrap(about.trim_end_matches('.'), usize::MAX).join(" "))
}

/// How an argument is written, and what it means.
fn argument(arg: &Arg) -> (String, String) {
    let mut flag = match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long}"),
        (None, Some(long)) => format!("    --{long}"),
        (Some(short), None) => format!("-{short}"),
        (None, None) => return (positional(arg), meaning(arg)),
    };
    for alias in arg.get_visible_aliases().into_iter().flatten() {
        flag.push_str(&format!(", --{alias}"));
    }
    if takes_value(arg) {
        flag.push_str(&format!(" <{}>", value(arg)));
    }
    (flag, meaning(arg))
}

fn positional(arg: &Arg) -> String {
    if arg.is_required_set() { format!("<{}>…", value(arg)) } else { format!("[{}]", value(arg)) }
}

fn meaning(arg: &Arg) -> String {
    let mut text = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let words: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if takes_value(arg) && !words.is_empty() {
        text.push_str(&together(&format!("[chọn: {}]", words.join(", "))));
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if takes_value(arg) && !default.is_empty() {
        text.push_str(&together(&format!("[mặc định: {}]", default.join(", "))));
    }
    text
}

/// A note in brackets that stays on one line.
fn together(note: &str) -> String {
    format!(" {}", note.replace(' ', &STAY.to_string()))
}

fn takes_value(arg: &Arg) -> bool {
    arg.get_action().takes_values() && arg.get_num_args() != Some(ValueRange::EMPTY)
}

fn value(arg: &Arg) -> String {
    arg.get_value_names().and_then(|names| names.first()).map_or_else(|| "GIÁ-TRỊ".to_owned(), ToString::to_string)
}
