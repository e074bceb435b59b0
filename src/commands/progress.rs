//! The progress bar of `build`: on a terminal only, and gone when the work is done.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Columns from which the bar has the path of a paper beside it.
const WIDE: usize = 72;
const NARROW_BAR: &str = "Đang lập {pos}/{len} {wide_bar}";

/// A bar on the error stream; nothing where that is not a terminal.
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar for `length` papers on a terminal of `width` columns.
    pub fn new(length: usize, wanted: bool, width: usize) -> Self {
        let target = if wanted { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(length as u64), target);
        // Beside a bar of that length, nothing of a path could be read on a narrow terminal.
        let template = if width < WIDE { NARROW_BAR } else { "Đang lập {pos}/{len} {bar:24} {wide_msg}" };
        let style = ProgressStyle::with_template(template);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(bar)
    }

    /// One paper more.
    pub fn step(&self, path: &str) {
        self.0.set_message(path.to_owned());
        self.0.inc(1);
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
