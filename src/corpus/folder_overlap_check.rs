//! Refuses a corpus folder and an index folder that overlap, through links too.

use std::path::Path;

use super::CorpusError;
use super::error::FolderOverlap;
use crate::files::resolved;

/// Refuses an index in the corpus, a corpus in the index, and both in one folder.
pub(super) fn check_apart(corpus: &Path, index: &Path) -> Result<(), CorpusError> {
    let (Ok(whole), Ok(other)) = (resolved(corpus), resolved(index)) else {
        // What cannot be resolved cannot be opened either, and is said then.
        return Ok(());
    };
    let how = match (whole.starts_with(&other), other.starts_with(&whole)) {
        (true, true) => FolderOverlap::Same,
        (false, true) => FolderOverlap::IndexInCorpus,
        (true, false) => FolderOverlap::CorpusInIndex,
        (false, false) => return Ok(()),
    };
    Err(CorpusError::Overlap {
        corpus: corpus.to_owned(),
        index: index.to_owned(),
        how,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_and_dots_do_not_hide_that_two_folders_overlap() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("corpus/sub"))?;
        fs::create_dir_all(at("other"))?;
        symlink(at("corpus"), at("link"))?;
        symlink(at("corpus/sub"), at("deep"))?;
        for (corpus, index, expected) in [
            ("corpus", "corpus", Some(FolderOverlap::Same)),
            ("corpus", "link", Some(FolderOverlap::Same)),
            ("link", "corpus/new", Some(FolderOverlap::IndexInCorpus)),
            ("corpus", "deep", Some(FolderOverlap::IndexInCorpus)),
            ("corpus", "deep/new/er", Some(FolderOverlap::IndexInCorpus)),
            (
                "corpus",
                "other/../corpus/./new",
                Some(FolderOverlap::IndexInCorpus),
            ),
            ("corpus", "new/../corpus", Some(FolderOverlap::Same)),
            ("deep", "corpus", Some(FolderOverlap::CorpusInIndex)),
            ("corpus", "", Some(FolderOverlap::CorpusInIndex)),
            ("corpus", "corpus-index", None),
            ("corpus", "other", None),
            ("corpus", "link/../index", None),
        ] {
            let refused = check_apart(&at(corpus), &at(index)).err();
            let how = refused.and_then(|error| match error {
                CorpusError::Overlap { how, .. } => Some(how),
                _ => None,
            });
            assert_eq!(how, expected, "{corpus} {index}");
        }
        Ok(())
    }
}
