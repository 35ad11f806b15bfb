//! A progress bar on standard error for what takes longer than a moment.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::failure;
use super::slow_file_notice::SlowFileNotice;
use crate::corpus::{LONG, Progress};

/// A bar, where the standard error is a terminal, and a line for each file that takes long.
#[derive(Debug)]
pub(super) struct Bar {
    /// What is counted.
    what: &'static str,
    bar: ProgressBar,
    began: Cell<Instant>,
    patience: RefCell<Option<SlowFileNotice>>,
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
            bar: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
            began: Cell::new(Instant::now()),
            patience: RefCell::default(),
            waiting: Cell::default(),
        }
    }
}

/// How long nothing is shown.
const MOMENT: Duration = Duration::from_millis(400);

impl Progress for Bar {
    fn started(&self, files: usize) {
        let template = format!("{{bar:30}} {{pos}}/{{len}} {}, {{eta}} left", self.what);
        if let Ok(style) = ProgressStyle::with_template(&template) {
            self.bar.set_style(style);
        }
        self.bar.set_length(files as u64);
        self.bar.reset();
        self.began.set(Instant::now());
    }

    fn at(&self, path: &Path) {
        let bar = self.bar.clone();
        let say = move |path: &Path| {
            let seconds = LONG.as_secs();
            let path = path.display();
            let line = format!("reading `{path}` takes a long time: more than {seconds} s so far");
            bar.suspend(|| failure::say(&line));
        };
        let mut patience = self.patience.borrow_mut();
        let patience = patience.get_or_insert_with(|| SlowFileNotice::new(LONG, say));
        patience.begin(path);
    }

    fn scanned(&self) {
        if let Some(patience) = &*self.patience.borrow() {
            patience.end();
        }
    }

    fn file_done(&self) {
        if let Some(patience) = &*self.patience.borrow() {
            patience.end();
        }
        if self.bar.is_hidden() && self.began.get().elapsed() > MOMENT {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }

    fn waiting(&self, index: &Path) {
        // While it waits no file is read.
        self.scanned();
        if !self.waiting.replace(true) {
            failure::say(&format!(
                "another verbatim is writing the index in `{}`: waiting for it",
                index.display()
            ));
        }
    }

    fn finished(&self) {
        self.patience.take();
        self.bar.finish_and_clear();
        self.bar.set_draw_target(ProgressDrawTarget::hidden());
    }
}
