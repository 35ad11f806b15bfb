//! The words of a question by the hashes of their stems: which word a stem in a passage stands for.

use super::query_word::QueryWord;

/// Words of a question by the hashes of stems: few, in the order of the hashes.
pub(in crate::answer) struct WordsByStemHash(Vec<(u32, usize, bool)>);

impl WordsByStemHash {
    pub(super) fn of(words: &[QueryWord]) -> Self {
        let words = words.iter().enumerate();
        let hashes = words.flat_map(|(at, word)| {
            let ways = word.hashes.iter().enumerate();
            // What a word is itself goes before what it is related to.
            ways.map(move |(way, hash)| (*hash, way, at))
        });
        let mut hashes: Vec<(u32, usize, usize)> = hashes.collect();
        hashes.sort_unstable();
        hashes.dedup_by_key(|(hash, ..)| *hash);
        let hashes = hashes.into_iter();
        Self(hashes.map(|(hash, way, at)| (hash, at, way == 0)).collect())
    }

    /// Which word is found by a stem with this hash, and whether the stem is its own.
    pub(in crate::answer) fn get(&self, hash: u32) -> Option<(usize, bool)> {
        let found = self.0.binary_search_by_key(&hash, |(hash, ..)| *hash);
        let found = found.ok().map(|found| self.0[found]);
        found.map(|(_, at, is_own)| (at, is_own))
    }
}
