//! The worker pool of searches: blocking reads of the index, off the async workers.

use std::num::NonZero;
use std::thread::available_parallelism;

use tokio::sync::Semaphore;

use crate::index::{IndexError, Library};

/// Of so few passages a question is answered in a tenth of a millisecond: handing it to another thread and back takes
/// as long again (`cargo run --release --example load -- rate --new`: 0.29 ms a question instead of 0.20).
const FEW: usize = 2_000;

/// The longest question that is read at once, in bytes: one of all that a message holds takes far longer.
pub(in crate::telegram) const LONG: usize = 512;

/// How many read at the same time. More than there are processors would answer none of them sooner, and each thread
/// remembers words of its own.
pub(in crate::telegram) struct SearchWorkerPool(Semaphore);

impl Default for SearchWorkerPool {
    fn default() -> Self {
        let processors = available_parallelism().map_or(1, NonZero::get);
        Self(Semaphore::new(processors.max(2)))
    }
}

impl SearchWorkerPool {
    /// Reads at once where that is quick, or else on a thread that may block.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        library: &Library,
        work: impl FnOnce(&Library) -> Result<T, IndexError> + Send + 'static,
    ) -> anyhow::Result<T> {
        if library.catalogue().passages > FEW as u64 {
            return self.read_on_worker(library, work).await;
        }
        let span = tracing::debug_span!("read");
        Ok(span.in_scope(|| work(library))?)
    }

    /// Reads on a thread that may block.
    pub(super) async fn read_on_worker<T: Send + 'static>(
        &self,
        library: &Library,
        work: impl FnOnce(&Library) -> Result<T, IndexError> + Send + 'static,
    ) -> anyhow::Result<T> {
        let _turn = self.0.acquire().await?;
        let library = library.clone();
        let span = tracing::debug_span!("read");
        let work = move || span.in_scope(|| work(&library));
        Ok(tokio::task::spawn_blocking(work).await??)
    }
}
