//! `hoso`: the command line becomes one call of the library, and its answer an exit code.
//!
//! 0: no finding of severity error. 1: some findings are errors; every paper that could be made was
//! made. 2: wrong usage, or a folder that cannot be read or written.

use std::io::IsTerminal;
use std::process::ExitCode;

use hoso::cli::{self, Cli, Colour};
use hoso::commands;
use hoso::report::Style;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match cli::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(stop) => return stop.print(),
    };
    quiet_workers();
    match commands::run(&cli, style(&cli)) {
        Ok(exit) => exit.into(),
        Err(error) => {
            eprintln!("lỗi: {error}");
            ExitCode::from(2)
        }
    }
}

/// Width and colours of the terminal; where there is none, no colours and as many columns as the
/// environment states, else eighty.
fn style(cli: &Cli) -> Style {
    let terminal = std::io::stdout().is_terminal();
    let width = console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    let stated = || std::env::var("COLUMNS").ok()?.parse().ok();
    let width = width.or_else(stated).unwrap_or(Style::PLAIN.width);
    let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let colour = match cli.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => terminal && !plain,
    };
    Style { width: width.clamp(40, 160), colour }
}

/// A worker that falls is reported as a finding; the engine's own outcry would only confuse.
fn quiet_workers() {
    let outcry = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().name() != Some(hoso::output::WORKER) {
            outcry(info);
        }
    }));
}
