use std::cell::RefCell;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::corpus::Progress;

/// A bar on the standard error, where that is a terminal, for what takes longer than a moment.
#[derive(Debug, Default)]
pub(super) struct Bar {
    shown: RefCell<Option<(ProgressBar, Instant)>>,
}

/// How long nothing is shown.
const MOMENT: Duration = Duration::from_millis(400);

impl Progress for Bar {
    fn started(&self, files: usize) {
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        if let Ok(style) =
            ProgressStyle::with_template("reading {bar:30} {pos}/{len} files, {eta} left")
        {
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

    fn finished(&self) {
        if let Some((bar, _)) = self.shown.take() {
            bar.finish_and_clear();
        }
    }
}
