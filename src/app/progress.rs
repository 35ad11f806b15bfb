use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::failure;
use crate::corpus::Progress;

/// A bar on the standard error, where that is a terminal, for what takes longer than a moment.
#[derive(Debug)]
pub(super) struct Bar {
    /// What is counted.
    what: &'static str,
    shown: RefCell<Option<(ProgressBar, Instant)>>,
    /// Whether it was said that another process is waited for.
    waiting: Cell<bool>,
}

impl Default for Bar {
    fn default() -> Self {
        Self::of("files")
    }
}

impl Bar {
    /// A bar that counts these.
    pub(super) fn of(what: &'static str) -> Self {
        Self {
            what,
            shown: RefCell::default(),
            waiting: Cell::default(),
        }
    }
}

/// How long nothing is shown.
const MOMENT: Duration = Duration::from_millis(400);

impl Progress for Bar {
    fn started(&self, files: usize) {
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        let template = format!("{{bar:30}} {{pos}}/{{len}} {}, {{eta}} left", self.what);
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        self.shown.replace(Some((bar, Instant::now())));
    }

    fn file_done(&self) {
        if let Some((bar, began)) = &*self.shown.borrow() {
            if bar.is_hidden() && began.elapsed() > MOMENT {
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            bar.inc(1);
        }
    }

    fn waiting(&self, index: &Path) {
        if !self.waiting.replace(true) {
            failure::say(&format!(
                "another verbatim is writing the index in `{}`: waiting for it",
                index.display()
            ));
        }
    }

    fn finished(&self) {
        if let Some((bar, _)) = self.shown.take() {
            bar.finish_and_clear();
        }
    }
}
