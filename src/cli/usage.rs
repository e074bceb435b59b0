//! What is wrong with a command line, as a Vietnamese sentence with a way out.

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::help;
use crate::report::text::{hang, printable};

/// Why there is nothing to work on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The user asked for this text: the help or the version.
    Asked(String),
    /// The command line is wrong.
    Wrong(String),
}

impl Stop {
    pub(super) fn from_clap(error: &Error, args: &[OsString], root: &Command) -> Self {
        match error.kind() {
            ErrorKind::DisplayHelp => Self::Asked(error.to_string()),
            ErrorKind::DisplayVersion => Self::Asked(format!("hoso {}\n", env!("CARGO_PKG_VERSION"))),
            _ => Self::Wrong(sentence(error, args, root)),
        }
    }

    /// Prints the text where it belongs.
    ///
    /// Returns 0 for what was asked for, 2 for a wrong command line. A reader that has gone away is
    /// no fault.
    pub fn print(&self) -> ExitCode {
        match self {
            Self::Asked(text) => match answer(text) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("lỗi: {error}");
                    ExitCode::from(2)
                }
            },
            Self::Wrong(text) => {
                let _ = std::io::stderr().write_all(text.as_bytes());
                ExitCode::from(2)
            }
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked(text) | Self::Wrong(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Stop {}

/// Prints what a command has to say. A reader that went away (`| head`) is no fault; an answer that is lost is one.
///
/// # Errors
/// A sentence for the clerk.
pub fn answer(text: &str) -> Result<(), Unprinted> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Unprinted(error.kind())),
        _ => Ok(()),
    }
}

/// The answer could not be written to the standard output.
#[derive(Debug, thiserror::Error)]
#[error("không ghi được kết quả ra đầu ra chuẩn{}", reason(*.0))]
pub struct Unprinted(io::ErrorKind);

fn reason(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ": ổ đĩa đã đầy; hãy giải phóng chỗ rồi chạy lại",
        _ => "; hãy xem lại nơi đầu ra được chuyển tới",
    }
}

/// What is wrong, what may have been meant, how the command is used.
fn sentence(error: &Error, args: &[OsString], root: &Command) -> String {
    let mut out = hang("lỗi: ", &what(error), 80);
    if let Some(hint) = hint(error) {
        out.push_str(&hang("  gợi ý: ", &hint, 80));
    }
    let (command, name) = concerned(args, root);
    out.push_str(&format!("\nCách dùng: {}\nXem hướng dẫn: {name} --help\n", help::usage(command, &name)));
    out
}

fn what(error: &Error) -> String {
    let arg = strings(error, ContextKind::InvalidArg).join(", ");
    let value = strings(error, ContextKind::InvalidValue).join(", ");
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh `{}`", strings(error, ContextKind::InvalidSubcommand).join(" "))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "chưa nêu lệnh cần làm".to_owned()
        }
        ErrorKind::UnknownArgument if arg.starts_with('-') => format!("không có tùy chọn `{arg}`"),
        ErrorKind::UnknownArgument => format!("thừa tham số `{arg}`"),
        ErrorKind::InvalidValue if value.is_empty() => format!("thiếu giá trị của `{arg}`"),
        ErrorKind::InvalidValue => format!("giá trị `{value}` không dùng được cho `{arg}`"),
        ErrorKind::ValueValidation => match std::error::Error::source(error) {
            Some(source) => format!("giá trị `{value}` không dùng được cho `{arg}`: {source}"),
            None => format!("giá trị `{value}` không dùng được cho `{arg}`"),
        },
        ErrorKind::ArgumentConflict => conflict(error, &arg),
        ErrorKind::MissingRequiredArgument => format!("còn thiếu {arg}"),
        ErrorKind::NoEquals => format!("`{arg}` cần dấu bằng trước giá trị"),
        ErrorKind::TooManyValues => format!("`{arg}` không nhận giá trị `{value}`"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => format!("số giá trị của `{arg}` không đúng"),
        ErrorKind::InvalidUtf8 => "dòng lệnh có ký tự không thuộc bảng mã UTF-8".to_owned(),
        _ => "dòng lệnh không đúng".to_owned(),
    }
}

fn conflict(error: &Error, arg: &str) -> String {
    let prior = strings(error, ContextKind::PriorArg);
    if prior.is_empty() || prior == [arg] {
        format!("`{arg}` chỉ được nêu một lần")
    } else {
        format!("không dùng `{arg}` cùng với {}", quoted(&prior))
    }
}

fn hint(error: &Error) -> Option<String> {
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near: Vec<String> = suggested.into_iter().flat_map(|kind| strings(error, kind)).collect();
    if !near.is_empty() {
        return Some(format!("có phải là {}?", quoted(&near)));
    }
    let known = strings(error, ContextKind::ValidValue);
    if !known.is_empty() {
        return Some(format!("chọn một trong: {}", known.join(", ")));
    }
    let commands = strings(error, ContextKind::ValidSubcommand);
    (!commands.is_empty()).then(|| format!("các lệnh: {}", commands.join(", ")))
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" hoặc ")
}

/// The command the user was writing: the first word that names one.
fn concerned<'c>(args: &[OsString], root: &'c Command) -> (&'c Command, String) {
    match args.iter().skip(1).find_map(|word| root.find_subcommand(word)) {
        Some(command) => (command, format!("hoso {}", command.get_name())),
        None => (root, "hoso".to_owned()),
    }
}

/// The words of a context, safe to print.
fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    let clean = |text: &str| printable(text).replace('\n', " ");
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![clean(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| clean(text)).collect(),
        Some(ContextValue::StyledStr(text)) => vec![clean(&text.to_string())],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(|text| clean(&text.to_string())).collect(),
        _ => Vec::new(),
    }
}
